"""The file of an OpenDocument text: a zip of parts, or one flat XML file that has them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.formats.container import Container, opened
from workbench.formats.odt.names import named
from workbench.formats.safe_xml import parsed, written
from workbench.problem import Problem, WorkbenchError

KIND = "OpenDocument text (.odt)"
FLAT = ".fodt"

_TEXT = b"application/vnd.oasis.opendocument.text"
_OTHERS = {
    b"spreadsheet": "a spreadsheet (.ods)",
    b"presentation": "a presentation (.odp)",
    b"graphics": "a drawing (.odg)",
    b"formula": "a formula (.odf)",
    b"chart": "a chart",
    b"text-master": "a master document, whose text lies in other files",
}
_MANIFEST = "META-INF/manifest.xml"
_PARTS = ("content.xml", "styles.xml", "meta.xml")


@dataclass(frozen=True, slots=True)
class OdtFile:
    """An opened file. `parts`: the roots of its XML parts by their names; a flat file is one part, without a name."""

    where: Path
    data: bytes
    parts: Mapping[str, Any]
    package: Container | None = None

    @property
    def content(self) -> Any:
        """The root of the part that has the text."""
        return self.parts["content.xml"] if self.package else self.parts[""]

    @property
    def styles(self) -> Any:
        """The root of the part that has the styles and page heads; None where there is none."""
        return self.parts.get("styles.xml") if self.package else self.parts[""]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return self.package.names if self.package else ()

    def written(self) -> bytes:
        """The file as its parts are now; a part that says what it said stays as it is to the byte."""
        if self.package is None:
            return _written(self.parts[""], self.data)
        changed = {}
        for name, root in self.parts.items():
            before = self.package.read(name)
            after = _written(root, before)
            if after != before:
                changed[name] = after
        return self.package.written(changed)


def open_odt(data: bytes, where: Path) -> OdtFile:
    """The parts of a file. Raises WorkbenchError for what is no text document, is locked, damaged or a trap."""
    if where.suffix.lower() == FLAT:
        root = parsed(data, where)
        if root.tag != named("office:document"):
            raise _no_text(where, "is no flat OpenDocument text (.fodt)")
        return _with_text(OdtFile(where, data, {"": root}))
    package = opened(data, where, KIND)
    if "mimetype" in package.names:
        _must_be_text(package.read("mimetype").strip(), where)
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise WorkbenchError(Problem(where, "is locked by a password", "save it without one"))
    if "content.xml" not in package.names:
        raise _no_text(where, f"is no {KIND}")
    parts = {name: parsed(package.read(name), where, name) for name in _PARTS if name in package.names}
    return _with_text(OdtFile(where, data, parts, package))


def text_of(file: OdtFile) -> Any:
    """The element that has the text."""
    body = file.content.find(named("office:body"))
    return None if body is None else body.find(named("office:text"))


def _with_text(file: OdtFile) -> OdtFile:
    if text_of(file) is None:
        raise _no_text(file.where, "is an OpenDocument file without a text (a spreadsheet, a presentation, a drawing)")
    return file


def _must_be_text(kind: bytes, where: Path) -> None:
    if kind.startswith(_TEXT) and kind.removeprefix(_TEXT) in (b"", b"-template", b"-web"):
        return
    told = next((name for end, name in _OTHERS.items() if kind.endswith(end)), f"no {KIND}")
    raise _no_text(where, f"is {told}")


def _no_text(where: Path, what: str) -> WorkbenchError:
    return WorkbenchError(Problem(where, what, f"open it in LibreOffice and save it as a {KIND}"))


def _written(root: Any, before: bytes) -> bytes:
    """A part as bytes; those it was read from where nothing of it has changed."""
    after = written(root, like=before)
    return before if after == written(parsed(before, Path(), ""), like=before) else after
