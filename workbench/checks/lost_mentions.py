"""Further mentions of a term that the English lost, beside one that it has.

The rule. Of a draft that nobody has touched it is known which mention has no term (`Draft.terms`). Of all other English
the sentences are counted: a term that stands in several sentences of the German wants to be named, or meant by a
pronoun or a word for its kind (`the country`, `the president`), in as many of the English. Where German and English
have the same number of sentences, each is looked at beside its counterpart; where the English has more, all of it
together; where it has fewer, sentences were joined, and what they have in common is said once: then nothing is told.
Two mentions in one sentence may well be one in English, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.glossary import Entry, Kind, TermHit, form_places
from workbench.text import Span, sentence_spans
from workbench.text.lazy_pattern import lazy_pattern
from workbench.translation import Draft, ParagraphRecord

_SENTENCE_ENDS = lazy_pattern(r"(?<=[.!?…])[”’\")\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")
_INITIAL = lazy_pattern(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|No|vs|approx))\.$")
_GERMAN_PRONOUN = lazy_pattern(
    r"\b(?:er|ihn|ihm|sie|ihnen|es|sein(?:e[rsnm]?)?|ihr(?:e[rsnm]?)?|dessen|deren|uns(?:er\w*)?|wir|dort|da|hier|wo|"
    r"dar\w+|da(?:mit|von|für|bei|durch|zu))\b|"
    r", (?:der|die|das|dem|den|denen|welche[rsnm]?|was|wo|in \w+|auf \w+|mit \w+)\b",
    re.IGNORECASE,
)
"""Pronouns, and what leads a clause: each may have an English word that would else be taken to mean a name."""
_FOR_PERSONS = (
    "he|him|his|she|her|hers|himself|herself|who|whom|whose|former|latter|"
    r"(?:the|this|that|a) (?:[\w-]+ )?(?:president|leader|ruler|head|minister|chancellor|premier|politician|candidate|"
    r"chief|commander|general|officer|governor|mayor|man|woman|dictator|boss|[\w-]+(?:er|or|ist|ian|or|ant|ess|man|woman)|"
    r"[0-9]{2}-year-old|star|captain|coach|lawyer)"
)
_FOR_THINGS = "it|its|itself|they|them|their|theirs|which|former|latter|there|here|where"
_FOR_PLACES = (
    f"{_FOR_THINGS}|home|locals?|locally|domestic|"
    r"(?:the|this|that|our|their|his|her) (?:[\w-]+ ){0,2}(?:country|nation|state|republic|city|town|capital|village|"
    r"region|province|area|place|peninsula|island|territory|district|government|authorities|regime)"
)
_FOR_ORGANISATIONS = (
    f"{_FOR_THINGS}|we|us|our|"
    r"(?:the|this|that|a) (?:[\w-]+ ){0,2}(?:group|organi[sz]ation|alliance|bloc|union|party|company|firm|agency|"
    r"ministry|department|authority|office|council|court|committee|commission|club|team|side|bank|institute|association|movement|"
    r"militia|forces?|army|police|parliament|government|manufacturer|carmaker|automaker|maker|giant|business|"
    r"corporation|members?|university|school|hospital|church)"
)
_FOR: dict[Kind, str] = {
    "person": _FOR_PERSONS,
    "place": _FOR_PLACES,
    "organisation": _FOR_ORGANISATIONS,
    "term": f"{_FOR_THINGS}|one|ones|he|him|his|she|her|hers|who|this|these|those",
}


def lost_mentions(record: ParagraphRecord, entry: Entry, hits: Sequence[TermHit], met: int) -> tuple[TermHit, ...]:
    """The hits of an entry in a paragraph's German that its English lost, though it has others.

    `hits`: all of the entry's, in text order; `met`: how many of its forms the English has.
    """
    if len(hits) < 2 or not met:
        return ()
    if record.draft and record.english == record.draft.english and _tells_of_terms(record.draft):
        return _lost_by_draft(record.draft.terms, entry, hits)
    by_sentence = _by_sentence(record.german, hits)
    if met >= len(by_sentence) or len(by_sentence) < 2:
        return ()
    return _lost_by_count(record, entry, by_sentence, met)


def _tells_of_terms(draft: Draft) -> bool:
    """Whether a draft says how terms got in: one that came from a memory as a whole does not."""
    return bool(draft.terms) or not draft.memory


def _lost_by_draft(terms: Sequence[tuple[str, str, str]], entry: Entry, hits: Sequence[TermHit]) -> tuple[TermHit, ...]:
    own = [way for surface, english, way in terms if english in (entry.en, entry.first)]
    if len(own) != len(hits):  # the glossary is another since
        return ()
    return tuple(hit for hit, way in zip(hits, own, strict=True) if way == "missing")


def _by_sentence(german: str, hits: Sequence[TermHit]) -> dict[int, TermHit]:
    """The first hit in each sentence that has one, by the number of the sentence."""
    found: dict[int, TermHit] = {}
    for number, span in enumerate(_german_sentences(german)):
        first = next((hit for hit in hits if span.start <= hit.start < span.end), None)
        if first:
            found[number] = first
    return found


def _lost_by_count(
    record: ParagraphRecord, entry: Entry, by_sentence: dict[int, TermHit], met: int
) -> tuple[TermHit, ...]:
    english = _english_sentences(record.english)
    number = len(_german_sentences(record.german))
    if len(english) < number:
        return ()
    if len(english) == number:
        german = [record.german[slice(*span)] for span in _german_sentences(record.german)]
        silent = [hit for at, hit in by_sentence.items() if not _means(entry, english[at], german[at])]
        return tuple(silent[: len(by_sentence) - met])
    meant = sum(_means(entry, sentence) for sentence in english)
    return tuple(by_sentence.values())[-1:] if meant < len(by_sentence) else ()


def _means(entry: Entry, sentence: str, german: str = "") -> bool:
    """Whether a sentence names an entry, or has a word that may mean it: more such than its German has pronouns."""
    if any(next(form_places(form, sentence, entry), None) for form in (*entry.accepted, *entry.avoid)):
        return True
    words = _words_for(entry.kind, entry.en.split()[-1]).findall(sentence)
    return len(words) > len(_GERMAN_PRONOUN.findall(german))


@lru_cache(maxsize=10_000)
def _words_for(kind: Kind, head: str) -> re.Pattern[str]:
    """The words that may stand for an entry: pronouns, words for its kind, the last word of its English."""
    own = re.escape(head.lower())
    return lazy_pattern(rf"(?<![\w-])(?:{_FOR[kind]}|{own}s?)(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def _german_sentences(german: str) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in sentence_spans(german))


@lru_cache(maxsize=200)
def _english_sentences(english: str) -> tuple[str, ...]:
    sentences: list[str] = []
    start = 0
    for end in _SENTENCE_ENDS.finditer(english):
        if not _INITIAL.search(english[start : end.start()]):
            sentences.append(english[start : end.end()])
            start = end.end()
    return (*sentences, english[start:])
