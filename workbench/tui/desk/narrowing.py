"""At the desk: showing some of the paragraphs only, and all of them again."""

from __future__ import annotations

from asyncio import sleep, wait, wrap_future
from collections.abc import Generator
from functools import partial
from time import monotonic

from workbench.problem import WorkbenchError
from workbench.project.doubting.most import wider
from workbench.project.narrowing import Narrowing, is_known, narrowed
from workbench.text import clean_line
from workbench.tui.desk import doubting
from workbench.tui.desk.terms import bare
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.narrowing import NarrowingDialog

AT_ONCE = 0.02
"""Seconds for which the screen waits, in a long document, before it is drawn again."""

LONGEST = 3.0
"""Seconds for which keys wait until a document is weighed."""


async def ask(desk: Workplace) -> None:
    """Ask which paragraphs are to be shown, and show these; the same again brings the list up to date."""
    narrowing = await desk.ask(NarrowingDialog(desk.sheet.narrowing, _words(desk)))
    if narrowing is None:
        return
    if desk.sheet.opened is not None:
        desk.close_paragraph()
    desk.status.tell(f"Looking for paragraphs: {narrowing.told} …")
    try:
        with desk.at_work:
            if "in doubt" in narrowing.conditions:
                await _weighed(desk)
            count = len(desk.session.paragraphs)
            wanted = await _bit_by_bit(narrowed(desk.session, narrowing, range(count)))
        if count == len(desk.session.paragraphs):
            _show(desk, narrowing, wanted)
    except WorkbenchError as error:
        desk.status.tell_problem(error)


async def _weighed(desk: Workplace) -> None:
    """Have the document weighed; a long one goes on being weighed behind what is shown after some seconds.

    Raises WorkbenchError where the package is gone.
    """
    from workbench.project.doubts import whole_document

    doubting.show(desk)
    weighing = desk.session.lanes.model.submit(partial(whole_document, desk.session), name="weighing")
    made = wrap_future(weighing)
    await wait({made}, timeout=LONGEST)
    if made.done():
        made.result()


async def _bit_by_bit(steps: Generator[None, None, tuple[int, ...]]) -> tuple[int, ...]:
    end = monotonic() + AT_ONCE
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: tuple[int, ...] = done.value
            return found
        if monotonic() > end:
            await sleep(0)
            end = monotonic() + AT_ONCE


def _show(desk: Workplace, narrowing: Narrowing, wanted: tuple[int, ...]) -> None:
    known = "" if is_known(desk.session, narrowing) else " · the document is still being looked at: v Enter once more"
    if not wanted:
        desk.status.tell(f"No paragraph here: {narrowing.told}{known}.", bad=True)
        return
    desk.sheet.narrow(narrowing, wanted)
    of = f"{len(wanted):,} of {len(desk.session.paragraphs):,}"
    more = f" · v d: {wider(narrowing.share)}" if narrowing.conditions == ("in doubt",) else ""
    desk.status.tell(f"{of} shown: {narrowing.told}{more} · V shows all{known}")


def show_all(desk: Workplace) -> None:
    """Show every paragraph again."""
    if desk.sheet.narrowing is None:
        desk.status.tell("All paragraphs are shown: v shows some of them.")
        return
    if desk.sheet.opened is not None:
        desk.close_paragraph()
    desk.sheet.widen()
    desk.status.tell(_all_shown(len(desk.session.paragraphs)))


def _words(desk: Workplace) -> str:
    """What is selected, else the term of the glossary that the paragraph has, the first one that its English lacks."""
    sheet = desk.sheet
    selected = bare(clean_line(sheet.cell.selected_words)) if sheet.opened is not None else ""
    rows = desk.session.termbase.rows(desk.session.paragraphs[desk.index])
    first = min(rows, key=lambda row: bool(row.english), default=None)
    return selected or (first.hit.kept.de[0] if first else "")


def _all_shown(number: int) -> str:
    return "The one paragraph is shown." if number == 1 else f"All {number:,} paragraphs are shown."
