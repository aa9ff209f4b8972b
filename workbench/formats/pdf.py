"""The text of a PDF file, as paragraphs. A PDF says where letters stand; what belongs together is made out here.

Nobody gets a PDF back: its text is imported, and goes on as a text file.
"""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.formats.pdf_lines import Line, columns_in_turn, paragraphs_of, without_repeats
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_BYTES = 100_000_000
MOST_PAGES = 2_000
_LONGEST = 180.0
"""Seconds of work for a whole file, however busy the machine is; 300 full pages take less than a minute."""
_FEWEST_LETTERS = 20
_LOGS = ("pypdf", "pypdf._reader", "pypdf.generic")
_ABOUT = "only its text was taken: no bold, tables or pictures; an English PDF cannot be made of it"


@dataclass(frozen=True, slots=True)
class PdfText:
    """What was read: paragraphs with an empty line between them, the title that the file gives, what is to be told."""

    text: str
    title: str = ""
    remarks: tuple[Problem, ...] = ()


def text_of_pdf(data: bytes, where: Path) -> PdfText:
    """The text of a PDF file, column by column, without what repeats at the top and the bottom of its pages.

    Words that are broken at line ends are joined, and so are paragraphs that go on over a column or a page. Raises
    WorkbenchError for what is damaged, locked, too long, or has no text (a scan).
    """
    for name in _LOGS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    reader = _opened(data, where)
    pages, empty = _pages(reader, where)
    if sum(len(line.text) for page in pages for line in page) < _FEWEST_LETTERS:
        what = "has no text in it, only pictures of pages (a scan)"
        raise WorkbenchError(
            Problem(where, what, "have a program for text recognition (OCR) read it, then import that")
        )
    lines, repeated = without_repeats(pages)
    text = "\n\n".join(paragraphs_of(lines)) + "\n"
    return PdfText(text, _title(reader), tuple(_remarks(where, len(pages), repeated, empty)))


def _opened(data: bytes, where: Path) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    if not data[:1_024].lstrip().startswith(b"%PDF-"):
        raise WorkbenchError(Problem(where, "is no PDF file", "look what it is, and give it its right suffix"))
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        count = len(reader.pages) if not locked else 0
    except DependencyError:
        locked, count = True, 0
    except Exception:  # pypdf lets through whatever a damaged file sets off
        mend = "open it in a program that shows PDF files, and print it into a new one"
        raise WorkbenchError(Problem(where, "is damaged", mend)) from None
    if locked:
        mend = "open it with its password, and print it into a new PDF without one"
        raise WorkbenchError(Problem(where, "is locked by a password", mend))
    if count > MOST_PAGES:
        raise WorkbenchError(Problem(where, f"has {count:,} pages; at most {MOST_PAGES:,}", "split it into several"))
    return reader


def _pages(reader: PdfReader, where: Path) -> tuple[list[list[Line]], list[int]]:
    """The lines of each page in their order, and the pages (from 1) that have none."""
    pages: list[list[Line]] = []
    empty = []
    until = time.thread_time() + _LONGEST
    for number, page in enumerate(reader.pages, 1):
        try:
            lines = columns_in_turn(_lines(page))
        except Exception:
            mend = "open it in a program that shows PDF files, and print it into a new one"
            raise WorkbenchError(Problem(where, f"page {number} is damaged", mend)) from None
        if not lines:
            empty.append(number)
        pages.append(lines)
        if time.thread_time() > until:
            raise WorkbenchError(Problem(where, f"takes longer than {_LONGEST:.0f} seconds", "split it into several"))
    return pages, empty


def _lines(page: PageObject) -> list[list[Line]]:
    """The page's lines as it draws them, each in the pieces it is drawn in."""
    lines: list[list[Line]] = [[]]

    def take(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] or tm[0] or 1) * (cm[3] or cm[0] or 1))
        for number, part in enumerate(text.split("\n")):
            if number and lines[-1]:
                lines.append([])
            if not part.strip():
                continue
            if lines[-1] and abs(lines[-1][0].y - y) > max(height, 4):
                lines.append([])
            lines[-1].append(Line(x, y, height, part))

    page.extract_text(visitor_text=take)
    return [line for line in lines if line]


def _title(reader: PdfReader) -> str:
    """The title that the file gives itself, unless it is the name of a file that it was made of."""
    try:
        title = clean_line(str((reader.metadata and reader.metadata.title) or ""))[:200]
    except Exception:
        return ""
    return "" if title.lower().startswith(("microsoft ", "untitled")) or "." in title[-5:-2] else title


def _remarks(where: Path, pages: int, repeated: Sequence[str], empty: Sequence[int]) -> list[Problem]:
    told = [Problem(where, _ABOUT, "look whether its paragraphs are whole")]
    if repeated:
        shown = ", ".join(f"“{text[:40]}”" for text in repeated[:3])
        told.append(Problem(where, f"left out what repeats on its pages: {shown}", "add it by hand, if it is text"))
    if empty:
        which = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")
        noun = "page" if len(empty) == 1 else "pages"
        what = f"{noun} {which} of {pages} {'has' if len(empty) == 1 else 'have'} no text (empty, or a picture)"
        told.append(Problem(where, what, "look what is on them"))
    return told
