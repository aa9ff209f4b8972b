"""Where a document has the same German again, found without a look at every paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from threading import Lock

from workbench.memory.words import tokens_of
from workbench.project.memories.known import InContext, of_sentence, of_whole
from workbench.text import sentence_spans
from workbench.translation import ParagraphRecord

_AT_ONCE = 200
"""Paragraphs that are taken up in one step."""
_PART = "\x1f"


class Places:
    """Where sentences stand in a document: those of the same German, blanks and autocorrection aside.

    What the paragraphs' German is made of is kept from one time to the next, and only what is new is taken apart
    (`now`): an accept changes no German. Threads may share it.
    """

    def __init__(self, records: Sequence[ParagraphRecord] = ()) -> None:
        self._lock = Lock()
        self._records: Sequence[ParagraphRecord] = ()
        self._german: list[str] = []
        self._numbers: dict[str, int] = {}
        self._folded: list[str] = []
        self._with: dict[str, list[int]] = {}
        self._at: dict[int, list[int]] = {}
        self.now(records)

    def now(self, records: Sequence[ParagraphRecord]) -> Places:
        """The document is like this now; the same places."""
        german = [record.german for record in records]
        with self._lock:
            self._records = records
            if german != self._german:  # the same strings, but for what is new
                self._german, self._at = german, {}
                for index, text in enumerate(german):
                    self._at.setdefault(self._take_up(text), []).append(index)
        return self

    def prepared(self, records: Sequence[ParagraphRecord]) -> Iterator[None]:
        """Take the German of a document apart beforehand, in steps of some 10 ms; any thread may do so."""
        for start in range(0, len(records), _AT_ONCE):
            with self._lock:
                for record in records[start : start + _AT_ONCE]:
                    self._take_up(record.german)
            yield

    def near(self, text: str) -> Iterator[int]:
        """The paragraphs that have this German somewhere, in the document's order."""
        sought = folded(text)
        with self._lock:
            numbers = [number for number in self._likely(sought) if sought in self._folded[number]]
            found = sorted(index for number in numbers for index in self._at.get(number, ()))
        return iter(found)

    def of(self, text: str, most: int | None = None) -> Iterator[InContext]:
        """The sentences, and the whole paragraphs, that have this German, in the document's order.

        `most`: of how many paragraphs with more in them the sentences are looked for; None: of all.
        """
        sought, records = folded(text), self._records
        longer = 0
        for index in self.near(text):
            german = records[index].german
            if folded(german) == sought:
                yield of_whole(records, index, sentence_spans(german))
                continue
            longer += 1
            if most is not None and longer > most:
                continue
            spans = sentence_spans(german)
            for at, span in enumerate(spans):
                if len(spans) > 1 and folded(german[slice(*span)]) == sought:
                    yield of_sentence(records, index, spans, at)

    def _take_up(self, text: str) -> int:
        """The number of a German text, which it gets when it is first met."""
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self._folded)
            self._folded.append(folded(text))
            for part in set(_parts(self._folded[number])):
                self._with.setdefault(part, []).append(number)
        return number

    def _likely(self, sought: str) -> Sequence[int]:
        """The texts that have the rarest part of what is sought; all of them where that has none."""
        parts = _parts(sought)
        return min((self._with.get(part, ()) for part in parts), key=len) if parts else range(len(self._folded))


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """A text as it is compared: its words and marks, what autocorrection made of them taken back."""
    return _PART.join(("", *tokens_of(text), ""))


def _parts(folded_text: str) -> list[str]:
    return folded_text.strip(_PART).split(_PART) if folded_text.strip(_PART) else []
