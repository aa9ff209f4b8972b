"""The checks `name-missing` and `sentence-missing`, quoted names, and what is said twice."""

from __future__ import annotations

import pytest

from .test_checks import findings

# Names and sentences that got lost


@pytest.mark.feature("numbers, names, negation, lost sentences")
@pytest.mark.parametrize(
    ("german", "english", "about"),
    [
        ("Die Bäuerin Marta Kowalczyk schwieg.", "The farmer said nothing.", "Kowalczyk"),
        ("Der Fahrer Luca Marchetti schwieg.", "The driver Luca Petrov said nothing.", "Marchetti"),
        ("Präsident Tomas Vesely schwieg.", "President Marek Vesely said nothing.", "Vesely"),
    ],
)
def test_a_person_who_is_not_in_the_english_is_a_warning(german: str, english: str, about: str) -> None:
    (finding,) = findings(german, english, "name-missing")
    assert (finding.severity, finding.about) == ("warning", about)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Der Ingenieur Pjotr Lebedew schwieg.", "The engineer Pyotr Lebedev said nothing."),
        ("Präsident Wladimir Selenskyj schwieg.", "President Zelenskyy said nothing."),
        ("Die Schüler hatten Unterricht in der Grenzschule.", "The pupils were taught in the border school."),
    ],
)
def test_a_name_in_its_english_spelling_and_nouns_are_no_finding(german: str, english: str) -> None:
    assert findings(german, english, "name-missing") == []


THREE = (
    "Der Sturm deckte in Stralsund 40 Dächer ab. "
    "Die Feuerwehr aus Rostock half mit zwei Drehleitern bis tief in die Nacht. "
    "Am Morgen kam der Minister aus Schwerin und versprach Geld."
)


@pytest.mark.feature("numbers, names, negation, lost sentences")
def test_a_sentence_that_is_nowhere_in_the_english_is_a_warning() -> None:
    english = (
        "In Stralsund the storm tore the roofs off 40 houses. "
        "In the morning the minister came from Schwerin and promised money."
    )
    (finding,) = findings(THREE, english, "sentence-missing")
    assert finding.severity == "warning"
    assert finding.german is not None
    assert THREE[slice(*finding.german)].startswith("Die Feuerwehr aus Rostock")


def test_two_sentences_that_became_one_are_no_finding() -> None:
    english = (
        "In Stralsund the storm tore the roofs off 40 houses, and the fire brigade from Rostock helped with two "
        "turntable ladders until late at night. In the morning the minister came from Schwerin and promised money."
    )
    assert findings(THREE, english, "sentence-missing") == []


# Quoted names, words said twice in German


def test_a_name_that_german_quotes_may_stand_without_marks() -> None:
    german = "Das sagte sie dem „Spiegel“ und dem Sender „Radio Swaboda“."
    assert findings(german, "She said so to Spiegel and to the station Radio Swaboda.", "quotes") == []
    (lost,) = findings("Er sprach von einem „Zeichen“ im „Spiegel“.", "He spoke of a sign in Spiegel.", "quotes")
    assert lost.severity == "warning"


def test_two_words_again_are_a_slip_but_no_figure_of_speech() -> None:
    (finding,) = findings("Der Prozess begann.", "The trial of trial of Sawizki began.", "repetition")
    assert finding.severity == "warning"
    assert findings("Er redete immer weiter.", "He went on and on and on.", "repetition") == []
    assert findings("Viele, viele Leute kamen.", "Many many people came.", "doubled-word") == []
