"""Marks as they are typed, what is pasted, capitals and swapped words: what comes of a text, letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import Span
from workbench.text.house_style import NO_STYLE, PRESETS, HouseStyle
from workbench.text.house_style.typed import typed
from workbench.text.inline import MARK, Code, mark_of
from workbench.text.letter_case import next_case, swapped, word_at
from workbench.text.pasted import pasted

SINGLE = HouseStyle(quotes="single")
LONG = HouseStyle(dashes="a—b", ellipsis="…")
WIDE = HouseStyle(dashes="a — b")
CODE = mark_of(Code(0, "1", "open"))
LETTERS = st.text(st.sampled_from("\"'-.  ab9sS(){}`/@:—–“”‘’…\n" + CODE + mark_of(Code(0, "1", "close"))), max_size=40)


def written(keys: str, style: HouseStyle = NO_STYLE) -> str:
    """What stands there when these keys were pressed."""
    text = ""
    for key in keys:
        text += key
        if new := typed(text, len(text), style):
            text = text[: len(text) - new.back] + new.put
    return text


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ('"Yes," he said.', "“Yes,” he said."),
        ("it's the soldiers' camp, isn't it?", "it’s the soldiers’ camp, isn’t it?"),
        ("\"He said 'no' again\"", "“He said ‘no’ again”"),
        ('"He said "no" again"', "“He said ‘no’ again”"),
        ('"5 people" in the \'90s', "“5 people” in the ’90s"),
        ("rock 'n' roll, 'twas told", "rock ’n’ roll, ’twas told"),
        ('("so-called" help)', "(“so-called” help)"),
        ('"But I--" he said', "“But I –” he said"),
        ('a 6" gun', 'a 6" gun'),
        ("Kyiv - the capital - is", "Kyiv – the capital – is"),
        ("Kyiv--the capital -- is", "Kyiv – the capital – is"),
        ("in 1990--95", "in 1990–95"),
        ("- a well-known --help", "- a well-known --help"),
        ("wait...", "wait..."),
    ],
)
def test_without_a_style_marks_are_double_and_dashes_short(keys: str, there: str) -> None:
    assert written(keys) == there


def test_the_style_says_which_marks_are_outside_and_which_dash_it_is() -> None:
    assert written('"He said "no" again"', SINGLE) == "‘He said “no” again’"
    assert written("'He said \"no\" again'", SINGLE) == "‘He said “no” again’"
    assert written('"5 people"', SINGLE) == "‘5 people’"
    assert written("a - b--c -- d....", LONG) == "a—b—c—d…."
    assert written("a - b--c....", WIDE) == "a — b — c...."
    assert written("a - b", PRESETS["chicago"].style) == "a—b" and written("a - b", PRESETS["bbc"].style) == "a – b"
    assert written('no--"yes"') == "no – “yes”"


@pytest.mark.parametrize(
    "keys",
    [
        '`it\'s "a" - b`',
        "see https://a.example/b's...c",
        "www.example.org/it's",
        '<a href="b">',
        'run --name="x"',
        "write {a's}",
    ],
)
def test_in_code_addresses_and_placeholders_everything_stays(keys: str) -> None:
    assert written(keys, LONG) == keys


def test_after_them_marks_are_put_right_again() -> None:
    assert written('"`a"b`"') == '“`a"b`”'


@given(LETTERS, LETTERS, st.sampled_from([NO_STYLE, SINGLE, LONG, WIDE]))
def test_only_the_last_letters_are_ever_replaced_and_never_a_code(before: str, after: str, style: HouseStyle) -> None:
    text = before + after
    new = typed(text, len(before), style) if before else None
    if new is not None:
        assert 1 <= new.back <= 4 and not MARK.search(before[-new.back :]) and not MARK.search(new.put)
        letters = [letter for letter in before[-new.back :] if letter.isalnum()]
        assert [letter for letter in new.put if letter.isalnum()] == letters


# --- what is pasted


def test_what_a_pdf_gives_is_one_line_in_single_letters() -> None:
    pdf = 'The ﬁrst of\nmany  of\u00adﬁcers\u00a0said "it\'s inter-\nnational, well-\nknown"\n\nNext\n- one\n- two'
    known = {"international"}.__contains__
    assert pasted(pdf, NO_STYLE, known) == (
        "The first of many officers said “it’s international, well-known”\nNext\n- one\n- two"
    )
    assert pasted("„Ja“, »nein«", SINGLE) == "‘Ja’, ‘nein’"
    assert pasted('"' * 300 + "„Ja“", NO_STYLE) == '"' * 300 + "„Ja“", "no paragraph"
    assert pasted("Bu\u00ad\nro", NO_STYLE) == "Buro"


@given(st.text(st.sampled_from("abc \"'\n-fi\u00adﬁ“”„`"), max_size=60))
def test_no_letter_is_lost_by_it_and_nothing_is_left_to_do(text: str) -> None:
    def letters(of: str) -> list[str]:
        return [letter for letter in of.replace("ﬁ", "fi") if letter.isalpha()]

    clean = pasted(text, NO_STYLE)
    assert letters(clean) == letters(text)
    assert "  " not in clean and "\n\n" not in clean


# --- capitals, and words swapped


def test_capitals_go_round() -> None:
    words = "the ukraine's armed forces"
    assert next_case(words) == "The Ukraine's Armed Forces"
    assert next_case(next_case(words)) == "THE UKRAINE'S ARMED FORCES"
    assert next_case(next_case(next_case(words))) == words
    assert [next_case("a"), next_case("A"), next_case("9"), next_case("ß")] == ["A", "a", "9", "ß"]


@given(st.text(max_size=30))
def test_they_change_nothing_else(words: str) -> None:
    changed = next_case(words)
    assert len(changed) == len(words) and changed.casefold() == changed.casefold()
    assert [a for a in changed if not a.isalpha()] == [a for a in words if not a.isalpha()]
    assert MARK.findall(next_case(CODE + words)) == MARK.findall(CODE + words)


def test_a_word_goes_behind_the_next_one_with_what_stands_between_left_there() -> None:
    assert swapped("is only there", 3) == (Span(3, 13), "there only")
    assert swapped(f"the {CODE}big old man", 5) == (Span(5, 12), "old big")
    assert swapped(f"big{CODE} old", 0) == (Span(0, 8), f"old{CODE} big")
    assert swapped("the end. A new one", 5) is None and swapped("end", 1) is None and swapped("", 0) is None
    assert word_at("don’t go", 2) == Span(0, 5) and word_at("  ", 1) is None


@given(LETTERS, st.integers(0, 40))
def test_swapping_keeps_every_letter_and_code(text: str, at: int) -> None:
    if found := swapped(text, min(at, len(text))):
        span, put = found
        assert sorted(put) == sorted(text[slice(*span)])
        assert MARK.findall(put) == MARK.findall(text[slice(*span)])
