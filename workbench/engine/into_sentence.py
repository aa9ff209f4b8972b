"""A missing term in a person's English: in the place of the words that stand for its German."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.engine.drafter import Drafter
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.in_place import put_form
from workbench.engine.terms.kept import Links, Standing
from workbench.engine.terms.put_in import put_in
from workbench.glossary import TermHit
from workbench.text import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_REST_OF_COMPOUND = re.compile(r"-?[^\W\d_][\w-]*")
_BEGUN_COMPOUND = re.compile(r"[^\W\d_]$")
_TOUCH = frozenset({" ", "-", "‐", "‑"})


def put_where_it_belongs(
    drafter: Drafter, german: str, english: str, hit: TermHit, held: Sequence[Span]
) -> Iterator[str]:
    """A sentence's English with a missing term put in, in every way there is, the likeliest first.

    The term comes in the place of its German or of a garbled form; else, by word alignment (`Drafter.align`, which
    opens the model), in the place of the words that stand for its German, or before them where these stand for more
    than the term (`spokesman` for Kremlsprecher: `Kremlin spokesman`). `held`: the places of other terms, which stay.
    """
    aligned = drafter.align(german, english)
    mended = put_in(german, [hit], english, Standing(german, [hit], english, aligned).elsewhere())
    if mended != english:
        yield mended
    yield from _aligned(aligned, german, english, hit, held)


def _aligned(aligned: Links, german: str, english: str, hit: TermHit, held: Sequence[Span]) -> Iterator[str]:
    if _BEGUN_COMPOUND.search(german[: hit.start]):
        return  # `forschung` in Ernährungsforschung: which word of its English is the term's, nothing tells
    links = [link for link in aligned if not link[1].meets(*held)]
    rest = _REST_OF_COMPOUND.match(german, hit.end)
    if rest:
        yield from _beside_the_rest(links, german, english, hit, Span(*rest.span()))
    else:
        yield from _in_its_place(links, german, english, hit)


def _in_its_place(links: Links, german: str, english: str, hit: TermHit) -> Iterator[str]:
    """The term where the words stand that are linked with its German."""
    words = _Words(english)
    linked = {en for de, en in links if de.meets(Span(hit.start, hit.end))}
    for run in words.runs(linked) if " " not in hit.surface else words.hull(linked):
        place = words.extended(run, hit)
        if len(english[slice(*place)].split()) <= 2 * len(hit.entry.en.split()) + 2:
            yield put_form(german, hit, english, place)


def _beside_the_rest(links: Links, german: str, english: str, hit: TermHit, rest: Span) -> Iterator[str]:
    """The term before the words that stand for the rest of its compound, in the place of its own words or added."""
    words = _Words(english)
    own = {en for de, en in links if de.meets(Span(hit.start, hit.end)) and not de.meets(rest)}
    for head in words.runs({en for de, en in links if de.meets(rest)}):
        for run in words.runs({word for word in own if word.end + 1 == head.start}):
            yield put_form(german, hit, english, run)
        before = put_form(german, hit, english[: head.start], Span(head.start, head.start))
        yield f"{before} {english[head.start :]}"


class _Words:
    """The words of an English sentence."""

    def __init__(self, english: str) -> None:
        self._english = english
        self._spans = [Span(*match.span()) for match in _WORD.finditer(english)]

    def runs(self, chosen: set[Span]) -> list[Span]:
        """The stretches of chosen words, with small words between them and none at their ends; the longest first."""
        runs: list[Span] = []
        at = -1
        for number, word in enumerate(self._spans):
            if word not in chosen or self._is_small(word):
                continue
            goes_on = at >= 0 and all(self._touch(i) for i in range(at, number))
            if goes_on and all(self._is_small(between) for between in self._spans[at + 1 : number]):
                runs[-1] = Span(runs[-1].start, word.end)
            else:
                runs.append(word)
            at = number
        return sorted(runs, key=lambda run: run.start - run.end)

    def hull(self, chosen: set[Span]) -> list[Span]:
        """One stretch from the first to the last of the chosen words, small ones left out; none where none is left."""
        large = sorted(word for word in chosen if not self._is_small(word))
        return [Span(large[0].start, large[-1].end)] if large else []

    def extended(self, run: Span, hit: TermHit) -> Span:
        """A run with the words beside it that are words of the term as well (`treaty organization` for the CSTO)."""
        own = {word.casefold() for form in hit.entry.accepted for word in form.split()}
        for number, word in enumerate(self._spans):
            if word.start == run.end + 1 and self._touch(number - 1) and self._text(word).casefold() in own:
                run = Span(run.start, word.end)
        return run

    def _is_small(self, word: Span) -> bool:
        text = self._text(word)
        return text.lower() in ENGLISH_SMALL_WORDS or not any(letter.isalpha() for letter in text)

    def _touch(self, number: int) -> bool:
        return self._english[self._spans[number].end : self._spans[number + 1].start] in _TOUCH

    def _text(self, word: Span) -> str:
        return self._english[slice(*word)]
