"""XML as it stands in its file: elements with their places, so that a change leaves every other character as it is.

What is read here has been parsed before (`safe_xml.parsed`), so it is known to be well-formed and to declare nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from workbench.formats.exact_text import exactly
from workbench.formats.safe_xml import parsed
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|</[^>]*>"
    r"|<(?P<name>[^\s/>!?]+)(?P<attributes>(?:\s+[^\s=>/]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(?P<empty>/?)>|(?P<text>[^<]+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"(?<!\s)\s+([^\s=]++)\s*=\s*(\"[^\"]*\"|'[^']*')")
_REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_EMBEDDED = re.compile(rb">[A-Za-z0-9+/=\s]{100000,}<")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags; `text` is what they say, `start` and `end` where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Other:
    """A comment or a processing instruction."""

    start: int
    end: int


@dataclass(slots=True)
class Element:
    """An element: `name` without its prefix, `space` its namespace; it stands at `[start:end]`, its content at
    `[inside:close]`. `attributes` are by name, `{namespace}name` where they have one.
    """

    name: str
    space: str
    start: int
    inside: int
    attributes: dict[str, str]
    spaces: Mapping[str, str] = field(repr=False)
    close: int = 0
    end: int = 0
    children: list[Element | Text | Other] = field(default_factory=list, repr=False)

    @property
    def elements(self) -> Iterator[Element]:
        """The elements directly in it."""
        return (child for child in self.children if isinstance(child, Element))

    def all(self) -> Iterator[Element]:
        """It, and all elements in it, in order."""
        yield self
        for child in self.elements:
            yield from child.all()

    def first(self, name: str) -> Element | None:
        """The first element of that name, and of its own namespace, directly in it."""
        return next((one for one in self.elements if one.name == name and one.space == self.space), None)

    @property
    def text(self) -> str:
        """All characters in it."""
        return "".join(child.text for child in self.children if not isinstance(child, Other))


@dataclass(frozen=True, slots=True)
class File:
    """An XML file as text, its root element, and how it is encoded."""

    text: str
    root: Element
    encoding: str

    def raw(self, start: int, end: int) -> str:
        """What stands there, as it is written."""
        return self.text[start:end]

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> bytes:
        """The file with other characters in some places, which do not overlap; those at one place in their order."""
        parts, at = [], 0
        for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
            parts += [self.text[at:start], new]
            at = end
        text = "".join([*parts, self.text[at:]])
        return text.encode(self.encoding, "xmlcharrefreplace")


def read_file(data: bytes, where: Path) -> File:
    """The XML file in these bytes. Raises WorkbenchError for what is damaged, dangerous, or of an odd encoding."""
    parsed(_EMBEDDED.sub(b"><", data), where)
    encoding = encoding_of(data)
    text = exactly(data, encoding)
    if text is None:
        raise WorkbenchError(unkept(encoding, where))
    return File(text, tree_of(text, where), encoding)


def unkept(encoding: str, where: Path) -> Problem:
    """What is told of a file that is not in the encoding that it says, or in one that is not known here."""
    what = f"is in an encoding that cannot be kept ({clean_line(encoding)[:40]})"
    return Problem(where, what, "save it as UTF-8 in the program that made it")


def encoding_of(data: bytes) -> str:
    """The encoding that a file says it is in; `data`: its beginning."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    declared = _DECLARED.match(data)
    return declared[1].decode().lower() if declared else "utf-8"


def tree_of(text: str, where: Path) -> Element:
    """The root element of a text that is well-formed XML. Raises WorkbenchError for what cannot be edited."""
    top = Element("", "", 0, 0, {}, {"xml": XML, "": ""})
    open_ones = [top]
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            what = "has XML in it that cannot be edited in its place"
            raise WorkbenchError(Problem(where, what, "open it in the program that made it and save it again"))
        at = found.end()
        _take(found, open_ones)
    return next(top.elements)


def _take(found: re.Match[str], open_ones: list[Element]) -> None:
    (start, end), inside = found.span(), open_ones[-1]
    if found["name"]:
        element = _element(found, inside.spaces)
        inside.children.append(element)
        if not found["empty"]:
            open_ones.append(element)
    elif found["text"] is not None or found["cdata"] is not None:
        said = unescaped(found["text"]) if found["cdata"] is None else found["cdata"]
        inside.children.append(Text(start, end, said))
    elif found[0].startswith("</"):
        inside.close, inside.end = start, end
        open_ones.pop()
    else:
        inside.children.append(Other(start, end))


def _element(found: re.Match[str], spaces: Mapping[str, str]) -> Element:
    said = {name: unescaped(value[1:-1]) for name, value in _ATTRIBUTE.findall(found["attributes"])}
    declared = {name[6:]: value for name, value in said.items() if name.startswith("xmlns:")}
    if "xmlns" in said:
        declared[""] = said["xmlns"]
    spaces = {**spaces, **declared} if declared else spaces
    prefix, _, name = found["name"].rpartition(":")
    attributes = {}
    for key, value in said.items():
        of, _, local = key.rpartition(":")
        attributes[f"{{{spaces.get(of, of)}}}{local}" if of else local] = value
    end = found.end()
    return Element(name, spaces.get(prefix, ""), found.start(), end, attributes, spaces, close=end, end=end)


def unescaped(text: str) -> str:
    """What characters of an XML file say."""
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    digits, base = (found[1], 10) if found[1] else (found[2], 16)
    number = int(digits, base) if len(digits.lstrip("0")) < 8 else 0x110000
    return chr(number) if number < 0x110000 else "\ufffd"


def escaped(text: str) -> str:
    """A text as an XML file writes it, without what no XML file can have."""
    return escape(_NOT_XML.sub("", text))


def tag_edit(file: File, element: Element, changes: Mapping[str, str | None]) -> Iterator[tuple[int, int, str]]:
    """The edit of an element's start tag that gives it other attributes (see `with_attributes`), if there is any."""
    made = with_attributes(file, element, changes)
    if made != file.raw(element.start, element.inside):
        yield element.start, element.inside, made


def with_attributes(file: File, element: Element, changes: Mapping[str, str | None]) -> str:
    """An element's start tag with other attributes, in their order; None takes one away.

    Names are as in `Element.attributes`; one whose namespace has no prefix there is left out.
    """
    tag = file.raw(element.start, element.inside)
    for key, value in changes.items():
        if element.attributes.get(key) != value:
            tag = _with_attribute(tag, _written_name(key, element), value)
    return tag


def _written_name(key: str, element: Element) -> str:
    space, _, name = key[1:].rpartition("}") if key.startswith("{") else ("", "", key)
    if not space:
        return name
    prefix = next((prefix for prefix, uri in element.spaces.items() if uri == space and prefix), "")
    return f"{prefix}:{name}" if prefix else ""


def _with_attribute(tag: str, name: str, value: str | None) -> str:
    if not name:
        return tag
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name:
            if value is None:
                return tag[: found.start()] + tag[found.end() :]
            start, end = found.span(2)
            return tag[:start] + quoteattr(value) + tag[end:]
    if value is None:
        return tag
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    lead = tag[:end]
    return f"{lead.rstrip()} {name}={quoteattr(value)}{lead[len(lead.rstrip()) :]}{tag[end:]}"


def named(file: File, like: Element, name: str) -> str:
    """The beginning of a tag of that name with the prefix that another has."""
    raw = file.raw(like.start + 1, like.inside).split(None, 1)[0].rstrip("/>")
    prefix, colon, _ = raw.rpartition(":")
    return f"<{prefix}{colon}{name}"


def indent(file: File, element: Element) -> str:
    """The white space before an element, where it begins a line."""
    before = file.text[max(0, element.start - 200) : element.start]
    space = before[len(before.rstrip()) :]
    return space if "\n" in space else ""
