"""Who wrote the English of a document last, as git knows it: the author of the lines that a record has now."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.problem import WorkbenchError
from workbench.project.team.git import Git
from workbench.project.team.place import git_folder
from workbench.text import clean_line
from workbench.translation import ParagraphRecord
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import clean_record

_HEAD = re.compile(r"([0-9a-f]{40,64}) \d+ \d+")
_KEY = re.compile(r"(?:- |  )(\w+):")
_ENGLISH = frozenset({"en", "state"})
"""The keys of a paragraph's English and of what was decided on it."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who changed something last, and when; `by` is empty where nobody knows who."""

    by: str
    at: datetime

    @property
    def told(self) -> str:
        """Both on a line, in the clock's own time: `Wilma, 2026-11-28 14:03`."""
        return ", ".join(filter(None, (self.by, self.at.astimezone().strftime("%Y-%m-%d %H:%M"))))


@dataclass(frozen=True, slots=True)
class Committed:
    """A paragraph as it was committed last, and who changed its English or its state last."""

    paragraph: ParagraphRecord
    hand: Hand


def committed(root: Path, file: Path) -> tuple[Committed, ...]:
    """The paragraphs of a record in the newest commit around a project's folder, in order; none where there is none.

    git's `blame` is asked of what is committed, so that no filter of the repository is run. Raises WorkbenchError where
    git does not answer in time.
    """
    if git_folder(root) is None or shutil.which("git") is None:
        return ()
    said = Git(root).asked("blame", "--porcelain", "--no-textconv", "HEAD", "--", str(file), fine=range(256))
    lines = tuple(_blamed(said.decode(errors="replace").split("\n")))
    with suppress(WorkbenchError):
        record = clean_record("\n".join([*(text for text, _ in lines), ""]).encode(), file, Dump())
        hands = _hands(lines)
        if len(hands) >= len(record.paragraphs):
            both = zip(record.paragraphs, hands, strict=False)  # behind them stands what the source has no more
            return tuple(Committed(paragraph, hand) for paragraph, hand in both if hand is not None)
    return ()


def _blamed(said: Iterable[str]) -> Iterator[tuple[str, Hand]]:
    """The lines of a file, each with its author, of what `git blame --porcelain` says."""
    known: dict[str, Hand] = {}
    commit, author = "", ""
    for line in said:
        if line.startswith("\t"):
            yield line[1:], known[commit]
        elif head := _HEAD.match(line):
            commit = head[1]
        elif line.startswith("author "):
            author = clean_line(line.removeprefix("author "))
        elif line.startswith("author-time "):
            known[commit] = Hand(author, _time(line.removeprefix("author-time ")))


def _time(seconds: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):  # a commit may say what it likes
        return datetime.fromtimestamp(0, UTC)


def _hands(lines: Sequence[tuple[str, Hand]]) -> list[Hand | None]:
    """Of each paragraph who changed its English or its state last."""
    hands: list[Hand | None] = []
    key = ""
    for text, hand in lines:
        if found := _KEY.match(text):
            key = found[1]
            if text.startswith("- "):
                hands.append(None)
        elif text[:1] not in ("", " "):
            key = ""
        if key in _ENGLISH and hands:
            last = hands[-1]
            hands[-1] = hand if last is None or last.at < hand.at else last
    return hands
