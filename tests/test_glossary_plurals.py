"""Plurals of terms: which word has the ending, and which plural meets an entry."""

from __future__ import annotations

import pytest

from workbench.glossary import Entry, judge, plural


def met(entry: Entry, english: str) -> list[str]:
    return [english[slice(*span)] for span in judge(entry, english).met]


@pytest.mark.parametrize(
    ("form", "several"),
    [
        ("coup d’état", "coups d’état"),
        ("chargé d’affaires", "chargés d’affaires"),
        ("minister-president", "ministers-president"),
        ("sergeant major", "sergeants major"),
        ("notary public", "notaries public"),
        ("heir apparent", "heirs apparent"),
        ("poet laureate", "poets laureate"),
        ("attorney general", "attorneys general"),
        ("court martial", "courts martial"),
        ("court-martial", "courts-martial"),
        ("aide-de-camp", "aides-de-camp"),
        ("vice-president", "vice-presidents"),
        ("attorney-general", "attorneys-general"),
        ("Under-Secretary-General", "Under-Secretaries-General"),
        ("Secretary General of NATO", "Secretaries General of NATO"),
        ("surgeon general", "surgeons general"),
        ("Director General", "Directors General"),
        ("president-elect", "presidents-elect"),
        ("aide de camp", "aides de camp"),
        ("Aide de Camp", "Aides de Camp"),
    ],
)
def test_the_plural_of_a_noun_with_its_adjective_behind_it(form: str, several: str) -> None:
    assert plural(form) == several
    assert met(Entry(("x",), form), f"two {several}") == [several]


@pytest.mark.parametrize(
    ("form", "several", "wrong"),
    [
        ("major general", "major generals", "majors general"),
        ("Major-General", "Major-Generals", "Majors-General"),
        ("lieutenant general", "lieutenant generals", "lieutenants general"),
        ("brigadier general", "brigadier generals", "brigadiers general"),
        ("Russian general", "Russian generals", "Russians general"),
        ("four-star general", "four-star generals", "four-stars general"),
        ("annual general meeting", "annual general meetings", "annuals general meeting"),
        ("deputy general director", "deputy general directors", "deputies general director"),
        ("UN General Assembly", "UN General Assemblies", "UNs General Assembly"),
        ("mixed martial art", "mixed martial arts", "mixeds martial art"),
        ("attorney general’s office", "attorney general’s offices", "attorneys general’s office"),
        ("coup d’état attempt", "coup d’état attempts", "coups d’état attempt"),
        ("Rio de Janeiro process", "Rio de Janeiro processes", "Rios de Janeiro process"),
        ("Nobel laureate", "Nobel laureates", "Nobels laureate"),
        ("Belarusian president", "Belarusian presidents", "Belarusians president"),
        ("vice president", "vice presidents", "vices president"),
        ("US president", "US presidents", "USs president"),
        ("general public", "general publics", "generals public"),
        ("retired major", "retired majors", "retireds major"),
    ],
)
def test_what_stands_before_a_rank_or_a_president_has_no_plural(form: str, several: str, wrong: str) -> None:
    assert plural(form) == several
    assert met(Entry(("x",), form), f"the {several}") == [several]
    assert met(Entry(("x",), form), f"the {wrong}") == []


def test_the_name_of_a_city_is_no_french_phrase() -> None:
    assert not plural("Rio de Janeiro").startswith("Rios")
    assert met(Entry(("x",), "Rio de Janeiro", kind="place"), "in Rios de Janeiro") == []


@pytest.mark.parametrize(
    ("form", "several"),
    [
        ("attorney general", "attorney generals"),
        ("court martial", "court martials"),
        ("minister-president", "minister-presidents"),
        ("state party", "states parties"),
        ("state party", "state parties"),
    ],
)
def test_another_plural_that_people_write_is_right_too(form: str, several: str) -> None:
    assert met(Entry(("x",), form), f"two {several}") == [several]
    assert met(Entry(("x",), "sergeant major"), "two sergeants majors") == []
