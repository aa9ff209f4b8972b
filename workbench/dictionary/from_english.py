"""German words for an English one: the dictionary looked up from its other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.dictionary.english_keys import basic_forms, is_head, keys_of
from workbench.dictionary.labels import REGIONS, REGISTERS
from workbench.dictionary.line import SEPARATOR, Kind, Segment, Wording, key_of, read_line
from workbench.dictionary.opened import english_lines

_LONGEST = 60
"""Letters of what is looked up."""
_MOST = 120
"""German words that are told of one English."""


class German(NamedTuple):
    """A German word for an English one. `english`: as it was found, in its basic form; `sense`: of both sides."""

    german: str
    english: str
    kind: Kind
    gender: str = ""
    labels: tuple[str, ...] = ()
    sense: str = ""


def german_for(words: str) -> tuple[German, ...]:
    """What the dictionary has for an English word, or a few, as a text has them (withdrew, prime ministers).

    The likeliest come first: those that stand for each other first in their entry, without a label that keeps them out
    of plain prose. All forms that it may be are looked for, first as it stands. Nothing for what is longer than three
    words. Raises WorkbenchError where the dictionary's files are gone or damaged.
    """
    if len(words) > _LONGEST:
        return ()
    return tuple(dict.fromkeys(found for form in basic_forms(words) for found in _of_key(form)))[:_MOST]


@lru_cache(maxsize=500)
def _of_key(key: str) -> tuple[German, ...]:
    """What is found by a key, the likeliest first; of words that are equally likely, in the dictionary's order."""
    found: dict[tuple[str, Kind], list[tuple[int, German]]] = {}
    for german, english in english_lines(key):
        for segment in _segments(german, english, key.partition(" ")[0]):
            for far, word in _of_segment(segment, key):
                found.setdefault((word.german, word.kind), []).append((far, word))
    return tuple(word for _, word in sorted(map(_best, found.values()), key=lambda one: one[0]))


def _best(said: Sequence[tuple[int, German]]) -> tuple[tuple[bool, int], German]:
    """A word as its entry has it that has it nearest, and its rank: the lower, the likelier. Said twice is likelier."""
    far, word = min(said, key=lambda one: one[0])
    kept_out = not (REGISTERS | REGIONS).isdisjoint(word.labels)
    return (kept_out, far + word.german.count(" ") + bool(word.labels) - 2 * (len(said) - 1)), word


def _segments(german: str, english: str, word: str) -> Iterator[Segment]:
    """The segments of an entry that have the English, read with the entry's first, whose kind holds for the others."""
    parts = list(zip(german.split(SEPARATOR), english.split(SEPARATOR), strict=False))
    wanted = [at for at, (_, en) in enumerate(parts) if "(" in en or word in en.casefold()]
    read = list(dict.fromkeys((0, *wanted)))
    line = " :: ".join(SEPARATOR.join(parts[at][side] for at in read) for side in (0, 1))
    yield from (one for at, one in zip(read, read_line(line), strict=False) if at in wanted and is_head(one))


def _of_segment(segment: Segment, key: str) -> Iterator[tuple[int, German]]:
    """The German words of a segment for an English of it, each with how many wordings stand before the two."""
    for place, english in enumerate(segment.english):
        if key in keys_of(english):
            for behind, german in enumerate(segment.german):
                if not german.is_form and german.text:
                    yield place + behind + 2 * (not segment.first), _word(german, english, key)


def _word(german: Wording, english: Wording, key: str) -> German:
    kind = german.kind or english.kind or ("verb" if english.text.startswith("to ") else "")
    plain = english.text.removeprefix("to ")
    said = plain if key_of(plain) == key else key
    labels = tuple(sorted(german.labels | english.labels))
    sense = "; ".join(filter(None, (german.hint, english.hint)))
    return German(german.text, said, kind, german.gender, labels, sense)
