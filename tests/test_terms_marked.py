"""Terms between the package's markers: what stays out comes in by another form. The package is the real one."""

import pytest

from workbench.engine import embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.terms.forms import marked_source
from workbench.engine.terms.marked import drafts_with_terms
from workbench.glossary import Entry, Glossary

ENGINE = ArgosEngine(embedded_package())
MARKERS = ("⟦", "⟧")


def with_terms(german: str, *terms: tuple[str, str]) -> tuple[str, str]:
    """The best draft with the terms between markers, and the one with the most of them."""
    hits = Glossary([Entry((german,), english) for german, english in terms]).find(german)
    assert len(hits) == len(terms)
    ((best,),) = ENGINE.translate([marked_source(german, hits, MARKERS)])
    ((most, *_),) = drafts_with_terms([(german, hits)], ENGINE, MARKERS)
    return best.english, most.english


@pytest.mark.parametrize(
    ("german", "term"),
    [
        ("Der Verband warnt vor einem Anstieg der Lohnkosten.", ("Anstieg", "rise")),
        ("Die Ministerin sprach am Montag mit den Bauern.", ("Bauer", "farmer")),
    ],
)
def test_where_all_terms_are_in_the_best_draft_it_stays(german: str, term: tuple[str, str]) -> None:
    best, most = with_terms(german, term)
    assert term[1] in best
    assert most == best


@pytest.mark.parametrize(
    ("german", "term", "english"),
    [
        ("Das Thema Anlegerschutz wurde bisher nicht mit den USA besprochen.", ("Schutz", "protection"), "protection"),
        ("Der Schiedsrichter hat den Spieler nicht bestraft.", ("Schiedsrichter", "referee"), "The referee "),
        ("Prinzessin Anna lachte.", ("Prinzessin", "princess"), "Princess Anna"),
    ],
)
def test_what_stays_out_comes_in_by_another_form(german: str, term: tuple[str, str], english: str) -> None:
    best, most = with_terms(german, term)
    assert english not in best
    assert english in most
