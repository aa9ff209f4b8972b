"""The check `untranslated`: no German left where English should be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.translation import ParagraphRecord

_WORDS_GERMAN = """
aber als auch auf aus bei beim bis da dabei dadurch damit danach dann darauf darüber das dass daß dem den
denn der deren des deshalb dessen dich diese diesem diesen dieser dieses doch dort durch ein eine einem
einen einer eines er es euch etwa für gegen habe haben hatte hatten heute hier ich ihm ihn ihnen ihr ihre
ihrem ihren ihrer im indem ist jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinem keinen
keiner können könnte laut mein meine mehr mich mir mit muss müssen nach nicht nichts noch nur ob oder ohne
schon sehr sei seien sein seine seinem seinen seiner seit sich sie sind sogar soll sollen sollte sondern
sowie über um und uns unser unsere unter viele vom von vor wäre waren weil weiter wenn werde werden wie
wieder wir wird wo wurde wurden würde zu zum zur zwar zwischen während gegenüber sagte wollen hätte teilen
lesen mehrere bereits bild foto fotos quelle artikel
"""
_GERMAN = frozenset(_WORDS_GERMAN.split())
"""Frequent German words that are no English words."""

_WORDS_ENGLISH = """
the of and to in a is that for it as was with be by on not he his but at are this have from or had an they
which one you were all her she there would their we him been has when who will no more if out so said what
its about than into them can only other could our over some these may after where most should then any
such like because do did does how before those between through still being also while against under until
without
"""
_ENGLISH = frozenset(_WORDS_ENGLISH.split())
_CREDIT = re.compile(r"(?:foto|fotos|bild|bilder|grafik|quelle|video|von|©|\(c\))\s*:?\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+|$)")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|@)\S*")


def untranslated(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English is the German, or holds a whole German sentence.

    What is the same in both languages (names, addresses, figures) and photo credits may stay as they are.
    """
    english = record.english.strip()
    if english.casefold() == record.german.strip().casefold():
        if _has_german(english):
            yield Finding("untranslated", "error", index, "paragraph", "the English is the German, word for word")
        return
    for sentence in _SENTENCE.finditer(record.english):
        german, other = _count(sentence[0])
        if german >= 3 and german > other:
            start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
            place = Span(start, sentence.end())
            message = "this sentence is still German"
            yield Finding("untranslated", "error", index, _first_words(sentence[0]), message, english=place)


def _has_german(text: str) -> bool:
    """Whether a text that stands in both columns needs translating: it has German words that are no names."""
    if _CREDIT.match(text) and len(text) <= 80:
        return False
    words = [word.lower() for word in _WORD.findall(_ADDRESS.sub(" ", text))]
    return any(word in _GERMAN for word in words)


def _count(sentence: str) -> tuple[int, int]:
    """How many different German and English function words a sentence has."""
    words = {word.lower() for word in _WORD.findall(sentence)}
    return len(words & _GERMAN), len(words & _ENGLISH)


def _first_words(sentence: str) -> str:
    return " ".join(sentence.split()[:4])
