"""A paragraph, what was found in it and what is offered for it, in whole words and single lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.checks import Finding
from workbench.project import ParagraphRecord, Session, State, told_as_one
from workbench.text import Inline

if TYPE_CHECKING:
    from workbench.project.dictionary import Entry
    from workbench.project.memories.offers import OffersHere
    from workbench.project.own.earlier import Earlier

STATES = {
    State.NEW: "not translated",
    State.DRAFT: "a draft",
    State.TRANSLATED: "translated, not accepted",
    State.REVIEWED: "accepted",
    State.SKIPPED: "left out",
}
_ROLES = {"body": "", "item": "list item", "furniture": "line of the page"}
_LINE = "‹line›"
"""A line break within a paragraph, as it is told and typed."""
_CODE = re.compile(r"‹(/?[1-9]\d{0,3}/?)›")
_SHOWN_CODE = re.compile(r"(?<!\\)⟨(/?[1-9]\d{0,3}/?)⟩")


def said(text: Inline) -> str:
    """A text in one line, its codes as ‹1›…‹/1›, its line breaks as ‹line›.

    >>> from workbench.text import Code
    >>> said(Inline("neue Lage", (Code(0, "1", "open"), Code(4, "1", "close"))))
    '‹1›neue‹/1› Lage'
    """
    return _SHOWN_CODE.sub(r"‹\1›", text.shown()).replace("\n", _LINE)


def meant(typed: str, record: ParagraphRecord) -> str | Inline:
    """The English that was typed as `said` tells it. Where none of the paragraph's codes is typed, it is bare words."""
    known = {code.id for code in record.codes}
    typed = typed.replace(_LINE, "\n")

    def code(found: re.Match[str]) -> str:
        return f"⟨{found[1]}⟩" if found[1].strip("/") in known else found[0]

    shown = _CODE.sub(code, typed)
    return Inline.parsed(shown) if shown != typed else typed


def paragraph(session: Session, index: int) -> Iterator[str]:
    """What there is to know of a paragraph (from 0), the most important first."""
    yield head(session, index)
    record = session.paragraphs[index]
    yield f"German: {said(record.source)}" if record.german else "German: none; this paragraph is your own"
    yield f"English: {said(record.target)}" if record.english else "English: none yet"
    if locked := session.translation.locked(index):
        yield f"It cannot be changed: {locked}"
    if record.note:
        yield f"Note: {' '.join(record.note.split())}"
    yield from findings(session.findings_of(index))
    if rows := session.termbase.rows(record):
        there = sum(bool(row.english) for row in rows)
        yield f"Terms: {len(rows)}, of which the English has {there}; terms tells them"


def head(session: Session, index: int) -> str:
    """Where one is: `Paragraph 3 of 80, headline, a draft.`"""
    record = session.paragraphs[index]
    parts = (f"Paragraph {index + 1} of {len(session.paragraphs)}", role(record), STATES[record.state])
    return f"{', '.join(part for part in parts if part)}."


def role(record: ParagraphRecord) -> str:
    """What a paragraph is in its document; empty for running text."""
    return _ROLES.get(record.role, record.role)


def findings(found: Sequence[Finding]) -> Iterator[str]:
    """What the checks say, numbered; of one term in a line."""
    for number, told in enumerate(told_as_one(found), 1):
        stands = " It stands, by your word." if told[0].overridden else ""
        yield f"Finding {number}, {told[0].severity}: {'; '.join(one.message for one in told)}{stands}"


def terms(session: Session, index: int) -> Iterator[str]:
    """The glossary's terms in a paragraph, and whether its English has them."""
    for row in session.termbase.rows(session.paragraphs[index]):
        has = "the English has it" if row.english else "the English has it not"
        wrong = ", and has a form that is to be avoided" if row.forbidden else ""
        yield f"Term: {row.hit.surface}, in English {row.hit.entry.en}; {has}{wrong}"


def offers(here: OffersHere) -> Iterator[str]:
    """What the memories offer for a sentence, numbered as `put` counts."""
    of = f"Sentence {here.number} of {here.of}. " if here.of > 1 else ""
    if not here.offers:
        yield f"{of}The memory has nothing like this sentence."
    for number, offer in enumerate(here.offers, 1):
        right = "".join(f"; {was} became {now}" for was, now in offer.put_right)
        yield f"{of}Offer {number}, {offer.match.percent} percent: {said(offer.target)}{right}"
        if offer.match.percent < 100:
            yield f"  made for: {said(offer.match.pair.source)}"
        of = ""


def readings(entry: Entry, most: int) -> Iterator[str]:
    """The dictionary's English for a word, a line each, with the German it is of where that is another."""
    told = 0
    for group in entry.groups:
        for reading in group.readings:
            told += 1
            if told > most:
                return
            parts = (group.kind, reading.labels, reading.sense)
            about = ", ".join(part for part in parts if part)
            yield f"{group.german}: {' or '.join(reading.forms)}{f' ({about})' if about else ''}"


def earlier(number: int, one: Earlier) -> str:
    """An earlier English: `2, accepted, since 2026-11-28 14:03, accept: The harbour is growing.`"""
    since = one.at.astimezone().strftime(", since %Y-%m-%d %H:%M") if one.at else ""
    did = "".join(f", {part}" for part in (one.by, *one.did) if part)
    return f"{number}, {STATES[one.state]}{since}{did}: {said(one.target)}"
