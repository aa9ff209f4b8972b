"""The heads of a list's columns: their names, which of them the list is ordered by, and orders to click on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widget import Widget

from workbench.tui.fitting import fitted
from workbench.tui.widgets.rows import RowList

Order = TypeVar("Order", bound=str)


@dataclass(frozen=True, slots=True)
class Head(Generic[Order]):
    """The head of a column `width` cells wide. `order`: what a click orders by; `rises`: from its least to its most."""

    name: str
    width: int
    order: Order | None = None
    right: bool = False
    rises: bool = False

    def text(self, *, here: bool) -> str:
        """The name in the column's cells; `here`: the list is ordered by it."""
        name = self.name + ("↑" if self.rises else "↓") if here else self.name
        return name.rjust(self.width) if self.right else fitted(name, self.width)


class Heads(Widget, Generic[Order]):
    """The columns' names over the list, a blank behind each. `heads`: those of a list so many cells wide."""

    def __init__(
        self, heads: Callable[[int], Iterable[Head[Order]]], order: Order, clicked: Callable[[Order], None]
    ) -> None:
        """`clicked`: called with the order that the user wants."""
        super().__init__(id="heads")
        self._of_width, self._order, self._clicked = heads, order, clicked

    def show(self, order: Order) -> None:
        """Mark the column that the list is ordered by."""
        self._order = order
        self.refresh()

    @property
    def _heads(self) -> Iterable[Head[Order]]:
        return self._of_width(self.size.width - RowList.POINTER - 1)

    def render(self) -> Text:
        line = Text(" " * RowList.POINTER, no_wrap=True)
        for head in self._heads:
            here = head.order == self._order
            line.append(head.text(here=here) + " ", Style(bold=here))
        return line

    def on_click(self, event: events.Click) -> None:
        edge = RowList.POINTER
        for head in self._heads:
            edge += head.width + 1
            if event.x < edge:
                if head.order:
                    self._clicked(head.order)
                return
