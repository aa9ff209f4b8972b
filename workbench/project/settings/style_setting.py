"""The setting `style` of a project: the name of a style guide, or single settings, or both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from workbench.files.yaml_tree import Fields, Text
from workbench.problem import Problem
from workbench.text import clean_line
from workbench.text.house_style import CHOICES, LIMITS, NO_STYLE, OF_DOCUMENTS, PRESETS, HouseStyle
from workbench.text.house_style.limits import LARGEST

LIKE = "like"
"""The key under `style:` that names a style guide, from which the other keys differ."""

CREDIT = "credit"
"""The key of the last line of what is handed over, and what can be filled into it."""
CREDIT_FIELDS = ("source", "title", "site", "date")
_LONGEST_CREDIT = 300
STYLE_NAMES = tuple(PRESETS)
_ALLOWED: Mapping[str, tuple[str, ...]] = {LIKE: STYLE_NAMES, **CHOICES, **OF_DOCUMENTS}


def house_style(said: Mapping[str, str]) -> HouseStyle:
    """The style that settings say: a name at `style` or `style.like`, single settings at `style.KEY`."""
    name = (said.get("style") or said.get(f"style.{LIKE}", "")).casefold()
    own = {setting: said[f"style.{setting}"] for setting in (*CHOICES, *OF_DOCUMENTS) if f"style.{setting}" in said}
    style = (PRESETS[name].style if name else NO_STYLE).having(own)
    set_here = {field: int(said[f"style.{name}"] or 0) for name, field in LIMITS.items() if f"style.{name}" in said}
    return replace(style, limits=replace(style.limits, **set_here), credit=said.get(f"style.{CREDIT}", ""))


def style_lines(lines: Fields, path: Path, tell: Callable[[Problem], None]) -> dict[str, str]:
    """The settings below `style:` in a file, each as `style.KEY`; what is wrong is told and left out."""
    said: dict[str, str] = {}
    for key, value in zip(lines.items[::2], lines.items[1::2], strict=True):
        name = key.value if isinstance(key, Text) else ""
        wanted = _allowed(name, value.value) if isinstance(value, Text) else None
        fault = _fault(name, wanted, value.value if isinstance(value, Text) else "")
        if not fault and f"style.{name}" in said:
            fault = f"`{name}` of `style` is set twice", "keep one of them"
        if fault:
            tell(Problem(path, *fault, key.line))
        elif wanted is not None:
            said[f"style.{name}"] = wanted
    return said


def _allowed(name: str, value: str) -> str | None:
    """The choice that a value is, whatever its capitals and spaces; None where it is none. Empty is unset."""
    if name == CREDIT:
        return value if _is_credit(value) else None
    if name in LIMITS:
        return value if not value or (re.fullmatch(r"[0-9]{1,9}", value) and int(value) <= LARGEST) else None
    plain = value.replace("\u00a0", " ").casefold()
    return next((choice for choice in ("", *_ALLOWED.get(name, ())) if choice.casefold() == plain), None)


def _is_credit(value: str) -> bool:
    known = all(found in CREDIT_FIELDS for found in re.findall(r"\{(.*?)\}", value))
    return known and value == clean_line(value) and len(value) <= _LONGEST_CREDIT


def _fault(name: str, wanted: str | None, value: str) -> tuple[str, str] | None:
    known = (*_ALLOWED, *LIMITS, CREDIT)
    if name not in known:
        what = f"the setting `{clean_line(name)[:40]}` of `style` is not known"
        return what, f"use {', '.join(known)}, or delete the line"
    if wanted is None:
        what = f"`{name}` of `style` cannot be {f'`{clean_line(value)[:40]}`' if value else 'that'}"
        if name in LIMITS:
            return what, f"give a number of characters, at most {LARGEST:,}"
        if name == CREDIT:
            fields = ", ".join(f"{{{field}}}" for field in CREDIT_FIELDS)
            return what, f"write one line of at most {_LONGEST_CREDIT} characters; it may have {fields} in it"
        return what, f"use one of {', '.join(f'`{choice}`' for choice in _ALLOWED[name])}"
    return None
