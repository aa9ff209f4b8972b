"""A suggestion in the rows that are free behind the cursor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.tui.widgets.ghost import MORE, ghost_rows


@given(
    text=st.text(st.sampled_from("abc é漢 ,."), min_size=1, max_size=60).filter(lambda text: text.strip()),
    first=st.integers(0, 30),
    width=st.integers(1, 30),
    rows=st.integers(1, 5),
)
def test_it_never_takes_more_room_than_there_is(text: str, first: int, width: int, rows: int) -> None:
    made = ghost_rows(text, first, width, rows)
    assert len(made) <= rows
    assert all(cell_len(row) <= (width if at else first) for at, row in enumerate(made))
    told = "".join("".join(made).split())
    assert "".join(text.split()).startswith(told.removesuffix(MORE))


def test_it_goes_on_in_the_rows_below_and_says_that_there_is_more() -> None:
    assert ghost_rows("ernment decided on Monday", 7, 12, 3) == ["ernment", "decided on", "Monday"]
    assert ghost_rows("ernment decided on Monday", 7, 12, 2) == ["ernment", "decided on …"]
    assert ghost_rows("ernment", 6, 12, 3) == []
    assert ghost_rows(" government", 3, 12, 3) == ["", "government"]
