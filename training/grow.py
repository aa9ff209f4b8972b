"""Weights of a deeper encoder and a shallower decoder, out of those of a network that is trained already.

    python -m training.grow WEIGHTS.pt OUT.pt [--encoder-layers 12] [--decoder-layers 1]

After each layer of the encoder come copies of it that add nothing yet, their last matrices being nought, so that
the encoder begins where the old one was (as in Chen et al. 2016, Net2Net); the decoder keeps its last layers, and
learns anew to do without the first. Needs torch only.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from training.command import run
from training.network import EncoderLayer, Network, load_weights, save_weights


def main() -> None:
    """Write the grown weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder-layers", type=int, default=12)
    parser.add_argument("--decoder-layers", type=int, default=1)
    options = parser.parse_args()
    shape, weights = load_weights(options.weights)
    network = Network(shape)
    network.load_state_dict(weights)
    grown = reshaped(network, options.encoder_layers, options.decoder_layers)
    save_weights(grown, options.out)
    print(f"{options.out}: {sum(value.numel() for value in grown.parameters()) / 1e6:.1f} million weights")


def reshaped(network: Network, encoder_layers: int, decoder_layers: int) -> Network:
    """A network with so many layers that begins where this one is.

    SystemExit for fewer encoder layers than it has, or more decoder layers.
    """
    shape = network.shape
    if encoder_layers < shape.encoder_layers or not 0 < decoder_layers <= shape.decoder_layers:
        raise SystemExit(
            f"the encoder can only grow from {shape.encoder_layers} layers, the decoder only lose from "
            f"{shape.decoder_layers}: say --encoder-layers and --decoder-layers accordingly"
        )
    grown = Network(replace(shape, encoder_layers=encoder_layers, decoder_layers=decoder_layers))
    grown.load_state_dict(
        {name: value for name, value in network.state_dict().items() if not name.startswith(("encoder.", "decoder."))},
        strict=False,
    )
    before = -1
    for at, layer in enumerate(grown.encoder):
        old = at * shape.encoder_layers // encoder_layers
        layer.load_state_dict(network.encoder[old].state_dict())
        if old == before:
            _silence(layer)
        before = old
    for layer, old_layer in zip(grown.decoder, network.decoder[-decoder_layers:], strict=True):
        layer.load_state_dict(old_layer.state_dict())
    return grown


def _silence(layer: nn.Module) -> None:
    assert isinstance(layer, EncoderLayer)
    with torch.no_grad():
        for last in (layer.itself.output, layer.feed.second):
            last.weight.zero_()
            last.bias.zero_()


if __name__ == "__main__":
    run(main)
