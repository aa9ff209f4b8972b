"""At the desk: the English for somewhere else."""

from __future__ import annotations

from workbench.tui.desk.workplace import Workplace


def copy_english(desk: Workplace) -> None:
    """Send the English of the paragraph to the terminal's clipboard."""
    desk.app.copy_to_clipboard(desk.session.paragraphs[desk.index].english)
    desk.status.tell(f"English of paragraph {desk.index + 1} sent to the terminal's clipboard.")
