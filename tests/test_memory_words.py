"""Concordance finds by lists of words what a look at every pair finds, in the same order."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_memory_search import sealed
from workbench.memory import Memory, Pair
from workbench.memory.concordance import _finder
from workbench.memory.forms import bases
from workbench.memory.words import WORD
from workbench.text import Inline


def _words(*lines: str) -> list[str]:
    return " ".join(lines).split()


NOUNS = _words(
    "Haus Häuser Hauses Häusern Hochhaus Rathaus Hausrat Krankenhäuser Rat Rates Räte Stadtrat Räten Beirat Verrat",
    "Ratlosigkeit Demokratie Beratung Ratte Stadt Städte Hauptstadt Städtebau Stadtteil Jahr Jahre Jahren Vorjahr",
    "Jahrzehnt",
    "Ente Enten Entenbraten Entwicklung Rente Renten Tor Tore Torwart Motor Autor Historiker Kreml Kremls",
    "Kremlsprecher Bau Bauer Bauten Anbau Bund Bundes Bundestag Bündnis Wahl Wahlen Bundestagswahl Wahlkampf Auswahl",
    "Sprache Sprachen Fremdsprache Schule Schüler Hochschule Gruppe Gruppen Arbeitsgruppe Straße Straßen Straßenbau",
)
OTHERS = _words(
    "die der und sprechen spricht sprach gesprochen tagen tagte getagt neu neue neuen neuer groß größer lesen liest",
    "las geht gehen ging gegangen wählen wählte gewählt baut bauen baute schnell jahrelang städtisch",
)


def made(number: int, seed: int) -> list[Pair]:
    """Sentences of these words in any order: some begin with a verb, some have a word in capitals."""
    chance = random.Random(seed)
    found = []
    for place in range(number):
        words = chance.choices((*NOUNS, *OTHERS), k=chance.randint(3, 9))
        if chance.random() < 0.2:
            words[0] = words[0].upper()
        text = " ".join((words[0][0].upper() + words[0][1:], *words[1:]))
        found.append(Pair(Inline(f"{text}."), Inline(f"Sentence {place}.")))
    return found


@pytest.fixture(scope="module", params=["late", "sealed", "half of each"])
def memory(request: pytest.FixtureRequest) -> Iterator[Memory]:
    opened = Memory.open(None)
    pairs = made(400, 5)
    opened.add(pairs[:250])
    if request.param != "late":
        sealed(opened)
    opened.add(pairs[250:])
    if request.param == "sealed":
        sealed(opened)
    yield opened
    opened.close()


def exhaustive(memory: Memory, typed: str) -> list[str]:
    """The pairs that have a word, the newest first: each word of each pair is looked at."""
    found = _finder(typed) if typed[0].isupper() else lambda _: False
    own = bases(typed)

    def is_it(text: str, start: int, word: str) -> bool:
        folded = word.casefold()
        if folded == typed.casefold() or found(folded.capitalize()):
            return True
        return not bases(word, begins=start == 0).isdisjoint(own)

    texts = [pair.source.text for pair in memory.pairs()][::-1]
    return [text for text in texts if any(is_it(text, place.start(), place[0]) for place in WORD.finditer(text))]


@pytest.mark.parametrize("typed", (*NOUNS, *OTHERS))
def test_nothing_is_lost(memory: Memory, typed: str) -> None:
    wanted = exhaustive(memory, typed)
    assert wanted, "it stands there"
    assert [found.pair.source.text for found in memory.concordance(typed, "de", most=400)] == wanted
    assert [found.pair.source.text for found in memory.concordance(typed, "de", most=7)] == wanted[:7]


def test_several_words_are_those_that_each_is_in(memory: Memory) -> None:
    for one, other in (("Haus", "Rat"), ("Wahl", "neue"), ("tagen", "Stadt")):
        both = set(exhaustive(memory, one)) & set(exhaustive(memory, other))
        assert {found.pair.source.text for found in memory.concordance(f"{one} {other}", "de", most=400)} == both


def test_words_that_came_since_are_found(memory: Memory) -> None:
    before = len(list(memory.concordance("Rathaus", "de", most=400)))
    memory.add([Pair(Inline("Das Rathausdach leckt."), Inline("The town hall's roof leaks."))])
    assert len(list(memory.concordance("Rathaus", "de", most=400))) == before + 1
    sealed(memory)
    assert len(list(memory.concordance("Rathaus", "de", most=400))) == before + 1
    assert "Rathausdach" in next(iter(memory.concordance("Dach", "de"))).pair.source.text


def test_a_memory_that_was_cleared_has_no_words() -> None:
    memory = Memory.open(None)
    memory.add(made(20, 6))
    sealed(memory)
    assert list(memory.concordance("Haus", "de")) or list(memory.concordance("die", "de"))
    memory.clear()
    memory.add([Pair(Inline("Nur ein Turm."), Inline("Only a tower."))])
    sealed(memory)
    assert [found.pair.target.text for found in memory.concordance("Turm", "de")] == ["Only a tower."]
    assert not list(memory.concordance("Haus", "de"))
    memory.close()


def test_a_word_that_is_damaged_in_the_file_is_no_word(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "memory.sqlite")
    memory.add(made(60, 7))
    sealed(memory)
    for _ in memory.seal():
        pass
    memory.close()
    with sqlite3.connect(tmp_path / "memory.sqlite") as file:
        file.execute("INSERT INTO word VALUES (CAST(x'68617573ff' AS TEXT), ' haus ')")
    file.close()
    memory = Memory.open(tmp_path / "memory.sqlite", read_only=True)
    assert list(memory.concordance("Haus", "de"))
    memory.close()
