"""`workbench --plain`: the right word by answers – other English, spelling, the dictionary, doubt, rules, history."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_plain import folder, record, script
from workbench.project import Project, State

__all__ = ["folder"]


@pytest.mark.feature("work line by line, for a screen reader")
def test_a_misspelt_word_is_told_with_what_it_may_be_and_put_right(folder: Path) -> None:
    told = script(folder, "edit The harbour is growng", "spelling", "spelling 1", "spelling", "spelling 1")
    assert "growng is no English word that is known. It may be:" in told
    assert "\n1: growing\n" in told
    assert "saved: paragraph 1 of 4 has growing for growng" in told
    assert told.count("No word here that is not known.") == 2
    assert record(folder)[0].english == "The harbour is growing"


def test_a_word_that_is_right_is_known_from_then_on(folder: Path) -> None:
    told = script(folder, "edit The harbourisation is growing", "spelling right", "findings")
    assert "harbourisation" in (folder / "words.dic").read_text("utf-8")
    assert told.splitlines()[-2] == "No finding here."


def test_other_english_of_a_sentence_is_told_and_put_in(folder: Path) -> None:
    told = script(folder, "go 2", "other", "other 1 2", "other 7", "other x", "undo")
    ways = [line.partition(": ")[2] for line in told.splitlines() if line.startswith("Sentence 1, ")]
    assert len(ways) >= 2 and len(set(ways)) == len(ways)
    assert f"English: {ways[1]}\n" in told
    assert told.count("other needs a sentence from 1 to 1") == 2
    assert record(folder)[1].state is State.DRAFT


def test_the_dictionary_has_a_word_in_any_form(folder: Path) -> None:
    told = script(folder, "dictionary Häfen", "dict Xyzzq", "dict")
    assert "Häfen: ports (noun)" in told
    assert "The dictionary has nothing for Xyzzq." in told
    assert "dictionary needs a German word." in told


def test_doubt_goes_from_draft_to_draft_and_round(folder: Path) -> None:
    told = script(folder, *["doubt"] * 6)
    words = [line for line in told.splitlines() if line.startswith("In doubt: ")]
    assert len(words) == 6 and len(set(words)) < 6


def test_earlier_english_is_told_and_put_back(folder: Path) -> None:
    told = script(folder, "edit One", "edit Two", "history", "history 1", "history 99")
    assert "edit: One\n" in told and "a draft, draft: " in told
    assert "saved: paragraph 1 of 4 has an earlier English back\nEnglish: One\n" in told
    assert record(folder)[0].english == "One"


def test_a_name_that_is_put_right_becomes_an_entry(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "hafen.md").write_text("Der Minister traf Herrn Kowalenko in Gomel.\n", encoding="utf-8")
    told = script(tmp_path, "rule", "edit The minister met Mr Kavalenka in Gomel.", "accept", "status", "rule", "rule")
    assert told.count("No name or term of a draft was put right yet") == 2
    assert "saved: in the glossary, Kowalenko is Kavalenka in English; Kowalenko is to be avoided" in told
    with Project.open(tmp_path, read_only=True) as project:
        assert [entry.en for entry in project.termbase.entries] == ["Kavalenka"]


def test_doubt_goes_on_into_the_next_document(folder: Path) -> None:
    (folder / "sources" / "zug.md").write_text("Der Zug hielt, und der Föhn wehte.\n", encoding="utf-8")
    script(folder, "open zug.md")
    told = script(folder, *["skip"] * 4, "doubt")
    assert "zug.md: 1 paragraph" in told
    assert told.splitlines()[-2].startswith("In doubt: ")
