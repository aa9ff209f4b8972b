"""Weights of a deeper or wider network, out of those of a network that is trained already.

    python -m training.grow WEIGHTS.pt OUT.pt [--encoder-layers 12] [--decoder-layers 1] [--inner 3072]

After each layer of the encoder come copies of it that add nothing yet, their last matrices being nought, so that
the encoder begins where the old one was (as in Chen et al. 2016, Net2Net). A wider feed-forward map (`--inner`)
begins with what it had and new units that nothing looks at yet, so it says the same, too. The decoder keeps its last
layers, and learns anew to do without the first; more layers than it has come before them and add nothing yet. Left
out, a number stays as it is. Tells the size that the package will have about. Needs torch only.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from training.command import run
from training.network import DecoderLayer, EncoderLayer, Network, Shape, load_weights, save_weights


def main() -> None:
    """Write the grown weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder-layers", type=int)
    parser.add_argument("--decoder-layers", type=int)
    parser.add_argument("--inner", type=int, help="units of the feed-forward maps")
    options = parser.parse_args()
    shape, weights = load_weights(options.weights)
    network = Network(shape)
    network.load_state_dict(weights)
    wanted = {
        "encoder_layers": options.encoder_layers,
        "decoder_layers": options.decoder_layers,
        "inner": options.inner,
    }
    grown = reshaped(network, replace(shape, **{name: value for name, value in wanted.items() if value is not None}))
    save_weights(grown, options.out)
    number = sum(value.numel() for value in grown.parameters()) / 1e6
    print(f"{options.out}: {number:.1f} million weights, a package of about as many MB")


def reshaped(network: Network, shape: Shape) -> Network:
    """A network of this shape that begins where the other one is.

    SystemExit for fewer encoder layers or feed-forward units than it has.
    """
    old = network.shape
    if shape.encoder_layers < old.encoder_layers or shape.inner < old.inner or shape.decoder_layers < 1:
        raise SystemExit(
            f"the encoder can only grow from {old.encoder_layers} layers, feed-forward maps only from {old.inner} "
            f"units, and a decoder has a layer or more: say --encoder-layers, --inner and --decoder-layers accordingly"
        )
    torch.manual_seed(1)
    grown = Network(shape)
    grown.load_state_dict(
        {name: value for name, value in network.state_dict().items() if not name.startswith(("encoder.", "decoder."))},
        strict=False,
    )
    _filled(
        grown.encoder,
        [network.encoder[at * old.encoder_layers // shape.encoder_layers] for at in range(shape.encoder_layers)],
    )
    more = max(0, shape.decoder_layers - old.decoder_layers)
    kept = list(network.decoder)[-shape.decoder_layers :]
    _filled(grown.decoder, [*[kept[0]] * more, *kept])
    return grown


def _filled(layers: nn.ModuleList, olds: Sequence[nn.Module]) -> None:
    """Each layer begins as the old one beside it; of several beside the same old one, the others add nothing.

    In the encoder the first of them is the one that speaks, in the decoder, where the last layer aligns, the last.
    """
    for at, (layer, old) in enumerate(zip(layers, olds, strict=True)):
        _copy(layer, old)
        decoder = isinstance(layer, DecoderLayer)
        beside = olds[at + 1 : at + 2] if decoder else olds[max(0, at - 1) : at]
        if any(other is old for other in beside):
            _silence(layer)


def _copy(layer: nn.Module, old: nn.Module) -> None:
    """The old layer's weights; feed-forward units that it had not see what chance has them see, and add nothing."""
    own = layer.state_dict()
    for name, value in old.state_dict().items():
        if own[name].shape == value.shape:
            own[name].copy_(value)
        else:
            if name == "feed.second.weight":
                own[name].zero_()
            own[name][tuple(slice(size) for size in value.shape)] = value
    layer.load_state_dict(own)


def _silence(layer: nn.Module) -> None:
    assert isinstance(layer, (EncoderLayer, DecoderLayer))
    across = [layer.german.output] if isinstance(layer, DecoderLayer) else []
    with torch.no_grad():
        for last in (layer.itself.output, layer.feed.second, *across):
            last.weight.zero_()
            last.bias.zero_()


if __name__ == "__main__":
    run(main)
