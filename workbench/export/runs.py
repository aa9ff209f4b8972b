"""A text cut into runs, each set in one way: what its codes make of it, and where its glossary terms stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from workbench.formats import CodeRole, Markup
from workbench.glossary import Entry
from workbench.text import Code, Inline, Span, clean, pairs

_SAFE = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_NOTE = re.compile(r"\[\^(.+)\]")


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary term at `span` of a text; `says` is what a reader is told of it, `entry` what the glossary has."""

    span: Span
    says: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is set in one way. `roles`: of the codes around it; `address`: where its link leads.

    `alone`: the text of a code that stands alone, a footnote's mark (`*` where the file counts them), an address,
    or what stands for a picture; a line break is "\\n".
    """

    text: str
    roles: frozenset[CodeRole] = frozenset()
    address: str = ""
    term: Term | None = None
    alone: bool = False


def runs(inline: Inline, markup: Sequence[Markup], terms: Sequence[Term] = ()) -> list[Run]:
    """The runs of a text, in order. Links lead to web pages and mail addresses only."""
    known = {one.id: one for one in markup}
    whole = [(Span(pair.start, pair.end), known[pair.id]) for pair in pairs(inline.codes) if pair.id in known]
    alone = [code for code in inline.codes if code.kind == "alone" and code.id in known]
    spans = [*(span for span, _ in whole), *(term.span for term in terms), *(Span(code.at, code.at) for code in alone)]
    cuts = sorted({0, len(inline.text), *chain.from_iterable(spans)})
    found: list[Run] = []
    for start, end in zip(cuts, [*cuts[1:], len(inline.text)], strict=True):
        found += _alone(alone, start, known)
        if start < end:
            found.append(_run(inline.text, Span(start, end), whole, terms))
    return found


def _run(text: str, place: Span, whole: Sequence[tuple[Span, Markup]], terms: Sequence[Term]) -> Run:
    """One stretch, with the codes and the term that it lies in."""
    around = [one for span, one in whole if span.start <= place.start and place.end <= span.end]
    term = next((t for t in terms if t.span.start <= place.start and place.end <= t.span.end), None)
    return Run(text[slice(*place)], frozenset(one.role for one in around), _address(around), term)


def _alone(codes: Iterable[Code], at: int, known: dict[str, Markup]) -> list[Run]:
    """What codes that stand alone at a place show of themselves."""
    found = []
    for markup in (known[code.id] for code in codes if code.at == at):
        note = _NOTE.fullmatch(markup.first)
        if note or markup.role == "note":
            found.append(Run(note[1] if note else "*", frozenset({"note"}), alone=True))
        elif markup.role == "image":
            found.append(Run("[picture]", frozenset({"image"}), alone=True))
        elif markup.role == "break":
            found.append(Run("\n", frozenset({"break"}), alone=True))
        elif markup.role == "link":
            found.append(Run(markup.address, frozenset({"link"}), _address([markup]), alone=True))
    return found


def _address(around: Sequence[Markup]) -> str:
    return next((one.address for one in reversed(around) if one.role == "link" and _SAFE.fullmatch(one.address)), "")


def cleaned(inline: Inline, *, strip: bool = False) -> Inline:
    """A text that is safe to show, with its codes; `strip`: without blanks at its ends."""
    made = inline.carried(clean(inline.text))
    return made.stripped() if strip else made
