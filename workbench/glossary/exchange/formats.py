"""The formats there are: their names, the suffixes of their files, how each is read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.concept import Concept, Told
from workbench.glossary.exchange.delimited import begun_by_omegat, read_table, read_tabs
from workbench.glossary.exchange.pairs import write_google_set, write_omegat, write_pairs
from workbench.glossary.exchange.tbx_reading import read_tbx
from workbench.glossary.exchange.tbx_writing import write_tbx2, write_tbx3
from workbench.glossary.exchange.written import Written
from workbench.glossary.exchange.xlsx import is_package, read_xlsx, write_xlsx
from workbench.problem import Problem, WorkbenchError

Read = Callable[[bytes, bool, Told], Iterable[Concept]]
Write = Callable[[Sequence[Entry]], Written]


@dataclass(frozen=True, slots=True)
class Format:
    """A format. `says`: what it is, in one line; `suffixes`: the file names it is taken for, if none is named."""

    name: str
    suffixes: tuple[str, ...]
    says: str
    read: Read
    write: Write
    is_text: bool = True


_ALL = (
    Format("tbx3", (".tbx",), "TBX version 3 (ISO 30042:2019)", read_tbx, write_tbx3),
    Format("tbx2", (), "TBX version 2 (OmegaT, older programs)", read_tbx, write_tbx2),
    Format("omegat", (".txt", ".utf8", ".tab", ".tsv"), "OmegaT: German, English, comment", read_tabs, write_omegat),
    Format("deepl", (".csv",), "DeepL: German, English", read_table, write_pairs),
    Format("google", (), "Google's unidirectional glossary: German, English", read_table, write_pairs),
    Format("google-set", (), "Google's equivalent term set: de, en, description", read_table, write_google_set),
    Format("xlsx", (".xlsx", ".xlsm"), "Excel, LibreOffice", read_xlsx, write_xlsx, is_text=False),
)
FORMATS: Mapping[str, Format] = MappingProxyType({format.name: format for format in _ALL})
"""Every format by its name. Of two with one suffix the first is meant."""


def format_named(name: str) -> Format:
    """The format of this name. Raises WorkbenchError if there is none."""
    if name not in FORMATS:
        raise WorkbenchError(Problem("format", f"there is no format '{name}'", f"choose one of {', '.join(FORMATS)}"))
    return FORMATS[name]


def format_for(path: Path) -> Format:
    """The format a file name asks for. Raises WorkbenchError if its suffix asks for none."""
    found = _by_suffix(path)
    if not found:
        raise WorkbenchError(Problem(path, "its suffix tells no format", f"name one: --format {', '.join(FORMATS)}"))
    return found


def format_of(path: Path, data: bytes) -> Format:
    """The format of a file that is to be read: by its content where that tells, else by its suffix."""
    if is_package(data):
        return FORMATS["xlsx"]
    begin = data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if begin.startswith(b"<"):
        return FORMATS["tbx3"]
    found = _by_suffix(path)
    is_tabs = found is FORMATS["omegat"] and b"\t" in data
    return FORMATS["omegat"] if is_tabs or begun_by_omegat(data) else FORMATS["deepl"]


def _by_suffix(path: Path) -> Format | None:
    suffix = path.suffix.lower()
    return next((format for format in _ALL if suffix in format.suffixes), None)
