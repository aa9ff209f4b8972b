"""Terms: compounds and rarer nouns that recur, adjectives with their nouns, nouns with a genitive, institutions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.glossary.candidates import vocabulary as known
from workbench.glossary.candidates.proper import gender_ending, is_adjective_form, is_plain, noun_base
from workbench.glossary.candidates.words import Stretches, Word
from workbench.glossary.finding import lexicon
from workbench.glossary.romanisation.known import other_names
from workbench.text import Span

OFTEN, RARELY = 2, 4
"""How often a compound or a phrase must stand in the document, and how often a plain noun."""

_SHORTEST = 5
_INSTITUTION = re.compile(
    r".{4}(?:ministerium|komitee|behörde|kommission|gericht|gerichtshof|kabinett|generalstab|abteilung)$"
)
_NO_FEMININE = frozenset(("des", "dem", "den", "zum", "beim", "vom", "im", "am", "ein"))
_OF_A_NAME = re.compile(r"(\w{4,}isch)(?:e[nrsm]?)?")
_ENDING = re.compile(r"e[nrsm]?$")


@dataclass(slots=True)
class Term:
    """A term with its places: (paragraph, characters). `words`: how many words it has; `compound`: of one word.

    `institution`: it is what a ministry or an authority is called, which once is enough for.
    """

    german: str
    words: int
    compound: bool
    institution: bool = False
    places: list[tuple[int, Span]] = field(default_factory=list)
    surfaces: list[str] = field(default_factory=list)


def terms_of(paragraphs: Sequence[Sequence[Word]], named: Sequence[Stretches]) -> tuple[Term, ...]:
    """The terms of a document's paragraphs. `named`: where names stand, which are no terms."""
    singles: dict[str, Term] = {}
    phrases: dict[str, Term] = {}
    for index, words in enumerate(paragraphs):
        nouns = {i: base for i, word in enumerate(words) if (base := _noun(word, named[index]))}
        for i, term in _singles(words, nouns):
            _put(singles, term.german, term, index, words, i, i)
        for i, last, key, text, size in _phrases(words, nouns):
            _put(phrases, key, Term(text, size, False), index, words, i, last)
    long = [_with_ending(term) for term in phrases.values() if len(term.places) >= OFTEN]
    taken = _stretches_of(long)
    return (*long, *(_as_seen(term) for term in singles.values() if _is_term(term, taken)))


def _stretches_of(terms: Sequence[Term]) -> dict[int, Stretches]:
    """Where terms stand, by paragraph."""
    spans: dict[int, list[Span]] = defaultdict(list)
    for term in terms:
        for index, span in term.places:
            spans[index].append(span)
    return {index: Stretches(found) for index, found in spans.items()}


def _singles(words: Sequence[Word], nouns: dict[int, str]) -> Iterator[tuple[int, Term]]:
    """Terms of one word, each with its word's number."""
    for i, base in nouns.items():
        compound = "-" in base or known.is_compound(base) or known.is_people(base)
        yield i, Term(base, 1, compound, institution=_INSTITUTION.search(base) is not None)
    for i, base in _strange_adjectives(words):
        yield i, Term(base, 1, compound=True)


def _strange_adjectives(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Adjectives made of names that the dictionary lacks, with the base form: `belarussischen`."""
    for i, word in enumerate(words):
        match = None if word.taken or word.capital else _OF_A_NAME.fullmatch(word.text)
        if match and not lexicon.lemma(word.text) and not lexicon.lemma(match[1]):
            yield i, match[1]


def _put(terms: dict[str, Term], key: str, new: Term, index: int, words: Sequence[Word], first: int, last: int) -> None:
    term = terms.setdefault(key, new)
    term.places.append((index, Span(words[first].start, words[last].end)))
    term.surfaces.append(" ".join(word.text for word in words[max(0, first - 1) : last + 1]))


def _noun(word: Word, named: Stretches) -> str:
    """The base form of a word that is a noun and may be a term; "" for any other."""
    text = word.text
    if word.taken or not word.capital or len(text) < _SHORTEST or text.isupper():
        return ""
    if named.hold(word.start, word.end) or ("-" not in text and named.touch(word.start, word.end)):
        return ""
    if "-" in text:
        return _joined_noun(text)
    return "" if word.opens and known.is_lower_case_word(text) else _plain_noun(text)


def _joined_noun(text: str) -> str:
    """The base form of a compound with a hyphen, one part of which is no everyday word."""
    front, _, end = text.rpartition("-")
    rare = not known.is_everyday(end) or not known.is_common(front) or known.known_kind(front)
    return f"{front}-{noun_base(end)}" if known.is_common(end) and rare else ""


def _plain_noun(text: str) -> str:
    """The base form of a noun of the dictionary or a compound that is neither an everyday word nor a name."""
    base = noun_base(text)
    everyday = known.is_everyday(text) or known.is_everyday(base) or text in known.NOT_NAMES
    named_so = known.is_given(base) or known.known_kind(base) or base in other_names("surnames")
    if everyday or named_so or not known.is_common(text):
        return ""
    return base if lexicon.lemma(text)[:1].isupper() or known.is_compound(text) else ""


def _is_term(term: Term, taken: dict[int, Stretches]) -> bool:
    """Whether a noun recurs often enough where no longer term has it."""
    free = [span for index, span in term.places if index not in taken or not taken[index].hold(*span)]
    often = 1 if term.institution else OFTEN if term.compound else RARELY
    return len(free) >= often


def _phrases(words: Sequence[Word], nouns: dict[int, str]) -> Iterator[tuple[int, int, str, str, int]]:
    """Adjective and noun, noun and genitive: (first word, last word, key, base form, number of words)."""
    for i, base in nouns.items():
        if i > 0 and words[i].follows and _is_adjective(words[i - 1]):
            stem = _ENDING.sub("", words[i - 1].text)
            yield i - 1, i, f"{stem} {base}", f"{stem}e {base}", 2
        if i + 2 < len(words) and words[i + 1].follows and words[i + 2].follows and words[i + 1].text in ("des", "der"):
            end = words[i + 2]
            if end.capital and not end.taken and not known.is_everyday(end.text):
                text = f"{base} {words[i + 1].text} {end.text}"
                yield i, i + 2, text, text, 3


def _is_adjective(word: Word) -> bool:
    text = word.text
    if word.taken or word.capital or (not is_adjective_form(text) and not text.rstrip("enrsm").endswith("isch")):
        return False
    return not is_plain(text)


def _as_seen(term: Term) -> Term:
    """A noun in the plural, where the document has it in the plural only: `Streitkräfte`."""
    if term.german.islower():
        return term
    seen = {surface.rpartition(" ")[2] for surface in term.surfaces}
    if not seen & {term.german, f"{term.german}s", f"{term.german}es"}:
        term.german = min(seen, key=lambda surface: (len(surface), surface))
    return term


def _with_ending(term: Term) -> Term:
    """An adjective and its noun in the nominative, in the plural where the document has it only so.

    What tells the gender are the noun's end and the words before the adjective; where nothing does, the ending is -e,
    which is right after `die`.
    """
    if term.words != 2:
        return term
    stem, noun = term.german.split(" ")[0][:-1], term.german.split(" ")[1]
    seen = [surface.split(" ") for surface in term.surfaces]
    nouns = {words[-1] for words in seen}
    if not nouns & {noun, f"{noun}s", f"{noun}es"}:
        term.german = f"{stem}e {min(nouns, key=lambda n: (len(n), n))}"
        return term
    before = {words[0].lower() for words in seen if len(words) == 3}
    no_feminine = bool(before & _NO_FEMININE or nouns & {f"{noun}s", f"{noun}es"})
    ending = gender_ending(noun, neuter="das" in before or any(words[-2] == f"{stem}es" for words in seen))
    term.german = f"{stem}{'er' if ending == 'e' and no_feminine else ending} {noun}"
    return term
