"""Other English of a sentence, by the real package: put right as drafts are."""

from __future__ import annotations

import pytest

from tests.only_translates import OnlyTranslates
from workbench.engine import Drafter, embedded_package
from workbench.glossary import Entry, Glossary, judge
from workbench.project.completing.alternatives import rests, whole_sentences
from workbench.project.completing.writing import Known, Writing
from workbench.text import Span
from workbench.text.house_style import HouseStyle
from workbench.text.house_style.style import NO_STYLE

COUNCIL = Entry(("Stadtrat",), "municipal assembly")
MAYOR = Entry(("Bürgermeister",), "Lord Mayor")
TOLD = "Der Bürgermeister sprach am Abend mit dem Stadtrat über die Hundesteuer."


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


def known(german: str, *entries: Entry) -> Known:
    return Known(german, (Span(0, len(german)),), tuple(Glossary(entries).find(german)))


def wholes(german: str, drafter: Drafter, *entries: Entry, style: HouseStyle = NO_STYLE) -> tuple[str, ...]:
    return whole_sentences(known(german, *entries), Span(0, len(german)), drafter, style)


@pytest.mark.feature("several drafts to choose from")
def test_every_one_has_the_glossarys_terms(drafter: Drafter) -> None:
    found = wholes(TOLD, drafter, COUNCIL, MAYOR)
    assert len(found) > 1 and len(set(found)) == len(found)
    assert all(judge(entry, english).there for english in found for entry in (COUNCIL, MAYOR))


def test_words_that_the_package_does_not_know_are_put_right_in_all(drafter: Drafter) -> None:
    found = wholes("Die Schlangenmenschen traten im Zirkus auf.", drafter)
    assert found and all("contortionists" in english.lower() for english in found)


def test_none_has_lost_a_figure_that_another_keeps(drafter: Drafter) -> None:
    found = wholes("Die Regierung hat am Donnerstag beschlossen, 35.000 Bäume zu pflanzen.", drafter)
    assert len(found) > 1 and all("35,000" in english for english in found)


def test_addresses_and_other_scripts_stay_as_they_are(drafter: Drafter) -> None:
    found = wholes("Er schrieb auf hilfe-fuer-minsk.de über Мінск.", drafter)
    assert len(found) > 1 and all("hilfe-fuer-minsk.de" in english and "Мінск" in english for english in found)


def test_the_house_style_is_kept_and_leaves_terms_alone(drafter: Drafter) -> None:
    style = HouseStyle(spelling="british")
    found = wholes("Die Farbe gefiel dem Nachbarn.", drafter, style=style)
    assert "colour" in found[0]
    found = wholes("Die Farbe gefiel dem Nachbarn.", drafter, Entry(("Farbe",), "color"), style=style)
    assert "color" in found[0].split()


def test_a_rest_has_the_terms_too_and_what_was_typed_stays(drafter: Drafter) -> None:
    here = known(TOLD, COUNCIL, MAYOR)
    typed = "In the evening, the "
    found = rests(Writing(Span(0, len(TOLD)), typed), here, drafter, NO_STYLE)
    assert found and judge(MAYOR, typed + found[0]).there and judge(COUNCIL, typed + found[0]).there


@pytest.mark.parametrize("german", ["", " ", "1/6", "Es regnet und " * 200])
def test_where_there_is_nothing_to_say_otherwise_nothing_fails(drafter: Drafter, german: str) -> None:
    assert len(wholes(german, drafter)) <= 1


def test_an_engine_that_only_translates_has_its_drafts(drafter: Drafter) -> None:
    alone = Drafter(embedded_package(), OnlyTranslates())
    assert wholes("Der Stadtrat tagt.", alone, COUNCIL)
