"""Every key of the desk, once: the bindings, the footer, the help screen and the command palette read it here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a user can do. `keys`: Textual's names, with commas; `footer`: whether the footer has room for it.

    `action`: the screen's own, or `act('MODULE.FUNCTION')`, a function in `tui/desk/MODULE.py` that gets the desk's
    `Workplace` (see `DeskScreen.action_act`).
    """

    keys: str
    action: str
    label: str
    about: str
    footer: bool = False


MOVES = (
    Key("up,k", "step(-1)", "Up", "up"),
    Key("down,j", "step(1)", "Down", "down"),
    Key("pageup", "page(-1)", "Page up", "a page up"),
    Key("pagedown,space", "page(1)", "Page down", "a page down"),
    Key("home", "edge(0)", "First", "first paragraph"),
    Key("end", "edge(1)", "Last", "last paragraph"),
)
DESK = (
    Key(
        "enter,e",
        "edit",
        "Edit",
        "edit the English in place (a click does it too); in the English: accept, next",
        footer=True,
    ),
    Key("a,ctrl+s,ctrl+enter", "accept", "Accept", "accept, and go to the next open paragraph", footer=True),
    Key("escape", "done", "Done", "leave the paragraph; what was typed is kept and saved"),
    Key("question_mark,f1", "app.help", "Help", "this page", footer=True),
    Key(
        "s,ctrl+l",
        "skip",
        "Leave out",
        "leave the paragraph out, and go on; again: take it up",
        footer=True,
    ),
    Key("S,f12", "skip_furniture", "Leave out the page's lines", "leave out what belongs to the page (“Foto: …”, 1/6)"),
    Key("right_square_bracket,f8", "act('findings.go', 1)", "Finding", "next paragraph with a finding", footer=True),
    Key(
        "left_square_bracket,shift+f8",
        "act('findings.go', -1)",
        "Previous finding",
        "previous paragraph with a finding",
    ),
    Key(
        "f,f4",
        "act('findings.fix')",
        "Fix",
        "put the next finding right, where the right form is known (u undoes)",
        footer=True,
    ),
    Key(
        "F,shift+f5",
        "act('styling.put_right')",
        "House style",
        "see everything that is not in the house style, and put it right",
    ),
    Key(
        "i,shift+f4",
        "act('findings.let_stand')",
        "Let stand",
        "keep what a finding is about, with a reason; or take that back",
    ),
    Key(
        "l,shift+f7",
        "act('findings.know_word')",
        "Known word",
        "a word that is told as no English is right: into the project's list",
    ),
    Key(
        "L,ctrl+f7",
        "act('spelling.suggest')",
        "Spelling",
        "what the misspelt word at the cursor, or before it, may be: choose one, or take it into the project's list",
    ),
    Key(
        "1",
        "act('memory.put', 1)",
        "Offer",
        "put in what the memory offers first (2 to 5: the others; u undoes); again: as the package repaired it",
    ),
    Key(
        "z,ctrl+circumflex_accent",
        "act('memory.put_next')",
        "Best offer",
        "put in the memory's best offer; again: that repaired, the next one, and in the end what stood there",
        footer=True,
    ),
    Key("y", "act('memory.sentence', 1)", "Next sentence", "what the memory offers for the paragraph's next sentence"),
    Key("Y", "act('memory.sentence', -1)", "Sentence before", "the same for the sentence before"),
    Key(
        "Z",
        "act('origins.to_match')",
        "To the match",
        "go to the paragraph that the memory's offer is from; there: back",
    ),
    Key(
        "K,ctrl+right_square_bracket",
        "act('memory.concordance')",
        "Concordance",
        "where the selected words, or the word at the cursor, stand in the memory, in all their forms",
        footer=True,
    ),
    Key(
        "ctrl+space,ctrl+@,ctrl+at,p",
        "act('terms.put_term')",
        "Put term",
        "put the glossary's English at the cursor (several: choose)",
    ),
    Key(
        "E,ctrl+backslash",
        "act('completing.alternatives')",
        "Other English",
        "other ways to say the sentence, and while writing to go on from the cursor: choose one",
    ),
    Key(
        "T,f10",
        "act('completing.switch')",
        "Completion",
        "show what may follow behind the cursor while writing; or no more",
    ),
    Key(
        "W,ctrl+f9",
        "act('dictionary.look_up')",
        "Dictionary",
        "the German word at the cursor, or the one its English stands for; Enter puts an English in; Tab: by English",
    ),
    Key(
        "I,ctrl+f6",
        "act('lighting.switch')",
        "Light words",
        "light in the other text what the word at the cursor stands for; or no more",
    ),
    Key(
        "N,f11",
        "act('writing.next_figure')",
        "Figure",
        "put the German's next number, date, amount or time that the English has not, in English notation",
    ),
    Key(
        "equals_sign,ctrl+f2",
        "act('writing.copy_source')",
        "Source",
        "copy the German into the English, or selected words",
    ),
    Key("ctrl+f3", "act('writing.change_case')", "Capitals", "in the English: lower, Capital, UPPER, of a word"),
    Key("ctrl+f4", "act('writing.swap_words')", "Swap", "in the English: swap the word at the cursor with the next"),
    Key(
        "ctrl+f5",
        "act('writing.paste_as_it_was')",
        "Paste as it was",
        "in the English: what was just pasted as it was, or the program's clipboard so",
    ),
    Key("w,f7", "jump", "To a word", "letters over the words: type them to select the word, then write"),
    Key("ctrl+n", "act('terms.next_name')", "Next name", "select the next name that the glossary has not"),
    Key(
        "g,ctrl+g",
        "act('terms.add_selected')",
        "Term",
        "add a term to the glossary, from the selected words",
        footer=True,
    ),
    Key(
        "U,ctrl+f8",
        "act('doubting.following')",
        "Doubtful",
        "next draft with a word of which the package was unsure, in all documents; while editing the next such word",
    ),
    Key(
        "G,shift+f1",
        "act('learning.make_rule')",
        "Make a rule",
        "the name or term that was put right last: into the glossary, or put right everywhere",
    ),
    Key(
        "P,ctrl+f12",
        "act('learning.go_through')",
        "Corrections",
        "names and terms that were put right again and again, in all documents: Enter makes one a rule",
    ),
    Key(
        "t,f2",
        "act('terms.look_into_glossary')",
        "Glossary",
        "the glossary: browse, change, delete, see where a term is used",
        footer=True,
    ),
    Key(
        "m,f9",
        "act('terms.go_through_candidates')",
        "Candidates",
        "names and terms of this document that the glossary has not",
        footer=True,
    ),
    Key(
        "ctrl+d",
        "act('deciding.reshape', 'split')",
        "Cut",
        "cut the paragraph in two where the cursor is in its German",
    ),
    Key("J,shift+f2", "act('deciding.reshape', 'join')", "Join", "join the paragraph with the next one"),
    Key("plus,shift+f9", "act('deciding.reshape', 'insert')", "Insert", "a paragraph of your own after this one"),
    Key("u,ctrl+z", "step_back(False)", "Undo", "undo the last act, whatever it touched", footer=True),
    Key("r,ctrl+y", "step_back(True)", "Redo", "do again what was undone"),
    Key("d,ctrl+b", "back_to_draft", "Draft", "put the machine draft back in place of the English", footer=True),
    Key("n,ctrl+t", "note", "Note", "write a note on the paragraph", footer=True),
    Key(
        "O,shift+f11",
        "original",
        "Original wanted",
        "a quotation whose words are wanted as they were said: mark it, or not",
    ),
    Key("ctrl+f,slash", "act('seeking.ask')", "Find", "find words in German and English", footer=True),
    Key(
        "A,ctrl+underscore",
        "act('searching.everywhere')",
        "Search",
        "search in all documents: what is selected, or words that you type",
    ),
    Key("R", "act('searching.replace')", "Replace", "the same, and put other words there: all is shown before"),
    Key("f3", "act('seeking.go_on', 1)", "Next found", "next place found, in all documents after a search there"),
    Key("shift+f3", "act('seeking.go_on', -1)", "Previous found", "previous place found"),
    Key("number_sign", "act('going.to_number')", "Go to", "go to the paragraph with a number: # 1 2 Enter"),
    Key(
        "D",
        "act('going.to_first_of_its_like')",
        "Not repeated",
        "next paragraph whose German has not stood before in the document",
    ),
    Key(
        "v",
        "act('narrowing.ask')",
        "Show only",
        "show only what is not reviewed, has findings, is in doubt, contains a term …; again: bring that up to date",
    ),
    Key("V", "act('narrowing.show_all')", "Show all", "show every paragraph again"),
    Key("b", "act('going.bookmark')", "Bookmark", "bookmark the paragraph, or take the bookmark away"),
    Key("B", "act('going.to_bookmark')", "Next bookmark", "next bookmark, after the last one in the other documents"),
    Key(
        "less_than_sign",
        "act('visiting.go', -1)",
        "Go back",
        "back to the paragraph where you were before, also in another document; again: further back",
    ),
    Key("greater_than_sign", "act('visiting.go', 1)", "Go forward", "forward again to where that was left for"),
    Key("H", "act('history.show')", "History", "every earlier English of the paragraph; Enter puts one back"),
    Key("tab", "tab", "Next open", "next open paragraph; while editing: German or English"),
    Key("c", "act('copying.copy_english')", "Copy English", "send the English to the terminal's clipboard"),
    Key("o,ctrl+o", "app.open", "Open", "open another document", footer=True),
    Key(
        "C,shift+f10", "app.columns", "Columns", "of a table: choose which column is German, and which gets the English"
    ),
    Key("f5", "reload", "Reload", "when another program changed the document on disk: whose work goes on"),
    Key(
        "x,ctrl+e",
        "act('handing_over.ask')",
        "Hand over",
        "write English and bilingual documents to hand over",
        footer=True,
    ),
    Key("M,shift+f12", "review", "Reviewer's file", "take over what a reviewer changed in a file that came back"),
    Key("colon,ctrl+p", "app.command_palette", "Commands", "all commands by name, and the themes"),
    Key("q,ctrl+q", "app.leave", "Quit", "quit; everything is saved", footer=True),
)
OTHER_OFFERS = tuple(
    Key(str(number), f"act('memory.put', {number})", f"Offer {number}", f"put in offer {number} of the memory")
    for number in range(2, 6)
)
"""The keys that `1` is told for as well."""
CELL = (
    Key("enter", "screen.accept", "Accept", "accept, and edit the next open paragraph"),
    Key("ctrl+j", "line_break", "Line break", "a line break in the English (Shift+Enter where the terminal sends it)"),
    Key(
        "tab",
        "take_suggested(False)",
        "Suggested word",
        "take the next word shown behind the cursor (at the end → does, too); where none is: German or English",
    ),
    Key("shift+tab", "take_suggested(True)", "Suggestion", "take all that is shown behind the cursor"),
    Key("escape", "hide_or_leave", "Hide", "show nothing behind the cursor in this paragraph; again: leave it"),
    Key("ctrl+left", "cursor_word_left", "Word", "a word to the left; with Shift: select it (Ctrl+→ the other way)"),
    Key("home", "cursor_line_start", "Line", "the line's beginning (End: its end; with Ctrl: the text's)"),
    Key("ctrl+a", "select_all", "All", "select everything"),
    Key("ctrl+w", "delete_word_left", "Delete word", "delete the word to the left (Ctrl+Delete: to the right)"),
    Key("ctrl+r", "put_code", "Put code", "put the next code that is missing (¹) here, or around what is selected"),
    Key("ctrl+u", "clear_codes", "Clear codes", "take away the codes in what is selected, or all of them"),
    Key("ctrl+k", "delete_to_end_of_line_or_delete_line", "Delete line", "delete to the end of the line"),
)
"""What else there is while editing, for the help screen; the bindings are in widgets/cells.py and english_editor.py."""
PANEL = (
    Key("f6", "panel_hide", "Panel", "put the panel away, or take it out again"),
    Key("shift+f6", "panel_more", "More", "what else the panel knows: other forms, notes; or less again"),
    Key("alt+up,ctrl+up", "panel_scroll(-1)", "Panel up", "scroll the panel up"),
    Key("alt+down,ctrl+down", "panel_scroll(1)", "Panel down", "scroll the panel down"),
)
"""The keys of the panel; they do the same while a paragraph is being edited."""
TWINS = frozenset({"ctrl+@", "ctrl+at"})
"""Other names of keys that are told by a better one: what terminals send for Ctrl+Space."""
SYMBOLS = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "slash": "/",
    "backslash": "\\",
    "number_sign": "#",
    "question_mark": "?",
    "plus": "+",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "equals_sign": "=",
    "colon": ":",
    "circumflex_accent": "^",
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "insert": "Ins",
    "delete": "Del",
}


def bindings(keys: Iterable[Key], *, priority: bool = False, of_desk: bool = False) -> list[BindingType]:
    """The keys as Textual wants them. `priority`: they come before those of the part that has the focus; `of_desk`:
    the setting `keys` may give them others (see `keymap.py`).
    """
    return [
        Binding(key.keys, key.action, key.label, show=key.footer, priority=priority, id=id_of(key) if of_desk else None)
        for key in keys
    ]


def id_of(key: Key) -> str:
    """An action's name as the setting `keys` has it, which is its label.

    >>> id_of(Key("s", "skip", "Leave out", "leave the paragraph out"))
    'leave-out'
    """
    return key.label.casefold().replace("’", "").replace("'", "").replace(" ", "-")


def name_of(key: str) -> str:
    """One of Textual's names of keys as a reader knows it: `Ctrl+S`, `Esc`, `]`."""
    parts = key.split("+")
    named = (part.capitalize() if len(part) > 1 or len(parts) > 1 else part for part in parts)
    return "+".join(SYMBOLS.get(part, name) for part, name in zip(parts, named, strict=True))


def spelt(key: Key) -> str:
    """A key's names as a reader knows them: `a Ctrl+S Ctrl+Enter`."""
    return " ".join(name_of(name) for name in key.keys.split(",") if name and name not in TWINS) or "no key"
