"""OpenDocument texts: a table of both languages, or the English alone. The same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.export.delivery import Delivery
from workbench.export.looks import GREY, OPEN, Look
from workbench.export.odf import Looks, annotation, package, paragraph
from workbench.export.odt_passages import AUTOMATIC, heading, passages_of, set_runs
from workbench.export.passages import title_of
from workbench.export.rows import Row, progress, rows, unfinished
from workbench.export.term_list import ListedTerm, listed
from workbench.text import clean_line
from workbench.translation import State

_WIDTHS = (11, 110, 110, 36)
"""Of the columns, in millimetres; 267 mm is A4 landscape within its margins."""
_CELLS = {"Head": "#e8e8e8", "Cell": "", "Skipped": "#f2f2f2"}


def english(delivery: Delivery) -> bytes:
    """The English in one column, A4 portrait: headings, lists, tables, quotations, formatting and links are such."""
    looks = Looks()
    body = [_progress(delivery, looks)] if unfinished(delivery) else []
    body += passages_of(delivery.record, looks)
    return package(
        title_of(delivery.record), "".join(body), AUTOMATIC + looks.styles(), landscape=False, english=delivery.english
    )


def bilingual(delivery: Delivery) -> bytes:
    """A table, A4 landscape: number, German, English, state and findings; its head is repeated on every page.

    The translator's notes are comments at the English. To a spelling check the columns are German and English.
    """
    return _bilingual(delivery, comments=True)


def for_paper(delivery: Delivery) -> bytes:
    """The same, with the notes in the last column too: comments are not printed."""
    return _bilingual(delivery, comments=False)


def _title(delivery: Delivery) -> str:
    return clean_line(delivery.record.source)


def _progress(delivery: Delivery, looks: Looks) -> str:
    look = Look(color=OPEN, bold=True) if unfinished(delivery) else Look(color=GREY)
    return paragraph(looks.set(progress(delivery), look), "Told")


def _bilingual(delivery: Delivery, *, comments: bool) -> bytes:
    looks = Looks()
    title = f"{_title(delivery)}: German and English"
    table = rows(delivery)
    body = [heading(looks.set(title, Look()), 1), _progress(delivery, looks), *_table(table, looks, comments)]
    body += _term_list(listed(table).values(), looks)
    return package(title, "".join(body), _table_styles() + looks.styles(), landscape=True, english=delivery.english)


def _table(table: Iterable[Row], looks: Looks, comments: bool) -> Iterator[str]:
    yield '<table:table table:name="Text" table:style-name="Text">'
    yield "".join(f'<table:table-column table:style-name="Column{n}"/>' for n in range(len(_WIDTHS)))
    heads = ("No.", "German", "English", "State, findings" if comments else "State, findings, notes")
    cells = "".join(_cell(paragraph(looks.set(head, Look(bold=True)), "English"), "Head") for head in heads)
    yield f"<table:table-header-rows>{_row_of(cells)}</table:table-header-rows>"
    for row in table:
        yield _row_of("".join(_cells(row, looks, comments)))
    yield "</table:table>"


def _row_of(cells: str) -> str:
    return f'<table:table-row table:style-name="Row">{cells}</table:table-row>'


def _cell(content: str, style: str) -> str:
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{content}</table:table-cell>'


def _cells(row: Row, looks: Looks, comments: bool) -> Iterator[str]:
    skipped = row.state is State.SKIPPED
    style, look = ("Skipped", Look(color=GREY)) if skipped else ("Cell", Look())
    note = annotation(f"note{row.number}", row.note.split("\n")) if comments and row.note else ""
    yield _cell(paragraph(looks.set(str(row.number), Look(color=GREY)), "English"), style)
    yield _cell(paragraph(set_runs(row.german_runs, looks, look), "German"), style)
    yield _cell(paragraph(note + set_runs(row.english_runs, looks, look), "English"), style)
    lines = [looks.set(row.label, Look(color=OPEN if row.is_open else GREY, bold=row.is_open))]
    lines += [looks.set(f"! {finding}", Look(color=OPEN)) for finding in row.findings]
    lines += [looks.set(remark, Look(color=GREY)) for remark in (row.beside_note if comments else row.remarks)]
    yield _cell("".join(paragraph(line, "Small") for line in lines), style)


def _term_list(terms: Iterable[ListedTerm], looks: Looks) -> Iterator[str]:
    lines = [paragraph(looks.set(f"{term.number}. {term.says}", Look()), "Small") for term in terms]
    if lines:
        yield heading(looks.set("Glossary terms in this text", Look()), 2)
        yield from lines


def _table_styles() -> str:
    width = sum(_WIDTHS)
    made = [
        '<style:style style:name="Text" style:family="table"><style:table-properties'
        f' style:width="{width}mm" table:align="left" table:border-model="collapsing"/></style:style>',
        '<style:style style:name="Row" style:family="table-row"><style:table-row-properties'
        ' fo:keep-together="always"/></style:style>',
    ]
    made += [
        f'<style:style style:name="Column{number}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{wide}mm"/></style:style>'
        for number, wide in enumerate(_WIDTHS)
    ]
    for name, color in _CELLS.items():
        ground = f' fo:background-color="{color}"' if color else ""
        made.append(
            f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties'
            f' fo:padding="1.2mm" fo:border="0.5pt solid #808080" style:vertical-align="top"{ground}/></style:style>'
        )
    return "".join(made)
