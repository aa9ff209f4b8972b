"""How the five best matches are shown: by percentage, date or memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import desk_on
from tests.memory_material import make
from workbench.export.memory_tmx import memory_as_tmx
from workbench.memory import Pair
from workbench.project import Project
from workbench.project.settings.settings import read_settings
from workbench.text import Inline

ASKED = "Der Rat der Stadt tagt heute im neuen Saal."
KNOWN = {
    "c.tmx": ("Der Rat der Stadt tagt heute im neuen Saal!", "The council meets today.", "2001-01-01T00:00:00+00:00"),
    "b.tmx": ("Der Rat der Stadt tagt gestern im neuen Saal.", "The council met.", "2020-01-01T00:00:00+00:00"),
    "a.tmx": ("Der Rat der Stadt tagt gestern im alten Saal.", "The council sat.", "2010-01-01T00:00:00+00:00"),
}
"""Of 99, 88 and 77 %."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make(tmp_path / "news", {"a.txt": f"{ASKED}\n"})
    (root / "memories").mkdir()
    for name, (german, english, made) in KNOWN.items():
        pair = Pair(Inline(german), Inline(english), made=made)
        (root / "memories" / name).write_bytes(b"".join(memory_as_tmx([pair])))
    return root


@pytest.mark.feature("how matches are shown")
@pytest.mark.parametrize(
    ("setting", "wanted"),
    [
        ("", "c.tmx b.tmx a.tmx"),
        ("order: percent\n", "c.tmx b.tmx a.tmx"),
        ("order: date\n", "b.tmx a.tmx c.tmx"),
        ("order: memory\n", "a.tmx b.tmx c.tmx"),
    ],
)
async def test_they_are_shown_as_the_settings_say(root: Path, setting: str, wanted: str) -> None:
    (root / "project.yaml").write_text(setting, encoding="utf-8")
    async with desk_on(root, (150, 40)) as desk:
        await desk.until(lambda: desk.app.session.project.memories.laid_in.number == len(KNOWN))
        await desk.until(lambda: all(name in desk.shown() for name in KNOWN))
        shown = desk.shown()
        assert sorted(KNOWN, key=shown.index) == wanted.split()
        await desk.press("1")
        (english,) = (KNOWN[name][1] for name in wanted.split()[:1])
        assert desk.english(1) == english


def test_the_five_best_are_chosen_by_percentage_all_the_same(root: Path) -> None:
    (root / "project.yaml").write_text("order: date\n", encoding="utf-8")
    with Project.open(root) as project:
        for _ in project.remember():
            pass
        best = project.memories.best(Inline(ASKED))
    assert best is not None
    assert (best.percent, best.memory) == (99, "c.tmx")


def test_another_order_is_told(root: Path) -> None:
    (root / "project.yaml").write_text("order: color\n", encoding="utf-8")
    read = read_settings(root)
    assert read.settings.order == "percent"
    assert "`order` cannot be `color` – use one of percent, date, memory" in str(read.problems[0])
