"""What was put right more than twice in all documents: from the records, and from what the journal tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.glossary import Entry, Glossary
from workbench.project.folder.layout import Layout
from workbench.project.learning.corrected import Align, Corrected, corrections, terms_changed
from workbench.project.learning.rules import Rule, rule_for
from workbench.project.records import Records
from workbench.text import Inline
from workbench.translation import Done, Journal, ParagraphRecord, State

LEAST = 3
"""Corrections from which on a name or term is told."""
PUT_IN = "match"
"""What the journal says of a match that was put in by itself."""
_WRITTEN = (State.TRANSLATED, State.REVIEWED)


class Pair(NamedTuple):
    """A German paragraph (from 0) of a document, an English of it, and what a person made of that.

    `but`: its sentences whose English was no draft, but a match that had been put in by itself.
    """

    document: str
    paragraph: int
    german: str
    drafted: str
    accepted: str
    but: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Learnt:
    """A name or term that was put right, in so many paragraphs.

    `drafted`: what stood there, the most frequent first. `corrected`: the first of the corrections; `pairs`: where they
    were made. `rule`: what it can be in the glossary, with all that stood there to be avoided.
    """

    german: str
    drafted: tuple[str, ...]
    accepted: str
    corrected: Corrected
    pairs: tuple[Pair, ...]
    rule: Rule

    @property
    def places(self) -> tuple[tuple[str, int], ...]:
        """The paragraphs (document, index from 0)."""
        return tuple((pair.document, pair.paragraph) for pair in self.pairs)

    @property
    def count(self) -> int:
        """How often."""
        return len(self.pairs)

    @property
    def entry(self) -> Entry:
        """The entry that it can be, in the place of `there`."""
        return self.rule.own if self.rule.changed is None else self.rule.changed

    @property
    def there(self) -> Entry | None:
        """The entry that the glossary has at the place, if it has one."""
        return self.rule.there


def learnt(
    records: Records, layout: Layout, glossary: Glossary, align: Align, least: int = LEAST
) -> Generator[tuple[int, int], None, tuple[Learnt, ...]]:
    """In steps (done, of all): what was put right `least` times, the most frequent first; nothing the glossary has.

    Only sentences with a German word that stands in so many changed ones are aligned (some 0.1 s each).
    """
    pairs = [pair for name, paragraphs in records.each() for pair in _pairs(name, paragraphs, layout)]
    changed = [terms_changed(pair.german, pair.drafted, pair.accepted, pair.but) for pair in pairs]
    among = _frequent(changed, least)
    found: dict[tuple[str, str], list[tuple[Pair, Corrected]]] = defaultdict(list)
    for done, (pair, terms) in enumerate(zip(pairs, changed, strict=True), start=1):
        yield done, len(pairs)
        if not terms.isdisjoint(among):
            for one in corrections(pair.german, pair.drafted, pair.accepted, align, among, pair.but):
                found[one.german, one.accepted].append((pair, one))
    told = [one for one in (_learnt(some, glossary) for some in found.values()) if one and one.count >= least]
    return tuple(sorted(told, key=lambda one: (-one.count, one.german)))


def _frequent(changed: Iterable[frozenset[str]], least: int) -> frozenset[str]:
    often = Counter(term for terms in changed for term in terms)
    return frozenset(term for term, count in often.items() if count >= least)


def _pairs(name: str, paragraphs: Sequence[ParagraphRecord], layout: Layout) -> Iterator[Pair]:
    """What was made of drafts, and of what a reviewer found, in a document: as it still stands there."""
    by_german = {record.german: index for index, record in reversed(list(enumerate(paragraphs)))}
    for index, record in enumerate(paragraphs):
        draft = record.draft
        if record.state in _WRITTEN and draft is not None and draft.english != record.english:
            yield Pair(name, index, record.german, draft.english, record.english, draft.matched)
    for german, was in dict.fromkeys(_journalled(Journal(layout.private, name).read().acts)):
        index = by_german.get(german, -1)
        record = paragraphs[index]
        if index < 0 or record.state not in _WRITTEN or was == record.english:
            continue
        if record.draft is None or was != record.draft.english:
            yield Pair(name, index, german, was, record.english)


def _journalled(acts: Sequence[Done]) -> Iterator[tuple[str, str]]:
    """The German and the English of paragraphs as a draft had it that is no more, or as a reviewer found it.

    A draft that gave way to a match was put right by nobody, and what such a match left there is no draft.
    """
    matched = {(act.german, act.now.english) for act in acts if act.did == PUT_IN}
    for act in acts:
        by_hand = act.was.state is State.DRAFT and act.did != PUT_IN and (act.german, act.was.english) not in matched
        if act.how in ("done", "left") and (by_hand or act.did.startswith("taking over")):
            yield Inline.parsed(act.german).text, Inline.parsed(act.was.english).text


def _learnt(found: Sequence[tuple[Pair, Corrected]], glossary: Glossary) -> Learnt | None:
    """One name or term; None where the glossary says it already."""
    drafted = Counter(one.drafted for _, one in found)
    forms = tuple(form for form, _ in drafted.most_common())
    pair, first = found[0]
    rule = rule_for(glossary, pair.german, first)
    if rule is None:
        return None
    changed = None if rule.changed is None else _avoiding(rule.changed, forms)
    rule = Rule(_avoiding(rule.own, forms), rule.there, changed)
    pairs = {(one.document, one.paragraph): one for one, _ in reversed(found)}
    return Learnt(first.german, forms, first.accepted, first, tuple(reversed(pairs.values())), rule)


def _avoiding(entry: Entry, forms: Sequence[str]) -> Entry:
    wrong = (form for form in forms if form.lower() != entry.en.lower() and form not in entry.accepted)
    return replace(entry, avoid=tuple(dict.fromkeys((*entry.avoid, *wrong))))
