"""The search screen: words, how and where they are looked for, the list of places, other words for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from workbench.problem import WorkbenchError
from workbench.project import Session
from workbench.project.records import Records
from workbench.project.searching.documents import Documents
from workbench.project.searching.outside import Outside
from workbench.project.searching.query import Query
from workbench.project.searching.search import Hit, Search
from workbench.project.searching.walk import Place, Sought, Walk
from workbench.text import clean
from workbench.tui import door
from workbench.tui.keys import bindings
from workbench.tui.search.asking import ask_for
from workbench.tui.search.help import SearchHelp
from workbench.tui.search.keys import SEARCH
from workbench.tui.search.looking import Looking
from workbench.tui.search.options import Options
from workbench.tui.search.replacing import Replacing
from workbench.tui.search.rows import FoundRows
from workbench.tui.widgets.key_bar import KeyBar, hints
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.rows import RowList
from workbench.tui.widgets.status import StatusLine

MOST = 5_000
"""Paragraphs that are listed."""
FOOT = (*((key.action, "") for key in SEARCH if key.action not in ("back", "help")), ("back", ""), ("help", ""))


class SearchScreen(Screen[Place]):
    """Look for words in all documents, walk through the list, replace. The answer is the place to go to, or None.

    `before`: what was looked for last, which is shown again. `words`: look for these instead. After the screen `sought`
    is what the desk marks and walks on through. `replacing`: begin with other words for what is found.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH)
    AUTO_FOCUS = ""

    def __init__(
        self, session: Session, before: Sought | None = None, words: str = "", *, replacing: bool = False
    ) -> None:
        super().__init__()
        self.session = session
        self.sought = before
        """What was looked for, with the list to walk through."""
        self.prepared = False
        self.status, self._masthead = StatusLine(), Masthead()
        self._replacing = Replacing(session, self, self.status)
        self._options = Options.of(before.query) if before else Options()
        text = words or (before.query.text if before else "")
        self._words = WordsInput(text, placeholder="Words in any document", id="words", compact=True)
        self._with = WordsInput(placeholder="Put this in their place", id="with", compact=True)
        self._told = Static(id="options", markup=False)
        self._rows = FoundRows()
        self.list = RowList(self._rows, id="found")
        self._looking: Looking | None = None
        self._not_listed = 0
        self._at = before.walk.places[before.walk.at] if before and before.walk and before.walk.places else None
        self._begins = bool(words or self._at)
        self._to_replace = replacing
        self._done = ""
        """What was replaced, to be told when the list is made anew."""

    def compose(self) -> ComposeResult:
        yield self._masthead
        with Vertical(id="search"):
            yield self._words
            yield self._with
            yield self._told
            yield self.list
        yield self.status
        yield KeyBar(hints(SEARCH, FOOT))

    def on_mount(self) -> None:
        self._with.display = self._to_replace
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        if self._looking is not None:
            self._looking.end()

    def _begin(self) -> None:
        self.set_focus(self._words)
        self.status.tell(self.session.project.read_only_reason)
        self._show_options()
        self.show_looked()
        if self._begins:
            self.search()
        self.prepared = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self._replacing.busy or action == "back"

    # Searching

    @property
    def asked(self) -> Query:
        """What is looked for, as it stands on the screen."""
        return self._options.query(clean(self._words.value))

    @on(Input.Submitted, "#words")
    def _asked(self) -> None:
        self._at = None
        self.search()

    def search(self) -> None:
        """Look for the words in all documents; what can be found nowhere is told."""
        self._rows.paragraphs.clear()
        if self._looking is not None:
            self._looking.end()
            self._looking = None
        self._not_listed = 0
        self.list.show()
        outside = self._options.outside
        self._rows.tells_states = not outside
        record = self.session.translation.record
        try:
            records = Documents(Records(self.session.project, record), self.session.known_findings.steps)
            texts = Outside([Path(outside).expanduser()]) if outside else records
            search = Search(texts, self.asked, self.session.document)
        except WorkbenchError as error:
            self.status.tell(str(error), bad=True)
            return
        self.status.rest()
        self.set_focus(self._with if self._to_replace else self.list)
        self._to_replace = False
        self._looking = Looking(self.session, search, self)
        self._looking.begin()

    # What `Looking` tells

    def looks_for(self, search: Search) -> bool:
        """Whether this is what is looked for now."""
        return door.is_shown(self) and self._looking is not None and search is self._looking.search

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """More was found: list it, as far as there is room."""
        room = MOST - len(self._rows)
        before = len(self._rows)
        self._rows.add(hits)
        self._not_listed += max(0, len(self._rows) - before - room)
        del self._rows.paragraphs[MOST:]
        self.list.grow()
        self._go_to_the_one_before()

    def show_looked(self) -> None:
        """Show how much was found, and how far the look is."""
        search, hits = (self._looking.search, self._looking.hits) if self._looking else (None, [])
        documents = len({hit.document for hit in hits})
        places = sum(len(hit.places) or 1 for hit in hits)
        found = f"{places:,} place{'s' * (places != 1)} in {documents:,} document{'s' * (documents != 1)}"
        done, of = search.looked_through if search else (0, 0)
        looking = f"looking: {done} of {of} documents" if done < of and search and not search.problems else ""
        self._masthead.say(
            "Search", (found if search else "", looking), ("READ-ONLY" if self.session.read_only else "",)
        )

    def tell(self, told: str, *, bad: bool = False) -> None:
        """Say how far it is, or why it ends."""
        self.status.tell(told, bad=bad)

    def show_end(self) -> None:
        """All is there: tell what was not looked through or not listed, and what was replaced before."""
        self._at = None
        assert self._looking is not None
        search = self._looking.search
        if search.query.doubtful:
            self.list.show(self.list.current)
        for problem in search.problems[:1]:
            more = f" (and {search.passed_over - 1} more)" if search.passed_over > 1 else ""
            self.status.tell(f"{problem.within(self.session.project.layout.root)}{more}", bad=True)
        if not self._rows.paragraphs:
            self.set_focus(self._words)
            if not search.problems and not self._done:
                self.status.tell(f"{search.query.not_found}.")
        elif self._not_listed:
            self.status.tell(f"{self._not_listed:,} more paragraphs have it; the first {MOST:,} are listed.")
        if self._done:
            self.status.tell(self._done)
            self._done = ""

    def _go_to_the_one_before(self) -> None:
        """Where the user was in the list when the screen was left."""
        places = [(hits[0].document, hits[0].paragraph) for hits in self._rows.paragraphs] if self._at else []
        if self._at in places:
            self.list.current = places.index(self._at)
            self._at = None

    def _show_options(self) -> None:
        self._told.update(self._options.told)

    def _turn(self, options: Options) -> None:
        """Other options; what was looked for with the ones before is looked for anew."""
        self._options = options
        self._show_options()
        if self._looking is not None or options.doubtful:  # a list of doubtful drafts needs no words
            focused = self.focused
            self.search()
            self.set_focus(focused)

    def action_how(self) -> None:
        self._turn(self._options.other_how())

    def action_where(self) -> None:
        self._turn(self._options.other_where())

    def action_state(self) -> None:
        self._turn(self._options.other_state())

    def action_capitals(self) -> None:
        self._turn(self._options.other_capitals())

    def action_order(self) -> None:
        self._turn(self._options.other_order())

    @work
    async def action_ask(self, what: str) -> None:
        options = await self.app.push_screen_wait(ask_for(what, self._options))
        if options is not None:
            self._turn(options)

    # Going about

    def action_words(self) -> None:
        self.set_focus(self._words)

    def action_to_list(self) -> None:
        self.set_focus(self.list)

    @on(RowList.Moved)
    def _moved(self) -> None:
        row = f"Paragraph {self.list.current + 1} of {len(self._rows):,}" if len(self._rows) else ""
        self.status.stand(row)

    @on(RowList.Chosen)
    def _go_there(self) -> None:
        self._leave(self._place)

    @property
    def _place(self) -> Place | None:
        hits = self._rows.paragraphs[self.list.current] if len(self._rows) else ()
        return (hits[0].document, hits[0].paragraph) if hits else None

    def action_back(self) -> None:
        if self._replacing.busy:
            self._replacing.stop()
        elif self._with.has_focus:
            self._with.display = False
            self.set_focus(self.list)
        else:
            self._leave(None)

    def _leave(self, to: Place | None) -> None:
        at = self._place
        if self._options.outside and to is not None:
            self.status.tell("This file is no article of this project: only what stands here can be shown of it.")
            return
        if not self._options.outside and self._looking is not None and at is not None:
            listed = [hit for hits in self._rows.paragraphs for hit in hits]
            self.sought = Sought(self._looking.search.query, Walk.through(listed, at))
        self.dismiss(to)

    def action_help(self) -> None:
        self.app.push_screen(SearchHelp())

    # Replacing

    def action_replace(self) -> None:
        if self._options.outside:
            self.status.tell("Outside of the project nothing is replaced.")
            return
        self._with.display = True
        self.set_focus(self._with)

    @on(Input.Submitted, "#with")
    @work
    async def _replace(self) -> None:
        done = await self._replacing.replace(self._looking, self.asked, self._with.value)
        if done is not None:
            self._with.display = False
            self._at, self._done = self._place, done
            self.search()


class WordsInput(Input):
    """A line to type in; down goes on to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "screen.to_list", show=False)]
