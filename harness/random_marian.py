"""A German→English model with OPUS-MT's own settings and random weights: it converts and loads, and no more.

Normalised after each part, swish, positions that are computed, all embeddings tied or those of the English alone: what
`opus-mt-train` gives to Marian. Its vocabulary has pieces of every kind that Marian writes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import yaml

from harness.marian_model import VOCABULARY, WEIGHTS, write_vocabulary, write_words

ODD_PIECES = (
    *"'\"\\:-?#&*!|>%@`[]{~,ß中\u2028\xa0",
    *('""', "''", "▁:", "▁?", "null", "▁a:b", "a#b", "\\n", "▁“", "▁don't", "x" * 1100),
)
"""Pieces that are no plain words in YAML, or look as if they were not."""
LISTS = ("opus.src.vocab", "opus.trg.vocab")


def random_folder(folder: Path, model: Path, *, width: int = 16, layers: int = 2, pieces: int = 2000) -> Path:
    """Write such a model into a new folder; the folder. `model`: SentencePiece models for both languages lie there as
    `source.spm` and `target.spm`. The vocabulary is of `pieces` pieces, the odd ones among them.
    """
    words = vocabulary(pieces)
    _write(folder, model, {"Wemb": len(words)}, len(words), width, layers)
    write_vocabulary(folder / VOCABULARY, words)
    write_words(folder, [VOCABULARY, VOCABULARY], 1)
    return folder


def random_folder_of_lists(folder: Path, model: Path, german: list[str], english: list[str]) -> Path:
    """The same with a vocabulary for each language, which is a list, as OPUS-MT's later models have them."""
    sizes = {"encoder_Wemb": len(german), "decoder_Wemb": len(english)}
    _write(folder, model, sizes, len(english), 16, 2)
    for name, words in zip(LISTS, (german, english), strict=True):
        (folder / name).write_text("".join(f"{word}\n" for word in words), encoding="utf-8", newline="\n")
    write_words(folder, LISTS, 1)
    return folder


def vocabulary(pieces: int) -> list[str]:
    """As many pieces: the end of a text, what is unknown, odd ones, made-up words."""
    words = ["</s>", "<unk>", *ODD_PIECES]
    return words + [f"▁w{number}" for number in range(pieces - len(words))]


def _write(folder: Path, model: Path, embeddings: dict[str, int], english: int, width: int, layers: int) -> None:
    folder.mkdir(parents=True)
    random = np.random.default_rng(1)
    made: dict[str, Any] = {name: _drawn(random, size, width) for name, size in embeddings.items()}
    made["decoder_ff_logit_out_b"] = _drawn(random, 1, english)
    for side, attentions in (("encoder", ("self",)), ("decoder", ("self", "context"))):
        for layer in range(1, layers + 1):
            place = f"{side}_l{layer}"
            for kind in attentions:
                for letter in "qkvo":
                    _linear(made, f"{place}_{kind}", letter, random, (width, width))
                _norm(made, f"{place}_{kind}_Wo", width)
            _linear(made, f"{place}_ffn", "1", random, (width, 4 * width))
            _linear(made, f"{place}_ffn", "2", random, (4 * width, width))
            _norm(made, f"{place}_ffn_ffn", width)
    made["special:model.yml"] = _settings([*embeddings.values()], english, width, layers)
    np.savez(folder / WEIGHTS, **made)
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes((model / name).read_bytes())


def _drawn(random: np.random.Generator, rows: int, columns: int) -> Any:
    return (random.standard_normal((rows, columns)) / 8).astype(np.float32)


def _linear(made: dict[str, Any], place: str, which: str, random: np.random.Generator, shape: tuple[int, int]) -> None:
    made[f"{place}_W{which}"], made[f"{place}_b{which}"] = _drawn(random, *shape), _drawn(random, 1, shape[1])


def _norm(made: dict[str, Any], place: str, width: int) -> None:
    """After a part, so its name does not end in `_pre`."""
    made[f"{place}_ln_scale"] = np.ones((1, width), np.float32)
    made[f"{place}_ln_bias"] = np.zeros((1, width), np.float32)


def _settings(embeddings: list[int], english: int, width: int, layers: int) -> Any:
    """What Marian keeps in the file itself of the settings that OPUS-MT trains with: text with a zero at its end."""
    settings = {
        "bert-train-type-embeddings": True, "bert-type-vocab-size": 2, "dec-cell": "gru", "dec-depth": layers,
        "dim-emb": width, "dim-rnn": 1024, "dim-vocabs": [embeddings[0], english], "enc-cell": "gru",
        "enc-depth": layers, "enc-type": "bidirectional", "input-types": [], "layer-normalization": False,
        "lemma-dim-emb": 0, "skip": False, "tied-embeddings": len(embeddings) > 1,
        "tied-embeddings-all": len(embeddings) == 1, "tied-embeddings-src": False,
        "transformer-aan-depth": 2, "transformer-decoder-autoreg": "self-attention", "transformer-dim-aan": 2048,
        "transformer-dim-ffn": 4 * width, "transformer-ffn-activation": "swish", "transformer-ffn-depth": 2,
        "transformer-guided-alignment-layer": "last", "transformer-heads": 8, "transformer-no-projection": False,
        "transformer-postprocess": "dan", "transformer-postprocess-emb": "d", "transformer-postprocess-top": "",
        "transformer-preprocess": "", "transformer-tied-layers": [], "transformer-train-position-embeddings": False,
        "type": "transformer", "ulr": False, "version": "v1.9.0",
    }  # fmt: skip
    return np.frombuffer(yaml.safe_dump(settings).encode() + b"\0", np.int8)
