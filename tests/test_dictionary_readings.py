"""The dictionary's entry for a word where it stands: by word and sense, and in the form that the German asks for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.dictionary.readings import Entry, Reading, chosen_form, readings, word_at
from workbench.project.dictionary import longest_run
from workbench.text import Span


def entry(sentence: str, word: str) -> Entry:
    at = sentence.index(word)
    return readings(sentence, Span(at, at + len(word)))


def first_forms(found: Entry) -> list[str]:
    return [reading.forms[0] for group in found.groups for reading in group.readings]


@pytest.mark.parametrize("word", ["zieht", "zurück"])
def test_a_verb_with_its_prefix_is_one_word_from_either_side(word: str) -> None:
    found = entry("Der Sender zieht seine Meldung am Abend zurück.", word)
    assert found.word == "zieht … zurück"
    assert found.groups[0].german == "zurückziehen"
    assert "withdraws" in first_forms(found)


def test_a_prefix_without_its_verb_is_a_word_of_its_own() -> None:
    assert entry("Er ist zurück.", "zurück").word == "zurück"


@pytest.mark.parametrize(
    ("sentence", "word", "english"),
    [
        ("Sie lebten in den Städten.", "Städten", "towns"),
        ("Sie lebten in der Stadt.", "Stadt", "town"),
        ("Er sprach mit dem Zeugen.", "Zeugen", "witness"),
        ("Es war das kleinere Haus.", "kleinere", "smaller"),
        ("Sie erfanden das Gerät.", "erfanden", "invented"),
    ],
)
def test_the_first_form_is_that_of_the_german(sentence: str, word: str, english: str) -> None:
    assert english in first_forms(entry(sentence, word))


def test_a_compound_that_is_not_there_is_told_by_its_parts() -> None:
    groups = entry("Die Kranführerprüfung war schwer.", "Kranführerprüfung").groups
    assert [group.german for group in groups] == ["Kran + Führerprüfung", "Kran", "Führerprüfung"]


def test_words_of_one_sense_stand_together() -> None:
    for group in entry("Der Zug kommt.", "Zug").groups:
        senses = [reading.sense for reading in group.readings]
        assert [sense for at, sense in enumerate(senses) if at == 0 or senses[at - 1] != sense] == list(
            dict.fromkeys(senses)
        )


def test_a_few_words_are_looked_up_as_they_stand() -> None:
    assert first_forms(entry("Ein blinder Passagier kam.", "blinder Passagier")) == ["stowaway"]


def test_the_form_follows_the_english_that_it_takes_the_place_of() -> None:
    reading = Reading(("extended", "extends", "extend"), "extend")
    assert [chosen_form(reading, word) for word in ("prolongs", "prolonged", "Prolong")] == [
        "extends",
        "extended",
        "Extended",
    ]


@given(st.text(alphabet="abc -.,", max_size=30), st.integers(0, 30))
def test_the_word_at_a_place_is_a_whole_word_there(text: str, at: int) -> None:
    span = word_at(text, at)
    if span is not None:
        assert span.start <= at <= span.end
        assert not text[max(0, span.start - 1) : span.start].isalpha()
        assert not text[span.end : span.end + 1].isalpha()


@given(st.lists(st.sampled_from(["he", "took", "it", "off,"]), max_size=12), st.data())
@settings(max_examples=60)
def test_the_longest_run_holds_nothing_but_chosen_words(words: list[str], data: st.DataObject) -> None:
    text, spans = "", []
    for word in words:
        start = len(text)
        text += word + " "
        spans.append(Span(start, start + len(word.rstrip(","))))
    chosen = [span for span in spans if data.draw(st.booleans())]
    run = longest_run(text, chosen)
    assert (run is None) == (not chosen)
    if run is not None:
        inside = [span for span in spans if run.start <= span.start and span.end <= run.end]
        assert all(span in chosen for span in inside)


@given(st.text(max_size=20), st.integers(0, 20), st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_anything_can_be_looked_up(text: str, start: int, end: int) -> None:
    first, last = sorted((min(start, len(text)), min(end, len(text))))
    assert readings(text, Span(first, last)).places[0].start <= len(text)
