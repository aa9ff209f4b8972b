"""Keeping the project's own memory as the records are."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from threading import RLock

from workbench.files import stamp
from workbench.memory import Memory, Pair
from workbench.problem import WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.folder.orphans import records_astray
from workbench.project.folder.sources import columns_in_force, find_sources, read_source
from workbench.project.memories.known import content_at, content_of_lone, contents_of, gives_pairs, lone_pairs, pairs_at
from workbench.project.memories.opened import Memories
from workbench.translation import ParagraphRecord, TranslationRecord, read_record, record_path, rematch

PAUSE = 0.005
"""Seconds between two steps of a long job: a key never waits longer for it."""
_FORM = "2"
"""Raised by hand where the same records would come to other pairs: all is made anew then."""
EARLIER = ", earlier"
"""Behind the name of a document: what was translated of it and stands in it no more."""
_NOWHERE = -1  # the place of what has none
_AT_ONCE = 0.05  # seconds that may be spent at once on a document that was cut, joined or read anew

Paragraphs = Sequence[ParagraphRecord]


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it lies on the disk: its document's name, its file, and the article, where it has one."""

    name: str
    record: Path
    source: Path | None
    columns: str = ""

    @property
    def stamp(self) -> str:
        """What tells that it is as it was."""
        return f"{_FORM}:{stamp(self.record)}:{stamp(self.source) if self.source else ''}:{self.columns}"


def kept_records(layout: Layout) -> list[Kept]:
    """All records of a project, those whose article is gone as well: what they say was translated all the same."""
    sources = find_sources(layout)
    found: dict[str, Kept] = {}
    for name in sources.names:
        with suppress(WorkbenchError):
            path = record_path(name, layout.translations, sources.beside(name))
            if path.exists():
                found[name] = Kept(name, path, layout.sources / name, columns_in_force(layout, name))
    for path in records_astray(layout, sources):
        name = path.relative_to(layout.root).as_posix()
        found.setdefault(name, Kept(name, path, None))
    return list(found.values())


class Keeping:
    """Keeps the project's own memory as the records are: at once for the desk's document, in a lane for the others.

    A memory that cannot be written keeps nobody from working (see `Memories.failed`). Nothing is raised. Any thread may
    call.
    """

    def __init__(self, memories: Memories, layout: Layout, *, pause: float = PAUSE) -> None:
        self._memories, self._layout, self._pause = memories, layout, pause
        self._lock = RLock()
        self._desk = ""
        self._paragraphs: Paragraphs = ()
        self._removed: Paragraphs = ()
        self._record_file: Path | None = None
        self._caught_up = False
        self._rounds = 0
        self.done, self.total = 0, 0
        """How many records have been looked at by `make`, and how many there are."""

    def make(self) -> Generator[None, None, bool]:
        """A job in steps of some 10 ms with pauses: take up the records that are others than the memory knows.

        Whether anything in the memory is another by that.
        """
        own = self._memories.own
        if not own.writable:
            return False
        try:
            changed = yield from self._catch_up(own)
            changed |= yield from self._keep_earlier(own, self._desk, self._removed, _now())
            yield
            records = kept_records(self._layout)
            changed |= self._forget_gone(own, records)
            changed |= yield from self._take_up_all(own, records)
            if changed:
                for _ in own.seal():
                    yield
                    time.sleep(self._pause)
        except WorkbenchError as error:
            self._memories.failed(own, error)
            return False
        return changed

    def _forget_gone(self, own: Memory, records: Sequence[Kept]) -> bool:
        """Forget the documents that have no record any more; whether there are any."""
        known = own.stamps()
        there = {self._desk, *(kept.name for kept in records)}
        gone = {name for name in known if name.removesuffix(EARLIER) not in there}
        if gone:
            own.forget_documents([name for name in known if name not in gone])
        return bool(gone)

    def _take_up_all(self, own: Memory, records: Sequence[Kept]) -> Generator[None, None, bool]:
        """Take up every record that is another, but that of the desk's document; whether there was one."""
        changed, known = False, own.stamps()
        self.done, self.total = 0, len(records)
        for self.done, kept in enumerate(records, start=1):
            if own is not self._memories.own:
                break
            if kept.name != self._desk and known.get(kept.name) != kept.stamp:
                changed |= yield from self._take_up(own, kept)
        return changed

    def begin(self, record: TranslationRecord, file: Path) -> None:
        """This document is on the desk now, as its record was opened from a file; `make` takes up what is another."""
        with self._lock:
            self._desk, self._paragraphs, self._record_file = record.source, record.paragraphs, file
            self._removed, self._caught_up = record.removed, False
            self._rounds += 1

    def take(self, record: TranslationRecord, indexes: Iterable[int]) -> None:
        """These paragraphs are others now. At return the sentences of the reviewed ones are in the memory, those of the
        others out of it.
        """
        with self._lock:
            self._paragraphs = record.paragraphs
            for index in sorted(indexes):
                # where it cannot be written, another comes in its place
                _ = self._put(self._memories.own, index) or self._put(self._memories.own, index)

    def begun_anew(self) -> None:
        """The memory is empty now though it was not."""
        with self._lock:
            self._caught_up = False
            self._rounds += 1

    def taken_anew(self, record: TranslationRecord) -> None:
        """The whole document is another: cut, joined, read anew. What takes long is left to `make`."""
        with self._lock:
            before, self._paragraphs, self._removed = self._paragraphs, record.paragraphs, record.removed
            own = self._memories.own
            grown = len(self._paragraphs) - len(before)
            self._rounds += 1
            if not own.writable:
                return
            try:
                if grown:
                    start = _same_again(before, self._paragraphs)
                    own.move_places(self._desk, start, grown)
                    self._share(lambda shared, name: shared.move_places(name, start, grown), self._desk)
                self._caught_up = self._all_put(own, time.monotonic() + _AT_ONCE)
            except WorkbenchError as error:
                self._memories.failed(own, error)

    def forget(self, document: str, indexes: Iterable[int]) -> None:
        """Paragraphs of another document than the desk's are others now: what `make` takes up again from its record."""
        own = self._memories.own
        if own.writable:
            try:
                for index in indexes:
                    self._write(own, document, index, (), 0)
                own.stamp(document, "")
            except WorkbenchError as error:
                self._memories.failed(own, error)

    def put_away(self, *, saved: bool) -> None:
        """The document leaves the desk. `saved`: its record on the disk is as it was here, so nothing is to be done
        when it is met again.
        """
        with self._lock:
            desk, file, caught_up = self._desk, self._record_file, self._caught_up
            self._desk, self._paragraphs, self._record_file, self._caught_up = "", (), None, False
            self._removed = ()
        own = self._memories.own
        if not desk or not own.writable or file is None:
            return
        kept = Kept(desk, file, self._layout.sources / desk, columns_in_force(self._layout, desk))
        try:
            own.stamp(desk, kept.stamp if saved and caught_up else "")
        except WorkbenchError as error:
            self._memories.failed(own, error)

    def _put(self, own: Memory, index: int) -> bool:
        """Put the pairs of a paragraph of the desk's document in the place of those that are there; whether it went."""
        if not own.writable:
            return False
        try:
            pairs = pairs_at(self._paragraphs, index, self._desk, _now())
            self._write(own, self._desk, index, pairs, content_at(self._paragraphs, index) if pairs else 0)
        except WorkbenchError as error:
            self._memories.failed(own, error)
            return False
        return True

    def _write(self, own: Memory, document: str, index: int, pairs: Sequence[Pair], content: int) -> None:
        """Put pairs in the place of a paragraph's: in the project's own memory and, if wanted, in the shared one."""
        own.put_paragraph(document, index, pairs, content)
        self._share(lambda shared, name: shared.put_paragraph(name, index, pairs, content), document)

    def _share(self, write: Callable[[Memory, str], None], document: str) -> None:
        """Write into the memory over all projects, where there is one, under a name that tells projects apart."""
        shared = self._memories.shared
        if shared is not None:
            try:
                write(shared, shared_name(self._layout, document))
            except WorkbenchError as error:
                self._memories.failed(shared, error)

    def _all_put(self, own: Memory, until: float) -> bool:
        """Put whatever is another in the desk's document, the paragraphs that are out first; whether there was time."""
        out, others = self._differing(own)
        for index in out:
            self._write(own, self._desk, index, (), 0)
        return all(time.monotonic() < until and self._put(own, index) for index in others)

    def _differing(self, own: Memory) -> tuple[list[int], list[int]]:
        """The paragraphs of the desk's document whose pairs are to go, and those that have others."""
        there, wanted = own.contents(self._desk), contents_of(self._paragraphs)
        return sorted(there.keys() - wanted.keys()), [at for at, content in wanted.items() if there.get(at) != content]

    def _catch_up(self, own: Memory) -> Generator[None, None, bool]:
        """Put what is another in the desk's document, however it changes meanwhile; whether there was anything."""
        changed = False
        while not self._caught_up and self._desk:
            with self._lock:
                now = self._rounds
                out, others = self._differing(own)
            for index in (*out, *others):
                with self._lock:
                    if self._rounds != now or not self._put(own, index):
                        break
                changed = True
                yield
                time.sleep(self._pause)
            else:
                with self._lock:
                    self._caught_up = self._rounds == now
            if not own.writable or own is not self._memories.own:
                break
        return changed

    def _take_up(self, own: Memory, kept: Kept) -> Generator[None, None, bool]:
        """Put what is another in a document that is not on the desk."""
        yield
        seen = kept.stamp
        try:
            record = self._read(kept)
        except WorkbenchError:  # the list of documents tells that it cannot be read
            return False
        earlier = yield from self._keep_earlier(own, kept.name, record.removed, _written(kept.record))
        now = yield from self._take_up_paragraphs(own, kept, record.paragraphs, seen)
        return earlier or now

    def _take_up_paragraphs(
        self, own: Memory, kept: Kept, paragraphs: Paragraphs, seen: str
    ) -> Generator[None, None, bool]:
        """Put what is another in the paragraphs of a document, as its files were seen; whether anything is."""
        there, wanted = own.contents(kept.name), contents_of(paragraphs)
        made = _written(kept.record)
        others = [index for index, content in wanted.items() if there.get(index) != content]
        pairs = {}
        for index in others:
            yield
            time.sleep(self._pause)
            pairs[index] = pairs_at(paragraphs, index, kept.name, made)
        with self._lock:
            if self._desk == kept.name:  # it is on the desk meanwhile
                return False
            if there:
                for index in sorted(there.keys() - wanted.keys()):
                    self._write(own, kept.name, index, (), 0)
                for index in others:
                    self._write(own, kept.name, index, pairs[index], wanted[index])
                own.stamp(kept.name, seen)
            else:
                everything = [pair for some in pairs.values() for pair in some]
                own.put_document(kept.name, seen, everything, wanted)
                self._share(lambda shared, name: shared.put_document(name, "", everything, wanted), kept.name)
        return bool(others) or bool(there.keys() - wanted.keys())

    def _keep_earlier(self, own: Memory, document: str, removed: Paragraphs, made: str) -> Generator[None, None, bool]:
        """Put what was translated of a document and stands in it no more beside it; whether that is another now."""
        name, content = f"{document}{EARLIER}", content_of_lone(removed)
        if not document or own.contents(name) == ({_NOWHERE: content} if content else {}):
            return False
        pairs: list[Pair] = []
        for paragraph in removed:
            pairs += (replace(pair, place=_NOWHERE) for pair in lone_pairs(paragraph, name, made))
            yield
            time.sleep(self._pause)
        own.put_document(name, "", pairs, {_NOWHERE: content})
        self._share(lambda shared, shown: shared.put_document(shown, "", pairs, {_NOWHERE: content}), name)
        return True

    def _read(self, kept: Kept) -> TranslationRecord:
        """A record as it would be opened now."""
        record = read_record(kept.record)
        if kept.source is None or not any(map(gives_pairs, (*record.paragraphs, *record.removed))):
            return record
        return rematch(record, read_source(self._layout, kept.name))


def shared_name(layout: Layout, document: str) -> str:
    """What a document of this project is called in the memory over all projects: `zeitung-3fa9/gipfel.txt`."""
    told_apart = blake2b(str(layout.root).encode("utf-8", "surrogateescape"), digest_size=2).hexdigest()
    return f"{layout.root.name}-{told_apart}/{document}"


def _same_again(before: Paragraphs, after: Paragraphs) -> int:
    """Where in the first of two lists of paragraphs begins what both have at their end."""
    most = min(len(before), len(after))
    same = next((i for i in range(most) if before[-1 - i].german != after[-1 - i].german), most)
    return len(before) - same


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _written(path: Path) -> str:
    """When a file was written."""
    with suppress(OSError):
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    return ""
