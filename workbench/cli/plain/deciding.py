"""Answers that change a paragraph: accept, edit, fix, note, skip, undo."""

from __future__ import annotations

from functools import partial

from workbench.cli.plain.desk import PlainDesk
from workbench.cli.plain.spoken import findings, meant, said
from workbench.problem import WorkbenchError
from workbench.project import Fix, State, find_fix, fixable, told_as_one
from workbench.project.commands import (
    Accept,
    BackToDraft,
    Edit,
    LetStand,
    PutRight,
    Redo,
    Skip,
    Undo,
    WriteNote,
)
from workbench.text import clean_line


def accept(desk: PlainDesk, reason: str) -> None:
    """Accept the paragraph, for a reason where it breaks a rule, and go to the next open one."""
    desk.must_write()
    broken = desk.session.findings.broken_rules(desk.at)
    if broken and not reason:
        for finding in broken:
            desk.say(f"A rule is broken: {finding.message}")
        reason = clean_line(desk.ask("Why is it right here? Enter alone: do not accept. "))
        if not reason:
            desk.say("not accepted")
            return
    desk.do(Accept(desk.at, broken, clean_line(reason)) if broken else Accept(desk.at))
    desk.saved("accepted")
    desk.go_on()


def edit(desk: PlainDesk, typed: str) -> None:
    """Write the English: what stands behind the word, else a line that is asked for, with the English in it."""
    desk.must_write()
    record = desk.session.paragraphs[desk.at]
    if record.state is State.SKIPPED:
        desk.say("This paragraph is left out: skip takes it up again.")
        return
    try:
        typed = typed or desk.ask("English: ", said(record.target))
    except WorkbenchError:
        raise
    except BaseException:  # Ctrl+C, or the terminal is gone: what stands in the line is kept all the same
        if half := desk.half_typed():
            keep_typed(desk, half)
        raise
    keep_typed(desk, typed)


def keep_typed(desk: PlainDesk, typed: str) -> None:
    """Put what was typed in the paragraph's place for English, and say so."""
    record = desk.session.paragraphs[desk.at]
    if not typed.strip() or typed == said(record.target):
        desk.say("unchanged")
        return
    desk.do(Edit(desk.at, meant(typed, record)))
    desk.saved("has your English")
    for line in findings(desk.session.findings_of(desk.at)):
        desk.say(line)


def fix(desk: PlainDesk, _: str) -> None:
    """Put right the first finding that can be."""
    desk.must_write()
    session, index = desk.session, desk.at
    record = session.translation.record
    why = "Nothing here that could be put right by itself."
    for finding in filter(fixable, session.findings_of(index)):
        looked = session.lanes.model.submit(partial(find_fix, session.project, record, index, finding), urgent=True)
        found = desk.result(looked)
        if isinstance(found, Fix):
            desk.do(PutRight(index, found.english, found.told))
            desk.saved(f"put right: {found.told}")
            desk.say(f"English: {said(session.paragraphs[index].target)}")
            return
        why = found.why
    desk.say(why)


def stand(desk: PlainDesk, words: str) -> None:
    """`stand 2 REASON`: let a finding stand."""
    number, _, reason = words.partition(" ")
    found = told_as_one(desk.session.findings_of(desk.at))
    if not number.isdecimal() or not 1 <= int(number) <= len(found) or not reason.strip():
        desk.say(f"stand needs a finding (1 to {len(found)}) and a reason." if found else "No finding here.")
        return
    desk.do(LetStand(desk.at, found[int(number) - 1], clean_line(reason)))
    desk.saved(f"lets finding {number} stand")


def note(desk: PlainDesk, words: str) -> None:
    """Write a note: what stands behind the word, else a line that is asked for; `-` takes it away."""
    before = " ".join(desk.session.paragraphs[desk.at].note.split())
    text = words or desk.ask("Note, - for none: ", before)
    if not text.strip():
        desk.say("unchanged")
        return
    desk.do(WriteNote(desk.at, "" if text.strip() == "-" else clean_line(text)))
    desk.saved("has no note" if text.strip() == "-" else "has your note")


def skip(desk: PlainDesk, _: str) -> None:
    """Leave the paragraph out and go on, or take it up again."""
    desk.do(Skip(desk.at))
    if desk.session.paragraphs[desk.at].state is State.SKIPPED:
        desk.saved("left out")
        desk.go_on()
    else:
        desk.saved("taken up again")


def draft(desk: PlainDesk, _: str) -> None:
    """Put the machine draft back."""
    desk.do(BackToDraft(desk.at))
    desk.saved("has its draft back")
    desk.say(f"English: {said(desk.session.paragraphs[desk.at].target)}")


def step_back(desk: PlainDesk, redo: bool) -> None:
    """Undo the last act, or do it again, and go where it was."""
    done = desk.session.do(Redo() if redo else Undo())
    if not done.told:
        desk.say(f"Nothing to {'redo' if redo else 'undo'}.")
        return
    desk.session.save()
    desk.say(f"saved: {done.told}")
    desk.go(desk.at if done.at is None else done.at)
