"""The check `negation`: what the German denies, the English denies, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from workbench.checks.beside import beside
from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.denial import Denials, denials, denies_so_often, lost_not_only, may_deny
from workbench.text.plain_sentences import plain_sentences
from workbench.translation import ParagraphRecord

_YES_OR_NO = re.compile(r"(?!W(?:er|as|ie|o|arum|ann|e[mns]|elch|ieso|eshalb))[^,;:]*\?")


class _Denying(NamedTuple):
    sentence: Span
    denials: Denials
    asks: bool
    """A question that expects a yes: Ist das nicht schön?"""


def negation(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The German says nicht, kein, nie, niemand, nichts, weder or ohne … zu, and the English of its sentence denies
    nothing, or less often; or the German denies by a verb (bestreiten, verweigern), kaum or un-, and the English in
    no way.

    “Nicht nur” is told where the English only says “only”. English may deny in another way (fail, refuse, without,
    un-), but not by a word that stands for a German word of its own.
    """
    german, english = record.german, record.english
    denying = list(_denying(german))
    if not denying and "nicht" not in german:
        return
    for pair in beside(german, english):
        theirs, said = german[slice(*pair.german)], english[slice(*pair.english)]
        inside = _taken(denying, pair.german.end)
        plain, by_word = _denied([found for found in inside if not (found.asks and "?" in said)])
        place = _lost(plain, by_word, theirs, said, pair.sure) or _lost_not_only(pair.german.start, theirs, said)
        if place:
            yield _finding(index, german, place, pair.english, len(plain))


def _denied(sentences: list[_Denying]) -> tuple[list[Span], list[Span]]:
    """What sentences deny plainly, and by a word."""
    plain = [place for sentence in sentences for place in sentence.denials.plain]
    return plain, [place for sentence in sentences for place in sentence.denials.by_word]


def _lost_not_only(start: int, german: str, said: str) -> Span | None:
    """The place of a “nicht nur” that the English turns round, in the paragraph where its sentence starts."""
    place = lost_not_only(german, said)
    return Span(start + place.start, start + place.end) if place else None


def _taken(denying: list[_Denying], end: int) -> list[_Denying]:
    """Take the sentences that begin before a place out of those that are still to come."""
    inside = list(takewhile(lambda found: found.sentence.start < end, denying))
    del denying[: len(inside)]
    return inside


def _lost(plain: list[Span], by_word: list[Span], german: str, said: str, sure: bool) -> Span | None:
    """The place of a denial that is not in the English."""
    if not may_deny(said):
        return next(iter((*plain, *by_word)), None)
    if plain and sure and not denies_so_often(said, german, len(plain)):
        return plain[0]
    return None


def _finding(index: int, german: str, place: Span, english: Span, many: int) -> Finding:
    denied = german[slice(*place)]
    nothing = "nothing in the English of this sentence says no"
    why = f"the English of this sentence says no less often than the German ({many} times)" if many > 1 else nothing
    return Finding("negation", "warning", index, denied.lower(), f"“{denied}” is missing: {why}", place, english)


@lru_cache(maxsize=20_000)
def _denying(german: str) -> tuple[_Denying, ...]:
    """Asked for at every letter of the English: the sentences that deny."""
    found = []
    for sentence in plain_sentences(german):
        text = german[slice(*sentence)]
        inside = denials(text)
        if inside.plain or inside.by_word:
            moved = (tuple(Span(sentence.start + a, sentence.start + b) for a, b in places) for places in inside)
            found.append(_Denying(sentence, Denials(*moved), _YES_OR_NO.fullmatch(text) is not None))
    return tuple(found)
