"""The least that a Textual program is: one line of text. Its start is what any start is measured by."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

SAYS = "bare and ready"


class Bare(App[None]):
    """Says that it is there."""

    def compose(self) -> ComposeResult:
        yield Static(SAYS)


if __name__ == "__main__":
    Bare().run()
