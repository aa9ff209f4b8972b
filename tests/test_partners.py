"""Which words stand for each other where the English is a person's, and not what the package would have said."""

from __future__ import annotations

import pytest

from workbench.engine import Drafter, embedded_package
from workbench.engine.partners import partners
from workbench.text import Span


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


def german_of(drafter: Drafter, german: str, english: str, word: str) -> str:
    """The German words that stand for an English one."""
    start = english.index(word)
    at = Span(start, start + len(word))
    return " ".join(german[slice(*de)] for de, en in sorted(partners(drafter, german, english)) if en == at)


SUMMER = (
    "„Das war für uns wirklich der schönste Sommer“, sagte Imkerin Vera Holm.",
    "“It really was our finest summer,” said Vera Holm, a beekeeper.",
)
OFFICE = (
    "Neben den Beratungen bietet das Büro am Hafen auch Kurse an.",
    "Apart from advice, the office by the harbour offers courses.",
)
LIGHTHOUSE = (
    "Der Leuchtturm wurde voriges Jahr eröffnet und befindet sich im Besitz einer Stiftung.",
    "The lighthouse opened last year and is owned by a trust.",
)
TOWN = ("Die Stadt will im Herbst ihre Strategie verschärfen.", "In autumn the town wants to tighten policy.")


@pytest.mark.parametrize(
    ("sentence", "word", "german"),
    [
        (SUMMER, "really", "wirklich"),
        (SUMMER, "beekeeper", "Imkerin"),
        (OFFICE, "advice", "Beratungen"),
        (LIGHTHOUSE, "opened", "eröffnet"),
        (TOWN, "policy", "Strategie"),
    ],
)
def test_a_word_that_surprised_the_package_stands_for_what_it_means(
    drafter: Drafter, sentence: tuple[str, str], word: str, german: str
) -> None:
    alone = [sentence[0][slice(*de)] for de, en in drafter.align(*sentence) if sentence[1][slice(*en)] == word]
    assert alone != [german]
    assert german_of(drafter, *sentence, word) == german


def test_words_that_the_package_expected_stand_for_what_they_looked_at(drafter: Drafter) -> None:
    assert german_of(drafter, *LIGHTHOUSE, "owned") == "Besitz"
    assert german_of(drafter, *TOWN, "autumn") == "Herbst"
    assert german_of(drafter, *OFFICE, "harbour") == "Hafen"


def test_of_a_compound_every_word_of_its_english_stands_for_it(drafter: Drafter) -> None:
    german, english = "Im Studentenwohnheim roch es nach Farbe.", "The student hall smelt of paint."
    assert german_of(drafter, german, english, "student") == "Studentenwohnheim"
    assert german_of(drafter, german, english, "hall") == "Studentenwohnheim"


def test_a_word_that_was_added_stands_for_nothing(drafter: Drafter) -> None:
    german, english = "Der Müller schloss das Tor.", "The miller, a widower from Cornwall, closed the gate."
    assert german_of(drafter, german, english, "Cornwall") == ""
    assert german_of(drafter, german, english, "gate") == "Tor"


@pytest.mark.parametrize(
    ("german", "english"), [("", ""), ("Guten Tag", " "), ("…", "…"), ("Ja. " * 900, "Yes. " * 900)]
)
def test_nothing_and_too_much_tell_nothing(drafter: Drafter, german: str, english: str) -> None:
    assert partners(drafter, german, english) == ()
