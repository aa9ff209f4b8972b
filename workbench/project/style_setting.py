"""The setting `style` of a project: the name of a style guide, or single settings, or both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from workbench.problem import Problem
from workbench.text import clean_line
from workbench.text.house_style import CHOICES, NO_STYLE, OF_DOCUMENTS, PRESETS, HouseStyle
from workbench.translation.yaml_tree import Fields, Text

LIKE = "like"
"""The key under `style:` that names a style guide, from which the other keys differ."""

STYLE_NAMES = tuple(PRESETS)
_ALLOWED: Mapping[str, tuple[str, ...]] = {LIKE: STYLE_NAMES, **CHOICES, **OF_DOCUMENTS}


def house_style(said: Mapping[str, str]) -> HouseStyle:
    """The style that settings say: a name at `style` or `style.like`, single settings at `style.KEY`."""
    name = (said.get("style") or said.get(f"style.{LIKE}", "")).casefold()
    own = {setting: said[f"style.{setting}"] for setting in (*CHOICES, *OF_DOCUMENTS) if f"style.{setting}" in said}
    return replace(PRESETS[name].style if name else NO_STYLE, **own)


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
    plain = value.replace("\u00a0", " ").casefold()
    return next((choice for choice in ("", *_ALLOWED.get(name, ())) if choice.casefold() == plain), None)


def _fault(name: str, wanted: str | None, value: str) -> tuple[str, str] | None:
    if name not in _ALLOWED:
        what = f"the setting `{clean_line(name)[:40]}` of `style` is not known"
        return what, f"use {', '.join(_ALLOWED)}, or delete the line"
    if wanted is None:
        what = f"`{name}` of `style` cannot be {f'`{clean_line(value)[:40]}`' if value else 'that'}"
        return what, f"use one of {', '.join(f'`{choice}`' for choice in _ALLOWED[name])}"
    return None
