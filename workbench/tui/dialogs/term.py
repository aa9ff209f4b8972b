"""The form of a glossary entry, to add one or to change one."""

from __future__ import annotations

import re
from asyncio import sleep
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import Future
from typing import ClassVar, Literal

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Select, Static
from textual.widgets.option_list import Option

from workbench.glossary import KINDS, Entry, Kind, Proposal
from workbench.problem import WorkbenchError
from workbench.text import clean_line
from workbench.tui import door
from workbench.tui.dialogs.dialog import Dialog

FIELDS = (
    ("de", "German", 'base form first; commas between; a comma inside: "a, b"'),
    ("en", "English", "the form that is wanted"),
    ("first", "At first", "another form for the first mention, if there is one"),
    ("also", "Also", "other English that is allowed, with commas"),
    ("avoid", "Avoid", "English that is wrong, with commas"),
    ("note", "Note", "whatever helps the next translator"),
)
CASES: tuple[tuple[str, Literal["any", "exact"]], ...] = (
    ("any: capitals and spelling variants alike", "any"),
    ("exact: only as it is written here", "exact"),
)
PAUSE = 0.2
"""Seconds without a key after which the preview is made."""

_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:,|$)')
_PLAIN = re.compile(r"([^,]*)(?:,|$)")


def forms_in(line: str) -> tuple[str, ...]:
    """The forms on a line with commas between them; a form that has a comma itself stands in double quotes.

    >>> forms_in('Trump, Donald Trump'), forms_in('"Trump, Donald", Trump')
    (('Trump', 'Donald Trump'), ('Trump, Donald', 'Trump'))
    """
    forms, at = [], 0
    while at < len(line):
        match = _QUOTED.match(line, at)
        if match and _needs_quotes(form := match[1].replace('""', '"')):
            forms.append(form.strip())
        else:
            match = _PLAIN.match(line, at)
            forms.append(match[1].strip() if match else "")
        at = match.end() if match else len(line)
    return tuple(dict.fromkeys(form for form in forms if form))


def on_one_line(forms: Iterable[str]) -> str:
    """The forms as `forms_in` reads them."""
    return ", ".join('"' + form.replace('"', '""') + '"' if _needs_quotes(form) else form for form in forms)


def _needs_quotes(form: str) -> bool:
    return "," in form or form.startswith('"')


class TermDialog(Dialog[Entry]):
    """The answer is the entry, when `save` has taken it; what it refuses is told here, and nothing typed is lost.

    `proposals`: English to choose from, each with the reason for it; `proposed`: the same, still looked for.
    `preview`: what to say of the entry while it is being typed.
    """

    HINT = "Enter or Ctrl+S: save · Tab: next field · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+enter", "save", "Save"),
        Binding("down", "propose", "Proposals", show=False),
    ]

    def __init__(
        self,
        start: Entry,
        save: Callable[[Entry], Awaitable[object]],
        *,
        title: str = "Add a term to the glossary",
        proposals: Sequence[tuple[str, str]] = (),
        proposed: Future[Sequence[Proposal]] | None = None,
        preview: Callable[[Entry], Future[str]] | None = None,
    ) -> None:
        super().__init__()
        self._start, self._save, self._title, self._preview = start, save, title, preview
        self._proposed = proposed
        self._proposals = [(clean_line(english), clean_line(why)) for english, why in proposals]
        self._saving = False

    @property
    def title_text(self) -> str:
        return self._title

    def body(self) -> Iterable[Widget]:
        start = self._start
        listed = {"de": start.de, "also": start.also, "avoid": start.avoid}
        texts = {name: on_one_line(forms) for name, forms in listed.items()}
        texts |= {"en": start.en, "first": start.first, "note": start.note}
        for field, label, hint in FIELDS:
            yield _Field(label, Input(texts[field], placeholder=hint, id=field, compact=True))
            if field == "en":
                yield ProposalList(self._proposals)
        kinds = [(kind, kind) for kind in KINDS]
        yield _Field("Kind", Choice(kinds, value=start.kind, allow_blank=False, compact=True, id="kind"))
        yield _Field("Case", Choice(CASES, value=start.case, allow_blank=False, compact=True, id="case"))
        yield Static("", id="preview", markup=False)

    def on_mount(self) -> None:
        if not self._start.de:
            self.set_focus(self.query_one("#de"))
        elif self._proposals:
            self.set_focus(self.query_one(ProposalList))
        else:
            self.set_focus(self.query_one("#en"))
        self.look_ahead()
        if self._proposed is not None:
            self._take_proposed(self._proposed)

    @work
    async def _take_proposed(self, proposed: Future[Sequence[Proposal]]) -> None:
        """English that is found while the form stands open: the first goes into a field that is still empty."""
        try:
            found = await door.result(self, proposed)
        except WorkbenchError as error:
            self.tell(str(error))
            return
        self._proposals = [(clean_line(one.english), clean_line(one.source)) for one in found][:9]
        self.query_one(ProposalList).show(self._proposals)
        english = self.query_one("#en", Input)
        if self._proposals and not english.value:
            english.value = self._proposals[0][0]

    # What is typed

    @property
    def typed(self) -> Entry:
        """The entry as it stands in the form."""
        kind: Kind = next(kind for kind in KINDS if kind == self.query_one("#kind", Select).value)
        case = next(case for _, case in CASES if case == self.query_one("#case", Select).value)
        return Entry(
            de=forms_in(self._text("de")),
            en=self._text("en"),
            also=forms_in(self._text("also")),
            avoid=forms_in(self._text("avoid")),
            kind=kind,
            note=self._text("note"),
            case=case,
            first=self._text("first"),
        )

    def _text(self, field: str) -> str:
        return clean_line(self.query_one(f"#{field}", Input).value)

    @on(Input.Changed, "#de")
    @on(Select.Changed)
    def _changed(self) -> None:
        self.look_ahead()

    @work(exclusive=True, group="preview")
    async def look_ahead(self) -> None:
        """Say what the entry would find, when the typing pauses."""
        if self._preview is not None:
            entry = self.typed
            await sleep(PAUSE)
            said = await door.result(self, self._preview(entry))
            for line in self.query("#preview").results(Static):
                line.update(said)

    # Proposals

    def action_propose(self) -> None:
        if self._proposals and self.query_one("#en").has_focus:
            self.set_focus(self.query_one(ProposalList))

    @on(OptionList.OptionSelected)
    def _take_proposal(self, event: OptionList.OptionSelected) -> None:
        english = self.query_one("#en", Input)
        english.value = self._proposals[event.option_index][0]
        self.set_focus(english)

    # Saving

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    @work
    async def action_save(self) -> None:
        entry = self.typed
        if self._saving:
            return
        if not entry.de or not entry.en:
            self.tell("German and English are both needed.")
            return
        self._saving = True
        self.tell("Saving …", bad=False)
        try:
            await self._save(entry)
        except WorkbenchError as error:
            self.tell(str(error))
        else:
            self.dismiss(entry)
        finally:
            self._saving = False

    def action_back(self) -> None:
        if not self._saving:
            super().action_back()


class Choice(Select[str], inherit_bindings=False):
    """A list to choose from, opened by Space or ↓; Enter saves, here as in every field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.save", show=False),
        Binding("down,space,up", "show_overlay", show=False),
    ]


class ProposalList(OptionList):
    """English to choose from: up, down and Enter, or its number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"pick({number})", show=False) for number in range(1, 10)
    ]

    def __init__(self, proposals: Sequence[tuple[str, str]]) -> None:
        super().__init__(id="proposals")
        self.show(proposals)

    def show(self, proposals: Sequence[tuple[str, str]]) -> None:
        """Offer these, and nothing else."""
        lines = (
            Text.assemble((f"{number} ", "dim"), (english, "bold"), (f"  {why}", "dim"))
            for number, (english, why) in enumerate(proposals, start=1)
        )
        self.clear_options()
        self.add_options(Option(line) for line in lines)
        self.highlighted = 0 if proposals else None
        self.display = bool(proposals)

    def action_pick(self, number: int) -> None:
        if number <= self.option_count:
            self.highlighted = number - 1
            self.action_select()


class _Field(Horizontal):
    """A label and the input it belongs to, on one line."""

    def __init__(self, label: str, control: Widget) -> None:
        super().__init__(classes="field")
        self._label, self._control = label, control

    def compose(self) -> ComposeResult:
        yield Label(self._label)
        yield self._control
