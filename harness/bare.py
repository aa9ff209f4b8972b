"""The smallest Textual program: what a start is compared with. `python -m harness.bare` shows one word."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One word on the screen."""

    def compose(self) -> ComposeResult:
        yield Static("painted")


if __name__ == "__main__":
    Bare().run()
