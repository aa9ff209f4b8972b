"""Weights out of a package, to train on from: the package that ships is all there is to keep of a run.

    python -m training.restore PACKAGE OUT.pt

PACKAGE is an unpacked package that `package.py` made (or its model's folder), int8 or float32.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from harness.stored_weights import stored_weights, whole
from training.command import run
from training.network import Network, Shape, save_weights

_PARTS = {
    "itself.query_key_value": "self_attention/linear_0", "itself.output": "self_attention/linear_1",
    "german.query": "attention/linear_0", "german.key_value": "attention/linear_1",
    "german.output": "attention/linear_2", "feed.first": "ffn/linear_0", "feed.second": "ffn/linear_1",
    "norm_itself": "self_attention/layer_norm", "norm_german": "attention/layer_norm", "norm_feed": "ffn/layer_norm",
}  # fmt: skip


def main() -> None:
    """Write the weights of one package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    inside = options.package / "model"
    network = restored(inside if inside.is_dir() else options.package)
    save_weights(network, options.out)
    print(f"{options.out}: {sum(value.numel() for value in network.parameters()) / 1e6:.1f} million weights")


def restored(model: Path) -> Network:
    """The network of a CTranslate2 model's folder. SystemExit where it is not one of `export.py`."""
    stored = stored_weights(model)
    numbers = {
        side: sum(name.startswith(f"{side}/layer_") and name.endswith("ffn/linear_0/bias") for name in stored)
        for side in ("encoder", "decoder")
    }
    try:
        vocabulary, width = stored["decoder/embeddings/weight"].shape
        inner = stored["encoder/layer_0/ffn/linear_0/bias"].shape[0]
        heads = int(stored["encoder/num_heads"])
        longest = stored["decoder/position_encodings/encodings"].shape[0]
        network = Network(Shape(vocabulary, width, heads, inner, numbers["encoder"], numbers["decoder"], longest))
        network.load_state_dict(
            {name: torch.from_numpy(whole(stored, _place(name))) for name, _ in network.named_parameters()}
        )
    except (KeyError, RuntimeError) as error:
        raise SystemExit(f"{model}: not a network of this recipe ({error})") from None
    return network


def _place(name: str) -> str:
    """CTranslate2's name for one of the network's weights."""
    if name in ("embedding.weight", "output_bias"):
        return "decoder/embeddings/weight" if name.startswith("e") else "decoder/projection/bias"
    *part, kind = name.split(".")
    if part[0].endswith("_norm"):
        place = f"{part[0].removesuffix('_norm')}/layer_norm"
    else:
        place = f"{part[0]}/layer_{part[1]}/{_PARTS['.'.join(part[2:])]}"
    if place.endswith("layer_norm"):
        kind = {"weight": "gamma", "bias": "beta"}[kind]
    return f"{place}/{kind}"


if __name__ == "__main__":
    run(main)
