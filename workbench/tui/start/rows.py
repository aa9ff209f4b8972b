"""The list of documents: a line each, in columns of which a narrow window has fewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rich.cells import cell_len
from rich.segment import Segment

from workbench.project.overview.document import DocumentOverview
from workbench.project.overview.listing import Order
from workbench.text import clean_line
from workbench.tui.fitting import fitted
from workbench.tui.widgets.heads import Head
from workbench.tui.widgets.rows import Look

BAR = 10
LEGEND = "█ reviewed ▓ translated ░ draft · new"
_FILLINGS = "█▓░·"
_UNKNOWN = "…"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column. `least`: from how many cells of the whole list on it is shown; `order`: what a click orders by."""

    name: str
    width: int
    least: int
    order: Order | None = None
    right: bool = True


_COLUMNS = (
    _Column("Format", 6, 110, right=False),
    _Column("Words", 8, 52, "words"),
    _Column("Para", 6, 110),
    _Column("Reviewed", BAR + 5, 0, "done", right=False),
    _Column("Findings", 9, 60, "findings"),
    _Column("Notes", 6, 110),
    _Column("Opened", 10, 74, "opened"),
)


def columns(width: int) -> tuple[Head[Order], ...]:
    """The columns in a list `width` cells wide, the name's with what the others leave; a blank stands between two."""
    others: tuple[Head[Order], ...] = tuple(
        Head(column.name, column.width, column.order, right=column.right)
        for column in _COLUMNS
        if width >= column.least
    )
    rest = max(4, width - sum(column.width + 1 for column in others))
    return (Head("Document", rest, "name"), *others)


def bar(document: DocumentOverview) -> str:
    """How far a document is, in ten cells that can be told apart without colour; only what is whole looks so.

    >>> bar(DocumentOverview("a.txt", reviewed=5, translated=1, draft=2, new=2))
    '█████▓░░··'
    """
    total = document.paragraphs
    if not total:
        return " " * BAR
    ends, sum_of = [], 0
    for count in (document.reviewed, document.translated, document.draft):
        sum_of += count
        ends.append(BAR * sum_of // total)
    starts = (0, *ends)
    cells = (sign * (end - start) for sign, start, end in zip(_FILLINGS, starts, (*ends, BAR), strict=True))
    return "".join(cells)


def percent(part: int, whole: int) -> str:
    """How much of the whole a part is; 100 only for all of it.

    >>> percent(199, 200), percent(2, 2), percent(0, 0)
    ('99%', '100%', '–')
    """
    return f"{100 * part // whole}%" if whole else "–"


def day(at: datetime | None, today: date) -> str:
    """A day as people say it, in this machine's time.

    >>> day(datetime(2026, 3, 4, 12), date(2026, 3, 5)), day(None, date(2026, 3, 5))
    ('yesterday', '')
    """
    if at is None:
        return ""
    then = at.astimezone().date() if at.tzinfo else at.date()
    named = {today: "today", today - timedelta(days=1): "yesterday"}
    return named.get(then, then.isoformat())


class DocumentRows:
    """The documents that are listed."""

    def __init__(self) -> None:
        self.documents: Sequence[DocumentOverview] = ()

    def __len__(self) -> int:
        return len(self.documents)

    def height(self, index: int, width: int) -> int:
        return 1

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        document = self.documents[index]
        name, *others = columns(width)
        title = clean_line(document.name)
        if document.problem:  # right behind the name, so that as much of it is read as there is room for
            title = fitted(title, min(name.width, cell_len(title)))
            told = fitted(f"✗ {clean_line(document.problem)}", width - cell_len(title) - 2)
            return [[Segment(f"{title}  ", look("strong")), Segment(told, look("bad"))]]
        line = [Segment(fitted(title, name.width) + " ", look("strong"))]
        for column in others:
            text, style = _cell(column.name, document)
            text = text.rjust(column.width) if column.right else fitted(text, column.width)
            line.append(Segment(text + " ", look(style)))
        return [line]


def _cell(column: str, document: DocumentOverview) -> tuple[str, str]:
    """What stands in a column, and its look."""
    if column == "Format":
        return document.format, "dim"
    if column == "Opened":
        return day(document.opened, date.today()), "dim"
    if column == "Findings":
        found = document.findings
        return (_UNKNOWN, "dim") if found is None else (f"{found:,}", "warn" if found else "dim")
    if not document.counted:
        return _UNKNOWN, "dim"
    if column == "Reviewed":
        done = f"{bar(document)} {percent(document.reviewed, document.paragraphs):>4}"
        return done, "good" if document.done else ""
    return f"{ {'Words': document.words, 'Para': document.paragraphs, 'Notes': document.notes}[column]:,}", ""
