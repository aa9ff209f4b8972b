"""Things that are no ordinary files in the place of a project's files: one line, no hang, no memory without end."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from harness.survive.ground import Ground
from harness.survive.places import Case, cases, make_room, meet
from harness.survive.tries import Try, attempt

NAME = "special"
ABOUT = "a FIFO, a socket, a device, a folder, a file of 3 GB at each place of a project, met by each command"
THINGS = ("a FIFO", "a socket", "a device", "a folder", "a file", "3 GB", "a link in a circle")
LIMIT = 10.0
"""Seconds."""


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """Meet `number` such things; the places, things and commands in the seed's order."""
    for index, case in enumerate(islice(cases(THINGS, seed), first, first + number), start=first):

        def body(case: Case = case) -> None:
            project = ground.project()
            _put(case.thing, make_room(project, case.place))
            meet(ground, project, case.command, LIMIT)

        yield attempt(NAME, index, f"{case.command} with {case.thing} at {case.place}", body)


def _put(thing: str, path: Path) -> None:
    match thing:
        case "a FIFO":
            os.mkfifo(path)
        case "a socket":
            _socket(path)
        case "a device":
            path.symlink_to("/dev/zero")
        case "a folder":
            path.mkdir()
            (path / "something").write_text("in it", encoding="utf-8")
        case "a file":
            path.write_bytes(b"\0\xff: - [")
        case "3 GB":
            with path.open("wb") as file:
                file.truncate(3_000_000_000)
        case _:
            path.symlink_to(path.name)


def _socket(path: Path) -> None:
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)  # the whole path may be longer than an address can be
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)
