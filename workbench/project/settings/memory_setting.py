"""The settings `memories` and `match`: which translation memories are asked, and from how many percent on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workbench.files.yaml_tree import Fields, Text
from workbench.problem import Problem
from workbench.text import clean_line

MATCH, LEAST_MATCH = 70, 50
MOST_TAKEN_OFF = 30
"""Percent that may be taken off the matches of one memory."""
BELOW = "write below it a line for each memory: `eu-2023: 5` takes 5 percent off its matches, `eu-2023:` nothing"

_KEY = "memories."
_NAME = re.compile(r"[^/\\:*?\"<>|\x00-\x1f.][^/\\:*?\"<>|\x00-\x1f]{0,59}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MemorySetting:
    """A memory that is asked, by its name, and what is taken off its matches (0 to 30 percent)."""

    name: str
    penalty: int = 0


def no_memory_name(name: str) -> str:
    r"""Why this cannot be the name of a memory, which is that of a file on every system; empty where it can.

    >>> no_memory_name("eu-2023"), no_memory_name("../eu")
    ('', 'cannot be the name of a memory')
    """
    fits = (
        _NAME.fullmatch(name) and name == clean_line(name) and not name.endswith(".") and not _RESERVED.fullmatch(name)
    )
    return "" if fits else "cannot be the name of a memory"


def memory_lines(lines: Fields, path: Path, tell: Callable[[Problem], None]) -> dict[str, str]:
    """The memories below `memories:`, each as `memories.NAME` with its penalty; what is wrong is told and left out."""
    said: dict[str, str] = {}
    for key, value in zip(lines.items[::2], lines.items[1::2], strict=True):
        name = key.value if isinstance(key, Text) else ""
        off = value.value.removesuffix("%").rstrip() if isinstance(value, Text) else "?"
        if why := no_memory_name(name):
            tell(Problem(path, f"`{clean_line(name)[:40]}` of `memories` {why}", BELOW, key.line))
        elif off and not (re.fullmatch(r"[0-9]{1,2}", off) and int(off) <= MOST_TAKEN_OFF):
            mend = f"give what is taken off its matches: 0 to {MOST_TAKEN_OFF} percent"
            tell(Problem(path, f"`{name}` of `memories` cannot be `{clean_line(off)[:20]}`", mend, key.line))
        elif any(name.casefold() == other.removeprefix(_KEY).casefold() for other in said):
            tell(Problem(path, f"`{name}` of `memories` is set twice", "keep one of them", key.line))
        else:
            said[f"{_KEY}{name}"] = off
    return said


def memories_said(said: Mapping[str, str]) -> tuple[MemorySetting, ...]:
    """The memories of settings that were read, in their order."""
    named = ((key.removeprefix(_KEY), off) for key, off in said.items() if key.startswith(_KEY))
    return tuple(MemorySetting(name, int(off or 0)) for name, off in named)


def put_in_said(said: Mapping[str, str]) -> int:
    """From how many percent on the best match is put in by itself; 0: never."""
    value = said.get("put_in") or "off"
    return 0 if value == "off" else int(value)


def order_said(said: Mapping[str, str]) -> Literal["percent", "date", "memory"]:
    """How matches are shown."""
    value = said.get("order")
    return "date" if value == "date" else "memory" if value == "memory" else "percent"


def match_said(said: Mapping[str, str]) -> int:
    """From how many percent on matches are offered, as settings that were read say it."""
    return int(said.get("match") or MATCH)
