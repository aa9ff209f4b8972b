"""Idioms that a draft has word by word (the coach threw the towel): the dictionary's English in the place of that.

The English takes the place of the words that stand for the idiom's, inflected as the German is; which one, and whether
it may, says the package. Nothing is decoded anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.dictionary.english_forms import VerbForm, verb_form
from workbench.dictionary.german_forms import verb_forms
from workbench.dictionary.idioms import Idiom, idioms_in
from workbench.engine.alignment import word_spans
from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.sentence.stands_for import english_of
from workbench.engine.words.case import Case
from workbench.engine.words.in_place import Links, is_small, likelihoods, links_of
from workbench.text import Span

REST = 3.0
"""How much less likely the package may find what is left of the sentence (a log-probability)."""
_ATTEMPTS = 12
_LEAST = 4
_OWN = re.compile(r"\b(?:your|one’s|one's)\b")
_LAST = re.compile(r" (?:to|for|about|with|of|on|over|against|at)$")
_ARTICLES = frozenset(("a", "an", "the"))
_PERFECT = re.compile(r"\b(?:has|have|had|having)(?: not| \w+ly)? $")
_INFINITIVE = re.compile(r"\b(?:to|will|would|can|could|may|might|must|shall|should|do|does|did)(?: not)? $")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got)(?: \w+ly)? $")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a draft has an idiom: its `verb`, then maybe what it is done to, then the `rest`; `whole` is all of it."""

    whole: Span
    verb: Span
    between: Span | None


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A draft with an idiom's English over `stretch`; where that stands in `text`, and the words to tell."""

    text: str
    place: Span
    stretch: Span
    word: WordOutcome


def with_phrases(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """Each case with the English of the idioms that its draft has word by word, where the package agrees."""
    found = list(cases)
    idioms = [free_idioms(case) for case in cases]
    some = [at for at, own in enumerate(idioms) if own]
    tried: list[tuple[int, _Attempt]] = []
    for at, links in zip(some, links_of([cases[at] for at in some], able), strict=True):
        for idiom in idioms[at]:
            tried += [(at, attempt) for attempt in list(_attempts(cases[at], idiom, links))[:_ATTEMPTS]]
    for at, attempt in _best(cases, tried, able).items():
        changed = cases[at].with_draft(Hypothesis(attempt.text, cases[at].draft.score), attempt.word)
        if changed.keeps_all_of(cases[at]):
            found[at] = changed
    return found


def _best(cases: Sequence[Case], tried: Sequence[tuple[int, _Attempt]], able: Abilities) -> dict[int, _Attempt]:
    """Of each case's attempts the likeliest among those that leave the rest of the sentence about as likely."""
    asked = list(dict.fromkeys(at for at, _ in tried))
    pairs = [(cases[at].german, cases[at].english) for at in asked]
    likely = likelihoods([*pairs, *((cases[at].german, attempt.text) for at, attempt in tried)], able)
    now = dict(zip(asked, likely, strict=False))
    best: dict[int, tuple[float, _Attempt]] = {}
    for (at, attempt), one in zip(tried, likely[len(asked) :], strict=True):
        is_good = one.without(attempt.place) - now[at].without(attempt.stretch) >= -REST
        if is_good and (at not in best or one.total > best[at][0]):
            best[at] = one.total, attempt
    return {at: attempt for at, (_, attempt) in best.items()}


def free_idioms(case: Case) -> list[Idiom]:
    """The idioms of the German that no term of the glossary touches, and of whose English the draft has none."""
    said = [case.english[slice(*word)].lower() for word in word_spans(case.english)]
    return [
        idiom
        for idiom in idioms_in(case.german)
        if not any(case.of_hits(span) for span in idiom.spans)
        and not any(_is_said(english, said) for english in idiom.englishes)
    ]


def _is_said(english: str, said: Sequence[str]) -> bool:
    """Whether all of an English but its verb stands in a draft, in a row; its verb where that is all of it."""
    first, *rest = english.removeprefix("to ").split()
    rest = [word for word in rest if word not in ("…", "your", "one’s")]
    if not rest:
        return any(_is_like(first, other) for other in said)
    return any(list(said[at : at + len(rest)]) == rest for at in range(len(said)))


def _is_like(word: str, other: str) -> bool:
    return other == word or (len(word) >= _LEAST and other.startswith(word[: max(_LEAST, len(word) - 3)]))


def _place_of(case: Case, idiom: Idiom, links: Links) -> _Place | None:
    """Where the draft has the idiom's words, literally, side by side or with one stretch amid them; None if not so."""
    all_own = {en for de, en in links if de in idiom.spans}
    own = sorted(en for en in all_own if case.english[slice(*en)].lower() not in _ARTICLES)
    if not own or (idiom.verb, own[0]) not in links or not _is_literal(case, idiom, links):
        return None
    whole = Span(own[0].start, own[-1].end)
    amid = _amid(whole, all_own, links)
    if all(is_small(case.english[slice(*word)]) for word in amid):
        return _Place(whole, own[0], None)
    between = Span(amid[0].start, amid[-1].end)
    return None if between.meets(*own) else _Place(whole, Span(own[0].start, between.start - 1), between)


def _amid(whole: Span, own: set[Span], links: Links) -> list[Span]:
    """The words of a stretch that stand for other German words."""
    return sorted({en for _, en in links if en.meets(whole)} - own)


def _is_literal(case: Case, idiom: Idiom, links: Links) -> bool:
    """Whether English words of one of its nouns by itself stand for it."""
    for word in idiom.words:
        noun = case.german[slice(*word)]
        means = english_of(noun) if noun[0].isupper() else frozenset[str]()
        said = [case.english[slice(*en)].lower() for de, en in links if de == word]
        if any(_is_like(one, other) for one in means for other in said if not is_small(other)):
            return True
    return False


def _attempts(case: Case, idiom: Idiom, links: Links) -> Iterator[_Attempt]:
    place = _place_of(case, idiom, links)
    if place is None:
        return
    prefix = idiom.prefix
    german = case.german[slice(*idiom.verb)]
    own = idiom.infinitive.removeprefix(case.german[slice(*prefix)]) if prefix else idiom.infinitive
    before = case.english[: place.whole.start]
    is_passive = _PASSIVE.search(before) is not None
    if is_passive or _PERFECT.search(before):
        forms: tuple[VerbForm, ...] = ("participle",)
    else:
        forms = ("base",) if _INFINITIVE.search(before) else verb_forms(german, own)
    for english in idiom.englishes:
        for verb, rest in _parted(english, place, is_passive=is_passive):
            for form in dict.fromkeys(each for name in forms for each in verb_form(verb, name)):
                yield _put(case, idiom, place, form, rest)


def _parted(english: str, place: _Place, *, is_passive: bool) -> Iterator[tuple[str, str]]:
    """An English as what stands before what it is done to, and what behind; none that has no room for that, or too
    much."""
    text = _LAST.sub("", english.removeprefix("to "))
    for own in ("his", "her", "its", "their") if _OWN.search(text) else ("",):
        before, gap, after = (_OWN.sub(own, text) if own else text).partition(" … ")
        if place.between is None and (bool(gap) == is_passive):
            yield f"{before} {after}".strip(), ""
        elif place.between is not None and not is_passive and (gap or " " not in text):
            yield before, after


def _put(case: Case, idiom: Idiom, place: _Place, form: str, rest: str) -> _Attempt:
    between = f" {case.english[slice(*place.between)]}" if place.between else ""
    put = f"{form}{between}{f' {rest}' if rest else ''}"
    text = f"{case.english[: place.whole.start]}{put}{case.english[place.whole.end :]}"
    words = Span(idiom.words[0].start, idiom.words[-1].end)
    told = WordOutcome(case.german[slice(*words)], words, put if not between else rest or form, "phrase")
    return _Attempt(text, Span(place.whole.start, place.whole.start + len(put)), place.whole, told)
