"""Names and terms that were put right in a draft, told by word alignment."""

from __future__ import annotations

import pytest

from workbench.engine import Drafter, embedded_package
from workbench.glossary import Entry, Glossary
from workbench.project.learning.corrected import Corrected, corrections
from workbench.project.learning.rules import rule_for
from workbench.text import Span


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


def told(drafter: Drafter, german: str, drafted: str, accepted: str) -> list[str]:
    found = corrections(german, drafted, accepted, drafter.align)
    return [f"{one.german}: {one.drafted} → {one.accepted}" for one in found]


def test_a_name_that_is_written_in_another_way_is_told_without_its_genitive(drafter: Drafter) -> None:
    german = "Lukaschenkas Reise nach Kiew begann am Montag."
    drafted = "Lukaschenka's journey to Kiev began on Monday."
    accepted = "Lukashenko's trip to Kyiv began on Monday."
    assert told(drafter, german, drafted, accepted) == [
        "Lukaschenka: Lukaschenka → Lukashenko",
        "Kiew: Kiev → Kyiv",
    ]


def test_a_term_is_told_with_all_its_words(drafter: Drafter) -> None:
    german = "Das Grenzkomitee schloss am Montag zwei Übergänge."
    drafted = "The border committee closed two crossings on Monday."
    accepted = "The State Border Committee closed two crossings on Monday."
    assert told(drafter, german, drafted, accepted) == ["Grenzkomitee: border committee → State Border Committee"]


@pytest.mark.parametrize(
    ("german", "drafted", "accepted"),
    [
        ("Putin nannte keine Zahlen.", "Putin gave no figures.", "The president gave no figures."),
        ("Putin nannte keine Zahlen.", "Putin gave no figures.", "Vladimir Putin gave no figures."),
        ("Der Minister lobte den Vertrag.", "The minister praised the contract.", "The minister praised the treaty."),
        ("Das Grenzkomitee schwieg.", "The border committee was silent.", "The border committees were silent."),
        ("Am Abend fiel Schnee.", "Snow fell in the evening.", "In the evening it snowed."),
        ("Am Abend fiel Schnee.", "Snow fell in the evening.", "Snow fell in the evening."),
        ("Am Abend fiel Schnee.", "", "Snow fell in the evening."),
    ],
)
def test_other_words_for_the_same_an_inflection_and_a_fuller_name_are_none(
    drafter: Drafter, german: str, drafted: str, accepted: str
) -> None:
    assert told(drafter, german, drafted, accepted) == []


def test_where_it_stands_is_told_in_the_whole_paragraph(drafter: Drafter) -> None:
    german = "Es war kalt. Selenskyj dankte den Helfern."
    drafted, accepted = "It was cold. Selenskyj thanked the helpers.", "It was cold. Zelensky thanked the helpers."
    (one,) = corrections(german, drafted, accepted, drafter.align)
    assert german[slice(*one.at)] == "Selenskyj"


KYIV = Corrected("Kiew", "Kiev", "Kyiv", "place", Span(3, 7))


def test_a_correction_becomes_an_entry_that_avoids_what_the_draft_had() -> None:
    rule = rule_for(Glossary(()), "In Kiew regnete es.", KYIV)
    assert rule is not None
    assert rule.own == Entry(("Kiew",), "Kyiv", avoid=("Kiev",), kind="place")
    assert rule.there is None


def test_an_entry_that_is_there_avoids_it_or_wants_the_other_english() -> None:
    right = Entry(("Kiew",), "Kyiv", kind="place")
    rule = rule_for(Glossary((right,)), "In Kiew regnete es.", KYIV)
    assert rule is not None
    assert rule.changed == Entry(("Kiew",), "Kyiv", avoid=("Kiev",), kind="place")
    wrong = Entry(("Kiew",), "Kiev", also=("Kyiv",), kind="place")
    rule = rule_for(Glossary((wrong,)), "In Kiew regnete es.", Corrected("Kiew", "Kiev", "Kyjiw", "place", Span(3, 7)))
    assert rule is not None
    assert rule.changed == Entry(("Kiew",), "Kyjiw", also=("Kyiv",), avoid=("Kiev",), kind="place")


def test_what_the_glossary_says_already_suggests_nothing() -> None:
    entry = Entry(("Kiew",), "Kyiv", avoid=("Kiev",), kind="place")
    assert rule_for(Glossary((entry,)), "In Kiew regnete es.", KYIV) is None
