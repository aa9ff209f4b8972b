"""The doors of rooms that load their parts when they are asked for: what a start does not need stays away."""

from __future__ import annotations

import ast
import os
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from harness.terminal import Terminal

ROOMS = (
    "workbench.checks",
    "workbench.glossary",
    "workbench.memory",
    "workbench.project",
    "workbench.text.house_style",
)
HEAVY = (
    *("lxml", "openpyxl", "docx", "translate", "trafilatura", "pypdf", "pysubs2", "markdown_it"),
    *("ctranslate2", "sentencepiece", "argostranslate", "somajo", "hunspell", "simplemma", "py3langid", "numpy"),
    "sacrebleu",
    "regex",
)
"""Packages that take a tenth of a second or more, or belong to formats: the first screen of a text needs none."""
NOT_YET = (
    *("workbench.checks.table", "workbench.checks.whole", "workbench.engine", "workbench.export", "workbench.memory"),
    *("workbench.formats.docx", "workbench.formats.html", "workbench.formats.markdown", "workbench.formats.table"),
    *("workbench.glossary.candidates", "workbench.glossary.exchange", "workbench.project.review.merging"),
    *("workbench.project.handing.deliveries", "workbench.project.terms.changes", "workbench.tui.dialogs.export"),
    "workbench.project.figures",
    "workbench.project.overview.survey",
    "workbench.project.searching",
    "workbench.tui.start",
)
"""Our own rooms and modules that come after it."""

_FIRST_SCREEN = """
import os, sys
from pathlib import Path
from workbench.cli import main
from workbench.tui.desk import DeskScreen

def seen(screen):
    there = [name for name in os.environ["LOOKED_FOR"].split() if name in sys.modules]
    Path("loaded").write_text(" ".join(there))
    screen.app.exit()

DeskScreen._go_on_behind = seen
main(sys.argv[1:])
"""


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_offers_what_it_is_said_to_offer_from_where_it_is_said_to_be(room: str) -> None:
    door = import_module(room)
    for name, module in _said(Path(str(door.__file__))).items():
        assert getattr(door, name) is getattr(import_module(module), name), name
    for name in door.__all__:
        getattr(door, name)


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_offers_nothing_else(room: str) -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing_of_the_kind'"):
        _ = import_module(room).nothing_of_the_kind


def _said(file: Path) -> dict[str, str]:
    """The names that a door imports for who reads it, with the modules they are in."""
    found: list[Any] = [
        node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)
    ]
    rooms = [node for node in found if node.module.startswith("workbench.") and node.module != "workbench.lazy_door"]
    return {alias.name: node.module for node in rooms for alias in node.names}


def test_the_first_screen_of_a_text_waits_for_nothing_that_it_does_not_show(project_folder: Path) -> None:
    """Seconds are lost here one import at a time: what is named in HEAVY and NOT_YET is loaded when it is wanted."""
    named = {**os.environ, "LOOKED_FOR": " ".join((*HEAVY, *NOT_YET))}
    terminal = Terminal("sources/gipfel.txt", cwd=project_folder, environment=named, launcher=("-c", _FIRST_SCREEN))
    try:
        while terminal.process.poll() is None:
            terminal.read()
    finally:
        terminal.kill()
    assert (project_folder / "loaded").read_text(encoding="utf-8").split() == [], terminal.text
