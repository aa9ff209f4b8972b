"""The candidates' screen: names and terms of a document that the glossary has not, most wanted first."""

from __future__ import annotations

from asyncio import sleep, to_thread
from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from workbench.glossary import Candidate, Proposal, as_entry
from workbench.problem import WorkbenchError
from workbench.project import Project, document_candidates, english_for
from workbench.text import Span
from workbench.translation import Translation
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.glossary import term_preview
from workbench.tui.widgets.status import StatusLine

MOST_CONTEXTS = 20
AROUND = 70
"""Characters of German shown on each side of a candidate."""
PAUSE = 0.15
"""Seconds at a candidate after which its English is looked for."""


class CandidatesScreen(Screen[int | None]):
    """A list of candidates and, beside it, where the current one stands; the answer is a paragraph to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,a", "add(0)", "Make an entry", priority=True),
        *(Binding(str(number), f"add({number - 1})", "With this English", show=number == 2) for number in range(1, 10)),
        Binding("x,delete", "pass_over", "Hide"),
        Binding("p", "go", "To the place"),
        Binding("escape,q,m,f9", "back", "Back"),
    ]

    def __init__(self, project: Project, translation: Translation, hidden: set[str]) -> None:
        """`hidden`: German forms that are not shown; what the user hides is added to them."""
        super().__init__()
        self._project, self._translation = project, translation
        self.candidates: tuple[Candidate, ...] = ()
        """What is shown, in order."""
        self._hidden = hidden
        self._pointed = 0
        self._in_english: dict[str, tuple[Proposal, ...]] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="masthead", markup=False)
        with Container(id="candidates"):
            yield OptionList(id="list", markup=False)
            with VerticalScroll(id="places", can_focus=False):
                yield Static(markup=False)
        yield StatusLine()
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(StatusLine).tell("Reading the document …")
        self._look()

    @work(exclusive=True)
    async def _look(self, at: int = 0, told: str = "") -> None:
        """Find the candidates anew: after an entry was made, what it finds is none any more."""
        found = await to_thread(document_candidates, self._project, self._translation)
        self.candidates = tuple(c for c in found if c.german not in self._hidden)
        self._show(at, told)

    def _show(self, at: int, told: str = "") -> None:
        name = self._translation.record.source
        self.query_one("#masthead", Static).update(f"Candidates for the glossary  ·  {name}")
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options([Option(_line(candidate)) for candidate in self.candidates])
        choices.highlighted = min(at, len(self.candidates) - 1) if self.candidates else None
        choices.focus()
        keys = "" if told else ": Enter makes an entry, 2 … 9 with that English, x hides."
        left = f"{len(self.candidates)} candidates{keys}"
        self.query_one(StatusLine).tell(told + (left if self.candidates else "Nothing here that the glossary has not."))
        self._show_places()

    @property
    def _at(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    @property
    def current(self) -> Candidate | None:
        """The candidate the user is at."""
        return self.candidates[self._at] if self.candidates else None

    @on(OptionList.OptionHighlighted)
    def _show_places(self) -> None:
        candidate = self.current
        self._point()
        german = [record.german for record in self._translation.paragraphs]
        detail = _detail(candidate, self.proposals(candidate), german) if candidate else Text()
        self.query_one("#places Static", Static).update(detail)
        self.query_one("#places", VerticalScroll).scroll_home(animate=False)
        if candidate and candidate.german not in self._in_english:
            self._look_into_english(candidate)

    def _point(self) -> None:
        """A sign before the current row, for it must not be told by colour alone."""
        choices = self.query_one(OptionList)
        for number in {self._pointed, self._at} & set(range(len(self.candidates))):
            choices.replace_option_prompt_at_index(number, _line(self.candidates[number], number == self._at))
        self._pointed = self._at

    @work(exclusive=True, group="english")
    async def _look_into_english(self, candidate: Candidate) -> None:
        """What the draft or translation has for a candidate is proposed, too, when it is known."""
        await sleep(PAUSE)
        try:
            found = await to_thread(english_for, self._project, self._translation, candidate)
        except WorkbenchError as error:  # the package is gone: an entry can be made all the same
            self.query_one(StatusLine).tell(str(error), bad=True)
            found = ()
        self._in_english[candidate.german] = found
        if self.is_attached and self.current is candidate:
            self._show_places()

    def proposals(self, candidate: Candidate) -> tuple[Proposal, ...]:
        """The English to choose from, each once; at most nine."""
        both = (*candidate.english, *self._in_english.get(candidate.german, ()))
        return tuple({proposal.english: proposal for proposal in reversed(both)}.values())[::-1][:9]

    @work
    async def action_add(self, number: int) -> None:
        candidate = self.current
        if candidate is None:
            return
        proposals = self.proposals(candidate)
        if number >= max(1, len(proposals)):
            self.query_one(StatusLine).tell(f"There is no proposal {number + 1} here.")
            return
        english = proposals[number] if proposals else Proposal("", "")
        start = as_entry(candidate, english.english, english.short)
        preview = term_preview(self._project, self._translation.record)
        dialog = TermDialog(start, self._project.termbase.add, preview=preview)
        if entry := await self.app.push_screen_wait(dialog):
            at = self._at
            self._look(at, f"Saved: {entry.de[0]} → {entry.en}. ")

    def action_pass_over(self) -> None:
        """Leave this one out of the list as long as the document is on the desk."""
        if candidate := self.current:
            self._hidden.add(candidate.german)
            at = self._at
            self.candidates = tuple(c for c in self.candidates if c is not candidate)
            self._show(at, f"Hidden: {candidate.german}. ")

    def action_go(self) -> None:
        if (candidate := self.current) and candidate.contexts:
            self.dismiss(candidate.contexts[0][0])

    def action_back(self) -> None:
        self.dismiss(None)


def _line(candidate: Candidate, current: bool = False) -> Text:
    line = Text("▶" if current else " ", no_wrap=True, overflow="ellipsis").append(f"{candidate.count:3} ", "dim")
    line.append("  " if candidate.sure else "? ")
    line.append(candidate.german, "bold" if candidate.sure else "")
    if candidate.short:
        line.append(f", {candidate.short}")
    if candidate.english:
        line.append(f" → {candidate.english[0].english}")
    return line.append(f"  {candidate.kind}", "dim")


def _detail(candidate: Candidate, proposals: Sequence[Proposal], german: Sequence[str]) -> Text:
    """What is known of a candidate: why it is one, its forms, English to choose from, and its places."""
    sure = "" if candidate.sure else " · worth a look"
    lines = [
        Text(", ".join(candidate.forms), "bold"),
        Text(f"{candidate.kind} · {candidate.reason} · {candidate.count}×{sure}", "dim"),
        Text(),
    ]
    lines += [_proposal(number, proposal) for number, proposal in enumerate(proposals, start=1)]
    if proposals:
        lines.append(Text())
    lines += [_place(german[index], span, index) for index, span in candidate.contexts[:MOST_CONTEXTS]]
    if len(candidate.contexts) > MOST_CONTEXTS:
        lines.append(Text(f"… and {len(candidate.contexts) - MOST_CONTEXTS} more places", "dim"))
    return Text("\n").join(lines)


def _proposal(number: int, proposal: Proposal) -> Text:
    line = Text.assemble((f"{number} ", "dim"), (proposal.english, "bold"))
    if proposal.short:
        line.append(f", then {proposal.short}")
    return line.append(f"  {' · '.join(part for part in (proposal.source, proposal.note) if part)}", "dim")


def _place(german: str, span: Span, index: int) -> Text:
    start, end = max(0, span.start - AROUND), min(len(german), span.end + AROUND)
    before, after = german[start : span.start].replace("\n", " "), german[span.end : end].replace("\n", " ")
    return Text.assemble(
        (f"{index + 1:3}  ", "dim"),
        "… " * (start > 0) + before,
        (german[span.start : span.end], "underline bold"),
        after + " …" * (end < len(german)),
    )
