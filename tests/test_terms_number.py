"""Whether a German noun is one or several, where a number stands before it: things, a year, a date, an age."""

from __future__ import annotations

import pytest

from tests.told_engine import ToldEngine
from workbench.engine import Drafter, embedded_package
from workbench.engine.terms.candidate import start
from workbench.engine.terms.forms import required_form
from workbench.engine.terms.number import SURE, plural_evidence
from workbench.engine.terms.settle_numbers import settle_numbers
from workbench.glossary import Entry, Glossary, TermHit

GLOSSARY = Glossary(
    [
        Entry(("Bürgermeister",), "mayor"),
        Entry(("Minister",), "minister"),
        Entry(("Kanzler",), "chancellor"),
        Entry(("Sprecher",), "spokesperson"),
        Entry(("Führer",), "leader"),
        Entry(("Lehrer",), "teacher"),
        Entry(("Soldat",), "soldier"),
        Entry(("Sieger",), "winner"),
        *(
            Entry((german,), english)
            for german, english in (
                *(("Vertrauen", "trust"), ("Misstrauen", "mistrust"), ("Ansehen", "standing"), ("Wasser", "water")),
                *(
                    ("Papier", "paper"),
                    ("Feuer", "fire"),
                    ("Kupfer", "copper"),
                    ("Wille", "will"),
                    ("Ärger", "trouble"),
                ),
            )
        ),
    ]
)


def hit_in(german: str) -> TermHit:
    return GLOSSARY.find(german)[0]


@pytest.mark.parametrize(
    "german",
    [
        "Er wurde 2014 Bürgermeister von Kiew.",
        "Damals war er 2014 Minister.",
        "Von 2010 an, zwischen 2014 und 2022 Kanzler, schwieg er.",
        "Er war 2014–2022 Sprecher der Partei.",
        "Er war 2014-2022 Sprecher der Partei.",
        "Er war 2014/15 Sprecher der Partei.",
        "Seit 2014 Bürgermeister, ging er nun.",
        "Anfang 2005 Führer der Partei, verschwand er.",
        "Als er im Jahr 2005 Führer wurde",
        "Der Mann, der 2014 Bürgermeister wurde, schweigt.",
        "Jene, die 2014 Minister wurde, schweigt.",
        "Der 2014 Minister gewordene Mann schweigt.",
        "Sie traf den 2019 Kanzler gewordenen Mann.",
        "Er kam 1999, ging 2003 und wurde 2014 doch noch Bürgermeister.",
        "Mit 35 Minister, mit 40 Bürgermeister",
        "Er wurde mit 35 Minister.",
        "Er wurde mit fünfunddreißig Minister.",
        "Am 5.6.14 Minister, am Tag danach keiner",
        "Der Mann, 45, Lehrer aus Minsk, floh.",
        "Er wurde mit 3:2 Sieger.",
        "Er ist nicht mehr Bürgermeister von Kiew.",
        "Er wird nie mehr Minister.",
        "Er war lange genug Minister.",
        "Er war einzig Minister.",
        "Er war ehrgeizig Lehrer.",
        "Er war im 19. Jahrhundert Minister.",
    ],
)
def test_a_year_a_date_or_an_age_counts_nobody(german: str) -> None:
    assert plural_evidence(german, hit_in(german)) < SURE
    assert required_form(german, hit_in(german), "head", article=False) == hit_in(german).entry.en


@pytest.mark.parametrize(
    "german",
    [
        "Es kamen 2005 Führer aus aller Welt.",
        "Es sind 2000 Lehrer im Streik.",
        "Rund 2000 Lehrer streiken.",
        "Etwa 1800 Lehrer streiken.",
        "Ca. 1800 Lehrer streiken.",
        "Mehr als 2000 Lehrer streiken.",
        "Bis zu 1500 Lehrer streiken.",
        "Die 1800 Lehrer streiken.",
        "Die 1800 Lehrer streikten.",
        "Die 1800 Lehrer forderten Geld.",
        "Die 1800 Lehrer verlangten am Montag mehr.",
        "Diese 2000 Lehrer gehörten der Partei an.",
        "Ein Dutzend Lehrer streikt.",
        "Ohne 1800 Lehrer geht es nicht.",
        "Die Partei hat 1.500 Lehrer.",
        "Die Partei hat 15.000 Lehrer.",
        "Am Ende gingen 35 Lehrer.",
        "Er ging. 35 Lehrer blieben.",
        "Dreißig Lehrer streiken.",
        "Er kam mit vierzig Lehrern.",
        "Mit 35 Lehrern begann es.",
        "Zwei alte, müde Lehrer schwiegen.",
        "Alle Lehrer streiken.",
    ],
)
def test_a_number_of_things_makes_several(german: str) -> None:
    assert plural_evidence(german, hit_in(german)) >= SURE


@pytest.mark.parametrize(
    "german",
    [
        *(f"Sie braucht {word} Vertrauen." for word in ("mehr", "weniger", "genug")),
        *(f"Es gibt mehr {word} im Land." for word in ("Misstrauen", "Ansehen", "Wasser", "Papier", "Kupfer")),
        *(f"Es fehlt genug {word} dafür." for word in ("Wasser", "Feuer", "Papier")),
        *(f"Sie zeigt {word} Willen." for word in ("mehr", "weniger", "genug")),
        "Mancher Lehrer schwieg.",
        "Sie wollen mehr Lehrer.",
        "Es gibt genug Lehrer.",
        "Es gibt weniger Lehrer.",
    ],
)
def test_what_stands_before_much_and_many_leaves_it_to_the_package(german: str) -> None:
    assert -SURE < plural_evidence(german, hit_in(german)) < SURE


@pytest.mark.parametrize(
    ("german", "instead", "form"),
    [
        ("Sie braucht mehr Vertrauen.", "confidence", "trust"),
        ("Sie braucht weniger Wasser.", "fluid", "water"),
        ("Es gibt genug Papier.", "cardboard", "paper"),
        ("Es streiken mehr Soldaten.", "troops", "soldiers"),
    ],
)
def test_what_is_not_counted_comes_in_as_one(german: str, instead: str, form: str) -> None:
    assert required_form(german, hit_in(german), instead) == form


@pytest.mark.parametrize(
    ("german", "free", "english"),
    [
        ("Die Ukraine braucht mehr Vertrauen.", "Ukraine needs more trust.", "Ukraine needs more trust."),
        ("Es gibt weniger Wasser.", "There is less water.", "There is less water."),
    ],
)
def test_the_packages_own_word_for_what_is_not_counted_stays(german: str, free: str, english: str) -> None:
    item = start(german, tuple(GLOSSARY.find(german)), free)
    settle_numbers([item], ToldEngine().able())
    assert item.best.english == english


def test_a_year_before_a_noun_whose_ending_says_it_is_several() -> None:
    german = "Gestern protestierten 2000 Soldaten."
    assert required_form(german, hit_in(german), "soldiers") == "soldiers"


def test_the_packages_own_right_number_stays() -> None:
    german = "Er wurde 2014 Bürgermeister von Kiew."
    (draft,) = Drafter(embedded_package()).draft([(german, tuple(GLOSSARY.find(german)))])
    assert "mayor" in draft.english
    assert "mayors" not in draft.english


@pytest.mark.parametrize(
    "german",
    [
        "Mit jungen Soldaten sprach er lange.",
        "Für müde Lehrer ist das nichts.",
        "Weise, müde Lehrer schwiegen.",
        ", müde Lehrer schwiegen.",
    ],
)
def test_an_adjective_behind_the_first_word_of_a_sentence_makes_several(german: str) -> None:
    hits = tuple(GLOSSARY.find(german))
    assert plural_evidence(german, hits[0]) > 0
    (draft,) = Drafter(embedded_package()).draft([(german, hits)])
    assert draft.terms[0].way != "missing"
