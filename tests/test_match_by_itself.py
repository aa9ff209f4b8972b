"""The best match put in by itself, where that is wanted: marked, undone as one act, never over what a person wrote."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from tests.desk import Desk, desk_on
from tests.memory_material import make
from tests.test_memory_folder import put
from workbench.cli import main
from workbench.project import Project, State, memory_origins
from workbench.project.settings.settings import read_settings
from workbench.tui.desk import memory
from workbench.tui.widgets import status

WIDE = (150, 40)
HEUTE, TODAY = "Der Rat der Stadt tagt heute im neuen Saal.", "The city council meets in the new hall today."
GESTERN = "Der Rat der Stadt tagt gestern im neuen Saal."
"""Of its nine words one is another: 88 %."""
FREMD = "Niemand weiß, wo die Katze des Nachbarn geblieben ist."
MORGEN = "Die Fähre legt am Abend nicht mehr ab."


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose second paragraph is like what a memory has, and whose third is so in its first sentence."""
    root = make(tmp_path / "news", {"a.txt": f"{FREMD}\n\n{GESTERN}\n\n{GESTERN} {MORGEN}\n"})
    put(root / "memories" / "kunde.tmx", (HEUTE, TODAY))
    monkeypatch.chdir(root)
    return root


def wanted(root: Path, value: str) -> None:
    (root / "project.yaml").write_text(f"put_in: {value}\n", encoding="utf-8")


async def opened(desk: Desk) -> None:
    """Wait until the drafts are there and the memory of the file is asked."""
    await desk.until(lambda: desk.app.session.project.memories.laid_in.number == 1)
    await desk.settled()


async def told(desk: Desk) -> None:
    """The same, and until the memory was told, so that this does not take the place of what is told next."""
    await desk.until(lambda: "New memory: kunde.tmx" in desk.status)
    await opened(desk)


@pytest.mark.feature("the best match put in by itself")
async def test_it_takes_the_place_of_the_draft_where_one_comes_and_says_where_it_is_from(root: Path) -> None:
    wanted(root, "85")
    async with desk_on(root, WIDE) as desk:
        await told(desk)
        assert desk.english(2) not in ("", TODAY)
        await desk.go_to(2)
        await desk.until(lambda: desk.english(2) == TODAY)
        assert "88 % match kunde.tmx put in: compare it with the German. u takes it out." in desk.status
        assert [origin.told for origin in memory_origins(desk.screen.records[1])] == ["88 % kunde.tmx"]
        assert desk.state(2) is State.DRAFT
        (mark,) = (found for found in desk.app.session.findings_of(1) if found.check == "match")
        assert mark.message == "a match of 88 %, put in by itself: compare it with the German (kunde.tmx)"
        assert mark.severity == "warning"


async def test_where_the_match_is_known_already_it_is_put_in_and_told_at_once(root: Path) -> None:
    wanted(root, "85")
    async with desk_on(root, WIDE) as desk:
        await told(desk)
        desk.app.session.memories.so_far(1)
        await desk.settled()
        assert desk.english(2) != TODAY  # nobody was there
        await desk.press("home", "down")
        assert desk.english(2) == TODAY
        assert "88 % match kunde.tmx put in" in desk.status


@pytest.mark.feature("the best match put in by itself")
async def test_one_undo_brings_the_draft_back_and_it_is_not_put_in_again(root: Path) -> None:
    wanted(root, "85")
    async with desk_on(root, WIDE) as desk:
        await opened(desk)
        draft = desk.english(2)
        await desk.go_to(2)
        await desk.until(lambda: desk.english(2) == TODAY)
        await desk.press("u")
        assert desk.english(2) == draft
        await desk.press("up", "down")
        await desk.settled()
        assert (desk.number, desk.english(2)) == (2, draft)
        assert not [found for found in desk.app.session.findings_of(1) if found.check == "match"]


@pytest.mark.feature("the best match put in by itself")
async def test_what_a_person_wrote_and_an_open_paragraph_are_never_touched(root: Path) -> None:
    wanted(root, "85")
    async with desk_on(root, WIDE) as desk:
        await opened(desk)
        await desk.burst("down", "enter", "H", "a", "l", "l")  # into the paragraph before the match is known
        await desk.settled()
        assert "Hall" in desk.screen.sheet.english.text
        await desk.press("escape")
        await desk.settled()
        assert desk.english(2).endswith("Hall")
        assert desk.state(2) is State.TRANSLATED


async def test_a_draft_that_was_being_read_is_not_accepted_as_the_match_that_came_at_this_moment(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted(root, "85")
    monkeypatch.setattr(memory, "UNSEEN", 60.0)
    async with desk_on(root, WIDE) as desk:
        await told(desk)
        await desk.go_to(2)
        await desk.until(lambda: desk.english(2) == TODAY)
        await desk.press("a")
        assert desk.state(2) is State.DRAFT
        assert "A match has just taken the place of the draft" in desk.status
        await desk.press("enter", "escape", "down", "up")
        monkeypatch.setattr(memory, "monotonic", lambda: monotonic() + 61)
        await desk.press("a")
        assert desk.state(2) is State.REVIEWED


async def test_without_the_setting_or_below_its_percentage_nothing_is_put_in(root: Path) -> None:
    for value in ("", "off", "89"):
        wanted(root, value)
        async with desk_on(root, WIDE) as desk:
            await opened(desk)
            await desk.go_to(2)
            await desk.until(lambda: "88 %" in desk.shown())
            assert desk.english(2) != TODAY


@pytest.mark.feature("the best match put in by itself")
async def test_of_several_sentences_only_the_one_that_is_like_it(root: Path) -> None:
    wanted(root, "85")
    async with desk_on(root, WIDE) as desk:
        await opened(desk)
        rest = desk.english(3).rpartition(". ")[2] or desk.english(3)
        await desk.go_to(3)
        await desk.until(lambda: desk.english(3).startswith(TODAY))
        assert desk.english(3).endswith(rest)
        assert desk.state(3) is State.DRAFT


async def test_it_stays_when_drafts_are_made_anew_and_the_mark_goes_with_an_accept(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted(root, "85")
    async with desk_on(root, WIDE) as desk:
        await opened(desk)
        await desk.go_to(2)
        await desk.until(lambda: desk.english(2) == TODAY)
        await desk.until(lambda: desk.screen.translation.recorded)
    assert main(["translate", "sources/a.txt"]) == 0
    main(["check", "sources/a.txt"])
    assert "a match of 88 %, put in by itself" in capsys.readouterr().out
    with Project.open(root) as project:
        assert project.open_document("a.txt").paragraphs[1].english == TODAY
    async with desk_on(root, WIDE) as desk:
        await opened(desk)
        assert desk.english(2) == TODAY
        await desk.go_to(2)
        await desk.press("a")
        assert desk.state(2) is State.REVIEWED
        assert not [found for found in desk.app.session.findings_of(1) if found.check == "match"]


@pytest.mark.parametrize("value", ["100", "49", "viel", "85 %"])
def test_another_value_is_told_and_is_off(root: Path, value: str) -> None:
    wanted(root, value)
    read = read_settings(root)
    assert read.settings.put_in == 0
    assert "`put_in` cannot be" in str(read.problems[0])
    assert "give a whole number from 50 to 99, without a sign, or off" in str(read.problems[0])


async def test_the_line_that_tells_of_it_is_not_taken_away_by_news_and_both_are_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "FRESH", 60.0)
    monkeypatch.setattr(status, "READ_WITHIN", 0.0)
    async with desk_on(root, WIDE) as desk:
        await told(desk)
        await desk.press("down")
        line = desk.screen.status
        line.tell("88 % match kunde.tmx put in.")
        line.tell_besides("New memory: neu.tmx, 1 pair.")
        line.tell_besides("broken.tmx: it is no TMX.", bad=True)
        assert desk.status == "88 % match kunde.tmx put in."
        await desk.press("down")
        assert desk.status == "New memory: neu.tmx, 1 pair."
        await desk.press("down")
        assert (desk.status, line.has_class("-bad")) == ("broken.tmx: it is no TMX.", True)
        await desk.press("up")
        assert "tmx" not in desk.status


async def test_news_that_nobody_can_have_read_waits_till_the_match_was_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "FRESH", 60.0)
    monkeypatch.setattr(status, "READ_WITHIN", 60.0)
    async with desk_on(root, WIDE) as desk:
        await opened(desk)
        line = desk.screen.status
        line.rest()
        line.tell_besides("New memory: neu.tmx, 1 pair.")
        line.tell("88 % match kunde.tmx put in.")
        assert desk.status == "88 % match kunde.tmx put in."
        await desk.press("down")
        assert desk.status.startswith("New memory")
