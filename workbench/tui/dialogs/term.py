"""Adding a name or term to the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static

from workbench.glossary import KINDS, Entry, Kind
from workbench.problem import WorkbenchError
from workbench.text import clean_line
from workbench.tui.dialogs.dialog import Dialog

FIELDS = (
    ("de", "German", "one form or several, with commas; the base form first"),
    ("en", "English", "the form that is wanted"),
    ("also", "Also", "other English that is allowed, with commas"),
    ("avoid", "Avoid", "English that is wrong, with commas"),
    ("note", "Note", "whatever helps the next translator"),
)


class TermDialog(Dialog[Entry]):
    """The answer is the new entry, when `add` has taken it; what it refuses is told here, and nothing is lost."""

    TITLE_TEXT = "Add a term to the glossary"
    HINT = "Enter or Ctrl+S: add · Tab: next field · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,ctrl+enter", "add", "Add")]

    def __init__(self, start: Entry, add: Callable[[Entry], None]) -> None:
        super().__init__()
        self._kind, self._add = start.kind, add
        listed = {"de": start.de, "also": start.also, "avoid": start.avoid}
        self._start = {name: ", ".join(forms) for name, forms in listed.items()} | {"en": start.en, "note": start.note}

    def body(self) -> Iterable[Widget]:
        for field, label, hint in FIELDS:
            yield _Field(label, Input(self._start[field], placeholder=hint, id=field, compact=True))
        yield _Field(
            "Kind", Select([(kind, kind) for kind in KINDS], value=self._kind, allow_blank=False, compact=True)
        )
        yield Static("", id="problem", classes="problem", markup=False)

    def on_mount(self) -> None:
        first_empty = "en" if self._start["de"] and not self._start["en"] else "de"
        self.query_one(f"#{first_empty}", Input).focus()

    def on_input_submitted(self) -> None:
        self.action_add()

    def action_add(self) -> None:
        german, english = self._list("de"), clean_line(self.query_one("#en", Input).value)
        if not german or not english:
            self._refuse("German and English are both needed.")
            return
        kind: Kind = next(kind for kind in KINDS if kind == self.query_one(Select).value)
        note = clean_line(self.query_one("#note", Input).value)
        entry = Entry(german, english, self._list("also"), self._list("avoid"), kind, note)
        try:
            self._add(entry)
        except WorkbenchError as error:
            self._refuse(str(error))
        else:
            self.dismiss(entry)

    def _refuse(self, why: str) -> None:
        self.query_one("#problem", Static).update(f"✗ {why}")

    def _list(self, field: str) -> tuple[str, ...]:
        value = clean_line(self.query_one(f"#{field}", Input).value)
        return tuple(part.strip() for part in value.split(",") if part.strip())


class _Field(Horizontal):
    """A label and the input it belongs to, on one line."""

    def __init__(self, label: str, control: Widget) -> None:
        super().__init__(classes="field")
        self._label, self._control = label, control

    def compose(self) -> ComposeResult:
        yield Label(self._label)
        yield self._control
