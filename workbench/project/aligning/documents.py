"""The two documents that are aligned, read into sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.formats import Document, read_document
from workbench.formats.reading import Language
from workbench.memory.aligning import Sentence
from workbench.memory.coded import cut_up
from workbench.memory.sentences import english_sentences, german_sentences
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import find_layout
from workbench.project.folder.sources import columns_in_force
from workbench.text import Inline, clean_line

if TYPE_CHECKING:
    from workbench.project.folder.layout import Layout

TIMES_LONGER = 8.0
"""How many times as long as the other one a document may be: beyond that they are no translation of each other."""
FROM_LETTERS = 2_000
"""Below this many characters on the longer side nobody says so."""


@dataclass(frozen=True)
class Side:
    """A document: its file, its paragraphs, and their sentences, which know their paragraph."""

    path: Path
    document: Document
    sentences: tuple[Sentence, ...]


def read_both(german: Path, english: Path) -> tuple[Side, Side]:
    """The two documents.

    Raises WorkbenchError where one cannot be read, is empty or in the wrong language, where both are one file, and
    where one is many times as long as the other.
    """
    if _is_one_file(german, english):
        raise WorkbenchError(Problem(english, "is the German file itself", "name the English of it"))
    sides = _read(german, "German"), _read(english, "English")
    _must_be_of_one_size(*sides)
    return sides


def place_of(path: Path) -> tuple[Layout, str] | None:
    """The project of which a file is an article, and the article's name; None where it is that of none."""
    try:
        layout, name = find_layout(path)
    except WorkbenchError:
        return None
    return (layout, name) if name is not None else None


def _is_one_file(german: Path, english: Path) -> bool:
    try:
        return german.samefile(english)
    except (OSError, ValueError):  # what is wrong with a file is told when it is read
        return False


def _read(path: Path, language: Language) -> Side:
    place = place_of(path)
    document = read_document(path, columns_in_force(*place) if place else "", language)
    cut = german_sentences if language == "German" else english_sentences
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(document.paragraphs):
        line = Inline(paragraph.text, paragraph.codes).carried(clean_line(paragraph.text))
        for one in cut_up(line, cut(line.text)):
            at = len(sentences)
            sentences.append(Sentence(one.text, number, paragraph.role == "headline", at, one.codes))
    return Side(path, document, tuple(sentences))


def _must_be_of_one_size(german: Side, english: Side) -> None:
    sizes = {side.path: sum(len(one.text) for one in side.sentences) for side in (german, english)}
    longer, shorter = sorted(sizes, key=lambda path: -sizes[path])
    if sizes[longer] >= FROM_LETTERS and sizes[longer] > TIMES_LONGER * sizes[shorter]:
        times = round(sizes[longer] / max(1, sizes[shorter]))
        what = f"has {times} times as much text as {shorter.name}: they are no translation of each other"
        raise WorkbenchError(Problem(longer, what, "give the part of it that belongs to the other one"))
