"""The check `sentence-missing`: a sentence of the German has nothing in the English."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.checks.finding import Finding
from workbench.checks.sounds import likeness_key
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.translation import ParagraphRecord

USUAL, VARIANCE = 0.93, 6.8
"""Characters of English for one of German, in news, and the variance for each character (as in memory/alignment.py)."""
ALIKE = 80.0
"""From this likeness on (percent) an English word stands for a German one: names, numbers, words of one origin."""
MET, BY_CHANCE = 0.3, 0.04
"""How many of a sentence's nouns, names and numbers have such a word, when it was translated and when it was not."""
DOUBT = 1.2
"""So much likelier (natural logarithm) must it be that a sentence is missing than that all are there."""

_END = lazy_pattern(
    r"(?<![\s.(][A-ZÄÖÜ])(?<!\d)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bSt)(?<!\bProf)(?<!\bca)(?<!\bNr)[.!?…]{1,9}[\"”“’'»«)]*+\s+"
    r"(?=[\"„“»«‘(]?[A-ZÄÖÜ0-9])"
)
_WORD = lazy_pattern(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A German sentence, its place, and the words by which it is known again in English."""

    span: Span
    words: tuple[str, ...]


def sentence_missing(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English has fewer sentences than the German, is too short for them, and has no word of one of them.

    Two sentences that became one are not told: the English is then long enough, and has words of each. How likely a
    sentence is missing is told by the paragraph's length and by names, numbers and words of one origin.
    """
    german, english = _sentences(record.german), record.english.strip()
    if len(german) < 2 or len(_END.findall(english)) + 1 >= len(german):
        return
    known = [_key(word) for word in dict.fromkeys(_WORD.findall(english)) if _is_anchor(word.title())]
    doubts = {sentence: _doubt(sentence, record, known) for sentence in german}
    least = max(german, key=lambda sentence: doubts[sentence])
    if doubts[least] >= DOUBT:
        said = record.german[slice(*least.span)]
        shown = said if len(said) <= 60 else said[:59].rstrip() + "…"
        message = f"“{shown}” seems to be missing from the English"
        yield Finding("sentence-missing", "warning", index, " ".join(said.split()[:4]), message, german=least.span)


def _doubt(sentence: _Sentence, record: ParagraphRecord, known: Sequence[str]) -> float:
    """How much likelier it is that a sentence is missing than that it is there: a logarithm of likelihoods."""
    all_of_it, rest = len(record.german), len(record.german) - (sentence.span.end - sentence.span.start)
    spread = VARIANCE * all_of_it
    there, missing = (USUAL * length - len(record.english.strip()) for length in (all_of_it, rest))
    doubt = (there**2 - missing**2) / (2 * spread)
    if there <= abs(missing):
        return 0.0  # the English is about as long as all of the German
    for word in sentence.words:
        met = _is_met(word, known)
        doubt += math.log(BY_CHANCE / MET) if met else math.log((1 - BY_CHANCE) / (1 - MET))
    return doubt


@lru_cache(maxsize=20_000)
def _sentences(german: str) -> tuple[_Sentence, ...]:
    starts = [0, *(end.end() for end in _END.finditer(german.rstrip()))]
    ends = [*starts[1:], len(german)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        said = german[start:end].rstrip()
        words = (word for word in dict.fromkeys(_WORD.findall(said)) if _is_anchor(word))
        found.append(_Sentence(Span(start, start + len(said)), tuple(_key(word) for word in words)))
    every = Counter(word for sentence in found for word in sentence.words)
    return tuple(replace(one, words=tuple(word for word in one.words if every[word] == 1)) for one in found)


def _is_anchor(word: str) -> bool:
    """Whether a word may be known again in English: a number, or a noun or name of some length."""
    return word.isdigit() or (len(word) >= 5 and word[0].isupper())


def _key(word: str) -> str:
    return word if word.isdigit() else likeness_key(word)


def _is_met(word: str, known: Sequence[str]) -> bool:
    from rapidfuzz import fuzz, process

    return process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None
