"""Large files in `memories/` are taken in by a process of their own, which shares no interpreter with the screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.desk import desk_on
from tests.memory_material import THANKS, make
from tests.test_memories_at_work import OURS
from tests.test_memory_folder import WIDE, put
from tests.test_tmx_programs import FILES
from workbench.project.folder.layout import layout_of
from workbench.project.memories import laid_in
from workbench.project.memories.laid_in import PAUSE, LaidIn
from workbench.project.memories.places import file_memories


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project for which every file is a large one."""
    monkeypatch.setattr(laid_in, "LARGE", 0)
    root = make(tmp_path / "news", {"a.txt": f"{THANKS}\n"})
    (root / "memories").mkdir()
    return root


async def test_it_fills_as_any_other_and_says_how_far_it_can_be_trusted(root: Path) -> None:
    put(root / "memories" / "kunde.tmx", (THANKS, OURS))
    async with desk_on(root, WIDE) as desk:
        await desk.until(lambda: desk.english(1) == OURS)
    with_trust = LaidIn(layout_of(make(root.parent / "other", {"a.txt": f"{THANKS}\n"})))
    put(root.parent / "other" / "memories" / "mt" / "kunde.tmx", (THANKS, OURS))
    assert [done.pairs for done in with_trust.take_in(PAUSE) if done] == [1]
    ((pair,),) = (list(one.memory.pairs()) for one in with_trust.asked())
    assert pair.trust == "unreviewed"
    with_trust.close()


def test_what_is_left_of_it_and_why_there_is_nothing_of_it_is_told_as_elsewhere(root: Path) -> None:
    shutil.copy(FILES / "omegat.tmx", root / "memories")
    (root / "memories" / "kaputt.tmx").write_text("kein XML")
    here, apart = (
        [(done.name, done.pairs, str(done.problem)) for done in LaidIn(layout_of(root)).take_in(pause) if done]
        for pause in (PAUSE, 0.0)
    )
    assert here[0] == ("kaputt.tmx", 0, here[0][2])
    assert "kaputt.tmx: is no TMX" in here[0][2]
    assert here[1][1] == 3
    assert "omegat.tmx:15: 1 unit is not in German and English" in here[1][2]
    assert apart == here[:1]  # the other is known by now


def test_it_ends_when_nobody_waits_for_it_and_leaves_nothing(root: Path) -> None:
    put(root / "memories" / "kunde.tmx", (THANKS, OURS))
    files = LaidIn(layout_of(root))
    job = files.take_in(PAUSE)
    assert next(job) is None
    job.close()
    assert list(file_memories(root).iterdir()) == []
    assert [done.pairs for done in files.take_in(PAUSE) if done] == [1]
    files.close()


def test_one_that_ends_early_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root / "memories" / "kunde.tmx", (THANKS, OURS))
    monkeypatch.setattr("sys.executable", shutil.which("false") or "")
    (done,) = (done for done in LaidIn(layout_of(root)).take_in(PAUSE) if done)
    assert "could not be taken in: the process that did so ended early" in str(done.problem)


def test_where_there_can_be_no_process_it_is_taken_in_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root / "memories" / "kunde.tmx", (THANKS, OURS))
    monkeypatch.setattr("sys.executable", "")
    assert [done.pairs for done in LaidIn(layout_of(root)).take_in(PAUSE) if done] == [1]
