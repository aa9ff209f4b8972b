"""Weights out of a package, to train on from: the package that ships is all there is to keep of a run.

    python -m training.restore PACKAGE OUT.pt

PACKAGE is an unpacked package that `package.py` made (or its model's folder), int8 or float32.
"""

from __future__ import annotations

import argparse
import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.command import run
from training.network import Network, Shape, save_weights

_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32}
"""Numbers of CTranslate2's model.bin, version 6 (ctranslate2.specs.model_spec)."""

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
    stored = dict(_variables(BytesIO((model / "model.bin").read_bytes()), model))
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
            {name: torch.from_numpy(_whole(stored, _place(name))) for name, _ in network.named_parameters()}
        )
    except (KeyError, RuntimeError) as error:
        raise SystemExit(f"{model}: not a network of this recipe ({error})") from None
    return network


def _whole(stored: dict[str, Any], name: str) -> Any:
    """One variable in float32, an int8 one times what its rows were scaled by."""
    scale = stored.get(f"{name}_scale")
    value = stored[name].astype(np.float32)
    return value if scale is None else value / scale[:, None]


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


def _variables(file: BytesIO, model: Path) -> Iterator[tuple[str, Any]]:
    version = struct.unpack("<I", file.read(4))[0]
    if version != 6:
        raise SystemExit(f"{model}: model.bin has format {version}; this reads format 6 of CTranslate2 4")
    _text(file)
    _, number = struct.unpack("<II", file.read(8))
    for _ in range(number):
        name = _text(file)
        dimensions = struct.unpack("<B", file.read(1))[0]
        shape = struct.unpack(f"<{dimensions}I", file.read(4 * dimensions))
        kind, size = struct.unpack("<BI", file.read(5))
        yield name, np.frombuffer(file.read(size), _TYPES[kind]).reshape(shape)


def _text(file: BytesIO) -> str:
    return file.read(struct.unpack("<H", file.read(2))[0])[:-1].decode()


if __name__ == "__main__":
    run(main)
