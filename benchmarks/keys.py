"""From the key to the change on the screen: the real program on a pseudo-terminal, as a translator uses it.

    uv run python -m benchmarks.keys
    uv run python -m benchmarks.keys --paragraphs 1000 --keys 2000 --modes translated
    uv run python -m benchmarks.keys --paragraphs 1000 --modes translated --starts 0 --memory 200000

Documents are made up of the sentences of sources/, three a paragraph, and the glossary is the repository's, filled up
to `--entries`. In the mode `translated` every paragraph has English; in `drafting` none has, and drafts are made all
the while. A round of keys is: down, down; the paragraph opened; a word of ten letters typed, and a space; Esc; accept.
Of these are measured the moves, the last eight letters of the word, and the accept, unless it is asked about. Between
two keys is a pause (`--pause`, drawn between half and one and a half of it). Milliseconds from writing the key to the
terminal until the bytes are read that make the change visible; these are only read and given the time, and put on an
emulated screen after the program has paused, so that the emulator costs the program nothing. The line `echo` is the
same with a program that only writes back what it gets: what measuring itself takes.

Opening is from the start of the process until the German stands on the screen, and until the first English does; with
it the processor time of all the process's threads until the first. Memory is the process's resident memory at key 200
and key 2,000 (all keys count), and at the last key. `--starts` rounds compare a first start (empty home and cache)
with later ones and with a Textual program that shows one line: see `benchmarks/startup.py`. `--memory`: a memory of so
many pairs is open (`benchmarks/made_memory.py`), some of which are like the document's sentences, so that every
paragraph has offers. `--documents`: only the list of so many documents (o), of twenty paragraphs each, is gone down
instead, at once, while it is counted and after that.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import made_memory, startup
from benchmarks.made_documents import NAME, Maker
from harness.desk import Desk
from harness.terminal import Terminal

SIZES = (100, 1_000, 10_000)
MODES = ("translated", "drafting")
LONG_RUN = 1_000
"""Paragraphs of the document in which the most keys are pressed, for the memory."""
OPENING = 300.0
"""Seconds after which a document that does not open is given up."""
IN_LIST = 20
"""Paragraphs of each document of the list."""
ROUND = 17
"""Keys of a round, at most."""
MEASURED = 8
"""Letters of a word; two before them make it a word that stands nowhere else."""
MARKS = (200, 2_000)
"""Keys at which memory is read."""
ECHO = "import os, tty; tty.setraw(0)\nwhile key := os.read(0, 1): os.write(1, key)"


@dataclass
class Run:
    """One document on one terminal, with what was measured."""

    terminal: Terminal
    chance: random.Random
    pause: float
    pressed: int = 0
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    memory: dict[int, int] = field(default_factory=dict)

    def rounds(self, keys: int) -> None:
        """Press so many keys, and on to the end of a round."""
        self.terminal.when(Desk.browsing)
        while self.pressed < keys:
            for _ in range(2):
                self._move()
            self.terminal.when(Desk.is_drafted, 600)
            self._type()
            self._accept()
        self.memory.setdefault(self.pressed, self.terminal.memory)

    def _move(self) -> None:
        there = Desk.current(self.terminal.text)
        self._press("move", Desk.DOWN, lambda text: Desk.current(text) == there + 1)

    def _type(self) -> None:
        self._press("", Desk.OPEN, Desk.editing)
        word = "qz" + "".join(self.chance.choices("bcdfghklmnprstvwx", k=MEASURED))
        self._press("", word[0], shows(""))
        self._press("", word[1], shows(word[:2]))
        for size in range(3, len(word) + 1):
            self._press("letter", word[size - 1], shows(word[:size]))
        self._press("", " ", shows(word))
        self._leave()

    def _leave(self) -> None:
        """Esc; where something is suggested behind the cursor that goes first, and the next Esc leaves."""
        while not Desk.browsing(self.terminal.text):
            self.terminal.press(Desk.LEAVE)
            self.pressed += 1
            self.terminal.read(1.0)

    def _accept(self) -> None:
        wanted = Desk.reviewed(self.terminal.text) + 1
        took = self._press("", Desk.ACCEPT, lambda text: Desk.reviewed(text) == wanted or Desk.asking(text))
        if Desk.asking(self.terminal.text):
            self._press("", Desk.OPEN, lambda text: Desk.reviewed(text) == wanted and not Desk.asking(text))
        else:
            self.times["accept"].append(took)

    def _press(self, kind: str, key: str, shown: Callable[[str], bool]) -> float:
        time.sleep(self.pause * self.chance.uniform(0.5, 1.5))
        self.terminal.read(0)
        took = self.terminal.answer(key, shown)
        if kind:
            self.times[kind].append(took)
        self.pressed += 1
        if self.pressed in MARKS:
            self.memory[self.pressed] = self.terminal.memory
        return took


def shows(part: str) -> Callable[[str], bool]:
    """Whether a text has a part."""
    return lambda text: part in text


def spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and maximum, in milliseconds."""
    ordered = sorted(1000 * each for each in seconds)
    return f"{statistics.median(ordered):>8.1f}{ordered[int(0.95 * (len(ordered) - 1))]:>8.1f}{ordered[-1]:>8.1f}"


def echo(keys: int) -> list[float]:
    """The times of a program that writes back each key at once."""
    terminal = Terminal(cwd=Path.cwd(), launcher=("-c", ECHO))
    try:
        time.sleep(1.0)
        return [terminal.answer("x", has(key + 1)) for key in range(keys)]
    finally:
        terminal.kill()


def has(keys: int) -> Callable[[str], bool]:
    """Whether a text has so many x."""
    return lambda text: text.count("x") == keys


def document(
    maker: Maker, mode: str, paragraphs: int, keys: int, pause: float, memory: Mapping[str, str] | None = None
) -> None:
    """Press keys in one document, and print the lines of the table. `memory`: the environment that has one."""
    with tempfile.TemporaryDirectory() as folder:
        maker.project(Path(folder), paragraphs, translated=mode == "translated")
        if memory:
            (Path(folder) / "project.yaml").write_text(made_memory.SETTINGS, encoding="utf-8")
        environment = {**os.environ, **(memory or {})}
        terminal = Terminal(f"sources/{NAME}", cwd=Path(folder), environment=environment)
        try:
            painted = terminal.when(lambda text: Desk.current(text) > 0, OPENING) - terminal.started
            processor = terminal.processor_time
            english = terminal.when(Desk.is_drafted, OPENING) - terminal.started
            run = Run(terminal, random.Random(paragraphs), pause)
            run.rounds(min(keys, ROUND * (paragraphs // 4)))
        finally:
            terminal.kill()
    print(
        f"{mode} {paragraphs} paragraphs: first screen {painted:.2f} s ({processor:.2f} s of processor time), "
        f"first English {english:.2f} s; ",
        end="",
    )
    print(", ".join(f"{size / 1e6:.0f} MB at key {key}" for key, size in run.memory.items()))
    for kind, times in run.times.items():
        print(f"    {kind:<8}{len(times):>6}{spread(times)}", flush=True)


def list_of_documents(maker: Maker, count: int, keys: int, pause: float) -> None:
    """Go down the list of so many documents from the moment that it is there, and print the lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        maker.project(Path(folder), IN_LIST, translated=True)
        for place in (f"sources/{NAME}", f"translations/{Path(NAME).with_suffix('.yaml')}"):
            path = Path(folder) / place
            for number in range(1, count):
                copy = path.with_name(path.name.replace("long", f"long{number:03}"))
                copy.write_text(path.read_text("utf-8").replace(NAME, f"long{number:03}.txt", 1), "utf-8")
        terminal = Terminal(f"sources/{NAME}", cwd=Path(folder))
        try:
            run = Run(terminal, random.Random(count), pause)
            terminal.when(Desk.browsing)
            terminal.press(Desk.DOCUMENTS)
            terminal.when(lambda text: Desk.listed(text) != "")
            for _ in range(min(keys, count - 1)):
                before = Desk.listed(terminal.text)
                kind = "counting" if Desk.COUNTING in terminal.text else "counted"
                run._press(kind, Desk.DOWN, elsewhere(before))
        finally:
            terminal.kill()
    print(f"list of {count} documents")
    for kind, times in run.times.items():
        print(f"    {kind:<8}{len(times):>6}{spread(times)}", flush=True)


def elsewhere(document: str) -> Callable[[str], bool]:
    """Whether the list of documents has another one marked than this."""
    return lambda text: Desk.listed(text) not in ("", document)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, nargs="+", default=SIZES, help="sizes of the documents")
    parser.add_argument("--modes", nargs="+", choices=MODES, default=MODES)
    parser.add_argument("--entries", type=int, default=20_000, help="of the glossary (20,000)")
    parser.add_argument("--keys", type=int, default=300, help="in each document (300)")
    parser.add_argument("--long-keys", type=int, default=2_000, help=f"where it has {LONG_RUN} paragraphs with English")
    parser.add_argument("--pause", type=float, default=0.08, help="seconds between two keys (0.08)")
    parser.add_argument("--starts", type=int, default=3, help="rounds of starts (3)")
    parser.add_argument("--memory", type=int, default=0, metavar="N", help="a memory of N pairs is open (0: none)")
    parser.add_argument("--documents", type=int, default=0, metavar="N", help="the list of N documents, alone")
    wanted = parser.parse_args()
    if wanted.documents:
        print("milliseconds        keys  median     p95     max")
        list_of_documents(Maker(wanted.entries), wanted.documents, wanted.keys, wanted.pause)
        return
    if wanted.starts:
        startup.table(wanted.starts)
    maker = Maker(wanted.entries)
    with tempfile.TemporaryDirectory() as folder:
        memory = made_memory.made_memory(Path(folder), wanted.memory, maker.pairs) if wanted.memory else None
        beside = f", a memory of {wanted.memory:,} pairs" if memory else ""
        print(f"{wanted.entries} entries{beside}; milliseconds        keys  median     p95     max")
        print(f"    {'echo':<8}{200:>6}{spread(echo(200))}", flush=True)
        for mode in wanted.modes:
            for paragraphs in wanted.paragraphs:
                is_long = (mode, paragraphs) == ("translated", LONG_RUN)
                keys = max(wanted.keys, wanted.long_keys) if is_long else wanted.keys
                document(maker, mode, paragraphs, keys, wanted.pause, memory)


if __name__ == "__main__":
    main()
