"""Two sets about terms that must not be put in, or told, at the cost of something else.

`drafted()`: German sentences with the terms given to drafting and the words that must survive (data/kept_sentences.txt
says how they are marked). `pairs()`: German and English with what the checks should tell of them
(data/judged_pairs.yaml). Of both a part was held out, by the checksum of the German, before the rules were tuned on the
rest: `is_held_out`.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbench.checks import check_document
from workbench.engine import SentenceDraft
from workbench.formats.roles import role_by_look
from workbench.glossary import Entry, Glossary, TermHit, read_glossary
from workbench.translation import ParagraphRecord, State, TranslationRecord

DATA = Path(__file__).parent / "data"
CHECKS = ("term-missing", "term-forbidden", "first-mention", "later-mention")

_MARK = re.compile(r"\[\[([^|\]]*)\|(\??)([^\]]*)\]\]")
_KEPT = re.compile(r"\{\{(.*?)\|([^|}\]]*)\}\}")


def is_held_out(german: str) -> bool:
    """Whether a sentence was left out when the rules were tuned: some two in five."""
    return zlib.crc32(german.encode()) % 5 < 2


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence to draft. `hits`: its terms; `wanted`: the number of each that must be in the English.

    `kept`: for each word that must survive the ways in which it may stand there; `never`: what must not.
    """

    german: str
    hits: tuple[TermHit, ...]
    wanted: frozenset[int]
    kept: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]

    @property
    def is_trap(self) -> bool:
        """Whether the sentence is there for a word beside its terms."""
        return len(self.wanted) < len(self.hits) or len(self.kept) > len(self.hits)

    def faults(self, free: str, draft: SentenceDraft) -> list[str]:
        """What is wrong with a draft beside the one without terms."""
        english = draft.english
        missing = [
            f"missing: {self.hits[at].entry.en}" for at in sorted(self.wanted) if draft.terms[at].way == "missing"
        ]
        lost = [f"lost: {'/'.join(ways)}" for ways in self.kept if _has(free, ways) and not _has(english, ways)]
        return missing + lost + [f"stands there: {text}" for text in self.never if text in english]


def _has(english: str, ways: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(way)}", english, re.IGNORECASE) for way in ways)


def drafted() -> Iterator[Drafted]:
    """The sentences to draft."""
    entries = {entry.en: entry for entry in read_glossary(DATA / "kept_entries.yaml").glossary.entries}
    for line in (DATA / "kept_sentences.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield _drafted(line, entries)


def _drafted(line: str, entries: dict[str, Entry]) -> Drafted:
    line, _, never = line.partition(" !! ")
    kept: list[tuple[str, ...]] = []
    while match := _KEPT.search(line):
        kept.append(tuple(match[2].split("/")))
        line = line[: match.start()] + match[1] + line[match.end() :]
    german, at = "", 0
    hits: list[TermHit] = []
    wanted: set[int] = set()
    for mark in _MARK.finditer(line):
        german += line[at : mark.start()]
        if not mark[2]:
            wanted.add(len(hits))
        hits.append(TermHit(entries[mark[3]], len(german), len(german) + len(mark[1]), mark[1]))
        german += mark[1]
        at = mark.end()
    forms = tuple(form for form in never.split(", ") if form)
    return Drafted(german + line[at:], tuple(hits), frozenset(wanted), tuple(kept), forms)


@dataclass(frozen=True, slots=True)
class Pair:
    """German paragraphs with their English, and what should be told of them (the check, and what it is about)."""

    part: str
    german: tuple[str, ...]
    english: tuple[str, ...]
    told: tuple[str, ...]

    def findings(self, glossary: Glossary) -> tuple[str, ...]:
        """What the checks of terms and mentions tell."""
        records = tuple(
            ParagraphRecord(german, english, State.TRANSLATED, role=role_by_look(german))
            for german, english in zip(self.german, self.english, strict=True)
        )
        found = check_document(TranslationRecord("a.txt", records), glossary)
        return tuple(sorted(f"{finding.check} {finding.about}" for finding in found if finding.check in CHECKS))


def pairs() -> tuple[Glossary, tuple[Pair, ...]]:
    """The glossary of the pairs, and the pairs."""
    data: dict[str, Any] = yaml.safe_load((DATA / "judged_pairs.yaml").read_text(encoding="utf-8"))
    glossary = Glossary([_entry(item) for item in data["glossary"]])
    return glossary, tuple(
        Pair(part, _several(row["de"]), _several(row["en"]), tuple(sorted(row.get("told", ()))))
        for part, rows in data["pairs"].items()
        for row in rows
    )


def _entry(item: dict[str, Any]) -> Entry:
    forms = {key: _several(item.get(key, ())) for key in ("de", "also", "avoid")}
    return Entry(**{**item, **forms})


def _several(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
