"""Which spellings in a document are of one name, kept as places of names come and go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Set
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from workbench.checks.names import SHORTEST, Name
from workbench.checks.sounds import are_related, german_sound, likeness_key, sounds
from workbench.glossary import Entry

SAME_GERMAN = 75.0
"""From this likeness on (percent, rapidfuzz.fuzz.ratio of their sounds) two names for one German name are one name."""
SAME_ENTRY = 65.0
"""The same for words of two forms that a glossary entry accepts."""

MOST_SPELLINGS = 40
"""No name has more: what more spellings have in common says nothing."""


class Use(NamedTuple):
    """How a spelling is used somewhere (see `Name`)."""

    german: str
    following: str
    entry: Entry | None


class _Trait(NamedTuple):
    """What spellings of one name have in common, one of these at least: a sound, a German name, an entry."""

    what: Callable[[str, Set[Use], str, Set[Use]], bool]
    """Whether two spellings that have it in common, each with its uses, are of one name."""
    of: Hashable


class Spellings:
    """The spellings of a document's names with their uses, in groups that are of one name.

    Two spellings are of one name when they sound the same in English and the German does not have two names there;
    when they are alike and stand for one German name; or when one entry of the glossary accepts both. Forms of a
    word (Russia, Russian), ordinary words, and given names before different surnames are not.
    A change costs what it touches: only spellings that share a trait are compared, and anew only where one of the
    two is used in another way than before.
    """

    def __init__(self) -> None:
        self._uses: dict[str, dict[Use, int]] = {}
        self._having: defaultdict[_Trait, set[str]] = defaultdict(set)
        self._near: dict[str, set[str]] = {}

    def uses(self, spelling: str) -> Mapping[Use, int]:
        """How a spelling is used, and how often in each way."""
        return self._uses[spelling]

    def group(self, spelling: str) -> set[str]:
        """The spellings of one name, by whatever chain of pairs; this one among them."""
        group, ahead = {spelling}, [spelling]
        while ahead:
            new = self._near.get(ahead.pop(), set()) - group
            group |= new
            ahead += new
        return group

    def put(self, changes: Iterable[tuple[str, Collection[Name], Collection[Name]]]) -> set[str]:
        """Put names in the place of others of the same spelling; all spellings that have another group now."""
        switched: dict[str, set[Use]] = {}
        for spelling, old, new in changes:
            _recount(self._uses.setdefault(spelling, {}), old, new, switched.setdefault(spelling, set()))
        stale = set[str]()
        for spelling, new_or_gone in switched.items():
            if new_or_gone:
                stale |= self._retrait(spelling, self._uses[spelling].keys() ^ new_or_gone)
            if not self._uses[spelling]:
                del self._uses[spelling]
        return self._relink(stale)

    def _retrait(self, spelling: str, before: Set[Use]) -> set[str]:
        """Enter a spelling under the traits that it has now; all spellings whose pairs are to be looked at again."""
        now = self._uses[spelling].keys()
        ours, theirs = set(_traits(spelling, now)), set(_traits(spelling, before))
        stale = {spelling}
        for trait in theirs - ours:
            self._having[trait].discard(spelling)
            stale |= self._having[trait] if len(self._having[trait]) == MOST_SPELLINGS else set()
            if not self._having[trait]:
                del self._having[trait]
        for trait in ours - theirs:
            self._having[trait].add(spelling)
            stale |= self._having[trait] if len(self._having[trait]) == MOST_SPELLINGS + 1 else set()
        return stale

    def _relink(self, stale: set[str]) -> set[str]:
        """Make the pairs of some spellings anew; the spellings that are, or were, in one group with them."""
        groups = set[str]().union(*(self.group(spelling) for spelling in stale))
        for spelling in stale:
            for other in self._near.pop(spelling, ()):
                self._near[other].discard(spelling)
        for spelling in stale:
            for other in self._same(spelling):
                self._near.setdefault(spelling, set()).add(other)
                self._near.setdefault(other, set()).add(spelling)
        return groups.union(*(self.group(spelling) for spelling in stale))

    def _same(self, spelling: str) -> Iterator[str]:
        """The other spellings that make a pair with one."""
        if spelling not in self._uses:
            return
        uses = self._uses[spelling].keys()
        for trait in _traits(spelling, uses):
            having = self._having[trait]
            for other in having if len(having) <= MOST_SPELLINGS else ():
                if other != spelling and trait.what(spelling, uses, other, self._uses[other].keys()):
                    yield other


def _use(name: Name) -> Use:
    return Use(name.german, name.following, name.entry)


def _recount(uses: dict[Use, int], old: Iterable[Name], new: Iterable[Name], switched: set[Use]) -> None:
    """Count uses out and in. `switched`: those that are there now and were not, or the other way round."""
    for use in map(_use, old):
        uses[use] -= 1
        if not uses[use]:
            del uses[use]
            switched ^= {use}
    for use in map(_use, new):
        if use not in uses:
            switched ^= {use}
        uses[use] = uses.get(use, 0) + 1


def _traits(spelling: str, uses: Set[Use]) -> Iterator[_Trait]:
    """What a spelling with these uses has, by which it is compared; nothing without a use."""
    if uses:
        yield from (_Trait(_same_by_sound, sound) for sound in sounds(spelling))
        yield from (_Trait(_same_by_german, german) for german in _germans(uses))
        yield from (_Trait(_same_by_entry, entry) for entry in _entries(uses))


def _germans(uses: Set[Use]) -> set[str]:
    return {use.german for use in uses} - {""}


def _entries(uses: Set[Use]) -> set[Entry]:
    return {use.entry for use in uses if use.entry}


def _same_by_sound(one: str, ours: Set[Use], other: str, theirs: Set[Use]) -> bool:
    return _one_in_german(_germans(ours), _germans(theirs)) and _may_be_one(one, ours, other, theirs)


def _same_by_german(one: str, ours: Set[Use], other: str, theirs: Set[Use]) -> bool:
    return alike(one, other) >= SAME_GERMAN and _may_be_one(one, ours, other, theirs)


def _same_by_entry(one: str, ours: Set[Use], other: str, theirs: Set[Use]) -> bool:
    return any(frozenset((one, other)) in _variants(entry) for entry in _entries(ours) & _entries(theirs))


def _one_in_german(ours: set[str], theirs: set[str]) -> bool:
    """Whether the German allows two spellings to be one name: it has one there, or two that sound the same."""
    if not ours or not theirs:
        return True
    return not {german_sound(german) for german in ours}.isdisjoint(german_sound(german) for german in theirs)


def _may_be_one(one: str, ours: Set[Use], other: str, theirs: Set[Use]) -> bool:
    if are_of_one_word(one, other):
        return False
    behind, behind_other = ({use.following for use in uses} for uses in (ours, theirs))
    both_alone = "" in behind & behind_other
    if not (both_alone or any(alike(a, b) >= SAME_GERMAN for a in behind for b in behind_other)):
        return False
    return not (_is_ordinary(one) and _is_ordinary(other))


def are_of_one_word(one: str, other: str) -> bool:
    """Whether two names are forms of one word (Russia, Russians), whichever comes first in the document."""
    return are_related(one, other) or are_related(other, one)


@lru_cache(maxsize=50_000)
def alike(one: str, other: str) -> float:
    """How alike two names are (percent), German or English."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(likeness_key(one), likeness_key(other)))


@lru_cache(maxsize=20_000)
def _is_ordinary(word: str) -> bool:
    """Whether a dictionary of English has the word. The first question reads the dictionary: it is asked last."""
    import simplemma

    return bool(simplemma.is_known(word.lower(), "en"))


@lru_cache(maxsize=10_000)
def _variants(entry: Entry) -> frozenset[frozenset[str]]:
    """The pairs of words in which two accepted forms of an entry differ and that are spellings of one name.

    Forms are compared word by word, a person's surnames also when a given name stands before one of them.
    """
    pairs: set[frozenset[str]] = set()
    for one, other in combinations(entry.accepted, 2):
        ours, theirs = one.split(), other.split()
        if entry.kind == "person":
            size = min(len(ours), len(theirs))
            ours, theirs = ours[-size:], theirs[-size:]
        if len(ours) == len(theirs):
            differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
            if all(_is_variant(a, b) for a, b in differing):
                pairs.update(map(frozenset, differing))
    return frozenset(pairs)


def _is_variant(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= SHORTEST - 1
        and not are_of_one_word(one, other)
        and (alike(one, other) >= SAME_ENTRY or one.casefold() == other.casefold())
    )
