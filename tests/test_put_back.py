"""What a draft lost is brought back: by the package behind a beginning, or with the dictionary's English given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.only_translates import OnlyTranslates
from tests.told_engine import attention
from workbench.engine import Drafter, embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.free_drafts import free_drafts
from workbench.engine.lent import with_lender
from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.restoring.put_back import A_WORD, MARGIN, Fuller, gone, put_back
from workbench.engine.restoring.short import Short
from workbench.engine.restoring.ways import ways
from workbench.engine.sentence.losses import words_lost
from workbench.engine.terms.candidate import start
from workbench.engine.terms.ladder import climb
from workbench.engine.words.case import Case
from workbench.glossary import Entry, Glossary

GERMAN = "Der Minister sprach gestern über die Brücke, und die Feuerwehr löschte den Brand in der Lagerhalle."
WHOLE = "The minister talked about the bridge yesterday, and the fire brigade extinguished the fire in the warehouse."
SHORT = "The minister talked about the bridge yesterday."


@pytest.fixture(scope="module")
def able() -> Abilities:
    engine = ArgosEngine(embedded_package())
    return with_lender(engine, engine)


def drafted(able: Abilities, german: str, english: str, glossary: Glossary | None = None) -> Case:
    """A case with this draft, as likely as the package finds it, and with what it looked at."""
    [looked] = able.aligns.attention([german], [english])
    [likely] = able.scores.likelihoods([german], [english])
    hits = tuple(glossary.find(german)) if glossary else ()
    return Case(german, hits, Hypothesis(english, likely.total / len(likely.values), attention=looked))


def lost(case: Case) -> int:
    return words_lost(case.german, case.english, case.draft.attention)


@pytest.mark.parametrize(
    ("german", "short", "back"),
    [
        (GERMAN, SHORT, "fire"),
        (
            "Die Werft hat im vergangenen Jahr drei Schiffe nach Norwegen verkauft.",
            "The shipyard sold three ships last year.",
            "Norway",
        ),
        (
            "Nach Angaben der Polizei wurde der Fahrer schwer verletzt.",
            "The driver was seriously injured.",
            "police",
        ),
        (
            "Die Gemeinde baut seit 2009 an einer neuen Schule.",
            "The municipality is building a new school.",
            "2009",
        ),
    ],
)
def test_a_clause_a_time_a_name_or_a_source_comes_back(able: Abilities, german: str, short: str, back: str) -> None:
    case = drafted(able, german, short)
    assert lost(case)
    [fuller] = put_back([case], able)
    assert back in fuller.english
    assert lost(fuller) < lost(case)


def test_what_lost_nothing_stays_and_the_package_is_not_asked(able: Abilities) -> None:
    case = drafted(able, GERMAN, WHOLE)
    assert put_back([case], replace(able, engine=_Nothing())) == [case]


class _Nothing(OnlyTranslates):
    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        raise AssertionError("asked")


def test_an_engine_that_neither_goes_on_nor_takes_markers_keeps_its_drafts(able: Abilities) -> None:
    case = drafted(able, GERMAN, SHORT)
    assert put_back([case], replace(able, continues=None, alternatives=None, markers=None)) == [case]


def test_a_draft_that_does_not_tell_what_it_looked_at_stays(able: Abilities) -> None:
    case = drafted(able, GERMAN, SHORT)
    silent = replace(case, draft=replace(case.draft, attention=None))
    assert put_back([silent], able) == [silent]


GLOSSARY = Glossary(
    (Entry(("Feuerwehr",), "fire department", avoid=("fire brigade",)), Entry(("Minister",), "minister"))
)


def test_nothing_is_given_for_a_word_of_the_glossary(able: Abilities) -> None:
    case = drafted(able, GERMAN, SHORT, GLOSSARY)
    assert case.draft.attention
    short = Short(case, case.draft.attention)
    assert {case.german[slice(*word)] for word in short.words} >= {"Feuerwehr", "Brand"}
    given = [word.german for way in ways([short], able) for word in way.words]
    assert "Brand" in given and "Feuerwehr" not in given


def test_no_term_of_the_draft_goes_and_those_of_what_came_back_come_in(able: Abilities) -> None:
    german = "Der Minister sprach gestern über die Brücke, nachdem die Feuerwehr den Brand gelöscht hatte."
    [free] = put_back([drafted(able, german, SHORT)], able)
    assert "fire brigade" in free.english
    [case] = put_back([drafted(able, german, SHORT, GLOSSARY)], able)
    assert "fire brigade" not in case.english and "minister" in case.english
    item = start(case.german, case.hits, case.english, case.draft)
    climb([item], able)
    assert all(item.best.places)
    assert lost(case) == 0


def test_words_of_the_draft_that_go_weigh_more_than_words_that_come(able: Abilities) -> None:
    """A German word more is worth two of log-probability, an English word gone costs three."""
    before = "On the other hand, the lake continues to offer the lake."
    assert gone(before, "Baths, on the other hand, the lake.") == 2
    assert gone(before, "The lakes continue to offer it on the other hand.") == 0


def test_a_fuller_english_may_be_so_much_less_likely_and_no_more(able: Abilities) -> None:
    case = drafted(able, GERMAN, SHORT)
    assert case.draft.attention
    short = Short(case, case.draft.attention)
    allowed = -MARGIN - A_WORD * short.lost
    assert Fuller(0, case, allowed + 0.1).worth(short) > -MARGIN
    assert Fuller(0, case, allowed - 0.1).worth(short) < -MARGIN
    assert Fuller(0, case, allowed + 0.1, lost=1).worth(short) < -MARGIN


def test_a_word_that_is_only_like_a_lost_one_has_not_brought_it_back() -> None:
    german, english = "Nach drei Tagen war er da.", "He was there."
    looked = {"He": "er", "was": "war", "there": "da"}
    short = Short(Case(german, (), Hypothesis(english, -0.3)), attention(german, english, looked))
    assert [german[slice(*word)] for word in short.words][-1:] == ["Tagen"]
    alike, meant = "He was there on stage.", "He was there one day."
    assert not short.is_surely_said(alike, attention(german, alike, looked))
    assert short.is_surely_said(alike, attention(german, alike, {**looked, "stage": "Tagen"}))
    assert short.is_surely_said(meant, attention(german, meant, looked))


@pytest.mark.parametrize(
    ("german", "back"),
    [
        ("Dieser Anstieg war seit 1998 der steilste und weckte Befürchtungen über den Beginn einer Krise.", "1998"),
        (
            "Die Polizei in Kassel war nach Angaben eines Sprechers schon vor Mitternacht mit zwei Streifen am "
            "Rathaus, wo nur Minuten zuvor ein Kran auf das Dach und dann auf den Platz gestürzt war.",
            "minutes before",
        ),
    ],
)
def test_the_package_by_itself_leaves_it_out_and_the_draft_has_it(able: Abilities, german: str, back: str) -> None:
    [free] = free_drafts([german], able, repairs=True)
    assert back not in free.english
    [draft] = Drafter(embedded_package()).draft([(german, ())])
    assert back in draft.english
