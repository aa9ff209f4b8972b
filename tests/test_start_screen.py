"""The start screen: all documents at once, their figures one after the other, opened, sorted, filtered, pasted."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
import pytest_asyncio
from textual.widgets import Input

from tests.desk import Desk, desk_on
from tests.session_material import make
from workbench.project import Project
from workbench.project.commands import Edit
from workbench.project.overview.opened import last_opened
from workbench.tui.start import StartScreen

LONG = "L" * 200 + ".txt"
CHINESE = "会议纪要" * 6 + ".txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles of three paragraphs, of which one of a.txt is reviewed and one has an error."""
    make(tmp_path)
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.edit(1, "On Friday nobody came to the city to talk.")
        translation.accept(1)
        translation.edit(2, "The CSTO wants to meet again in Kiev on Saturday.")
        translation.save()
    return tmp_path


@pytest_asyncio.fixture
async def desk(folder: Path) -> AsyncIterator[Desk]:
    async with desk_on(folder) as desk:
        yield desk


def start(desk: Desk) -> StartScreen:
    screen = desk.app.screen
    assert isinstance(screen, StartScreen)
    return screen


def pointed_at(desk: Desk) -> str | None:
    current = start(desk).current
    return current.name if current else None


def told(desk: Desk) -> str:
    return str(start(desk).status.content)


def names(desk: Desk) -> list[str]:
    return [one.name for one in start(desk)._rows.documents]


def line_of(desk: Desk, name: str) -> str:
    """The line of a document as it is shown, without the pointer."""
    return next(line[2:] for line in desk.shown().splitlines() if line[2:].startswith(name))


async def looked_through(desk: Desk) -> None:
    """Wait until everything about every document is known."""
    await desk.until(lambda: all(one.problem or one.findings is not None for one in start(desk)._documents))
    await desk.drawn()


def with_start(folder: Path, value: str) -> None:
    (folder / ".workbench").mkdir(exist_ok=True)
    (folder / ".workbench" / "settings.yaml").write_text(f"start: {value}\n", encoding="utf-8")


@pytest.mark.feature("start screen with figures")
async def test_every_document_has_words_progress_findings_and_the_day_it_was_open_last(desk: Desk) -> None:
    await desk.press("o")
    await looked_through(desk)
    assert line_of(desk, "a.txt").split()[:4] == ["a.txt", "32", "███▓▓▓░░░░", "33%"]
    assert line_of(desk, "a.txt").split()[-1] == "today"
    assert line_of(desk, "b.txt").split() == ["b.txt", "32", "··········", "0%", "0"]
    assert "2 documents · 64 words · 1 of 6 reviewed (16%)" in desk.shown()
    assert "1 reviewed · 1 translated · 1 draft" in told(desk)


async def test_findings_are_those_that_the_desk_tells(desk: Desk) -> None:
    at_desk = sum(desk.app.session.standing(index).findings for index in range(3))
    await desk.press("o")
    await looked_through(desk)
    assert at_desk > 0
    assert start(desk)._documents[0].findings == at_desk


async def test_enter_opens_and_escape_goes_back(desk: Desk) -> None:
    await desk.press("o", "down", "enter")
    assert desk.app.screen is desk.screen
    assert desk.app.session.document == "b.txt"
    await desk.press("o", "up", "escape")
    assert desk.app.screen is desk.screen
    assert desk.app.session.document == "b.txt"


async def test_names_are_there_before_anything_is_read(folder: Path) -> None:
    for number in range(300):
        (folder / "sources" / f"bericht{number:03}.txt").write_text("Ein Bericht aus Minsk.\n", encoding="utf-8")
    async with desk_on(folder) as desk:
        goes_on = Event()
        desk.app.session.lanes.look_up.submit(goes_on.wait)
        await desk.press("o", "end")
        assert "bericht299.txt" in desk.shown()
        assert "…" in line_of(desk, "bericht299.txt")
        assert "302 documents" in desk.shown()
        await desk.press("slash")
        await desk.type("290")
        assert names(desk) == ["bericht290.txt"]
        goes_on.set()
        await looked_through(desk)
        assert line_of(desk, "bericht290.txt").split() == ["bericht290.txt", "4", "··········", "0%", "0"]


async def test_what_was_counted_is_kept_for_the_next_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk_on(folder / "sources" / "b.txt") as desk:
        await desk.press("o")
        await looked_through(desk)
        await desk.settled()
    kept = json.loads((folder / ".workbench" / "overview.json").read_text(encoding="utf-8"))
    assert kept["a.txt"]["reviewed"] == 1
    (folder / ".workbench" / "overview.json").write_text(
        json.dumps({**kept, "a.txt": {**kept["a.txt"], "words": 12_345}}), encoding="utf-8"
    )
    async with desk_on(folder / "sources" / "b.txt") as desk:
        await desk.press("o")
        await looked_through(desk)
        assert line_of(desk, "a.txt").split()[1] == "12,345"  # it was not counted again
    with (folder / "sources" / "a.txt").open("a", encoding="utf-8") as article:
        article.write("\nNoch ein Satz mit sechs Wörtern.\n")
    async with desk_on(folder / "sources" / "b.txt") as desk:
        await desk.press("o")
        await looked_through(desk)
        assert line_of(desk, "a.txt").split()[1] == "38"


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"a.txt": 3, "b.txt": {"files": 1}}', "[" * 100_000, "\x00"])
async def test_what_is_kept_may_be_damaged(folder: Path, damaged: str) -> None:
    (folder / ".workbench").mkdir(exist_ok=True)
    for name in ("overview.json", "opened.json"):
        (folder / ".workbench" / name).write_text(damaged, encoding="utf-8")
    async with desk_on(folder) as desk:
        await desk.press("o")
        await looked_through(desk)
        assert line_of(desk, "a.txt").split()[:2] == ["a.txt", "32"]


async def test_documents_that_cannot_be_read_say_why_and_are_not_opened(folder: Path) -> None:
    (folder / "sources" / "kaputt.docx").write_bytes(b"\0\1\2")
    (folder / "sources" / "leer.txt").write_bytes(b"")
    (folder / "translations" / "b.yaml").write_text("source: [\n", encoding="utf-8")
    async with desk_on(folder / "sources" / "a.txt", (140, 30)) as desk:
        await desk.press("o")
        await looked_through(desk)
        assert "✗ is no Word document" in line_of(desk, "kaputt.docx")
        assert "✗ the file has no text" in line_of(desk, "leer.txt")
        assert "✗ b.yaml:" in line_of(desk, "b.txt")
        assert "4 documents (3 ✗)" in desk.shown()
        await desk.press("end", "enter")
        assert "✗ the file has no text" in told(desk)
        assert start(desk).current is not None
        assert desk.app.session.document == "a.txt"


async def test_long_and_wide_names_leave_the_columns_where_they_are(folder: Path) -> None:
    for name in (LONG, CHINESE):
        (folder / "sources" / name).write_text("Ein Bericht aus Minsk.\n", encoding="utf-8")
    async with desk_on(folder, (80, 24)) as desk:
        await desk.press("o")
        await looked_through(desk)
        assert line_of(desk, "LLLL").split()[-4:-1] == ["4", "··········", "0%"]
        assert "会议纪要会议纪要会议纪要会议" in desk.shown()
        await desk.press("end", "enter")
        assert desk.app.session.document == CHINESE


async def test_s_sorts_by_one_column_after_the_other(folder: Path) -> None:
    (folder / "sources" / "c.txt").write_text("Es regnet in Minsk und in Brest. " * 20, encoding="utf-8")
    async with desk_on(folder) as desk:
        await desk.press("o")
        await looked_through(desk)
        assert names(desk) == ["a.txt", "b.txt", "c.txt"]
        await desk.press("s")
        assert names(desk) == ["c.txt", "a.txt", "b.txt"]
        await desk.press("s")
        assert names(desk) == ["b.txt", "c.txt", "a.txt"]
        await desk.press("s")
        assert names(desk)[0] == "a.txt"
        assert "by findings" in desk.shown()
        await desk.press("s")
        assert names(desk)[0] == "a.txt"  # the one that is on the desk
        assert pointed_at(desk) == "a.txt"


async def test_letters_filter_and_escape_shows_all_again(desk: Desk) -> None:
    await desk.press("o")
    await looked_through(desk)
    await desk.burst(*"/B.T", "enter")
    assert names(desk) == ["b.txt"]
    assert "1 of 2 documents with “B.T” · " in desk.shown()
    await desk.press("escape")
    assert names(desk) == ["a.txt", "b.txt"]
    await desk.burst(*"/nirgends")
    assert "No document has these letters" in told(desk)
    await desk.press("enter", "enter", "c", "escape", "escape")
    assert desk.app.screen is desk.screen


async def test_documents_come_and_go_while_the_list_is_open(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("o", "down")
        await looked_through(desk)
        (folder / "sources" / "aa.txt").write_text("Ein Bericht aus Minsk.\n", encoding="utf-8")
        await desk.until(lambda: "aa.txt" in names(desk))
        assert names(desk) == ["a.txt", "aa.txt", "b.txt"]
        assert pointed_at(desk) == "b.txt"
        await looked_through(desk)
        for name in ("a.txt", "aa.txt", "b.txt"):
            (folder / "sources" / name).unlink()
        await desk.until(lambda: not names(desk))
        assert "There is no article here any more" in told(desk)
        await desk.press("enter", "c", "s", "escape")
        assert desk.app.screen is desk.screen


async def test_when_a_document_was_open_last_is_kept_on_this_machine(folder: Path) -> None:
    long_ago = datetime(2025, 3, 4, 12, tzinfo=UTC)
    (folder / ".workbench" / "opened.json").write_text(json.dumps({"b.txt": long_ago.isoformat()}), encoding="utf-8")
    async with desk_on(folder) as desk:
        await desk.settled()
        opened = last_opened(desk.app.project.layout)
        assert opened["b.txt"] == long_ago
        assert opened["a.txt"].date() == datetime.now(UTC).date()
        await desk.press("o")
        await looked_through(desk)
        assert line_of(desk, "b.txt").split()[-1] == "2025-03-04"
        await desk.press("down", "enter")
        await desk.settled()
        assert last_opened(desk.app.project.layout)["b.txt"] > long_ago


async def test_nothing_is_kept_where_another_has_the_project(folder: Path) -> None:
    with Project.open(folder):
        async with desk_on(folder) as desk:
            await desk.press("o")
            await looked_through(desk)
            await desk.settled()
            assert "READ-ONLY" in desk.shown()
    assert not (folder / ".workbench" / "overview.json").exists()
    assert not (folder / ".workbench" / "opened.json").exists()


async def test_the_setting_begins_with_all_documents(folder: Path) -> None:
    with_start(folder, "documents")
    async with desk_on(folder) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, StartScreen))
        assert names(desk) == ["a.txt", "b.txt"]
        assert not last_opened(desk.app.project.layout)  # nobody has looked at the one on the desk
        await desk.press("down", "enter")
        assert desk.app.session.document == "b.txt"
    async with desk_on(folder / "sources" / "b.txt") as desk:
        assert desk.app.screen is desk.screen
    with_start(folder, "article")
    async with desk_on(folder) as desk:
        assert desk.app.screen is desk.screen


@pytest.mark.feature("start screen with figures")
async def test_the_chart_shows_words_by_state_and_match(desk: Desk) -> None:
    await desk.press("o", "c")
    await desk.until(lambda: "looking" not in desk.shown() and "no match" in desk.shown())
    assert "a.txt · 32 words in 3 sentences" in desk.shown()
    shown = " ".join(desk.shown().split())
    assert "✓ reviewed" in shown and "+ translated" in shown
    await desk.press("down")
    await desk.until(lambda: "b.txt · 32 words" in desk.shown() and "101 %" in desk.shown())
    await desk.press("c")
    await desk.until(lambda: "All documents · 64 words" in desk.shown() and "from another" in desk.shown())
    await desk.press("c")
    assert "All documents" not in desk.shown()


async def test_the_filter_has_the_keys_while_it_is_typed_in(desk: Desk) -> None:
    await desk.press("o")
    await desk.burst(*"/scpq")
    assert start(desk).query_one(Input).value == "scpq"


async def test_the_chart_goes_on_while_the_article_on_the_desk_is_drafted(folder: Path) -> None:
    """What is drafted changes every moment; counting the project anew each time would never end."""
    async with desk_on(folder) as desk:
        await desk.press("o", "c", "c")
        await looked_through(desk)
        await desk.until(lambda: "looking" not in desk.shown())
        changes = desk.app.survey.changes
        desk.app.session.do(Edit(0, "The CSTO met."))
        for _ in desk.app.survey.look(desk.app.session.translation.record):
            pass
        assert desk.app.survey.documents[0].translated == 2
        assert desk.app.survey.changes == changes
        (folder / "sources" / "b.txt").write_text("Es regnet.\n", encoding="utf-8")
        await desk.until(lambda: desk.app.survey.changes == changes + 1)
        await desk.until(lambda: "34 words" in desk.shown())
