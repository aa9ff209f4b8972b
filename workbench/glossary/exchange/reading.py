"""Reading terms from another program's file."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.concept import Told
from workbench.glossary.exchange.formats import format_named, format_of
from workbench.glossary.exchange.gathering import gathered
from workbench.glossary.exchange.own import is_json, is_own, read_own
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

MOST_BYTES = 50_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class ReadTerms:
    """What a file gave: its entries, in order (`line` is the line or row in that file).

    `problems`: what was left out, and why. `notes`: how the file was taken – its kind, its columns, which English is
    preferred – with nothing left out.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def read_terms(path: Path, format: str = "", *, english: str = "en-GB", swap: bool = False) -> ReadTerms:
    """Read a glossary in another format: TBX, a table as CSV, TSV or XLSX; or another project's `glossary.yaml`.

    `format` is one of FORMATS; without it the content and the suffix tell. `english` is the English that is preferred
    in a file with several; `swap` says that the first of two nameless columns is English. Raises WorkbenchError for a
    file that cannot be read, is over 50 MB, is in no known format, or has no German and English.
    """
    data = _data(path)
    told = Told(path)
    if data.startswith(_OLD_OFFICE):
        raise WorkbenchError(
            Problem(path, "is an old or a protected office document", "save it as .xlsx, without password")
        )
    if not format and is_json(path, data):
        raise WorkbenchError(Problem(path, "is JSON, which is not read", "export it as CSV, as XLSX or as TBX"))
    if not format and is_own(path, data):
        entries = read_own(path, data, told)
    else:
        chosen = format_named(format) if format else format_of(path, data)
        entries = gathered(chosen.read(data, swap, told), english, told)
    if not entries and not told.problems and not told.may_be_empty:
        why = "it is empty" if not data.strip() else told.empty
        raise WorkbenchError(Problem(path, f"has no terms in it{why and f': {why}'}", "take another file"))
    return ReadTerms(entries, told.problems, tuple(map(clean_line, told.notes)))


def _data(path: Path) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not an ordinary file"
            raise WorkbenchError(Problem(path, f"is {kind}", "name a file"))
        if found.st_size > MOST_BYTES:
            what = f"has {found.st_size / 1e6:,.0f} MB, over the limit of {MOST_BYTES // 1_000_000} MB"
            raise WorkbenchError(Problem(path, what, "export German and English only, or a part of it"))
        return path.read_bytes()
    except FileNotFoundError:
        raise WorkbenchError(Problem(path, "there is no such file", "look at its name")) from None
    except (OSError, ValueError, RuntimeError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise WorkbenchError(Problem(path, f"cannot be read: {reason}", "check the file and its folder")) from None
