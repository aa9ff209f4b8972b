"""The panel tells which words of a draft came from the dictionary, today and on the next day."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from workbench.project import Draft, ParagraphRecord, State, WordOrigin, word_origins

from .desk import Desk, desk_on

FOUND = (("Schlangenmenschen", "contortionists", "dictionary"), ("Stimmungslage", "mood", "without"))


async def take(desk: Desk, number: int, english: str, words: tuple[tuple[str, str, str], ...]) -> None:
    """Give a paragraph this draft, as the package's lane does."""
    session, records = desk.app.session, desk.screen.records
    made = records[number - 1].draft
    assert made
    draft = Draft(english, made.package, words=words)
    session.deliver(partial(session.drafting.take_drafts, records, [(number - 1, draft)]))
    await desk.until(lambda: desk.english(number) == english)


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_the_panel_tells_what_came_from_the_dictionary(project_folder: Path, size: tuple[int, int]) -> None:
    async with desk_on(project_folder, size) as desk:
        await take(desk, 2, "Two contortionists were in a good mood.", FOUND)
        await desk.go_to(2)
        shown = desk.shown()
        assert "Schlangenmenschen → contortionists  ·" in shown and "dictionary" in shown
        assert "→ mood" not in shown
        await desk.go_to(3)
        assert "→ contortionists" not in desk.shown()


async def test_it_is_there_on_the_next_day(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await take(desk, 2, "Two contortionists were in a good mood.", FOUND)
        await desk.go_to(2)
        await desk.press("a")
    record = (project_folder / "translations" / "gipfel.yaml").read_text(encoding="utf-8")
    assert "- [Schlangenmenschen, contortionists, dictionary]" in record
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        assert "Schlangenmenschen → contortionists  · dictionary" in desk.shown()


async def test_a_word_that_was_corrected_is_told_no_more(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await take(desk, 2, "Two contortionists were in a good mood.", FOUND)
        await desk.go_to(2)
        await desk.press("enter", "ctrl+a", "delete")
        await desk.type("Two acrobats were in a good mood.")
        await desk.press("escape")
        assert "→ contortionists" not in desk.shown()


def test_each_way_is_told_in_plain_words() -> None:
    words = (
        ("Getreideabkommen", "grain agreement", "compound"),
        ("rückt", "moves away", "prefix verb"),
        ("rückt", "moves away", "prefix verb"),
        ("Haus", "ouse", "dictionary"),
        ("Kurz", "Kurz", "name"),
    )
    english = "He moves away from the grain agreement, Moves away to a house with Kurz."
    record = ParagraphRecord("Er rückt ab.", english, State.DRAFT, Draft(english, "package", words=words))
    assert word_origins(record) == (
        WordOrigin("Getreideabkommen", "grain agreement", "dictionary, part by part"),
        WordOrigin("rückt", "moves away", "dictionary, verb with its prefix"),
        WordOrigin("Kurz", "Kurz", "a name, which had been read as a word or was garbled"),
    )
