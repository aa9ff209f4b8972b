"""300,000 characters, pasted or typed in one burst, into whatever is open: told in a line, and nothing waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from harness.terminal import Terminal
from tests.desk import Desk, desk_on
from workbench.project import Project
from workbench.tui.bursts import LEAST, Bursts
from workbench.tui.too_much import MOST_IN_FIELD

PASTED = "Wort " * 60_000
PROMPTS: dict[str, tuple[str, ...]] = {
    "a list": (),
    "the English": ("enter",),
    "find": ("/",),
    "search": ("A",),
    "replace": ("R", "tab"),
    "note": ("n",),
    "number": ("#",),
    "words of a filter": ("v", "0"),
    "filter of the glossary": ("t", "/"),
    "entry of the glossary": ("t", "a"),
    "term": ("g",),
    "concordance": ("K",),
    "palette": (":",),
    "reason": ("i",),
    "reason to accept": ("a",),
    "a reviewer's file": ("M",),
    "filter of the documents": ("o", "/"),
    "earlier English": ("H",),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("Die Lage in Kiew.\n\nEs regnet.\n", encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("- {de: Kiew, en: Kyiv}\n", encoding="utf-8")
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.edit(0, "The situation in Kiev.")
        translation.save()
    return tmp_path


async def paste(desk: Desk, text: str) -> None:
    desk.app.post_message(Paste(text))
    await desk.handled()


def told(desk: Desk) -> bool:
    shown = " ".join(desk.shown().split())
    toasts = " ".join(str(one.message) for one in desk.app._notifications)
    return any(words in shown + toasts for words in ("300,000 characters were pasted", "Nothing here takes a text"))


@pytest.mark.parametrize("prompt", PROMPTS)
async def test_too_much_is_told_wherever_it_is_pasted_and_nothing_of_it_is_put_in(folder: Path, prompt: str) -> None:
    async with desk_on(folder) as desk:
        await desk.press(*PROMPTS[prompt])
        await paste(desk, PASTED)
        assert told(desk), desk.shown()
        assert "Wort" not in desk.shown()


async def test_what_fits_is_put_in(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("A")
        await paste(desk, "x" * MOST_IN_FIELD + "\nand a second line")
        assert desk.app.screen.query_one("#words", Input).value == "x" * MOST_IN_FIELD
        await paste(desk, "y")
        assert "1 character was pasted" in desk.shown()


async def test_words_that_are_too_long_to_be_found_are_told(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("/")
        await paste(desk, "x" * 1_900)
        await desk.press("enter")
        assert "too many to look for" in desk.status


async def test_an_article_may_be_pasted_into_the_list_of_documents(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("o")
        await paste(desk, "Ein Artikel.\n" * 20)
        await desk.until(lambda: "Ein Artikel." in desk.shown())


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    opened = Terminal(cwd=folder)
    try:
        opened.wait_for("Help")
        opened.rest()
        yield opened
    finally:
        opened.kill()


@pytest.mark.parametrize("opening", ["/", "\r", ""])
def test_a_burst_that_nobody_typed_is_a_paste(terminal: Terminal, opening: str) -> None:
    """While browsing, each of its letters would be a command; in a field it would take a minute."""
    if opening:
        terminal.press(opening)
        terminal.rest()
    sending = threading.Thread(target=terminal.press, args=("saducx " * 40_000,))
    sending.start()
    terminal.until(lambda: "were pasted" in terminal.text or "Nothing here takes" in terminal.text)
    sending.join()
    terminal.rest()
    with Project.open(terminal.folder, read_only=True) as project:
        assert project.open_document("a.txt").paragraphs[0].english == "The situation in Kiev."


def heard(pieces: list[str]) -> list[str]:
    parser = Bursts()
    events: list[Message] = []
    for piece in pieces:
        events += parser.feed(piece)
    events += parser.rest()
    typed = [event for event in events if isinstance(event, Key | Paste)]
    return [event.text if isinstance(event, Paste) else str(event.character) for event in typed]


@given(st.lists(st.text("ab ß„\r", min_size=1, max_size=2_000), min_size=1, max_size=5))
def test_no_letter_is_lost_or_doubled_however_it_comes(pieces: list[str]) -> None:
    assert "".join(heard(pieces)) == "".join(pieces)


def test_a_long_run_is_one_text_and_what_follows_are_keys() -> None:
    assert heard(["a" * LEAST, "bc", "\x1b[A"])[0] == "a" * LEAST + "bc"
    assert heard(["abc"]) == ["a", "b", "c"]


def test_a_paste_that_the_terminal_marks_is_one_text_though_it_comes_in_pieces() -> None:
    text = "a" * (3 * LEAST)
    assert heard(["\x1b[20", "0~" + text, text, text + "\x1b[2", "01~", "x"]) == [text * 3, "x"]


def test_esc_and_a_letter_with_another_key_straight_behind_are_told_as_they_are_alone() -> None:
    parser = Bursts()
    keys = [event.key for event in parser.feed("\x1br\x1b[B") if isinstance(event, Key)]
    assert keys == ["alt+r", "down"]
