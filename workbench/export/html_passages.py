"""The English alone as HTML: headings, lists, tables, quotations, and the formatting inside a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from workbench.export.passages import Cells, Passage, passages, size, together
from workbench.export.runs import Run, Term
from workbench.export.term_list import ListedTerm
from workbench.formats import CodeRole
from workbench.glossary import Entry
from workbench.translation import TranslationRecord

_TAGS: tuple[tuple[CodeRole, str], ...] = (
    ("bold", "strong"),
    ("italic", "em"),
    ("strike", "s"),
    ("code", "code"),
    ("note", "sup"),
)


def html_of(record: TranslationRecord) -> Iterator[str]:
    """The lines of a page's body."""
    lists = _Lists()
    for found in together(passages(record)):
        if isinstance(found, Passage) and found.block.kind == "item":
            yield from lists.item(found)
            continue
        yield from lists.end()
        if isinstance(found, Passage):
            yield _passage(found)
        else:
            yield from _table(found)
    yield from lists.end()


def set_runs(found: Iterable[Run], terms: Mapping[Entry, ListedTerm] = MappingProxyType({})) -> str:
    """Runs of text as HTML; a glossary term is a `mark` that tells its counterpart and its note as title.

    `terms`: the list below the text; on paper a term with a note has its number there, where it is first named.
    """
    to_number = {entry: term for entry, term in terms.items() if term.note}
    return "".join(_run(run, terms, to_number) for run in found)


def _run(run: Run, terms: Mapping[Entry, ListedTerm], to_number: dict[Entry, ListedTerm]) -> str:
    if "break" in run.roles and run.alone:
        return "<br>"
    text = escape(run.text)
    if run.term:
        text = _term(text, run.term, terms, to_number)
    for role, tag in _TAGS:
        if role in run.roles:
            text = f"<{tag}>{text}</{tag}>"
    return f'<a href="{escape(run.address)}">{text}</a>' if run.address else text


def _term(text: str, term: Term, terms: Mapping[Entry, ListedTerm], to_number: dict[Entry, ListedTerm]) -> str:
    listed = terms.get(term.entry) if term.entry else None
    note = f" – {listed.note}" if listed and listed.note else ""
    numbered = to_number.pop(term.entry, None) if term.entry else None
    number = f' data-number="{numbered.number}"' if numbered else ""
    return f'<mark title="{escape(term.says + note)}"{number}>{text}</mark>'


def _passage(found: Passage) -> str:
    block = found.block
    if block.kind == "heading":
        level = min(max(block.level, 1), 6)
        return f"<h{level}>{_words(found)}</h{level}>"
    if block.kind == "quotation":
        return f"<blockquote><p>{_words(found)}</p></blockquote>"
    return f"<p>{_words(found)}</p>"


def _words(found: Passage) -> str:
    mark = f'<b class="flag">{escape(found.mark)}</b>' if found.mark else ""
    text = set_runs(found.runs)
    return mark + (text if found.language == "en" else f'<span lang="{found.language}">{text}</span>')


def _table(cells: Cells) -> Iterator[str]:
    rows, columns = size(cells)
    yield '<table class="of-text">'
    for row in range(rows):
        tag = "th" if row == 0 else "td"
        found: Sequence[Passage | None] = [cells.get((row, column)) for column in range(columns)]
        yield "<tr>" + "".join(f"<{tag}>{_words(cell) if cell else ''}</{tag}>" for cell in found) + "</tr>"
    yield "</table>"


@dataclass
class _List:
    """A list that is open; `counted` is the number of its last item."""

    group: int
    tag: str
    counted: int = 0


class _Lists:
    """The lists that are open, the outermost first."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def item(self, found: Passage) -> Iterator[str]:
        """A paragraph of a list item, with what has to be closed and opened before it."""
        block = found.block
        level = max(block.level, 1)
        while self._open and (len(self._open) > level or self._other(level, block.group)):
            yield self._close()
        opened = len(self._open) < level
        while len(self._open) < level:
            yield from self._begin(found, innermost=len(self._open) == level - 1)
        here = self._open[-1]
        if block.begins:
            if not opened:
                value = f' value="{found.counted}"' if block.ordered and found.counted != here.counted + 1 else ""
                yield f"</li>\n<li{value}>"
            here.counted = found.counted
        yield f"<p>{_words(found)}</p>"

    def _begin(self, found: Passage, *, innermost: bool) -> Iterator[str]:
        """Open a list and its first item; one that only has the list of an inner item in it has no sign."""
        tag = "ol" if found.block.ordered else "ul"
        starts = innermost and found.block.ordered and found.block.begins and found.counted != 1
        yield f'<{tag} start="{found.counted}">' if starts else f"<{tag}>"
        yield "<li>" if innermost else '<li class="outer">'
        self._open.append(_List(found.block.group, tag))

    def _other(self, level: int, group: int) -> bool:
        return len(self._open) == level and self._open[-1].group != group

    def _close(self) -> str:
        return f"</li></{self._open.pop().tag}>"

    def end(self) -> Iterator[str]:
        """Close all of them."""
        while self._open:
            yield self._close()
