"""Memories that the settings name, as they work in a project: what they fill, what they offer, and from how much on."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_config_path

from workbench.cli import main
from workbench.project import Project, Session, State, memory_origins
from workbench.project.commands import Accept, Edit

from .desk import Desk, desk_on
from .memory_material import THANKS, make

OURS = "Thank you for bearing with us."
KNOWN = "Der Bote brachte am Abend einen Brief."
THREE_OF_FOUR = "Der Rat tagt morgen."
"""Of its four words the memory's sentence has three."""
TABLE = f"""\
de\ten
{THANKS}\t{OURS}
{KNOWN}\tIn the evening the messenger brought a letter.
Der Rat tagt heute.\tThe council meets today.
"""
WIDE = (150, 40)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article, and beside it a table of pairs from somebody else."""
    root = make(tmp_path / "news", {"a.txt": f"{THANKS}\n\n{THREE_OF_FOUR}\n\n{KNOWN[:-1]} mit.\n"})
    (tmp_path / "kunde.tsv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def settings(root: Path, text: str) -> None:
    (root / "project.yaml").write_text(text, encoding="utf-8")


async def offered(desk: Desk, number: int) -> str:
    """What the panel says at a paragraph when the memory has been asked."""
    await desk.go_to(number)
    await desk.settled()
    return " ".join(desk.shown().split())


@pytest.mark.feature("several memories")
@pytest.mark.feature("memories that fill without asking")
def test_a_memory_that_is_trusted_fills_what_is_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["memory", "import", str(root.parent / "kunde.tsv"), "--reviewed", "--penalty", "0"]) == 0
    assert main(["translate", "sources/a.txt"]) == 0
    assert "1 of them from the memory" in capsys.readouterr().err
    with Project.open(root) as project:
        first = project.open_document("a.txt").paragraphs[0]
    assert (first.state, first.english) == (State.DRAFT, OURS)
    assert [origin.told for origin in memory_origins(first)] == ["100 % kunde"]


@pytest.mark.feature("penalties")
async def test_what_is_taken_off_a_memory_is_told_and_such_a_memory_never_fills(root: Path) -> None:
    main(["memory", "import", str(root.parent / "kunde.tsv"), "--reviewed", "--penalty", "10"])
    async with desk_on(root, WIDE) as desk:
        shown = await offered(desk, 1)
        assert "90 % (100 − 10 kunde)" in shown
        assert desk.english(1) != OURS
        await desk.press("1")
        assert desk.english(1) == OURS


@pytest.mark.feature("from which percentage on")
async def test_matches_are_offered_from_the_percentage_on_that_the_project_says(root: Path) -> None:
    main(["memory", "import", str(root.parent / "kunde.tsv"), "--reviewed", "--penalty", "0"])
    said = (root / "project.yaml").read_text(encoding="utf-8")
    for least, seen in (("", True), ("match: 80\n", False), ("match: 50\n", True)):
        settings(root, said + least)
        async with desk_on(root, WIDE) as desk:
            assert ("75 %" in await offered(desk, 2)) is seen, least
            assert "87 %" in await offered(desk, 3), least


@pytest.mark.feature("one memory over all projects")
async def test_what_is_reviewed_in_one_project_fills_in_another_where_that_is_wanted(
    root: Path, tmp_path: Path
) -> None:
    mine = user_config_path("workbench", appauthor=False) / "settings.yaml"
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_text("shared: yes\n", encoding="utf-8")
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(0, OURS))
        session.do(Accept(0))
        session.save()
    other = make(tmp_path / "other", {"b.txt": f"Es schneit seit Tagen.\n\n{THANKS}\n"})
    assert main(["translate", str(other / "sources" / "b.txt")]) == 0
    with Project.open(other) as project:
        second = project.open_document("b.txt").paragraphs[1]
    assert second.english == OURS
    (origin,) = memory_origins(second)
    assert origin.told.startswith("100 % ") and "news" in origin.told


async def test_in_a_window_without_a_panel_the_line_above_the_keys_says_that_there_is_a_match(root: Path) -> None:
    main(["memory", "import", str(root.parent / "kunde.tsv"), "--reviewed", "--penalty", "0"])
    async with desk_on(root, (40, 10)) as desk:
        await desk.until(lambda: "100 %" in desk.status)
        await desk.go_to(2)
        await desk.until(lambda: desk.status.startswith("Paragraph 2 · draft · match 75 %"))
        await desk.press("f6")
        assert "match" not in desk.status  # the panel has it
        await desk.press("f6")
        assert "match 75 %" in desk.status
