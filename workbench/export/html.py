"""Self-contained HTML pages: both languages side by side, or the English alone. No script in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from workbench.export.delivery import Delivery
from workbench.export.html_passages import html_of, set_runs
from workbench.export.passages import title_of
from workbench.export.rows import Row, progress, rows, unfinished
from workbench.export.stylesheet import PAPER, STYLESHEET
from workbench.export.term_list import ListedTerm, listed
from workbench.glossary import Entry
from workbench.text import clean_line
from workbench.translation import State

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing."""


def english(delivery: Delivery) -> bytes:
    """The English in one column, A4 portrait; what is not reviewed is marked."""
    title = title_of(delivery.record)
    body = [_progress(delivery)] if unfinished(delivery) else []
    body += html_of(delivery.record)
    return page(title, "english", body)


def bilingual(delivery: Delivery) -> bytes:
    """A table with a row a paragraph: number, German, English, state with findings and notes; A4 landscape.

    Glossary terms are marked and tell their counterpart and note when pointed at; on paper, the list below does.
    """
    title = f"{clean_line(delivery.record.source)}: German and English"
    table = rows(delivery)
    terms = listed(table)
    head = [f"<h1>{escape(title)}</h1>", _progress(delivery)]
    return page(title, "bilingual", [*head, *_table(table, terms), *_term_list(terms.values())])


def page(title: str, kind: str, body: Sequence[str]) -> bytes:
    """A page with nothing in it that a browser would load; `kind` is `english` or `bilingual`, for its looks."""
    head = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLESHEET}{PAPER[kind]}</style>",
        "</head>",
        f'<body class="{kind}">',
        "<main>",
    ]
    return ("\n".join([*head, *body, "</main>", "</body>", "</html>"]) + "\n").encode()


def _progress(delivery: Delivery) -> str:
    kind = "progress open" if unfinished(delivery) else "progress"
    return f'<p class="{kind}" role="note">{escape(progress(delivery))}</p>'


def _table(table: Sequence[Row], terms: Mapping[Entry, ListedTerm]) -> Iterator[str]:
    yield "<table>"
    yield (
        "<caption>" + ("Glossary terms are underlined; they are listed below the text." if terms else "") + "</caption>"
    )
    yield '<colgroup><col class="number"><col><col><col class="state"></colgroup>'
    heads = ("No.", "German", "English", "State, findings, notes")
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table:
        yield from _row(row, terms)
    yield "</tbody>"
    yield "</table>"


def _row(row: Row, terms: Mapping[Entry, ListedTerm]) -> Iterator[str]:
    kind = "skipped" if row.state is State.SKIPPED else "open" if row.is_open else "done"
    yield f'<tr id="p{row.number}" class="{kind}">'
    yield f'<th scope="row">{row.number}</th>'
    yield f'<td lang="de">{set_runs(row.german_runs, terms)}</td>'
    yield f'<td lang="en">{set_runs(row.english_runs, terms)}</td>'
    findings = "".join(f'<p class="finding">! {escape(finding)}</p>' for finding in row.findings)
    remarks = "".join(f"<p>{escape(remark)}</p>" for remark in row.remarks)
    yield f'<td class="state"><b>{escape(row.label)}</b>{findings}{remarks}</td>'
    yield "</tr>"


def _term_list(terms: Iterable[ListedTerm]) -> Iterator[str]:
    """The terms with their notes and the paragraphs they stand in; nothing where there are none."""
    found = list(terms)
    if found:
        yield '<section class="terms">'
        yield "<h2>Glossary terms in this text</h2>"
        yield "<ol>"
        for term in found:
            note = f" – {escape(term.note)}" if term.note else ""
            yield (
                f'<li><b lang="de">{escape(term.german)}</b>: <b>{escape(term.english)}</b>{note}'
                f' <span class="places">({escape(term.places)})</span></li>'
            )
        yield "</ol>"
        yield "</section>"
