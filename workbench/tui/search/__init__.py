"""The search screen: words in all documents, a list of the places, other words put there."""

from workbench.tui.search.screen import SearchScreen

__all__ = ["SearchScreen"]
