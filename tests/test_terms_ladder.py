"""How drafts with terms are told from one another on the ladder: decoded anew or not, scored or not, whole or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.told_engine import Pairs, ToldEngine, attention
from workbench.engine.protocol import Hypothesis
from workbench.engine.terms.allowed_forms import whole_forms
from workbench.engine.terms.candidate import DECODED, Climb, is_sound, judged, start
from workbench.engine.terms.clauses import loses_a_clause
from workbench.engine.terms.kept import Standing
from workbench.engine.terms.ladder import by_marker, by_n_best, by_place
from workbench.engine.terms.look import looks
from workbench.engine.terms.offering import offer
from workbench.engine.terms.said_twice import without_words_again
from workbench.engine.terms.settle_numbers import settle_numbers
from workbench.glossary import Entry, Glossary
from workbench.text import Span

AUTHORITY = Entry(("Behörde",), "authority")
NOMINEE = Entry(("Kandidat",), "nominee")
DUMA = Entry(("Staatsduma", "Duma"), "State Duma", also=("Duma",), kind="organisation")
WAGNER = Entry(("Wagner-Gruppe", "Söldnergruppe Wagner"), "Wagner Group", also=("Wagner",), kind="organisation")
HEAD = Entry(("Staatschef",), "head of state", also=("president",))
CSTO = Entry(
    ("Organisation des Vertrags über kollektive Sicherheit",),
    "Collective Security Treaty Organisation",
    kind="organisation",
)
GLOSSARY = Glossary([AUTHORITY, NOMINEE, DUMA, WAGNER, HEAD, CSTO])


def climbing(german: str, english: str, made: Hypothesis | None = None) -> Climb:
    return start(german, tuple(GLOSSARY.find(german)), english, made)


def test_a_marked_draft_without_terms_is_decoded_anew_and_looked_at_itself() -> None:
    german, free, marked = "Der Kandidat lief heim.", "The candidate walked home.", "The contender walked home."
    engine = ToldEngine()
    item = climbing(german, free, Hypothesis(free, -0.5, attention=attention(german, free, {}), comparable=True))
    draft = judged(german, item.hits, marked, "n-best")
    assert draft.ways == ("missing",)
    assert draft.decoded
    looks([item.at(draft)], engine.able())
    assert engine.asked == [marked]


def test_a_draft_in_which_a_word_was_put_is_not_looked_at_again() -> None:
    german, free, put = "Der Kandidat lief heim.", "The candidate walked home.", "The nominee walked home."
    engine = ToldEngine()
    known = attention(german, free, {"candidate": "Kandidat"})
    item = climbing(german, free, Hypothesis(free, -0.5, attention=known, comparable=True))
    draft = judged(german, item.hits, put, "put in", item.free)
    assert not draft.decoded
    (look,) = looks([item.at(draft)], engine.able())
    assert engine.asked == []
    assert [(german[slice(*one)], put[slice(*other)]) for one, other in look.links] == [("Kandidat", "nominee")]


def test_a_decoded_draft_whose_number_is_settled_stays_one() -> None:
    german = "Die Kandidaten liefen heim."
    item = climbing(german, "The runners ran home.")
    item.best = judged(german, item.hits, "The nominee ran home.", "marker", item.free)
    settle_numbers([item], ToldEngine().able())
    assert (item.best.english, item.best.ways) == ("The nominees ran home.", ("put in",))
    assert item.best.decoded


def test_a_free_draft_with_terms_in_it_is_scored_without_their_pieces() -> None:
    german = "Der Kandidat ging zur Behörde."
    english = "The nominee went to the office."
    made = Hypothesis(english, -3.0, comparable=True)
    assert not climbing(german, english, made).scored
    none_met = "The candidate went to the office."
    item = climbing(german, none_met, Hypothesis(none_met, -3.0, comparable=True))
    assert item.scored
    assert item.free.score == -3.0 - DECODED


def test_a_draft_taken_for_want_of_rivals_has_the_free_ones_score_when_that_is_known() -> None:
    german = "Der Kandidat ging zur Behörde."
    item = climbing(german, "The candidate went to the office.")
    engine = ToldEngine(scores={"The candidate went to the office.": -0.25})
    offer([(item, "The nominee went to the office.", "free")], engine.able(), at_any_cost=True)
    assert item.best.english == "The nominee went to the office."
    assert engine.scored == []
    offer([(item, "The nominee went to the authority.", "put in")], engine.able())
    assert item.free.score == -0.25
    assert item.best.english == "The nominee went to the authority."
    item = climbing(german, "The candidate went to the office.")
    offer([(item, "The nominee went to the office.", "free")], engine.able(), at_any_cost=True)
    item.score_free(-0.25)
    assert item.best.score == -0.25


def test_of_drafts_that_come_in_order_the_first_that_will_do_is_taken() -> None:
    german, free = "Der Kandidat lief heim.", "The candidate walked home."
    first, second = "The nominee walked home.", "The nominee ran home."
    engine = ToldEngine(scores={free: -0.5, first: -0.6, second: -0.1})
    item = climbing(german, free)
    offer([(item, first, "n-best"), (item, second, "n-best")], engine.able(), best_first=True)
    assert item.best.english == first
    item = climbing(german, free)
    offer([(item, first, "n-best"), (item, second, "n-best")], engine.able())
    assert item.best.english == second


def test_a_draft_that_is_much_worse_is_not_taken_in_a_short_sentence_or_among_rivals() -> None:
    german, free, worse = "Der Kandidat lief heim.", "The candidate walked home.", "The nominee walked home."
    item = climbing(german, free)
    offer([(item, worse, "put in")], ToldEngine(scores={free: -0.5, worse: -1.9}).able())
    assert item.best.english == free
    german = "Der Kandidat lief am Abend nach der langen Sitzung müde und allein nach Hause."
    free = "The candidate walked home tired and alone after the long meeting in the evening."
    worse = "The nominee walked home tired and alone after the long meeting in the evening."
    other = "The nominee walked home alone and tired after the long meeting in the evening."
    engine = ToldEngine(scores={free: -0.5, worse: -1.1, other: -1.2})
    item = climbing(german, free)
    offer([(item, worse, "put in"), (item, other, "put in")], engine.able())
    assert item.best.english == free
    item = climbing(german, free)
    offer([(item, worse, "free"), (item, other, "free")], engine.able(), at_any_cost=True)
    assert item.best.english == worse


def test_a_draft_without_a_rival_is_not_scored_in_a_longer_sentence() -> None:
    german = "Der Kandidat lief am Abend nach der langen Sitzung müde und allein nach Hause."
    free = "The candidate walked home tired and alone after the long meeting in the evening."
    with_term = "The nominee walked home tired and alone after the long meeting in the evening."
    engine = ToldEngine()
    item = climbing(german, free)
    offer([(item, with_term, "put in")], engine.able())
    assert item.best.english == with_term
    assert engine.scored == []


@pytest.mark.parametrize("is_scored", [True, False])
@pytest.mark.parametrize(
    ("german", "free", "pairs", "wide", "narrow"),
    [
        (
            "Der Kandidat lief heim.",
            "The candidate elect walked home.",
            {"candidate": "Kandidat", "elect": "Kandidat", "walked": "lief", "home": "heim"},
            "The nominee walked home.",
            "The nominee elect walked home.",
        ),
        (
            "Die Behörde schwieg gestern.",
            "The office staff kept silent yesterday.",
            {"office": "Behörde", "staff": "Behörde", "silent": "schwieg", "yesterday": "gestern"},
            "The authority kept silent yesterday.",
            "The authority staff kept silent yesterday.",
        ),
    ],
)
def test_where_a_term_costs_too_much_in_the_place_of_several_words_one_of_them_is_tried(
    german: str, free: str, pairs: Pairs, wide: str, narrow: str, *, is_scored: bool
) -> None:
    """Also where the score of the free draft is asked with the first try."""
    item = climbing(german, free)
    if is_scored:
        item.score_free(-0.5)
    engine = ToldEngine(looked={free: pairs}, scores={free: -0.5, wide: -9.0, narrow: -0.6})
    by_place([item], engine.able())
    assert wide in item.tried
    assert item.best.english == narrow


def test_the_next_best_draft_with_markers_gets_its_term_where_its_own_words_looked() -> None:
    german = "Der Kandidat lief heim."
    free, marked = "Home at last walked somebody.", "Home at last walked the contender."
    pairs: Pairs = {"contender": "Kandidat", "walked": "lief", "Home": "heim"}
    engine = ToldEngine(
        looked={marked: pairs},
        drafts={"Der <nominee> lief heim.": [Hypothesis(marked, -0.5)]},
        markers=("<", ">"),
    )
    item = climbing(german, free, Hypothesis(free, -0.5, attention=attention(german, free, {"somebody": "lief"})))
    by_n_best([item], engine.able())
    assert item.best.english == "Home at last walked the nominee."


def test_a_source_in_which_nothing_would_be_marked_is_not_drafted_again() -> None:
    german, free = "Der Oblast Odessa schwieg.", "The Odesa region, Odessa, was silent."
    odesa = Entry(("Odessa",), "Odesa", avoid=("Odessa",), kind="place")
    item = start(german, tuple(Glossary([odesa]).find(german)), free)
    assert item.unmet and item.best.met == 1
    engine = ToldEngine(drafts={german: [Hypothesis("The Odesa region was silent.", -0.5)]}, markers=("<", ">"))
    by_marker([item], engine.able())
    assert item.best.english == free


def test_what_a_draft_with_markers_looked_at_is_known_by_its_decoding() -> None:
    german, marked = "Der Staatsduma-Kandidat lief heim.", "Der <State Duma> <nominee> lief heim."
    free, english = "The runner went home.", "The State Duma nominee ran home."
    pairs: Pairs = {"State": "State", "Duma": "Duma", "nominee": "nominee", "ran": "lief", "home": "heim"}
    drafts = {marked: [Hypothesis(english, -0.5, attention=attention(marked, english, pairs))]}
    engine = ToldEngine(drafts=drafts, markers=("<", ">"))
    item = climbing(german, free)
    by_marker([item], engine.able())
    assert item.best.english == english
    (look,) = looks([item], engine.able())
    assert engine.asked == []
    links = {(german[slice(*de)], english[slice(*en)]) for de, en in look.links}
    assert links == {
        ("Staatsduma", "State"),
        ("Staatsduma", "Duma"),
        ("Kandidat", "nominee"),
        ("lief", "ran"),
        ("heim", "home"),
    }


@pytest.mark.parametrize(
    ("german", "english", "pairs", "whole"),
    [
        (
            "Die Söldnergruppe Wagner floh.",
            "The merchandise group Wagner fled.",
            {"merchandise": "Söldnergruppe", "group": "Söldnergruppe", "Wagner": "Wagner", "fled": "floh"},
            "The Wagner Group fled.",
        ),
        (
            "Der Präsident und die Staatschefs schwiegen.",
            "The president and the bosses were silent.",
            {"president": "Präsident", "bosses": "Staatschefs", "silent": "schwiegen"},
            "The president and the heads of state were silent.",
        ),
        (  # both of a sentence
            "Die Söldnergruppe Wagner und die Staatsduma schwiegen.",
            "The merchandise Wagner and the country Duma were silent.",
            {"merchandise": "Söldnergruppe", "Wagner": "Wagner", "country": "Staatsduma", "Duma": "Staatsduma"},
            "The Wagner Group and the State Duma were silent.",
        ),
        (  # with the other part of a compound
            "Die Söldnergruppe Wagner-Kämpfer flohen.",
            "The merchandise Wagner fighters fled.",
            {"merchandise": "Söldnergruppe", "Wagner": "Wagner", "fighters": "Kämpfer", "fled": "flohen"},
            "The Wagner Group fighters fled.",
        ),
    ],
)
def test_an_allowed_form_takes_the_words_of_its_german_with_it(
    german: str, english: str, pairs: Pairs, whole: str
) -> None:
    item = climbing(german, english)
    whole_forms([item], ToldEngine(looked={english: pairs, whole: {}}).able())
    assert item.best.english == whole
    assert "put in" in item.best.ways


@pytest.mark.parametrize(
    ("german", "english", "pairs"),
    [
        ("Die Duma trat zusammen.", "The Duma convened.", {"Duma": "Duma", "convened": "Duma"}),
        ("Die Duma trat zusammen.", "The Duma met.", {"Duma": "Duma", "met": "Duma"}),
        ("Viele sind für die Duma.", "Many support Duma.", {"Duma": "Duma", "support": "Duma"}),
        ("Die Duma wählt.", "The Duma votes.", {"Duma": "Duma", "votes": "Duma"}),
        ("Die Duma hat 450 Sitze.", "The 450 Duma seats.", {"Duma": "Duma", "450": "Duma"}),
        ("Die Duma tagte in Moskau.", "The Duma sat in Moscow.", {"Duma": "Duma", "sat": "tagte"}),
        (
            "Die Söldnergruppe Wagner-Kämpfer flohen.",
            "The Wagner fighters fled.",
            {"Wagner": "Wagner", "fighters": "Wagner"},
        ),
    ],
)
def test_an_allowed_form_takes_no_verb_no_figure_and_no_other_part_with_it(
    german: str, english: str, pairs: Pairs
) -> None:
    item = climbing(german, english)
    whole_forms([item], ToldEngine(looked={english: pairs}).able())
    assert item.best.english == english


@pytest.mark.parametrize(
    ("english", "again", "right"),
    [
        (
            "The organization of the Collective Security Treaty Organisation is sending troops.",
            "organization",
            "The Collective Security Treaty Organisation is sending troops.",
        ),
        (
            "The Collective Security Treaty Organisation organizations send troops.",
            "organizations",
            "The Collective Security Treaty Organisation send troops.",
        ),
        (
            "Organization Collective Security Treaty Organisation sends troops.",
            "Organization",
            "Collective Security Treaty Organisation sends troops.",
        ),
        (
            "Troops of the Collective Security Treaty Organisation of the Treaty are on their way.",
            "Treaty",
            "Troops of the Collective Security Treaty Organisation are on their way.",
        ),
    ],
)
def test_words_of_a_term_are_not_said_again_beside_it_though_no_term_was_missing(
    english: str, again: str, right: str
) -> None:
    german = "Die Organisation des Vertrags über kollektive Sicherheit schickt Truppen."
    item = climbing(german, english)
    assert None not in item.best.places
    without_words_again([item], ToldEngine(looked={english: {again: "Organisation"}}).able())
    assert item.best.english == right


def test_a_word_that_stands_for_other_german_stays_beside_a_term() -> None:
    german = "Die Organisation des Vertrags über kollektive Sicherheit und ihre Verbände schicken Truppen."
    english = "The Collective Security Treaty Organisation organisations send troops."
    item = climbing(german, english)
    engine = ToldEngine(looked={english: {"organisations": "Verbände", "Security": "Sicherheit"}})
    without_words_again([item], engine.able())
    assert item.best.english == english


def test_a_word_that_the_german_says_beside_the_term_as_well_stays() -> None:
    german = "Die Sicherheit der Organisation des Vertrags über kollektive Sicherheit ist bedroht."
    english = "The security of the Collective Security Treaty Organisation is at risk."
    item = climbing(german, english)
    without_words_again([item], ToldEngine(looked={english: {"security": "Sicherheit"}}).able())
    assert item.best.english == english


LIST = (
    "Der Kandidat, der seit vielen Jahren im Süden des Landes lebt und dort eine Schule leitet, verlor die Wahlen "
    "1994, 2001, 2006 und 2010, und seine Anhänger flohen ins Ausland."
)
FREE = (
    "The candidate, who has lived in the south of the country for many years and runs a school there, lost the "
    "elections in 1994, 2001, 2006 and 2010, and his supporters fled abroad."
)
CUT = FREE.replace("candidate", "nominee").replace(", and his supporters fled abroad", "")


def test_a_draft_that_lost_a_clause_behind_a_list_of_numbers_is_not_sound() -> None:
    """The attention of the free draft knows of the numbers alone."""
    item = climbing(LIST, FREE)
    item.standing = Standing(LIST, item.hits, FREE, [])
    assert not is_sound(item, judged(LIST, item.hits, CUT, "marker", item.free))
    whole = FREE.replace("candidate", "nominee")
    assert is_sound(item, judged(LIST, item.hits, whole, "marker", item.free))
    engine = ToldEngine(scores={FREE: -0.9, CUT: -0.1})
    offer([(item, CUT, "marker")], engine.able())
    assert item.best.english == FREE


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("He lost in 1994, 2001 and 2006, and his allies left home.", "He lost in 1994, 2001 and 2006.", True),
        ("He lost in 1994, 2001 and 2006, and his allies left home.", "His allies left home: he lost in 1994.", False),
        (
            "He lost in 1994, 2001 and 2006, and his allies left home.",
            "He was beaten in 1994, 2001 and 2006, and his friends fled abroad.",
            False,
        ),
        ("He lost twice.", "Twice he lost.", False),
        ("He came with 12, 14 and 16 men, and nobody knew why.", "He came with 12, 14 and 16 men.", False),
        ("In 2010 he left Minsk, and three days later war broke out.", "In 2010 he left Minsk.", True),
        ("He counted 3, 4, 5 and 6, then the lights went out.", "The lights went out.", True),
    ],
)
def test_words_that_stood_together_and_are_gone_are_a_clause(before: str, after: str, lost: bool) -> None:
    assert loses_a_clause(before, after, []) is lost


def test_words_that_stood_for_a_term_are_no_clause() -> None:
    before = "Members of the organization for the treaty about collective security met."
    after = "Members of the CSTO met."
    own = {"organization", "treaty", "collective", "security"}
    assert not loses_a_clause(before, after, [], own)
    assert not loses_a_clause(before, after, [Span(15, 19)], set(), spare=4)
    assert loses_a_clause(before, after, [], set(), spare=4)
    assert loses_a_clause(before, after, [])


TEXT = "nominee lost 1994 2001 allies fled home and the of war peace"
WORDS = st.lists(st.sampled_from(TEXT.split()), max_size=12)


@given(WORDS, WORDS)
def test_no_clause_is_lost_where_all_words_are_there_still(words: list[str], others: list[str]) -> None:
    assert not loses_a_clause(" ".join(words), " ".join([*others, *words]), [])
    assert not loses_a_clause(" ".join(words), " ".join(reversed(words)), [])
    assert not loses_a_clause(" ".join([*words, "rivals", "surrendered"]), " ".join(words), [])
    assert loses_a_clause(" ".join([*words, "rivals", "surrendered", "abroad"]), " ".join(words), [])
