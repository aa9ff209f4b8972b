"""Keys in one burst, to the real program on a terminal: what is typed ahead goes into what the key before it opened."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.events import Key

from harness.terminal import Terminal
from tests.desk import desk_on
from workbench.project import Project, State
from workbench.tui.typed_ahead import apart

ESCAPE = "\x1b"
LETTERS = "sdxuqagm"
"""Each of them is a command while browsing; typed into a field they are letters."""

OPENED_BY = {
    "edit": ("\r", LETTERS),
    "edit by its letter": ("e", LETTERS),
    "edit, from the end": ("\r\x1b[1;5F", LETTERS),
    "find": ("/", LETTERS),
    "words of a filter": ("v0\x15", LETTERS),
    "find, while editing": ("\r\x06", LETTERS),
    "note": ("n", LETTERS),
    "note, while editing": ("\r\x14", LETTERS),
    "term": ("g", LETTERS),
    "term, while editing": ("\r\x07", LETTERS),
    "filter of the glossary": ("t/", LETTERS),
    "new entry in the glossary": ("ta", LETTERS),
    "reason": ("i", LETTERS),
    "reason to accept anyway": ("a", LETTERS),
}
"""What opens a place to type in, and what is typed there in the same breath."""


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """The workbench on an article whose first paragraph breaks a rule of the glossary."""
    root = tmp_path_factory.mktemp("project")
    (root / "sources").mkdir()
    (root / "sources" / "a.txt").write_text("Die Lage in Kiew.\n\nEs regnet.\n", encoding="utf-8")
    (root / "glossary.yaml").write_text("- {de: Kiew, en: Kyiv}\n", encoding="utf-8")
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        translation.edit(0, "The situation in Kiev.")
        translation.save()
    opened = Terminal(cwd=root)
    try:
        opened.wait_for("Help")
        opened.wait_for("2 ~")
        yield opened
    finally:
        opened.kill()


@pytest.mark.parametrize("place", OPENED_BY)
def test_what_is_typed_in_one_burst_goes_into_what_was_opened(terminal: Terminal, place: str) -> None:
    opening, typed = OPENED_BY[place]
    terminal.press("\x1b[H")
    terminal.press(opening + typed)
    terminal.wait_for(typed)
    while typed in terminal.text:  # out of the question, out of the glossary, or the letters out of the cell again
        terminal.press(ESCAPE)
        terminal.rest()
        if "edit" in place and typed in terminal.text:
            terminal.press("u")
            terminal.rest()
    terminal.press(ESCAPE)
    terminal.rest()
    terminal.press(ESCAPE)
    terminal.wait_for("Enter Edit")
    with Project.open(terminal.folder, read_only=True) as project:
        states = [paragraph.state for paragraph in project.open_document("a.txt").paragraphs]
    assert states == [State.TRANSLATED, State.DRAFT]


async def test_a_key_that_comes_when_the_program_has_ended_goes_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Es regnet.\n", encoding="utf-8")
    async with desk_on(tmp_path) as desk:
        app = desk.app
    before = asyncio.all_tasks()
    await app.typed_ahead.take(Key("a", "a"))
    (goes,) = asyncio.all_tasks() - before
    await goes


def test_esc_and_a_letter_in_one_breath_leave_the_paragraph_and_run_the_letter(terminal: Terminal) -> None:
    """A terminal sends the same bytes for Alt and the letter; `c` copies, and `d` deletes no word."""
    with Project.open(terminal.folder, read_only=True) as project:
        before = project.open_document("a.txt").paragraphs[0].english
    terminal.press("\r")
    terminal.wait_for("Esc Done")
    terminal.press(ESCAPE + "c")
    terminal.wait_for("sent to the terminal")
    terminal.wait_for("Enter Edit")
    with Project.open(terminal.folder, read_only=True) as project:
        assert project.open_document("a.txt").paragraphs[0].english == before


def test_esc_and_a_capital_in_one_breath_are_these_two(terminal: Terminal) -> None:
    terminal.press("n")
    terminal.wait_for("Ctrl+J")
    terminal.press(ESCAPE + "V")
    terminal.wait_for("All paragraphs are shown")


@pytest.mark.parametrize("sign", ["[", "]", "+"])
def test_esc_and_a_sign_in_one_breath_are_these_two_while_aligning(tmp_path: Path, sign: str) -> None:
    """`Esc [` and `Esc ]` begin longer keys, and are none of these where nothing follows."""
    (tmp_path / "alt.txt").write_text("Die Lage ist gut.\n\nEs regnet heute.\n", encoding="utf-8")
    (tmp_path / "old.txt").write_text("The situation is good.\n\nIt is raining today.\n", encoding="utf-8")
    opened = Terminal("align", "alt.txt", "old.txt", "--no-package", cwd=tmp_path)
    try:
        opened.wait_for("Accept")
        opened.rest()
        opened.press("?")
        opened.wait_for("Aligning: keys")
        opened.press(ESCAPE + sign)
        opened.rest()
        assert "Aligning: keys" not in opened.text
    finally:
        opened.kill()


def test_alt_and_a_letter_is_esc_and_the_letter_but_for_the_moves_by_words() -> None:
    def told(key: str, character: str | None = None) -> list[str]:
        return [event.key for event in apart(Key(key, character)) if isinstance(event, Key)]

    assert told("alt+s", "s") == ["escape", "s"]
    assert told("alt+shift+s", "S") == ["escape", "S"]
    assert told("alt+b", "b") == ["alt+b"]
    assert told("alt+up") == ["alt+up"]
    assert told("s", "s") == ["s"]


def test_a_text_that_is_pasted_before_the_screen_is_there_is_no_row_of_commands(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("Es regnet.\n\nEs schneit.\n", encoding="utf-8")
    opened = Terminal(cwd=tmp_path)
    try:
        opened.press("sad und dann\rs\r")
        opened.wait_for("was not taken")
        opened.press("j")
        opened.rest()
    finally:
        opened.kill()
    with Project.open(tmp_path, read_only=True) as project:
        assert {paragraph.state for paragraph in project.open_document("a.txt").paragraphs} <= {State.NEW, State.DRAFT}


def test_a_key_or_two_that_are_typed_before_the_screen_is_there_are_for_it(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("Es regnet.\n", encoding="utf-8")
    opened = Terminal(cwd=tmp_path)
    try:
        opened.press("o")
        opened.wait_for("1 document")
    finally:
        opened.kill()
