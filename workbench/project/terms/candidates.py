"""Candidates for the glossary from a document that is being translated, with the English it already has for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from workbench.glossary import form_places
from workbench.glossary.candidates import Candidate, Proposal, candidates
from workbench.glossary.candidates.proposals import SAME
from workbench.project.project import Project
from workbench.text import Span
from workbench.translation import ParagraphRecord, State, Translation

MOST_ALIGNED = 5
"""Places of a candidate whose English is looked up by alignment (about 50 ms each)."""

IN_ENGLISH, IN_DRAFT = "in the English", "in the draft"
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


def document_candidates(project: Project, translation: Translation) -> tuple[Candidate, ...]:
    """What the project's glossary lacks for a document, the most useful first (see `glossary.candidates`).

    Proposals that a person's English already has come first and say so, then those that the machine draft has.
    Paragraphs that are skipped are passed over; contexts count all paragraphs. Loads no model. The first call reads
    a dictionary (a second or two), after that it takes about 0.1 s for 1,000 words.
    """
    records = translation.paragraphs
    texts = ["" if record.state is State.SKIPPED else record.german for record in records]
    return tuple(_with_english(one, records) for one in candidates(texts, project.termbase.glossary))


def english_for(project: Project, translation: Translation, candidate: Candidate) -> tuple[Proposal, ...]:
    """The English that stands for a candidate in the document, by word alignment, the most frequent first.

    Reviewed and translated paragraphs are asked before drafts, at most five places in all: about 50 ms each, and
    seconds more when the model is not loaded yet. The short form (a surname) is asked only where the
    full one has no English. () where nothing is found. Raises WorkbenchError if the package is gone.
    """
    found: Counter[str] = Counter()
    where: dict[str, str] = {}
    for record, span in _places(translation, candidate)[:MOST_ALIGNED]:
        english = _bare(project.propose_english(record, span))
        if candidate.kind != "term":
            english = _named(english)
        if english:
            found[english] += 1
            where.setdefault(english, IN_ENGLISH if record.has_own_english else IN_DRAFT)
    return tuple(Proposal(english, where[english]) for english, _ in found.most_common())


def next_unknown_name(
    project: Project, translation: Translation, index: int, offset: int, hidden: frozenset[str]
) -> tuple[int, Span] | None:
    """The next place of a name that the glossary has not, from a place on: the paragraph (from 0) and the characters.

    Looked for from `offset` in paragraph `index` on, round the end of the document; candidates in `hidden` and common
    nouns are passed over. None where the glossary has every name.
    """
    names = (c for c in document_candidates(project, translation) if c.kind != "term" and c.german not in hidden)
    places = sorted({place for candidate in names for place in candidate.contexts})
    after = (place for place in places if (place[0], place[1].start) >= (index, offset))
    return next(after, places[0] if places else None)


def english_for_words(project: Project, record: ParagraphRecord, german: str, span: Span) -> tuple[Proposal, ...]:
    """English to choose from for selected German words: what the paragraph's English has for them, and for names the
    press form and the romanisations. A person's English comes first, a draft's last. Opens the model.

    Raises WorkbenchError if the package is gone.
    """
    from workbench.glossary.candidates.proposals import proposals_for
    from workbench.glossary.romanisation.romanise import LIKELY

    there = _bare(project.propose_english(record, span))
    own = record.has_own_english
    here = (Proposal(there, IN_ENGLISH if own else IN_DRAFT),) if there else ()
    named = proposals_for(german, "", "person", LIKELY) if german[:1].isupper() else ()
    both = (*here, *named) if own or not _is_romanised(named) else (*named, *here)
    return tuple({proposal.english: proposal for proposal in reversed(both)}.values())[::-1]


def _is_romanised(proposals: tuple[Proposal, ...]) -> bool:
    return bool(proposals) and proposals[0].source != SAME


def _places(translation: Translation, candidate: Candidate) -> list[tuple[ParagraphRecord, Span]]:
    """The candidate's places in paragraphs with English, a person's English first."""
    records = translation.paragraphs
    places = [(records[i], span) for i, span in candidate.contexts if i < len(records) and records[i].english]
    in_full = [place for place in places if not _is_short(candidate, *place)]
    return sorted(in_full or places, key=lambda place: not place[0].has_own_english)


def _is_short(candidate: Candidate, record: ParagraphRecord, span: Span) -> bool:
    return candidate.short != "" and record.german[span.start : span.end].startswith(candidate.short)


def _with_english(candidate: Candidate, records: tuple[ParagraphRecord, ...]) -> Candidate:
    """The candidate with its proposals in the order of what the document's English has of them."""
    own = _texts(candidate, records, own=True)
    drafts = _texts(candidate, records, own=False)
    ranked: list[tuple[int, Proposal]] = []
    for proposal in candidate.english:
        here = next((tag for tag, texts in ((IN_ENGLISH, own), (IN_DRAFT, drafts)) if _stands_in(proposal, texts)), "")
        source = f"{here}, {proposal.source}" if here else proposal.source
        ranked.append((("", IN_DRAFT, IN_ENGLISH).index(here), replace(proposal, source=source)))
    ordered = sorted(ranked, key=lambda pair: -pair[0])
    return replace(candidate, english=tuple(proposal for _, proposal in ordered))


def _texts(candidate: Candidate, records: tuple[ParagraphRecord, ...], *, own: bool) -> tuple[str, ...]:
    indexes = dict.fromkeys(index for index, _ in candidate.contexts)
    return tuple(records[i].english for i in indexes if records[i].english and records[i].has_own_english is own)


def _stands_in(proposal: Proposal, texts: tuple[str, ...]) -> bool:
    return any(next(form_places(form, text), None) for form in _forms(proposal) for text in texts)


def _forms(proposal: Proposal) -> Iterator[str]:
    yield proposal.english
    if proposal.short:
        yield proposal.short


def _named(english: str) -> str:
    """From the first word with a capital to the last one: `says Wolha Sajzawa` without the verb."""
    words = english.split()
    capital = [number for number, word in enumerate(words) if word[:1].isupper()]
    return " ".join(words[capital[0] : capital[-1] + 1]) if capital else ""


def _bare(english: str) -> str:
    """English words without an article before them and a possessive after."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", english.strip(" \t\n.,;:!?“”\"'‘’()–—")))
