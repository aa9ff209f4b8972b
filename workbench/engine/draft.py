"""A machine draft: the English, and for each glossary hit how (or whether) its term got in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.glossary import TermHit
from workbench.text import Span

Asked = tuple[str, tuple[TermHit, ...]]
"""A German sentence to draft, and its glossary hits."""
Held = Sequence[Span]
"""Stretches of a German sentence that stay as they are (what its file marks as code)."""
Way = Literal["free", "marker", "n-best", "prefix", "put in", "missing"]
"""How a term came to stand in a draft.

free: the package wrote it unasked; marker: it obeyed a marked source; n-best: another hypothesis had it;
prefix: the draft was cut there, the term forced and the rest decoded again; put in: the German, a garbled form,
the words that stand for it (by word alignment) or its singular, where the German has several, were replaced;
missing: it does not stand there, and the checks will say so.
"""


@dataclass(frozen=True, slots=True)
class TermOutcome:
    """What became of one glossary hit. Offsets in `hit` are into the sentence (or paragraph) drafted."""

    hit: TermHit
    way: Way


@dataclass(frozen=True, slots=True)
class SentenceDraft:
    """The draft of one sentence. `score` is the mean log-probability per piece (0 is best)."""

    source: str
    english: str
    terms: tuple[TermOutcome, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class ParagraphDraft:
    """The draft of one paragraph: its sentences' drafts joined as the German was.

    `pairs` are the spans of each sentence in the German and in the English; `terms` have paragraph offsets.
    """

    source: str
    english: str
    package: str
    pairs: tuple[tuple[Span, Span], ...] = ()
    terms: tuple[TermOutcome, ...] = ()


def as_draft_of(sentence: str, hits: tuple[TermHit, ...], english: str, draft: SentenceDraft) -> SentenceDraft:
    """What came of the draft of a sentence that stood in for this one; `hits` are this one's, in the same order."""
    terms = tuple(replace(term, hit=hit) for term, hit in zip(draft.terms, hits, strict=True))
    return SentenceDraft(sentence, english, terms, draft.score)
