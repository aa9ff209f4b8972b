"""Word files made for tests, of the parts that Word's own are made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from workbench.formats import Document
from workbench.formats.docx import DocxFilter
from workbench.formats.safe_xml import canonical
from workbench.text import Inline

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="Absatz-Standardschriftart">
  <w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Rubrik"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Vorspann"><w:name w:val="Vorspann"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Punkte"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
  <w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Name"><w:name w:val="Name"/></w:style>"""
NUMBERING = """<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"""
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes",
    "endnotes": "endnotes", "comments": "comments", "header": "hdr", "footer": "ftr",
}  # fmt: skip
LINKS = {"rLink": "https://a.example/lage", "rOther": "https://b.example/"}


def docx(body: str, parts: Mapping[str, str] | None = None, *, main: str = "document.main+xml") -> bytes:
    """A Word file with this in its body, and parts by their kinds (`footnotes`), or kinds and numbers (`header1`)."""
    made = {"styles": STYLES, "numbering": NUMBERING} | dict(parts or {})
    files: dict[str, str | bytes] = {}
    kinds = ['<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
             '<Default Extension="xml" ContentType="application/xml"/>',
             '<Default Extension="png" ContentType="image/png"/>',
             f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.{main}"/>']  # fmt: skip
    links = [
        f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{to}" TargetMode="External"/>'
        for key, to in LINKS.items()
    ]
    for name, content in made.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = f"{_HEAD}<w:{_ROOTS[kind]} {DECLARED}>{content}</w:{_ROOTS[kind]}>"
        links.append(f'<Relationship Id="r{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
        kinds.append(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>')
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{package}/content-types">{"".join(kinds)}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
        f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships">{"".join(links)}'
        "</Relationships>",
        "word/document.xml": f"{_HEAD}<w:document {DECLARED}><w:body>{body}<w:sectPr/></w:body></w:document>",
        **files,
        "word/media/image1.png": b"\x89PNG",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, written in files.items():
            file.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), written)
    return data.getvalue()


def p(*inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{about}{''.join(inside)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run with text."""
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{text}</w:t></w:r>'


def parts_of(file: bytes) -> dict[str, bytes]:
    """The parts of a file: XML in its canonical form."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        found = {name: package.read(name) for name in package.namelist()}
    return {name: canonical(data) if name.endswith((".xml", ".rels")) else data for name, data in found.items()}


def part(file: bytes, name: str = "document") -> str:
    """A part of a file, as text."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.read(f"word/{name}.xml").decode()


def read(file: bytes) -> Document:
    """The document that the filter reads."""
    return DocxFilter().read(file, Path("a.docx"))


def shown(file: bytes) -> list[str]:
    """What the filter reads, with its codes."""
    return [paragraph.source.shown() for paragraph in read(file).paragraphs]


def written(file: bytes, *targets: str | None) -> bytes:
    """A file with these targets (with codes as `Inline.shown` writes them; None: left out) for its first paragraphs."""
    document = read(file)
    words: dict[str, Inline] = {}
    for number, (key, paragraph) in enumerate(zip(document.ids, document.paragraphs, strict=True)):
        target = targets[number] if number < len(targets) else paragraph.source.shown()
        if target is not None:
            words[key] = Inline.parsed(target)
    return DocxFilter().write(document, words)


BOLD = "<w:b/>"


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def field(instruction: str, result: str) -> str:
    marks = [run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")]
    return f"{marks[0]}{run(f'<w:instrText>{instruction}</w:instrText>')}{marks[1]}{result}{marks[2]}"
