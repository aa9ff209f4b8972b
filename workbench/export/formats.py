"""The formats there are, and rendering a translation in one of them."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType
from typing import Literal

from workbench.export import (
    delimited,
    docx,
    html,
    markdown,
    native,
    odt,
    pdf,
    plain_text,
    po,
    queries,
    tmx,
    xliff,
    xliff12,
    xlsx,
)
from workbench.export.checked import must_hold
from workbench.export.credit import with_last_line
from workbench.export.delivery import Delivery
from workbench.formats import PACKED_SUFFIXES
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line
from workbench.translation import State, TranslationRecord

Render = Callable[[Delivery], bytes]
What = Literal["english", "bilingual", "queries"]
WHATS: tuple[What, ...] = ("english", "bilingual", "queries")


@dataclass(frozen=True, slots=True)
class Format:
    """One format that a translation is handed over in.

    `name`: how it is asked for; `about`: what it is for, in a few words. `english`, `bilingual`, `queries`: what makes
    it, None where it cannot hold that. `is_text`: whether it can be read on a terminal. `suffix`: that of its files
    where it is not the name; two formats that hold the same have different ones. `reviewed_only`: whether it never has
    what is not reviewed.
    """

    name: str
    about: str
    english: Render | None = None
    bilingual: Render | None = None
    is_text: bool = True
    suffix: str = ""
    reviewed_only: bool = False
    queries: Render | None = None

    @property
    def holds(self) -> tuple[What, ...]:
        """What it can hold: some of WHATS."""
        return tuple(what for what in WHATS if self.render(what) is not None)

    @property
    def usual(self) -> What:
        """What is meant where a user does not say it: both languages, but of a text format the English."""
        return "english" if self.english and (self.name in ("txt", "md") or not self.bilingual) else "bilingual"

    def render(self, what: str) -> Render | None:
        """What makes it, None where it cannot hold that."""
        return {"english": self.english, "bilingual": self.bilingual, "queries": self.queries}.get(what)


_ALL = (
    Format("txt", "plain text", plain_text.english),
    Format("md", "Markdown, for the web or a diff", markdown.english, markdown.bilingual, queries=queries.markdown),
    Format("html", "one file for a browser; prints well", html.english, html.bilingual, queries=queries.html),
    Format("docx", "Word, LibreOffice", docx.english, docx.bilingual, is_text=False, queries=queries.docx),
    Format("odt", "LibreOffice, OpenOffice", odt.english, odt.bilingual, is_text=False),
    Format("pdf", "to read and print; by LibreOffice or WeasyPrint", pdf.english, pdf.bilingual, is_text=False),
    Format("xlsx", "spreadsheet, to be corrected and to come back", bilingual=xlsx.bilingual, is_text=False),
    Format("csv", "table, for spreadsheets and programs", bilingual=delimited.bilingual_csv),
    Format("tsv", "table, a line a paragraph, for programs", bilingual=delimited.bilingual_tsv),
    Format("xliff", "XLIFF 2.1, for other translation tools", bilingual=xliff.bilingual, suffix="xlf"),
    Format("xliff12", "XLIFF 1.2, for OmegaT, Trados, memoQ", bilingual=xliff12.bilingual, suffix="1.2.xlf"),
    Format("po", "gettext, for Poedit and Weblate", bilingual=po.bilingual),
    Format("tmx1", "translation memory without codes", bilingual=tmx.plain, suffix="level1.tmx", reviewed_only=True),
    Format("tmx", "translation memory, reviewed pairs", bilingual=tmx.bilingual, reviewed_only=True),
)
FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _ALL})
"""Each format by its name. A new one is one line above."""

_PLACES: Mapping[What, str] = {"english": "en", "bilingual": "de-en", "queries": "queries"}


def render(delivery: Delivery, to: str, what: str) -> bytes:
    """A translation as a file's bytes: `to` is one of FORMATS or that of the source, `what` is one of WHATS.

    English in the format of the source is the source file with other words in it (see `workbench.export.native`).
    What was written is read again and counted against the record (see `workbench.export.checked`). The same delivery
    always gives the same bytes, but for a PDF, which another program makes and dates. Raises WorkbenchError for a
    format there is not, for one that cannot hold what is asked (a text file holds English only, a TMX both languages),
    and where a word, a code or a segment was lost in writing.
    """
    source = delivery.record.source if delivery.record.document else ""
    made = _renderer(format_of(to, what, source), what)
    if what == "english" and delivery.last_line:
        delivery = replace(delivery, record=with_last_line(delivery.record, delivery.last_line))
    data = made(delivery)
    if made is not native.english and what != "queries":  # the first has looked by itself
        must_hold(data, delivery, to, what)
    return data


def is_whole(to: str, what: str) -> bool:
    """Whether a document has all of the text that goes out: a list of queries and a memory of pairs have not."""
    return what != "queries" and not (to in FORMATS and FORMATS[to].reviewed_only)


def file_name(name: str, to: str, what: str, source: str = "") -> str:
    """An exported file's path in the exports folder: `ausland/gipfel.en.txt`, `gipfel.de-en.html`.

    `name` is that of the record, without its suffix, with `/`: no two documents have one, and so no two have one file.
    A part that is no good file name everywhere is changed, with a few letters that keep it apart from others.
    `source`: the source file's name. Raises as `render` does.
    """
    found = format_of(to, what, source)
    *folders, last = (_plain(part) for part in name.split("/"))
    both = found.english is not None and found.english is found.bilingual  # a bilingual source has both languages
    place = _PLACES["bilingual"] if both else next(place for known, place in _PLACES.items() if known == what)
    return "/".join((*folders, f"{last}.{place}.{found.suffix or found.name}"))


def format_of(to: str, what: str, source: str = "") -> Format:
    """The format that is asked for. English in the format of the source file of that name is the source's own; where
    that is bilingual, so is what has both languages.

    Raises as `render` does.
    """
    if what not in WHATS:
        raise WorkbenchError(Problem("export", f"cannot export “{what}”", f"choose one of {', '.join(WHATS)}"))
    if native.is_native(source, to) and (
        what == "english" or (what == "bilingual" and native.is_bilingual(source, to))
    ):
        return own_format(source, to)
    if to not in FORMATS:
        raise WorkbenchError(Problem("export", f"there is no format “{to}”", f"choose one of {', '.join(FORMATS)}"))
    _renderer(FORMATS[to], what)
    return FORMATS[to]


def own_format(source: str, to: str = "") -> Format:
    """The format of a source file, for its English; plain text where the source cannot be written with other words.

    A bilingual one holds both languages, whatever is asked for.
    """
    to = to or PurePath(source).suffix.lower().lstrip(".")
    if not native.is_native(source, to):
        return FORMATS["txt"]
    is_text = f".{to}" not in PACKED_SUFFIXES
    if native.is_bilingual(source, to):
        about = "as the source, with the English and its states in it"
        return Format(to, about, native.english, native.english, is_text=is_text)
    return Format(to, "as the source, only the words are others", native.english, is_text=is_text)


def usual_what(to: str, source: str) -> What:
    """What is meant by a format alone: English in the source's own format, else what is usual for the format."""
    if native.is_native(source, to):
        return "english"
    return FORMATS[to].usual if to in FORMATS else "bilingual"


def comments_left_out(record: TranslationRecord, to: str, what: str) -> tuple[int, ...]:
    """The paragraphs (from 0) that are comments in the source: no part of an English text in another format."""
    if what != "english" or native.is_native(record.source, to):
        return ()
    skipped = State.SKIPPED
    of = enumerate(record.paragraphs)
    return tuple(at for at, one in of if one.block.apart == "comment" and one.state is not skipped)


def fate_of_unreviewed(formats: Iterable[str], only_reviewed: bool = False) -> str:
    """What becomes of paragraphs that are not reviewed: `left out`, or `marked so (tmx leaves them out)`."""
    names = list(formats)
    leaving = [name for name in names if name in FORMATS and FORMATS[name].reviewed_only]
    if only_reviewed or len(leaving) == len(names):
        return "left out"
    if leaving:
        return f"marked so ({', '.join(leaving)} leave{'s' if len(leaving) == 1 else ''} them out)"
    return "marked so"


def _renderer(found: Format, what: str) -> Render:
    made = found.render(what)
    if made is None:
        held = [one.name for one in FORMATS.values() if one.render(what)]
        raise WorkbenchError(
            Problem("export", f"{found.name} cannot hold “{what}”", f"choose {', '.join(held)} for it")
        )
    return made


def _plain(part: str) -> str:
    plain = clean_line(part).replace("\\", "_").strip(". ")
    if plain and plain == unicodedata.normalize("NFC", part):
        return part
    return f"{plain or 'translation'}-{hashlib.blake2b(os.fsencode(part), digest_size=3).hexdigest()}"
