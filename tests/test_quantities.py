"""Figures that count something get commas in English; those that name something stay as the German has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.figures import plain_figures
from workbench.engine.sentence.polish import english_numbers
from workbench.engine.sentence.quantities import is_quantity
from workbench.text import Span


@pytest.mark.parametrize("part", ["tuned", "held-out"])
def test_nineteen_in_twenty_figures_are_told_right(part: str) -> None:
    figures = plain_figures(part)
    right = [one for one in figures if is_quantity(one.german, one.place) == one.counts]
    assert len(right) >= 0.95 * len(figures)


@pytest.mark.parametrize(
    ("german", "draft", "english"),
    [
        ("in 10115 Berlin", "in 10,115 Berlin", "in 10115 Berlin"),
        ("das Gesetz 12345", "the 12,345 Act", "the 12345 Act"),
        ("35000 Menschen", "35000 people", "35,000 people"),
        ("1234567 neue Drohnen", "1234567 new drones", "1,234,567 new drones"),
        ("12000 bis 15000 Soldaten", "12000 to 15000 soldiers", "12,000 to 15,000 soldiers"),
        ("Gesetz 12.345", "law 12.345", "law 12,345"),
    ],
)
def test_a_comma_comes_only_into_what_counts(german: str, draft: str, english: str) -> None:
    assert english_numbers(german, draft) == english


def test_a_figure_of_any_length_is_a_figure() -> None:
    long = "7" * 6_000
    assert english_numbers(f"Die Zahl {long}.", f"The number {long}.") == f"The number {long}."
    assert english_numbers(f"{long} Euro", f"{long} euros").count(",") == 1_999


@given(st.text("Gesetz 10115 bis und Nr.§€ neue Euro", max_size=40))
def test_whatever_stands_around_it_is_looked_at(text: str) -> None:
    assert is_quantity(text + " 12345" + text, Span(len(text) + 1, len(text) + 6)) in (True, False)
