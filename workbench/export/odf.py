"""What OpenDocument texts are made of (ODF 1.2, ISO/IEC 26300:2015): the package, and styles that are used in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from workbench.export.looks import Look
from workbench.export.odf_styles import FONTS, styles

_KIND = "application/vnd.oasis.opendocument.text"
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\n|\t| {2,}|^ ")


class Looks:
    """The styles of the stretches of a document, each named when it is first used."""

    def __init__(self) -> None:
        self._names: dict[Look, str] = {}

    def set(self, text: str, look: Look) -> str:
        """A text set in one way, as XML."""
        if not text or look == Look():
            return written(text)
        name = self._names.setdefault(look, f"T{len(self._names) + 1}")
        return f'<text:span text:style-name="{name}">{written(text)}</text:span>'

    def styles(self) -> str:
        """The styles that were used, as XML."""
        return "".join(_style_of(name, look) for look, name in self._names.items())


def _style_of(name: str, look: Look) -> str:
    both = {"fo:font-weight": "bold"} if look.bold else {}
    both |= {"fo:color": f"#{look.color}"} if look.color else {}
    both |= {"fo:font-style": "italic"} if look.italic else {}
    both |= {"style:text-line-through-style": "solid"} if look.strike else {}
    both |= {"style:font-name": "Liberation Mono"} if look.code else {}
    both |= {"style:text-position": "super 60%"} if look.raised else {}
    both |= {"fo:font-size": "8pt"} if look.small else {}
    if look.term:
        both |= {"style:text-underline-style": "dotted", "style:text-underline-width": "auto"}
    return (
        f'<style:style style:name="{name}" style:family="text"><style:text-properties{attributes(both)}/></style:style>'
    )


def written(text: str) -> str:
    """A text as XML: its line breaks, tabs and runs of blanks are kept, and what no XML can hold is left out."""
    parts, at = [], 0
    text = _NOT_XML.sub("", text)
    for found in _SPACE.finditer(text):
        parts += [escape(text[at : found.start()]), _space(found[0])]
        at = found.end()
    return "".join(parts) + escape(text[at:])


def _space(found: str) -> str:
    if found == "\n":
        return "<text:line-break/>"
    return "<text:tab/>" if found == "\t" else f'<text:s text:c="{len(found)}"/>'


def attributes(values: Mapping[str, str]) -> str:
    """Attributes as XML, a space before each."""
    return "".join(f" {name}={quoteattr(_NOT_XML.sub('', value))}" for name, value in values.items())


def paragraph(content: str, style: str) -> str:
    """A paragraph of XML in a style."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def annotation(name: str, lines: Iterable[str]) -> str:
    """A comment in the margin, as XML; it stands where it is put in the text."""
    body = "".join(f"<text:p>{written(line)}</text:p>" for line in lines)
    who = "<dc:creator>Translator</dc:creator>"
    return f'<office:annotation office:name="{name}">{who}{body}</office:annotation>'


def package(title: str, body: str, automatic: str, *, landscape: bool, english: str) -> bytes:
    """An OpenDocument text: `body` and its `automatic` styles are XML. The same parts always give the same bytes.

    `english`: the language of the English, `en-GB` or another.
    """
    parts = {
        "content.xml": _root(
            "document-content",
            f"{FONTS}<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>",
        ),
        "styles.xml": _root("document-styles", styles(landscape, english)),
        "meta.xml": _root(
            "document-meta",
            f"<office:meta><meta:generator>workbench</meta:generator><dc:title>"
            f"{escape(_NOT_XML.sub('', title))}</dc:title><dc:language>{english}</dc:language></office:meta>",
        ),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(_dated("mimetype"), _KIND, zipfile.ZIP_STORED)  # first and as it is, so the standard
        for name, content in {**parts, "META-INF/manifest.xml": _manifest(parts)}.items():
            file.writestr(_dated(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _dated(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3
    return info


def _root(kind: str, content: str) -> str:
    spaces = "".join(f' xmlns:{name}="{space}"' for name, space in _SPACES.items() if name != "manifest")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:{kind}{spaces} office:version="1.2">{content}</office:{kind}>'
    )


def _manifest(names: Iterable[str]) -> str:
    files = {"/": _KIND} | dict.fromkeys(names, "text/xml")
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in files.items()
    )
    space = f'xmlns:manifest="{_SPACES["manifest"]}"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<manifest:manifest {space} manifest:version="1.2">{entries}</manifest:manifest>'
