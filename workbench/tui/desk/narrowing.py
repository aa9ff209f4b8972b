"""At the desk: showing some of the paragraphs only, and all of them again."""

from __future__ import annotations

from workbench.problem import WorkbenchError
from workbench.text import clean_line
from workbench.tui.desk.terms import bare
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.narrowing import NarrowingDialog


async def ask(desk: Workplace) -> None:
    """Ask which paragraphs are to be shown, and show these; the same again brings the list up to date."""
    narrowing = await desk.ask(NarrowingDialog(desk.sheet.narrowing, _words(desk)))
    if narrowing is None:
        return
    desk.close_paragraph()
    try:
        if desk.sheet.narrow(narrowing):
            shown = desk.sheet.pairs.shown
            desk.status.tell(f"{len(shown):,} of {shown.count:,} shown: {narrowing.told} · V shows all")
        else:
            desk.status.tell(f"No paragraph here: {narrowing.told}.", bad=True)
    except WorkbenchError as error:
        desk.status.tell_problem(error)


def show_all(desk: Workplace) -> None:
    """Show every paragraph again."""
    if desk.sheet.narrowing is None:
        desk.status.tell("All paragraphs are shown: v shows some of them.")
        return
    desk.close_paragraph()
    desk.sheet.widen()
    desk.status.tell(f"All {len(desk.session.paragraphs):,} paragraphs are shown.")


def _words(desk: Workplace) -> str:
    """What is selected, else the term of the glossary that the paragraph has, the first one that its English lacks."""
    sheet = desk.sheet
    selected = bare(clean_line(sheet.cell.selected_words)) if sheet.opened is not None else ""
    rows = desk.session.termbase.rows(desk.session.paragraphs[desk.index])
    first = min(rows, key=lambda row: bool(row.english), default=None)
    return selected or (first.hit.kept.de[0] if first else "")
