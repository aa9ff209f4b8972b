"""Which filter reads which files, by their suffix. A filter is loaded when the first file of its format is met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.formats.filter import BilingualFilter, Filter

if TYPE_CHECKING:
    from workbench.formats.table import CsvFilter, XlsxFilter


def _plain(suffix: str) -> Filter:
    from workbench.formats.plain import PlainFilter

    return PlainFilter()


def _markdown(suffix: str) -> Filter:
    from workbench.formats.markdown import MarkdownFilter

    return MarkdownFilter()


def _html(suffix: str) -> Filter:
    from workbench.formats.html import HtmlFilter

    return HtmlFilter()


def _wordpress(suffix: str) -> Filter:
    from workbench.formats.html import WordPressFilter

    return WordPressFilter()


def _docx(suffix: str) -> Filter:
    from workbench.formats.docx import DocxFilter

    return DocxFilter(suffix)


def _odt(suffix: str) -> Filter:
    from workbench.formats.odt import OdtFilter

    return OdtFilter((suffix,))


def _epub(suffix: str) -> Filter:
    from workbench.formats.epub import EpubFilter

    return EpubFilter()


def _subtitles(suffix: str) -> Filter:
    from workbench.formats.subtitles import SubtitleFilter

    return SubtitleFilter()


def _csv(suffix: str) -> CsvFilter:
    from workbench.formats.table import CsvFilter

    return CsvFilter()


def _xlsx(suffix: str) -> XlsxFilter:
    from workbench.formats.table import XlsxFilter

    return XlsxFilter()


def _xliff(suffix: str) -> BilingualFilter:
    from workbench.formats.xliff import XliffFilter

    return XliffFilter()


def _po(suffix: str) -> BilingualFilter:
    from workbench.formats.po import PoFilter

    return PoFilter()


_TABLES: Mapping[str, Callable[[str], CsvFilter | XlsxFilter]] = {".csv": _csv, ".tsv": _csv, ".xlsx": _xlsx}
_BILINGUAL: Mapping[str, Callable[[str], BilingualFilter]] = {
    **dict.fromkeys((".xliff", ".xlf", ".sdlxliff", ".mqxliff"), _xliff),
    **dict.fromkeys((".po", ".pot"), _po),
}
_ALL: Mapping[str, Callable[[str], Filter]] = MappingProxyType(
    {
        ".txt": _plain,
        ".md": _markdown,
        **dict.fromkeys((".html", ".htm", ".xhtml"), _html),
        ".xml": _wordpress,
        **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), _docx),
        **dict.fromkeys((".odt", ".ott", ".fodt"), _odt),
        ".epub": _epub,
        **dict.fromkeys((".srt", ".vtt"), _subtitles),
        **_TABLES,
        **_BILINGUAL,
    }
)
SOURCE_SUFFIXES: tuple[str, ...] = tuple(_ALL)
SUFFIXES_TOLD = ", ".join(SOURCE_SUFFIXES[:-1]) + f" or {SOURCE_SUFFIXES[-1]}"
"""All of them, for a sentence."""
TABLE_SUFFIXES: tuple[str, ...] = tuple(_TABLES)
"""Those of tables, of which one column is German. A table is an article only among others in a `sources` folder."""
PACKED_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".epub", ".xlsx"})
"""Those of files that are a zip: all others are text."""


def is_read(name: str) -> bool:
    """Whether files of this name's suffix are read."""
    return _suffix(name) in _ALL


def filter_of(name: str) -> Filter:
    """The filter for a source file, by its suffix; plain text for one that has none."""
    suffix = _suffix(name)
    return _made(suffix if suffix in _ALL else ".txt")


def bilingual_filter_of(name: str) -> BilingualFilter | None:
    """The filter for a source file that has both languages; None where its format has one."""
    suffix = _suffix(name)
    return _BILINGUAL[suffix](suffix) if suffix in _BILINGUAL else None


def table_filter_of(name: str) -> CsvFilter | XlsxFilter | None:
    """The filter for a table, of which a column is chosen; None for any other file."""
    suffix = _suffix(name)
    return _TABLES[suffix](suffix) if suffix in _TABLES else None


def text_filter_of(name: str) -> Filter:
    """The filter that writes the English of a source as text: that of its format, or plain text where it is none."""
    return _made(".md" if is_markdown(name) else ".txt")


def is_markdown(name: str) -> bool:
    """Whether a source file is Markdown."""
    return _suffix(name) == ".md"


@cache
def _made(suffix: str) -> Filter:
    return _ALL[suffix](suffix)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
