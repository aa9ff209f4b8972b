"""Judging English letter by letter: what is written like a form and is not one does not meet the entry."""

from __future__ import annotations

import pytest

from workbench.glossary import Entry, Kind, find_mentions, judge

DONBAS = Entry(("Donbass",), "Donbas", avoid=("Donbass",), kind="place")


def met(entry: Entry, english: str) -> list[str]:
    return [english[slice(*span)] for span in judge(entry, english).met]


def forbidden(entry: Entry, english: str) -> list[str]:
    return [english[slice(*span)] for span in judge(entry, english).forbidden]


@pytest.mark.parametrize(
    ("entry", "english", "told"),
    [
        (DONBAS, "in the Donbass region", ["Donbass"]),
        (DONBAS, "the Donbass’s mines", ["Donbass"]),
        (DONBAS, "THE DONBASS", ["DONBASS"]),
        (Entry(("Taliban",), "Taliban", avoid=("Talibans",)), "the Talibans fled", ["Talibans"]),
        (Entry(("Medien",), "media", avoid=("medias",)), "the medias", ["medias"]),
        (Entry(("Feuerpause",), "cease fire", avoid=("cease-fire",)), "a cease-fire", ["cease-fire"]),
        (Entry(("Staatschef",), "head of state", avoid=("heads of state",)), "Heads of state met", ["Heads of state"]),
        (Entry(("Präsident",), "President", avoid=("president",)), "the president spoke", ["president"]),
    ],
)
def test_a_forbidden_form_is_told_where_an_accepted_one_might_be_inflected_so(
    entry: Entry, english: str, told: list[str]
) -> None:
    assert forbidden(entry, english) == told
    assert met(entry, english) == []


@pytest.mark.parametrize(
    ("entry", "english", "said"),
    [
        (DONBAS, "in Donbas", ["Donbas"]),
        (Entry(("Donbas",), "Donbass", avoid=("Donbas",)), "in the Donbass", ["Donbass"]),
        (Entry(("Belarussen",), "Belarusians", avoid=("Belarusian",)), "the Belarusians", ["Belarusians"]),
        (Entry(("Präsident",), "president", avoid=("President",)), "President Putin", ["President"]),
    ],
)
def test_an_accepted_form_is_met_where_a_forbidden_one_might_be_inflected_so(
    entry: Entry, english: str, said: list[str]
) -> None:
    assert met(entry, english) == said
    assert forbidden(entry, english) == []


def test_a_forbidden_word_is_no_mention_of_a_name() -> None:
    entry = Entry(("Donbass",), "Donbas", avoid=("Donbass",), first="Donbas (Donets Basin)", kind="place")
    assert [mention.span for mention in find_mentions(entry, "In Donbass and Donbas.")] == [(15, 21)]


def test_the_german_of_a_place_is_no_plural_of_its_english() -> None:
    assert met(Entry(("Donbass",), "Donbas", kind="place"), "Donbass, Donbas") == ["Donbas"]
    assert met(Entry(("Jobs",), "job"), "two jobs") == ["jobs"]


@pytest.mark.parametrize(
    ("form", "kind", "english"),
    [
        ("Transnistria", "place", "in transnistria"),
        ("Black Sea", "place", "on the Black sea"),
        ("Lukashenko", "person", "lukashenko’s men"),
        ("Ursula von der Leyen", "person", "ursula von der leyen"),
        ("Viasna", "organisation", "the rights group viasna"),
        ("State Duma", "organisation", "the state duma"),
        ("State Duma", "organisation", "the State duma"),
        ("Prime Minister", "term", "prime minister Scholz"),
        ("Ministry of Defence", "term", "the ministry of defence"),
        ("Belarusian", "term", "the belarusian army"),
        ("Russian army", "term", "the russian army"),
        ("post-Soviet", "term", "post-soviet states"),
        ("German government", "organisation", "a german government"),
    ],
)
def test_names_and_titles_do_without_small_letters(form: str, kind: Kind, english: str) -> None:
    assert met(Entry(("x",), form, kind=kind), english) == []


@pytest.mark.parametrize(
    ("form", "kind", "english"),
    [
        ("Transnistria", "place", "TRANSNISTRIA VOTES"),
        ("Ursula von der Leyen", "person", "“Von der Leyen”, Ursula Von der Leyen"),
        ("The Hague", "place", "in the Hague"),
        ("State Duma", "organisation", "state dumas"),
        ("Prime Minister", "term", "a former prime minister"),
        ("Prime Minister", "term", "the prime ministers of both countries"),
        ("Foreign Ministry", "organisation", "a foreign ministry"),
        ("Belarusian", "term", "Belarusians"),
        ("Refugee", "term", "a refugee"),
        ("Border crossing", "term", "the border crossing"),
        ("ceasefire", "term", "Ceasefire holds"),
    ],
)
def test_letters_that_may_be_large_or_small(form: str, kind: Kind, english: str) -> None:
    assert len(met(Entry(("x",), form, kind=kind), english)) == 1


@pytest.mark.parametrize(
    ("form", "wrong", "right"),
    [
        ("exile government", "exiles governments", "exile governments"),
        ("head of state", "heads of states", "heads of state"),
        ("Ministry of Defence", "Ministries of Defences", "Ministries of Defence"),
        ("commander-in-chief", "commander-in-chiefs", "commanders-in-chief"),
        ("prisoner of war camp", "prisoner of wars camp", "prisoner of war camps"),
        ("arms dealer", "armss dealers", "arms dealers"),
        ("woman soldier", "womans soldier", "women soldiers"),
    ],
)
def test_one_word_of_a_phrase_has_the_plural(form: str, wrong: str, right: str) -> None:
    assert met(Entry(("x",), form), wrong) == []
    assert met(Entry(("x",), form), right) == [right]
