"""Candidates for the glossary: names, abbreviations and recurring terms of a document, the most useful first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.formats import is_furniture, stretches
from workbench.glossary.candidates import vocabulary as known
from workbench.glossary.candidates.abbreviations import Expansion, abbreviations_in, expansions_in
from workbench.glossary.candidates.candidate import Candidate, Reason
from workbench.glossary.candidates.names import Mention, names_in
from workbench.glossary.candidates.proper import base_form, is_adjective_form, is_of_a_town, stem_key
from workbench.glossary.candidates.proposals import proposals_for
from workbench.glossary.candidates.recurring import Term, terms_of
from workbench.glossary.candidates.words import Stretches, Word, words_of
from workbench.glossary.entry import Kind
from workbench.glossary.finding.matcher import Glossary
from workbench.glossary.romanisation import exonym, is_from_cyrillic
from workbench.glossary.romanisation.known import other_names
from workbench.glossary.romanisation.romanise import LIKELY
from workbench.text import Span

Place = tuple[int, Span]

_SLAVIC_TEXT, _SLAVIC_SHARE = 3, 0.2
"""So many names that surely came from Cyrillic, and such a share of all: then others are easier taken for one."""


@dataclass(slots=True)
class _Name:
    """All mentions of one name."""

    german: str
    short: str = ""
    reason: Reason = "name"
    kinds: Counter[Kind] = field(default_factory=Counter)
    places: set[Place] = field(default_factory=set)
    sure: bool = False

    def add(self, paragraph: int, mention: Mention, full: str, base: str) -> None:
        """One more mention, `base` without its genitive; `full` is the name that it is short for."""
        if full != base and full.endswith(base):
            self.short = base
        if mention.kind:
            self.kinds[mention.kind] += 1
        self.places.add((paragraph, Span(mention.start, mention.end)))
        self.sure = self.sure or mention.sure


def gathered(texts: Sequence[str], glossary: Glossary) -> tuple[Candidate, ...]:
    """What `candidates` tells."""
    paragraphs = [_words(text, glossary) for text in texts]
    mentions = [tuple(names_in(words)) for words in paragraphs]
    names = _joined(mentions, paragraphs)
    spans = [[(m.start, m.end) for m in found] for found in mentions]
    for index, expansion in _add_abbreviations(names, texts, paragraphs):
        spans[index].append((expansion.start, expansion.end))
    named = [Stretches(found) for found in spans]
    found = [*_of_names(names.values()), *(_of_term(term) for term in terms_of(paragraphs, named))]
    return tuple(sorted(found, key=_rank))


def _words(text: str, glossary: Glossary) -> tuple[Word, ...]:
    if is_furniture(text):
        return ()
    return words_of(text, (*((hit.start, hit.end) for hit in glossary.find(text)), *stretches(text)))


def _rank(candidate: Candidate) -> tuple[bool, bool, int, Place, str]:
    """Names before terms, sure ones before others, frequent ones before rare ones, then as in the text."""
    recurring = candidate.reason == "recurring"
    return recurring, not candidate.sure, -candidate.count, candidate.contexts[0], candidate.german


def _joined(mentions: Sequence[Sequence[Mention]], paragraphs: Sequence[Sequence[Word]]) -> dict[str, _Name]:
    """Every name once, by its key: without genitives, a surname or given name alone with its full name."""
    seen = {form for found in mentions for m in found for form in (m.text, m.text.rpartition(" ")[2])}
    elsewhere = _given_of_entries(paragraphs)
    people = _people(mentions, seen)
    names: dict[str, _Name] = {}
    for index, found in enumerate(mentions):
        for mention in found:
            if mention.text in elsewhere or mention.genitive in elsewhere:
                continue
            base = _base(mention, seen)
            if mention.kind == "organisation" and " " in base and not mention.given:
                base = _proper_base(base, mention.before)
            full = people.get(base, base)
            names.setdefault(stem_key(full), _Name(full)).add(index, mention, full, base)
    return names


def _given_of_entries(paragraphs: Sequence[Sequence[Word]]) -> frozenset[str]:
    """The given names that stand before a surname that the glossary has: alone, they are that person, too."""
    pairs = ((word, following) for words in paragraphs for word, following in pairwise(words))
    return frozenset(
        word.text
        for word, following in pairs
        if following.taken and following.follows and following.capital and not word.taken and known.is_given(word.text)
    )


def _base(mention: Mention, seen: set[str]) -> str:
    """A mention's text without a genitive's s. `seen`: all names of the document, and the last words of them."""
    bare = mention.genitive
    if not bare or _is_known(mention.text):
        return mention.text
    last = bare.rpartition(" ")[2]
    if bare in seen or last in seen or _is_known(bare):
        return bare
    return bare if is_from_cyrillic(last) > 0.9 else mention.text


def _is_known(name: str) -> bool:
    last = name.rpartition(" ")[2]
    return known.known_kind(name) is not None or known.is_given(last) or last in other_names("surnames")


def _people(mentions: Sequence[Sequence[Mention]], seen: set[str]) -> dict[str, str]:
    """Surname → full name, given name → full name, where the document has one person of that name."""
    full: dict[str, Counter[str]] = defaultdict(Counter)
    for found in mentions:
        for mention in found:
            if mention.given:
                name = _base(mention, seen)
                words = name.split(" ")
                full[" ".join(words[mention.given :])][name] += 1
                full[words[0]][name] += 1
    return {part: names.most_common(1)[0][0] for part, names in full.items() if len(names) == 1 and len(part) > 2}


def _proper_base(text: str, before: str) -> str:
    """`Staatlichen Grenzkomitees` in its base form; a foreign name as it is. `before`: the word before it."""
    parts = text.split(" ")
    german = known.is_common(parts[-1]) and (is_adjective_form(parts[0]) or is_of_a_town(parts[0]))
    return base_form(parts, before) if german else text


def _add_abbreviations(
    names: dict[str, _Name], texts: Sequence[str], paragraphs: Sequence[Sequence[Word]]
) -> list[tuple[int, Expansion]]:
    """Put the abbreviations among the names; where the text writes them out (paragraph, expansion)."""
    expansions: dict[str, str] = {}
    written_out: list[tuple[int, Expansion]] = []
    for index, (text, words) in enumerate(zip(texts, paragraphs, strict=True)):
        for expansion in expansions_in(text, words):
            expansions.setdefault(expansion.abbreviation, expansion.text)
            written_out.append((index, expansion))
    for index, words in enumerate(paragraphs):
        for found in abbreviations_in(words):
            name = _abbreviated(names, found.text, expansions.get(found.text, ""))
            name.places.add((index, Span(found.start, found.end)))
    for index, expansion in written_out:
        owner = names.get(stem_key(expansion.text))
        if owner and owner.short == expansion.abbreviation:
            inside = Span(expansion.start, expansion.end)
            _take_over(names, index, inside)
            owner.places.add((index, inside))
    return written_out


def _abbreviated(names: dict[str, _Name], short: str, long: str) -> _Name:
    """The name that has an abbreviation, with what it stands for, if the text says that."""
    name = names.setdefault(stem_key(long or short), _Name(long or short))
    if long:
        alone = names.pop(short, None)
        name.places |= alone.places if alone else set()
        name.german, name.short = long, short
    name.reason, name.sure = "abbreviation", True
    name.kinds["term" if any(c.isdigit() for c in short) else known.known_kind(short) or "organisation"] += 1
    return name


def _take_over(names: dict[str, _Name], index: int, inside: Span) -> None:
    """Drop what other names have within a written-out name (`Europa` in the Organisation für … in Europa)."""
    for name in names.values():
        within = {(i, s) for i, s in name.places if i == index and inside.start <= s.start and s.end <= inside.end}
        name.places -= within


def _of_names(names: Iterable[_Name]) -> Iterator[Candidate]:
    kept = [name for name in names if name.places]
    surely = sum(is_from_cyrillic(name.german) > 0.95 for name in kept)
    at_least = 0.2 if surely >= max(_SLAVIC_TEXT, len(kept) * _SLAVIC_SHARE) else LIKELY
    for name in kept:
        kind = _kind(name)
        english = proposals_for(name.german, name.short, kind, at_least)
        places = tuple(sorted(name.places))
        sure = name.sure or len(places) > 1
        yield Candidate(name.german, name.short, kind, name.reason, places, english, sure)


def _kind(name: _Name) -> Kind:
    listed = exonym(name.german)
    if listed:
        return listed.kind
    if name.kinds:
        return max(name.kinds, key=lambda kind: (name.kinds[kind], kind))
    return "person"


def _of_term(term: Term) -> Candidate:
    places = tuple(sorted(term.places))
    if term.institution:
        return Candidate(term.german, "", "organisation", "name", places)
    return Candidate(term.german, "", "term", "recurring", places, sure=term.compound or term.words > 1)
