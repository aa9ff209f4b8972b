"""Judging English: an entry's accepted and forbidden forms are found as words."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary import Entry, judge
from workbench.glossary.english.form_places import _pattern

MINISTRY = Entry(
    ("Verteidigungsministerium",),
    "Ministry of Defence",
    also=("defence ministry", "MoD"),
    avoid=("Ministry of Defense", "defense ministry"),
)
KYIV = Entry(("Kiew",), "Kyiv", avoid=("Kiev",))
BELARUS = Entry(("Belarus",), "Belarus", avoid=("Belorussia",))


def met(entry: Entry, english: str) -> list[str]:
    return [english[span.start : span.end] for span in judge(entry, english).met]


def forbidden(entry: Entry, english: str) -> list[str]:
    return [english[span.start : span.end] for span in judge(entry, english).forbidden]


def test_every_accepted_form_is_met_wherever_it_stands() -> None:
    text = "The Ministry of Defence spoke. Defence ministry officials and the MoD did not."
    assert met(MINISTRY, text) == ["Ministry of Defence", "Defence ministry", "MoD"]
    assert forbidden(MINISTRY, text) == []


def test_a_forbidden_form_is_told_with_its_place() -> None:
    verdict = judge(KYIV, "From Kiev to Kyiv")
    assert verdict.forbidden == ((5, 9),)
    assert verdict.met == ((13, 17),)


@pytest.mark.parametrize(
    "text",
    [
        "MINISTRY OF DEFENCE WARNS",
        "a ministry of defence",
        "two Ministries of Defence",
        "the Ministry\u00a0of Defence’s plan",
        "the Ministry of\nDefence",
        "a Ministry-of-Defence source",
        "“Ministry of Defence”",
        "pro-Ministry of Defence",
    ],
)
def test_capitals_plurals_possessives_dashes_and_hard_spaces_make_no_difference(text: str) -> None:
    assert len(met(MINISTRY, text)) == 1


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("spokesman", "two spokesmen"),
        ("country", "the countries’ leaders"),
        ("crisis", "CRISIS"),
        ("march", "the marches"),
        ("oblast", "several oblasts"),
        ("People's Republic", "the People’s Republic"),
        ("post-Soviet", "Post–Soviet space"),
        ("AFU", "the AFU's command"),
        ("G7", "the G7-led group"),
        ("U.S.", "a US firm"),
        ("US", "THE US ARMY"),
    ],
)
def test_forms_of_english_words(form: str, text: str) -> None:
    assert len(met(Entry(("x",), form), text)) == 1


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Belarus", "Belarusian"),
        ("US", "let us go"),
        ("US", "Us and them"),
        ("EU", "neutral, eu, Eu"),
        ("AFU", "afu"),
        ("Ukraine", "Ukrainers"),
        ("Minsk", "Minsker"),
        ("MoD", "a mod"),
        ("Kyiv", "Kyi v, Kyiv1, kYIV"),
        ("Ministry of Defence", "Ministry. Of Defence"),
        ("", "nothing"),
        (".", "nothing. at all"),
    ],
)
def test_no_form_is_met_inside_another_word_or_in_other_letters(form: str, text: str) -> None:
    assert met(Entry(("x",), form), text) == []


def test_a_span_covers_the_plural_but_not_the_possessive() -> None:
    kievs = "Kievs, Kiev's and Kiev’s"
    assert forbidden(KYIV, kievs) == ["Kievs", "Kiev", "Kiev"]


def test_a_forbidden_form_inside_a_longer_accepted_one_is_no_fault() -> None:
    entry = Entry(("Weißrusse",), "White Russian émigré", avoid=("White Russian",))
    assert forbidden(entry, "a White Russian émigré and a White Russian") == ["White Russian"]
    assert met(entry, "a White Russian émigré and a White Russian") == ["White Russian émigré"]


def test_an_accepted_form_inside_a_longer_forbidden_one_does_not_meet_the_entry() -> None:
    entry = Entry(("Ukraine",), "Ukraine", avoid=("the Ukraine",))
    assert met(entry, "in the Ukraine") == []
    assert forbidden(entry, "in the Ukraine") == ["the Ukraine"]


def test_the_longest_accepted_form_is_the_one_that_is_told() -> None:
    entry = Entry(("Putin",), "Putin", also=("Vladimir Putin",))
    assert met(entry, "Vladimir Putin and Putin") == ["Vladimir Putin", "Putin"]


def test_a_long_form_with_signs_of_regular_expressions_is_only_text() -> None:
    odd = "(a+)+ [b] \\d" * 15
    assert met(Entry(("x",), odd), f"so: {odd}!") == [odd]
    assert met(Entry(("x",), "C++"), "in C++ and C") == ["C++"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=12), max_size=3), st.text(max_size=120))
def test_any_forms_and_any_text_are_borne(en: str, avoid: list[str], english: str) -> None:
    verdict = judge(Entry(("x",), en, avoid=tuple(avoid)), english)
    spans = sorted((*verdict.met, *verdict.forbidden))
    assert all(0 <= span.start < span.end <= len(english) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abcKMyz", min_size=1, max_size=8), min_size=1, max_size=3).map(" ".join))
def test_a_form_is_always_met_by_itself(form: str) -> None:
    assert judge(Entry(("x",), form), f"So, {form}.").met == ((4, 4 + len(form)),)


CASED = "".join(
    letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isalpha() and letter.lower() != letter.upper()
)


def test_a_form_is_met_with_whatever_first_letter_stands_for_its_own() -> None:
    alike = ((letter, re.findall(letter, CASED, re.IGNORECASE)) for letter in CASED)
    uncommon = [(letter, found) for letter, found in alike if len(found) > 2 or ord(letter) < 0x250]
    assert ("s", ["S", "s", "ſ"]) in uncommon
    for letter, found in uncommon:
        for other in found:
            assert judge(Entry(("Form",), f"{letter}orm"), f"{other}orm").there == ((0, 4),)


FORMS = (
    *("man of the people", "country", "Foot", "crisis", "AFU", "Spokeswoman", "Ministry of Defence", "bus"),
    *("İzmir’s", ".NET", "foot foot"),
)
OTHERS = (
    *("men", "feet", "people", "countries", "countrys", "crises", "spokeswomen", "Ministries", "buses", "of"),
    *("izmir", "ﬃ", ".net", "dotnet"),
)
WORDS = st.sampled_from(FORMS + OTHERS)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.builds(lambda word, change: change(word), WORDS, st.sampled_from((str, str.upper, str.title)))))
def test_to_look_for_what_a_form_must_have_first_changes_nothing(words: list[str]) -> None:
    text = " ".join(words)
    found = [judge(Entry(("Form",), form), text) for form in FORMS]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "workbench.glossary.english.form_places._matches", lambda form, text: _pattern(form).finditer(text)
        )
        assert found == [judge(Entry(("Form",), form), text) for form in FORMS]


UKRAINE = Entry(("Ukraine",), "Ukraine", avoid=("the Ukraine",), kind="place")


@pytest.mark.parametrize(
    "english",
    [
        *(
            "The Ukraine war goes on.",
            "the Ukraine talks in Geneva",
            "The Ukraine crisis deepens.",
            "the Ukraine policy",
        ),
        *(
            "Aid for the Ukraine front.",
            "The Ukraine contact group meets.",
            "the Ukraine refugees",
            "The Ukraine envoy",
        ),
    ],
)
def test_an_article_before_a_name_and_its_noun_is_the_nouns(english: str) -> None:
    verdict = judge(UKRAINE, english)
    assert verdict.forbidden == ()
    assert len(verdict.met) == 1


@pytest.mark.parametrize(
    "english",
    [
        *("The Ukraine wants peace.", "He left the Ukraine.", "in the Ukraine and in Belarus", "The Ukraine has won."),
        *(
            "The Ukraine’s army",
            "the Ukraine, which",
            "The Ukraine said no.",
            "The Ukraine joined.",
            "THE UKRAINE WANTS IT",
        ),
        *("The Ukraine recently said so.", "the Ukraine’s war", "The Ukraine shook.", "The Ukraine swore revenge."),
    ],
)
def test_an_article_before_a_name_alone_is_forbidden_where_the_glossary_says_so(english: str) -> None:
    assert len(judge(UKRAINE, english).forbidden) == 1


def test_other_forbidden_forms_are_so_before_nouns_too() -> None:
    kyiv = Entry(("Kiew",), "Kyiv", avoid=("Kiev",), kind="place")
    assert len(judge(kyiv, "The Kiev talks failed.").forbidden) == 1
