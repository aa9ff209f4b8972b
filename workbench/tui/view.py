"""From a paragraph's record to the row that is drawn: signs, looks and marks. No state, no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.checks import Finding
from workbench.formats import is_byline
from workbench.glossary import is_short_head
from workbench.project import ParagraphRecord, Session, State, TermRow
from workbench.text import Inline, Span
from workbench.tui.codes import drawn, looks, shown
from workbench.tui.row import Mark, Row

if TYPE_CHECKING:  # what is looked for comes after the first screen
    from workbench.project.searching.walk import Sought

SIGNS = {State.NEW: "·", State.DRAFT: "~", State.TRANSLATED: "+", State.REVIEWED: "✓", State.SKIPPED: "–"}
"""One character for each state, so that none is told by colour alone."""
FINDING_SIGNS = {"error": "✗", "warning": "!", "info": "i"}
NOTE_SIGN = "n"
BOOKMARK_SIGN = "*"
ROLES = {"body": "", "item": "list item", "furniture": "line of the page"}
"""What roles are called where they have a name of their own here."""


def row_of(session: Session, index: int, sought: Sought | None, doubtful: Sequence[Span] = ()) -> Row:
    """The row of paragraph `index`; what is `sought` is marked in both columns, what is `doubtful` in the English."""
    record = session.paragraphs[index]
    findings = session.findings_so_far(index)
    german, english = marks_of(session, record, session.termbase.rows(record), sought)
    doubt = _drawn(record, record.target, [Mark(span, "pairs--doubt") for span in doubtful])
    gravest = _gravest(record, findings)
    return Row(
        number=index + 1,
        bookmark=BOOKMARK_SIGN if index in session.own.bookmarks.here else " ",
        sign=SIGNS[record.state],
        finding=FINDING_SIGNS.get(gravest, " "),
        note=NOTE_SIGN if record.note else " ",
        german=shown(record.source),
        english=shown(record.target),
        look=f"pairs--{record.state}",
        finding_look=f"pairs--{gravest or 'number'}",
        german_marks=german,
        english_marks=(*doubt, *english),
    )


def marks_of(
    session: Session, record: ParagraphRecord, terms: Sequence[TermRow], sought: Sought | None
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """What is marked in the German (glossary hits, underlined) and in the English (forbidden forms), as it is drawn."""
    missing = {row.hit.entry for row in terms if _is_missing(row, record)}
    checked = bool(record.english) and record.state is not State.SKIPPED
    german = [
        Mark(Span(hit.start, hit.end), "pairs--missing" if checked and hit.entry in missing else "pairs--term")
        for hit in session.termbase.hits(record.german)
    ]
    english = [Mark(span, "pairs--forbidden") for row in terms for span in row.forbidden]
    if sought:
        german += (Mark(span, "pairs--found") for span in sought.places(record.german, "german"))
        english += (Mark(span, "pairs--found") for span in sought.places(record.english, "english"))
    return _drawn(record, record.source, german), _drawn(record, record.target, english)


def misspelt_marks(session: Session, index: int, but: int | None) -> list[Mark]:
    """The misspelt words of a paragraph's English, as it is drawn; not the one at `but`, a character of it."""
    from workbench.project import misspelt

    target = session.paragraphs[index].target
    places = [each.span for each in misspelt(session, index)]
    finished = [span for span in places if but is None or not span.start <= but <= span.end]
    return [Mark(drawn(target, span), "pairs--misspelt") for span in finished]


def _is_missing(row: TermRow, record: ParagraphRecord) -> bool:
    """Whether a term's English is to be put right; what a compound may have another English for is not."""
    return bool(row.forbidden) or not (row.english or is_short_head(row.hit, record.german))


def _drawn(record: ParagraphRecord, inline: Inline, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return (*looks(record, inline), *(Mark(drawn(inline, mark.span), mark.look) for mark in marks))


def standing(session: Session, index: int, offered: str = "") -> str:
    """Where the user is, in words: the paragraph, its state, what is `offered` and was found there."""
    record, stands = session.paragraphs[index], session.standing(index)
    found = f"{stands.findings} finding{'s' if stands.findings > 1 else ''}" if stands.findings else ""
    role = "byline" if record.role == "headline" and is_byline(record.german) else ROLES.get(record.role, record.role)
    room = f"{stands.size} of {stands.most} characters" if stands.most else ""
    parts = (f"Paragraph {index + 1}", role, str(record.state), room, offered, found, "note" if record.note else "")
    return " · ".join(part for part in parts if part)


def _gravest(record: ParagraphRecord, findings: Sequence[Finding]) -> str:
    """`error` or `warning` if there is one that is to be looked at, else nothing."""
    severities = {finding.severity for finding in findings}
    if record.state is State.SKIPPED:
        return ""
    return next((severity for severity in ("error", "warning") if severity in severities), "")
