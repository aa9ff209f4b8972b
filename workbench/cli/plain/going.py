"""Answers that go somewhere or tell something: next, back, go, find, open, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.cli.plain import spoken
from workbench.cli.plain.desk import PlainDesk

if TYPE_CHECKING:
    from workbench.project.searching.query import Query


def step(desk: PlainDesk, by: int) -> None:
    """Go to the next (1) or previous (-1) paragraph."""
    to = desk.at + by
    if 0 <= to < len(desk.session.paragraphs):
        desk.go(to)
    else:
        desk.say("This is the last paragraph." if by > 0 else "This is the first paragraph.")


def go(desk: PlainDesk, words: str) -> None:
    """Go to a paragraph by its number."""
    count = len(desk.session.paragraphs)
    if words.isdecimal() and len(words) < 9 and 1 <= int(words) <= count:
        desk.go(int(words) - 1)
    else:
        desk.say(f"go needs a number from 1 to {count}.")


def tell(desk: PlainDesk, _: str) -> None:
    """Tell the paragraph again."""
    desk.go(desk.at)


def german(desk: PlainDesk, _: str) -> None:
    """Tell its German alone."""
    desk.say(spoken.said(desk.session.paragraphs[desk.at].source))


def english(desk: PlainDesk, _: str) -> None:
    """Tell its English alone."""
    desk.say(spoken.said(desk.session.paragraphs[desk.at].target) or "none yet")


def findings(desk: PlainDesk, _: str) -> None:
    """Tell what the checks say of it; where that is nothing, go to the next paragraph with a finding."""
    found = desk.session.findings_of(desk.at)
    for line in spoken.findings(found):
        desk.say(line)
    if not found:
        desk.say("No finding here.")


def finding(desk: PlainDesk, _: str) -> None:
    """Go to the next paragraph with an error or a warning, round the end."""
    session, count = desk.session, len(desk.session.paragraphs)
    for index in (*range(desk.at + 1, count), *range(desk.at + 1)):
        if any(one.severity != "info" for one in session.findings_of(index)):
            desk.go(index)
            return
    desk.say("No errors and no warnings.")


def find(desk: PlainDesk, words: str) -> None:
    """Go to the next paragraph that has these words, or those of before, in German or English."""
    from workbench.project.searching.query import Query

    _find(desk, Query(words) if words else desk.sought)


def find_all(desk: PlainDesk, words: str) -> None:
    """Go to the next paragraph that has all of these words in its German or in its English, in any order."""
    from workbench.project.searching.query import Query

    _find(desk, Query(words, any_order=True) if words else desk.sought)


def _find(desk: PlainDesk, query: Query | None) -> None:
    from workbench.project.searching.walk import Sought

    desk.sought = query
    if query is None:
        desk.say("find needs words.")
        return
    sought, records = Sought(query), desk.session.paragraphs
    for index in (*range(desk.at + 1, len(records)), *range(desk.at + 1)):
        if sought.places(records[index].german, "german") or sought.places(records[index].english, "english"):
            desk.go(index)
            return
    desk.say(f"{sought.told} is not in this document.")


def status(desk: PlainDesk, _: str) -> None:
    """Tell the document, and how far it is."""
    session = desk.session
    drafting = "; drafts are being made" if session.drafts.running else ""
    desk.say(f"{session.document}: {len(session.paragraphs)} paragraphs, {desk.left()} to be accepted{drafting}.")
    desk.say(spoken.head(session, desk.at))


def documents(desk: PlainDesk, _: str) -> None:
    """Tell the articles of the project, numbered as `open` counts."""
    for number, name in enumerate(desk.session.project.names(), 1):
        desk.say(f"{number}: {name}{', which is open' if name == desk.session.document else ''}")


def open_(desk: PlainDesk, words: str) -> None:
    """Open another article, by its name or number."""
    names = desk.session.project.names()
    if words.isdecimal() and len(words) < 9 and 1 <= int(words) <= len(names):
        words = names[int(words) - 1]
    if words not in names:
        desk.say("open needs an article: documents tells their names and numbers.")
        return
    desk.session.save()
    desk.open_document(words)
    desk.go(desk.at)


def reload(desk: PlainDesk, _: str) -> None:
    """Take up what another program left on the disk; work that was not saved is put aside in a file."""
    if not desk.session.disk.changed():
        desk.say("No other program has changed this document.")
        return
    desk.session.disk.take_up()
    desk.say("saved: this is what the files hold now; work that was not saved is put aside beside them")
    desk.go(desk.at)


def keep(desk: PlainDesk, _: str) -> None:
    """Save over what another program left; that is put aside in a file."""
    desk.session.disk.save_over()
    desk.say("saved: your work; what was on disk is put aside beside it")
