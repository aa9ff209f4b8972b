"""The terms that are marked in 800 German sentences (`harness/term_sentences.py`) are found, and nothing else."""

from __future__ import annotations

import pytest

from harness.term_sentences import SENTENCES, Marks, found
from workbench.glossary import Glossary

FAILING = {
    # The form of one word is spelt like that of another, and only the sense tells them apart.
    "Man habe den Mann zum Rechten gestempelt, klagt seine Partei.",
    "Auf den Bänken vor dem Bahnhof schliefen Reisende, deren Züge seit dem Vortag nicht mehr fuhren.",
    "Die Bänke im Park sind nass.",
    "Rechte und linke Gruppen stritten.",
    "Privathaushalte zahlen künftig 30 Cent je Kilowattstunde.",
    # English names of German words.
    "Der Konzern sitzt am Union Square in San Francisco.",
    "Vor der Villa parkte ein alter Land Rover.",
    "Die Front-Runner liegen vorn, sagt der Frontmann nicht: Frontfrau heißt es.",
    # A compound that has come to mean something else.
    "Der Natodraht ist scharf? Nein, der Natron-Draht.",
}
"""The sentences in which too much, too little or another entry is found."""


@pytest.mark.parametrize(
    ("glossary", "text", "marks"),
    [pytest.param(*row, id=row[1]) for row in SENTENCES if row[1] not in FAILING],
)
def test_the_marked_terms_are_found_and_nothing_else(glossary: Glossary, text: str, marks: Marks) -> None:
    assert found(glossary, text) == marks


def test_every_mark_names_an_entry() -> None:
    for glossary, text, marks in SENTENCES:
        assert {english for _, _, english in marks} <= {entry.en for entry in glossary.entries}, text


def test_the_sentences_listed_as_failing_are_those_that_fail() -> None:
    assert {text for glossary, text, marks in SENTENCES if found(glossary, text) != marks} == FAILING


def test_the_tables_have_four_hundred_sentences_and_a_third_are_traps() -> None:
    traps = sum(not marks for _, _, marks in SENTENCES)
    assert len(SENTENCES) >= 400
    assert traps >= len(SENTENCES) / 3


def test_precision_and_recall_are_98_percent_over_all_sentences() -> None:
    wanted = {(text, mark) for _, text, marks in SENTENCES for mark in marks}
    got = {(text, mark) for glossary, text, _ in SENTENCES for mark in found(glossary, text)}
    assert len(wanted & got) / len(got) >= 0.98
    assert len(wanted & got) / len(wanted) >= 0.98
