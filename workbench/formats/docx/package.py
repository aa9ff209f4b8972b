"""The parts of a Word file: which hold text, and how they are found (Open Packaging Conventions, ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.formats.container import Container, opened
from workbench.formats.docx.names import STRICT, P, local, w
from workbench.formats.docx.staying import OTHER_FILES, Kind
from workbench.formats.safe_xml import parsed
from workbench.problem import Problem, WorkbenchError

WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_TYPES_OF = {
    ".docx": b"document.main+xml",
    ".docm": b"ms-word.document.macroEnabled.main+xml",
    ".dotx": b"template.main+xml",
    ".dotm": b"ms-word.template.macroEnabledTemplate.main+xml",
}
KIND = "Word document (.docx)"
_SAVE = f"open it in Word or LibreOffice and save it as a {KIND}"
_OTHERS = {
    "spreadsheetml": "a workbook of Excel; name it .xlsx",
    "presentationml": "a presentation of PowerPoint, which is not read",
}
_MOST_PARAGRAPHS = 100_000
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
STORIES = ("document", "footnotes", "endnotes", "header", "footer", "comments")
"""The kinds of parts with text in them, in the order in which they are read."""


@dataclass(slots=True)
class Part:
    """A part with text: its name, what it is (see STORIES), its bytes, its root element, and where its links lead."""

    name: str
    kind: str
    data: bytes
    root: Any
    addresses: dict[str, str]


@dataclass(slots=True)
class Package:
    """A Word file. `left`: the parts that have text in them and are not read (see OTHER_FILES), with how often."""

    container: Container
    where: Path
    parts: list[Part]
    main: str
    others: dict[str, str]
    left: Counter[Kind] = field(default_factory=Counter)

    def other(self, kind: str) -> Any:
        """The root of a part that there is one of (`styles`, `numbering`, `settings`), None where there is none."""
        name = self.others.get(kind)
        return None if name is None else parsed(self.container.read(name), self.where, name)


def package_of(data: bytes, where: Path) -> Package:
    """Open a Word file. Raises WorkbenchError for what is none, or is one that cannot be read, in one line."""
    if data.lstrip()[:5] in (b"{\\rtf", b"<html", b"<!DOC", b"<!doc", b"<?xml"):
        raise WorkbenchError(Problem(where, f"is no {KIND}, whatever its name says", _SAVE))
    container = opened(data, where, KIND)
    if "[Content_Types].xml" not in container.names:
        raise WorkbenchError(_no_word(container, where))
    main = _main(container, where)
    package = Package(container, where, [], main, {})
    root = _part(package, main, "document")
    if root.tag.startswith(f"{{{STRICT}"):
        raise WorkbenchError(Problem(where, "is a “Strict Open XML Document”", f"save it in Word as a plain {KIND}"))
    if root.tag != w("document"):
        raise WorkbenchError(Problem(where, f"is no {KIND}", _SAVE))
    _take_others(package)
    if sum(sum(1 for _ in part.root.iter(P)) for part in package.parts) > _MOST_PARAGRAPHS:
        raise WorkbenchError(
            Problem(where, f"has more than {_MOST_PARAGRAPHS:,} paragraphs", "split it into several files")
        )
    for part in package.parts:
        _count_left(package, part)
    return package


def _take_others(package: Package) -> None:
    """Find the other parts: with text in them, or needed to read it."""
    container, where = package.container, package.where
    relations = _relations(container, where, package.main)
    found = {(STORIES.index(one.kind), *_numbered(one.target)) for one in relations.values() if one.kind in STORIES}
    for kind, _, name in sorted(found):
        if name in container.names:
            _part(package, name, STORIES[kind])
    package.others = {one.kind: one.target for one in relations.values() if one.target in container.names}
    core = next((one.target for one in _relations(container, where, "").values() if one.kind == "core-properties"), "")
    if core in container.names:
        package.others["core"] = core
    if any(name.startswith("_xmlsignatures/") for name in container.names):
        package.others["signature"] = "_xmlsignatures"


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str
    external: bool


def _main(container: Container, where: Path) -> str:
    types = container.read("[Content_Types].xml")
    suffix = next((suffix for suffix, kind in _TYPES_OF.items() if kind in types), "")
    if suffix and suffix != where.suffix.lower() and where.suffix.lower() in WORD_SUFFIXES:
        what = f"is a {suffix} file, whatever its name says, and Word will not open it as {where.suffix}"
        raise WorkbenchError(Problem(where, what, f"give it the suffix {suffix}"))
    for sign, what in _OTHERS.items():
        if sign.encode() in types and b"wordprocessingml" not in types:
            raise WorkbenchError(Problem(where, f"is {what}", "only Word's texts are read as such"))
    relations = _relations(container, where, "")
    name = next((one.target for one in relations.values() if one.kind == "officeDocument"), "word/document.xml")
    if name not in container.names:
        raise WorkbenchError(Problem(where, "has no text in it, or is damaged", _SAVE))
    return name


def _no_word(container: Container, where: Path) -> Problem:
    if "mimetype" in container.names and container.read("mimetype").startswith(_OPEN_DOCUMENT):
        return Problem(where, "is an OpenDocument file of LibreOffice, whatever its name says", "name it .odt")
    return Problem(where, f"is a zip, and no {KIND}", _SAVE)


def _part(package: Package, name: str, kind: str) -> Any:
    data = package.container.read(name)
    root = parsed(data, package.where, name)
    relations = _relations(package.container, package.where, name)
    addresses = {key: one.target for key, one in relations.items() if one.kind == "hyperlink"}
    package.parts.append(Part(name, kind, data, root, addresses))
    return root


def _relations(container: Container, where: Path, name: str) -> dict[str, _Relation]:
    """The relations of a part by their ids; of the whole file for an empty name."""
    folder, _, last = name.rpartition("/")
    lies = f"{folder}/_rels/{last}.rels".lstrip("/")
    if lies not in container.names:
        return {}
    found = {}
    for element in parsed(container.read(lies), where, lies):
        if local(element) == "Relationship":
            kind = element.get("Type", "").rpartition("/")[2]
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external and kind != "hyperlink":
                target = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
            found[element.get("Id", "")] = _Relation(kind, target, external)
    return found


def _count_left(package: Package, part: Part) -> None:
    for one in _relations(package.container, package.where, part.name).values():
        if kind := OTHER_FILES.get(one.kind):
            package.left[kind] += 1


def _numbered(name: str) -> tuple[int, str]:
    """`header2.xml` before `header10.xml`."""
    return len(name), name
