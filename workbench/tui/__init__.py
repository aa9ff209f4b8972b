"""The screen: a thin face on `Project`. It computes nothing; it asks and shows."""

from workbench.tui.app import WorkbenchApp, run

__all__ = ["WorkbenchApp", "run"]
