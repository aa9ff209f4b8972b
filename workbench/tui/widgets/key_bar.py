"""The line at the bottom: what can be done here. No label is cut: what has no room is left out; Help and Esc never."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.widget import Widget
from textual.widgets import Input, TextArea

from workbench.tui.keys import Key, name_of

BETWEEN = 2
OUT = "Esc"
ROOMY = 60
"""From this width on (cells) two of them stay free at the right edge."""


class Hint(NamedTuple):
    """A key's name, what it does in one or two words, and the action that a click carries out."""

    key: str
    label: str
    action: str

    @property
    def width(self) -> int:
        """Cells it takes."""
        return cell_len(self.key) + 1 + cell_len(self.label)


class KeyBar(Widget):
    """The most important keys first, as many as there is room for, and the last one at the right edge.

    `browsing` are shown outside, `writing` inside of a text; both in the order of their importance, Help last.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label"}

    def __init__(self, browsing: Sequence[Hint], writing: Sequence[Hint] = ()) -> None:
        super().__init__(id="keys")
        self._browsing, self._writing = browsing, writing or browsing
        self._left_out: frozenset[str] = frozenset()

    def on_mount(self) -> None:
        self.watch(self.screen, "focused", self._other_focus, init=False)

    def _other_focus(self) -> None:
        self.refresh()

    def leave_out(self, actions: frozenset[str]) -> None:
        """Show no hint of these actions, which would do nothing now; another call shows those of before again."""
        if actions != self._left_out:
            self._left_out = actions
            self.refresh()

    @property
    def shown(self) -> list[tuple[int, Hint]]:
        """What is shown now, each with its first cell."""
        hints = self._writing if isinstance(self.screen.focused, TextArea | Input) else self._browsing
        useful = [hint for hint in hints if hint.action not in self._left_out]
        width = self.size.width
        return fitting(useful, max(1, width - 2 if width >= ROOMY else width))

    def render(self) -> Text:
        key, label = (self.get_component_rich_style(f"keys--{part}", partial=True) for part in ("key", "label"))
        line = Text(no_wrap=True)
        for at, hint in self.shown:
            line.append(" " * (at - line.cell_len)).append(hint.key, key).append(f" {hint.label}", label)
        return line

    async def on_click(self, event: events.Click) -> None:
        for at, hint in self.shown:
            if at <= event.x - 1 < at + hint.width:
                await self.screen.run_action(hint.action)


def fitting(hints: Sequence[Hint], width: int) -> list[tuple[int, Hint]]:
    """The first hints that fit into `width` cells beside the last one and the way out, each with its first cell."""
    *others, last = hints
    placed, at = [], 0
    owed = sum(hint.width + BETWEEN for hint in others if hint.key == OUT)
    for hint in others:
        owed -= (hint.width + BETWEEN) * (hint.key == OUT)
        if at + hint.width + BETWEEN + owed + last.width <= width:
            placed.append((at, hint))
            at += hint.width + BETWEEN
    return [*placed, (max(at, width - last.width), last)]


def hints(keys: Iterable[Key], wanted: Sequence[tuple[str, str]], *, writing: bool = False) -> list[Hint]:
    """The wanted (action, label) pairs with the keys that carry them out; an empty label is the key's own.

    `writing`: while letters go into a text, so that only other keys do anything. What no key does is left out.
    """
    of_action = {key.action: key for key in reversed(tuple(keys))}
    found = []
    for action, label in wanted:
        key = of_action.get(action)
        names = [name for name in key.keys.split(",") if not writing or not _is_letter(name)] if key else []
        if key and names:
            found.append(Hint(name_of(names[0]), label or key.label, action))
    return found


_SIGNS = ("slash", "question_mark", "number_sign", "right_square_bracket", "left_square_bracket", "space")


def _is_letter(name: str) -> bool:
    return len(name) == 1 or name in _SIGNS
