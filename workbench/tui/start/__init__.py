"""The start screen: all documents, how far each is, and what they consist of."""

from workbench.tui.start.screen import StartScreen

__all__ = ["StartScreen"]
