"""The check `draft-lost`: what the draft may have left out, until its sentence has more English or is accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from workbench.checks.beside import beside, english_of
from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.translation import ParagraphRecord, State

_WORD = re.compile(r"\w+")
_SHORT = 60


def draft_lost(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Words of the German at which no word of the draft looked, and sentences whose draft has no verb.

    Once a sentence. It is about the draft: gone as soon as more words came into the English of the sentence than went
    out of it, and when the paragraph is accepted.
    """
    draft = record.draft
    if draft is None or not draft.lost or record.state is State.REVIEWED or record.old_german:
        return
    for places in _by_sentence(record):
        place = places[0][1]
        english = english_of(place, record.german, record.english)
        if record.english == draft.english or not _has_more(record, place, english):
            words = [record.german[slice(*span)] for _, span in places]
            yield Finding("draft-lost", "warning", index, _short(words[0]), _message(places, words), place, english)


def _by_sentence(record: ParagraphRecord) -> list[list[tuple[str, Span]]]:
    """What was lost and where, sentence by sentence; nothing that is not in the German any more."""
    draft, german = record.draft, record.german
    lost = draft.lost if draft else ()
    found = sorted((Span(at, at + len(said)), what) for what, said in lost if said and (at := german.find(said)) >= 0)
    sentences: dict[int, list[tuple[str, Span]]] = {}
    ends = [pair.german.end for pair in beside(german, record.english)]
    for span, what in found:
        sentences.setdefault(sum(end <= span.start for end in ends), []).append((what, span))
    return list(sentences.values())


def _has_more(record: ParagraphRecord, place: Span, english: Span) -> bool:
    """Whether more words came into the English of a sentence than went out of it."""
    drafted = record.draft.english if record.draft else ""
    before = Counter(_WORD.findall(drafted[slice(*english_of(place, record.german, drafted))].lower()))
    now = Counter(_WORD.findall(record.english[slice(*english)].lower()))
    return (now - before).total() > (before - now).total()


def _message(places: list[tuple[str, Span]], words: list[str]) -> str:
    if places[0][0] == "verb":
        return f"the draft of this sentence seems to have no verb (“{_short(words[0])}”)"
    named = ", ".join(f"“{_short(said)}”" for said in words)
    return f"the draft may have left out {named}"


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"
