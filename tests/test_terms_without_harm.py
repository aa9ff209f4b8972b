"""A term that comes into a draft leaves the rest of its sentence as it was: number, possessives, words beside it."""

from __future__ import annotations

import re

import pytest

from workbench.engine import Drafter, embedded_package, put_form
from workbench.engine.terms.forms import required_form
from workbench.engine.terms.genitives import with_genitive, with_genitives
from workbench.engine.terms.places import placed
from workbench.engine.terms.put_in import put_in
from workbench.glossary import Entry, Glossary, TermHit
from workbench.text import Span

LUKASHENKO = Entry(("Lukaschenko", "Alexander Lukaschenko"), "Lukashenko", kind="person")
TSIKHANOUSKAYA = Entry(("Zichanouskaja",), "Tsikhanouskaya", kind="person")
KARABAKH = Entry(("Bergkarabach",), "Nagorno-Karabakh", kind="place")
SERVICEMAN = Entry(("Soldat",), "serviceman")
NOMINEE = Entry(("Kandidat",), "nominee")
CHIEF = Entry(("Chef",), "chief")
WAGNER = Entry(("Wagner-Gruppe", "Söldnergruppe Wagner"), "Wagner Group", also=("Wagner",), kind="organisation")
CSTO = Entry(
    ("Organisation des Vertrags über kollektive Sicherheit",),
    "Collective Security Treaty Organisation",
    kind="organisation",
)
DRAFTER = Drafter(embedded_package())


def only_hit(entry: Entry, german: str) -> TermHit:
    (hit,) = Glossary([entry]).find(german)
    return hit


def put(entry: Entry, german: str, english: str, words: str) -> str:
    at = english.index(words)
    return put_form(german, only_hit(entry, german), english, Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("german", "english", "words", "right"),
    [
        (
            "Eine Beraterin Zichanouskajas sagte nichts.",
            "An adviser Zichanouskajas said nothing.",
            "Zichanouskajas",
            "An adviser to Tsikhanouskaya said nothing.",
        ),
        (
            "Ein Freund und Helfer Zichanouskajas floh.",
            "A friend and helper Zichanouskajas fled.",
            "Zichanouskajas",
            "A friend and helper of Tsikhanouskaya fled.",
        ),
        (
            "Die Verteidiger Zichanouskajas schwiegen.",
            "The defenders of Zichanouskajas were silent.",
            "Zichanouskajas",
            "The defenders of Tsikhanouskaya were silent.",
        ),
        (
            "Zichanouskajas Reise begann.",
            "Zichanouskajas trip began.",
            "Zichanouskajas",
            "Tsikhanouskaya’s trip began.",
        ),
        (
            "Das Büro Zichanouskajas blieb zu.",
            "The Zichanouskajas’ office stayed closed.",
            "Zichanouskajas",
            "Tsikhanouskaya’s office stayed closed.",
        ),
        (
            "Beraterin Zichanouskajas verhaftet",
            "Adviser Zichanouskajas arrested",
            "Zichanouskajas",
            "Adviser to Tsikhanouskaya arrested",
        ),
    ],
)
def test_a_genitive_behind_its_noun_is_no_possessive_in_front_of_one(
    german: str, english: str, words: str, right: str
) -> None:
    assert put(TSIKHANOUSKAYA, german, english, words).replace("'", "’") == right


@pytest.mark.parametrize(
    ("entry", "german", "english", "right"),
    [
        (
            LUKASHENKO,
            "Die Anhänger Lukaschenkos jubelten.",
            "The supporters Lukashenkos cheered.",
            "The supporters of Lukashenko cheered.",
        ),
        (
            LUKASHENKO,
            "Das Regime Alexander Lukaschenkos verhaftete Lehrer.",
            "The regime Alexander Lukashenkos arrested teachers.",
            "The regime of Alexander Lukashenko arrested teachers.",
        ),
        (
            LUKASHENKO,
            "Die Drohungen Lukaschenkos gegen Polen nehmen zu.",
            "The threats of Lukashenkos against Poland are increasing.",
            "The threats of Lukashenko against Poland are increasing.",
        ),
        (
            LUKASHENKO,
            "Ein Sprecher Lukaschenkos schwieg.",
            "A spokesman Lukashenko’s spokesman was silent.",
            "Lukashenko’s spokesman was silent.",
        ),
        (
            LUKASHENKO,
            "Lukaschenkos Rede dauerte lange.",
            "Lukashenko’s speech was long.",
            "Lukashenko’s speech was long.",
        ),
        (
            LUKASHENKO,
            "Die Lehrer unterstützten die Gegner Lukaschenkos.",
            "The teachers supported Lukashenko’s opponents.",
            "The teachers supported Lukashenko’s opponents.",
        ),
        (
            LUKASHENKO,
            "Nach dem Treffen mit dem Berater Lukaschenkos flog er ab.",
            "The envoy fled Lukashenko and left.",
            "The envoy fled Lukashenko and left.",
        ),
    ],
)
def test_a_german_genitive_leaves_no_s_and_no_gap(entry: Entry, german: str, english: str, right: str) -> None:
    hits = [only_hit(entry, german)]
    assert with_genitives(german, hits, english, placed(german, hits, english)) == right


def test_what_is_no_genitive_of_a_name_stays() -> None:
    german = "Die Berater Lukaschenko und Putin stritten."
    hit = only_hit(LUKASHENKO, german)
    assert with_genitive(german, hit, "The advisers ", " and Putin argued.") == ("The advisers ", " and Putin argued.")


def test_the_possessive_behind_the_words_that_a_term_replaces_stays() -> None:
    german = "Der Brief des Soldaten kam an."
    assert put(SERVICEMAN, german, "The soldier’s letter arrived.", "soldier’s") == "The serviceman’s letter arrived."


@pytest.mark.parametrize(
    ("entry", "german", "said", "article", "form"),
    [
        (SERVICEMAN, "Der Brief des Soldaten kam an.", "soldier", False, "serviceman"),
        (SERVICEMAN, "Man sprach mit Soldaten.", "soldiers", False, "servicemen"),
        (SERVICEMAN, "Die Soldaten kamen.", "soldier", False, "servicemen"),
        (NOMINEE, "Die Partei schickt ihn als Kandidaten.", "candidate", True, "nominee"),
        (NOMINEE, "Zwei Drittel wären froh mit ihm als Kandidaten.", "", False, "nominee"),
    ],
)
def test_a_genitive_or_dative_is_not_taken_for_a_plural(
    entry: Entry, german: str, said: str, article: bool, form: str
) -> None:
    assert required_form(german, only_hit(entry, german), said, article=article) == form


def test_a_term_takes_the_place_of_a_whole_abbreviation() -> None:
    paper = Entry(("FAZ", "F.A.Z."), "FAZ", kind="organisation")
    german = "Laut F.A.Z. floh er."
    assert put(paper, german, "According to F.A.Z. he fled.", "F") == "According to FAZ he fled."
    assert put(paper, german, "He fled, says the F.A.Z.", "F") == "He fled, says the FAZ."


def test_a_word_made_of_a_name_is_no_garbled_name() -> None:
    german, english = "Russland und das russische Parlament", "It and the Russian parliament"
    hits = Glossary([Entry(("Russland",), "Russia", kind="place")]).find(german)
    assert put_in(german, hits, english) == english


def test_a_country_has_no_article_where_its_long_name_had_one() -> None:
    german, english = "Russland und die Russische Föderation", "Russia and the Russian Federation"
    hits = Glossary([Entry(("Russland", "Russische Föderation"), "Russia", kind="place")]).find(german)
    assert put_in(german, hits, english) == "Russia and Russia"


def test_a_stop_within_an_abbreviation_ends_no_sentence() -> None:
    german = "Der UN-Chef schwieg."
    assert put(CHIEF, german, "The U.N. leader was silent.", "leader") == "The U.N. chief was silent."
    assert put(CHIEF, german, "It was late. leader and staff left.", "leader") == "It was late. Chief and staff left."


@pytest.mark.parametrize(
    ("entry", "german", "once"),
    [
        (WAGNER, "Die Söldnergruppe Wagner hat ihren Sitz in Sankt Petersburg.", r"groups?\b|wagner"),
        (WAGNER, "Die Kämpfer der Söldnergruppe Wagner verließen Bachmut.", r"groups?\b|wagner"),
        (CSTO, "Die Organisation des Vertrags über kollektive Sicherheit schickt Truppen.", r"organi[sz]ation|treaty"),
        (CSTO, "Er verließ die Organisation des Vertrags über kollektive Sicherheit.", r"organi[sz]ation|treaty"),
    ],
)
def test_no_words_of_the_same_german_are_left_beside_a_term(entry: Entry, german: str, once: str) -> None:
    hits = Glossary([entry]).find(german)
    (draft,) = DRAFTER.draft([(german, tuple(hits))])
    assert entry.en in draft.english
    said = re.findall(once, draft.english.casefold())
    assert sorted(said) == sorted(set(said)) == sorted(re.findall(once, entry.en.casefold()))


def test_a_short_form_that_says_all_of_its_german_stays() -> None:
    entry = Entry(("Staatsduma", "Duma"), "State Duma", also=("Duma",), kind="organisation")
    german = "Die Duma tagte am Montag in Moskau."
    (draft,) = DRAFTER.draft([(german, tuple(Glossary([entry]).find(german)))])
    assert "Duma" in draft.english
    assert "State Duma" not in draft.english
    assert "Monday" in draft.english


def test_a_short_form_in_small_letters_gets_its_capitals_and_no_other_words() -> None:
    entry = Entry(("Staatsduma", "Duma"), "State Duma", also=("Duma",), kind="organisation")
    german = "Die Duma tagte am Montag."
    assert put_in(german, Glossary([entry]).find(german), "The duma met on Monday.") == "The Duma met on Monday."


@pytest.mark.parametrize(
    ("german", "name", "english"),
    [
        ("Aserbaidschan und Baku", "Azerbaijan", "It and the Azerbaijani capital"),
        ("Berlin und seine Leute", "Berlin", "It and the Berliners"),
        ("Kiew und seine Leute", "Kyiv", "It and the Kyivan people"),
        ("Israel und seine Leute", "Israel", "It and the Israelis"),
    ],
)
def test_a_word_made_of_a_whole_name_is_no_garbled_name(german: str, name: str, english: str) -> None:
    hits = Glossary([Entry((german.split(maxsplit=1)[0],), name, kind="place")]).find(german)
    assert put_in(german, hits, english) == english


def test_a_mark_behind_a_single_capital_ends_a_sentence_where_a_stop_does_not() -> None:
    german = "Der Chef schwieg."
    assert put(CHIEF, german, "Plan B? leader and staff left.", "leader") == "Plan B? Chief and staff left."
    assert put(CHIEF, german, "He said No! leader and staff left.", "leader") == "He said No! Chief and staff left."
    assert put(CHIEF, german, "The U.N. leader left.", "leader") == "The U.N. chief left."
