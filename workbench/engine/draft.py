"""A machine draft: the English, and for each glossary hit how (or whether) its term got in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.engine.offsets import OffsetMap
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
WordWay = Literal["without", "dictionary", "compound", "prefix verb", "name", "phrase"]
"""How an English word came to stand in a draft that the package would not have written by itself.

without: the package drafted anew and was kept from writing a word that no English list knows; dictionary: the
dictionary's English for the German word was put in its place, or given to the package; compound: the same by the parts
of a German compound; prefix verb: the same for a verb whose prefix stands apart (`rückt … ab`); name: it is a name,
which the package had read as a word, or garbled; phrase: the dictionary's English for an idiom that was translated word
by word.
"""
LossKind = Literal["words", "verb"]
"""What a draft lost: words for which it has no English, or the verb of a sentence whose English has none."""


@dataclass(frozen=True, slots=True)
class TermOutcome:
    """What became of one glossary hit. Offsets in `hit` are into the sentence (or paragraph) drafted."""

    hit: TermHit
    way: Way


@dataclass(frozen=True, slots=True)
class WordOutcome:
    """A German word that the package alone did not get right, and what stands for it now.

    `german` as the text has it, at `span` (offsets into the sentence, or paragraph, drafted); `english` as it stands in
    the draft; the way it came there.
    """

    german: str
    span: Span
    english: str
    way: WordWay

    def moved(self, by: int) -> WordOutcome:
        """The same with offsets so much larger."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))

    def back_in(self, german: str, offsets: OffsetMap) -> WordOutcome:
        """The same in the German of which the one at hand was made."""
        span = offsets.back(self.span)
        return replace(self, german=german[slice(*span)], span=span)


@dataclass(frozen=True, slots=True)
class Loss:
    """What of the German a draft lost; `span` as in `WordOutcome`."""

    kind: LossKind
    span: Span

    def moved(self, by: int) -> Loss:
        """With its offsets raised by this many characters."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))

    def back_by(self, offsets: OffsetMap) -> Loss:
        """The same in the German of which the one at hand was made."""
        return replace(self, span=offsets.back(self.span))


@dataclass(frozen=True, slots=True)
class SentenceDraft:
    """The draft of one sentence. `score` is the mean log-probability per piece (0 is best).

    `words`: those that came another way than the package's own, in the order of the German. `lost`: what may have been
    left out. `of_dialect`: whether it may be another one for another dialect of English.
    """

    source: str
    english: str
    terms: tuple[TermOutcome, ...] = ()
    score: float = 0.0
    words: tuple[WordOutcome, ...] = ()
    lost: tuple[Loss, ...] = ()
    of_dialect: bool = False


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


def as_draft_of(
    sentence: str, hits: tuple[TermHit, ...], english: str, draft: SentenceDraft, offsets: OffsetMap
) -> SentenceDraft:
    """What came of the draft of a sentence that stood in for this one; `hits` are this one's, in the same order.

    `offsets`: of this sentence, to those of the one that was drafted.
    """
    terms = tuple(replace(term, hit=hit) for term, hit in zip(draft.terms, hits, strict=True))
    words = tuple(word.back_in(sentence, offsets) for word in draft.words)
    lost = tuple(loss.back_by(offsets) for loss in draft.lost)
    return SentenceDraft(sentence, english, terms, draft.score, words, lost, draft.of_dialect)
