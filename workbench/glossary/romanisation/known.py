"""The names that are known, read from the files in data/: what the letters are learned from, and given names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["ru", "uk", "be"]
LANGUAGES: tuple[Language, ...] = ("ru", "uk", "be")
OtherSection = Literal["given", "surnames", "places", "words"]
OTHER_SECTIONS: tuple[OtherSection, ...] = ("given", "surnames", "places", "words")

_DATA = Path(__file__).parent / "data"
_SURNAMES: dict[Language, str] = {"ru": "russian.txt", "uk": "ukrainian.txt", "be": "belarusian.txt"}
# Endings of surnames that have a feminine form of their own.
_FEMININE: dict[Language, tuple[tuple[str, str], ...]] = {
    "ru": (
        *(("ский", "ская"), ("цкий", "цкая"), ("ый", "ая"), ("ий", "ая"), ("ой", "ая")),
        *(("ов", "ова"), ("ев", "ева"), ("ёв", "ёва"), ("ин", "ина"), ("ын", "ына")),
    ),
    "uk": (("ький", "ька"), ("ий", "а"), ("ов", "ова"), ("ев", "ева"), ("єв", "єва"), ("ін", "іна"), ("ин", "ина")),
    "be": (("скі", "ская"), ("цкі", "цкая"), ("аў", "ава"), ("еў", "ева"), ("оў", "ова"), ("ёў", "ёва"), ("ін", "іна")),
}


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The known names of a language in Cyrillic.

    `given`: given names with the English the press writes, usual form first; `german`: the Cyrillic of given names
    that German does not transcribe (Alexander).
    """

    family: frozenset[str]
    places: frozenset[str]
    given: dict[str, tuple[str, ...]]
    german: dict[str, str]


@cache
def known_names(language: Language) -> KnownNames:
    """What is known of a language's names: surnames with their feminine forms, places, given names."""
    surnames = set(_words(_SURNAMES[language]))
    for name in tuple(surnames):
        ending = next((pair for pair in _FEMININE[language] if name.endswith(pair[0])), None)
        if ending:
            surnames.add(name.removesuffix(ending[0]) + ending[1])
    places = {
        word
        for line in _lines("places.txt")
        if line.startswith(f"{language}:")
        for part in line.split()[1:]
        for word in part.split("-")
    }
    given = {cyrillic: english for cyrillic, _, english in _given(language)}
    german = {german: cyrillic for cyrillic, otherwise, _ in _given(language) for german in otherwise}
    return KnownNames(frozenset(surnames), frozenset(places), given, german)


@cache
def other_names(section: OtherSection) -> frozenset[str]:
    """Names that did not come into German from Cyrillic, as German newspapers write them."""
    found: set[str] = set()
    here = ""
    for line in _lines("other.txt"):
        if line.startswith("["):
            here = line.strip("[]")
        elif here == section:
            found.update(line.split())
    return frozenset(found)


def _given(language: Language) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Given names in Cyrillic, their German where it is no transcription, and their English."""
    here = ""
    for line in _lines("given_names.txt"):
        if line.startswith("["):
            here = line.strip("[]")
        elif here == language:
            name, english = line.split(" = ")
            cyrillic, _, german = name.partition(" [")
            yield cyrillic, tuple(german.strip("]").split(", ")), tuple(english.split(", "))


def _words(file: str) -> Iterator[str]:
    for line in _lines(file):
        yield from line.split()


def _lines(file: str) -> Iterator[str]:
    for line in (_DATA / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
