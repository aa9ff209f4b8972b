"""Counting words by the rules of other programs: OmegaT's as Java makes it, Word's, and the workbench's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.project.figures.words import RULES, between_blanks, by_java, with_letter_or_figure

COUNTED = Path(__file__).parent / "data" / "figures" / "omegat_words.tsv"
"""Texts with what Java 17.0.15 says of them (`java benchmarks/data/OmegatWords.java`)."""


def told_by_java() -> list[tuple[int, str]]:
    lines = COUNTED.read_text(encoding="utf-8").split("\n")[1:-1]
    return [(int(count), text) for count, text in (line.split("\t", 1) for line in lines)]


@pytest.mark.feature("segments, words, characters")
def test_omegats_words_are_those_that_java_tells() -> None:
    told = told_by_java()
    assert len(told) > 300
    assert [(by_java(text), text) for _, text in told] == told


@pytest.mark.parametrize(
    ("text", "workbench", "word", "omegat"),
    [
        ("Der Zug – ein IC – fuhr ab.", 6, 8, 6),
        ("12-jährige Kinder und/oder Eltern", 4, 4, 6),
        ("E-Mail von 14.30 Uhr", 4, 4, 4),
        ("Die F&E-Abteilung …", 2, 3, 2),
        ("", 0, 0, 0),
    ],
)
def test_the_rules_differ_where_it_is_said_that_they_do(text: str, workbench: int, word: int, omegat: int) -> None:
    assert (with_letter_or_figure(text), between_blanks(text), by_java(text)) == (workbench, word, omegat)


@given(st.text(max_size=80), st.text(max_size=80))
def test_words_of_two_texts_are_those_of_both(one: str, other: str) -> None:
    for rule in RULES.values():
        assert rule.words(f"{one} {other}") == rule.words(one) + rule.words(other)


@given(st.text(max_size=80))
def test_no_rule_counts_more_words_than_letters_and_signs(text: str) -> None:
    for rule in RULES.values():
        assert 0 <= rule.words(text) <= sum(not one.isspace() for one in text)
    assert with_letter_or_figure(text) <= between_blanks(text)
