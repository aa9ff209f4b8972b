"""Answers about what was done: earlier English, words in doubt, a correction that becomes a rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.cli.plain import spoken
from workbench.cli.plain.desk import PlainDesk
from workbench.project.commands import AddEntry, ChangeEntry, PutEarlier
from workbench.text import clean_line

if TYPE_CHECKING:
    from workbench.project.learning.listening import JustCorrected


def history(desk: PlainDesk, words: str) -> None:
    """Tell every earlier English of the paragraph, the newest first; `history 2` puts the second back."""
    from workbench.project.own.earlier import past_of

    session = desk.session
    session.paragraph_left()
    look = partial(past_of, session.project.layout, session.translation.path, session.translation.record, desk.at)
    asked = session.lanes.disk.submit(look, name="history")
    past = desk.result(asked)
    if words.isdecimal() and len(words) < 9 and 1 <= int(words) <= len(past.earlier):
        desk.do(
            PutEarlier(desk.at, past.earlier[int(words) - 1].target, f"an earlier English of paragraph {desk.at + 1}")
        )
        desk.saved("has an earlier English back")
        desk.say(f"English: {spoken.said(session.paragraphs[desk.at].target)}")
        return
    if past.now is not None:
        desk.say(clean_line(f"What stands there now: {past.now.told}"))
    for number, one in enumerate(past.earlier, 1):
        desk.say(spoken.earlier(number, one))
    if past.problem is not None:
        desk.say(f"Problem: {past.problem}")
    desk.say("history NUMBER puts one back." if past.earlier else "No earlier English of this paragraph is known.")


def doubt(desk: PlainDesk, _: str) -> None:
    """Go to the next draft with a word of which the package was unsure, and tell the word."""
    from workbench.project.doubts import Doubts

    doubts = desk.doubts = desk.doubts or Doubts(desk.session, lambda _: None)
    here = (desk.session.document, desk.at)
    after = len(desk.session.paragraphs[desk.at].english) if doubts.at == here else 0
    asked = desk.session.lanes.model.submit(partial(doubts.following, desk.at, after), urgent=True)
    found = desk.result(asked)
    if found is None:
        desk.say("No word in doubt in a draft that nobody has touched.")
        return
    if found.document != desk.session.document:
        desk.open_document(found.document)
    doubts.at = found.document, found.paragraph
    desk.go(found.paragraph)
    desk.say(f"In doubt: {clean_line(desk.session.paragraphs[found.paragraph].english[slice(*found.word)])}")


def listen(desk: PlainDesk) -> None:
    """From now on, say of each accept which name or term was put right in it."""
    from workbench.project.learning.listening import listen as listen_to

    listen_to(desk.session, partial(_tell, desk))


def _tell(desk: PlainDesk, just: JustCorrected) -> None:
    desk.corrected = just
    one = just.corrected
    desk.say(clean_line(f"Put right: {one.drafted} became {one.accepted}. rule takes that into the glossary."))


def rule(desk: PlainDesk, _: str) -> None:
    """Take the name or term that was put right last into the glossary."""
    desk.wait(lambda: desk.corrected is not None or desk.session.lanes.idle)
    just = desk.corrected
    if just is None:
        desk.say("No name or term of a draft was put right yet, in what was accepted here.")
        return
    change = just.rule.changed is not None and just.rule.there is not None
    entry = just.rule.changed if change and just.rule.changed else just.rule.own
    desk.do(ChangeEntry(just.rule.there, entry) if change and just.rule.there else AddEntry(entry))
    desk.corrected = None
    avoided = f"; {', '.join(entry.avoid)} is to be avoided" if entry.avoid else ""
    desk.say(clean_line(f"saved: in the glossary, {entry.de[0]} is {entry.en} in English{avoided}"))
