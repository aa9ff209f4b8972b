"""Whose attention says which words stand for which: the engine's own where it is any good, else the built-in package's.

The built-in package has a head that was trained to align (Garg et al. 2019). Others have heads that grew as they would,
and some of these look anywhere. So both align a few sentences, once, at the first question, and where they hardly agree
the built-in one aligns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from threading import Lock

from workbench.engine.alignment import word_links
from workbench.engine.protocol import Abilities, Aligns, Attention, Engine, Hypothesis, Lends, abilities
from workbench.text import Span

ENOUGH = 0.9
"""How far an engine's links must agree with the lender's (the harmonic mean of both shares) for its own to be used.

The built-in package's other heads, which nobody trained to align, agree with the one that was by 0.72 to 0.88."""

SAMPLE = (
    ("Der Präsident reiste am Donnerstag nach Warschau.", "The president travelled to Warsaw on Thursday."),
    ("Gestern hat die Regierung neue Steuern beschlossen.", "Yesterday the government decided on new taxes."),
    (
        "Weil der Zug Verspätung hatte, kamen die Gäste erst am Abend an.",
        "Because the train was late, the guests arrived only in the evening.",
    ),
    ("Das kleine Haus am Fluss gehört meinem Bruder.", "The small house by the river belongs to my brother."),
    ("Die Polizei nahm drei Männer fest.", "The police arrested three men."),
    ("Im Winter schließt das Museum früher als im Sommer.", "The museum closes earlier in winter than in summer."),
    ("Sie schrieb ihm einen langen Brief.", "She wrote him a long letter."),
    ("Nach den Wahlen traten zwei Minister zurück.", "After the elections two ministers resigned."),
)
"""Sentences of our own, in words and order that any German→English engine knows."""


def with_lender(engine: Engine, lender: Lends) -> Abilities:
    """What an engine can do; `lender` scores for one that does not, and aligns for one that does not do it well."""
    able = abilities(engine, lender)
    own: object = engine
    if own is lender:
        return able
    lent = Lent(able, lender)
    return replace(able, engine=lent, aligns=lent, continues=able.continues and lent, avoids=able.avoids and lent)


def tells(able: Abilities) -> bool:
    """Whether the drafts of an engine come with what they looked at; the first question may take a moment."""
    aligns: object = able.aligns
    return aligns.is_own if isinstance(aligns, Lent) else aligns is able.engine


class Lent:
    """An engine that is aligned by itself, or by `lender` where it cannot or the two do not agree. Any thread may ask.

    What its drafts looked at comes with them only where its own attention is good enough.
    """

    def __init__(self, able: Abilities, lender: Aligns) -> None:
        self._able, self._engine, self._lender = able, able.engine, lender
        self._looking = Lock()

    @property
    def fingerprint(self) -> str:
        """The engine's."""
        return self._engine.fingerprint

    def load(self) -> None:
        """Load the engine."""
        self._engine.load()

    def size(self, text: str) -> int:
        """The engine's measure."""
        return self._engine.size(text)

    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        """The engine's drafts, without what they looked at where that says nothing."""
        return [self._believed(some) for some in self._engine.translate(texts, number, varied=varied)]

    def continued(self, texts: Sequence[str], prefixes: Sequence[str]) -> list[Hypothesis]:
        """What the engine makes of these beginnings; it must be able to."""
        assert self._able.continues
        return self._believed(self._able.continues.continued(texts, prefixes))

    def without(self, texts: Sequence[str], unwanted: Sequence[Sequence[tuple[Hypothesis, Span]]]) -> list[Hypothesis]:
        """The engine's drafts without these words; it must be able to."""
        assert self._able.avoids
        return self._believed(self._able.avoids.without(texts, unwanted))

    def _believed(self, drafts: Sequence[Hypothesis]) -> list[Hypothesis]:
        if self.is_own:
            return list(drafts)
        return [replace(draft, attention=None) if draft.attention else draft for draft in drafts]

    @property
    def is_own(self) -> bool:
        """Whether it is the engine's own attention."""
        return self.better is not self._lender

    def attention(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Attention]:
        """What each part of each English looked at in its German."""
        return self.better.attention(texts, englishes)

    @property
    def better(self) -> Aligns:
        """Whose attention it is; the first question takes a moment."""
        with self._looking:
            return self._better

    @cached_property
    def _better(self) -> Aligns:
        own = self._able.aligns
        try:
            return own if own is self._lender or agreement(own, self._lender) >= ENOUGH else self._lender
        except (RuntimeError, ValueError):
            return self._lender


def agreement(one: Aligns, other: Aligns) -> float:
    """How far two agree on which words of the sample stand for which: 0 (on none) to 1 (on all)."""
    germans, englishes = zip(*SAMPLE, strict=True)
    links = [
        {
            (at, *link)
            for at, (german, english, attention) in enumerate(
                zip(germans, englishes, aligns.attention(germans, englishes), strict=True)
            )
            for link in word_links(german, english, attention)
        }
        for aligns in (one, other)
    ]
    return 2 * len(links[0] & links[1]) / max(1, len(links[0]) + len(links[1]))
