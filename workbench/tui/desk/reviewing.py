"""At the desk: taking over what a reviewer changed in a file that came back."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.printable import printable_line
from workbench.problem import WorkbenchError
from workbench.project import Correction, Project, Review, article_of_review, comparing, read_file, returned_files
from workbench.project.commands import AddEntry, ChangeEntry, TakeOver
from workbench.project.review.corrected_terms import replaced, term_offered
from workbench.text.counted import counted
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.choose_term import ChooseTermDialog
from workbench.tui.dialogs.returned_file import ReturnedFileDialog
from workbench.tui.dialogs.review import ReviewDialog, ReviewRows
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.dialogs.waiting import WaitingDialog

if TYPE_CHECKING:
    from workbench.export.returned import Returned

_JOB = "returned"
_Read = tuple[Review, ReviewRows]


async def take_over(desk: Workplace) -> bool:
    """Ask for the file, show what it says, and take over what the user takes; whether anything was."""
    if not desk.writable():
        return False
    desk.close_paragraph()
    session = desk.session
    found, suffixes = returned_files(session.project)
    path = await desk.ask(ReturnedFileDialog(found, suffixes))
    if path is None:
        return False
    told = f"Reading {printable_line(path.name)}, and comparing it with the article …"
    waiting: WaitingDialog[_Read | WorkbenchError] = WaitingDialog(
        "The reviewer's file", told, partial(_read, desk, path)
    )
    read = await desk.ask(waiting)
    session.lanes.disk.drop(_JOB)
    if isinstance(read, WorkbenchError):
        desk.status.tell_problem(read)
        return False
    if read is None:
        desk.status.tell("Nothing was taken over.")
        return False
    review, rows = read
    return await _decide(desk, review, rows)


async def _read(desk: Workplace, path: Path) -> _Read | WorkbenchError:
    """What a file says against its article, which is put on the desk; or what went wrong."""
    session = desk.session
    try:
        returned, name = await desk.result(session.lanes.disk.submit(partial(_found, session.project, path), name=_JOB))
        if name != session.document:
            session.translation.save()
            session.put_on_desk(name)
        translation = session.translation
        steps = comparing(translation.record, returned, str(path), translation.locked)
        return await desk.result(session.lanes.disk.submit(partial(_compared, steps), name=_JOB))
    except WorkbenchError as error:
        return error


def _found(project: Project, path: Path) -> Generator[None, None, tuple[Returned, str]]:
    """In the lane, in steps: what a file says, and which article it is of."""
    returned = read_file(path)
    yield
    return returned, article_of_review(project, returned, path)


def _compared(steps: Generator[None, None, Review]) -> Generator[None, None, _Read]:
    """In the lane, in steps: what a file says against a record, and how it is shown."""
    review = yield from steps
    rows = ReviewRows(sorted(review.corrections, key=lambda one: one.kind == "conflict"))
    yield from rows.drawing()
    return review, rows


async def _decide(desk: Workplace, review: Review, rows: ReviewRows) -> bool:
    desk.tell_problems(review.remarks, "The reviewer's file")
    if not review.corrections:
        desk.status.tell(
            f"Nothing to take over: {counted(review.same, 'paragraph')} alike, {review.ours} changed here only."
        )
        return False
    decided = await desk.ask(ReviewDialog(review, rows, partial(_make_term, desk)))
    if decided is None:
        desk.status.tell("Nothing was taken over.")
        return False
    conflicts = [one for one in decided.open if one.kind == "conflict"]
    if not decided.taken and not conflicts:
        desk.status.tell("Nothing was taken over.")
        return False
    done = desk.do(TakeOver(decided.taken, conflicts, decided.reviewed))
    if done is not None:
        if done.at is not None:
            desk.sheet.pairs.current = done.at
        desk.status.tell(f"Saved: {done.told}. u undoes.")
    return done is not None


async def _make_term(desk: Workplace, correction: Correction) -> str:
    """Make an entry of what was replaced, as the user corrects it; what was done, empty where nothing was."""
    from workbench.tui.glossary import saving, term_preview

    session, words = desk.session, replaced(correction)
    if not words:
        return "No words were put in the place of others here."
    chosen = words[0]
    if len(words) > 1:
        put = await desk.ask(ChooseTermDialog([(f"instead of {one.cut}", one.put) for one in words]))
        if put is None:
            return ""
        chosen = next(one for one in words if one.put == put)
    look = partial(term_offered, session.project, correction, chosen)
    offered = await desk.result(session.lanes.model.submit(look, urgent=True))
    command = partial(ChangeEntry, offered.old) if offered.old else AddEntry
    title = f"Change an entry (line {offered.old.line})" if offered.old else "Add a term to the glossary"
    preview = term_preview(session, instead_of=offered.old)
    entry = await desk.ask(TermDialog(offered.new, saving(session, command), title=title, preview=preview))
    return f"Saved: {entry.de[0]} → {entry.en}" if entry else ""
