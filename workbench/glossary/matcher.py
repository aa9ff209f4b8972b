"""Finding a glossary's terms in German text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.glossary import compounds
from workbench.glossary.entry import Entry, TermHit
from workbench.glossary.folding import WORD, fold, possessive_end, separator
from workbench.glossary.forms import Form, Node, forms_of, tree_of
from workbench.glossary.inflection import fits, readings
from workbench.glossary.lexicon import agrees

_MOST_REMEMBERED = 200_000
_LONGEST_WORD = 100
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+"
    r"|(?<![\w.])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:de|com|org|net|info|eu|by|ru|ua|at|ch)\b(?!-)"
)
_HYPHENS = ("-", "\u2010", "\u2011")
_WIDEST_GAP = 4
_NOWHERE = Node()
_BEFORE_NOUN = re.compile(r"\s+[„“\"»‚]?[^\W\d_a-zäöüß]")

EXACT, INFLECTED, COMPOUND = range(3)


@dataclass(frozen=True, slots=True)
class _Found:
    """A form found at `start:end`; `rank` tells how directly (EXACT, INFLECTED or COMPOUND)."""

    form: Form
    start: int
    end: int
    rank: int


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word of a text can be: the tree's keys it reads as at the start of a form, and its inner parts.

    `inside`: (form, start, end) with offsets into the word.
    """

    starts: tuple[tuple[str, str], ...]
    inside: tuple[tuple[Form, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text and its words' places."""

    german: str
    places: list[re.Match[str]]


@dataclass(frozen=True, slots=True)
class _Path:
    """A way down the tree: the text's words with the ending each was read with, and the gaps between them."""

    words: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]


class Glossary:
    """Entries, and the finding of their German forms in a text.

    The first `find` builds a search tree (about 10 µs an entry). After that the cost grows with the text,
    not with the number of entries. May be used from several threads.

    >>> glossary = Glossary([Entry(de=("Kreml",), en="Kremlin", kind="place")])
    >>> [hit.surface for hit in glossary.find("Der Sprecher des Kremls schweigt.")]
    ['Kremls']
    """

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._words: dict[str, _Word | None] = {}
        self._keys: dict[str, tuple[tuple[str, str], ...]] = {}

    def find(self, german: str) -> tuple[TermHit, ...]:
        """The places in a German text where an entry's term stands, in text order and without overlaps.

        Inflected forms are found whole (`Lukaschenkos`), of a compound only the term's part is the hit
        (`AFU` in `AFU-Generalstabs`, `Kreml` in `Kremlsprecher`). Where hits overlap the longest wins; of
        two alike, the one written as in the glossary, then the one that stands first there. Offsets are
        characters into `german`. Web and e-mail addresses are passed over.
        """
        remembered = self._words
        tokens = WORD.findall(german)
        words = [remembered[token] if token in remembered else self._look_up(token) for token in tokens]
        hyphened = any(hyphen in german for hyphen in _HYPHENS)
        if not hyphened and not any(words):
            return ()
        text = _Text(german, list(WORD.finditer(german)))
        found: list[_Found] = []
        for i, word in enumerate(words):
            if word is not None:
                found += self._at(text, i, word)
            if hyphened:
                found += self._joined(text, i)
        addresses = [match.span() for match in _ADDRESS.finditer(german)]
        kept = [f for f in found if not any(a <= f.start and f.end <= b for a, b in addresses)]
        return tuple(TermHit(f.form.entry, f.start, f.end, german[f.start : f.end]) for f in _longest(kept))

    @cached_property
    def _tree(self) -> Node:
        forms: list[Form] = []
        for entry in self.entries:
            forms += forms_of(entry, len(forms))
        return tree_of(forms)

    @cached_property
    def _alone(self) -> dict[str, list[Form]]:
        """Forms of one word that may stand inside a closed compound, by the word's key."""
        alone: dict[str, list[Form]] = {}
        for node in self._tree.next.values():
            for form in node.ends:
                if form.words[0].case == "capital" and len(form.words[0].key) >= compounds.SHORTEST_NAME:
                    alone.setdefault(form.words[0].key, []).append(form)
        return alone

    def _look_up(self, text: str) -> _Word | None:
        if len(self._words) >= _MOST_REMEMBERED:
            self._words.clear()
            self._keys.clear()
        word = None
        if len(text) <= _LONGEST_WORD:
            roots = self._tree.next
            key = fold(text)
            starts = tuple(dict.fromkeys(reading for reading in readings(key) if reading[0] in roots))
            inside = tuple(self._inside(text, key))
            word = _Word(starts, inside) if starts or inside else None
        self._words[text] = word
        return word

    def _readings(self, text: str) -> tuple[tuple[str, str], ...]:
        known = self._keys.get(text)
        if known is None:
            known = self._keys[text] = tuple(dict.fromkeys(readings(fold(text))))
        return known

    def _inside(self, text: str, key: str) -> Iterator[tuple[Form, int, int]]:
        for prefix in compounds.cuts(key, self._alone):
            for form in self._alone[prefix]:
                end = compounds.first_part_end(text, key, prefix, form.entry.kind)
                if end:
                    yield form, 0, end
        for start, place in compounds.second_part(text, key):
            yield from self._second_part(text, start, place)

    def _second_part(self, text: str, start: int, place: bool) -> Iterator[tuple[Form, int, int]]:
        part = text[start:].capitalize()
        for key, ending in self._readings(part):
            if ending in ("er", "er-"):
                continue
            for form in self._tree.next.get(key, _NOWHERE).ends:
                word = form.words[0]
                right_kind = (form.entry.kind == "place") == place and word.case == "capital"
                long_enough = place or len(word.key) >= compounds.SHORTEST_TERM
                if right_kind and long_enough and fits(word, part, ending):
                    yield form, start, len(text)

    def _at(self, text: _Text, i: int, word: _Word) -> Iterator[_Found]:
        """The forms that begin with the i-th word of the text, or stand inside it."""
        begin = text.places[i].start()
        for form, start, end in word.inside:
            yield _Found(form, begin + start, begin + end, COMPOUND)
        for key, ending in word.starts:
            path = _Path(((text.places[i][0], ending),), ())
            yield from self._along(text, i, self._tree.next[key], path)

    def _along(self, text: _Text, i: int, node: Node, path: _Path) -> Iterator[_Found]:
        """The forms that end at `node`, reached with the i-th word, or go on from there."""
        for form in node.ends:
            hit = form.accepts(path.words, path.gaps) and _ended(form, text, i, path)
            if hit:
                yield hit
        if not node.next or i + 1 == len(text.places):
            return
        gap = text.german[text.places[i].end() : text.places[i + 1].start()]
        token = text.places[i + 1][0]
        if len(gap) > _WIDEST_GAP or len(token) > _LONGEST_WORD:
            return
        for key, ending in self._readings(token):
            child = node.next.get(key)
            if child:
                longer = _Path((*path.words, (token, ending)), (*path.gaps, separator(gap)))
                yield from self._along(text, i + 1, child, longer)

    def _joined(self, text: _Text, i: int) -> Iterator[_Found]:
        """A term the glossary writes as one word and the text with a hyphen: `Kreml-Chef` for Kremlchef."""
        places = text.places
        end = places[i].end()
        if i + 1 == len(places) or places[i + 1].start() != end + 1 or text.german[end] not in _HYPHENS:
            return
        token = places[i][0] + places[i + 1][0].lower()
        if len(token) > _LONGEST_WORD:
            return
        for key, ending in self._readings(token):
            for form in self._tree.next.get(key, _NOWHERE).ends:
                if form.words[0].case != "exact" and fits(form.words[0], token, ending):
                    yield _Found(form, places[i].start(), places[i + 1].end(), INFLECTED)


def _ended(form: Form, text: _Text, i: int, path: _Path) -> _Found | None:
    """The hit, with what belongs to its end; None where the text after it speaks against it."""
    start, end = text.places[i - len(path.gaps)].start(), text.places[i].end()
    if form.tail:
        return _with_tail(form, text.german, start, end)
    token, ending = path.words[-1]
    last = form.words[-1]
    if last.pattern == "place" and ending in ("er", "er-") and not _BEFORE_NOUN.match(text.german, end):
        return None  # `die Minsker` are people; `Minsker Vereinbarungen` are Minsk's
    like_a_verb = last.pattern == "noun" and ending in ("en", "n") and _begins_sentence(text.german, start)
    if like_a_verb and not agrees(token, last.key, unknown=True):
        return None  # `Vertragen müssen sie sich` has no Vertrag
    rank = INFLECTED if any(ending for _, ending in path.words) else EXACT
    return _Found(form, start, possessive_end(text.german, end), rank)


def _with_tail(form: Form, german: str, start: int, end: int) -> _Found | None:
    """A form that ends with a mark: `F.A.Z.` (whose last full stop may be lacking, or be the sentence's)."""
    there = german.startswith(form.tail, end)
    if form.tail == ".":
        there = there and bool(german[end + 1 :].strip())
        return _Found(form, start, end + there, EXACT)
    return _Found(form, start, end + len(form.tail), EXACT) if there else None


def _begins_sentence(german: str, start: int) -> bool:
    before = german[:start].rstrip(' \u00a0„“"»‚(–-')
    return not before or before[-1] in ".!?:…"


def _longest(found: list[_Found]) -> list[_Found]:
    taken: list[_Found] = []
    for f in sorted(found, key=lambda f: (f.start - f.end, f.rank, f.form.order, f.start)):
        if all(f.end <= other.start or other.end <= f.start for other in taken):
            taken.append(f)
    return sorted(taken, key=lambda f: f.start)
