"""Self-contained HTML pages: both languages side by side, or the English alone. No script in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from workbench.export.delivery import Delivery
from workbench.export.html_passages import html_of, set_runs
from workbench.export.rows import Row, progress, rows, unreviewed
from workbench.export.stylesheet import STYLESHEET
from workbench.text import clean_line
from workbench.translation import State, TranslationRecord

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing."""


def english(delivery: Delivery) -> bytes:
    """The English in one column; what is not reviewed is marked."""
    record = delivery.record
    title = clean_line(record.source)
    body = [_progress(record)] if unreviewed(record) else []
    body += html_of(record)
    return _page(title, "english", body)


def bilingual(delivery: Delivery) -> bytes:
    """A table with a row a paragraph: number, German, English, state and notes. Glossary terms are marked."""
    record = delivery.record
    title = f"{clean_line(record.source)}: German and English"
    body = [f"<h1>{escape(title)}</h1>", _progress(record), *_table(rows(delivery))]
    return _page(title, "bilingual", body)


def _page(title: str, kind: str, body: Sequence[str]) -> bytes:
    head = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLESHEET}</style>",
        "</head>",
        f'<body class="{kind}">',
        "<main>",
    ]
    return ("\n".join([*head, *body, "</main>", "</body>", "</html>"]) + "\n").encode()


def _progress(record: TranslationRecord) -> str:
    kind = "progress open" if unreviewed(record) else "progress"
    return f'<p class="{kind}" role="note">{escape(progress(record))}</p>'


def _table(table: Sequence[Row]) -> Iterator[str]:
    yield "<table>"
    yield "<caption>Glossary terms are underlined; point at one to see its counterpart.</caption>"
    yield '<colgroup><col class="number"><col><col><col class="state"></colgroup>'
    heads = ("No.", "German", "English", "State and notes")
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table:
        yield from _row(row)
    yield "</tbody>"
    yield "</table>"


def _row(row: Row) -> Iterator[str]:
    kind = "skipped" if row.state is State.SKIPPED else "open" if row.is_open else "done"
    yield f'<tr id="p{row.number}" class="{kind}">'
    yield f'<th scope="row">{row.number}</th>'
    yield f'<td lang="de">{set_runs(row.german_runs)}</td>'
    yield f'<td lang="en">{set_runs(row.english_runs)}</td>'
    remarks = "".join(f"<p>{escape(remark)}</p>" for remark in row.remarks)
    yield f'<td class="state"><b>{escape(row.label)}</b>{remarks}</td>'
    yield "</tr>"
