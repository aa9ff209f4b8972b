"""An article is pasted on the screen: it becomes a source, and opens."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.events import Key, Paste

from workbench.project import Project
from workbench.tui.dialogs.paste import PasteDialog, PastedText
from workbench.tui.start import StartScreen

from .desk import Desk, desk_on

ARTICLE = "Die Lage in Minsk bleibt ruhig\r\rAm Donnerstag wurde nicht geschossen, sagte die Sprecherin.\r"


async def paste(desk: Desk, text: str) -> None:
    desk.app.post_message(Paste(text))
    await desk.handled()


@pytest.mark.feature("taking files in")
async def test_what_is_pasted_becomes_an_article_named_by_its_first_line_and_opens(
    project_folder: Path,
) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("o")
        assert "p Paste" in desk.shown()
        await desk.press("p")
        await paste(desk, ARTICLE)
        assert "Die Lage in Minsk bleibt ruhig" in desk.shown()
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.app.session.document == "die-lage-in-minsk-bleibt-ruhig.txt")
        await desk.settled()
        assert [record.german for record in desk.screen.records] == [
            "Die Lage in Minsk bleibt ruhig",
            "Am Donnerstag wurde nicht geschossen, sagte die Sprecherin.",
        ]
        assert desk.english(1)
    source = project_folder / "sources" / "die-lage-in-minsk-bleibt-ruhig.txt"
    assert source.read_bytes() == ARTICLE.replace("\r", "\n").encode()


async def test_pasting_in_the_list_of_documents_opens_the_box_with_the_text(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("o")
        await paste(desk, ARTICLE)
        await desk.until(lambda: isinstance(desk.app.screen, PasteDialog))
        assert desk.app.screen.query_one("#pasted").has_focus
        await desk.press("ctrl+s")
        await desk.until(lambda: "minsk" in desk.app.session.document)
        assert desk.app.session.document == "die-lage-in-minsk-bleibt-ruhig.txt"


async def test_what_is_typed_in_one_breath_with_the_keys_that_open_the_box_goes_into_it(project_folder: Path) -> None:
    """`s` leaves a paragraph out and `a` accepts one, where they go astray."""
    async with desk_on(project_folder) as desk:
        states = [record.state for record in desk.screen.records]
        for key in "opsad":
            desk.app.post_message(Key(key, key))
        desk.app.post_message(Paste(ARTICLE))
        await desk.handled()
        assert "sadDie Lage in Minsk bleibt ruhig" in desk.shown()
        assert [record.state for record in desk.screen.records] == states


async def test_after_what_was_pasted_in_the_list_typing_goes_on(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        desk.app.post_message(Key("o", "o"))
        desk.app.post_message(Paste("Die Lage in Minsk"))
        for key in "sad":
            desk.app.post_message(Key(key, key))
        await desk.handled()
        assert "Die Lage in Minsksad" in desk.shown()


async def test_a_hundred_thousand_characters_come_in_clean(project_folder: Path) -> None:
    text = "Die \x1b[2JLage\u202e\n\n" + "Am Donnerstag\x07 wurde nicht geschossen. " * 2_700
    assert len(text) > 100_000
    async with desk_on(project_folder) as desk:
        await desk.press("o", "p")
        await paste(desk, text)
        assert not any(sign in desk.shown() for sign in "\x1b\x07\u202e")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.app.session.document == "die-lage.txt")
        assert len(desk.screen.records[1].german) > 90_000
        desk.app.session.drafts.end()
        await asyncio.sleep(0)


async def test_what_is_too_long_is_not_put_in_and_not_cut(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("o", "p")
        await paste(desk, "Die Lage.\n\n" * 50_000)
        await paste(desk, "Der Winter.\n\n" * 50_000)
        assert "1,000,000" in desk.shown()
        assert "nothing was pasted" in desk.shown()
        assert isinstance(desk.app.screen, PasteDialog)
        assert "Winter" not in desk.app.screen.text
        await desk.type("x")
        assert "nothing was pasted" not in desk.shown()


async def test_what_is_no_german_text_is_told_and_stays_in_the_box(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("o", "p", "ctrl+s")
        assert "there is no text in it" in desk.shown()
        await paste(desk, "The summit in Yerevan ended without any result on Thursday. " * 5)
        await desk.press("ctrl+s")
        assert "the text is not German" in desk.shown()
        assert isinstance(desk.app.screen, PasteDialog)
        await desk.press("escape")
        assert "Esc again throws this text away" in desk.shown()
        await desk.press("escape")
        assert isinstance(desk.app.screen, StartScreen)
        await desk.press("escape")
        assert desk.app.screen is desk.screen
        assert desk.app.session.document == "gipfel.txt"
    assert [path.name for path in (project_folder / "sources").iterdir()] == ["gipfel.txt"]


async def test_nothing_is_taken_into_a_project_that_another_has_open(project_folder: Path) -> None:
    with Project.open(project_folder):
        async with desk_on(project_folder) as desk:
            await desk.press("o", "p")
            await paste(desk, ARTICLE)
            await desk.press("ctrl+s")
            assert "this article: cannot be taken in" in desk.shown()
    assert len(list((project_folder / "sources").iterdir())) == 1


async def test_a_line_feed_that_a_terminal_sends_as_a_key_ends_a_line(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.burst("o", "p", *"Lage", "ctrl+j", "ctrl+j", *"Es regnet.")
        assert desk.app.screen.query_one(PastedText).text == "Lage\n\nEs regnet."
