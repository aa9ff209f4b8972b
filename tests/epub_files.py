"""E-books for tests, as small as the standard lets them be."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence

from workbench.formats.safe_xml import canonical

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
CONTAINER = (
    f'{HEAD}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
DAY = (2024, 1, 1, 0, 0, 0)
"""Of every part: files that are made twice are the same."""
PICTURE = b"\x89PNG\r\n\x1a\nno picture, but the same bytes"
XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"


def page_of(body: str, title: str = "Seite", doctype: str = "<!DOCTYPE html>") -> str:
    return (
        f'{HEAD}{doctype}\n<html xmlns="{XHTML}" xmlns:epub="{OPS}" lang="de" xml:lang="de">'
        f"<head><title>{title}</title></head><body>{body}</body></html>"
    )


def nav_of(*lines: str) -> str:
    items = "".join(f'<li><a href="p0.xhtml">{line}</a></li>' for line in lines)
    return page_of(f'<nav epub:type="toc"><h1>Inhalt</h1><ol>{items}</ol></nav>', "Inhalt")


def ncx_of(*lines: str, title: str = "Das Buch") -> str:
    points = "".join(
        f'<navPoint id="n{n}"><navLabel><text>{line}</text></navLabel><content src="p0.xhtml"/></navPoint>'
        for n, line in enumerate(lines)
    )
    return (
        f'{HEAD}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><docTitle><text>{title}</text>'
        f"</docTitle><navMap>{points}</navMap></ncx>"
    )


def epub_of(
    pages: Sequence[str],
    title: str = "Das Buch",
    nav: str = "",
    ncx: str = "",
    more: Mapping[str, bytes] | None = None,
    language: str = "<dc:language>de</dc:language>",
) -> bytes:
    """A book of these pages (whole documents), in this order."""
    names = [f"p{number}.xhtml" for number in range(len(pages))]
    kind = 'media-type="application/xhtml+xml"'
    items = [f'<item id="{name}" href="{name}" {kind}/>' for name in names]
    items += [f'<item id="nav" href="nav.xhtml" {kind} properties="nav"/>'] if nav else []
    items += ['<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'] if ncx else []
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    opf = (
        f'{HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>{language}</metadata>'
        f"<manifest>{''.join(items)}</manifest><spine>{spine}</spine></package>"
    )
    parts = {
        "META-INF/container.xml": CONTAINER.encode(),
        "OEBPS/content.opf": opf.encode(),
        **{f"OEBPS/{name}": page.encode() for name, page in zip(names, pages, strict=True)},
        **({"OEBPS/nav.xhtml": nav.encode()} if nav else {}),
        **({"OEBPS/toc.ncx": ncx.encode()} if ncx else {}),
        "OEBPS/bild.png": PICTURE,
        **(more or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype", DAY), b"application/epub+zip", zipfile.ZIP_STORED)
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, DAY), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def repacked(file: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The file with other bytes for some of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in {**parts_of(file), **changed}.items():
            package.writestr(zipfile.ZipInfo(name, DAY), data)
    return made.getvalue()


def parts_of(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


_LANGUAGE = re.compile(rb' (?:xml:)?lang="[^"]*"|<dc:language[^>]*>[^<]*</dc:language>')


def shape_of(file: bytes) -> dict[str, bytes]:
    """What of a book has to be the same: canonical XML without its language, other parts to the byte."""
    is_xml = (".xhtml", ".opf", ".ncx")
    return {
        name: _LANGUAGE.sub(b"", canonical(data)) if name.endswith(is_xml) else data
        for name, data in parts_of(file).items()
    }
