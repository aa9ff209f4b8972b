"""How an English that was begun may go on, by the real package."""

from __future__ import annotations

import pytest

from tests.only_translates import OnlyTranslates
from workbench.engine import Drafter, embedded_package
from workbench.engine.continuing import Begun, other_ways, ways_on
from workbench.engine.protocol import Abilities, Alternatives
from workbench.glossary import Entry, Glossary

GERMAN = "Die Regierung hat am Donnerstag beschlossen, 35.000 Bäume zu pflanzen."


@pytest.fixture(scope="module")
def able() -> Abilities:
    return Drafter(embedded_package()).abilities


def first(english: str, able: Abilities, german: str = GERMAN) -> str:
    return ways_on(Begun(german, (), english), able)[0]


def test_nothing_typed_is_a_whole_sentence(able: Abilities) -> None:
    assert first("", able).startswith("The government") and "35,000 trees" in first("", able)


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("The gov", "ernment"),
        ("The adm", "inistration"),
        ("The government ", "decided"),
        ("The government", " decided"),
        ("On Th", "ursday"),
        ("The government decided on Thursday to plant 3", "5,000 trees"),
    ],
)
def test_it_goes_on_from_what_was_typed_in_the_middle_of_a_word_or_behind_it(
    able: Abilities, typed: str, rest: str
) -> None:
    assert first(typed, able).startswith(rest)


def test_other_ways_go_on_with_other_words_and_none_is_told_twice(able: Abilities) -> None:
    ways = other_ways(Begun(GERMAN, (), "The "), able)
    assert len(ways) > 3 and len({way.split()[0] for way in ways}) == len(ways)


def test_quotation_marks_that_were_typed_are_those_that_are_put(able: Abilities) -> None:
    german = "„Wir haben keine Zeit“, sagte die Ministerin."
    assert first("“We have no ti", able, german).startswith("me") and "”" in first("“We have no ti", able, german)


def test_terms_of_the_glossary_come_as_it_has_them(able: Abilities) -> None:
    german = "Der Bürgermeister sprach am Abend mit dem Stadtrat."
    glossary = Glossary((Entry(("Stadtrat",), "municipal assembly"),))
    hits = tuple(glossary.find(german))
    (way, *_) = ways_on(Begun(german, hits, "In the evening, the mayor "), able)
    assert "municipal assembly" in way


@pytest.mark.parametrize("typed", ["zzqx", "The government 漢字 ", "“", "…", "The  government  ", "\U000f1000The"])
def test_whatever_was_typed_nothing_fails(able: Abilities, typed: str) -> None:
    assert all(way.strip() for way in ways_on(Begun(GERMAN, (), typed), able))


def test_a_sentence_that_is_very_long_is_left_alone(able: Abilities) -> None:
    assert ways_on(Begun("Es regnet und " * 200, (), "It "), able) == ()


def test_an_engine_that_only_translates_has_no_ways() -> None:
    alone = Drafter(embedded_package(), OnlyTranslates()).abilities
    assert alone.alternatives is None and other_ways(Begun(GERMAN, (), "The "), alone) == ()
    assert ways_on(Begun(GERMAN, (), "The "), alone) == ()


def test_alternatives_begin_alike_and_go_on_with_other_words(able: Abilities) -> None:
    assert isinstance(able.alternatives, Alternatives)
    (found,) = able.alternatives.alternatives([GERMAN], ["The government"], 4)
    assert len(found) == 4 and all(one.english.startswith("The government") for one in found)
    assert len({one.pieces[:3] for one in found}) == 4
    (short,) = able.alternatives.alternatives([GERMAN], ["The government"], 4, 2)
    assert max(len(one.pieces) for one in short) < min(len(one.pieces) for one in found)
    assert able.alternatives.alternatives([], [], 4) == []
