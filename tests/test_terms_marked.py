"""Terms between the package's markers: what stays out comes in by another form. The package is the real one."""

import pytest

from tests.told_engine import ToldEngine
from workbench.engine import embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.protocol import Hypothesis
from workbench.engine.terms.candidate import start
from workbench.engine.terms.forms import marked_source
from workbench.engine.terms.ladder import by_n_best
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
        ("Der Brandschutz im Flughafen war mangelhaft.", ("Schutz", "protection"), "fire protection"),
        ("Der Schiedsrichter hat den Spieler nicht bestraft.", ("Schiedsrichter", "referee"), "The referee "),
        ("Prinzessin Anna schwieg.", ("Prinzessin", "princess"), "Princess Anna"),
    ],
)
def test_what_stays_out_comes_in_by_another_form(german: str, term: tuple[str, str], english: str) -> None:
    best, most = with_terms(german, term)
    assert english not in best
    assert english in most


@pytest.mark.parametrize(
    ("of_marked", "taken"),
    [
        ("The nominee ran home.", "The nominee ran home."),
        ("The runner ran home.", "The nominee walked home."),
    ],
)
def test_next_best_drafts_of_the_plain_source_are_taken_where_those_of_the_marked_one_lack_a_term(
    of_marked: str, taken: str
) -> None:
    german = "Der Kandidat lief heim."
    drafts = {
        german: [Hypothesis("The nominee walked home.", -0.4)],
        "Der <nominee> lief heim.": [Hypothesis(of_marked, -0.5)],
    }
    item = start(german, Glossary([Entry(("Kandidat",), "nominee")]).find(german), "The runner went home.")
    by_n_best([item], ToldEngine(drafts=drafts, markers=("<", ">")).able())
    assert item.best.english == taken
