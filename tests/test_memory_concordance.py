"""Looking for words in a memory: in any of their forms, as parts of compounds, in both languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

import pytest

from tests.test_memory_search import sealed
from workbench.memory import Memory, Pair
from workbench.text import Inline

PAIRS = (
    ("Die Häuser am Fluss stehen leer.", "The houses by the river are empty."),
    ("Ein Hochhaus brannte.", "A tower block was on fire."),
    ("Der Kremlsprecher schwieg.", "The Kremlin spokesman was silent."),
    ("Er sprach mit dem Rat.", "He spoke to the council."),
    ("Ihre Sprache ist klar.", "Her language is clear."),
    ("Die Räte haben getagt.", "The councils have met."),
    ("Die Demokratie ist jung.", "Democracy is young."),
    ("Die neue Regierung tagte 2021 lange.", "The new government met for a long time in 2021."),
    ("Die Regierung hat neue Minister.", "The government has new ministers."),
    ("Sie läuft und liest viel.", "She runs and reads a lot."),
)


@pytest.fixture(params=["late", "sealed"])
def memory(request: pytest.FixtureRequest) -> Iterator[Memory]:
    opened = Memory.open(None)
    opened.add(Pair(Inline(german), Inline(english)) for german, english in PAIRS)
    if request.param == "sealed":
        sealed(opened)
    yield opened
    opened.close()


def marked(memory: Memory, words: str, language: Literal["de", "en"]) -> list[str]:
    """What is marked, the newest pair first."""
    found = []
    for one in memory.concordance(words, language):
        text = (one.pair.source if language == "de" else one.pair.target).text
        spans = one.german if language == "de" else one.english
        found.append(", ".join(text[span.start : span.end] for span in spans))
    return found


@pytest.mark.feature("concordance")
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Haus", ["Hochhaus", "Häuser"]),
        ("Häuser", ["Hochhaus", "Häuser"]),
        ("sprechen", ["sprach"]),
        ("Sprache", ["Sprache"]),
        ("Rat", ["Räte", "Rat"]),
        ("Kreml", ["Kremlsprecher"]),
        ("tagen", ["tagte", "getagt"]),
        ("2021", ["2021"]),
        ("neue Regierung", ["neue Regierung", "Regierung, neue"]),
        ("die regierung", ["Die Regierung", "Die, Regierung"]),
        ('"die Regierung"', []),
        ("„Die neue“", ["Die neue"]),
        ("Ministerium", []),
        ("!", []),
        ("", []),
    ],
)
def test_german_words(memory: Memory, words: str, wanted: list[str]) -> None:
    assert marked(memory, words, "de") == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("speak", ["spoke"]),
        ("meeting", ["met", "met"]),
        ("house", ["houses"]),
        ("minister", ["ministers"]),
        ("be", ["is", "is", "was", "was", "are"]),
        ("new government", ["new government", "government, new"]),
        ('"have met"', ["have met"]),
    ],
)
def test_english_words(memory: Memory, words: str, wanted: list[str]) -> None:
    assert marked(memory, words, "en") == wanted


def test_letters_put_together_of_two_are_the_same(memory: Memory) -> None:
    memory.add([Pair(Inline("Die Brücke ist gesperrt."), Inline("The bridge is closed."))])
    assert len(list(memory.concordance("Brücke", "de"))) == 1
    assert len(list(memory.concordance(unicodedata.normalize("NFD", "Brücke"), "de"))) == 1


def test_only_so_many_are_looked_for(memory: Memory) -> None:
    assert len(list(memory.concordance("die", "de", most=2))) == 2
