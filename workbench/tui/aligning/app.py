"""The program that has the screen for aligning alone: it needs no project."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from textual.binding import Binding, BindingType

from workbench.project.aligning.work import Work
from workbench.project.settings.settings import user_file
from workbench.tui.aligning.dialogs import LeaveDialog
from workbench.tui.aligning.screen import AlignScreen
from workbench.tui.colours import FEW_COLOURS, has_few_colours
from workbench.tui.keymap import USUAL, KeyMap, key_map
from workbench.tui.leaving import when_told_to_end
from workbench.tui.program import TURN, Program
from workbench.tui.sizes import BY_HEIGHT, BY_WIDTH


class AlignApp(Program):
    """The screen on two documents that were aligned."""

    TITLE = "Workbench"
    CSS_PATH = "../workbench.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", "Quit", show=False, priority=True)]

    def __init__(self, work: Work, theme: str = "", keys: KeyMap = USUAL) -> None:
        super().__init__(self._tell_unseen, keys)
        self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS = BY_WIDTH, BY_HEIGHT
        self._wanted_theme = theme
        self.lines = AlignScreen(work, keys)

    def on_mount(self) -> None:
        if self._wanted_theme in self.available_themes:
            self.theme = self._wanted_theme
        self.set_class(has_few_colours(self), FEW_COLOURS)
        self.push_screen(self.lines)
        self.call_after_refresh(self.typed_ahead.seen)
        when_told_to_end(self.exit)

    def action_leave(self) -> None:
        """Leave; asked while it is being asked, leave all the same."""
        if isinstance(self.screen, LeaveDialog):
            self.exit()
        else:
            self.lines.action_leave()

    def _tell_unseen(self) -> None:
        self.lines.status.tell("What came in before this screen was there was not taken.")


def run(work: Work, theme: str = "", keys: Mapping[str, str] = MappingProxyType({})) -> None:
    """Show an alignment, in this theme, with the keys of this setting, and stay until the user leaves."""
    sys.setswitchinterval(TURN)
    AlignApp(work, theme, key_map(keys, user_file())).run()
