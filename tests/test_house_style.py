"""The house style: what is told of a text, what is put right, and what is never touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.style_sentences import faults
from workbench.checks.figures import english_figures
from workbench.text import Span
from workbench.text.house_style import CHOICES, NO_STYLE, PRESETS, HouseStyle, deviations, restyled, uses


def put(text: str, **style: str) -> str:
    return restyled(text, NO_STYLE.having(style)).text


@pytest.mark.parametrize("held_out", [False, True], ids=["tuned on", "held out"])
def test_sentences_as_a_style_guide_has_them_are_left_and_others_are_put_right(held_out: bool) -> None:
    assert faults(held_out=held_out) == []


def test_without_a_style_nothing_is_told_and_nothing_changed() -> None:
    text = "The colour of the center: 12 percent of 5000 people, at 2:30 p.m. on May 5 in Kiev."
    assert deviations(text, NO_STYLE) == []
    assert restyled(text, NO_STYLE).text == text


def test_oxford_spelling_is_british_with_ize() -> None:
    assert put("They organise, analyse and color it.", spelling="oxford") == "They organize, analyse and colour it."
    assert put("They organize, analyze and color it.", spelling="british") == "They organise, analyse and colour it."
    assert put("They organise, analyse and colour it.", spelling="american") == "They organize, analyze and color it."


@pytest.mark.parametrize(
    "text",
    [
        "The World Trade Center and Pearl Harbor.",
        "Labor leaders and Harbor Street.",
        "He visited the US Defense Ministry.",
        "A tire, a check, a story, a meter, a program and a practice.",
        "We size, seize, prize and capsize.",
        "Write to color@center.org or see www.color.com/center and `color`.",
        "See docs/color.md, #color and @center.",
        "COLOR AND CENTER",
    ],
)
def test_names_addresses_code_and_words_with_two_meanings_keep_their_spelling(text: str) -> None:
    assert put(text, spelling="british") == text


def test_an_office_is_written_as_the_house_spells() -> None:
    said = "He met the Russian Defense Minister, the Ministry of Defense and US Defense Minister Austin."
    assert put(said, spelling="british") == (
        "He met the Russian Defence Minister, the Ministry of Defence and US Defense Minister Austin."
    )


def test_words_with_two_meanings_where_their_neighbours_tell_which_it_is() -> None:
    american = "A five-story house of 300 square meters, a TV program and the license: a gas meter, a computer program."
    assert put(american, spelling="british") == (
        "A five-storey house of 300 square metres, a TV programme and the licence: a gas meter, a computer program."
    )
    assert put(put(american, spelling="oxford"), spelling="american") == american


@pytest.mark.parametrize(
    ("double", "single"),
    [
        ("“Yes,” he said.", "‘Yes,’ he said."),
        ("He said “she said ‘no’ to us”.", "He said ‘she said “no” to us’."),
        ("The soldiers’ “rest”, he said, wasn’t “long”.", "The soldiers’ ‘rest’, he said, wasn’t ‘long’."),
        ("“It goes on in the next paragraph.", "‘It goes on in the next paragraph."),
    ],
)
def test_outer_and_inner_marks_change_places(double: str, single: str) -> None:
    assert put(double, quotes="single") == single
    if double.count("“") == double.count("”"):
        assert put(single, quotes="double") == double


@pytest.mark.parametrize(
    "text",
    [
        "‘The soldiers’ camp and the house’ was hit.",
        "the ‘Greens’ party and the workers’ too",
        "rock ‘n’ roll",
        "in the ’90s",
        "“ one ” two ” three",
        "’",
    ],
)
def test_marks_that_may_be_apostrophes_are_left_alone(text: str) -> None:
    assert put(text, quotes="double") == text


def test_straight_marks_are_double_marks() -> None:
    assert put('"Yes," he said, "no."', quotes="single") == "‘Yes,’ he said, ‘no.’"
    assert put('"Yes," he said.', quotes="double") == '"Yes," he said.'


@pytest.mark.parametrize(
    ("day_first", "month_first"),
    [
        ("on 9 April 2022.", "on April 9, 2022."),
        ("On 9 April he left.", "On April 9 he left."),
        ("(9 May)", "(May 9)"),
    ],
)
def test_day_and_month_change_places(day_first: str, month_first: str) -> None:
    assert put(day_first, dates="April 9, 2022") == month_first
    assert put(month_first, dates="9 April 2022") == day_first


def test_a_german_date_is_written_in_the_style() -> None:
    assert put("Born 09.04.1958, died 1. 5. 2022 in Minsk.", dates="9 April 2022") == (
        "Born 9 April 1958, died 1 May 2022 in Minsk."
    )
    assert put("On 24.11.2022 he left version 1.2.2020.4.", dates="April 9, 2022") == (
        "On November 24, 2022, he left version 1.2.2020.4."
    )


@pytest.mark.parametrize(
    "text", ["9 and 10 April", "April 9 and 10", "9–11 April", "April 9-11, 2022", "April 2022", "may 9 people come"]
)
def test_several_days_and_what_is_no_date_are_left_alone(text: str) -> None:
    assert put(text, dates="April 9, 2022") == put(text, dates="9 April 2022") == text


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("It is 2:30 p.m.", "2.30pm", "It is 2.30pm."),
        ("It is 2:30 p.m. They left.", "14:30", "It is 14:30. They left."),
        ("at 2 p.m. on Monday", "2.30pm", "at 2pm on Monday"),
        ("at 2 p.m. Monday", "2.30pm", "at 2pm Monday"),
        ("It is 2.30pm. They left.", "2:30 p.m.", "It is 2:30 p.m. They left."),
        ("It is 2.30pm.", "2:30 p.m.", "It is 2:30 p.m."),
        ("At 12.15am and 12:15 PM", "14:30", "At 00:15 and 12:15"),
        ("until 23:05", "2:30pm", "until 11:05pm"),
        ("from 19:00 to 20:15", "2.30 p.m.", "from 7 p.m. to 8.15 p.m."),
    ],
)
def test_times_of_day(text: str, style: str, expected: str) -> None:
    assert put(text, times=style) == expected
    assert put(expected, times=style) == expected


@pytest.mark.parametrize("text", ["They won 21:14.", "between 2 and 3 p.m.", "2–3pm", "a ratio of 13:20", "Luke 15:11"])
def test_ranges_and_scores_are_no_times(text: str) -> None:
    assert put(text, times="14:30") == put(text, times="2:30 p.m.") == text


def test_per_cent_large_and_small_numbers() -> None:
    text = "5 delegates of 12 states, 12 percent of 5000 voters, 35,000 in all. There are 7 new laws."
    assert put(text, percent="12 per cent") == text.replace("percent", "per cent")
    assert put(text, percent="12 %") == text.replace(" percent", "\u00a0%")
    assert put(text, thousands="1,000") == text.replace("5000", "5,000")
    assert put(text, thousands="1 000") == text.replace("5000", "5\u00a0000").replace("35,000", "35\u00a0000")
    assert put(text, numbers="to nine") == text.replace("7 new", "seven new")
    assert put("Seven laws, ten bills.", numbers="to nine") == "Seven laws, 10 bills."
    assert put("They have two laws and ten bills.", numbers="figures") == "They have 2 laws and 10 bills."


@pytest.mark.parametrize(
    "text",
    ["in 1945 people", "5 km", "Channel 4 viewers", "iOS 9 brings", "type 2 diabetes", "a 5-year-old", "aged 5 years",
     "5 years old", "€5 notes", "5 million people", "Article 5 rights", "No. 5 seeds", "6-4", "5.5 points"],
)  # fmt: skip
def test_numbers_that_count_nothing_are_left_alone(text: str) -> None:
    for choice in CHOICES["numbers"]:
        assert put(text, numbers=choice) == text
    assert put(text, thousands="1,000") == text


def test_places() -> None:
    assert put("From Kiev’s centre to Odessa and Belorussia.", places="Kyiv") == (
        "From Kyiv’s centre to Odesa and Belarus."
    )
    assert put("Chicken Kiev in Odessa, Texas, and the Kiev Rus.", places="Kyiv") == (
        "Chicken Kiev in Odessa, Texas, and the Kiev Rus."
    )
    assert put("Kyiv and Belarus", places="Kiev") == "Kiev and Belarus"
    assert put("Kiew and Charkiw", places="Kyiv") == "Kyiv and Kharkiv"
    assert put("Kiew and Charkiw", places="Kiev") == "Kiev and Kharkov"


def test_what_is_kept_is_not_touched() -> None:
    text = "The color of Kiev and the color of Odessa."
    style = HouseStyle(spelling="british", places="Kyiv")
    assert restyled(text, style, [Span(4, 9), Span(13, 17)]).text == "The color of Kiev and the colour of Odesa."


def test_headlines_have_marks_and_numbers_of_their_own() -> None:
    text = "‘Never again’: 5 ministers leave the center"
    assert restyled(text, PRESETS["guardian"].style, headline=True).text == (
        "‘Never again’: 5 ministers leave the centre"
    )


def test_every_guide_names_its_reference_and_sets_what_can_be_set() -> None:
    for name, preset in PRESETS.items():
        assert preset.style.name == name and preset.reference
        for setting, choices in CHOICES.items():
            assert preset.style.of(setting) in ("", *choices)


STYLES = st.sampled_from([preset.style for preset in PRESETS.values()]) | st.builds(
    HouseStyle, **{setting: st.sampled_from(("", *choices)) for setting, choices in CHOICES.items()}
)
PIECES = st.sampled_from(
    ["the center", "colour", "organised", "Organize", "Defense Minister", "“He said ‘no’ to us,”", "‘yes’", "the dogs’",
     "said", "on 9 April 2022", "April 9, 2022,", "on May 5", "at 2:30 p.m.", "by 14:30", "2pm.", "until 11.05pm",
     "12%", "3 percent", "five per cent", "5000 soldiers", "35,000 people", "10 000 men", "5 new laws", "ten days",
     "eleven people", "in Kiev", "Odesa", "of", "and", "people.", "He", "(", ")", "in 1945", "£5000", "see a@color.org"]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map(" ".join)
ANY = TEXTS | st.text(max_size=60) | st.text(" aps.:,0159“”‘’\"'%mMayApril-–\n\u00a0", max_size=60)


def test_a_number_beside_another_is_left_alone() -> None:
    assert put("It cost £5000 5000 times.", thousands="1 000") == "It cost £5000 5000 times."
    assert put("In 2022 5,000 people left.", thousands="1 000") == "In 2022 5,000 people left."


@settings(max_examples=200, deadline=None)
@given(ANY, STYLES, st.booleans())
def test_a_text_put_right_has_nothing_left_to_put_right(text: str, style: HouseStyle, headline: bool) -> None:
    new = restyled(text, style, headline=headline).text
    left = deviations(new, style, headline=headline)
    assert [use for use in left if use.ways.get(style.of(use.setting))] == []
    for use in uses(text):
        assert 0 <= use.span.start < use.span.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, STYLES, st.data())
def test_terms_stay_and_numbers_keep_their_values(text: str, style: HouseStyle, data: st.DataObject) -> None:
    words = text.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:at])) + (at > 0)
    term = Span(start, start + len(words[at]))
    new = restyled(text, style, [term])
    assert new.text[new.moved(term.start) :].startswith(words[at])
    style = replace(style, times="")  # the readings of 14:30 and of 2pm are not the same: one has the hour as it is
    text = ", ".join(words)  # figures that stand side by side are one with a blank for thousands, or a telephone number
    values = {frozenset(figure.readings) for figure in english_figures(text)}
    changed = english_figures(restyled(text, style).text)
    assert all(any(figure.readings & value for value in values) for figure in changed)
