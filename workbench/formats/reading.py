"""A source file in, a Document out: one reader per format, and clear words for what cannot be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.files import read_regular
from workbench.formats.document import Document
from workbench.formats.markup import Markup
from workbench.formats.page import ARCHIVE_SUFFIXES
from workbench.formats.registry import SUFFIXES_TOLD, filter_of, is_markdown, is_read, table_filter_of
from workbench.invocation import pasted, run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text.inline import Inline
from workbench.text.language import other_language, other_than_english

if TYPE_CHECKING:
    from workbench.formats.table.look import Sheet

Language = Literal["German", "English", "any"]
_TAKEN_IN = (".pdf", *ARCHIVE_SUFFIXES)
"""Files that are no articles as they are, but are taken in by `workbench import`."""


def codes_in(name: str, text: str, known: Sequence[Markup] = ()) -> tuple[Inline, tuple[Markup, ...]]:
    """One paragraph's text with the marks of its format as codes, and what these are; plain text has none.

    `known`: the codes of its document, some of which lead to addresses that stand elsewhere in the file.
    """
    if not is_markdown(name):
        return Inline(text), ()
    from workbench.formats.markdown.inline import marks_read

    source, markup = marks_read(text, known)
    return source, tuple(markup)


def read_document(path: Path, columns: str = "", language: Language = "German") -> Document:
    """Read a German source file, of one of the formats there are, into paragraphs.

    `columns`: of a table, which column is German and which gets the English, as the user chose (`B > C`). `language`:
    what it has to be instead of German, if that matters.

    Of a file that is text, its text, cleaned (see `clean`), is for each paragraph its `before` and its `native`, and
    the document's `tail` in the end.
    Raises WorkbenchError for a file that is missing, a folder, no ordinary file, of another format, too
    large (or of more than 100,000 lines), not allowed to be read, binary, in no known encoding, without
    text, or surely not German.
    """
    return document_from(_read(path), path, columns, language)


def sheets_of(path: Path) -> tuple[Sheet, ...]:
    """What a table looks like, for who chooses its columns; none of a file that is no table.

    Raises WorkbenchError where it cannot be read.
    """
    table = table_filter_of(path.name)
    return table.sheets(_read(path), path) if table else ()


def document_from(data: bytes, path: Path, columns: str = "", language: Language = "German") -> Document:
    """The document in the bytes of a source file that is, or is to be, at `path`; for the rest see `read_document`.

    Raises WorkbenchError for what is none, is empty, or is surely in another language.
    """
    table = table_filter_of(path.name)
    one = table.choosing(columns) if table and columns else filter_of(path.name)
    document = one.read(data, path)
    if not document.paragraphs:
        what = {"German": "a German text", "English": "an English text", "any": "text"}[language]
        raise WorkbenchError(Problem(path, "the file has no text in it", f"give a file with {what}"))
    _must_be_in(language, document, path)
    return document


def _must_be_in(language: Language, document: Document, path: Path) -> None:
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    if language == "German" and (other := other_language(text)) is not None:
        what = f"the text is not German, it looks {other}"
        raise WorkbenchError(Problem(path, what, "give a German text; only German is translated here"))
    if language == "English" and (other := other_than_english(text)) is not None:
        what = f"the text is not English, it looks {other}"
        raise WorkbenchError(Problem(path, what, "give the English of the German text"))


def _read(path: Path) -> bytes:
    """The file's bytes. What is no ordinary file, or too large, is refused before it is opened."""
    try:
        _refuse(path, path.stat())
    except (OSError, ValueError) as error:
        raise WorkbenchError(_unreadable(path, error)) from error
    data = read_regular(path, filter_of(path.name).largest, "split it into several files")
    if data is None:
        raise WorkbenchError(_unreadable(path, FileNotFoundError()))
    return data


def _refuse(path: Path, status: os.stat_result) -> None:
    formats = SUFFIXES_TOLD
    if stat.S_ISDIR(status.st_mode):
        raise WorkbenchError(Problem(path, "this is a folder, not a file", f"name a {formats} file in it"))
    if not stat.S_ISREG(status.st_mode):
        raise WorkbenchError(Problem(path, "this is not an ordinary file", f"name a {formats} file"))
    if not is_read(path.name):
        what = f"cannot read {path.suffix} files" if path.suffix else "the file's name has no suffix"
        taken = f"take its text in: {run_again(f'import {pasted(path)}')}"
        mend = taken if path.suffix.lower() in _TAKEN_IN else f"save the text as {formats}"
        raise WorkbenchError(Problem(path, what, mend))
    most = filter_of(path.name).largest
    if status.st_size > most:
        raise WorkbenchError(_too_large(path, status.st_size, most))


def _too_large(path: Path, size: int, most: int) -> Problem:
    what = f"the file is too large ({size / 1e6:.1f} MB; at most {most / 1e6:.0f} MB)"
    return Problem(path, what, "split it into several files")


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
