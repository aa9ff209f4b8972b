"""Terms for a test set: dictionary pairs that a sentence's German has and its reference confirms.

The rule, the same on every machine (`chosen`):

1. Pairs (`read_pairs`): one to four words on either side, letters, digits, hyphens and apostrophes only. The
   German has a word with a capital (a noun or a name, alone or with others), does not begin with an article or
   a preposition, and has four letters at least unless it is an abbreviation; the English has a word that is no
   function word. Pairs that read the same in both languages are left out.
2. Of these a sentence has the ones whose German this program's `Glossary.find` finds in it, in any inflection
   and inside compounds, and whose English `judge` finds in its reference, in singular or plural.
3. The glossary keeps base forms, so of pairs with one German place and one English place (Sanktion → sanction,
   Sanktionen → sanctions) the longer English, then the shorter German, then the shorter English is taken;
   where German places overlap, the longer (Verteidigungsminister before Minister).
4. Doubtful ones are left out: a German place with two Englishes at different places of the reference, two
   German places that claim one English place, an entry found more or less often in the German than in the
   reference. Homonyms that pass all of this remain (`Ende → end` where the reference has the verb).
5. One to three of what is left: how many and which is drawn with a seed and the sentence's number.
"""

from __future__ import annotations

import lzma
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.glossary import Entry, Glossary, TermHit, judge
from workbench.text import Span

MOST_TERMS, MOST_WORDS = 3, 4
_PLAIN = re.compile(r"\w[\w’'-]*(?: \w[\w’'-]*){0,3}")
# English that carries no term alone, and German that stands before a noun.
_FUNCTION_WORDS = """
a about above across after again against all almost along already also although always am among an and another any
anybody anyone anything are around as at away back be because been before behind being below beside between both but by
can could did do does doing done down during each either else enough even ever every everybody everyone everything few
for from further had has have having he her here hers herself him himself his how however i if in indeed instead into is
it its itself just kind last least less let like lot lots many may me might mine more most much must my myself near
neither never next no nobody none nor not nothing now of off often on once one ones only onto or other others our ours
out over own per perhaps quite rather really same self several shall she should since so some somebody someone something
still such than that the their theirs them themselves then there these they thing things this those though through thus
till to together too toward towards under until up upon us very via was way we well were what whatever when where
whether which while who whole whom whose why will with within without would yes yet you your yours yourself
two three four five six seven eight nine ten first second third half
"""
_BEFORE_NOUNS = """
am an auf aus bei beim bis das dem den der des die durch ein eine einem einen einer eines für gegen im in ins mit nach
ohne seit über um unter vom von vor zu zum zur zwischen
"""
_EMPTY, _LEADING = frozenset(_FUNCTION_WORDS.split()), frozenset(_BEFORE_NOUNS.split())


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence, its reference, and the terms wanted in its English. Offsets of `hits` are into `german`."""

    number: int
    german: str
    reference: str
    hits: tuple[TermHit, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A pair's places in a sentence and its reference."""

    entry: Entry
    hits: tuple[TermHit, ...]
    places: tuple[Span, ...]


class Pairs:
    """The dictionary: its entries by their English, in small letters."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_english: dict[str, list[Entry]] = defaultdict(list)
        self.others: dict[str, list[str]] = defaultdict(list)
        """All Englishes of a German."""
        for entry in entries:
            self._by_english[entry.en.lower()].append(entry)
            self.others[entry.de[0]].append(entry.en)

    def possible(self, german: str, reference: str) -> Iterator[Entry]:
        """Entries that may be in a sentence and its reference; most that are not are left out."""
        letters = _bare(german)
        for english in _runs(reference):
            for entry in self._by_english.get(english, ()):
                if _bare(max(entry.de[0].split(), key=len))[:4] in letters:
                    yield entry


def read_pairs(path: Path) -> Pairs:
    """The pairs of a dictionary that may be terms: a file of `German<TAB>English<TAB>…` lines, `.xz` or plain."""
    content = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    pairs = dict.fromkeys(tuple(line.split("\t")[:2]) for line in content.decode("utf-8").split("\n"))
    return Pairs(Entry((pair[0],), pair[1]) for pair in pairs if len(pair) == 2 and _may_be_term(*pair))


def numbered(german: Sequence[str], references: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """All sentences of a test set with their numbers, from 0, and their references."""
    for number, (sentence, reference) in enumerate(zip(german, references, strict=True)):
        yield number, sentence, reference


def tasks(sentences: Iterable[tuple[int, str, str]], pairs: Pairs, seed: int) -> list[Task]:
    """Of some sentences (number, German, reference) those that have terms, with one to three of them each."""
    found = (
        Task(number, german, reference, chosen(german, reference, pairs, f"{seed} {number}"))
        for number, german, reference in sentences
    )
    return [task for task in found if task.hits]


def chosen(german: str, reference: str, pairs: Pairs, seed: str) -> tuple[TermHit, ...]:
    """The terms of a sentence by the rule above, in text order."""
    draw = random.Random(seed)
    known = _certain(list(_found(german, reference, pairs)))
    draw.shuffle(known)
    wanted = draw.randint(1, MOST_TERMS)
    hits: list[TermHit] = []
    for found in known:
        if len(hits) + len(found.hits) <= wanted:
            hits += found.hits
    return tuple(sorted(hits, key=lambda hit: hit.start))


def _may_be_term(german: str, english: str) -> bool:
    if not _PLAIN.fullmatch(german) or not _PLAIN.fullmatch(english) or german.casefold() == english.casefold():
        return False
    if not any(word[0].isupper() for word in german.split()):
        return False
    if german.split(maxsplit=1)[0].lower() in _LEADING:
        return False
    if len(german) < 4 and not (german.isupper() and len(german) > 1):
        return False
    return not _EMPTY.issuperset(english.lower().split())


def _found(german: str, reference: str, pairs: Pairs) -> Iterator[_Found]:
    for entry in dict.fromkeys(pairs.possible(german, reference)):
        hits = Glossary([entry]).find(german)
        places = judge(entry, reference).met if hits else ()
        if places:
            yield _Found(entry, hits, places)


def _certain(found: list[_Found]) -> list[_Found]:
    """What is left of the pairs found by steps 3 and 4, in text order."""
    found.sort(key=lambda one: (-_length(one.hits), -_length(one.places), len(one.entry.de[0]), len(one.entry.en)))
    kept: list[_Found] = []
    doubtful: set[int] = set()
    for one in found:
        rivals = [at for at, other in enumerate(kept) if _overlap(_german(one), _german(other))]
        if not rivals:
            kept.append(one)
        elif _german(one) == _german(kept[rivals[0]]) and not _overlap(one.places, kept[rivals[0]].places):
            doubtful.add(rivals[0])
    certain = [one for at, one in enumerate(kept) if at not in doubtful and _is_clear(one, kept)]
    return sorted(certain, key=lambda one: one.hits[0].start)


def _is_clear(found: _Found, others: Sequence[_Found]) -> bool:
    """Whether a pair is found as often in both languages, in places that no other one claims."""
    claimed = any(other is not found and _overlap(found.places, other.places) for other in others)
    return not claimed and len(found.hits) == len(found.places)


def _german(found: _Found) -> tuple[Span, ...]:
    return tuple(Span(hit.start, hit.end) for hit in found.hits)


def _length(places: Sequence[TermHit | Span]) -> int:
    return max(place.end - place.start for place in places)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


def _runs(english: str) -> Iterator[str]:
    """Every one to four words in a row in small letters, as they stand and with the plural of the last undone."""
    words = re.findall(r"\w[\w’'-]*", english.lower())
    for first in range(len(words)):
        for size in range(1, MOST_WORDS + 1):
            run = words[first : first + size]
            if len(run) == size:
                yield from _singulars(" ".join(run))
                # heads of state
                yield from (" ".join([one, *run[1:]]) for one in _singulars(run[0]) if size > 2)


def _singulars(run: str) -> Iterator[str]:
    for possessive in ("", "'s", "’s", "s", "es", "'", "’"):
        if run.endswith(possessive):
            yield run.removesuffix(possessive)
    if run.endswith("ies"):
        yield f"{run[:-3]}y"
    if run.endswith("men"):
        yield f"{run[:-3]}man"


def _bare(text: str) -> str:
    """Small letters without accents: Häuser has the letters of Haus but for its ending."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
