"""Choosing which paragraphs are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workbench.project.doubting.most import USUAL, wider
from workbench.project.narrowing import CONDITIONS, Condition, Narrowing
from workbench.text import clean_line
from workbench.tui.dialogs.dialog import Dialog

_ABOUT: dict[Condition, str] = {
    "not reviewed": "what is still to be done",
    "with findings": "an error or a warning",
    "changed since export": "other than it was handed over last",
    "with notes": "a note is on it",
    "bookmarked": "marked with b",
    "German changed": "the article has changed under its English",
    "untouched drafts": "nobody has worked on it",
    "from the memory": "a sentence of its draft was translated before",
    "left out": "goes into no English",
    "in doubt": "drafts with words of which the package was unsure",
    "contains": "the words below, in German or English, in any form",
}
WORDS: Condition = "contains"
DOUBT: Condition = "in doubt"
KEYS = "123456789d0"
"""The key of each condition."""


class NarrowingDialog(Dialog[Narrowing]):
    """The answer is what was chosen. `now`: what holds now; `words`: what is offered to be looked for."""

    TITLE_TEXT = "Show only paragraphs that are …"
    HINT = "1 … 9, d, 0: that alone · Space: tick · Enter: show · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"only({at})", show=False) for at, key in enumerate(KEYS) if CONDITIONS[at] != WORDS),
        Binding("0", "to_words", "Words", show=False),
        Binding("space", "tick", "Tick"),
        Binding("tab", "other", "Words", show=False, priority=True),
    ]

    def __init__(self, now: Narrowing | None, words: str) -> None:
        super().__init__()
        self._ticked = set(now.conditions) if now else set()
        self._words = now.words if now and now.words else words
        self._share = now.share if now else USUAL
        self._doubt_alone = now is not None and now.conditions == (DOUBT,)

    def body(self) -> Iterable[Widget]:
        options = OptionList(*map(Option, map(self._line, CONDITIONS)))
        options.highlighted = next((at for at, one in enumerate(CONDITIONS) if one in self._ticked), 0)
        yield options
        yield Input(self._words, placeholder="Words", id="words")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(OptionList))

    def _line(self, condition: Condition) -> Text:
        key = KEYS[CONDITIONS.index(condition)]
        box = "[x]" if condition in self._ticked else "[ ]"
        about = self._about_doubt if condition == DOUBT else _ABOUT[condition]
        return Text.assemble(f"{box} ", (f"{key} ", "dim"), (condition, "bold"), f"  {about}")

    @property
    def _about_doubt(self) -> str:
        all_of_them = self._share == "all"
        about = _ABOUT[DOUBT] if all_of_them else f"the most doubtful {self._share} of drafts"
        return f"{about}; d: {wider(self._share)}" if self._doubt_alone else about

    def _draw(self) -> None:
        options = self.query_one(OptionList)
        for at, condition in enumerate(CONDITIONS):
            options.replace_option_prompt_at_index(at, self._line(condition))

    @property
    def _current(self) -> Condition:
        return CONDITIONS[self.query_one(OptionList).highlighted or 0]

    def action_tick(self) -> None:
        self._ticked ^= {self._current}
        self._draw()

    def action_only(self, at: int) -> None:
        self._ticked = {CONDITIONS[at]}
        if self._doubt_alone and CONDITIONS[at] == DOUBT:
            self._share = wider(self._share)
        self._answer()

    def action_to_words(self) -> None:
        self.set_focus(self.query_one(Input))
        self.query_one(Input).action_select_all()

    def action_other(self) -> None:
        if self.query_one(Input).has_focus:
            self.set_focus(self.query_one(OptionList))
        else:
            self.action_to_words()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        """What is ticked; where nothing is, the one that the user is at."""
        self._ticked = self._ticked or {self._current}
        self._answer()

    @on(Input.Submitted)
    def _words_given(self) -> None:
        self._ticked.add(WORDS)
        self._answer()

    def _answer(self) -> None:
        words = clean_line(self.query_one(Input).value).strip() if WORDS in self._ticked else ""
        if WORDS in self._ticked and not words:
            self.tell("Which words? Type them here.")
            self.action_to_words()
            return
        self.dismiss(Narrowing(tuple(one for one in CONDITIONS if one in self._ticked), words, self._share))
