"""English sentences for the house style: right ones, and wrong ones with what is right (data/house_style.yaml)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from workbench.text.house_style import PRESETS, deviations, restyled

SET = Path(__file__).parent / "data" / "house_style.yaml"


def sentences() -> Iterator[tuple[bool, str, str, str]]:
    """The sentences of the set: held out?, style, sentence, what is right."""
    data: dict[str, Any] = yaml.safe_load(SET.read_text(encoding="utf-8"))
    for style, right in data["right"].items():
        yield from ((at % 2 == 1, style, text, text) for at, text in enumerate(right))
    yield from ((at % 2 == 1, style, wrong, right) for at, (style, wrong, right) in enumerate(data["wrong"]))


def faults(*, held_out: bool) -> list[str]:
    """Of one half of the set what is not as it should be, a line each."""
    lines = []
    for held, style, text, right in sentences():
        new = restyled(text, PRESETS[style].style).text
        if held == held_out and new != right:
            told = "told though right" if text == right else "put wrong"
            lines.append(f"{told} ({style}): {text} → {new}")
        elif held == held_out and text == right and (found := deviations(text, PRESETS[style].style)):
            lines.append(f"told though right ({style}): {text}: {[use.text for use in found]}")
    return lines
