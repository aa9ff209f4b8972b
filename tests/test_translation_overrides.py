"""Letting a finding stand with a reason, and taking that back: kept in the record, undone like everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.formats import Document, Paragraph
from workbench.problem import WorkbenchError
from workbench.translation import Override, State, Translation

SOURCE = Document("a.txt", (Paragraph("Guten Tag."), Paragraph("Es regnet.", "\n\n")))
KEPT = Override("term-missing", "CSTO", "named in the headline")


def test_an_override_is_on_the_disk_at_once_and_changes_nothing_else(tmp_path: Path) -> None:
    translation = Translation.open(SOURCE, tmp_path)
    translation.edit(0, "Good day.")
    translation.set_override(0, KEPT)
    again = Translation.open(SOURCE, tmp_path).paragraphs[0]
    assert (again.overrides, again.state, again.english) == ((KEPT,), State.TRANSLATED, "Good day.")


def test_a_second_reason_takes_the_place_of_the_first(tmp_path: Path) -> None:
    translation = Translation.open(SOURCE, tmp_path)
    other = Override("numbers", "35")
    for override in (KEPT, other, Override("term-missing", "CSTO", " clear\x1b[31m here ")):
        translation.set_override(1, override)
    assert translation.paragraphs[1].overrides == (Override("term-missing", "CSTO", "clear here"), other)


def test_an_override_is_taken_back(tmp_path: Path) -> None:
    translation = Translation.open(SOURCE, tmp_path)
    translation.set_override(0, KEPT)
    translation.drop_override(0, "term-missing", "CSTO")
    assert Translation.open(SOURCE, tmp_path).paragraphs[0].overrides == ()


def test_dropping_what_is_not_there_does_nothing(tmp_path: Path) -> None:
    translation = Translation.open(SOURCE, tmp_path)
    assert translation.drop_override(0, "numbers", "35") == ()


def test_a_read_only_translation_takes_no_override(tmp_path: Path) -> None:
    translation = Translation.open(SOURCE, tmp_path, read_only_reason="somebody else has it")
    with pytest.raises(WorkbenchError, match="somebody else has it"):
        translation.set_override(0, KEPT)
    assert translation.paragraphs[0].overrides == ()
