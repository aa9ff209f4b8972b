"""Which words of a paragraph's English stand for which of its German while it is written: aligned beside the work."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from workbench.problem import WorkbenchError
from workbench.project.session import Session
from workbench.text import Span

if TYPE_CHECKING:  # the engine is loaded when something is aligned
    from workbench.engine import Drafter

Side = Literal["german", "english"]
Link = tuple[Span, Span]
"""A German word and an English one that stand for each other, by their places in the paragraph."""

JOB = "counterparts"
KEPT = 2_000
"""Sentences whose words are remembered."""
_MOST_CHANGED = 3
"""Words that were written anew and still stand for what those stood for in whose place they are."""
_WORD, _LETTERS = re.compile(r"\w+(?:['’]\w+)*"), re.compile(r"\w*")


@dataclass(frozen=True, slots=True)
class Aligned:
    """The words of a paragraph's two texts that stand for each other. `sentences`: those that were looked at."""

    german: str
    english: str
    links: tuple[Link, ...] = ()
    sentences: tuple[Link, ...] = ()

    def beside(self, side: Side, place: Span) -> tuple[Span, ...]:
        """The words of the other text that stand for those at a place of this one, in order, each once."""
        ours, theirs = (0, 1) if side == "german" else (1, 0)
        return tuple(sorted({link[theirs] for link in self.links if _touch(link[ours], place)}))

    def knows(self, side: Side, place: Span) -> bool:
        """Whether the sentence that a place is in was looked at."""
        return any(_touch(one[side == "english"], place) for one in self.sentences)


def _touch(word: Span, place: Span) -> bool:
    """Whether a place has a part of a word; an empty one, a cursor, also where it is at the word's edge."""
    if place.start == place.end:
        return word.start <= place.start <= word.end
    return word.meets(place)


def meant(german: str, english: str, links: Sequence[Link]) -> tuple[Link, ...]:
    """The links without small words beside what is meant: `nominiert` looks to “was nominated”, and means “nominated”.

    A small word right behind stays, as a verb's particle stands there (pointed out).
    """
    from workbench.engine.sentence.function_words import is_german_function_word
    from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS

    small_german = {de for de, _ in links if is_german_function_word(german[slice(*de)])}
    small_english = {en for _, en in links if english[slice(*en)].casefold() in ENGLISH_SMALL_WORDS}
    beside = {*_beside(links, 0, english, small_english), *_beside(links, 1, german, small_german)}
    return tuple(link for link in links if link not in beside)


def _beside(links: Sequence[Link], ours: int, text: str, small: Collection[Span]) -> Iterator[Link]:
    """The links to small words of the other text, where the same word also has one that is not small nor right before.

    `ours`: the place in a link of the text whose words they are; `text`: the other one.
    """
    for link in links:
        at = link[1 - ours]
        full = [one[1 - ours] for one in links if one[ours] == link[ours] and one[1 - ours] not in small]
        if at in small and full and not any(text[word.end : at.start].isspace() for word in full):
            yield link


def _of_prefixes(german: str, links: Sequence[Link]) -> Iterator[Link]:
    """What a verb stands for, its prefix further on stands for as well: `zog … zurück`."""
    from workbench.dictionary.readings import prefix_of
    from workbench.engine.sentence.function_words import is_german_function_word

    for word in {link[0] for link in links}:
        may_be_verb = german[word.start].islower() and not is_german_function_word(german[slice(*word)])
        if may_be_verb and (prefix := prefix_of(german, word)):
            yield from ((prefix, en) for de, en in links if de == word)


def links(drafter: Drafter, german: str, english: str) -> tuple[Link, ...]:
    """The words of a sentence and of its English that stand for each other, as they are lit. Opens the model.

    Raises WorkbenchError where the package is gone.
    """
    from workbench.engine.partners import partners

    found = meant(german, english, partners(drafter, german, english))
    return (*found, *_of_prefixes(german, found))


def carried(aligned: Aligned, english: str) -> Aligned:
    """The same with an English that was changed in one place since: the links of words beside it stay.

    A few words that stand there now stand for what the words there stood for; more of them for nothing.

    >>> told = Aligned("Die Städte", "The cities", ((Span(0, 3), Span(0, 3)), (Span(4, 10), Span(4, 10))))
    >>> [tuple(english) for _, english in carried(told, "The towns").links]
    [(0, 3), (4, 9)]
    """
    if english == aligned.english:
        return aligned
    start, old_end, new_end = _changed(aligned.english, english)
    by = len(english) - len(aligned.english)
    before = [link for link in aligned.links if link[1].end <= start]
    behind = [(de, _moved(en, by)) for de, en in aligned.links if en.start >= old_end]
    stood = {de for de, en in aligned.links if en.meets(Span(start, old_end))}
    put = _pairs(sorted(stood), [Span(*one.span()) for one in _WORD.finditer(english, start, new_end)])
    return Aligned(aligned.german, english, (*before, *put, *behind))


def _pairs(german: Sequence[Span], english: Sequence[Span]) -> list[Link]:
    """Each of these words with each of those, where they are few."""
    few = max(len(german), len(english)) <= _MOST_CHANGED
    return [(de, en) for en in english for de in german] if few else []


def _changed(old: str, new: str) -> tuple[int, int, int]:
    """The one stretch of whole words in which two texts differ: where it begins in both, and where it ends in each."""
    start = _alike(old, new)
    back = _alike(old[start:][::-1], new[start:][::-1])
    return start, len(old) - back, len(new) - back


def _alike(one: str, other: str) -> int:
    """How far two texts begin alike, in whole words."""
    letters_of_both = enumerate(zip(one, other, strict=False))
    at = next((at for at, (a, b) in letters_of_both if a != b), min(len(one), len(other)))
    if any(letter.isalnum() for letter in one[at : at + 1] + other[at : at + 1]):
        letters = _LETTERS.match(one[:at][::-1])
        at -= letters.end() if letters else 0
    return at


class Counterparts:
    """The words that stand for each other in the paragraph that is open. `tell` is called when more of it is known.

    One sentence is aligned at a time, in the lane of the model (some 30 ms, and as long again or more for the
    dictionary, at first and where the English is free; the first one loads it), and the latest that is asked for wins.
    What was aligned is remembered by the sentence and its English.
    """

    def __init__(self, session: Session, tell: Callable[[], None]) -> None:
        self._session, self._tell = session, tell
        self._now = Aligned("", "")
        self._kept: dict[tuple[str, str], tuple[Link, ...]] = {}

    def beside(self, index: int, side: Side, place: Span) -> tuple[Span, ...]:
        """The words of the other text that stand for those at a place of a paragraph's, as far as is known by now.

        After a change of the English it is what is known of the English before it, carried over.
        """
        record = self._session.paragraphs[index]
        if record.german != self._now.german:
            return ()
        return carried(self._now, record.english).beside(side, place)

    def ask(self, index: int, side: Side, place: Span) -> None:
        """Have the sentence that a place is in aligned, unless it is."""
        record = self._session.paragraphs[index]
        now = (record.german, record.english)
        known = now == (self._now.german, self._now.english) and self._now.knows(side, place)
        if known or not record.english.strip():
            return
        work = partial(self._aligned, *now, side, place)
        found: Future[Aligned] = self._session.lanes.model.submit(work, name=JOB, urgent=True)
        found.add_done_callback(self._hand_over)

    def _aligned(self, german: str, english: str, side: Side, place: Span) -> Aligned:
        """In the lane: what is known of these texts, with the sentence at a place."""
        from workbench.memory import sentences_beside

        found = Aligned(german, english)
        for one in sentences_beside(german, english):
            de, en = one
            key = german[slice(*de)], english[slice(*en)]
            if key not in self._kept and _touch(one[side == "english"], place):
                if len(self._kept) >= KEPT:
                    self._kept.clear()
                self._kept[key] = self._links(*key)
            if (links := self._kept.get(key)) is not None:
                moved = tuple((_moved(a, de.start), _moved(b, en.start)) for a, b in links)
                found = replace(found, links=(*found.links, *moved), sentences=(*found.sentences, one))
        return found

    def _links(self, german: str, english: str) -> tuple[Link, ...]:
        """What the package aligns; nothing where it is gone."""
        try:
            return links(self._session.project.drafter, german, english)
        except WorkbenchError:
            return ()

    def _hand_over(self, done: Future[Aligned]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._session.deliver(partial(self._take, done.result()))

    def _take(self, found: Aligned) -> None:
        self._now = found
        self._tell()


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
