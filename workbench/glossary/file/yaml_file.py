"""Reading `glossary.yaml`: every valid entry comes into force, and everything wrong is told with its line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workbench.files import read_regular
from workbench.glossary.entry import Entry
from workbench.glossary.file.contradictions import Claim, Tell, tell_clashes, without_claimed
from workbench.glossary.file.plain_item import LINE_END
from workbench.glossary.file.yaml_entry import Fault, read_item
from workbench.glossary.file.yaml_items import Chunk, chunks
from workbench.glossary.finding.matcher import Glossary
from workbench.glossary.progress import Progress, counted, quietly
from workbench.problem import Problem, WorkbenchError

MOST_BYTES = 10_000_000
MOST_ITEMS = 100_000
_MOST_PROBLEMS = 200
_STRAY = Fault(0, "line belongs to no entry", "begin each entry with '- de: …' and indent its other lines")


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A glossary file that has been read: what is in force, and what is wrong, in line order."""

    glossary: Glossary
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a file: its lines, the entry it gives by itself (None if it is no valid one), and its faults."""

    chunk: Chunk
    entry: Entry | None
    faults: tuple[Fault, ...]
    claims: tuple[Claim, ...] = ()


def read_glossary(path: Path, progress: Progress = quietly, data: bytes | None = None) -> GlossaryFile:
    """Read a glossary file. A missing file is an empty glossary without problems; nothing is ever raised.

    `data`: what is to be read in the place of what the file holds.

    The file is a YAML list; each entry has `de` and `en`, and may have `first`, `also`, `avoid`, `kind`, `note`
    and `case`. `de`, `also` and `avoid` take one text or a list. Values are taken as written (`NO` is a word).
    Files over 10 MB or 100,000 entries, and entries over 20,000 characters, are told and not read.
    """
    problems: list[Problem] = []

    def tell(line: int | None, what: str, mend: str) -> None:
        problems.append(Problem(path, what, mend, line))

    items = items_of(decoded(read_data(path, tell) if data is None else data, tell), tell, progress)
    for item in items:
        for fault in item.faults:
            tell(item.chunk.line + fault.line, fault.what, fault.mend)
    entries = [entry for entry in in_force(items, tell) if entry]
    tell_clashes(entries, tell)
    problems.sort(key=lambda problem: problem.line or 0)
    if len(problems) > _MOST_PROBLEMS:
        more = len(problems) - _MOST_PROBLEMS
        problems[_MOST_PROBLEMS:] = [Problem(path, f"{more} more problems", "mend these first")]
    return GlossaryFile(Glossary(entries), tuple(problems))


def read_data(path: Path, tell: Tell) -> bytes:
    """The file's bytes; none if it is missing, or cannot or must not be read (which is told)."""
    try:
        mend = "the glossary must be a text file; move it away"
        return read_regular(path, MOST_BYTES, mend, "split it, or delete entries") or b""
    except WorkbenchError as error:
        tell(None, error.problem.what, error.problem.mend)
    return b""


def decoded(data: bytes, tell: Tell) -> str:
    """The text of a file, without a byte order mark; empty if it is not UTF-8 (which is told)."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:1_000].count(0) > len(data[:1_000]) / 4:
            tell(1, "is not UTF-8 text, but UTF-16", "save it as UTF-8 in your editor")
            return ""
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(LINE_END.findall(data[: error.start].decode("latin-1"))) + 1
        tell(line, "is not UTF-8 text", "save it as UTF-8 in your editor")
        return ""


def items_of(text: str, tell: Tell, progress: Progress = quietly) -> list[Item]:
    """The items of a glossary file's text, in order, each read by itself; none if there are too many (told)."""
    cut = list(islice(chunks(text), MOST_ITEMS + 1))
    if len(cut) > MOST_ITEMS:
        tell(cut[-1].line, f"has more than {MOST_ITEMS:,} entries", "split the file, or delete entries")
        return []
    return [item_of(chunk) for chunk in counted(cut, "reading the glossary", len(cut), progress)]


def item_of(chunk: Chunk) -> Item:
    """An item, read by itself."""
    if chunk.stray:
        return Item(chunk, None, (_STRAY,))
    entry, faults, claims = read_item(chunk.text)
    return Item(chunk, entry and at_line(entry, chunk.line), faults, claims)


def at_line(entry: Entry, line: int) -> Entry:
    """The same entry, said to begin at a line of the file."""
    e = entry
    return Entry(e.de, e.en, e.also, e.avoid, e.kind, e.note, e.case, e.first, line)


def in_force(items: Iterable[Item], tell: Tell) -> list[Entry | None]:
    """For each item the entry that is in force, or None: German forms an earlier entry has are left out (told)."""
    claims: dict[Claim, Entry] = {}
    return [item.entry and without_claimed(item.entry, item.claims, claims, tell) for item in items]
