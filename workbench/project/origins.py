"""Words of a draft that the package did not write by itself: where each came from, in a translator's words."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.text.stands import stands_in
from workbench.translation import ParagraphRecord

_FROM = {
    "dictionary": "dictionary",
    "compound": "dictionary, part by part",
    "prefix verb": "dictionary, verb with its prefix",
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
