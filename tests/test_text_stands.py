"""Whether words stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.stands import stands_in


@pytest.mark.parametrize(
    ("words", "text", "stand"),
    [
        ("art", "It started.", False),
        ("art", "Modern art.", True),
        ("observatory", "Observatory closed", True),
        ("swimming pool", "The swimming\npool is open.", True),
        ("swimming pool", "The swimming pools are open.", False),
        ("bird's eye", "A bird’s eye view.", True),
        ("embroidery machine", "An EMBROIDERY MACHINE", True),
        ("C++", "Written in C++.", True),
        ("", "Anything.", False),
    ],
)
def test_words_stand_in_a_text_as_whole_words_in_capitals_or_not(words: str, text: str, stand: bool) -> None:
    assert stands_in(words, text) is stand


@given(st.lists(st.text("abc'’-", min_size=1), min_size=1), st.text("ab .,"), st.text("ab .,"))
def test_what_is_put_between_spaces_stands_there(words: list[str], before: str, after: str) -> None:
    phrase = " ".join(words)
    assert stands_in(phrase, f"{before} {phrase.upper()} {after}")
