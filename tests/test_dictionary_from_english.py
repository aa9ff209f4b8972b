"""The dictionary from its other side: German words for English ones, as a text has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.dictionary import fault, opened
from workbench.dictionary.english_forms import english_forms
from workbench.dictionary.english_keys import basic_forms
from workbench.dictionary.from_english import german_for
from workbench.dictionary.line import Kind
from workbench.dictionary.readings import german_readings
from workbench.problem import WorkbenchError


def german(words: str) -> list[str]:
    return [one.german for one in german_for(words)]


@pytest.mark.parametrize(
    ("english", "word"),
    [
        ("house", "Haus"),
        ("government", "Regierung"),
        ("mood", "Stimmung"),
        ("cities", "Stadt"),
        ("children", "Kind"),
        ("withdrew", "zurückziehen"),
        ("stopping", "anhalten"),
        ("worse", "schlecht"),
        ("colour", "Farbe"),
        ("color", "Farbe"),
        ("Prime ministers", "Premierminister"),
        ("came back", "zurückkommen"),
    ],
)
def test_an_english_word_finds_its_german_in_every_form(english: str, word: str) -> None:
    assert word in german(english)


def test_the_german_is_in_its_basic_form_and_told_once_with_what_it_is() -> None:
    found = german_for("mood")
    assert len({(one.german, one.kind) for one in found}) == len(found)
    mood = next(one for one in found if one.german == "Stimmung")
    assert (mood.english, mood.kind, mood.gender) == ("mood", "noun", "f")
    assert "Stimmungen" not in german("moods")


def test_what_is_kept_out_of_plain_prose_comes_last() -> None:
    found = german_for("kid")
    coll = [bool({"slang", "coll."}.intersection(one.labels)) for one in found]
    assert any(coll) and coll == sorted(coll)


def test_words_of_one_english_are_grouped_by_it_and_by_what_they_are() -> None:
    entry = german_readings("houses")
    assert entry.of_english and entry.word == "houses"
    assert {(group.german, group.kind) for group in entry.groups} >= {("house", "noun"), ("house", "verb")}
    assert len({(group.german, group.kind) for group in entry.groups}) == len(entry.groups)


@pytest.mark.parametrize("words", ["", "xyzzyq", "the house that he built", "a" * 500, "  ", "“", "()", "1/6"])
def test_what_is_not_there_finds_nothing(words: str) -> None:
    assert german_for(words) == () and german_readings(words).groups == ()


@settings(deadline=None)
@given(st.text(max_size=70))
def test_whatever_is_asked_for_is_answered(words: str) -> None:
    assert isinstance(german_for(words), tuple)


REGULAR: list[tuple[str, Kind]] = [
    *((verb, "verb") for verb in ("walk", "stop", "carry", "make", "panic", "agree", "go", "bring", "kiss", "lie")),
    *((noun, "noun") for noun in ("house", "box", "lady", "crisis", "woman", "knife", "day", "prime minister")),
]


@pytest.mark.parametrize(("word", "kind"), REGULAR)
def test_every_form_leads_back_to_its_word(word: str, kind: Kind) -> None:
    for form in english_forms(word, kind):
        assert word in basic_forms(form), form


def test_an_index_that_is_gone_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "ENGLISH", tmp_path / "gone")
    with pytest.raises(WorkbenchError, match="the dictionary cannot be read"):
        german_readings("zebra crossing")
    assert fault() is not None
