"""What of a draft the package did not write by itself: where it came from, in a translator's words."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.text.stands import stands_in
from workbench.translation import ParagraphRecord

_FROM = {
    "dictionary": "dictionary",
    "compound": "dictionary, part by part",
    "prefix verb": "dictionary, verb with its prefix",
    "phrase": "dictionary, an idiom",
    "name": "a name, which had been read as a word or was garbled",
}
"""How the ways of a draft's words (workbench.engine.WordWay) are called; other ways need no telling."""


@dataclass(frozen=True, slots=True)
class WordOrigin:
    """A German word, the English that stands for it, and where that came from (“dictionary”)."""

    german: str
    english: str
    origin: str


def word_origins(record: ParagraphRecord) -> tuple[WordOrigin, ...]:
    """The words of a paragraph that came from the dictionary, in the order of the German, each once.

    They are kept in the record with the draft. A word that the English no longer has is not among them.
    """
    words = record.draft.words if record.draft else ()
    found = (
        WordOrigin(german, english, _FROM[way])
        for german, english, way in words
        if way in _FROM and stands_in(english, record.english)
    )
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class MemoryOrigin:
    """A German sentence that came from a translation memory: the percentage of its match, and the place."""

    german: str
    percent: str
    origin: str

    @property
    def told(self) -> str:
        """In a few words: `101 % gipfel.txt ¶3`."""
        return f"{self.percent} % {self.origin}"


def memory_origins(record: ParagraphRecord) -> tuple[MemoryOrigin, ...]:
    """The sentences of a paragraph that came from a memory, in the order of the German.

    A sentence whose English the paragraph no longer has is not among them.
    """
    draft = record.draft
    if draft is None or not draft.memory:
        return ()
    from workbench.memory import sentences_beside

    pairs = sentences_beside(record.german, draft.english)
    english = {record.german[slice(*de)]: draft.english[slice(*en)] for de, en in pairs}
    return tuple(
        MemoryOrigin(german, percent, origin)
        for german, percent, origin in draft.memory
        if english.get(german, draft.english) in record.english
    )
