"""The glossary on the screen: every entry, what it says, and every place where it is used."""

from workbench.tui.glossary.preview import saving, term_preview
from workbench.tui.glossary.screen import GlossaryScreen

__all__ = ["GlossaryScreen", "saving", "term_preview"]
