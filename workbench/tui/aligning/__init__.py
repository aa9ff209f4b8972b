"""The screen on which two documents are aligned: both sides, line by line, put right and kept."""

from workbench.tui.aligning.app import AlignApp, run

__all__ = ["AlignApp", "run"]
