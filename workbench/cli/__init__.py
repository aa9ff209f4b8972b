"""The command line: a thin face on `Project`. Standard output belongs to output; all else goes to standard error."""

from workbench.cli.main import main

__all__ = ["main"]
