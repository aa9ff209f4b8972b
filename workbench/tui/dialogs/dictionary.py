"""What the dictionary has for a German word, to read and to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workbench.problem import WorkbenchError
from workbench.project.dictionary import Asked, Entry, Group, Reading, chosen_form
from workbench.text import Span, clean_line
from workbench.tui import door
from workbench.tui.dialogs.dialog import Dialog

Chosen = tuple[str, Span | None]


class DictionaryDialog(Dialog[Chosen]):
    """The answer is the English that was chosen, in the form for its place, and that place.

    `asked`: what is being looked up; `english`: the paragraph's; `look`: looks a word up that is typed, `look_back`
    one that is English. A German word that is chosen from an English one's is looked up in its turn.
    """

    HINT = "type: filter · 1 … 9, ↑ ↓ Enter: choose · Tab: the English · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"pick({number})", show=False, priority=True) for number in range(1, 10)),
        Binding("up", "move('cursor_up')", show=False),
        Binding("down", "move('cursor_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("tab", "turn", show=False, priority=True),
    ]

    def __init__(
        self,
        asked: Asked,
        english: str,
        look: Callable[[str], Future[Entry]],
        look_back: Callable[[str], Future[Entry]],
    ) -> None:
        super().__init__()
        self._asked, self._english, self._look, self._look_back = asked, english, look, look_back
        self._entry = Entry("", (), ())
        self._shown: list[Reading] = []
        self.prepared = False

    def body(self) -> Iterable[Widget]:
        yield _Filter(placeholder="Type to filter; a word that is not here: Enter looks it up", compact=True)
        yield OptionList()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))
        self._take(self._asked.entry)

    def _begin(self, future: Future[Entry]) -> None:
        """Something else is looked up; the next keys wait for it."""
        self.prepared = False
        self._take(future)

    @work(exclusive=True)
    async def _take(self, future: Future[Entry]) -> None:
        """Show an entry when it has been found."""
        self.prepared = False
        try:
            self._entry = await door.result(self, future)
        except WorkbenchError as error:
            self._entry = Entry("", (), ())
            self.tell(str(error))
        else:
            nothing = f"The dictionary has nothing for “{clean_line(self._entry.word)}”."
            self.tell("" if self._entry.groups else nothing, bad=False)
        finally:
            self.prepared = True
        self.query_one("#frame", Vertical).border_title = Content(title_of(self._entry))
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        """List the readings that have what is typed."""
        listed, typed = self.query_one(OptionList), self.query_one(Input).value.strip().casefold()
        self._shown = []
        listed.clear_options()
        for group in self._entry.groups:
            found = [reading for reading in group.readings if typed in f"{reading} {group.german}".casefold()]
            if found:
                listed.add_option(Option(Text(_head(group), "bold"), disabled=True))
            for reading in found:
                self._shown.append(reading)
                listed.add_option(Option(_line(len(self._shown), reading), id=str(len(self._shown) - 1)))
        listed.highlighted = 1 if self._shown else None

    def action_move(self, how: str) -> None:
        getattr(self.query_one(OptionList), f"action_{how}")()

    def action_turn(self) -> None:
        """From the German word to the English one that was asked for or typed, and back."""
        typed = clean_line(self.query_one(Input).value).strip()
        words = typed or self._asked.english
        self.query_one(Input).value = ""
        if typed or (words and not self._entry.of_english):
            self._begin(self._look_back(words))
        elif words:
            self._begin(self._asked.entry)
        else:
            self.tell("Type an English word, then Tab looks it up.", bad=False)

    def action_pick(self, number: int) -> None:
        if number <= len(self._shown):
            self._choose(self._shown[number - 1])

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Enter: the reading that is highlighted, or the typed word looked up where none has it."""
        listed, typed = self.query_one(OptionList), clean_line(self.query_one(Input).value).strip()
        if self._shown and listed.highlighted is not None:
            option = listed.get_option_at_index(listed.highlighted)
            self._choose(self._shown[int(option.id or 0)])
        elif typed:
            self.query_one(Input).value = ""
            self._begin(self._look(typed))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._choose(self._shown[int(event.option.id or 0)])

    def _choose(self, reading: Reading) -> None:
        if self._entry.of_english:
            self.query_one(Input).value = ""
            self._begin(self._look(reading.base))
        else:
            self._answer(reading)

    @work(exclusive=True)
    async def _answer(self, reading: Reading) -> None:
        """Answer as soon as it is known where it goes."""
        self.prepared = False
        self.tell("Looking for its place …", bad=False)
        try:
            place = await door.result(self, self._asked.place)
        except WorkbenchError:
            place = None  # no package, no alignment: it goes to the cursor
        finally:
            self.prepared = True
        instead_of = self._english[slice(*place)] if place else ""
        self.dismiss((chosen_form(reading, instead_of), place))


class _Filter(Input):
    """A field in which no digit is typed: these choose."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return not key.isdigit() and super().check_consume_key(key, character)


def title_of(entry: Entry) -> str:
    """What was looked up, and its basic form where that is another.

    >>> from workbench.text import Span
    >>> title_of(Entry("Lage", (Span(0, 4),), (Group("Lage", "noun", ()),)))
    'Lage'
    """
    base = entry.groups[0].german if entry.groups else ""
    word = clean_line(entry.word)
    if entry.of_english:
        return f"{word} · German for it"
    return f"{word} → {base}" if base and base != entry.word else word or "Dictionary"


def _head(group: Group) -> str:
    return f"{group.german} · {group.kind}" if group.kind else group.german


def _line(number: int, reading: Reading) -> Text:
    return Text.assemble((f"{number:>2} ", "dim"), *_parts(reading))


def _parts(reading: Reading) -> Iterator[tuple[str, str]]:
    """The forms, the one that goes in first; labels and sense behind them."""
    first, *others = reading.forms
    yield first, "bold"
    yield "".join(f" · {form}" for form in others), ""
    if reading.base not in reading.forms:
        yield f" ({reading.base})", ""
    yield f"  [{reading.labels}]" * bool(reading.labels), "dim"
    yield f"  {reading.sense}" * bool(reading.sense), "dim"
