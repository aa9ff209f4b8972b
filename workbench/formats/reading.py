"""A source file in, a Document out: one reader per format, and clear words for what cannot be read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.files import read_regular
from workbench.formats.decoding import decode
from workbench.formats.document import Document, Paragraph
from workbench.formats.markdown import markdown_pieces
from workbench.formats.pieces import Piece
from workbench.formats.plain import plain_pieces
from workbench.formats.roles import role_by_look, with_teaser
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean
from workbench.text.language import other_language

READERS: dict[str, Callable[[str], list[Piece]]] = {
    ".txt": plain_pieces,
    ".md": markdown_pieces,
}
SOURCE_SUFFIXES: tuple[str, ...] = tuple(READERS)
LARGEST = 5_000_000
"""Bytes; a long book is a fifth of it."""

MOST_LINES = 100_000
"""5 MB of prose have 70,000 lines even where they are wrapped; what has more is a log or a trap."""

# A word broken by a soft hyphen at a line's end must stay broken visibly until its lines are joined.
_SOFT_BREAK = re.compile("\u00ad[ \t]*(?=\r?\n)")


def read_document(path: Path) -> Document:
    """Read a German source file (`.txt` or `.md`, at most 5 MB) into paragraphs.

    The file's text, cleaned (see `clean`), is for each paragraph its `before` and then the paragraph as it
    stands there (possibly on several lines), and the document's `tail` in the end.
    Raises WorkbenchError for a file that is missing, a folder, no ordinary file, of another format, too
    large (or of more than 100,000 lines), not allowed to be read, binary, in no known encoding, without
    text, or surely not German.
    """
    data = _read(path)
    text = clean(_SOFT_BREAK.sub("-", decode(data, path)))
    lines = text.count("\n")
    if lines > MOST_LINES:
        what = f"the file has too many lines ({lines:,}; at most {MOST_LINES:,})"
        raise WorkbenchError(Problem(path, what, "split it into several files"))
    pieces = [piece for piece in READERS[path.suffix.lower()](text) if piece.text]
    if not pieces:
        raise WorkbenchError(Problem(path, "the file has no text in it", "give a file with a German text"))
    language = other_language("\n".join(piece.text for piece in pieces))
    if language is not None:
        what = f"the text is not German, it looks {language}"
        raise WorkbenchError(Problem(path, what, "give a German text; only German is translated here"))
    return _document(path.name, text, pieces)


def _document(name: str, text: str, pieces: Sequence[Piece]) -> Document:
    paragraphs = []
    position = 0
    roles = with_teaser([piece.text for piece in pieces], [piece.role or role_by_look(piece.text) for piece in pieces])
    for piece, role in zip(pieces, roles, strict=True):
        paragraphs.append(Paragraph(piece.text, text[position : piece.span.start], role))
        position = piece.span.end
    return Document(name=name, paragraphs=tuple(paragraphs), tail=text[position:])


def _read(path: Path) -> bytes:
    """The file's bytes. What is no ordinary file, or too large, is refused before it is opened."""
    try:
        _refuse(path, path.stat())
    except (OSError, ValueError) as error:
        raise WorkbenchError(_unreadable(path, error)) from error
    data = read_regular(path, LARGEST, "split it into several files")
    if data is None:
        raise WorkbenchError(_unreadable(path, FileNotFoundError()))
    return data


def _refuse(path: Path, status: os.stat_result) -> None:
    formats = " or ".join(SOURCE_SUFFIXES)
    if stat.S_ISDIR(status.st_mode):
        raise WorkbenchError(Problem(path, "this is a folder, not a file", f"name a {formats} file in it"))
    if not stat.S_ISREG(status.st_mode):
        raise WorkbenchError(Problem(path, "this is not an ordinary file", f"name a {formats} file"))
    if path.suffix.lower() not in READERS:
        what = f"cannot read {path.suffix} files" if path.suffix else "the file's name has no suffix"
        raise WorkbenchError(Problem(path, what, f"save the text as {formats}"))
    if status.st_size > LARGEST:
        raise WorkbenchError(_too_large(path, status.st_size))


def _too_large(path: Path, size: int) -> Problem:
    megabytes = f"{size / 1e6:.1f} MB"
    return Problem(path, f"the file is too large ({megabytes}; at most 5 MB)", "split it into several files")


def _unreadable(path: Path, error: OSError | ValueError) -> Problem:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Problem(path, "there is no such file", "check the name and the folder")
        case PermissionError():
            return Problem(path, "no permission to read the file", "make it readable (chmod u+r)")
        case OSError():
            return Problem(path, f"the file cannot be read ({error.strerror})", "check the name and the disk")
        case _:
            return Problem(repr(path), "this is no possible file name", "check the name")
