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
WordWay = Literal["without", "dictionary", "compound", "prefix verb"]
"""How an English word came to stand in a draft that the package would not have written by itself.

without: the package drafted anew and was kept from writing a word that no English list knows; dictionary: the
dictionary's English for the German word was put in its place, or given to the package; compound: the same by the parts
of a German compound; prefix verb: the same for a verb whose prefix stands apart (`rückt … ab`).
"""


@dataclass(frozen=True, slots=True)
class TermOutcome:
    """What became of one glossary hit. Offsets in `hit` are into the sentence (or paragraph) drafted."""

    hit: TermHit
    way: Way


@dataclass(frozen=True, slots=True)
class WordOutcome:
    """A German word that the package alone did not get right, and what stands for it now.

    `german` as the text has it, at `span` (offsets into the sentence, or paragraph, drafted); `english` as it stands in
    the draft, "" where no word could be told; the way it came there.
    """

    german: str
    span: Span
    english: str
    way: WordWay

    def moved(self, by: int) -> WordOutcome:
        """The same with offsets so much larger."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))


@dataclass(frozen=True, slots=True)
class Loss:
    """A stretch of the German for which the draft has no English (`words`), or the verb of a sentence whose English has
    none (`verb`). `span` as in `WordOutcome`.
    """

    kind: Literal["words", "verb"]
    span: Span

    def moved(self, by: int) -> Loss:
        """With its offsets raised by this many characters."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))


@dataclass(frozen=True, slots=True)
class SentenceDraft:
    """The draft of one sentence. `score` is the mean log-probability per piece (0 is best).

    `words`: those that came another way than the package's own, in the order of the German. `lost`: what may have been
    left out.
    """

    source: str
    english: str
    terms: tuple[TermOutcome, ...] = ()
    score: float = 0.0
    words: tuple[WordOutcome, ...] = ()
    lost: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphDraft:
    """The draft of one paragraph: its sentences' drafts joined as the German was.

    `pairs` are the spans of each sentence in the German and in the English; `terms`, `words` and `lost` have paragraph
    offsets.
    """

    source: str
    english: str
    package: str
    pairs: tuple[tuple[Span, Span], ...] = ()
    terms: tuple[TermOutcome, ...] = ()
    words: tuple[WordOutcome, ...] = ()
    lost: tuple[Loss, ...] = ()


def as_draft_of(sentence: str, hits: tuple[TermHit, ...], english: str, draft: SentenceDraft) -> SentenceDraft:
    """What came of the draft of a sentence that stood in for this one; `hits` are this one's, in the same order."""
    terms = tuple(replace(term, hit=hit) for term, hit in zip(draft.terms, hits, strict=True))
    again = [(word, found_again(word.span, draft.source, sentence)) for word in draft.words]
    words = tuple(replace(word, german=sentence[slice(*span)], span=span) for word, span in again if span)
    left = [(loss, found_again(loss.span, draft.source, sentence)) for loss in draft.lost]
    lost = tuple(replace(loss, span=span) for loss, span in left if span)
    return SentenceDraft(sentence, english, terms, draft.score, words, lost)


def found_again(span: Span, source: str, sentence: str) -> Span | None:
    """Words of one sentence in another with the same words, in capitals or not; None where it has them less often."""
    words, low = source[slice(*span)].lower(), sentence.lower()
    start = -1
    for _ in range(source[: span.start].lower().count(words) + 1):
        start = low.find(words, start + 1)
        if start < 0:
            return None
    return Span(start, start + len(words))
