"""What of a text is not drafted as its sentences are: code that stays, tabs that part it, English that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.engine.draft import SentenceDraft, TermOutcome
from workbench.glossary import TermHit, judge
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Apart:
    """What is not drafted as its sentences are, of one text.

    `held`: the stretches that stay as they are (code). `parted`: where it is drafted in parts though no sentence ends
    there, as at a tab. `given`: the English of sentences, or of the whole text, that need no draft; these are not
    parted.
    """

    held: Sequence[Span] = ()
    parted: Sequence[int] = ()
    given: Mapping[Span, str] = field(default_factory=dict)


NOTHING = Apart()


def as_given(spans: Sequence[Span], given: Mapping[Span, str]) -> tuple[Span, ...]:
    """The sentences of a text, those that lie in a stretch whose English is given as this one stretch."""
    around = (next((one for one in given if one.start <= span.start and span.end <= one.end), span) for span in spans)
    return tuple(dict.fromkeys(around))


def given_draft(sentence: str, hits: tuple[TermHit, ...], english: str) -> SentenceDraft:
    """The draft of a sentence whose English is known: it stays as it is, whatever the glossary says of it."""
    met = {hit.entry: bool(judge(hit.entry, english).there) for hit in hits}
    terms = tuple(TermOutcome(hit, "free" if met[hit.entry] else "missing") for hit in hits)
    return SentenceDraft(sentence, english, terms)
