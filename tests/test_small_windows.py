"""Every screen in windows of 80×24 and 40×10: what it asks can be read, answered and left again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desk import Desk, desk_on
from tests.everything import folder_with_everything

SIZES = [(80, 24), (40, 10)]
HOME, END, DOWN, TAB, ESC = "\x1b[H", "\x1b[F", "\x1b[B", "\t", "\x1b"
CTRL_END, CTRL_F9, WORDS = "\x1b[1;5F", "\x1b[20;5~", "\x06\x15"
NINE_LINES = "\n".join("abcdefghi")
"""Ctrl+J is a line break."""
NAMES = {
    HOME: "home",
    END: "end",
    DOWN: "down",
    "\x1b[C": "right",
    CTRL_END: "ctrl+end",
    CTRL_F9: "ctrl+f9",
    TAB: "tab",
    "\r": "enter",
    "\n": "ctrl+j",
    "\x06": "ctrl+f",
    "\x0b": "ctrl+k",
    "\x13": "ctrl+s",
    "\x15": "ctrl+u",
}
"""How the program calls the keys that a terminal sends so."""


@dataclass(frozen=True, slots=True)
class Look:
    """One of the screens. `keys`: what leads to it from the desk, each with words that are on the screen then.

    `out`: how it says that one leaves. `typed`: what is typed there, which is to be seen with the cursor behind it.
    `then`: keys after that, with what is told, and `typed` is to be seen all the same.
    """

    keys: tuple[tuple[str, str], ...]
    out: str
    typed: str
    then: tuple[str, str] | None


def look(*keys: tuple[str, str], out: str = "Esc: back", typed: str = "", then: tuple[str, str] | None = None) -> Look:
    return Look(keys, out, typed, then)


LOOKS = {
    "desk": look((END, "Paragraph 7"), out="? Help"),
    "editing": look((f"{END}\r", "Esc Done"), (CTRL_END, "come."), out="Esc Done", typed=" zebra"),
    "german": look((f"{HOME}\r", "Esc Done"), (TAB, "Gipfel"), out="Esc Done"),
    "letters": look((f"{HOME}w", "Type the letters over a word to select it; Esc takes them away"), out="Esc Done"),
    "help": look(("?", "Signs before a paragraph")),
    "palette": look((":", "A command’s name"), typed="note"),
    "go to": look(("#", "Go to paragraph"), typed="99", then=("\r", "There is no paragraph 99")),
    "find": look(("/", "Find in German and English"), typed="zebra"),
    "note": look((f"{HOME}n", "Note on this paragraph"), typed=f"{NINE_LINES}zebra"),
    "term": look((f"{HOME}g", "Add a term"), typed="Zebra", then=("\x13", "German and English are both needed.")),
    "term, last field": look((f"{HOME}g", "Add a term"), (TAB * 5, "whatever helps"), typed="zebra"),
    "terms to choose from": look(("#3\r", "Paragraph 3"), ("p", "Which term?")),
    "glossary": look(("t", "6 entries"), out="Esc Back"),
    "glossary filtered": look(("t", "6 entries"), ("/", "Show all"), typed="ky", out="Esc Show all"),
    "uses": look(("t", "6 entries"), ("u", "in 1 document"), out="Esc Back"),
    "entry": look(("t", "6 entries"), ("e", "Change an entry"), typed="zebra"),
    "deleting": look(("t", "6 entries"), ("x", "Delete this entry?")),
    "glossary help": look(("t", "6 entries"), ("?", "The glossary: keys")),
    "candidates": look(("m", "Wladimir Kowalenko"), out="Esc Back"),
    "search": look(("A", "F2 letters"), (WORDS, "Words in any document"), out="Esc Back", typed="Kiev"),
    "found": look(("A", "F2 letters"), (f"{WORDS}Kiev\r", "DE In Kiew"), out="Esc Back"),
    "search help": look(("A", "F2 letters"), (f"{WORDS}Kiev\r", "DE In Kiew"), ("?", "Search: keys")),
    "replacing": look(("R", "Put this in their place"), out="Esc Back", typed="zebra"),
    "replacements": look(
        ("A", "Words in any document"),
        ("Kiev\r", "which column"),
        ("R", "Put this"),
        ("Kyiv\r", "1 sentence would"),
        out="Esc: leave them all",
    ),
    "concordance": look(("K", "Words, in any"), out="Esc Back", typed="ODKB"),
    "places": look(("K", "Words, in any"), ("Hafen\r", "“Hafen”"), out="Esc Back"),
    "letting stand": look(("#6\r", "Paragraph 6"), ("i", "Let a finding stand"), then=("\r", "A reason is needed")),
    "accepting anyhow": look(("#3\r", "Paragraph 3"), ("a", "Accept it all the same?"), typed="zebra"),
    "spelling": look((END, "Paragraph 7"), ("L", "1 report")),
    "other English": look((HOME, "Paragraph 1"), ("E", "Enter: put it in")),
    "dictionary": look(
        (f"{END}\r", "Esc Done"), (TAB + HOME + 4 * "\x1b[C", "Im Hafen"), (CTRL_F9, "type: filter"), typed="po"
    ),
    "history": look(("#6\r", "Paragraph 6"), ("H", "Earlier English")),
    "filters": look(("v", "not reviewed")),
    "words to filter by": look(("v", "not reviewed"), ("0\x15\x0b", "Words"), typed="zebra"),
    "documents": look(("o", "Documents"), out="Esc Back"),
    "documents filtered": look(("o", "Documents"), ("/", "Show all"), typed="gip", out="Esc Show all"),
    "chart": look(("o", "Documents"), ("c", "by state"), out="Esc Back"),
    "documents’ help": look(("o", "Documents"), ("?", "Documents: keys")),
    "pasting": look(("o", "Documents"), ("p", "Paste an article"), typed=f"{NINE_LINES}zebra"),
    "columns": look(("o", "Documents"), (HOME, "namen.csv"), (f"{DOWN}\r", "Which column is German?")),
    "handing over": look(("x", "Hand over, into exports/")),
    "reviewer’s file": look(("M", "Which file came back"), typed="/tmp/zebra"),
}


def names(keys: str) -> list[str]:
    """These keys of a terminal, by their names."""
    return [NAMES.get(key, key) for key in re.findall(r"\x1b\[[0-9;]*[A-Z~]|.", keys, re.DOTALL)]


def read(desk: Desk) -> str:
    """What a user reads: the words, without frames, and without the line's ends in their sentences."""
    return " ".join(re.sub(r"[│╭╮╰╯─▌▁-█▔]", " ", desk.shown()).split())


async def reads(desk: Desk, words: str) -> None:
    """Wait until these words can be read."""
    await desk.until(lambda: words in read(desk))


def is_typed(desk: Desk, word: str) -> bool:
    """Whether the word is on the screen, and the cursor in the column behind it."""
    column, _ = desk.app.cursor_position
    before = (line[: column + 1].rstrip(" │█▁▂▃▄▅▆▇") for line in desk.shown().splitlines())
    return any(line.endswith(word) for line in before)


async def back(desk: Desk) -> None:
    """Go back to the desk with Esc, and with nothing else."""
    for _ in range(9):
        if desk.app.screen is desk.screen and desk.screen.sheet.opened is None:
            return
        await desk.press("escape")
        await desk.settled()
    raise AssertionError(f"Esc does not lead back:\n{desk.shown()}")


@pytest.mark.feature("work in a terminal, also from afar")
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x10"])
@pytest.mark.parametrize("name", LOOKS)
async def test_what_is_asked_can_be_read_and_answered_and_left(
    tmp_path: Path, size: tuple[int, int], name: str
) -> None:
    wanted = LOOKS[name]
    async with desk_on(folder_with_everything(tmp_path / "project"), size) as desk:
        await desk.settled()
        for keys, seen in wanted.keys:
            await desk.burst(*names(keys))
            await reads(desk, seen)
        assert wanted.out in read(desk), desk.shown()
        if wanted.typed:
            await desk.burst(*names(wanted.typed))
            await desk.until(lambda: is_typed(desk, wanted.typed.split()[-1]))
        if wanted.then is not None:
            keys, told = wanted.then
            await desk.burst(*names(keys))
            await reads(desk, told)
            assert "Esc" in desk.shown()
            assert not wanted.typed or name == "go to" or wanted.typed in desk.shown(), desk.shown()
        await back(desk)


async def test_a_document_that_cannot_be_read_is_named_in_a_narrow_window(tmp_path: Path) -> None:
    async with desk_on(folder_with_everything(tmp_path / "project"), (40, 10)) as desk:
        await desk.burst("t")
        await reads(desk, "Not looked through: sources/namen.csv:")
