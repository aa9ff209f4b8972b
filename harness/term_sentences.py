"""German sentences in which the terms are marked that a glossary should find; a sentence without marks is a trap.

The tables and how they are marked: data/term_sentences.txt, by somebody who did not know the finder, and
data/more_term_sentences.txt, each with its glossary; data/form_sentences.txt and form_sentences_held_out.txt besides.
"""

from __future__ import annotations

import re
from pathlib import Path

from workbench.glossary import Glossary, read_glossary

DATA = Path(__file__).parent / "data"

_MARK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")

Marks = set[tuple[int, int, str]]
"""Where a term is (characters), and the English of its entry."""


def unmarked(line: str) -> tuple[str, Marks]:
    """A line of a table as a text has it, and its marks."""
    text, marks, done = "", set(), 0
    for mark in _MARK.finditer(line):
        text += line[done : mark.start()]
        marks.add((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        done = mark.end()
    return text + line[done:], marks


def table(sentences: str, entries: str) -> list[tuple[Glossary, str, Marks]]:
    """The sentences of a file, each with its glossary and its marks."""
    glossary = read_glossary(DATA / entries).glossary
    lines = (DATA / sentences).read_text(encoding="utf-8").splitlines()
    return [(glossary, *unmarked(line)) for line in lines if line and not line.startswith("#")]


SENTENCES = [
    *table("term_sentences.txt", "term_entries.yaml"),
    *table("more_term_sentences.txt", "more_term_entries.yaml"),
]


FORMS = table("form_sentences.txt", "form_entries.yaml")
"""Names that contain a term, ß and ss, feminines, printed lists, hyphens left out, compounds with short words."""
FORMS_HELD_OUT = table("form_sentences_held_out.txt", "form_entries.yaml")
"""The same, put aside before the rules were made."""


def found(glossary: Glossary, text: str) -> Marks:
    """What the finder finds, as marks."""
    return {(hit.start, hit.end, hit.entry.en) for hit in glossary.find(text)}
