"""The file of a book: a zip with a package document, which says what is in it and in which order (EPUB 3.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from workbench.formats.container import Container, opened
from workbench.formats.safe_xml import parsed, written
from workbench.problem import Problem, WorkbenchError

KIND = "e-book (.epub)"
OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"

_MIMETYPE = b"application/epub+zip"
_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_FONTS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""How fonts are obfuscated; any other encryption is a lock."""
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
"""The last two are what careless and old books call their pages."""
_NCX = "application/x-dtbncx+xml"


@dataclass(slots=True)
class Book:
    """An opened book. `pages`: its XHTML documents in reading order; `nav`, `ncx`: its two kinds of contents, "" where
    there is none. `unread`: what else it has for readers: pages outside of that order, or of another kind. `roots`: the
    roots of the parts that were read.
    """

    where: Path
    package: Container
    opf: str
    pages: tuple[str, ...] = ()
    nav: str = ""
    ncx: str = ""
    unread: tuple[str, ...] = ()
    roots: dict[str, Any] = field(default_factory=dict)
    _bytes: dict[str, bytes] = field(default_factory=dict)

    def root(self, name: str) -> Any:
        """The root element of a part. Raises WorkbenchError where it is damaged, or a trap."""
        if name not in self.roots:
            if name not in self._bytes:
                wanted = (self.opf, *self.pages, self.nav, self.ncx)
                self._bytes.update(self.package.several(one for one in wanted if one and one not in self._bytes))
            self.roots[name] = parsed(self._bytes[name], self.where, name, doctype=True)
        return self.roots[name]

    def written(self) -> bytes:
        """The file as its parts are now; a part that says what it said stays as it is to the byte."""
        changed = {}
        for name, root in self.roots.items():
            before = self._bytes[name]
            after = written(root, like=before)
            if after != written(parsed(before, self.where, name, doctype=True), like=before):
                changed[name] = after
        return self.package.written(changed)


def open_book(data: bytes, where: Path) -> Book:
    """A book's parts. Raises WorkbenchError for what is none, is locked, damaged or a trap."""
    package = opened(data, where, KIND)
    if (
        "mimetype" in package.names and package.read("mimetype").strip() != _MIMETYPE
    ) or _CONTAINER not in package.names:
        raise WorkbenchError(Problem(where, f"is no {KIND}", "give the file that the publisher made"))
    _must_be_open(package, where)
    container = parsed(package.read(_CONTAINER), where, _CONTAINER)
    opf = next((one.get("full-path", "") for one in container.iter("{*}rootfile")), "")
    if opf not in package.names:
        raise WorkbenchError(Problem(where, "has no package document", "open it in the program that made it"))
    return _listed(Book(where, package, opf))


def _must_be_open(package: Container, where: Path) -> None:
    """Fonts may be obfuscated; whatever else is encrypted is locked."""
    if _ENCRYPTION not in package.names:
        return
    root = parsed(package.read(_ENCRYPTION), where, _ENCRYPTION)
    kinds = [one.get("Algorithm", "") for one in root.iter("{*}EncryptionMethod")]
    data = sum(1 for _ in root.iter("{*}EncryptedData"))
    if len(kinds) < data or any(kind not in _FONTS for kind in kinds):
        raise WorkbenchError(Problem(where, "is locked (DRM)", "ask the publisher for a copy without a lock"))


def _listed(book: Book) -> Book:
    """The book with its pages and contents, as the manifest and the spine name them."""
    root = book.root(book.opf)
    items = {item.get("id", ""): item for item in root.iter(f"{OPF}item") if _part(book, item) in book.package.names}
    spine = [items[one.get("idref")] for one in root.iter(f"{OPF}itemref") if one.get("idref") in items]
    book.pages = tuple(dict.fromkeys(_part(book, one) for one in spine if one.get("media-type") in _PAGES))
    for item in items.values():
        if "nav" in item.get("properties", "").split():
            book.nav = _part(book, item)
        elif item.get("media-type") == _NCX:
            book.ncx = _part(book, item)
    book.unread = _unread(book, [*spine, *items.values()])
    if not book.pages:
        raise WorkbenchError(Problem(book.where, "has no pages of text", "give a book that is not made of pictures"))
    return book


def _unread(book: Book, items: Iterable[Any]) -> tuple[str, ...]:
    """The pages, and what stands in the reading order, that are not read."""
    spine = {one.get("idref") for one in book.root(book.opf).iter(f"{OPF}itemref")}
    found = [_part(book, one) for one in items if one.get("media-type") in _PAGES or one.get("id") in spine]
    return tuple(name for name in dict.fromkeys(found) if name not in (*book.pages, book.nav))


def _part(book: Book, item: Any) -> str:
    """The name of an item's part in the zip."""
    href = unquote(item.get("href", "").partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(book.opf), href))
