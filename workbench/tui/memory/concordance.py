"""Concordance: where words stand in the translation memories, German above English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Input, Static

from workbench.project import Session
from workbench.project.memories.desk_offers import Found
from workbench.text import Span, clean_line
from workbench.tui import door
from workbench.tui.widgets.key_bar import Hint, KeyBar
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.rows import Look, RowList, labelled
from workbench.tui.widgets.status import StatusLine

Language = Literal["de", "en"]
Place = tuple[str, int]
"""A document's name and a paragraph of it, from 0."""

FOOT = (
    Hint("Enter", "Put its English in", "take"),
    Hint("Tab", "German/English", "other_language"),
    Hint("c", "Copy English", "copy"),
    Hint("g", "Go there", "go"),
    Hint("/", "Other words", "to_field"),
    Hint("Esc", "Back", "back"),
)
_NAMES = {"de": "German", "en": "English"}
_HINT = "Words, in any of their forms; in quotation marks: as they are written"

_ROOM = 30


class ConcordanceScreen(Screen[str | Place]):
    """A field for words and, below, where they stand; the answer is the English of the place that was chosen, or the
    paragraph that it is from.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_language", "German/English", priority=True),
        Binding("down", "to_list", "To the list"),
        Binding("c", "copy", "Copy English"),
        Binding("g", "go", "Go there"),
        Binding("slash", "to_field", "Other words"),
        Binding("escape,ctrl+right_square_bracket", "back", "Back"),
    ]

    def __init__(self, session: Session, words: str, language: Language) -> None:
        """`words` are looked for at once; where there are none, the field waits for some."""
        super().__init__()
        self._session, self._language = session, language
        self._words = words
        self._masthead, self._status = Masthead(), StatusLine()
        self._field = Input(words, placeholder=_HINT, id="words")
        self._rows = FoundRows()
        self._list = RowList(self._rows, id="places")
        self._details = Static(id="context", markup=False)

    def compose(self) -> ComposeResult:
        yield self._masthead
        with Container(id="concordance"):
            yield self._field
            yield self._list
            yield self._details
        yield self._status
        yield KeyBar(FOOT)

    def on_mount(self) -> None:
        self._name_language()
        self.set_focus(self._field)
        if self._words:
            self._look()

    def _name_language(self) -> None:
        self._masthead.say(f"Concordance in the {_NAMES[self._language]}", ("Tab: the other language",))

    @on(Input.Submitted)
    def _asked(self, event: Input.Submitted) -> None:
        self._words = clean_line(event.value).strip()
        if self._words:
            self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        """Ask the memories; what they find is shown as it comes."""
        self._rows.places.clear()
        self._list.show()
        self._status.tell(f"Looking for “{_brief(self._words)}” …")
        asked = (self._words, self._language)
        found = self._session.memories.concordance(*asked, partial(self._take, asked))
        count = await door.result(self, found)
        if asked == (self._words, self._language):
            self._status.tell(self._told(count), bad=not count)

    def _told(self, count: int) -> str:
        name = _NAMES[self._language]
        if not count:
            return f"“{_brief(self._words)}” is in no {name} of the memory. Tab looks in the other language."
        return f"“{_brief(self._words)}” in the {name}: {count} place{'s' * (count > 1)}, the newest first."

    def _take(self, asked: tuple[str, Language], places: Sequence[Found]) -> None:
        """Show some more places, if they are still wanted; the first ones get the focus."""
        if asked != (self._words, self._language) or not self.is_attached:
            return
        first = not self._rows.places
        self._rows.places.extend(places)
        if first:
            self._list.show()
            self.set_focus(self._list)
        else:
            self._list.grow()

    @property
    def current(self) -> Found | None:
        """The place the user is at."""
        places = self._rows.places
        return places[self._list.current] if self._list.current < len(places) else None

    @on(RowList.Moved)
    def _show_context(self) -> None:
        """Where the place is from, and the German sentences before and after it."""
        self._details.update(_context(self.current) if self.current else Text())

    @on(RowList.Chosen)
    def action_take(self) -> None:
        if self.current:
            self.dismiss(self.current.pair.target.text)

    def action_copy(self) -> None:
        if self.current:
            self.app.copy_to_clipboard(self.current.pair.target.text)
            self._status.tell("English sent to the terminal's clipboard.")

    def action_go(self) -> None:
        """Go to the paragraph that the place is from."""
        from workbench.project.memories.reachable import place_in

        if self.current is None:
            return
        place = place_in(self._session.project.layout, self.current)
        if place is None:
            self._status.tell("It is from no document of this project.")
        else:
            self.dismiss(place)

    def action_other_language(self) -> None:
        self._language = "en" if self._language == "de" else "de"
        self._name_language()
        self._words = clean_line(self._field.value).strip()
        if self._words:
            self._look()

    def action_to_field(self) -> None:
        self.set_focus(self._field)

    def action_to_list(self) -> None:
        if self._rows.places:
            self.set_focus(self._list)

    def action_back(self) -> None:
        self.dismiss(None)


class FoundRows:
    """The places, German above English, the words marked, and where each is from."""

    def __init__(self) -> None:
        self.places: list[Found] = []

    def __len__(self) -> int:
        return len(self.places)

    def height(self, index: int, width: int) -> int:
        return len(self.lines(index, width, lambda _: Style()))

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        found = self.places[index]
        german = labelled("DE", found.pair.source.text, width, _marks(found.german, look), look)
        english = labelled("EN", found.pair.target.text, width, _marks(found.english, look), look)
        return [*german, *english, [Segment(f"     {_from(found)}", look("dim"))]]


def _marks(spans: Sequence[Span], look: Look) -> list[tuple[Span, Style]]:
    return [(span, look("place")) for span in spans]


def _from(found: Found) -> str:
    """Where a place is from, and of which day: `eu-2023 · gipfel.txt ¶3 · 2026-11-28`."""
    pair = found.pair
    place = f"{pair.document} ¶{pair.place + 1}" if pair.document and pair.place >= 0 else pair.document
    said = (found.memory, place, pair.made[:10], "" if pair.trust == "reviewed" else pair.trust)
    return " · ".join(filter(None, said))


def _context(found: Found) -> Text:
    """The German before and after a place, as far as that is known."""
    before, after = found.pair.before, found.pair.after
    lines = [("before: ", before), ("after: ", after)]
    return Text("\n").join(Text.assemble((name, "dim"), said) for name, said in lines if said)


def _brief(words: str) -> str:
    """Words as the status line has room for them: of a long text that was pasted, how it begins."""
    return words if len(words) <= _ROOM else f"{words[:_ROOM].rstrip()} …"
