"""Lists of rows: what is drawn anew when the user goes to another one."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import App, ComposeResult

from workbench.tui.widgets.rows import Look, RowList


class Counted:
    """A hundred rows that tell which of them were drawn."""

    def __init__(self) -> None:
        self.drawn: list[int] = []

    def __len__(self) -> int:
        return 100

    def height(self, index: int, width: int) -> int:
        return 1

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        self.drawn.append(index)
        return [[Segment(f"row {index}", look("strong"))]]


class OneList(App[None]):
    """A list alone."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = Counted()
        self.list = RowList(self.rows, id="rows")

    def compose(self) -> ComposeResult:
        yield self.list

    def on_mount(self) -> None:
        self.set_focus(self.list)
        self.list.show()


async def test_a_step_draws_the_two_rows_it_concerns_and_no_other() -> None:
    app = OneList()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.rows.drawn.clear()
        await pilot.press("down")
        await pilot.pause()
        assert sorted(app.rows.drawn) == [0, 1]
        app.rows.drawn.clear()
        app.list.draw_again([3])
        await pilot.pause()
        assert app.rows.drawn == [3]
