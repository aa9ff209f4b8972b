"""What a folder, or a zip at its top, is by the names of its files: of OPUS-MT's form, of Argos's, or of another."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

DECODER, METADATA = "decoder.yml", "metadata.json"
SOURCE_PIECES, TARGET_PIECES = "source.spm", "target.spm"
"""SentencePiece models, where German and English have pieces of their own."""
OPUS_STORE = "https://object.pouta.csc.fi/Tatoeba-MT-models/deu-eng/"
"""Where OPUS-MT keeps its German→English models of the Tatoeba Challenge."""
_OF_HUGGING_FACE = ("config.json", "vocab.json", "pytorch_model.bin", "model.safetensors")


def is_marian(folder: Path) -> bool:
    """Whether this is the folder of a model in OPUS-MT's form, and not a package's."""
    return is_there(folder / DECODER) and not is_there(folder / METADATA)


def names_marian(names: Collection[str]) -> bool:
    """Whether a zip with these files at its top is such a model, also on a disk that ignores capitals."""
    return DECODER in names and not any(name.casefold() == METADATA for name in names)


def not_read(names: Collection[str]) -> tuple[str, str] | None:
    """What files with these names are, and what to do, where they are a model in a form that is known and not read."""
    if DECODER in names or METADATA in names or SOURCE_PIECES not in names:
        return None
    if not set(names) & set(_OF_HUGGING_FACE):
        return f"has no {DECODER}, which says which files are the model", "fetch the model's zip from its store"
    what = "is a model in Hugging Face's form, which this program does not read"
    return what, f"take the .zip of the same model from OPUS-MT's store ({OPUS_STORE}…) and install that"


def is_there(path: Path) -> bool:
    """Whether there is a file, and no link to one."""
    return path.is_file() and not path.is_symlink()
