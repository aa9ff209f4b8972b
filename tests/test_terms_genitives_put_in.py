"""Names that are put in for a genitive: with ’s, behind of or to, or as they are."""

from __future__ import annotations

import pytest

from tests.names_in_genitive import GLOSSARY
from workbench.engine import put_form
from workbench.text import Span


def put(german: str, english: str, words: str) -> str:
    hit = GLOSSARY.find(german)[0]
    at = english.index(words)
    return put_form(german, hit, english, Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("german", "english", "words", "right"),
    [
        ("Die Lukaschenkos sind reich.", "The Lukaschenkos are rich.", "Lukaschenkos", "The Lukashenkos are rich."),
        (
            "Die Zukunft Bergkarabachs ist offen.",
            "The future Bergkarabachs is open.",
            "Bergkarabachs",
            "The future of Nagorno-Karabakh is open.",
        ),
        (
            "Die Lehrer sind Gegner Lukaschenkos.",
            "The teachers oppose Lukaschenkos.",
            "Lukaschenkos",
            "The teachers oppose Lukashenko.",
        ),
        (
            "Die Lehrer sind Gegner Lukaschenkos.",
            "The teachers oppose Lukaschenko.",
            "Lukaschenko",
            "The teachers oppose Lukashenko.",
        ),
        ("Der Osten Deutschlands wählt.", "Eastern Deutschlands votes.", "Deutschlands", "Eastern Germany votes."),
        ("Am Ufer des Dnjeprs", "On the bank of the Dnieper River", "Dnieper River", "On the bank of the Dnieper"),
        ("Der Dnjepr ist breit.", "The Dnieper River is wide.", "Dnieper River", "The Dnieper is wide."),
        ("Der Kreml schwieg.", "The Russian Kremlin was silent.", "Russian Kremlin", "The Kremlin was silent."),
        # A German article tells nothing of the English.
        (
            "In der Slowakei wird gewählt.",
            "In the Slovak Republic they vote.",
            "Slovak Republic",
            "In Slovakia they vote.",
        ),
        ("Der Irak protestierte.", "The Republic of Iraq protested.", "Republic of Iraq", "Iraq protested."),
        ("Die Krim ist warm.", "The Crimean peninsula is warm.", "Crimean peninsula", "Crimea is warm."),
        ("Er kennt die Mongolei.", "He knows the Mongolian state.", "Mongolian state", "He knows Mongolia."),
        ("Der Irak protestierte.", "Irak protested.", "Irak", "Iraq protested."),
        # A genitive behind a preposition or a relative pronoun is no family.
        (
            "Die gegen Lukaschenkos Regime verhängten Sanktionen bleiben.",
            "The sanctions against Lukaschenko’s regime remain.",
            "Lukaschenko",
            "The sanctions against Lukashenko’s regime remain.",
        ),
        (
            "Die unter Lukaschenkos Herrschaft leidende Bevölkerung",
            "The population suffering under Lukaschenkos rule",
            "Lukaschenkos",
            "The population suffering under Lukashenko's rule",
        ),
        (
            "Die heute Lukaschenkos Regime tragenden Richter",
            "The judges who today support Lukaschenkos regime",
            "Lukaschenkos",
            "The judges who today support Lukashenko's regime",
        ),
        (
            "Die Wahl, bei der Lukaschenkos Gegner fehlten",
            "The election in which Lukaschenko’s rivals were missing",
            "Lukaschenko",
            "The election in which Lukashenko’s rivals were missing",
        ),
        (
            "Menschen, gegen die Lukaschenkos Polizei vorging",
            "People against whom Lukaschenkos police acted",
            "Lukaschenkos",
            "People against whom Lukashenko's police acted",
        ),
        (
            "Jene, die ihn kennen und die Lukaschenkos neue Rede hörten",
            "Those who know him and heard Lukaschenkos new speech",
            "Lukaschenkos",
            "Those who know him and heard Lukashenko's new speech",
        ),
        # A verb and its object behind the German name.
        (
            "Die Anhänger Nawalnys planen Proteste.",
            "Supporters of Nawalnys plan protests.",
            "Nawalnys",
            "Supporters of Navalny plan protests.",
        ),
        (
            "Der Sprecher des Kremls warnte Polen.",
            "The spokesman of the Kremls warned Poland.",
            "Kremls",
            "The spokesman of the Kremlin warned Poland.",
        ),
        # No link is sure: without its s the name would begin a clause.
        (
            "Das Umfeld Lukaschenkos traf sich.",
            "The entourage Lukaschenkos met.",
            "Lukaschenkos",
            "The entourage Lukashenkos met.",
        ),
        # A family, with an adjective, behind a preposition and with what it owns.
        ("Die reichen Lukaschenkos", "The rich Lukaschenkos", "Lukaschenkos", "The rich Lukashenkos"),
        (
            "Er sagt, die Lukaschenkos besitzen Paläste.",
            "He says the Lukaschenkos own palaces.",
            "Lukaschenkos",
            "He says the Lukashenkos own palaces.",
        ),
        (
            "Sie war bei den Lukaschenkos.",
            "She was with the Lukaschenkos.",
            "Lukaschenkos",
            "She was with the Lukashenkos.",
        ),
        (
            "Das Haus der Putins brannte.",
            "The Putin family’s house was on fire.",
            "Putin family",
            "The Putins’ house was on fire.",
        ),
    ],
)
def test_a_name_that_is_put_in_for_a_genitive(german: str, english: str, words: str, right: str) -> None:
    assert put(german, english, words) == right
