"""Over a line that takes a fifth of a second each way: bursts of keys go where they would have gone one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.terminal import Terminal
from workbench.project import Project, State

RELAY = """
import os, pty, select, sys, time, tty
LATE = 0.2
child, master = pty.fork()
if child == 0:
    os.execv(sys.executable, [sys.executable, "-m", "workbench"])
import fcntl, struct, termios
fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
tty.setraw(0)
waiting = []
while True:
    for source in select.select([0, master], [], [], 0.01)[0]:
        try:
            data = os.read(source, 65536)
        except OSError:
            data = b""
        if not data:
            raise SystemExit
        waiting.append((time.monotonic() + LATE, master if source == 0 else 1, data))
    while waiting and waiting[0][0] <= time.monotonic():
        _, to, data = waiting.pop(0)
        os.write(to, data)
"""
"""A terminal within a terminal, which holds everything back, keys and what is drawn."""


@pytest.mark.feature("work in a terminal, also from afar")
def test_a_burst_through_a_slow_line_edits_accepts_and_notes(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("Es regnet.\n\nEs schneit.\n", encoding="utf-8")
    terminal = Terminal(cwd=tmp_path, columns=80, lines=24, launcher=("-c", RELAY))
    try:
        terminal.wait_for("Help")
        terminal.wait_for("2 ~")
        terminal.press("\r now\r")  # edit the first, accept it: the second is being edited
        terminal.press(" today\x1b")
        terminal.press("nask sad Axel\r")  # every letter of it is a command, too
        terminal.press("k")
        terminal.press("q")
        terminal.wait_for_end()
    finally:
        terminal.kill()
    with Project.open(tmp_path, read_only=True) as project:
        first, second = project.open_document("a.txt").paragraphs
    assert (first.state, second.state) == (State.REVIEWED, State.TRANSLATED)
    assert first.english.endswith(" now") and second.english.endswith(" today")
    assert second.note == "ask sad Axel"
