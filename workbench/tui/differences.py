"""Two versions of a text as one line: what is gone struck out and in brackets, what has come underlined."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from workbench.text.differences import Part


def append_difference(line: Text, parts: Iterable[Part], cut: Style) -> Text:
    """Add a difference to a line; `cut`: how what is gone is drawn, besides being struck out."""
    for part in parts:
        if part.kind == "cut":
            line.append(f"[{part.text}]", cut + Style(strike=True))
        else:
            line.append(part.text, Style(underline=True, bold=True) if part.kind == "put" else Style())
        if part.kind == "cut" and not part.text.endswith(" "):
            line.append(" ")
    return line
