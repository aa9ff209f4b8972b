"""Codes in a Word cell: as formatting where it can show them, else as small marks (`⟨3/⟩`); and read back from there.

What is written is read back before it goes out: where formatting alone would not give every code its place again
(two stretches in bold beside one another), all codes of the text are marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from workbench.export.runs import Term
from workbench.formats import CodeRole, Markup
from workbench.text import Code, Inline, Span, pairs

SEEN: tuple[CodeRole, ...] = ("bold", "italic", "strike", "code", "link")
"""What formatting can show, around words."""
_LEADS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_BROKEN = re.compile(r"⟨/?\d{1,4}/?|/?\d{1,4}/?⟩")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that is set in one way. `mark`: it is the mark of a code; `address`: where its link leads."""

    text: str
    roles: frozenset[CodeRole] = frozenset()
    address: str = ""
    term: Term | None = None
    mark: bool = False


def stretches(inline: Inline, markup: Sequence[Markup], terms: Sequence[Term] = ()) -> list[Stretch]:
    """A text as it is set in a cell. `read_back` of it gives the text with its codes again."""
    seen = {
        pair.id: one
        for pair in pairs(inline.codes)
        for one in markup
        if one.id == pair.id and one.role in SEEN and pair.start < pair.end and (one.role != "link" or leads(one))
    }
    made = list(_set(inline, seen, terms))
    if seen and read_back(made, markup, inline) != (inline, 0):
        made = list(_set(inline, {}, terms))
    return made


def leads(one: Markup) -> bool:
    """Whether a link's address is one that a document may lead to: a web page or a mail address."""
    return _LEADS.fullmatch(one.address) is not None


def _set(inline: Inline, seen: dict[str, Markup], terms: Sequence[Term]) -> Iterator[Stretch]:
    around: list[Markup] = []
    at = 0
    parts = list(inline)
    for part, following in zip(parts, [*parts[1:], ""], strict=False):
        if isinstance(part, Code) and part.id in seen:
            around = [one for one in around if one.id != part.id]
            around += [seen[part.id]] if part.kind == "open" else []
            continue
        roles = frozenset(one.role for one in around)
        address = next((one.address for one in reversed(around) if one.role == "link"), "")
        if isinstance(part, Code):
            yield Stretch(Inline("", (replace(part, at=0),)).shown(), roles, address, mark=True)
            continue
        for span, term in _cut(Span(at, at + len(part)), terms):
            yield Stretch(_escaped(inline.text[slice(*span)], following), roles, address, term)
        at += len(part)


def _escaped(text: str, following: str | Code) -> str:
    """Text that looks like a code is told from one by a backslash, as `Inline.shown` does."""
    slashes = len(text) - len(text.rstrip("\\")) if isinstance(following, Code) else 0
    return Inline(text).shown() + "\\" * slashes


def _cut(whole: Span, terms: Iterable[Term]) -> Iterator[tuple[Span, Term | None]]:
    at = whole.start
    for term in terms:
        start, end = max(at, term.span.start), min(whole.end, term.span.end)
        if start < end:
            if at < start:
                yield Span(at, start), None
            yield Span(start, end), term
            at = end
    if at < whole.end:
        yield Span(at, whole.end), None


def read_back(found: Sequence[Stretch], markup: Sequence[Markup], like: Inline) -> tuple[Inline, int]:
    """The text with its codes in a cell, and how many formatted stretches are none of the source's codes.

    `markup`: what the codes of the paragraph are; `like`: the text as it was written, which tells which stretch is
    which code.
    """
    raw = "".join(one.text for one in found)
    marked = Inline.parsed(raw)
    if not marked.codes and not any(one.roles for one in found):
        return marked, 0
    return _with_formatting(found, raw, marked, markup, like)


def _with_formatting(
    found: Sequence[Stretch], raw: str, marked: Inline, markup: Sequence[Markup], like: Inline
) -> tuple[Inline, int]:
    """The text with the codes of its marks, and those that its formatting is."""
    there = {code.id for code in marked.codes}
    codes: list[tuple[float, int, int, Code]] = []
    for order, (code, at) in enumerate(zip(marked.codes, _raw_places(raw, marked), strict=True)):
        codes.append((at, 1, order, code))
    unknown = 0
    for role in SEEN:
        ours = [one for one in markup if one.role == role and one.id not in there]
        spans = list(_spans(found, role))
        known = _named([(span, address, _in_text(raw, span)) for span, address in spans], ours, like, marked.text)
        unknown += len(spans) - len(known)
        for span, one in known:
            inside = _in_text(raw, span)
            codes.append((span.start, 2, -span.end * 10_000 + int(one.id), Code(inside.start, one.id, "open")))
            codes.append((span.end, 0, -span.start * 10_000 - int(one.id), Code(inside.end, one.id, "close")))
    return Inline(marked.text, tuple(code for *_, code in sorted(codes, key=lambda one: one[:3]))), unknown


def _raw_places(raw: str, marked: Inline) -> Iterator[int]:
    """Where each mark stands in the text that has the marks in it."""
    at = 0
    for code in marked.codes:
        mark = Inline("", (replace(code, at=0),)).shown()
        at = raw.index(mark, at)
        yield at
        at += len(mark)


def _spans(found: Sequence[Stretch], role: CodeRole) -> Iterator[tuple[Span, str]]:
    """The stretches of the text with its marks that are set so, without the blanks at their ends."""
    raw = "".join(one.text for one in found)
    starts = accumulate((len(one.text) for one in found), initial=0)
    placed = [(at, one) for at, one in zip(starts, found, strict=False) if one.text]
    for (there, address), group in groupby(placed, key=lambda one: (role in one[1].roles, _address(one[1], role))):
        if there:
            group_of = list(group)
            start, end = group_of[0][0], group_of[-1][0] + len(group_of[-1][1].text)
            words = raw[start:end]
            if words.strip():
                yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip())), address


def _address(one: Stretch, role: CodeRole) -> str:
    """What tells one link from the next; nothing tells bold from bold."""
    return one.address if role == "link" else ""


def _in_text(raw: str, span: Span) -> Span:
    return Span(len(Inline.parsed(raw[: span.start]).text), len(Inline.parsed(raw[: span.end]).text))


def _named(
    spans: list[tuple[Span, str, Span]], ours: Sequence[Markup], like: Inline, text: str
) -> list[tuple[Span, Markup]]:
    """Which code each stretch is: the one whose words it shares with what was written, else one that is not there."""
    expected = {pair.id: Span(pair.start, pair.end) for pair in pairs(like.carried(text).codes)}
    free = {one.id: one for one in ours}
    named: dict[int, Markup] = {}
    for place, one in _likeliest(spans, ours, expected):
        if one.id in free and place not in named:
            named[place] = free.pop(one.id)
    for place in sorted(set(range(len(spans))) - set(named)):
        other = next((one for one in free.values() if _may_be(one, spans[place][1])), None)
        if other is not None:
            named[place] = free.pop(other.id)
    return [(spans[place][0], one) for place, one in sorted(named.items())]


def _likeliest(
    spans: list[tuple[Span, str, Span]], ours: Sequence[Markup], expected: dict[str, Span]
) -> list[tuple[int, Markup]]:
    """Which stretch may be which code, those that share most of their words first."""
    rated = [
        (-_shared(inside, expected[one.id]), place, one)
        for place, (_, address, inside) in enumerate(spans)
        for one in ours
        if one.id in expected and _may_be(one, address)
    ]
    return [(place, one) for shared, place, one in sorted(rated, key=lambda found: found[:2]) if shared]


def _may_be(one: Markup, address: str) -> bool:
    return one.role != "link" or one.address.rstrip("/") == address.rstrip("/")


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def without_broken(inline: Inline, like: Inline) -> tuple[Inline, bool]:
    """Without what is left of marks that were damaged while the text was edited, and whether there was any.

    `like`: the text as it was written; only where it has no such signs itself are they taken for a mark's.
    """
    if not ("⟨" in inline.text or "⟩" in inline.text) or "⟨" in like.text or "⟩" in like.text:
        return inline, False
    mended = inline
    for found in reversed(list(_BROKEN.finditer(inline.text))):
        mended = mended.replaced(Span(*found.span()), "")
    return mended, mended != inline


def catalogue(german: Sequence[Stretch]) -> tuple[Markup, ...]:
    """What the codes of a paragraph are, where nothing but its German in the file tells: ids go by appearance."""
    raw = "".join(one.text for one in german)
    marked = Inline.parsed(raw)
    taken = {code.id for code in marked.codes}
    found = sorted((span.start, -span.end, SEEN.index(role), a) for role in SEEN for span, a in _spans(german, role))
    numbers = (str(number) for number in range(1, 10_000) if str(number) not in taken)
    shown = [Markup(number, SEEN[role], "", "", a) for (_, _, role, a), number in zip(found, numbers, strict=False)]
    return (*shown, *(Markup(number, "other", "") for number in sorted(taken, key=int)))
