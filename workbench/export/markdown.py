"""English, and both languages one below the other, as Markdown (CommonMark)."""

from __future__ import annotations

import re

from workbench.export.delivery import Delivery
from workbench.export.passages import passages
from workbench.export.rows import Row, progress, rows, unreviewed
from workbench.text import clean, clean_line
from workbench.translation import State, english_text

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+])(?=\s|$|[-=])|(=)|(\d{1,9})([.)])(?=\s|$))")


def english(delivery: Delivery) -> bytes:
    """The English as Markdown; UTF-8. A Markdown source keeps its marks, any other is escaped."""
    record = delivery.record
    if record.source.lower().endswith(".md"):
        return clean(english_text(record)).encode()
    parts = [escaped(passage.mark + passage.text) for passage in passages(record)]
    return ("\n\n".join(parts) + "\n").encode()


def bilingual(delivery: Delivery) -> bytes:
    """Paragraph by paragraph: number and state, the German as a quotation, the English below it; UTF-8."""
    record = delivery.record
    parts = [f"# {escaped(clean_line(record.source))}: German and English"]
    summary = escaped(progress(record))
    parts.append(f"**{summary}**" if unreviewed(record) else summary)
    for row in rows(delivery):
        parts += _row(row)
    return ("\n\n".join(parts) + "\n").encode()


def _row(row: Row) -> list[str]:
    parts = [f"## {row.number} · {row.label}", _quoted(escaped(row.german) or "–")]
    if row.english and row.state is not State.SKIPPED:
        parts.append(escaped(row.english))
    parts += [f"*{escaped(clean_line(remark))}*" for remark in row.remarks]
    return parts


def escaped(text: str) -> str:
    """The text as Markdown that shows it as it is; line breaks in it stay line breaks.

    >>> escaped("1. a|b <i>")
    '1\\\\. a\\\\|b \\\\<i\\\\>'
    """
    lines = [_line(line.strip()) for line in text.strip().split("\n")]
    whole = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        whole.append(line + "\\" if line and following else line)
    return "\n".join(whole)


def _line(line: str) -> str:
    line = _SPECIAL.sub(lambda match: "\\" + match[0], line)
    return _LINE_START.sub(_at_line_start, line)


def _at_line_start(match: re.Match[str]) -> str:
    """A heading, bullet, underline or list number loses its meaning behind a backslash."""
    if match[4]:
        return f"{match[4]}\\{match[5]}"
    return "\\" + match[0]


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
