"""What an engine is: German text in, English text out; and what some engines can do besides.

Pieces, models and files are an engine's own affair. The one engine there is (`argos/engine.py`) can do all of it, with
markers where its package knows them. To one that cannot, and to a package that aligns badly (`lent.py`), the built-in
package lends alignment and scores; without the rest drafts are made as well (`abilities`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One English for one German. `score`: mean log-probability per piece, its end included (0 is best).

    `pieces`: how the engine that made it has it in parts, for itself alone; empty where it has none. `attention`: what
    its parts looked at, of an engine that knows it without another pass over the text (`Aligns` asks for one).
    `comparable`: whether `Scores` would find it nearly as likely as `score` says; not where it was decoded under other
    rules, or in other parts than its text is cut into.
    """

    english: str
    score: float
    pieces: tuple[str, ...] = field(default=(), repr=False)
    attention: Attention | None = field(default=None, repr=False, compare=False)
    comparable: bool = field(default=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely an engine finds an English: log-probabilities of its parts, in order, the last one its end.

    `spans`: the characters of the English that each part covers; there is none for the end.
    """

    spans: tuple[Span, ...]
    values: tuple[float, ...]

    @property
    def total(self) -> float:
        """The log-probability of the whole English."""
        return sum(self.values)

    def without(self, place: Span) -> float:
        """The log-probability of all parts but those of one place."""
        return self.total - sum(
            value for span, value in zip(self.spans, self.values, strict=False) if span.meets(place)
        )


@dataclass(frozen=True, slots=True)
class Attention:
    """How much each part of an English looked at each part of its German; `rows`: of the English, 0 to 1.

    `german`, `english`: the characters that the parts cover.
    """

    german: Sequence[Span]
    english: Sequence[Span]
    rows: Sequence[Sequence[float]]

    def weights(self, german: Sequence[Span], english: Sequence[Span]) -> list[list[float]]:
        """How much places of the English (rows) looked at places of the German (columns).

        Both in the order of the text, apart from each other. The weights of a place of the English are the mean over
        its parts, so a row sums to at most 1.
        """
        columns = _runs(_owners(self.german, german))
        weights = []
        for row in self.by_places(english).rows:
            line = [0.0] * len(german)
            for column, start, end in columns:
                line[column] += row[start] if end == start + 1 else sum(row[start:end])
            weights.append(line)
        return weights

    def by_places(self, english: Sequence[Span]) -> Attention:
        """The same with places of the English, in the order of the text, for its parts; their rows are means."""
        if english is self.english:
            return self
        rows: list[list[Sequence[float]]] = [[] for _ in english]
        for owner, row in zip(_owners(self.english, english), self.rows, strict=False):
            if owner is not None:
                rows[owner].append(row)
        nothing = (0.0,) * len(self.german)
        return Attention(self.german, english, [_mean(some) if some else nothing for some in rows])


def _mean(rows: Sequence[Sequence[float]]) -> Sequence[float]:
    if len(rows) == 1:
        return rows[0]
    size = len(rows)
    return [sum(column) / size for column in zip(*rows, strict=False)]


def _runs(owners: Sequence[int | None]) -> list[tuple[int, int, int]]:
    """The parts that belong to a place, one run behind the other: place, first part, the one behind the last."""
    runs: list[tuple[int, int, int]] = []
    for at, owner in enumerate(owners):
        if owner is None:
            continue
        if runs and runs[-1][0] == owner and runs[-1][2] == at:
            runs[-1] = owner, runs[-1][1], at + 1
        else:
            runs.append((owner, at, at + 1))
    return runs


def _owners(parts: Sequence[Span], places: Sequence[Span]) -> list[int | None]:
    """For each part the place it belongs to."""
    owners: list[int | None] = []
    at, number = 0, len(places)
    for start, end in parts:
        while at < number and places[at].end <= start:
            at += 1
        inside = at < number and end > places[at].start and start < places[at].end
        owners.append(at if inside and end > start else None)
    return owners


class Engine(Protocol):
    """Drafts English for German. Any thread may ask; what it needs is loaded at the first use, or by `load`.

    `fingerprint`: names all that its English depends on; drafts are kept under it.
    """

    @property
    def fingerprint(self) -> str: ...

    def load(self) -> None: ...

    def size(self, text: str) -> int:
        """How long a German text is in the engine's own measure; its time grows with it."""
        ...

    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        """The `number` best for each text, best first. `varied`: without words said again.

        Raises RuntimeError or ValueError where it fails on a text.
        """
        ...


@runtime_checkable
class Continues(Protocol):
    """Can go on from the beginning of an English."""

    def continued(self, texts: Sequence[str], prefixes: Sequence[str]) -> list[Hypothesis]:
        """The best English for each text that begins with its prefix (and contains it)."""
        ...


@runtime_checkable
class Alternatives(Protocol):
    """Can tell in which ways an English may go on."""

    def alternatives(
        self, texts: Sequence[str], prefixes: Sequence[str], number: int, parts: int = 0
    ) -> list[list[Hypothesis]]:
        """For each text `number` Englishes that begin with its prefix; the part after it is another in each.

        The one with the likeliest such part comes first. `parts`: how many parts behind the prefix are enough; 0: all.
        """
        ...


@runtime_checkable
class Scores(Protocol):
    """Can say how likely it finds an English."""

    def likelihoods(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Likelihood]:
        """How likely each English is for its German."""
        ...


@runtime_checkable
class Aligns(Protocol):
    """Can say which words stand for which."""

    def attention(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Attention]:
        """What each part of each English looked at in its German."""
        ...


@runtime_checkable
class Marks(Protocol):
    """Was trained to take an English given in the German, between two markers."""

    @property
    def markers(self) -> tuple[str, str] | None: ...


@runtime_checkable
class Avoids(Protocol):
    """Can do without words."""

    def without(self, texts: Sequence[str], unwanted: Sequence[Sequence[tuple[Hypothesis, Span]]]) -> list[Hypothesis]:
        """The best for each text in which none of its unwanted words of earlier drafts stands as it stood there."""
        ...


class Weighs(Protocol):
    """Can say how common German and English words are by themselves."""

    def commonness(self, words: Sequence[str]) -> list[float]:
        """A log-probability for each word or phrase, of either language: the higher, the commoner."""
        ...


class Lends(Scores, Aligns, Weighs, Protocol):
    """What the built-in package can do for an engine that cannot."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """An engine with all that can be asked of it; None what neither it nor the one that lends can do."""

    engine: Engine
    scores: Scores
    aligns: Aligns
    weighs: Weighs
    continues: Continues | None
    avoids: Avoids | None
    markers: tuple[str, str] | None
    alternatives: Alternatives | None = None


def abilities(engine: Engine, lender: Lends) -> Abilities:
    """What an engine can do; `lender` weighs words, and scores and aligns for one that does not do it itself."""
    return Abilities(
        engine,
        scores=engine if isinstance(engine, Scores) else lender,
        aligns=engine if isinstance(engine, Aligns) else lender,
        weighs=lender,  # what is rare is told by one measure, whatever engine drafts
        continues=engine if isinstance(engine, Continues) else None,
        avoids=engine if isinstance(engine, Avoids) else None,
        markers=engine.markers if isinstance(engine, Marks) else None,
        alternatives=engine if isinstance(engine, Alternatives) else None,
    )
