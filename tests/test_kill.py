"""kill -9 on the real program in the middle of work: what the screen said was saved is there, no file is broken."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from harness.terminal import Terminal
from workbench.project import Project
from workbench.translation import State

ROUNDS = 5
PARAGRAPHS = 200
MOST_A_ROUND = 20


def reviewed_on(screen: str) -> int:
    """How many paragraphs the masthead says are reviewed."""
    found = re.search(r"(\d+) of \d+ reviewed", screen)
    assert found, screen
    return int(found.group(1))


@pytest.mark.feature("saving")
@pytest.mark.feature("work in a terminal, also from afar")
def test_nothing_the_screen_said_is_saved_is_lost(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    article = "\n\n".join(f"Das ist der Absatz Nummer {number} von vielen." for number in range(1, PARAGRAPHS + 1))
    (tmp_path / "sources" / "lang.txt").write_text(article + "\n", encoding="utf-8")
    chance = random.Random(4)
    said = 0
    for _ in range(ROUNDS):
        terminal = Terminal(str(tmp_path), cwd=tmp_path)
        try:
            terminal.wait_for("Enter Edit")
            terminal.wait_for(f"{said} of {PARAGRAPHS} reviewed")
            terminal.wait_for(" ~  ")
            while "drafting" in terminal.text:
                terminal.read()
            end = time.monotonic() + chance.uniform(0.2, 1.5)
            done = said
            while (time.monotonic() < end and done < said + MOST_A_ROUND) or done == said:
                terminal.press("a")
                terminal.read(0.01)
                done = reviewed_on(terminal.text)
            said = reviewed_on(terminal.text)
        finally:
            terminal.kill()

        with Project.open(tmp_path) as project:
            assert not project.read_only, "the lock outlived its holder"
            translation = project.open_document("lang.txt")
            records = translation.paragraphs
            translation.save()  # the English version follows the record; after a kill at the next start
        kept = [record for record in records if record.state is State.REVIEWED]
        assert len(kept) >= said
        assert all(record.english for record in kept)
        english = (tmp_path / "translations" / "lang.en.txt").read_text(encoding="utf-8")
        assert english.count("\n\n") == PARAGRAPHS - 1, "half an English file"
        said = len(kept)
