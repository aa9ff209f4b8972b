"""A reviewer at work in a Word document, as Word writes it: tracked changes, comments, rows moved, deleted, split."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterable
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DATE = "2026-05-04T10:00:00Z"


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{W}}}{name}"


def seen_in(cell: Any) -> str:
    """The text of a cell as Word shows it: what stands in content controls too, which python-docx passes over."""
    lines = []
    for paragraph in cell.iter(w("p")):
        signs = {w("br"): "\n", w("tab"): "\t"}
        parts = paragraph.iter(w("t"), *signs)
        lines.append("".join(signs.get(part.tag) or part.text or "" for part in parts))
    return "\n".join(lines)


class Reviewer:
    """Edits a bilingual document; `saved` gives its bytes."""

    def __init__(self, data: bytes, name: str = "Anna Berger", *, tracks: bool = True) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {one: package.read(one) for one in package.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])
        self.name, self.tracks = name, tracks
        self._ids = 9_000
        self._comments = 500

    @property
    def table(self) -> Any:
        """The table of paragraphs."""
        return next(self.body.iter(w("tbl")))

    def row(self, number: int) -> Any:
        """The row of a paragraph (from 1)."""
        for row in self.table.iter(w("tr")):
            cell = next(row.iter(w("tc")))
            if "".join(cell.itertext()).strip() == str(number):
                return row
        raise AssertionError(number)

    def cell(self, number: int, column: int = 2) -> Any:
        """A cell of a paragraph's row; the English is column 2."""
        return list(self.row(number).iter(w("tc")))[column]

    def texts(self, number: int, column: int = 2) -> list[Any]:
        """The `w:t` of a cell."""
        return list(self.cell(number, column).iter(w("t")))

    def _attributes(self) -> dict[str, str]:
        self._ids += 1
        return {w("id"): str(self._ids), w("author"): self.name, w("date"): _DATE}

    def change(self, number: int, old: str, new: str, column: int = 2) -> None:
        """Put other words in the place of some in one run, tracked where the reviewer tracks."""
        text = next(text for text in self.texts(number, column) if old in (text.text or ""))
        run = text.getparent()
        before, _, after = (text.text or "").partition(old)
        made = [self._run(run, before), *self._tracked(run, old, new), self._run(run, after)]
        place = run.getparent().index(run)
        run.getparent()[place : place + 1] = [one for one in made if one is not None]

    def _tracked(self, run: Any, old: str, new: str) -> Iterable[Any]:
        if not self.tracks:
            return [self._run(run, new)]
        gone = etree.Element(w("del"), self._attributes())
        gone.append(self._run(run, old, "delText", always=True))
        come = etree.Element(w("ins"), self._attributes())
        come.append(self._run(run, new, always=True))
        return [gone, come] if new else [gone]

    @staticmethod
    def _run(like: Any, text: str, kind: str = "t", *, always: bool = False) -> Any:
        if not text and not always:
            return None
        made = etree.Element(w("r"))
        properties = like.find(w("rPr"))
        if properties is not None:
            made.append(copy.deepcopy(properties))
        written = etree.SubElement(made, w(kind))
        written.text = text
        written.set(_SPACE, "preserve")
        return made

    def set_text(self, number: int, text: str) -> None:
        """Retype the whole English without tracking: one plain run, in the control where there is one."""
        cell = self.cell(number)
        home = next(cell.iter(w("sdtContent")), next(cell.iter(w("p"))))
        for child in list(home):
            if child.tag != w("pPr"):
                home.remove(child)
        made = etree.SubElement(home, w("r"))
        written = etree.SubElement(made, w("t"))
        written.text = text
        written.set(_SPACE, "preserve")

    def format(self, number: int, words: str, what: str, *, on: bool = True) -> None:
        """Set words in bold (`b`) or italic (`i`), or no more."""
        text = next(text for text in self.texts(number) if words in (text.text or ""))
        run = text.getparent()
        before, _, after = (text.text or "").partition(words)
        parts = [self._run(run, part) for part in (before, words, after)]
        properties = parts[1].find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            parts[1].insert(0, properties)
        for there in properties.findall(w(what)):
            properties.remove(there)
        if on:
            properties.insert(0, etree.Element(w(what)))
        changed = etree.SubElement(properties, w("rPrChange"), self._attributes())
        etree.SubElement(changed, w("rPr"))
        place = run.getparent().index(run)
        run.getparent()[place : place + 1] = [one for one in parts if one is not None]

    def comment(self, number: int, text: str, column: int = 2) -> None:
        """Hang a comment on a cell."""
        self._comments += 1
        key = {w("id"): str(self._comments)}
        paragraph = next(self.cell(number, column).iter(w("p")))
        start = 1 if paragraph.find(w("pPr")) is not None else 0
        paragraph.insert(start, etree.Element(w("commentRangeStart"), key))
        paragraph.append(etree.Element(w("commentRangeEnd"), key))
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(run, w("commentReference"), key)
        comments = etree.fromstring(self.parts["word/comments.xml"])
        made = etree.SubElement(comments, w("comment"), {**key, w("author"): self.name, w("date"): _DATE})
        run = etree.SubElement(etree.SubElement(made, w("p")), w("r"))
        etree.SubElement(run, w("t")).text = text
        self.parts["word/comments.xml"] = etree.tostring(comments, xml_declaration=True, encoding="UTF-8")

    def choose(self, number: int, state: str) -> None:
        """Choose another state in the last column."""
        next(self.cell(number, 3).iter(w("t"))).text = state

    def delete_row(self, number: int, *, tracked: bool = False) -> None:
        """Take a row out."""
        row = self.row(number)
        if tracked:
            row.insert(0, etree.Element(w("trPr"))) if row.find(w("trPr")) is None else None
            etree.SubElement(row.find(w("trPr")), w("del"), self._attributes())
        else:
            row.getparent().remove(row)

    def move_row(self, number: int, before: int) -> None:
        """Move a row before another."""
        self.row(before).addprevious(self.row(number))

    def split_row(self, number: int, first: str, second: str) -> None:
        """Put the end of a row's English into a new row below it, which has nothing else."""
        self.set_text(number, first)
        row = self.row(number)
        new = copy.deepcopy(row)
        for control in list(new.iter(w("sdt"))):
            control.getparent().remove(control)
        for cell in new.iter(w("tc")):
            for paragraph in list(cell.iter(w("p")))[:1]:
                for child in list(paragraph):
                    paragraph.remove(child)
        paragraph = next(list(new.iter(w("tc")))[2].iter(w("p")))
        etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = second
        row.addnext(new)

    def add(self, number: int, xml: str, column: int = 2) -> None:
        """Put WordprocessingML at the end of a cell's text."""
        home = next(self.cell(number, column).iter(w("sdtContent")), next(self.cell(number, column).iter(w("p"))))
        home.extend(list(etree.fromstring(f'<w:x xmlns:w="{W}" xmlns:m="{MATH}">{xml}</w:x>')))

    def add_column(self, head: str, remarks: dict[int, str]) -> None:
        """A column of the reviewer's own at the end, with remarks in the rows of some paragraphs."""
        rows = {number: self.row(number) for number in remarks}
        for row in self.table.iter(w("tr")):
            text = next((remarks[number] for number, one in rows.items() if one is row), "")
            cell = etree.SubElement(row, w("tc"))
            run = etree.SubElement(etree.SubElement(cell, w("p")), w("r"))
            etree.SubElement(run, w("t")).text = head if row is next(self.table.iter(w("tr"))) else text

    def cut_table(self, before: int) -> None:
        """Part the table in two before a row; the second one has no head."""
        row, table = self.row(before), self.table
        second = etree.Element(w("tbl"))
        second.extend([row, *row.itersiblings()])
        table.addnext(second)
        table.addnext(etree.Element(w("p")))

    def without_column(self, column: int) -> None:
        """Take a column out."""
        for row in self.body.iter(w("tr")):
            cells = row.findall(w("tc"))
            row.remove(cells[column])

    def without_controls(self) -> None:
        """What a program makes of the file that knows no content controls."""
        for control in list(self.body.iter(w("sdt"))):
            content = control.find(w("sdtContent"))
            parent, place = control.getparent(), control.getparent().index(control)
            parent[place : place + 1] = list(content)

    def without_bookmarks(self) -> None:
        """What a program makes of the file that knows no bookmarks."""
        for name in ("bookmarkStart", "bookmarkEnd"):
            for mark in list(self.body.iter(w(name))):
                mark.getparent().remove(mark)

    def without_kept(self) -> None:
        """What a program makes of the file that throws away parts that it does not know."""
        for name in [name for name in self.parts if name.startswith("customXml/")]:
            if b"urn:workbench:" in self.parts[name]:
                del self.parts[name]

    @property
    def saved(self) -> bytes:
        """The document's bytes."""
        self.parts["word/document.xml"] = etree.tostring(self.body, xml_declaration=True, encoding="UTF-8")
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                package.writestr(name, data)
        return made.getvalue()
