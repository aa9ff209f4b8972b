"""At the desk: what other programs do to the glossary, the settings, the article and its record."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from workbench.problem import Problem, WorkbenchError
from workbench.text import printable_line
from workbench.tui.desk import acts
from workbench.tui.desk.workplace import Workplace

if TYPE_CHECKING:
    from workbench.project import Orphan


async def look(desk: Workplace) -> None:
    """Take up what other programs changed, where nothing of the user's is lost by it; else say so."""
    session = desk.session
    if await desk.result(session.lanes.disk.submit(session.termbase.reload, name="look")):
        desk.tell_problems(session.termbase.problems, "Glossary")
        session.take_up_glossary()
    if await desk.result(session.lanes.disk.submit(session.project.words.reload, name="look at words")):
        desk.tell_problems(session.project.words.problems, "Words")
        session.take_up_words()
    await _look_at_settings(desk)
    _tell_of_memories(desk, session.look_at_memories())
    with desk.status.telling():
        change = session.disk.look(busy=desk.sheet.opened is not None)
        if change == "taken up":
            desk.status.tell_besides("The files were changed by another program: this is what they hold now.")
        elif change == "lost":
            desk.status.tell(f"Read-only from now on: {session.project.read_only_reason}", bad=True)
        elif change == "conflict":
            desk.status.tell("Another program changed this document on disk: F5 decides whose goes on.", bad=True)


def _tell_of_memories(desk: Workplace, news: Sequence[str | Problem]) -> None:
    """What became of files in `memories/`."""
    if wrong := [str(told) for told in news if not isinstance(told, str)]:
        desk.status.tell_besides("; ".join(wrong), bad=True)
    if told := "; ".join(told for told in news if isinstance(told, str)):
        desk.status.tell_besides(f"{told[0].upper()}{told[1:]}.")


async def _look_at_settings(desk: Workplace) -> None:
    """Take up another house style, and say what is wrong in `project.yaml`."""
    session, project = desk.session, desk.session.project
    before = project.settings.style
    if not await desk.result(session.lanes.disk.submit(project.reload_settings, name="look at settings")):
        return
    desk.tell_problems(project.settings_problems, "Settings")
    session.memories.forget()
    if project.settings.style != before:
        session.take_up_glossary()
        desk.status.tell_besides(
            f"The house style was changed in project.yaml. It is {project.settings.style.short} now."
        )


async def read_glossary(desk: Workplace) -> None:
    """Have a large glossary read in a lane."""
    await desk.result(desk.session.lanes.look_up.submit(desk.session.termbase.read))


async def go_on(desk: Workplace) -> None:
    """What takes time and waits until the document is seen: drafts, what keys need, the dictionaries, work elsewhere.

    Work under another name is looked for before there are drafts: with these the article counts as begun.
    """
    from workbench.checks import draft_lost
    from workbench.project.tables import is_table

    session, document = desk.session, desk.session.document
    elsewhere = session.lanes.disk.submit(partial(session.project.work_elsewhere, document), name="elsewhere")
    session.draft()
    desk.tell_problems(session.project.words.problems, "Words")
    loaded = session.drafts.then(session.lanes.disk, acts.load)
    read = session.drafts.then(session.lanes.disk, session.project.words.read)
    if any(paragraph.draft and paragraph.draft.lost for paragraph in session.paragraphs):
        session.drafts.then(session.lanes.disk, draft_lost.read_ahead)
    await desk.result(loaded)
    acts.completing.attach(desk)
    acts.lighting.attach(desk)
    await desk.result(read)
    session.take_up_words()
    session.lanes.disk.submit(acts.dictionary.read_ahead, name="dictionary ahead")
    if is_table(session.document) and session.document not in session.project.settings.columns:
        desk.status.tell("A table: its head says which column is German. C shows the columns, and chooses others.")
    if session.document == document:
        await _offer_work(desk, elsewhere)
    await _tell_of_better_drafts(desk)


async def _tell_of_better_drafts(desk: Workplace) -> None:
    """Once to each user, when all else is told: where the keys are learnt; at a later start, how drafts get better."""
    from workbench.project.better_drafts import at_start, told

    if getattr(desk.app, "learning", False):
        return
    look = partial(at_start, desk.session.project)
    hint = await desk.result(desk.session.lanes.disk.submit(look, name="better drafts"))
    if hint:
        desk.status.tell_later(f"{hint.line}.", partial(told, hint))


async def _offer_work(desk: Workplace, elsewhere: Future[Orphan | None]) -> None:
    """Where the article was translated under another name, ask whether that work is to be taken over."""
    from workbench.tui.dialogs.adopt import AdoptDialog

    session = desk.session
    try:
        orphan = await desk.result(elsewhere)
        if orphan is None:
            return
        record = printable_line(orphan.record.name)
        if await desk.ask(AdoptDialog(record, orphan.worked, orphan.reviewed)):
            session.take_over(orphan)
            desk.status.tell(f"Taken over from {record}.")
    except WorkbenchError as error:
        desk.status.tell_problem(error)


async def decide(desk: Workplace) -> None:
    """Ask whose work goes on where another program changed the document; the other's is put aside."""
    from workbench.tui.dialogs.conflict import ConflictDialog

    desk.take_typed()
    session = desk.session
    if not session.disk.changed():
        desk.status.tell("No other program has changed this document.")
        return
    mine = await desk.ask(ConflictDialog(session.translation.path.name))
    with desk.status.telling():
        if mine:
            session.disk.save_over()
            desk.status.tell("Saved. What was on disk is put aside beside it.")
        elif mine is False:
            session.disk.take_up()
            desk.status.tell("This is what the files hold now. Work that was not saved is put aside.")
