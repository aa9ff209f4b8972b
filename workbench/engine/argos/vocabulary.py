"""A vocabulary as a list of pieces, one a line (`.vocab`), written in the form that CTranslate2's converter reads."""

from __future__ import annotations

from pathlib import Path

LIST = ".vocab"


def as_yaml(vocabulary: Path, to: Path) -> Path:
    """The vocabulary as YAML: itself, or the new file `to` where it is a list, in which a piece's line is its number.

    Where a line goes on after a tab (as in SentencePiece's own list), that is no part of the piece. The list is divided
    at line feeds alone, since other line breaks may be pieces.
    """
    if vocabulary.suffix != LIST:
        return vocabulary
    lines = vocabulary.read_text(encoding="utf-8-sig", errors="replace").removesuffix("\n").split("\n")
    pieces = (line.removesuffix("\r").partition("\t")[0] for line in lines)
    with to.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{_key(piece)}: {number}\n" for number, piece in enumerate(pieces))
    return to


def _key(piece: str) -> str:
    """A piece as the converter reads it back: as it is, but for one that looks quoted or like the beginning of a key.

    It takes `"\\x…"` for a character by its number, so a backslash is left as it is wherever it can be.
    """
    looks_quoted = piece[:1] == piece[-1:] and piece[:1] in ("'", '"')
    if not looks_quoted and not piece.startswith("? "):
        return piece
    return '"' + piece.replace("\\", "\\\\").replace('"', '\\"') + '"'
