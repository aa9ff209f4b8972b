"""The desk: the screen where an article is translated, and what is done there, a module for each kind of work."""

from workbench.tui.desk.screen import DeskScreen

__all__ = ["DeskScreen"]
