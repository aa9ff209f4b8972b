"""Words of untouched drafts of which the package was unsure: weighed, marked, and gone to by a key."""

from __future__ import annotations

from pathlib import Path

from workbench.engine import Drafter, embedded_package
from workbench.engine.doubtful import UNSURE, word_probabilities
from workbench.project import Draft, ParagraphRecord, State
from workbench.project.doubting.weighing import is_untouched

from .desk import Desk, desk_on


def marked(desk: Desk, number: int) -> list[str]:
    row = desk.screen.sheet._row(number - 1)
    return [row.english[slice(*mark.span)] for mark in row.english_marks if mark.look == "pairs--doubt"]


def test_a_wrong_word_is_less_likely_than_the_right_one() -> None:
    drafter = Drafter(embedded_package())
    german = ["Die Polizei nahm drei Männer fest."] * 2
    englishes = ["The police arrested three men.", "The police arrested three cows."]
    right, wrong = word_probabilities(drafter, german, englishes)
    assert [englishes[1][slice(*word.at)] for word in wrong] == ["The", "police", "arrested", "three", "cows"]
    assert wrong[-1].value < UNSURE < right[-1].value


def test_only_a_draft_as_it_was_made_is_untouched() -> None:
    draft = Draft("It rains.", "told")
    record = ParagraphRecord("Es regnet.", "It rains.", State.DRAFT, draft)
    assert is_untouched(record)
    assert not is_untouched(ParagraphRecord("Es regnet.", "It rains.", State.REVIEWED, draft))
    assert not is_untouched(ParagraphRecord("Es regnet.", "It pours.", State.TRANSLATED, draft))


async def test_nothing_is_marked_until_the_key_goes_to_the_first_one_and_types_nothing(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        assert not any(marked(desk, number) for number in range(1, 7))
        await desk.press("home", "U")
        await desk.settled()
        assert desk.screen.sheet.opened is None
        assert any(f"unsure of “{word}”" in desk.status for word in marked(desk, desk.number))
        reached = desk.number
        await desk.burst("U", "U")
        await desk.settled()
        assert desk.number != reached
        await desk.press("enter", "ctrl+home", "ctrl+f8")
        await desk.settled()
        first = desk.number, desk.screen.sheet.english.selected_span
        assert desk.screen.sheet.english.selected_words in marked(desk, desk.number)
        await desk.press("ctrl+f8")
        await desk.settled()
        assert (desk.number, desk.screen.sheet.english.selected_span) > first


async def test_with_the_setting_they_are_marked_from_the_beginning_and_go_with_a_letter(project_folder: Path) -> None:
    (project_folder / ".workbench").mkdir(exist_ok=True)
    (project_folder / ".workbench" / "settings.yaml").write_text("doubt: on\n", encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await desk.settled()
        number = next(number for number in range(1, 7) if marked(desk, number))
        await desk.go_to(number)
        await desk.press("enter", "end", "x", "escape")
        await desk.settled()
        assert desk.state(number) is State.TRANSLATED
        assert marked(desk, number) == []
