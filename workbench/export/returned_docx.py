"""A reviewer's edited bilingual Word document, read: what each paragraph says now, and what was written beside it.

A paragraph is found by the content control around its English, else by the bookmark at its number, else by its German;
what was handed over is kept in the file, else what was there before the tracked changes tells it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.export.docx import HEADS
from workbench.export.handed_over import HandedOver, Kept, from_xml
from workbench.export.returned import Returned, ReturnedSegment
from workbench.export.returned_rows import Found, Unclaimed, settled
from workbench.export.rows import STATE_LABELS
from workbench.export.word_codes import Stretch, catalogue, read_back, without_broken
from workbench.export.word_reading import (
    Cell,
    Comment,
    Revisions,
    WordFile,
    beside_tables,
    revisions,
    rows_of,
    word_file,
)
from workbench.export.word_review import AUTHOR
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean_line
from workbench.translation import State

_LABELS = frozenset(STATE_LABELS.values())
_REVIEWED = STATE_LABELS[State.REVIEWED]
_GOOD = frozenset({_REVIEWED, "ok", "okay", "o.k.", "good", "fine", "done", "✓", "✔", "👍"})
_MEND = "take the file that “bilingual .docx” made, as the reviewer sent it back"
_NOTHING = HandedOver("", {})


def read_returned_docx(data: bytes, where: Path) -> Returned:
    """What a bilingual Word document says that came back. Raises WorkbenchError for what is none, or is damaged.

    Tracked changes are taken as accepted, and told. The program's own comments are left out.
    """
    file = word_file(data, where)
    kept = _kept(file)
    rows = _rows(file, kept)
    if not rows:
        raise WorkbenchError(Problem(where, "is no bilingual document of the workbench", _MEND))
    tracked = revisions(file)
    before = _before(file) if tracked.count and kept is _NOTHING else None
    unclaimed = Unclaimed(kept.kept, (key for row in rows for key in row.ids))
    found = [one for row in rows for one in _found(row, file, kept, unclaimed)]
    result = settled(found, kept.kept, where)
    segments = tuple(_segment(one, kept, before) for one in result.found)
    told = (*_of_tracking(tracked, where), *result.remarks, *_of_base(kept, before, where))
    left = (*_elsewhere(file, rows), *_beside(file, kept), *_no_text(rows, where), *_codes(found, where))
    return Returned(segments, (*told, *left), kept.document)


def _of_base(kept: HandedOver, before: dict[str, Inline] | None, where: Path) -> Iterator[Problem]:
    if kept is _NOTHING and before is None:
        what = "does not tell what was handed over, so every difference is a question"
        yield Problem(where, what, "compare each with care")


def _of_tracking(tracked: Revisions, where: Path) -> Iterator[Problem]:
    if tracked.count:
        by = f" by {', '.join(tracked.authors[:3])}" if tracked.authors else ""
        what = f"has {tracked.count:,} tracked change{'s' * (tracked.count > 1)}{by}, taken as accepted"
        yield Problem(where, what, "look at what is taken over, as always")


def _kept(file: WordFile) -> HandedOver:
    for name in file.container.names:
        if name.startswith("customXml/item") and name.endswith(".xml"):
            kept = from_xml(file.container.read(name), file.where, name)
            if kept is not None:
                return kept
    return _NOTHING


# Rows


@dataclass
class _Row:
    """A row of a bilingual table. `others`: the cells of a reviewer's own columns, each with what stands over it."""

    number: Cell
    german: Cell
    english: Cell
    state: Cell
    cells: Sequence[Cell]
    others: Sequence[tuple[str, Cell]]
    moved: bool = False
    """Its bookmarks are another paragraph's: its other columns were sorted without that of the numbers."""

    @property
    def ids(self) -> list[str]:
        """The ids that the row has, by controls or by bookmarks."""
        marks = dict.fromkeys(mark for cell in self.cells for mark in cell.bookmarks)
        return self.english.tags or ([] if self.moved else list(marks))


def _rows(file: WordFile, kept: HandedOver, *, accepted: bool = True) -> list[_Row]:
    """The rows of the bilingual tables. One without heads has those of the one before it, which was cut in two."""
    found: list[_Row] = []
    german, last = _by_german(kept), list[str]()
    for table in filter(None, rows_of(file, accepted=accepted)):
        texts = [clean_line(cell.text) for cell in table[0]]
        goes_on = not _is_head(texts) and len(last) == len(texts)
        heads = last if goes_on else texts if _is_head(texts) else list(HEADS)
        rows = [_row(cells, heads, german) for cells in table[_is_head(texts) :]]
        if goes_on or _is_head(texts) or any(row.ids or clean_line(row.german.text) in german for row in rows):
            found += rows
            last = heads
    return found


def _by_german(kept: HandedOver) -> Mapping[str, set[str]]:
    """The ids of the paragraphs that were handed over, by their German."""
    ids: dict[str, set[str]] = defaultdict(set)
    for key, one in kept.kept.items():
        ids[clean_line(one.source.text)].add(key)
    return ids


def _is_head(texts: Sequence[str]) -> bool:
    """Whether these stand over the columns of a bilingual table: English, and one more that is known."""
    there = {text.casefold() for text in texts}
    wanted = {name.casefold() for name in HEADS}
    return HEADS[2].casefold() in there and len(there & wanted) > 1


def _row(cells: Sequence[Cell], heads: Sequence[str], ids: Mapping[str, set[str]]) -> _Row:
    """`ids`: those of the paragraphs that were handed over, by their German."""
    named = {head.casefold(): at for at, head in reversed(list(enumerate(heads)))}
    places = [named.get(name.casefold(), -1) for name in HEADS]
    number, german, english, state = (cells[at] if 0 <= at < len(cells) else Cell() for at in places)
    english = next((cell for cell in cells if cell.tags), english)
    over = dict(enumerate(heads))
    others = [(over.get(at, ""), cell) for at, cell in enumerate(cells) if at not in places and cell is not english]
    row = _Row(number, german, english, state, cells, others)
    its = ids.get(clean_line(german.text))
    row.moved = its is not None and its.isdisjoint(row.ids)
    return row


# Paragraphs


def _found(row: _Row, file: WordFile, kept: HandedOver, unclaimed: Unclaimed) -> Iterator[Found]:
    """What a row says: one paragraph, or several where rows were merged. What stands beside them is the first one's."""
    german = clean_line(Inline.parsed(row.german.text).text)
    parts = _parts(row.english, row.ids)
    parts = [(unclaimed.id_of(key, german if len(parts) == 1 else ""), text) for key, text in parts]
    first = kept.kept.get(parts[0][0])
    reviewed, said = _state(row.state, first.said if first else ())
    beside = (*_comments(row, file, first.note if first else None), *said, *_in_other_columns(row, first))
    for place, (key, stretches) in enumerate(parts):
        was = kept.kept.get(key)
        of_kept = clean_line(was.source.text) if was else ""
        found = _read(stretches, was, row.german)
        yield replace(
            found,
            id=key,
            german=german if len(parts) == 1 else of_kept,
            comments=() if place else beside,
            reviewed=reviewed,
        )


def _read(stretches: Sequence[Stretch], was: Kept | None, german: Cell) -> Found:
    """English as it stands in a cell, with its codes."""
    markup = was.markup if was else catalogue(german.stretches)
    like = was.target if was else Inline.parsed("".join(one.text for one in stretches))
    target, unknown = read_back(stretches, markup, like)
    target, broken = without_broken(target, like)
    return Found("", target.stripped(), unknown=unknown, broken=broken)


def _comments(row: _Row, file: WordFile, note: str | None) -> list[str]:
    """The comments at a row, without the program's own; `note`: what that says."""
    keys = dict.fromkeys(key for cell in row.cells for key in cell.comments)
    found = (file.comments[key] for key in keys if key in file.comments)
    return [_told(one) for one in found if not _is_own(one, note)]


def _in_other_columns(row: _Row, first: Kept | None) -> Iterator[str]:
    """What a reviewer wrote at the number, and in columns of their own."""
    number = clean_line(row.number.text).removeprefix(str(first.number) if first else "").strip()
    if first and number and not number.isdigit():
        yield f"at the number: {number}"
    for head, cell in row.others:
        if text := cell.text.strip():
            yield f"{head}: {text}" if head else text


def _parts(english: Cell, ids: Sequence[str]) -> list[tuple[str, list[Stretch]]]:
    """The English of each paragraph of a row; what stands beside a control belongs to the one before it."""
    if not english.tags or len(ids) == 1:
        whole = english.stretches
        if len(ids) > 1 and sum(one.text == "\n" for one in whole) == len(ids) - 1:
            return list(zip(ids, _lines(whole), strict=True))
        return [(ids[0] if ids else "", whole)]
    parts: dict[str, list[Stretch]] = {tag: [] for tag in ids}
    now = ids[0]
    for tag, one in english.parts:
        now = tag or now
        parts[now].append(one)
    return list(parts.items())


def _lines(whole: Sequence[Stretch]) -> list[list[Stretch]]:
    lines: list[list[Stretch]] = [[]]
    for one in whole:
        if one.text == "\n":
            lines.append([])
        else:
            lines[-1].append(one)
    return lines


def _told(comment: Comment) -> str:
    return f"{comment.author}: {comment.text}" if comment.author else comment.text


def _is_own(comment: Comment, note: str | None) -> bool:
    """Whether a comment is the program's, as it wrote it, by whatever name; a reviewer may have added to one."""
    if not comment.text or (comment.author == AUTHOR and note is None):
        return True
    return note is not None and clean_line(comment.text) == clean_line(note)


def _state(cell: Cell, said: Sequence[str]) -> tuple[bool | None, list[str]]:
    """What the reviewer chose in the last column, if anything, and what else they wrote there."""
    was = set(map(clean_line, said))
    new = [line for line in map(clean_line, cell.text.split("\n")) if line and line not in was]
    good = [line for line in new if line.casefold() in _GOOD and (said or line not in _LABELS)]
    marked = True if good else _taken_back(was, new)
    return marked, [f"in the last column: {line}" for line in new if said and line not in {*_LABELS, *good}]


def _taken_back(was: set[str], new: Sequence[str]) -> bool | None:
    return False if _REVIEWED in was and not _LABELS.isdisjoint(new) else None


def _segment(one: Found, kept: HandedOver, before: dict[str, Inline] | None) -> ReturnedSegment:
    was = kept.kept.get(one.id)
    exported = was.target if was else None
    if was is None and before is not None:
        exported = before.get(one.id or one.german, Inline("") if one.id else None)
    return ReturnedSegment(one.id, one.target, exported, one.comments, one.reviewed, one.german)


def _before(file: WordFile) -> dict[str, Inline]:
    """The English before the tracked changes, by id and by German."""
    found: dict[str, Inline] = {}
    for row in _rows(file, _NOTHING, accepted=False):
        for one in _found(row, file, _NOTHING, Unclaimed({}, ())):
            for key in (one.id, one.german):
                if key:
                    found.setdefault(key, one.target)
    return found


# What is told


def _elsewhere(file: WordFile, rows: Sequence[_Row]) -> Iterable[Problem]:
    """Comments that stand at no row of the table."""
    there = {one for row in rows for cell in row.cells for one in cell.comments}
    for key, comment in file.comments.items():
        if key not in there and not _is_own(comment, None):
            what = f"has a comment beside the table: {clean_line(_told(comment))[:200]}"
            yield Problem(file.where, what, "look at it; it is taken in nowhere")


def _beside(file: WordFile, kept: HandedOver) -> Iterator[Problem]:
    """What somebody wrote above and below the table."""
    if not kept.lines:
        return
    own = {clean_line(line) for line in kept.lines}
    for text in [line for line in map(clean_line, beside_tables(file)) if line and line not in own][:5]:
        yield Problem(file.where, f"has text beside the table: “{text[:200]}”", "look at it; it is taken in nowhere")


def _no_text(rows: Sequence[_Row], where: Path) -> Iterator[Problem]:
    """What stands in the table that is no text."""
    found = Counter(one for row in rows for cell in row.cells for one in cell.others)
    if found:
        named = ", ".join(f"{what} ({count})" for what, count in found.items())
        yield Problem(where, f"has what is no text in its cells: {named}", "look at it; it is left out")


def _codes(found: Sequence[Found], where: Path) -> Iterable[Problem]:
    unknown = sum(one.unknown for one in found)
    if unknown:
        what = f"has formatting in {unknown} place{'s' * (unknown > 1)} where the German has none: it is left out"
        yield Problem(where, what, "nothing is to be done")
    if broken := sum(one.broken for one in found):
        what = f"has damaged signs of codes in {broken} paragraph{'s' * (broken > 1)}: they are taken out"
        yield Problem(where, what, "put the codes right on the screen (Ctrl+R)")
