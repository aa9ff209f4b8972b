"""What a CTranslate2 model's `model.bin` holds: its variables by their names, for training on and for other forms."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32}
"""Numbers of CTranslate2's model.bin, version 6 (ctranslate2.specs.model_spec)."""


def stored_weights(model: Path) -> dict[str, Any]:
    """The variables of a CTranslate2 model's folder, as they are stored. SystemExit where it has another format."""
    return dict(_variables(BytesIO((model / "model.bin").read_bytes()), model))


def whole(stored: dict[str, Any], name: str) -> Any:
    """One variable in float32, an int8 one divided by what its rows were scaled with."""
    scale = stored.get(f"{name}_scale")
    value = stored[name].astype(np.float32)
    return value if scale is None else value / scale[:, None]


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
