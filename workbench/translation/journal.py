"""What was done to the paragraphs of one document, act by act, and how long it took: this machine's own, not in git.

A file in `.workbench/journal/`, to which lines are added; what is broken in it is passed over. When it is too large the
oldest acts go, and the times of each paragraph become one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.files import append_inside, read_regular, remove_inside, write_inside
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line
from workbench.translation.kept_file import as_one_name
from workbench.translation.record import State

MOST = 8_000_000
"""Bytes of a document's journal; about 8,000 acts."""
LONGEST = 1_000_000
"""Bytes of a line that is kept."""
_LARGEST = 64_000_000
_MEND = "move it away: it holds what was done to the paragraphs, and none of the work"


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood in a paragraph: its English with codes, and its state."""

    english: str
    state: State


@dataclass(frozen=True, slots=True)
class Done:
    """An act in a paragraph: when (UTC), what did it (`accept`), and what stood there before and after it.

    `how`: done, undone, redone, left (see `workbench.project.events.Act`). `id`, `german`: of the paragraph then, by
    which it is found again; the id is empty where it was not known. `by`: who did it, empty where nobody knows.
    """

    at: datetime
    did: str
    how: str
    id: str
    german: str
    was: Stood
    now: Stood
    by: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """So many seconds were spent on a paragraph until then."""

    at: datetime
    id: str
    german: str
    seconds: float


Line = Done | Spent


@dataclass(frozen=True, slots=True)
class Written:
    """What a journal holds, in the order in which it was written; `problem`: what is wrong with it, if something is."""

    lines: tuple[Line, ...] = ()
    problem: Problem | None = None

    @property
    def acts(self) -> tuple[Done, ...]:
        """What was done."""
        return tuple(line for line in self.lines if isinstance(line, Done))

    @property
    def spent(self) -> tuple[Spent, ...]:
        """How long it took."""
        return tuple(line for line in self.lines if isinstance(line, Spent))


class Journal:
    """The journal of one document. `private`: the project's `.workbench`; `source`: the name from `sources/` on."""

    def __init__(self, private: Path, source: str, most: int = MOST) -> None:
        self._private, self._most = private, most
        self.path = private / "journal" / f"{as_one_name(source)}.jsonl"

    def add(self, lines: Sequence[Line]) -> None:
        """Write more lines, all or none. Raises WorkbenchError. One thread at a time."""
        data = b"".join(_packed(lines))
        if data:
            append_inside(self._private.parent, self.path, data)
            with suppress(OSError):
                if self.path.lstat().st_size > self._most:
                    self._thin_out()

    def read(self) -> Written:
        """What is there; nothing where nothing is. Raises nothing: see `Written.problem`."""
        try:
            data = read_regular(self.path, _LARGEST, _MEND) or b""
        except WorkbenchError as error:
            return Written(problem=error.problem)
        found = [(line, _read(line)) for line in data.splitlines()]
        damaged = sum(1 for line, read in found if read is None and line.strip())
        what = f"{damaged} damaged line{'s' if damaged > 1 else ''} of it left out"
        problem = Problem(self.path, what, "some of the history is missing; your work is not touched")
        return Written(tuple(read for _, read in found if read is not None), problem if damaged else None)

    def move_to(self, source: str) -> Journal:
        """The same for a source that has got another name: what is written here stands there from now on, as the first.

        Never raises: what cannot be moved stays where it is.
        """
        there = Journal(self._private, source, self._most)
        with suppress(OSError, WorkbenchError):
            mine, theirs = (read_regular(journal.path, _LARGEST, _MEND) for journal in (self, there))
            if mine is not None and there.path != self.path:
                write_inside(self._private.parent, there.path, mine.rstrip(b"\n") + b"\n" + (theirs or b""))
                remove_inside(self._private.parent, self.path)
        return there

    def _thin_out(self) -> None:
        """Keep the newest acts, in half of the room there is, and of the times the sums."""
        with suppress(WorkbenchError):
            written = self.read()
            spent: dict[str, Spent] = {}
            for one in written.spent:
                before = spent.get(one.id or one.german)
                seconds = one.seconds + (before.seconds if before else 0.0)
                spent[one.id or one.german] = Spent(one.at, one.id, one.german, seconds)
            kept: list[bytes] = []
            room = self._most // 2
            for line in reversed(list(_packed(written.acts))):
                room -= len(line)
                if room < 0:
                    break
                kept.append(line)
            data = b"".join((*_packed(list(spent.values())), *reversed(kept)))
            write_inside(self._private.parent, self.path, data, durable=False)


def _packed(lines: Sequence[Line]) -> Iterable[bytes]:
    for line in lines:
        said: dict[str, object] = {"at": line.at.isoformat(timespec="seconds"), "id": line.id, "de": line.german}
        if isinstance(line, Done):
            said |= {"did": line.did, "how": line.how, "was": _said(line.was), "now": _said(line.now)}
            said |= {"by": line.by} if line.by else {}
        else:
            said["seconds"] = round(line.seconds, 1)
        packed = (json.dumps(said, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")
        if len(packed) <= LONGEST:
            yield packed


def _said(stood: Stood) -> list[str]:
    return [stood.english, stood.state.value]


def _read(line: bytes) -> Line | None:
    """A line; None where it is damaged."""
    try:
        said = json.loads(line.decode("utf-8", "surrogatepass"))
        at = datetime.fromisoformat(said["at"])
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        key, german = str(said["id"]), str(said["de"])
        if "seconds" in said:
            seconds = float(said["seconds"])
            return Spent(at, key, german, seconds) if 0 <= seconds < 1e9 else None
        was, now = (Stood(str(english), State(state)) for english, state in (said["was"], said["now"]))
        by = clean_line(str(said.get("by", "")))
        return Done(at, str(said["did"]), str(said["how"]), key, german, was, now, by)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
