"""A draft whose words are looked at, and what another draft must keep to take its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Attention, Hypothesis
from workbench.engine.sentence.defects import defects, figures_kept
from workbench.engine.sentence.invented import invented
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS, GERMAN_IN_HEADLINES
from workbench.engine.terms.places import forbidden, placed
from workbench.engine.words.choices import Choices, choices, depend_on_dialect
from workbench.glossary import TermHit
from workbench.text import Span
from workbench.text.denial import denial, may_deny
from workbench.text.words import Dialect, Unknown

_NAME = re.compile(r"\b[^\W\d_a-zäöüß]\w+")


@dataclass(frozen=True)
class Case:
    """A German sentence as the package sees it, its glossary hits, and a draft of it.

    `words`: those that came another way than the package's own, with offsets into `german`. `dialect`: of the English
    that is wanted; `names`: words of the German that are names elsewhere in its document. `of_dialect`: the words whose
    Englishes were asked for, here or in a case of which this one was made, and are others in another dialect.
    """

    german: str
    hits: tuple[TermHit, ...]
    draft: Hypothesis
    words: tuple[WordOutcome, ...] = ()
    dialect: Dialect = "both"
    names: frozenset[str] = frozenset()
    of_dialect: set[Span] = field(default_factory=set, compare=False, repr=False)

    @property
    def english(self) -> str:
        """The draft's text."""
        return self.draft.english

    @cached_property
    def places(self) -> tuple[Span | None, ...]:
        """Where the terms of the hits stand in the draft."""
        return placed(self.german, self.hits, self.english) if self.hits else ()

    @cached_property
    def invented(self) -> tuple[Unknown, ...]:
        """The draft's invented words."""
        return invented(self.german, self.english, [place for place in self.places if place])

    @cached_property
    def defects(self) -> int:
        """What else is wrong with the draft."""
        return defects(self.german, self.english)

    def choices(self, word: Span) -> Choices:
        """What the dictionary has for a word of the German, in the English that is wanted."""
        if depend_on_dialect(self.german, word, self.names):
            self.of_dialect.add(word)
        return choices(self.german, word, self.dialect, self.names)

    def of_hits(self, german: Span) -> bool:
        """Whether a stretch of the German belongs to a term of the glossary."""
        return german.meets(*(Span(hit.start, hit.end) for hit in self.hits))

    def with_draft(self, draft: Hypothesis, *words: WordOutcome) -> Case:
        """The same German with another draft, and with these words in it besides."""
        known = {word.span: word for word in (*self.words, *words)}
        return replace(self, draft=draft, words=tuple(known[span] for span in sorted(known)))

    def invents_less_than(self, other: Case) -> bool:
        """Whether it has fewer invented words than another draft of the same German, and keeps the rest of it."""
        return len(self.invented) < len(other.invented) and self.keeps_all_of(other)

    def keeps_all_of(self, other: Case, but: Collection[str] = ()) -> bool:
        """Whether no term, name, figure or “not” of another draft of the same German is gone, and no more is wrong.

        `but`: words that were copied and no names. Of other words it knows nothing: `kept.without_loss` does, which
        drafts that were decoded anew need.
        """
        return (
            self.defects <= other.defects
            and len(self.invented) <= len(other.invented)
            and all(here or not there for here, there in zip(self.places, other.places, strict=True))
            and len(forbidden(self.hits, self.english)) <= len(forbidden(other.hits, other.english))
            and figures_kept(self.german, self.english) >= figures_kept(self.german, other.english)
            and (denial(self.german) is None or may_deny(self.english) or not may_deny(other.english))
            and names_in(self.german, other.english) - frozenset(but) <= names_in(self.german, self.english)
        )


def looks(cases: Sequence[Case], able: Abilities) -> list[Attention]:
    """What the words of each draft looked at, with one pass over all drafts that do not tell it."""
    unknown = [case for case in cases if case.draft.attention is None]
    germans, englishes = [case.german for case in unknown], [plain_marks(case.english) for case in unknown]
    asked = iter(able.aligns.attention(germans, englishes) if unknown else ())
    return [case.draft.attention or next(asked) for case in cases]


def names_in(german: str, english: str) -> frozenset[str]:
    """The words with a capital that stand in both texts."""
    both = frozenset(_NAME.findall(german)) & frozenset(_NAME.findall(english))
    return frozenset(name for name in both if name.lower() not in GERMAN_IN_HEADLINES | ENGLISH_SMALL_WORDS)
