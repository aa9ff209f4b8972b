"""Finding a glossary's terms in German text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from workbench.glossary.entry import Entry, TermHit
from workbench.glossary.finding import gender, lexicon
from workbench.glossary.finding.context import (
    Place,
    addresses,
    depends_on_place,
    link_length,
    may_stand_in_hashtag,
    speaks_against,
    with_tail,
)
from workbench.glossary.finding.folding import fold, hyphens_in, possessive_end, separator, word_places, words
from workbench.glossary.finding.forms import Form, forms_of
from workbench.glossary.finding.gender import written_for_both
from workbench.glossary.finding.index import Index, Part
from workbench.glossary.finding.longer_names import is_name, is_named_by_end, may_be_name
from workbench.glossary.finding.loose_joins import may_be_joined
from workbench.glossary.finding.overlaps import ALIKE, COMPOUND, EXACT, INFLECTED, Found, Sex, hits_of

_MOST_REMEMBERED = 200_000
_LONGEST_WORD = 100
_WIDEST_GAP = 4
_BEFORE = 80


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word of a text is: the forms it is as a whole, those that are inside it, its stem.

    `whole`: each form with its ending, and whether what stands around the word matters. `stem` is "" where no term
    of several words has one like it.
    """

    whole: tuple[tuple[Form, str, bool], ...] = ()
    inside: tuple[Part, ...] = ()
    stem: str = ""


_NO_TERM = _Word()


class Glossary:
    """Entries, and the finding of their German forms in a text.

    The first `find`, or `prepare` before it, makes an index (about 30 µs an entry). After that the cost grows with
    the text, not with the number of entries. May be used from several threads.

    >>> glossary = Glossary([Entry(de=("Kreml",), en="Kremlin", kind="place")])
    >>> [hit.surface for hit in glossary.find("Der Sprecher des Kremls schweigt.")]
    ['Kremls']
    """

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._remembered: dict[str, _Word] = {}
        self._joins: dict[str, tuple[tuple[Form, str], ...]] = {}

    def find(self, german: str) -> tuple[TermHit, ...]:
        """The places in a German text where an entry's term stands, in text order and without overlaps.

        Inflected forms are found whole (`Lukaschenkos`), of a compound only the term's part is the hit, without
        a linking letter (`AFU` in `AFU-Stab`, `Kreml` in `Kremlsprecher`, `Bundestag` in `Bundestagswahl`). Where
        hits overlap the longest wins; of two alike, the one written as in the glossary, then the one that stands
        first there. The others are told in the hit's `gave_way`. Offsets are characters into `german`. Web and
        e-mail addresses are passed over.
        """
        if len(self._remembered) + len(self._joins) > _MOST_REMEMBERED:
            self._remembered, self._joins = {}, {}
        tokens = self._looked_up(german)
        telling = [i for i, word in enumerate(tokens) if word is not _NO_TERM]
        hyphens, both = hyphens_in(german), written_for_both(german)
        if not (telling or hyphens or both):
            return ()
        places = word_places(german)
        found = [*self._words(german, places, tokens, telling), *self._for_both(both)]
        if len(telling) > 1:
            found += self._phrases(german, places, [word.stem for word in tokens])
        if hyphens:
            found += self._joined(german, places, hyphens)
        return hits_of(_outside(addresses(german), found, german), german) if found else ()

    def _looked_up(self, german: str) -> list[_Word]:
        known = self._remembered
        return [known.get(token) or self._look_up(token) for token in words(german)]

    def prepare(self) -> None:
        """Make the index now, in the thread that calls, so that no `find` has to."""
        _ = self._index

    @cached_property
    def _index(self) -> Index:
        lexicon.read_soon()
        forms: list[Form] = []
        for entry in self.entries:
            forms += forms_of(entry, len(forms))
        return Index(forms)

    def _look_up(self, token: str) -> _Word:
        word = _NO_TERM
        if len(token) <= _LONGEST_WORD:
            key, index = fold(token), self._index
            whole = tuple(
                (form, ending, depends_on_place(form, token, ending)) for form, ending in index.whole(token, key)
            )
            inside, stem = tuple(index.inside(token, key)), index.stem_of(key)
            if whole or inside or stem:
                word = _Word(whole, inside, stem)
        self._remembered[token] = word
        return word

    def _words(
        self, german: str, places: list[re.Match[str]], words: list[_Word], telling: list[int]
    ) -> Iterator[Found]:
        """The forms that a single word is, or that stand inside it."""
        for i in telling:
            word, begin = words[i], places[i].start()
            for form, start, end, ending in _no_parts_of_names(word.inside, german, places[i]):
                if not form.gaps:
                    yield Found(form, begin + start, begin + end, COMPOUND, _sex(form, ending))
                elif _stands_before(form, german, places[max(i - len(form.gaps), 0) : i + 1]):
                    yield Found(form, places[i - len(form.gaps)].start(), begin + end, COMPOUND)
            for form, ending, doubtful in word.whole:
                if not doubtful:
                    end = possessive_end(german, places[i].end())
                    yield Found(form, begin, end, _rank(form, (ending,)), _sex(form, ending))
                elif hit := _ended(form, german, places[i : i + 1], (ending,)):
                    yield hit

    def _for_both(self, places: list[tuple[int, int, str]]) -> Iterator[Found]:
        """The forms that are written for men and women: `Soldat*innen`, `BundeskanzlerInnen`."""
        for start, end, feminine in places:
            word = self._remembered.get(feminine) or self._look_up(feminine)
            for form, _, _ in word.whole:
                yield Found(form, start, end, INFLECTED, "both")
            for form, first, last, _ in word.inside:
                if last == len(feminine) and not form.gaps:
                    yield Found(form, start + first, end, COMPOUND, "both")

    def _phrases(self, german: str, places: list[re.Match[str]], stems: list[str]) -> Iterator[Found]:
        """The forms of several words."""
        for form, first in self._index.phrases(stems):
            there = places[first : first + len(form.words)]
            gaps = _gaps(german, there)
            endings = form.endings([place[0] for place in there], gaps) if gaps else None
            if endings and _joined_there(form, german, there, gaps) and (hit := _ended(form, german, there, endings)):
                yield hit

    def _joined(self, german: str, places: list[re.Match[str]], hyphens: list[int]) -> Iterator[Found]:
        """A term the glossary writes as one word and the text with a hyphen: `Kreml-Chef` for Kremlchef."""
        joins = self._joins
        for hyphen in hyphens:
            i = bisect_left(places, hyphen, key=lambda place: place.end())
            token = places[i][0] + places[i + 1][0].lower()
            if token not in joins:
                joins[token] = tuple(self._index.whole(token, fold(token))) if len(token) <= _LONGEST_WORD else ()
            for form, ending in joins[token]:
                if form.words[0].case != "exact" or token == form.words[0].text:
                    place = Place(german, places[i].start(), places[i + 1].end(), token, ending)
                    yield Found(form, place.start, place.end - link_length(form, place), INFLECTED, _sex(form, ending))


def _gaps(german: str, places: list[re.Match[str]]) -> list[str]:
    """What stands between words, as `separator` has it; nothing where two of them stand far apart."""
    gaps = [german[a.end() : b.start()] for a, b in pairwise(places)]
    return [separator(gap) for gap in gaps] if all(len(gap) <= _WIDEST_GAP for gap in gaps) else []


def _stands_before(form: Form, german: str, places: list[re.Match[str]]) -> bool:
    """Whether the words before the last are those of the form: `EU-` in EU-Kommissionschef for EU-Kommission."""
    before = Form(form.entry, form.order, form.words[:-1], form.gaps[:-1])
    gaps = _gaps(german, places)
    return (
        len(places) == len(form.words)
        and gaps[-1:] == ["-"]
        and before.endings([place[0] for place in places[:-1]], gaps[:-1]) is not None
    )


def _ended(form: Form, german: str, places: list[re.Match[str]], endings: Sequence[str]) -> Found | None:
    """The form at these words with what belongs to its end; None where the text around it speaks against it."""
    place = Place(german, places[0].start(), places[-1].end(), places[-1][0], endings[-1])
    if form.tail:
        end = with_tail(form, german, place.end)
        return Found(form, place.start, end, EXACT) if end else None
    if speaks_against(form, place):
        return None
    end = possessive_end(german, place.end) - link_length(form, place)
    return Found(form, place.start, end, _rank(form, endings), _sex(form, endings[-1]))


def _rank(form: Form, endings: Sequence[str]) -> int:
    return INFLECTED if any(endings) or form.of_man else EXACT


def _sex(form: Form, ending: str) -> Sex:
    if form.of_man:
        return "man"
    return "woman" if ending in (gender.ONE, gender.SEVERAL) else ALIKE


def _no_parts_of_names(parts: Sequence[Part], german: str, place: re.Match[str]) -> Sequence[Part]:
    """The forms inside a word that are terms there: none inside a name of its own, Belaruskali or Deutschlandfunk."""
    if not parts:
        return parts
    before = german[max(place.start() - _BEFORE, 0) : place.start()]
    if any(_is_longer_name(part, place[0], before) for part in parts):
        return [part for part in parts if part.form.gaps]
    return [part for part in parts if not _is_end_of_name(part, place[0], before)]


def _is_longer_name(part: Part, token: str, before: str) -> bool:
    """Whether a word that begins with a name of the glossary is a name of its own."""
    kind = part.form.entry.kind
    if part.start or part.form.gaps:
        return False
    return may_be_name(kind, token, part.end) and is_name(kind, token, part.end, before)


def _is_end_of_name(part: Part, token: str, before: str) -> bool:
    """Whether a noun of the glossary is the end of a name."""
    return part.start > 0 and part.form.entry.kind == "term" and is_named_by_end(token, part.start, before)


def _joined_there(form: Form, german: str, places: list[re.Match[str]], gaps: list[str]) -> bool:
    """Whether blanks in the text may stand for the hyphens of the form here."""
    if all(gap or not own for own, gap in zip(form.gaps, gaps, strict=True)):
        return True
    before = german[max(places[0].start() - _BEFORE, 0) : places[0].start()]
    return may_be_joined([place[0] for place in places], form.words[0].key, before, form.entry.kind)


def _outside(spans: Sequence[tuple[int, int]], found: Sequence[Found], german: str) -> Iterator[Found]:
    """What was found and is not within one of the spans, or all of it, but for a hashtag that is English as well."""
    starts = [start for start, _ in spans]
    for f in found:
        i = bisect_right(starts, f.start) - 1
        free = i < 0 or spans[i][1] <= f.start or (spans[i][0] == f.start and spans[i][1] <= f.end)
        if free or may_stand_in_hashtag(german, f.start, f.entry):
            yield f
