"""An engine that can do nothing but translate: the package behind a door that lets nothing else through."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.engine import embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.protocol import Attention, Hypothesis


def without_last_clause(english: str) -> str:
    """An English up to its last comma."""
    return english.rpartition(",")[0] + "."


class OnlyTranslates:
    """`change`: what is done to each English before it goes out. `size`: how long a text is, if not in pieces.

    `attention`: what it says that each English looked at, though it cannot know.
    """

    fingerprint = "only-translates"

    def __init__(
        self,
        change: Callable[[str], str] = str,
        size: Callable[[str], int] | None = None,
        attention: Attention | None = None,
    ) -> None:
        self._inner, self._change, self._attention = ArgosEngine(embedded_package()), change, attention
        self._size = size or self._inner.size

    def load(self) -> None:
        self._inner.load()

    def size(self, text: str) -> int:
        return self._size(text)

    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        found = self._inner.translate(texts, number, varied=varied)
        return [
            [Hypothesis(self._change(one.english), one.score, attention=self._attention) for one in some]
            for some in found
        ]
