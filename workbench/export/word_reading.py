"""What stands in a Word document's tables, revisions resolved: rows, cells, and in them text as it is set.

Works on the file's XML: python-docx does not see text in content controls and tracked insertions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.export.word_codes import Stretch
from workbench.export.word_review import TAG, id_of_bookmark
from workbench.formats import CodeRole
from workbench.formats.container import Container, opened
from workbench.formats.safe_xml import parsed
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MEND = "take the file that the workbench exported, as the reviewer sent it back"
_UNSEEN = frozenset(f"{_W}{name}" for name in ("instrText", "rPr", "pPr", "sdtPr", "tcPr"))
_NO_TEXT = {
    "drawing": "picture or text box",
    "pict": "picture or text box",
    "object": "object",
    "AlternateContent": "picture or text box",
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "oMath": "formula",
    "oMathPara": "formula",
    "sym": "sign of a symbol font",
}
"""What a reviewer may put into a cell that is no text, by the local name of its element."""
_SYMBOLS = dict(zip(("F0DF", "F0E0", "F0E7", "F0E8", "F0F3", "F04A", "F04B", "F04C"), "←→⇐⇒⇔☺😐☹", strict=True))
"""What Word puts in by itself from Wingdings where somebody types an arrow or a face."""
_LETTERS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}
_MONO = re.compile(r"courier|mono|consolas|menlo", re.IGNORECASE)
_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_UNICODE = re.compile(r"(?!D[89A-F]|E...|F[0-8]..)[0-9A-F]{4}")
"""A code that is a letter in every font: no half of a pair, none for private use."""
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: who wrote it, and what."""

    author: str
    text: str


@dataclass
class Cell:
    """A cell: `parts` are its stretches, each with the id of the content control it is in (empty: in none)."""

    parts: list[tuple[str, Stretch]] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """What else stands in it that is no text, in words."""

    @property
    def tags(self) -> list[str]:
        """The ids of the content controls in it, in order."""
        return list(dict.fromkeys(tag for tag, _ in self.parts if tag))

    @property
    def stretches(self) -> list[Stretch]:
        """All of its text."""
        return [one for _, one in self.parts]

    @property
    def text(self) -> str:
        """All of its text, as it is written."""
        return clean("".join(one.text for one in self.stretches))


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word document that was opened: its body, where its links lead, its comments by their ids."""

    where: Path
    container: Container
    body: Any
    links: Mapping[str, str]
    comments: Mapping[str, Comment]


def word_file(data: bytes, where: Path) -> WordFile:
    """The Word document in a file's bytes. Raises WorkbenchError for what is none, or is damaged."""
    container = opened(data, where, "Word document (.docx)")
    main = _main_part(container)
    body = parsed(container.read(main), where, main)
    if body.tag.startswith(f"{{{_STRICT}}}"):
        what = "is a strict Open XML document"
        raise WorkbenchError(Problem(where, what, "open it in Word and save it as “Word document (.docx)”"))
    folder, _, name = main.rpartition("/")
    links, comments = {}, {}
    for one in _relations(container, f"{folder}/_rels/{name}.rels"):
        kind, target = one.get("Type", ""), one.get("Target", "")
        if kind.endswith("/hyperlink"):
            links[one.get("Id", "")] = target
        elif kind.endswith("/comments"):
            part = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            comments = _comments(container, part)
    return WordFile(where, container, body, links, comments)


def _main_part(container: Container) -> str:
    for one in _relations(container, "_rels/.rels"):
        if one.get("Type", "").endswith("/officeDocument"):
            name = str(one.get("Target", "")).lstrip("/")
            if name in container.names:
                return name
    raise WorkbenchError(Problem(container.where, "is no Word document", _MEND))


def _relations(container: Container, name: str) -> Iterator[Any]:
    if name in container.names:
        yield from parsed(container.read(name), container.where, name)


def _comments(container: Container, part: str) -> dict[str, Comment]:
    if part not in container.names:
        return {}
    found = {}
    for one in parsed(container.read(part), container.where, part).iter(f"{_W}comment"):
        text = clean("\n".join(_line(line) for line in one.iter(f"{_W}p"))).strip()
        found[one.get(f"{_W}id", "")] = Comment(clean(one.get(f"{_W}author", "")).strip(), text)
    return found


def _line(paragraph: Any) -> str:
    signs = {f"{_W}{name}": sign for name, sign in _LETTERS.items()}
    parts = paragraph.iter(f"{_W}t", *signs)
    return "".join(signs.get(part.tag) or part.text or "" for part in parts)


def beside_tables(file: WordFile) -> Iterator[str]:
    """The paragraphs that stand in no table, tracked changes accepted, without those that are empty."""
    for paragraph in file.body.iter(f"{_W}p"):
        if next(paragraph.iterancestors(f"{_W}tbl", f"{_W}p"), None) is None:
            text = _cell(paragraph, file, accepted=True).text.strip()
            if text:
                yield text


# Tables


def rows_of(file: WordFile, *, accepted: bool = True) -> Iterator[list[list[Cell]]]:
    """The rows of each table, cell by cell, with the tracked changes `accepted`, or as it was before them."""
    for table in file.body.iter(f"{_W}tbl"):
        yield [
            [_cell(cell, file, accepted) for cell in _cells(row)]
            for row in _children(table, "tr")
            if not _is_gone(row, accepted)
        ]


def _children(element: Any, name: str) -> Iterator[Any]:
    """Children of a kind, those in content controls and custom markup around them as well."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"):
            yield from _children(child, name)


def _is_gone(row: Any, accepted: bool) -> bool:
    properties = row.find(f"{_W}trPr")
    return properties is not None and properties.find(f"{_W}{'del' if accepted else 'ins'}") is not None


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row, each as often as it has columns, so that those behind it keep theirs."""
    for cell in _children(row, "tc"):
        yield cell
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = span.get(f"{_W}val", "1") if span is not None else "1"
        yield from [None] * (min(int(width), 64) - 1 if re.fullmatch(r"[0-9]{1,9}", width) else 0)


def _cell(element: Any, file: WordFile, accepted: bool) -> Cell:
    """What stands in a cell, or in a paragraph."""
    cell = Cell()
    if element is not None:
        tag = element.getparent().getparent() if element.getparent().tag == f"{_W}sdtContent" else None
        walk = _Walk(file, accepted, cell)
        walk.controls = [_tag_of(tag)] if tag is not None and _tag_of(tag) else []
        walk.into(element)
        walk.end()
    return cell


class _Walk:
    """One walk through a cell."""

    def __init__(self, file: WordFile, accepted: bool, cell: Cell) -> None:
        self.controls: list[str] = []
        self._file, self._accepted, self._cell = file, accepted, cell
        self._gone = f"{_W}del", f"{_W}moveFrom"
        if not accepted:
            self._gone = f"{_W}ins", f"{_W}moveTo"
        self._link = ""
        self._field = ""
        self._break = False
        self._kinds: dict[str, Callable[[Any], None]] = {
            "p": self._paragraph,
            "r": self._run,
            "sdt": self._control,
            "hyperlink": self._hyperlink,
            "bookmarkStart": self._bookmark,
            "commentRangeStart": self._comment,
        }

    def into(self, element: Any) -> None:
        """Go through the children of an element."""
        for child in element:
            kind = child.tag
            if not isinstance(kind, str) or kind in _UNSEEN or self._is_no_text(child):
                continue
            if not kind.startswith(_W):
                continue
            if kind in self._gone:  # a comment on words that were taken out is still one
                for one in child.iter(f"{_W}commentReference", f"{_W}commentRangeStart"):
                    self._comment(one)
                continue
            self._kinds.get(kind[len(_W) :], self.into)(child)

    def _is_no_text(self, element: Any) -> bool:
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in _NO_TEXT:
            self._cell.others.append(_NO_TEXT[name])
        return name in _NO_TEXT

    def end(self) -> None:
        """The cell is at its end."""
        self._cell.parts = [one for one in self._cell.parts if one[1].text or one[0]]

    def _paragraph(self, paragraph: Any) -> None:
        if self._break and self._cell.text:
            self._add("\n", frozenset())
        self.into(paragraph)
        mark = paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{'del' if self._accepted else 'ins'}")
        self._break = mark is None

    def _control(self, control: Any) -> None:
        tag, content = _tag_of(control), control.find(f"{_W}sdtContent")
        empty = control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
        if tag:
            self.controls.append(tag)
            self._cell.parts.append((tag, Stretch("")))
        if content is not None and not empty:
            self.into(content)
        if tag:
            self.controls.pop()

    def _hyperlink(self, link: Any) -> None:
        before, self._link = self._link, self._file.links.get(link.get(f"{_R}id", ""), "")
        self.into(link)
        self._link = before

    def _run(self, run: Any) -> None:
        roles = _roles(run.find(f"{_W}rPr"))
        for child in run:
            kind = str(child.tag).removeprefix(_W)
            if kind == "t" or (kind == "delText" and not self._accepted):
                self._add(child.text or "", roles)
            elif kind in _LETTERS and child.get(f"{_W}type", "textWrapping") == "textWrapping":
                self._add(_LETTERS[kind], roles)
            elif kind == "sym" and (sign := _sign(child)):
                self._add(sign, roles)
            elif not self._is_no_text(child):
                self._other_part(kind, child)

    def _other_part(self, kind: str, element: Any) -> None:
        """Comments, and links, which are fields in some files: what they do, a mark, what is shown, a mark."""
        if kind == "commentReference":
            self._comment(element)
        elif kind == "instrText" and (address := _FIELD.match(element.text or "")):
            self._field = address[1]
        elif kind == "fldChar":
            self._turn_field(element.get(f"{_W}fldCharType", ""))

    def _turn_field(self, kind: str) -> None:
        if kind == "separate":
            self._link = self._field
        elif kind == "end":
            self._link = self._field = ""

    def _comment(self, start: Any) -> None:
        self._cell.comments.append(start.get(f"{_W}id", ""))

    def _bookmark(self, start: Any) -> None:
        if key := id_of_bookmark(start.get(f"{_W}name", "")):
            self._cell.bookmarks.append(key)

    def _add(self, text: str, roles: frozenset[CodeRole]) -> None:
        roles = roles | {"link"} if self._link else roles
        self._cell.parts.append((self.controls[-1] if self.controls else "", Stretch(clean(text), roles, self._link)))


def _tag_of(control: Any) -> str:
    tag = control.find(f"{_W}sdtPr/{_W}tag")
    value = tag.get(f"{_W}val", "") if tag is not None else ""
    return value.removeprefix(TAG) if value.startswith(TAG) else ""


def _sign(symbol: Any) -> str:
    """The letter that a sign of a symbol font is; empty where only the font tells what it shows."""
    code, font = symbol.get(f"{_W}char", "").upper(), symbol.get(f"{_W}font", "")
    if font == "Wingdings":
        return _SYMBOLS.get(code, "")
    if font == "Symbol" or font.startswith(("Wingdings", "Webdings")) or not _UNICODE.fullmatch(code):
        return ""
    return chr(int(code, 16))


def _roles(properties: Any) -> frozenset[CodeRole]:
    if properties is None:
        return frozenset()
    found: set[CodeRole] = set()
    kinds: tuple[tuple[str, CodeRole], ...] = (("b", "bold"), ("i", "italic"), ("strike", "strike"))
    for name, role in kinds:
        one = properties.find(f"{_W}{name}")
        if one is not None and one.get(f"{_W}val", "1") not in _OFF:
            found.add(role)
    style = properties.find(f"{_W}rStyle")
    named = style.get(f"{_W}val", "").casefold() if style is not None else ""
    found |= {"bold"} if named == "strong" else {"italic"} if named == "emphasis" else set()
    font = properties.find(f"{_W}rFonts")
    if font is not None and _MONO.search(font.get(f"{_W}ascii", "")):
        found.add("code")
    return frozenset(found)


# Tracked changes


@dataclass(frozen=True, slots=True)
class Revisions:
    """How many tracked changes a document has in its tables, and by whom."""

    count: int
    authors: tuple[str, ...]


def revisions(file: WordFile) -> Revisions:
    """The tracked changes of a document: text put in, taken out and moved, rows, formatting."""
    names = ("ins", "del", "moveFrom", "rPrChange")
    found = [one for table in file.body.iter(f"{_W}tbl") for name in names for one in table.iter(f"{_W}{name}")]
    authors = {clean(one.get(f"{_W}author", "")).strip(): None for one in found}
    return Revisions(len(found), tuple(author for author in authors if author))
