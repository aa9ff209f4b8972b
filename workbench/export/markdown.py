"""English, and both languages one below the other, as Markdown (CommonMark)."""

from __future__ import annotations

from workbench.export.delivery import Delivery
from workbench.export.markdown_passages import passages_of
from workbench.export.markdown_runs import escaped, set_runs
from workbench.export.rows import Row, progress, rows, unfinished
from workbench.export.runs import runs
from workbench.text import clean, clean_line
from workbench.translation import State, english_text


def english(delivery: Delivery) -> bytes:
    """The English as Markdown; UTF-8. A Markdown source keeps its marks; of any other, what it has of formatting."""
    record = delivery.record
    if record.source.lower().endswith(".md"):
        return clean(english_text(record)).encode()
    return ("\n\n".join(passages_of(record)) + "\n").encode()


def bilingual(delivery: Delivery) -> bytes:
    """Paragraph by paragraph: number and state, the German as a quotation, the English below it, findings, notes.

    What the codes of a paragraph set in bold, as code or as a link is so here.
    """
    record = delivery.record
    parts = [f"# {escaped(clean_line(record.source))}: German and English"]
    summary = escaped(progress(delivery))
    parts.append(f"**{summary}**" if unfinished(delivery) else summary)
    for row in rows(delivery):
        parts += _row(row)
    return ("\n\n".join(parts) + "\n").encode()


def _row(row: Row) -> list[str]:
    parts = [f"## {row.number} · {row.label}", _quoted(set_runs(runs(row.source, row.markup)) or "–")]
    if row.english and row.state is not State.SKIPPED:
        parts.append(set_runs(runs(row.target, row.markup)))
    parts += [f"**! {escaped(clean_line(finding))}**" for finding in row.findings]
    parts += [f"*{escaped(clean_line(remark))}*" for remark in row.remarks]
    return parts


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
