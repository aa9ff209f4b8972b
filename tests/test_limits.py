"""How long headlines, teasers, captions and subtitles may be, as the house style sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import desk_on
from workbench.checks import check_paragraph
from workbench.formats import Role
from workbench.glossary import Glossary
from workbench.project.settings.settings import read_settings
from workbench.text.house_style import NO_STYLE, HouseStyle, Limits
from workbench.translation import ParagraphRecord, State

STYLE = HouseStyle(limits=Limits(headline=20, teaser=40, caption=30))


def told(english: str, role: Role = "body", seconds: float = 0, style: HouseStyle = STYLE) -> list[str]:
    record = ParagraphRecord("Die Grenze bleibt zu", english, State.TRANSLATED, role=role, seconds=seconds)
    return [f.message for f in check_paragraph(0, record, Glossary(), style) if f.check == "too-long"]


def test_a_headline_that_is_too_long_says_by_how_much() -> None:
    assert told("The border stays shut for now", "headline") == [
        "the headline has 29 characters, 9 more than the 20 it may have"
    ]
    assert told("The border is closed", "headline") == []
    assert told("The border stays shut for now") == []
    assert told("The border stays shut for now", "headline", style=NO_STYLE) == []


@pytest.mark.feature("subtitles")
def test_a_subtitle_has_two_lines_and_time_to_be_read() -> None:
    assert told("The border stays shut for now.", seconds=2) == []
    assert told("x" * 85, seconds=60) == ["85 characters do not fit in two lines of 42"]
    assert told(f"{'x' * 43}\nand so on", seconds=60) == ["a line has 43 characters, 42 at most"]
    assert told("The border stays shut for now.", seconds=1) == [
        "30 characters a second are too fast to read, 20 at most: 20 in the 1.0 seconds that it stands"
    ]
    assert told("x" * 200, seconds=1, style=HouseStyle(limits=Limits(subtitle_line=0, subtitle_speed=0))) == []


def test_the_limits_stand_below_the_style_in_the_projects_settings(tmp_path: Path) -> None:
    lines = ("style:", "  like: guardian", "  headline: 65", "  subtitle speed: 17", "  teaser: ''")
    (tmp_path / "project.yaml").write_text("\n".join(lines) + "\n")
    read = read_settings(tmp_path)
    assert read.problems == ()
    assert read.settings.style.limits == Limits(headline=65, subtitle_speed=17)
    assert read.settings.style.spelling == "british"


@pytest.mark.parametrize("value", ["many", "-3", "10000", "6.5"])
def test_what_is_no_number_of_characters_is_told_with_its_line(tmp_path: Path, value: str) -> None:
    (tmp_path / "project.yaml").write_text(f"style:\n  headline: {value}\n")
    read = read_settings(tmp_path)
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in read.problems] == [
        f"project.yaml:2: `headline` of `style` cannot be `{value}` – give a number of characters, at most 9,999"
    ]
    assert read.settings.style.limits == Limits()


async def test_the_characters_of_a_headline_are_counted_while_it_is_written(project_folder: Path) -> None:
    (project_folder / "project.yaml").write_text("style:\n  headline: 30\n")
    async with desk_on(project_folder) as desk:
        await desk.burst("down", "up")
        size = len(desk.english(1))
        assert f"headline · draft · {size} of 30 characters" in desk.status
        await desk.burst("enter", "ctrl+end", *"ly")
        await desk.settled()
        assert f"{size + 2} of 30 characters" in desk.status


async def test_a_quotation_can_be_marked_as_wanted_in_its_original(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.burst("down", "O")
        await desk.settled()
        assert desk.screen.records[1].note == "Original wanted"
        assert desk.status == (
            "Saved: the original of paragraph 2 is wanted, and goes on the list for the editor. u undoes."
        )
        await desk.burst("O")
        await desk.settled()
        assert desk.screen.records[1].note == ""
        await desk.burst("O", "n", *"Who?", "enter")
        await desk.settled()
        assert desk.screen.records[1].note == "Original wanted\nWho?"
