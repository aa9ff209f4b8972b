"""What is shown of a document: one mapping of rows and paragraphs, and where they lie, whatever is hidden."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.laid_out import LaidOut
from workbench.tui.shown import Shown

COUNTS = st.integers(0, 30)
PARAGRAPHS = st.integers(-3, 33)


@st.composite
def some_shown(draw: st.DrawFn) -> Shown:
    """Some paragraphs of a document, or all; perhaps some besides that were gone to."""
    count = draw(COUNTS)
    shown = Shown.all_of(count)
    if draw(st.booleans()):
        shown = Shown.only(count, draw(st.sets(PARAGRAPHS)))
    for paragraph in draw(st.lists(PARAGRAPHS, max_size=5)):
        shown = shown.with_besides(paragraph)
    return shown


def test_only_what_is_wanted_has_a_row() -> None:
    shown = Shown.only(10, {7, 2, 4})
    assert [*shown.paragraphs] == [2, 4, 7]
    assert (shown.row(4), shown.row(5)) == (1, None)
    assert shown.narrowed
    assert not Shown.all_of(10).narrowed


def test_steps_go_from_one_that_is_shown_to_the_next_and_stop_at_the_ends() -> None:
    shown = Shown.only(10, {2, 4, 7})
    assert [shown.step(4, by) for by in (-2, -1, 0, 1, 2)] == [2, 2, 4, 7, 7]
    assert (shown.step(5, 1), shown.step(5, -1)) == (7, 4)
    assert [*shown.around(4)] == [7, 2, 4]
    assert [*shown.around(5)] == [7, 2, 4]


def test_what_is_gone_to_stands_in_its_place_besides() -> None:
    shown = Shown.only(10, {2, 7}).with_besides(5)
    assert [*shown.paragraphs] == [2, 5, 7]
    assert set(shown.besides) == {5}
    assert shown.with_besides(5) is shown


@given(some_shown())
def test_a_row_is_the_paragraph_that_stands_in_it(shown: Shown) -> None:
    assert [shown.row(paragraph) for paragraph in shown.paragraphs] == list(range(len(shown)))
    assert all(before < after for before, after in pairwise(shown.paragraphs))
    hidden = set(range(shown.count)) - set(shown.paragraphs)
    assert all(shown.row(paragraph) is None and paragraph not in shown for paragraph in hidden)
    assert shown.besides <= set(shown.paragraphs)


@given(some_shown(), PARAGRAPHS)
def test_next_and_previous_undo_one_another_and_miss_nothing(shown: Shown, start: int) -> None:
    if not shown:
        return
    after, before = shown.step(start, 1), shown.step(start, -1)
    assert {after, before} <= set(shown.paragraphs)
    assert not any(start < paragraph < after for paragraph in shown.paragraphs)
    assert not any(before < paragraph < start for paragraph in shown.paragraphs)
    if start in shown and after != start:
        assert shown.step(after, -1) == start
    around = list(shown.around(start))
    assert sorted(around) == [*shown.paragraphs]
    assert not around or around[0] == next((p for p in shown.paragraphs if p > start), shown.paragraphs[0])


@given(
    some_shown(),
    st.lists(st.integers(1, 5), min_size=31, max_size=31),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=8),
    st.lists(st.integers(0, 30), max_size=3),
)
def test_paragraphs_lie_under_one_another_after_whatever_was_changed(
    shown: Shown, heights: list[int], changes: list[tuple[int, int]], gone_to: list[int]
) -> None:
    """Drafts come in for hidden ones too, and hidden ones are gone to: all lies as if it had been laid out anew."""
    laid = LaidOut(shown, lambda paragraph: heights[paragraph])
    laid.measure()
    for paragraph, height in changes:
        heights[paragraph] = height
        laid.update([paragraph] if paragraph < shown.count else [])
    for paragraph in gone_to:
        laid.show_besides(paragraph)
    anew = LaidOut(laid.shown, lambda paragraph: heights[paragraph])
    anew.measure()
    lines = [p for p in laid.shown.paragraphs for _ in range(heights[p])]
    assert laid.end == anew.end == len(lines)
    assert [laid.at(line) for line in range(laid.end)] == lines
    for paragraph in range(shown.count):
        assert (laid.top(paragraph), laid.height(paragraph)) == (anew.top(paragraph), anew.height(paragraph))
    if lines:
        assert [*laid.between(0, laid.end - 1)] == [*laid.shown.paragraphs]
        assert (laid.at(-5), laid.at(laid.end + 5)) == (lines[0], lines[-1])


def test_where_nothing_is_shown_nothing_lies_anywhere() -> None:
    laid = LaidOut(Shown.all_of(0), lambda _: 1)
    laid.measure()
    assert (laid.end, laid.at(0), laid.top(0), laid.height(0), [*laid.between(0, 9)]) == (0, 0, 0, 0, [])
