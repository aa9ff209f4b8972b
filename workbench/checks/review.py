"""What somebody else has for a paragraph and a note keeps: the reviewer, the file, or whoever translates it as well."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Inline, Span, clean_line
from workbench.translation import (
    FILE_HAS,
    OTHER_HAS,
    OTHER_LEFT_OUT,
    OTHER_TOOK_OUT,
    REVIEWER_HAS,
    ParagraphRecord,
    kept_english,
)

_WHOSE = {REVIEWER_HAS: "the reviewer has", FILE_HAS: "the file has", OTHER_HAS: "the other translator has"}
_DECIDED = {
    OTHER_LEFT_OUT: ("left out", "the other translator left this paragraph out"),
    OTHER_TOOK_OUT: ("taken out", "the other translator took the English out"),
}
_SHORT = 60


def review(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Each English that a note keeps and that is not what stands there, and that the other translator wanted none."""
    if not record.note:
        return
    english = Span(0, len(record.english))
    for begins, kept in kept_english(record.note):
        said = _told(begins, kept, record.target)
        if said:
            about = clean_line(kept.text if kept.text != record.english else kept.shown())
            about = about if len(about) <= _SHORT else f"{about[: _SHORT - 1]}…"
            wanted = kept.text if kept.text != record.english else None
            yield Finding("review", "warning", index, about, said, None, english, wanted)
    for line in _DECIDED.keys() & record.note.splitlines():
        yield Finding("review", "warning", index, *_DECIDED[line])


def _told(begins: str, kept: Inline, here: Inline) -> str:
    """What is told of English that a note keeps; empty where it is what stands here."""
    theirs = clean_line(kept.text)
    if theirs and theirs != clean_line(here.text):
        return f"{_WHOSE[begins]} other English: “{theirs}”"
    if begins == OTHER_HAS and kept.codes and clean_line(kept.shown()) != clean_line(here.shown()):
        return f"{_WHOSE[begins]} the codes at other words: “{clean_line(kept.shown())}”"
    return ""
