"""Both languages as a PO file of GNU gettext: an entry a paragraph, its id as context: equal German stays apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.export.delivery import Delivery
from workbench.export.rows import Row, rows
from workbench.export.units import Unit
from workbench.formats import Markup
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean, clean_line
from workbench.translation import ParagraphRecord, State


def bilingual(delivery: Delivery) -> bytes:
    """Every paragraph but those that are skipped: the format cannot mark them as such. UTF-8.

    Codes are written into the texts (`⟨1⟩neue⟨/1⟩`). What is not reviewed is `fuzzy`. A note is a translator's comment
    (`# `); the state, what the checks say, terms and codes are extracted comments (`#. `); the German of before is
    `#| `.
    """
    from translate.storage.pypo import pofile, pounit

    record = delivery.record
    store = pofile(noheader=True)
    head = pounit(encoding="utf-8")
    head.source = ""
    head.target = _head(clean_line(record.source))
    store.addunit(head)
    for row in rows(delivery):
        if row.state is not State.SKIPPED:
            store.addunit(_entry(pounit(encoding="utf-8"), row, record.paragraphs[row.number - 1]))
    return bytes(store)


def read_po(data: bytes) -> list[Unit]:
    """The entries of such a file again. Raises WorkbenchError for what is none."""
    from translate.storage.pypo import pofile

    try:
        store = pofile.parsestring(data)
        return [
            Unit(unit.getcontext(), Inline.parsed(str(unit.source)), Inline.parsed(str(unit.target)))
            for unit in store.units
            if not unit.isheader() and not unit.isobsolete()
        ]
    except Exception:  # the library's own errors, and Python's
        raise WorkbenchError(Problem(Path("po"), "cannot be read", "tell the makers of the workbench")) from None


def _head(source: str) -> str:
    """The entry of a PO file that is about itself; no dates, so that an unchanged document gives an unchanged file."""
    lines = (
        f"Project-Id-Version: {source}",
        "Language: en",
        "X-Source-Language: de",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    )
    return "".join(f"{line}\n" for line in lines)


def _entry(unit: Any, row: Row, paragraph: ParagraphRecord) -> Any:
    unit.source = row.source.shown()
    unit.target = row.target.shown()
    unit.setcontext(row.id)
    if row.is_open and unit.target:
        unit.markfuzzy()
    if note := clean(paragraph.note).strip():
        unit.addnote(note, origin="translator")
    for told in _told(row, paragraph):
        unit.addnote(told, origin="developer")
    if old := clean(paragraph.old_german).strip():
        unit.prev_source = old
    return unit


def _told(row: Row, paragraph: ParagraphRecord) -> Iterator[str]:
    yield f"{row.number}, {paragraph.role}: {row.label}"
    yield from (f"code {_code(one)}" for one in row.markup)
    terms = {f"term {row.german[t.span.start : t.span.end]} = {clean_line(t.says)}": None for t in row.german_terms}
    yield from terms
    yield from (clean_line(remark) for remark in row.remarks if remark.startswith("On purpose:"))
    yield from (f"finding {clean_line(finding)}" for finding in row.findings)


def _code(markup: Markup) -> str:
    address = clean_line(markup.address)
    return f"⟨{markup.id}⟩: {markup.role}" + (f" {address}" if address else "")
