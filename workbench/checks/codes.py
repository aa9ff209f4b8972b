"""Inline codes (bold, links, footnote marks) that the English has lost, doubled, crossed or put around nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.checks.finding import Finding, Severity
from workbench.formats import CodeRole, Markup
from workbench.glossary import Glossary
from workbench.text import Code, Span, pairs
from workbench.translation import ParagraphRecord, State

NAMES: dict[CodeRole, str] = {
    "bold": "bold",
    "italic": "italic",
    "strike": "struck-out text",
    "link": "link",
    "note": "footnote mark",
    "image": "image",
    "code": "code",
    "break": "line break",
    "other": "tag",
}
_GRAVE: frozenset[CodeRole] = frozenset({"link", "note", "image"})
"""Without one of these a reader of the English misses something that the German has; else it only looks otherwise."""

_TURNED = "closes before it opens"
_LOST = frozenset({"is missing", "is there once too often", "has no words", _TURNED})
"""What a code may be that is as good as none."""


def codes(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Each code of the German stands in the English once, opened before it is closed, and around words."""
    if not record.codes and not record.english_codes:
        return
    roles = {one.id: one for one in record.markup}
    amiss: dict[str, str] = {}
    for number, what in (*_miscounted(record), *_crossed(record.english_codes), *_empty(record), *_unsure(record)):
        amiss.setdefault(number, what)
    for number, what in amiss.items():
        yield _found(index, record, number, roles.get(number), what)


def _miscounted(record: ParagraphRecord) -> Iterator[tuple[str, str]]:
    wanted = Counter((code.id, code.kind) for code in record.codes)
    there = Counter((code.id, code.kind) for code in record.english_codes)
    yield from ((number, "is missing") for number, _ in wanted - there)
    yield from ((number, "is there once too often") for number, _ in there - wanted)


def _empty(record: ParagraphRecord) -> Iterator[tuple[str, str]]:
    """Pairs with nothing in them that have words in the German."""
    around = {pair.id for pair in pairs(record.codes) if pair.start < pair.end}
    for pair in pairs(record.english_codes):
        if pair.start == pair.end and pair.id in around:
            yield pair.id, "has no words"


def _unsure(record: ParagraphRecord) -> Iterator[tuple[str, str]]:
    """Pairs that the draft may have at the wrong words, until somebody moves them or accepts the English."""
    draft = record.draft
    if draft is None or not draft.unsure or record.state is State.REVIEWED:
        return
    drafted = {pair.id: draft.english[pair.start : pair.end] for pair in pairs(draft.codes)}
    for pair in pairs(record.english_codes):
        words = record.english[pair.start : pair.end]
        if pair.id in draft.unsure and words and drafted.get(pair.id) == words:
            yield pair.id, f"may belong to other words than “{_short(words)}”"


def _found(index: int, record: ParagraphRecord, number: str, markup: Markup | None, what: str) -> Finding:
    role = markup.role if markup else "other"
    place = _place(record.codes, number)
    words = record.german[slice(*place)] if place and place.start < place.end else ""
    of = f" of “{_short(words)}”" if words else ""
    severity: Severity = "error" if role in _GRAVE and what in _LOST else "warning"
    message = f"the {NAMES[role]}{of} ({number}) {what} in the English"
    return Finding(
        "codes", severity, index, f"{NAMES[role]} {number}", message, place, _place(record.english_codes, number)
    )


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39] + "…"


def _place(found: tuple[Code, ...], number: str) -> Span | None:
    places = [code.at for code in found if code.id == number]
    return Span(min(places), max(places)) if places else None


def _crossed(found: tuple[Code, ...]) -> Iterator[tuple[str, str]]:
    """Pairs that close while another that was opened in them is open, or before they open."""
    opened: list[str] = []
    for code in found:
        if code.kind == "open":
            opened.append(code.id)
        elif code.kind == "close" and code.id in opened:
            if opened[-1] != code.id:
                yield code.id, "crosses another"
            opened.remove(code.id)
        elif code.kind == "close":
            yield code.id, _TURNED
