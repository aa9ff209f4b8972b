"""Screen lines: what a paragraph looks like in a column, and that no character gets lost on the way."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.tui.wrapping import height, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[span.start : span.end] for span in wrap(text, width)]


def test_lines_break_between_words() -> None:
    assert lines("Der Gipfel in Eriwan begann am Donnerstag.", 14) == [
        "Der Gipfel in",
        "Eriwan begann",
        "am Donnerstag.",
    ]


def test_a_word_wider_than_the_column_is_cut() -> None:
    assert lines("Die Verteidigungsministerien", 10) == ["Die", "Verteidigu", "ngsministe", "rien"]


def test_line_breaks_of_the_text_are_kept() -> None:
    assert lines("eins\n\nzwei", 20) == ["eins", "", "zwei"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines("", 20) == [""]


def test_wide_characters_count_two_cells() -> None:
    assert lines("日本語日本語", 6) == ["日本語", "日本語"]


@settings(max_examples=300)
@given(st.text(alphabet="aä日 \n…–", max_size=120), st.integers(2, 30))
def test_every_character_is_on_exactly_one_line_in_order_and_fits(text: str, width: int) -> None:
    spans = wrap(text, width)
    assert "".join(text[s.start : s.end] for s in spans).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(cell_len(text[s.start : s.end]) <= width for s in spans)


@settings(max_examples=500)
@given(st.text(alphabet="ab… é", max_size=80), st.integers(2, 30))
def test_narrow_text_is_broken_as_any_other(text: str, width: int) -> None:
    """A wide character, here in a line of its own, has a text broken with a look at each character's width."""
    assert wrap(f"{text}\n日", width)[:-1] == wrap(text, width)
    assert height(text, width) == len(wrap(text, width))


@given(st.text(max_size=80), st.integers(2, 30))
def test_a_paragraph_is_as_high_as_its_lines(text: str, width: int) -> None:
    assert height(text, width) == len(wrap(text, width))
