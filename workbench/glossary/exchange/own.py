"""Another project's `glossary.yaml`, taken as what it is; other YAML and JSON are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.concept import Told
from workbench.glossary.file.yaml_file import read_glossary
from workbench.problem import Problem, WorkbenchError

_SUFFIXES = frozenset((".yaml", ".yml"))
_ITEM = rb"[ \t]*-[ \t]+\{?[ \t]*[\"']?(?:de|en|first|also|avoid|kind|note|case)[\"']?[ \t]*:"
_FIRST_ITEM = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*+(?:#[^\r\n]*+|---[ \t]*+)?[\r\n]++)*+" + _ITEM)
_ANY_ITEM = re.compile(rb"(?:^|[\r\n])(?:\xef\xbb\xbf)?" + _ITEM)


def is_own(path: Path, data: bytes) -> bool:
    """Whether a file is to be read as a glossary of the workbench: by its name, or by how it begins."""
    return path.suffix.lower() in _SUFFIXES or _FIRST_ITEM.match(data) is not None


def is_json(path: Path, data: bytes) -> bool:
    """Whether a file is JSON, in which no program exchanges glossaries."""
    if path.suffix.lower() in (".json", ".jsonl"):
        return True
    try:
        return data.lstrip()[:1] in (b"{", b"[") and isinstance(json.loads(data), dict | list)
    except (ValueError, RecursionError):
        return False


def read_own(path: Path, data: bytes, told: Told) -> tuple[Entry, ...]:
    """The entries in force of a glossary of the workbench, whole and with their lines; what is wrong in it is told.

    Raises WorkbenchError for YAML of another kind, and for a file that cannot be read at all.
    """
    file = read_glossary(path)
    if file.problems and not _ANY_ITEM.search(data):
        unreadable = next((problem for problem in file.problems if "UTF-8" in problem.what), None)
        what = "is no glossary of the workbench: no entry in it begins with '- de:'"
        raise WorkbenchError(unreadable or Problem(path, what, "name another project's glossary.yaml"))
    told.notes.append("a glossary of the workbench")
    told.take(file.problems)
    return file.glossary.entries
