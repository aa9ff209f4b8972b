"""The filter for WordPress exports (WXR): title, excerpt and text of a post; blocks and shortcodes stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Target
from workbench.formats.html.characters import Characters, characters_in
from workbench.formats.html.fields import is_german
from workbench.formats.html.merging import Found
from workbench.formats.html.reading import Reading, reading_of
from workbench.formats.html.returned import paragraphs_in
from workbench.formats.html.runs import Post
from workbench.formats.html.writing import Writing, words_by_place
from workbench.formats.languages import BRITISH, English
from workbench.formats.markup import Block
from workbench.formats.roles import Role
from workbench.formats.safe_xml import parsed
from workbench.problem import Problem, WorkbenchError
from workbench.text.references import referred

_MARK = re.compile(
    r"<!--.*?-->|<\?.*?\?>|(?P<cdata><!\[CDATA\[.*?\]\]>)|<(?P<close>/?)(?P<name>[\w:.-]+)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>",
    re.DOTALL,
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_FIELDS = ("title", "excerpt:encoded", "content:encoded")
_ROLES: dict[str, Role] = {"title": "headline", "excerpt:encoded": "teaser"}
_NO_POSTS = frozenset(["attachment", "nav_menu_item", "custom_css", "wp_global_styles", "wp_navigation", "revision"])


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of a post: `file[start:end]` as it stands there."""

    name: str
    start: int
    end: int
    written: str

    @property
    def text(self) -> str:
        """The text itself."""
        if "<![CDATA[" not in self.written:
            return referred(self.written)
        return "".join(_CDATA.findall(self.written))

    @property
    def post(self) -> Post:
        """What a post it is."""
        if self.name != "content:encoded" or "<!-- wp:" in self.written or "&lt;!-- wp:" in self.written:
            return "blocks"
        return "classic"

    def with_text(self, text: str) -> str:
        """Another text in its place."""
        if text == self.text:
            return self.written
        if self.name == "title" and "&amp;" not in self.text:
            text = text.replace("&amp;", "&")  # as WordPress keeps titles
        if "<![CDATA[" not in self.written:
            return escape(text, quote=False)
        safe = text.replace("]]>", "]]]]><![CDATA[>")
        return f"<![CDATA[{safe}]]>"


class WordPressFilter:
    """Reads and writes a WordPress export of a post, or of some."""

    suffixes = (".xml",)
    largest = 30_000_000

    def read(self, data: bytes, where: Path) -> Document:
        """The posts in an export. Raises WorkbenchError for XML that is damaged, or is none."""
        characters, parts = _parts(data, where)
        paragraphs: list[Paragraph] = []
        for reading in _readings(parts, where):
            paragraphs += [one.paragraph for one in reading.found]
        told = tuple(replace(one, before="\n\n" if number else "") for number, one in enumerate(paragraphs))
        return Document(where.name, told, "\n", tuple(filter(None, (characters.remark,))), original=data)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The export with other words in its posts."""
        characters, parts = _parts(document.original, Path(document.name))
        now = words_by_place(document, target)
        readings = _readings(parts, Path(document.name))
        made = [
            (part, part.with_text("".join(text for text, _ in Writing(reading, now, language, is_page=False).parts())))
            for part, reading in zip(parts, readings, strict=True)
        ]
        return characters.written(_with_parts(characters.text, made, language))

    def read_back(self, data: bytes, where: Path, document: Document, target: Target) -> Document:
        """What an export that was written says."""
        _, parts = _parts(document.original, where)
        _, written = _parts(data, where)
        now = words_by_place(document, target)
        paragraphs: list[Paragraph] = []
        for part, new, reading in zip(parts, written, _readings(parts, where), strict=True):
            paragraphs += paragraphs_in(reading.page, reading.found, now, new.text, where, part.post)
        return replace(document, paragraphs=tuple(paragraphs), original=data)


def _with_parts(text: str, made: list[tuple[_Part, str]], english: English) -> Iterator[tuple[str, bool]]:
    language = re.search(r"<language>([^<]*)</language>", text)
    at = 0
    if language and is_german(language[1]):
        made = [*made, (_Part("language", language.start(1), language.end(1), ""), english)]
    for part, new in sorted(made, key=lambda one: one[0].start):
        yield text[at : part.start], False
        yield new, new != part.written
        at = part.end
    yield text[at:], False


def _readings(parts: list[_Part], where: Path) -> list[Reading]:
    found = []
    for number, part in enumerate(parts):
        reading = reading_of(part.text, where, post=part.post, whole=True)
        found.append(replace(reading, found=tuple(_placed(one, part, number) for one in reading.found)))
    return found


def _placed(one: Found, part: _Part, number: int) -> Found:
    paragraph = replace(one.paragraph, place=f"{number}:{one.paragraph.place}")
    if part.name in _ROLES:
        block = Block("heading", 1) if part.name == "title" else paragraph.block
        paragraph = replace(paragraph, role=_ROLES[part.name], block=block, fixed="it is a field of the post")
    return replace(one, paragraph=paragraph)


def _parts(data: bytes, where: Path) -> tuple[Characters, list[_Part]]:
    """The texts of the posts, in the order in which they are read: title, excerpt, text."""
    root = parsed(data, where)
    if root.tag != "rss" or not any("wordpress.org/export" in str(one) for one in root.nsmap.values()):
        what = "is no WordPress export, and no other XML is read here"
        raise WorkbenchError(Problem(where, what, "save the text in one of the formats that are read"))
    characters = characters_in(data, where)
    found: list[_Part] = []
    for item in _items(characters.text):
        kind = next((one.text for one in item if one.name == "wp:post_type"), "post")
        if kind.strip() not in _NO_POSTS:
            found += sorted((one for one in item if one.name in _FIELDS), key=lambda one: _FIELDS.index(one.name))
    return characters, found


def _items(text: str) -> Iterator[list[_Part]]:
    """The fields of each post."""
    path: list[tuple[str, int]] = []
    item: list[_Part] = []
    for mark in _MARK.finditer(text):
        name = mark["name"]
        if name is None or mark[0].endswith("/>"):
            continue
        if not mark["close"]:
            path.append((name, mark.end()))
            continue
        start = path.pop()[1] if path else 0
        if name == "item":
            yield item
            item = []
        elif path and path[-1][0] == "item":
            item.append(_Part(name, start, mark.start(), text[start : mark.start()]))
