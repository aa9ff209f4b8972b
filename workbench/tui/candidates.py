"""The candidates' screen: names and terms of a document that the glossary has not, most wanted first."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from workbench.glossary import Candidate, Proposal, as_entry
from workbench.problem import WorkbenchError
from workbench.project import Session, document_candidates, english_for
from workbench.project.commands import AddEntry
from workbench.text import Span, clean_line
from workbench.tui import door
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.fitting import fitted
from workbench.tui.glossary import saving, term_preview
from workbench.tui.widgets.key_bar import Hint, KeyBar
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.rows import Look, RowList
from workbench.tui.widgets.status import StatusLine

MOST_CONTEXTS = 20
AROUND = 70
"""Characters of German shown on each side of a candidate."""
PAUSE = 0.15
"""Seconds at a candidate after which its English is looked for."""

FOOT = (
    Hint("Enter", "Make an entry", "add(0)"),
    Hint("2…9", "with that English", "add(1)"),
    Hint("x", "Hide", "pass_over"),
    Hint("p", "To the place", "go"),
    Hint("Esc", "Back", "back"),
)


class CandidatesScreen(Screen[int | None]):
    """A list of candidates and, beside it, where the current one stands; the answer is a paragraph to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,a", "add(0)", "Make an entry", priority=True),
        *(Binding(str(number), f"add({number - 1})", "With this English", show=number == 2) for number in range(1, 10)),
        Binding("x,delete", "pass_over", "Hide"),
        Binding("p", "go", "To the place"),
        Binding("escape,q,m,f9", "back", "Back"),
    ]

    def __init__(self, session: Session, hidden: set[str]) -> None:
        """`hidden`: German forms that are not shown; what the user hides is added to them."""
        super().__init__()
        self._session = session
        self._hidden = hidden
        self._masthead, self._status = Masthead(), StatusLine()
        self._detail = Static(markup=False)
        self._places = VerticalScroll(self._detail, id="places", can_focus=False)
        self._rows = CandidateRows()
        self._list = RowList(self._rows, id="list")
        self._in_english: dict[str, tuple[Proposal, ...]] = {}

    def compose(self) -> ComposeResult:
        yield self._masthead
        with Container(id="candidates"):
            yield self._list
            yield self._places
        yield self._status
        yield KeyBar(FOOT)

    def on_mount(self) -> None:
        self._status.tell("Reading the document …")
        self._look()

    @work(exclusive=True)
    async def _look(self, at: int = 0, told: str = "") -> None:
        """Find the candidates anew: after an entry was made, what it finds is none any more."""
        session = self._session
        look = partial(document_candidates, session.project, session.translation)
        found = await door.result(self, session.lanes.look_up.submit(look, name="candidates"))
        self._rows.candidates = tuple(c for c in found if c.german not in self._hidden)
        self._show(at, told)

    def _show(self, at: int, told: str = "") -> None:
        name = clean_line(self._session.document)
        self._masthead.say("Candidates for the glossary", (name,))
        self._status.tell(told if self.candidates else f"{told}Nothing here that the glossary has not.")
        self._list.show(at)
        self.set_focus(self._list)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What is shown, in order."""
        return self._rows.candidates

    @property
    def current(self) -> Candidate | None:
        """The candidate the user is at."""
        return self.candidates[self._list.current] if self.candidates else None

    @on(RowList.Moved)
    def _show_places(self) -> None:
        candidate = self.current
        count = len(self.candidates)
        self._status.stand(f"Candidate {self._list.current + 1} of {count}" if count else "")
        german = [record.german for record in self._session.paragraphs]
        detail = _detail(candidate, self.proposals(candidate), german) if candidate else Text()
        self._detail.update(detail)
        self._places.scroll_home(animate=False)
        if candidate and candidate.german not in self._in_english:
            self._look_into_english(candidate)

    @on(RowList.Stepped)
    def _stepped(self) -> None:
        """What was told of another candidate is over."""
        self._status.rest()

    @work(exclusive=True, group="english")
    async def _look_into_english(self, candidate: Candidate) -> None:
        """What the draft or translation has for a candidate is proposed, too, when it is known."""
        await sleep(PAUSE)
        try:
            session = self._session
            look = partial(english_for, session.project, session.translation, candidate)
            found = await door.result(self, session.lanes.model.submit(look, name="english", urgent=True))
        except WorkbenchError as error:  # the package is gone: an entry can be made all the same
            self._status.tell(str(error), bad=True)
            found = ()
        self._in_english[candidate.german] = found
        if self.current is candidate:
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
            self._status.tell(f"There is no proposal {number + 1} here.")
            return
        english = proposals[number] if proposals else Proposal("", "")
        start = as_entry(candidate, english.english, english.short)
        dialog = TermDialog(start, saving(self._session, AddEntry), preview=term_preview(self._session))
        if entry := await self.app.push_screen_wait(dialog):
            self._look(self._list.current, f"Saved: {entry.de[0]} → {entry.en}. ")

    def action_pass_over(self) -> None:
        """Leave this one out of the list as long as the document is on the desk."""
        if candidate := self.current:
            self._hidden.add(candidate.german)
            self._rows.candidates = tuple(c for c in self.candidates if c is not candidate)
            self._show(self._list.current, f"Hidden: {candidate.german}. ")

    def action_go(self) -> None:
        if (candidate := self.current) and candidate.contexts:
            self.dismiss(candidate.contexts[0][0])

    def action_back(self) -> None:
        self.dismiss(None)


class CandidateRows:
    """The candidates, a line each: how often, German, the first English proposed, kind."""

    def __init__(self) -> None:
        self.candidates: tuple[Candidate, ...] = ()

    def __len__(self) -> int:
        return len(self.candidates)

    def height(self, index: int, width: int) -> int:
        return 1

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        candidate = self.candidates[index]
        german = ", ".join(candidate.forms)
        english = f" → {candidate.english[0].english}" if candidate.english else ""
        head = f"{candidate.count:3} {' ' if candidate.sure else '?'} "
        rest = max(1, width - len(head) - len(candidate.kind) - 2)
        return [
            [
                Segment(head, look("dim")),
                Segment(fitted(german + english, rest) + " ", look("strong" if candidate.sure else "")),
                Segment(candidate.kind, look("dim")),
            ]
        ]


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
    if start and german[start - 1].isalnum():  # no half words
        before = before.partition(" ")[2]
    if german[end : end + 1].isalnum():
        after = after.rpartition(" ")[0]
    return Text.assemble(
        (f"{index + 1:3}  ", "dim"),
        "… " * (start > 0) + before,
        (german[span.start : span.end], "underline bold"),
        after + " …" * (end < len(german)),
    )
