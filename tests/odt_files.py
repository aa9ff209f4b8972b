"""OpenDocument texts for tests: made of a body, styles and page heads, as small as the standard lets them be."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.filter_contract import with_sources
from workbench.formats import Document
from workbench.formats.odt import OdtFilter
from workbench.formats.odt.names import NAMESPACES
from workbench.formats.safe_xml import canonical
from workbench.text import Inline

XMLNS = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in NAMESPACES.items())
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
DAY = (2024, 1, 1, 0, 0, 0)
"""Of every part: files that are made twice are the same."""
MIMETYPE = b"application/vnd.oasis.opendocument.text"
MANIFEST = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
PICTURE = b"\x89PNG\r\n\x1a\nno picture, but the same bytes"


def style_of(name: str, text: str, family: str = "text", more: str = "") -> str:
    """A style with these properties of its text."""
    properties = f"<style:text-properties {text}/>" if text else ""
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


GERMAN = 'fo:language="de" fo:country="DE"'
AUTOMATIC = "\n".join(
    [
        style_of("Fett", 'fo:font-weight="bold"'),
        style_of("FettRsid", 'fo:font-weight="bold"'),
        style_of("Kursiv", 'fo:font-style="italic"'),
        style_of("Weg", 'style:text-line-through-style="solid"'),
        style_of("Nichts", GERMAN),
        style_of("Russisch", 'fo:language="ru" fo:country="RU"'),
        style_of("Seite", "", "paragraph", 'style:parent-style-name="Standard" style:master-page-name="Standard"'),
        '<text:list-style style:name="Zahlen"><text:list-level-style-number text:level="1" style:num-format="1"',
        ' text:start-value="3"/><text:list-level-style-bullet text:level="2" text:bullet-char="-"/></text:list-style>',
    ]
)
COMMON = "\n".join(
    [
        f'<style:default-style style:family="paragraph"><style:text-properties {GERMAN}/></style:default-style>',
        style_of("Standard", "", "paragraph"),
        style_of("Strong_20_Emphasis", 'fo:font-weight="bold"'),
        style_of("Erbt", "", more='style:parent-style-name="Strong_20_Emphasis"'),
        style_of("Heading", 'fo:font-weight="bold"', "paragraph"),
        style_of("Heading_20_1", "", "paragraph", 'style:parent-style-name="Heading"'),
        style_of("Caption", "", "paragraph"),
        style_of("Illustration", "", "paragraph", 'style:parent-style-name="Caption"'),
    ]
)


def content_of(body: str, automatic: str = AUTOMATIC) -> str:
    return (
        f'{HEAD}<office:document-content {XMLNS} office:version="1.3">'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles_of(pages: str = "", common: str = COMMON) -> str:
    return (
        f'{HEAD}<office:document-styles {XMLNS} office:version="1.3"><office:styles>{common}</office:styles>'
        f'<office:master-styles><style:master-page style:name="Standard">{pages}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )


def odt_of(body: str, pages: str = "", more: Mapping[str, bytes] | None = None, mimetype: bytes = MIMETYPE) -> bytes:
    """A file with this body and these page heads."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype", DAY), mimetype, zipfile.ZIP_STORED)
        parts = {
            "content.xml": content_of(body).encode(),
            "styles.xml": styles_of(pages).encode(),
            "Pictures/bild.png": PICTURE,
            "META-INF/manifest.xml": MANIFEST,
        }
        for name, data in {**parts, **(more or {})}.items():
            package.writestr(zipfile.ZipInfo(name, DAY), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def flat_of(body: str) -> bytes:
    """The same as one flat XML file."""
    return (
        f'{HEAD}<office:document {XMLNS} office:version="1.3" office:mimetype="{MIMETYPE.decode()}">'
        f"<office:styles>{COMMON}</office:styles><office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def parts_of(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


_LANGUAGE = re.compile(rb' (?:fo|number):(?:language|country)="[^"]*"')
_CHANGES = re.compile(
    rb"<text:tracked-changes.*?</text:tracked-changes>|<text:change(?:-start|-end)?\b[^>]*></[^>]*>", re.S
)


def same_but_language(data: bytes) -> bytes:
    """Canonical XML without what says which language it is, and without tracked changes."""
    return _CHANGES.sub(b"", _LANGUAGE.sub(b"", canonical(data)))


def shape_of(file: bytes) -> dict[str, bytes]:
    """What of a file has to be the same."""
    return {
        name: same_but_language(data) if name in ("content.xml", "styles.xml") else data
        for name, data in parts_of(file).items()
    }


def read(body: str, pages: str = "") -> Document:
    return OdtFilter().read(odt_of(body, pages), Path("a.odt"))


def shown(document: Document) -> list[str]:
    return [paragraph.source.shown() for paragraph in document.paragraphs]


def written(document: Document, **changed: str) -> str:
    """The body after writing; `changed`: targets by the number of the paragraph (`p0`), None leaves it out."""
    target = with_sources(document)
    for name, text in changed.items():
        target[document.ids[int(name[1:])]] = Inline.parsed(text)
    return body_of(OdtFilter().write(document, target))


def body_of(file: bytes) -> str:
    content = parts_of(file)["content.xml"].decode()
    return content.partition("<office:text>")[2].partition("</office:text>")[0]


def without(document: Document, *numbers: int) -> str:
    target = {key: words for n, (key, words) in enumerate(with_sources(document).items()) if n not in numbers}
    return body_of(OdtFilter().write(document, target))
