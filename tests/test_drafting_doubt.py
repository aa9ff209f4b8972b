"""Words of the German that the package may not have known: which these are, and what takes their place in a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from workbench.engine import Drafter, embedded_package
from workbench.engine.document_names import DocumentNames
from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Hypothesis, Likelihood
from workbench.engine.terms.candidate import judged, start
from workbench.engine.words.avoid import avoiding
from workbench.engine.words.case import Case
from workbench.engine.words.choices import choices
from workbench.engine.words.copied import copied
from workbench.engine.words.doubt import doubts
from workbench.engine.words.in_doubt import better_words
from workbench.engine.words.in_place import MOST, attempts_for, scored
from workbench.engine.words.prefix_verbs import prefix_verb
from workbench.engine.words.repair import put_right_again
from workbench.glossary import Entry, Glossary
from workbench.text import Span


@pytest.fixture(scope="module")
def able() -> Abilities:
    return Drafter(embedded_package())._able


def case(german: str, english: str, score: float = -0.5) -> Case:
    return Case(german, (), Hypothesis(english, score))


def place(text: str, word: str) -> Span:
    at = text.index(word)
    return Span(at, at + len(word))


def in_doubt(able: Abilities, german: str, english: str) -> list[str]:
    return [german[slice(*doubt.german)] for doubt in doubts(case(german, english), able.weighs)]


@pytest.mark.parametrize(
    ("german", "verb", "infinitive", "behind"),
    [
        ("Er rückt ab Montag von der Forderung ab.", "rückt", "abrücken", " von der Forderung "),
        ("Er führt ein neues System ein, das ein Freund baute.", "führt", "einführen", " System "),
        ("Sie nahm auf Antrag die Gespräche auf und ging.", "nahm", "aufnehmen", " Gespräche "),
        ("Führt er das ein?", "Führt", "einführen", " das "),
    ],
)
def test_the_prefix_of_a_verb_is_the_one_at_the_end_of_its_clause(
    german: str, verb: str, infinitive: str, behind: str
) -> None:
    found = prefix_verb(german, place(german, verb))
    assert found and found.infinitive == infinitive
    assert found.prefix and german[: found.prefix.start].endswith(behind)


def test_a_verb_has_a_prefix_before_it_too() -> None:
    german = "Sie begann abzurücken, und die Verhandlung ruht."
    found = prefix_verb("dass sie einstürzte", Span(9, 19))
    assert found and (found.infinitive, found.bare, found.prefix) == ("einstürzen", "stürzen", None)
    assert prefix_verb(german, place(german, "ruht")) is None


@pytest.mark.parametrize("before", ["Gestern sagte", "Man sprach über", "Leute wie", "Alles wegen", "Dort trafen"])
def test_a_noun_that_stands_in_the_draft_where_names_stand_is_in_no_doubt(able: Abilities, before: str) -> None:
    assert "Kranich" not in in_doubt(able, f"{before} Kranich nichts.", "Nothing from Kranich.")


@pytest.mark.parametrize(
    ("german", "english", "noun"),
    [
        ("Die Hütte bestand aus Wellblech.", "The hut was made of Wellblech.", "Wellblech"),
        ("Ihr Bruder ist Schreiner.", "Her brother is Schreiner.", "Schreiner"),
        ("Er arbeitete als Küfer.", "He worked as Küfer.", "Küfer"),
        ("Melasse klebte am Löffel.", "Melasse stuck to the spoon.", "Melasse"),
        ("Das Wellblech-Dach hielt.", "The Wellblech roof held.", "Wellblech"),
    ],
)
def test_a_noun_that_is_no_name_anywhere_is_in_doubt_however_it_stands(
    able: Abilities, german: str, english: str, noun: str
) -> None:
    assert in_doubt(able, german, english) == [noun]


@pytest.mark.parametrize("trade", ["Schreiner", "Töpfer", "Küfer", "Imker", "Gärtner"])
def test_the_name_of_a_trade_before_a_hyphen_stays(able: Abilities, trade: str) -> None:
    """The article is the plan's; without it the noun is one."""
    assert in_doubt(able, f"Der {trade}-Plan liegt vor.", f"The {trade} plan is available.") == []
    assert in_doubt(able, f"Der {trade} ist alt.", f"The {trade} is old.") == [trade]


@pytest.mark.parametrize("marks", ["„“", '""', "»«"])
def test_a_title_in_quotation_marks_that_the_draft_kept_is_a_name(able: Abilities, marks: str) -> None:
    assert in_doubt(able, f"Es stand in der {marks[0]}Glocke{marks[1]}.", "It was in the “Glocke”.") == []
    assert in_doubt(able, "Es hing an der Glocke.", "It hung on the Glocke.") == ["Glocke"]


def test_a_surname_of_the_document_is_one_before_a_hyphen_as_well(able: Abilities) -> None:
    german = "Der Zipfel-Plan liegt vor."
    names = DocumentNames(["Petra Zipfel kam.", german]).among(german)
    assert "Zipfel" in names
    draft = Case(german, (), Hypothesis("The tipp planning is available.", -0.5), names=names)
    assert draft.choices(place(german, "Zipfel")) == ()


@pytest.mark.parametrize(
    ("german", "verb", "half", "whole"),
    [
        ("Sie gab den Plan nach Jahren auf.", "gab", "She gave the plan after years.", "She gave up the plan."),
        ("Er schaltete das Radio aus.", "schaltete", "He switched the radio.", "He switched the radio off."),
        ("Der Hund kam am Abend herein.", "kam", "The dog came at night.", "At night the dog came in."),
    ],
)
def test_a_verb_with_a_prefix_is_said_with_its_particle(
    able: Abilities, german: str, verb: str, half: str, whole: str
) -> None:
    assert verb in in_doubt(able, german, half)
    assert in_doubt(able, german, whole) == []


def test_german_is_found_where_the_end_of_a_word_is_left_or_a_word_is_left_twice() -> None:
    lantern = case("Unter der Straßenlaterne stand er.", "He stood under the street laterne.")
    assert copied(lantern, [place(lantern.german, "Straßenlaterne")]) == {
        place(lantern.german, "Straßenlaterne"): place(lantern.english, "laterne")
    }
    twice = case("Die Küferin half einer Küferin.", "The Küferin helped a Küferin.")
    words = [Span(4, 11), Span(23, 30)]
    assert copied(twice, words) == {words[0]: Span(4, 11), words[1]: Span(21, 28)}


def test_a_noun_behind_an_adjective_is_no_name(able: Abilities) -> None:
    assert "Kranich" in in_doubt(able, "Dort stand ein grauer Kranich.", "A grey Kranich was there.")


@pytest.mark.parametrize(
    ("german", "english", "right"),
    [
        ("Die Forscher fanden Skelette im Keller.", "The researchers found Skelette in the cellar.", "skeletons"),
        ("Der Markt war sehr volatil.", "The market was very volatil.", "volatile"),
        ("Sie schwamm im Hallenbad.", "She swam in the Hallen bath.", "the indoor pool"),
    ],
)
def test_german_that_is_left_in_a_draft_gives_way(able: Abilities, german: str, english: str, right: str) -> None:
    (after,) = better_words([case(german, english)], able)
    assert right in after.english


def test_names_of_two_words_and_words_that_english_has_stay(able: Abilities) -> None:
    assert in_doubt(able, "Die Deutsche Bank warnte.", "Deutsche Bank warned.") == []
    assert in_doubt(able, "Der Kindergarten ist zu.", "The kindergarten is closed.") == []


def test_a_verb_that_was_read_without_its_prefix_gives_way(able: Abilities) -> None:
    german = "Die Regierung lässt die Flüchtlinge durch."
    (after,) = better_words([case(german, "The government is leaving the refugees.")], able)
    assert "letting through" in after.english or "lets through" in after.english
    assert [word.way for word in after.words] == ["prefix verb"]
    right = case(german, "The government lets the refugees through.")
    assert better_words([right], able) == [right]


def test_a_draft_made_with_a_word_given_looks_at_the_german_without_it(able: Abilities) -> None:
    german = "Einen Haselstrauch pflanzte der Gärtner neben den Brunnen."
    (after,) = better_words([case(german, "The gardener planted next to the fountain.", -1.0)], able)
    assert "hazel" in after.english and [word.german for word in after.words] == ["Haselstrauch"]
    looked = after.draft.attention
    assert looked is None or all(span.end <= len(german) for span in looked.german)
    assert not after.draft.comparable


class WithoutEnd:
    """An engine that does without words by leaving out what follows the comma; it is asked how often."""

    def __init__(self, *englishes: str) -> None:
        self.asked = 0
        self._englishes = englishes

    def without(self, texts: Sequence[str], unwanted: Sequence[Sequence[tuple[Hypothesis, Span]]]) -> list[Hypothesis]:
        self.asked += 1
        return [Hypothesis(self._englishes[min(self.asked, len(self._englishes)) - 1], -0.5) for _ in texts]


INVENTED = "The starwatery is open, and the fire brigade extinguished the fire."
GERMAN = "Die Sternwarte ist offen, und die Feuerwehr löschte den Brand."


@pytest.mark.parametrize(
    ("anew", "taken"),
    [
        ("The observatory is open, and the fire brigade extinguished the fire.", True),
        ("The observatory is open.", False),
        ("The fire brigade extinguished the fire.", False),
    ],
)
def test_a_draft_decoded_anew_is_not_taken_where_it_lost_more(able: Abilities, anew: str, taken: bool) -> None:
    before = case(GERMAN, INVENTED)
    (after,) = avoiding([before], replace(able, avoids=WithoutEnd(anew)))
    assert after.english == (anew if taken else INVENTED)


def test_an_engine_that_writes_the_same_again_is_not_asked_again(able: Abilities) -> None:
    same, other = WithoutEnd(INVENTED), WithoutEnd("The starwachter is open.", "The starwachter is open.")
    assert avoiding([case(GERMAN, INVENTED)], replace(able, avoids=same))[0].english == INVENTED
    avoiding([case(GERMAN, INVENTED)], replace(able, avoids=other))
    assert (same.asked, other.asked) == (1, 2)
    nobody = WithoutEnd("")
    avoiding([case("Das Haus ist groß.", "The house is big.")], replace(able, avoids=nobody))
    assert nobody.asked == 0


class Counts:
    """Scores as the package does, and knows what it was asked for."""

    def __init__(self, able: Abilities) -> None:
        self._scores = able.scores
        self.englishes: list[str] = []

    def likelihoods(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Likelihood]:
        self.englishes += englishes
        return self._scores.likelihoods(texts, englishes)


def test_so_many_englishes_are_tried_in_the_form_of_what_they_replace(able: Abilities) -> None:
    german = "Sie hat die Kinder unterrichtet."
    draft, counts = case(german, "She teached the children."), Counts(able)
    some = choices(german, place(german, "unterrichtet"))
    attempts = list(attempts_for(draft, place(german, "unterrichtet"), some, [place(draft.english, "teached")]))
    ((best, _, _),) = scored([(draft, attempts)], replace(able, scores=counts))
    assert best.text == "She taught the children."
    assert len({attempt.base for attempt in attempts if attempt.text in counts.englishes}) == min(MOST, len(some))
    assert not [english for english in counts.englishes if "ing " in english]


def test_a_word_that_was_invented_when_terms_came_in_gives_way(able: Abilities) -> None:
    german = "Die Feuerwehr besuchte die Sternwarte."
    hits = Glossary([Entry(("Feuerwehr",), "fire service")]).find(german)
    free = Case(german, hits, Hypothesis("The fire brigade visited the observatory.", -0.5))
    climb = start(german, hits, free.english, free.draft)
    climb.best = judged(german, hits, "The fire service visited the starwatery.", "marker")
    (after,) = put_right_again([free], [climb], able)
    assert climb.best.english == "The fire service visited the observatory." and climb.best.met == 1
    assert after.words == (WordOutcome("Sternwarte", place(german, "Sternwarte"), "observatory", "dictionary"),)
