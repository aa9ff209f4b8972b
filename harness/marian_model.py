"""A small German→English model in OPUS-MT's form, made from the weights of the package that comes with the program.

There is no such model that could lie in the repository. Names and files are as Marian and OPUS-MT write them, but the
network is the package's: normalised before each part, with relu and positions of its own. (`harness.random_marian` has
OPUS-MT's own settings, and random weights.) Marian begins an English with an embedding of zeros: what the package
begins one with is added to its first position, and `starting_from_zero` makes a copy of the package that does the same.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from harness.stored_weights import stored_weights, whole

WEIGHTS = "opus.spm10k-spm10k.transformer-align.model1.npz.best-perplexity.npz"
VOCABULARY, ENGLISH_VOCABULARY = "opus.spm10k-spm10k.vocab.yml", "opus.spm10k-spm10k.trg.vocab.yml"
NAME, BEGIN = "opus-2026-11-28", "<s>"
README = f"""# {NAME}.zip

* dataset: opus
* model: transformer-align
* source language(s): deu
* target language(s): eng
* model: transformer-align
* pre-processing: normalization + SentencePiece (spm10k,spm10k)
* download: [{NAME}.zip](https://object.pouta.csc.fi/Tatoeba-MT-models/deu-eng/{NAME}.zip)
"""
ENGLISH = ("▁government", "▁which", "▁people", "▁would", "▁between")
"""Pieces that `source.spm` does not make: English that is encoded by it is seen."""
GERMAN = ("▁Regierung", "▁nicht", "▁wurde", "▁auch", "▁zwischen")
"""Pieces that `target.spm` does not make."""

_PLAIN = re.compile(r"(?![\s,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$))(?:[^\s:\x80-\xa0]|:(?!\s|$))+")
_NO_WORDS = ("~", "null", "Null", "NULL")
_LONG = 1024
"""From how many letters on yaml-cpp writes a key on a line of its own."""
_ATTENTION = {"self_attention": "self", "attention": "context"}


def marian_folder(folder: Path, package: Path, first_head: int = 0, *, apart: bool = False) -> Path:
    """Write the model of an unpacked package (its weights as they are after int8) into a new folder; the folder.

    `first_head`: which of the last layer's heads is put first. Marian's first head aligns, and the package's, that was
    trained for it, is 0; with another the English is the same. `apart`: German and English have a vocabulary each.
    """
    stored = stored_weights(package / "model")
    pieces = yaml.safe_load((package / "model" / "shared_vocabulary.json").read_text(encoding="utf-8"))
    metadata = yaml.safe_load((package / "metadata.json").read_text(encoding="utf-8"))
    # Marian has the end of a text first, and neither a beginning nor a filling piece.
    order = [pieces.index("</s>"), pieces.index("<unk>")]
    order += [at for at, piece in enumerate(pieces) if piece not in (BEGIN, "</s>", "<unk>", "<pad>")]
    orders = {VOCABULARY: order} | ({ENGLISH_VOCABULARY: order[:2] + order[:1:-1]} if apart else {})
    folder.mkdir(parents=True)
    np.savez(folder / WEIGHTS, **_weights(stored, list(orders.values()), pieces.index(BEGIN), first_head))
    for name, places in orders.items():
        write_vocabulary(folder / name, [pieces[at] for at in places])
    model = (package / "sentencepiece.model").read_bytes()
    (folder / "source.spm").write_bytes(_without(model, ENGLISH))
    (folder / "target.spm").write_bytes(_without(model, GERMAN))
    write_words(folder, [VOCABULARY, [*orders][-1]], metadata.get("length_penalty", 1))
    return folder


def write_words(folder: Path, vocabularies: Sequence[str], normalize: float) -> None:
    """What lies in OPUS-MT's zips beside weights, pieces and vocabularies; decoder.yml has the keys Marian gives it."""
    decoder = {
        "alignment": "", "allow-unk": False, "beam-size": 6, "best-deep": False, "cpu-threads": 0, "devices": [0],
        "ignore-model-config": False, "input": ["stdin"], "log-level": "info", "max-length": 1000,
        "maxi-batch": 1, "maxi-batch-sort": "none", "mini-batch": 1, "mini-batch-words": 0, "models": [WEIGHTS],
        "n-best": False, "normalize": normalize, "output": "stdout", "quiet": False, "relative-paths": True,
        "seed": 0, "skip-cost": False, "vocabs": [*vocabularies], "weights": [], "word-penalty": 0, "workspace": 512,
    }  # fmt: skip
    (folder / "decoder.yml").write_text(yaml.safe_dump(decoder, sort_keys=False), encoding="utf-8")
    (folder / "README.md").write_text(README, encoding="utf-8")
    (folder / "LICENSE").write_text("Attribution 4.0 International\n", encoding="utf-8")
    (folder / "preprocess.sh").write_text("#!/bin/bash\n", encoding="utf-8")
    (folder / "source.tcmodel").write_bytes(b"")


def marian_zip(path: Path, folder: Path) -> Path:
    """The folder as one file, all at its top, as OPUS-MT's store has them; the file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    return path


def starting_from_zero(package: Path, to: Path) -> Path:
    """A copy of a package that begins an English as Marian does, without shortlist and term markers; its folder."""
    shutil.copytree(package, to)
    (to / "model" / "vmap.txt").unlink(missing_ok=True)
    metadata = yaml.safe_load((to / "metadata.json").read_text(encoding="utf-8"))
    metadata.pop("term_markers", None)
    (to / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    pieces = yaml.safe_load((to / "model" / "shared_vocabulary.json").read_text(encoding="utf-8"))
    begin, stored = pieces.index(BEGIN), stored_weights(to / "model")
    positions, weights = stored["decoder/position_encodings/encodings"], stored["decoder/embeddings/weight"]
    data = (to / "model" / "model.bin").read_bytes()
    data = data.replace(positions.tobytes(), _positions(stored, begin).tobytes())
    row, width = data.index(weights.tobytes()) + begin * weights.shape[1], weights.shape[1]
    (to / "model" / "model.bin").write_bytes(data[:row] + bytes(width) + data[row + width :])
    return to


def _weights(stored: dict[str, Any], orders: Sequence[Sequence[int]], begin: int, first_head: int) -> dict[str, Any]:
    names = ("encoder_Wemb", "decoder_Wemb") if len(orders) > 1 else ("Wemb",)
    made: dict[str, Any] = {
        **{name: whole(stored, "decoder/embeddings/weight")[order] for name, order in zip(names, orders, strict=True)},
        "decoder_ff_logit_out_b": _flat(stored["decoder/projection/bias"][orders[-1]]),
        "Wpos": _positions(stored, begin),
    }
    depth = {}
    for side in ("encoder", "decoder"):
        _norm(made, f"{side}_top", stored, f"{side}/layer_norm", pre="")
        depth[side] = len(
            {name.split("/")[1] for name in stored if name.startswith(f"{side}/layer_") and "/ffn/" in name}
        )
        for layer in range(depth[side]):
            _layer(made, f"{side}_l{layer + 1}", stored, f"{side}/layer_{layer}")
    _put_first(made, f"decoder_l{depth['decoder']}_context", int(stored["decoder/num_heads"]), first_head)
    made["special:model.yml"] = _settings(stored, depth)
    return made


def _positions(stored: dict[str, Any], begin: int) -> Any:
    """The positions, the first of them with what the piece that begins an English was: Marian's is zero."""
    positions = stored["decoder/position_encodings/encodings"].copy()
    positions[0] += whole(stored, "decoder/embeddings/weight")[begin] * np.sqrt(positions.shape[1], dtype=np.float32)
    return positions


def _layer(made: dict[str, Any], to: str, stored: dict[str, Any], place: str) -> None:
    _linear(made, f"{to}_ffn", "1", whole(stored, f"{place}/ffn/linear_0/weight"), stored[f"{place}/ffn/linear_0/bias"])
    _linear(made, f"{to}_ffn", "2", whole(stored, f"{place}/ffn/linear_1/weight"), stored[f"{place}/ffn/linear_1/bias"])
    _norm(made, f"{to}_ffn_ffn", stored, f"{place}/ffn/layer_norm")
    for kind, name in _ATTENTION.items():
        inside = [number for number in range(3) if f"{place}/{kind}/linear_{number}/weight" in stored]
        if not inside:
            continue
        weights = np.concatenate([whole(stored, f"{place}/{kind}/linear_{number}/weight") for number in inside])
        biases = np.concatenate([stored[f"{place}/{kind}/linear_{number}/bias"] for number in inside])
        parts = zip("qkvo", np.split(weights, 4), np.split(biases, 4), strict=True)
        for letter, weight, bias in parts:
            _linear(made, f"{to}_{name}", letter, weight, bias)
        _norm(made, f"{to}_{name}_Wo", stored, f"{place}/{kind}/layer_norm")


def _put_first(made: dict[str, Any], to: str, heads: int, first: int) -> None:
    """Another order of an attention's heads, each with what is made of it."""
    width = made[f"{to}_Wo"].shape[0]
    order = np.roll(np.arange(width).reshape(heads, -1), -first, axis=0).ravel()
    for letter in "qkv":
        made[f"{to}_W{letter}"] = made[f"{to}_W{letter}"][:, order]
        made[f"{to}_b{letter}"] = made[f"{to}_b{letter}"][:, order]
    made[f"{to}_Wo"] = made[f"{to}_Wo"][order]


def _linear(made: dict[str, Any], to: str, suffix: str, weight: Any, bias: Any) -> None:
    made[f"{to}_W{suffix}"], made[f"{to}_b{suffix}"] = np.ascontiguousarray(weight.transpose()), _flat(bias)


def _norm(made: dict[str, Any], to: str, stored: dict[str, Any], place: str, pre: str = "_pre") -> None:
    made[f"{to}_ln_scale{pre}"] = _flat(stored[f"{place}/gamma"])
    made[f"{to}_ln_bias{pre}"] = _flat(stored[f"{place}/beta"])


def _flat(values: Any) -> Any:
    return values.astype(np.float32)[None]


def _settings(stored: dict[str, Any], depth: dict[str, int]) -> Any:
    """Marian's settings of a model, as it keeps them in the file itself: text with a zero at its end."""
    vocabulary, width = stored["decoder/embeddings/weight"].shape
    settings = {
        "type": "transformer", "dim-emb": width, "dim-vocabs": [vocabulary, vocabulary],
        "enc-depth": depth["encoder"], "dec-depth": depth["decoder"],
        "transformer-heads": int(stored["encoder/num_heads"]), "transformer-no-projection": False,
        "transformer-ffn-activation": "relu", "transformer-decoder-autoreg": "self-attention",
        "transformer-preprocess": "n", "transformer-postprocess": "da", "transformer-postprocess-emb": "d",
        "transformer-postprocess-top": "n", "transformer-guided-alignment-layer": "last",
        "tied-embeddings-all": True, "version": "v1.9.0",
    }  # fmt: skip
    return np.frombuffer(yaml.safe_dump(settings).encode() + b"\0", np.int8)


def write_vocabulary(path: Path, pieces: Sequence[str]) -> None:
    """A vocabulary as Marian writes one (by yaml-cpp): plain where it can be, else quoted, a long one apart."""
    lines = []
    for number, piece in enumerate(pieces):
        key = piece if _PLAIN.fullmatch(piece) and piece not in _NO_WORDS else _quoted(piece)
        lines.append(f"? {key}\n: {number}\n" if len(piece) > _LONG else f"{key}: {number}\n")
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _quoted(piece: str) -> str:
    marked = (f"\\{letter}" if letter in '"\\' else letter for letter in piece)
    return '"' + "".join(f"\\x{ord(letter):X}" if "\x80" <= letter <= "\xa0" else letter for letter in marked) + '"'


def _without(model: bytes, pieces: Sequence[str]) -> bytes:
    """A SentencePiece model in which some pieces are of the type UNUSED (5 in sentencepiece_model.proto): none is made.

    A model is a row of fields; each piece is one, of the number 1, and holds the piece, its score and perhaps its type.
    """
    out, at = bytearray(), 0
    unused = {piece.encode() for piece in pieces}
    while at < len(model) and model[at] == 0x0A:
        size, start = _number(model, at + 1)
        field = model[start : start + size]
        if field[2 : 2 + field[1]] in unused:
            field = field[: 2 + field[1] + 5] + b"\x18\x05"
        out += b"\x0a" + _as_number(len(field)) + field
        at = start + size
    return bytes(out) + model[at:]


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of protobuf's, and where it ends."""
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 0x80:
            return value, at


def _as_number(value: int) -> bytes:
    return bytes([value]) if value < 0x80 else bytes([value & 0x7F | 0x80]) + _as_number(value >> 7)
