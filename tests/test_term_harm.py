"""The judge of harm: what a draft with a term has lost of the one without it; drafts and alignments are made up."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest

from harness.planted_harm import KINDS, Vocabulary, planted
from harness.term_forms import forms
from harness.term_harm import Harm, Links, harms
from workbench.glossary import Entry, TermHit
from workbench.text import Span

SAME = {
    "lehrer": "teachers teacher cheese pupils",
    "bürgermeister": "mayor mayors",
    "stadt": "city town",
    "kauften": "bought purchased",
    "häuser": "houses",
    "merkel": "merkel scholz",
    "neben": "beside",
    "alten": "old",
    "warten": "wait waited",
}
"""The words that stand for each other in these sentences."""


def align(german: str, english: str) -> Links:
    """Every English word with the German one that it may stand for, the first with the first."""
    return list(_links(german, english))


def _links(german: str, english: str) -> Iterator[tuple[Span, Span]]:
    for word, said in SAME.items():
        here = re.finditer(rf"\b{word}\b", german, re.IGNORECASE)
        there = re.finditer(rf"\b(?:{said.replace(' ', '|')})\b", english, re.IGNORECASE)
        for de, en in zip(here, there, strict=False):
            yield Span(*de.span()), Span(*en.span())


def hit(german: str, surface: str, english: str) -> TermHit:
    start = german.index(surface)
    return TermHit(Entry((surface,), english), start, start + len(surface), surface)


def told(
    german: str, free: str, english: str, *, term: tuple[str, str] = ("Bürgermeister", "lord mayor")
) -> list[Harm]:
    return list(harms(german, (hit(german, *term),), free, english, align))


@pytest.mark.parametrize(
    ("english", "harm"),
    [
        ("The lord mayor and Merkel bought not 30 houses.", []),
        ("The lord mayor and Merkel purchased not 30 houses.", []),
        ("The lord mayor and Merkel bought not 30.", [Harm("word", "houses")]),
        ("The lord mayor bought not 30 houses.", [Harm("name", "Merkel")]),
        ("The lord mayor and Scholz bought not 30 houses.", [Harm("name", "Merkel")]),
        ("The lord mayor and Merkel bought not houses.", [Harm("number", "30")]),
        ("The lord mayor and Merkel bought not 40 houses.", [Harm("number", "30")]),
        ("The lord mayor and Merkel bought 30 houses.", [Harm("negation", "not")]),
        ("The lord mayor and Merkel didn’t buy 30 houses, they bought them.", []),
        ("The lord mayor lord mayor and Merkel bought not 30 houses.", [Harm("twice", "lord"), Harm("twice", "mayor")]),
    ],
)
def test_what_a_term_cost_a_draft(english: str, harm: list[Harm]) -> None:
    german = "Der Bürgermeister und Merkel kauften nicht 30 Häuser."
    assert told(german, "The mayor and Merkel bought not 30 houses.", english) == harm


def test_another_word_in_its_place_is_harm_unless_the_dictionary_has_it() -> None:
    german = "Der Bürgermeister ließ die Lehrer warten."
    free = "The mayor made the teachers wait."
    assert told(german, free, "The lord mayor made the cheese wait.") == [Harm("replaced", "teachers")]
    assert told(german, free, "The lord mayor made the teacher wait.") == []
    german, free = "Der Bürgermeister mag die Stadt.", "The mayor likes the city."
    assert told(german, free, "The lord mayor likes the town.") == []


def test_of_two_words_that_are_alike_one_may_be_lost() -> None:
    german = "Der Bürgermeister sah die Stadt, und sie kauften Häuser neben Häuser."
    free = "The mayor saw the city, and they bought houses beside houses."
    english = "The lord mayor saw the city, and they bought houses beside."
    assert Harm("word", "houses") in told(german, free, english)
    german = "Der Bürgermeister sah Merkel, und Merkel sah ihn."
    assert told(german, "The mayor saw Merkel, and Merkel saw him.", "The lord mayor saw Merkel, and saw him.") == [
        Harm("name", "Merkel")
    ]


def test_a_lost_clause_is_told() -> None:
    german = "Der Bürgermeister kam, Lehrer kauften Häuser, und Merkel ging."
    free = "The mayor came, teachers bought houses, and Merkel left."
    found = told(german, free, "The lord mayor came, and Merkel left.")
    assert Harm("clause", "Lehrer kauften Häuser,") in found


def test_the_words_of_the_term_itself_are_no_loss() -> None:
    german = "Die Stadt wartet."
    assert told(german, "The city waits.", "The municipality waits.", term=("Stadt", "municipality")) == []


@pytest.mark.parametrize(
    ("free", "english", "reference", "what"),
    [
        ("The Kremlin’s plan", "Kremlin’s plan", "the Kremlin’s plan", ["article of Kremlin"]),
        ("The Kremlin’s plan", "The Kremlin’s plan", "the Kremlin’s plan", []),
        ("Eastern Kremlin guards", "Eastern of Kremlin guards", "Eastern Kremlin guards", ["Eastern of Kremlin"]),
        (
            "They oppose Kremlin plans",
            "They oppose of Kremlin plans",
            "They oppose Kremlin plans",
            ["oppose of Kremlin"],
        ),
        ("A Kremlin came", "Kremlins came", "A Kremlin came", ["number of Kremlins"]),
        ("Kremlins came", "Kremlins came", "A Kremlin came", []),
        ("It came", "Kremlins came", "The Kremlin came", ["number of Kremlins"]),
    ],
)
def test_forms_that_a_term_should_not_have(free: str, english: str, reference: str, what: list[str]) -> None:
    german = "Plan des Kreml"
    found = forms(german, (hit(german, "Kreml", "Kremlin"),), free, english, reference)
    assert [harm.what for harm in found if harm.kind == "form"] == what


def test_harm_is_planted_in_every_way_and_never_in_a_term() -> None:
    english = "The lord mayor did not see Merkel, who bought 30 houses beside houses, in Berlin."
    term = Span(4, 14)
    vocabulary = Vocabulary.of(["Many teachers visited Paris in 1999."])
    found = {each.kind: each for each in planted(english, (term,), vocabulary, random.Random(1))}
    assert tuple(found) == KINDS
    assert all("lord mayor" in each.english and each.english != english for each in found.values())
    assert found["number"].english == english.replace("30 ", "")
    assert found["other number"].english == english.replace("30", "1999")
    assert found["negation"].english == english.replace("not ", "")
    assert found["other name"].english == english.replace(found["other name"].what, "Paris")
