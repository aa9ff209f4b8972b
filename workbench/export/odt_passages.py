"""The English alone in an OpenDocument text: headings, lists, tables, quotations, formatting inside a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.export.looks import OPEN, Look
from workbench.export.odf import Looks, attributes, paragraph
from workbench.export.passages import Cells, Passage, passages, size, together
from workbench.export.runs import Run
from workbench.translation import TranslationRecord

PLAIN = Look()
_DEPTH = 10
"""Levels of a list that OpenDocument has."""


def _list_style(name: str, ordered: bool) -> str:
    levels = []
    for level in range(1, _DEPTH + 1):
        indent = f"{6 * level}mm"
        kind = "number" if ordered else "bullet"
        sign = 'style:num-format="1" style:num-suffix="."' if ordered else 'text:bullet-char="•"'
        levels.append(
            f'<text:list-level-style-{kind} text:level="{level}" {sign}><style:list-level-properties'
            ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
            f' text:label-followed-by="listtab" fo:text-indent="-6mm" fo:margin-left="{indent}"/>'
            f"</style:list-level-properties></text:list-level-style-{kind}>"
        )
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


AUTOMATIC = (
    _list_style("Bullets", ordered=False)
    + _list_style("Numbers", ordered=True)
    + '<style:style style:name="OfText" style:family="table-cell"><style:table-cell-properties fo:padding="1mm"'
    ' fo:border="0.5pt solid #808080"/></style:style>'
)
"""Styles that `passages_of` uses."""


def set_runs(found: Iterable[Run], looks: Looks, look: Look) -> str:
    """Runs of text as XML, set as their codes say; glossary terms are underlined, links can be followed."""
    return "".join(_run(run, looks, look) for run in found)


def _run(run: Run, looks: Looks, look: Look) -> str:
    own = look.of(run.roles, term=run.term is not None)
    text = looks.set(run.text, own)
    if not run.address:
        return text
    link = attributes({"xlink:type": "simple", "xlink:href": run.address, "text:style-name": "Internet_20_link"})
    return f"<text:a{link}>{text}</text:a>"


def heading(content: str, level: int) -> str:
    """A heading of XML."""
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{content}</text:h>'


def passages_of(record: TranslationRecord, looks: Looks) -> Iterator[str]:
    """The document's body as XML."""
    tables = 0
    open_items: list[Passage] = []
    for found in together(passages(record)):
        if isinstance(found, Passage) and found.block.kind == "item":
            open_items.append(found)
            continue
        yield from _lists(open_items, looks)
        open_items.clear()
        if isinstance(found, Passage):
            yield _passage(found, looks)
        else:
            tables += 1
            yield from _table(found, looks, tables)
    yield from _lists(open_items, looks)


def _passage(found: Passage, looks: Looks) -> str:
    if found.block.kind == "heading":
        return heading(_words(found, looks), min(max(found.block.level, 1), 6))
    if found.block.kind == "quotation":
        return paragraph(_words(found, looks), "Quotations")
    return _plain(found, looks)


def _plain(found: Passage, looks: Looks, look: Look = PLAIN) -> str:
    return paragraph(_words(found, looks, look), "English" if found.language == "en" else "German")


def _words(found: Passage, looks: Looks, look: Look = PLAIN) -> str:
    mark = looks.set(found.mark, Look(color=OPEN, bold=True)) if found.mark else ""
    return mark + set_runs(found.runs, looks, look)


def _table(cells: Cells, looks: Looks, number: int) -> Iterator[str]:
    rows, columns = size(cells)
    yield f'<table:table table:name="Table{number}">'
    yield f'<table:table-column table:number-columns-repeated="{columns}"/>'
    for row in range(rows):
        yield "<table:table-row>"
        for column in range(columns):
            cell = cells.get((row, column))
            look = PLAIN if row else Look(bold=True)
            content = _plain(cell, looks, look) if cell else paragraph("", "English")
            yield f'<table:table-cell table:style-name="OfText" office:value-type="string">{content}</table:table-cell>'
        yield "</table:table-row>"
    yield "</table:table>" + paragraph("", "English")


def _lists(items: Iterable[Passage], looks: Looks) -> Iterator[str]:
    """Items that follow one another, as the lists that they are in, nested ones in their items."""
    opened: list[tuple[int, bool]] = []
    for item in items:
        block = item.block
        level = min(max(block.level, 1), _DEPTH)
        while opened and (len(opened) > level or (len(opened) == level and opened[-1] != (block.group, block.ordered))):
            opened.pop()
            yield "</text:list-item></text:list>"
        if len(opened) == level and block.begins:
            yield "</text:list-item><text:list-item>"
        while len(opened) < level:
            opened.append((block.group, block.ordered))
            yield _list_begins(block.ordered, item.counted if len(opened) == level and block.begins else 1)
        yield _plain(item, looks)
    yield "</text:list-item></text:list>" * len(opened)


def _list_begins(ordered: bool, start: int) -> str:
    value = f' text:start-value="{start}"' if ordered else ""
    return f'<text:list text:style-name="{"Numbers" if ordered else "Bullets"}"><text:list-item{value}>'
