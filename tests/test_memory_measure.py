"""How like two German texts are: the rules of docs/memory.md, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory import Query, band, exact_key
from workbench.memory.keys import german_keys, weights, word_key, words_in
from workbench.memory.words import folded_words, words_of
from workbench.text import Inline, clean


def percent(text: str, memory: str) -> int:
    return Query(Inline.parsed(text)).likeness(Inline.parsed(memory)).percent


@pytest.mark.parametrize(
    ("text", "memory", "wanted"),
    [
        ("Der Rat tagt.", "Der Rat tagt.", 100),
        ("Er sagte „Nein“.", 'Er sagte "Nein".', 100),
        ("Sie wartete – lange ...", "Sie wartete — lange …", 100),
        ("Der Rat  tagt .", "Der Rat tagt.", 100),
        ("Am 3. Mai tagt der Rat.", "Am 4. Mai tagt der Rat.", 99),
        ("Am 3. Mai tagt der Rat.", "Am 4. Juni tagt der Rat.", 98),
        ("Am Montag tagt der Rat.", "Am Dienstag tagt der Rat.", 99),
        ("Es kamen 1 500 Leute.", "Es kamen 1500 Leute.", 99),
        ("Der Rat tagt!", "Der Rat tagt.", 99),
        ("Ja, der Rat tagt.", "Ja der Rat, tagt.", 99),
        ("Das neue Amt öffnet.", "Das Neue Amt öffnet.", 99),
        ("Der Rat tagt; er tagt (oft)!", "Der Rat tagt, er tagt „oft“.", 96),
        ("1, 2, 3, 4, 5, 6, 7 zählt er", "7, 6, 5, 3, 4, 2, 1 zählt er", 95),
        ("Der Rat tagt heute.", "Der Rat tagt morgen.", 75),
        ("Der Rat tagt heute.", "Der Rat tagt.", 75),
        ("Der Rat tagt heute.", "Heute tagt der Rat.", 0),
        ("Die Räte tagen.", "Die Raete tagen.", 66),
        (" ".join(["Wort"] * 40), " ".join(["Wort"] * 39 + ["Bild"]), 94),
        ("1/6", "1/7", 0),
        ("1/6", "1/6", 100),
        ("12.05.2022", "13.05.2022", 0),
        ("Montag", "Dienstag", 0),
        ("…", "...", 100),
    ],
)
def test_the_bands(text: str, memory: str, wanted: int) -> None:
    assert percent(text, memory) == wanted


def test_what_differs_is_told() -> None:
    likeness = Query(Inline.parsed("⟨1⟩Am⟨/1⟩ 3. Mai tagt der Rat!")).likeness(Inline("am 4. Mai tagt der Rat."))
    assert (likeness.percent, likeness.figures, likeness.marks, likeness.codes, likeness.capitals) == (
        96,
        1,
        1,
        True,
        True,
    )
    assert Query(Inline("Der Rat tagt heute.")).likeness(Inline("Der Rat tagt nicht heute.")).words == 1


@pytest.mark.parametrize(
    ("text", "memory", "wanted"),
    [
        ("Der ⟨1⟩neue⟨/1⟩ Rat.", "Der ⟨7⟩neue⟨/7⟩ Rat.", 100),
        ("Der ⟨1⟩neue⟨/1⟩ Rat.", "Der neue ⟨1⟩Rat⟨/1⟩.", 99),
        ("Der neue Rat.", "Der ⟨1⟩neue⟨/1⟩ Rat.", 100),
        ("Der ⟨1⟩neue⟨/1⟩ Rat.", "Der neue Rat.", 99),
        ("Der ⟨1/⟩ Rat.", "Der ⟨1⟩⟨/1⟩ Rat.", 99),
    ],
)
def test_codes_are_the_same_at_the_same_words_whatever_their_numbers(text: str, memory: str, wanted: int) -> None:
    assert percent(text, memory) == wanted


def test_bands_are_those_of_the_trade() -> None:
    assert [band(percent) for percent in (101, 100, 99, 95, 94, 85, 84, 75, 74, 70, 69, 50, 49)] == [
        *(101, 100, 95, 95, 85, 85, 75, 75, 70, 70, 50, 50, 0)
    ]  # fmt: skip


TEXTS = st.text(st.sampled_from("aAbBßäÄ ,.;–-„“\"'3417#_²İŉ\n"), max_size=25) | st.text(max_size=20)


@given(TEXTS)
def test_a_text_is_like_itself(text: str) -> None:
    assert percent(clean(text), clean(text)) == 100


@given(TEXTS, TEXTS)
def test_a_hundred_percent_are_those_that_have_one_key(one: str, other: str) -> None:
    one, other = Inline(clean(one)).text, clean(other)
    likeness = Query(Inline(one)).likeness(Inline(other))
    assert (likeness.percent == 100) == (exact_key(one) == exact_key(other))


@given(TEXTS, TEXTS)
def test_who_is_asked_does_not_matter_where_words_differ(one: str, other: str) -> None:
    here, there = (Query(Inline(a)).likeness(Inline(b)) for a, b in ((one, other), (other, one)))
    if words_of(one).written and words_of(other).written:
        assert here == there
        assert 0 <= here.percent <= 100
        assert (here.percent >= 95) == (not here.words)


@given(TEXTS)
def test_the_words_that_are_compared_by_thousands_are_the_words(text: str) -> None:
    assert tuple(folded_words(text)) == words_of(text).words


@given(TEXTS, TEXTS)
def test_words_that_are_equal_have_one_key(one: str, other: str) -> None:
    assert german_keys(words_in(one)) == german_keys(words_in(one.casefold()))
    if one.casefold() == other.casefold():
        assert word_key(one.casefold()) == word_key(other.casefold())


@given(TEXTS, TEXTS)
def test_texts_are_never_more_alike_than_their_common_words(one: str, other: str) -> None:
    """The bound that the index stands on."""
    likeness = Query(Inline(one)).likeness(Inline(other))
    counted, keys = weights(words_in(one)), german_keys(words_in(other))
    longer = max(len(words_in(one)), len(words_in(other)), 1)
    common = sum(count for key, count in counted.items() if key in keys)
    assert words_of(one).written == () or likeness.words >= longer - common
