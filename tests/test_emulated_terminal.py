"""The terminal that tests press keys on: what it says when what is waited for does not come."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from harness.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


def ended(tmp_path: Path, program: str) -> Terminal:
    """A terminal on which this program of Python has run to its end."""
    terminal = Terminal(cwd=tmp_path, launcher=("-c", program))
    terminal.process.wait(60)
    return terminal


def test_words_written_before_the_end_are_seen(tmp_path: Path) -> None:
    ended(tmp_path, "print('goodbye')").wait_for("goodbye")


def test_a_program_that_has_ended_is_not_waited_for(tmp_path: Path) -> None:
    terminal = ended(tmp_path, "print('goodbye'); raise SystemExit(3)")
    with pytest.raises(AssertionError, match=r"never saw 'hello': ended with 3 before:\s+goodbye"):
        terminal.wait_for("hello", seconds=3_600)
