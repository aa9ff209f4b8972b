"""Other words put into a page: every stretch that changes is cut out and written anew, and nothing else is touched."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Target
from workbench.formats.html.fields import Field, language_rewritten, tag_rewritten, tags_rewritten, value_like
from workbench.formats.html.items import Item
from workbench.formats.html.kinds import is_neutral
from workbench.formats.html.merging import Found
from workbench.formats.html.reading import Reading
from workbench.formats.html.runs import Run
from workbench.formats.html.texts import escaped, html_of
from workbench.formats.html.tokens import attributes
from workbench.formats.html.tree import BLOCKS, Element, Event
from workbench.formats.languages import English
from workbench.formats.markup import Markup
from workbench.text.inline import Inline

_POST_OPENS = re.compile(r"<!--\s*wp:[^>]*?(?<!/)-->\s*\Z")
_POST_CLOSES = re.compile(r"\s*<!--\s*/wp:[^>]*?-->")
_MOVED_ID = re.compile(r"""(?<!\s)\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
_WITHIN = 2_000
_GOES = frozenset(("p", "li", "div", "figcaption", "blockquote", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Elements that go with their paragraph."""


class Splice(NamedTuple):
    """What stands in the place of `text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Writing:
    """One page and what its paragraphs have become: for each of its own, the paragraphs that stand there now.

    `is_page`: it says of what language it is, as no part of an export does.
    """

    reading: Reading
    now: Mapping[str, Sequence[tuple[Paragraph, Inline | None]]]
    language: English
    is_page: bool = True
    splices: list[Splice] = field(default_factory=list)
    said: dict[str, str | None] = field(default_factory=dict)

    def parts(self) -> Iterator[tuple[str, bool]]:
        """The page in stretches, each with whether it is new."""
        self._say()
        for one in self.reading.found:
            if one.run is not None:
                self._put(one, one.run)
        self._put_fields()
        text, at = self.reading.page.text, 0
        for splice in sorted(self.splices, key=_order):
            if splice.start < at:
                continue
            yield text[at : splice.start], False
            yield splice.text, True
            at = splice.end
        yield text[at:], False

    def _say(self) -> None:
        for one in self.reading.found:
            if one.fields:
                there = self.now.get(one.paragraph.place, ())
                words = there[0][1] if there else one.paragraph.source
                changed = words is None or words.text != one.paragraph.text
                self.said[one.paragraph.text] = None if words is None else words.text if changed else one.paragraph.text

    def _put(self, one: Found, run: Run) -> None:
        there = self.now.get(one.paragraph.place, ())
        kept = [(paragraph, words) for paragraph, words in there if words is not None]
        if not kept:
            self._leave_out(run)
            return
        if len(kept) == 1 and kept[0][1] == one.paragraph.source:
            return
        number = 1
        if run.element.name == "li":
            number = max(1, sum(paragraph.part != "inserted" for paragraph, _ in kept))
        written = [self._html(paragraph, words) for paragraph, words in kept[:number]]
        written[0] += "".join(self._tags(one.first) for one in lost_images(kept))
        self.splices.append(Splice(run.start, run.end, self._break(2).join(written)))
        if kept[number:]:
            self._put_behind(run, kept[number:])

    def _put_behind(self, run: Run, more: Iterable[tuple[Paragraph, Inline]]) -> None:
        """New elements behind that of a paragraph."""
        text, element = self.reading.page.text, run.element
        start, end = self._around(element)
        opens, closes = text[start : element.tag[0]], text[_end(element) : end]
        written = []
        for paragraph, words in more:
            tag = _MOVED_ID.sub("", text[slice(*element.tag)])
            name = element.name
            if paragraph.part == "inserted" and name not in ("p", "div", "li"):
                tag, name = "<p>", "p"
                opens, closes = _POST_OPENS.sub("<!-- wp:paragraph -->\n", opens), opens and "\n<!-- /wp:paragraph -->"
            space = "\n\n" if opens else "\n"
            written.append(f"{space}{opens}{tag}{self._html(paragraph, words)}</{name}>{closes}")
        self.splices.append(Splice(end, end, "".join(written)))

    def _leave_out(self, run: Run) -> None:
        """The paragraph goes, with its element where nothing else is in it, and tags that say nothing around it."""
        element, images = run.element, self._kept_images(run)
        beside = [item for item in run.around if item not in run.items and item.kind != "text"]
        if images:
            self.splices.append(Splice(run.start, run.end, "".join(map(self._tags, images))))
        elif element.name in _GOES and self._holds_only(element, run):
            self.splices.append(Splice(*self._around(element), ""))
        elif all(map(_is_neutral, beside)):
            tags = [*beside, *run.items]
            self.splices.append(Splice(min(item.start for item in tags), max(item.end for item in tags), ""))
        else:
            self.splices.append(Splice(run.start, run.end, ""))

    def _kept_images(self, run: Run) -> list[str]:
        """The images of a paragraph that goes; not those that went along where it was joined to another."""
        text, moved = self.reading.page.text, self._moved()
        there = (text[item.start : item.end] for item in run.items if _is_image(item))
        return [image for image in there if image not in moved]

    def _moved(self) -> str:
        """The tags that went along where paragraphs were made one."""
        joined = (paragraph for there in self.now.values() for paragraph, _ in there if paragraph.joints)
        return " ".join(one.first for paragraph in joined for one in paragraph.markup)

    def _holds_only(self, element: Element, run: Run) -> bool:
        """Whether an element has a paragraph in it, tags that say nothing, and no more."""
        text = self.reading.page.text
        if not element.tag[1] or self.reading.blocks & _holders(element) or not self._stands_apart(element):
            return False
        rest = text[element.tag[1] : run.start] + text[run.end : element.close[0]]
        names = re.findall(r"</?([A-Za-z][\w-]*)", rest)
        said = re.sub(r"</?[A-Za-z!?][^>]*>", "", rest).strip()
        return not said and all(is_neutral(Element(name, "", (0, 0), None, 0)) for name in names)

    def _stands_apart(self, element: Element) -> bool:
        """Whether no link or bold begins before an element, or ends behind it, that goes on beyond it by mistake."""
        events = self.reading.page.events
        before = (events[place] for place in range(element.opened - 1, -1, -1))
        behind = (events[place] for place in range(element.closed + 1, len(events)))
        beside = [next((one for one in events if self._is_seen(one)), None) for events in (before, behind)]
        return not any(
            one is not None
            and one.kind != "text"
            and one.element.name not in BLOCKS
            and one.element not in element.above
            for one in beside
        )

    def _is_seen(self, event: Event) -> bool:
        text = self.reading.page.text[event.start : event.end]
        return event.kind != "comment" and bool(text.strip())

    def _around(self, element: Element) -> tuple[int, int]:
        """An element with the comments that make it a block of WordPress."""
        text, (start, end) = self.reading.page.text, (element.tag[0], _end(element))
        behind_comment = text[max(0, start - 20) : start].rstrip().endswith("-->")
        opens = _POST_OPENS.search(text, max(0, start - _WITHIN), start) if behind_comment else None
        closes = _POST_CLOSES.match(text, end)
        return (opens.start(), closes.end()) if opens and closes else (start, end)

    def _html(self, paragraph: Paragraph, words: Inline) -> str:
        return html_of(words, paragraph.markup, self._tags, self._break(1))

    def _tags(self, raw: str) -> str:
        return tags_rewritten(raw, self.said, self.language, xml=self.reading.page.xml)

    def _break(self, times: int) -> str:
        page = self.reading.page
        return ("<br />" if page.xml or "<br />" in page.text else "<br>") * times

    def _put_fields(self) -> None:
        text = self.reading.page.text
        tags: dict[tuple[int, int], list[Field]] = {}
        for one in self.reading.found:
            for there in one.fields:
                tags.setdefault((there.start, there.end), []).append(there)
        for (start, end), fields in tags.items():
            tag = self._field(text[start:end], fields)
            if tag != text[start:end]:
                self.splices.append(Splice(start, end, tag))
        if self.is_page:
            self._put_language(tags.keys())

    def _field(self, was: str, fields: Sequence[Field]) -> str:
        one = fields[0]
        words = self.said.get(one.text, one.text)
        if one.element.name == "title":
            if words is None:
                return ""
            return was if words == one.text else escaped(" ".join(words.split()) + one.rest)
        if one.element.name == "meta":
            return self._meta(was, one, words)
        said = {there.text: self.said.get(there.text, there.text) for there in fields}
        return tag_rewritten(was, one.element.name, said, self.language)

    def _meta(self, was: str, one: Field, words: str | None) -> str:
        if words is None:
            return ""
        content = next(there for there in attributes(was) if there.name == "content")
        if words == one.text:
            return was
        value = value_like(was[content.start : content.end], words + one.rest)
        return f"{was[: content.start]}{value}{was[content.end :]}"

    def _put_language(self, done: Iterable[tuple[int, int]]) -> None:
        """The language of the page, and of what in its paragraphs, or around them, says that it is German."""
        text, there = self.reading.page.text, set(done)
        starts = sorted(one.run.start for one in self.reading.found if one.run)
        ends = sorted(one.run.end for one in self.reading.found if one.run)
        for element in self.reading.page.elements:
            if element.tag in there:
                continue
            if element.name not in ("html", "meta"):
                if not element.attributes.keys() & {"lang", "xml:lang"}:
                    continue
                if bisect_left(starts, _end(element)) <= bisect_left(ends, element.tag[0]):
                    continue
            tag = text[slice(*element.tag)]
            new = language_rewritten(element, tag, self.language)
            if new != tag:
                self.splices.append(Splice(*element.tag, new))


def _holders(element: Element) -> frozenset[Element]:
    """The block that an element stands in, and the links, bold and the like of that block around it: would nothing but
    loose text of them be left, they were codes of it."""
    around = []
    for one in (element.parent or element).above:
        around.append(one)
        if one.name in BLOCKS:
            break
    return frozenset(around)


def _order(splice: Splice) -> tuple[int, int, int]:
    """In their order; what is put in comes before what goes, and a whole paragraph before a tag at its beginning."""
    return splice.start, splice.start < splice.end, -splice.end


def _end(element: Element) -> int:
    return max(element.close[1], element.tag[1])


def _is_image(item: Item) -> bool:
    return item.element is not None and item.element.name == "img"


def _is_neutral(item: Item) -> bool:
    return item.element is not None and is_neutral(item.element)


def lost_images(kept: Sequence[tuple[Paragraph, Inline | None]]) -> list[Markup]:
    """The images of a paragraph, or of its parts, that none of the words have: they stay, behind the text."""
    there = {code.id for _, words in kept if words is not None for code in words.codes}
    return [one for one in kept[0][0].markup if one.role == "image" and one.id not in there] if kept else []


def words_by_place(document: Document, target: Target) -> dict[str, list[tuple[Paragraph, Inline | None]]]:
    """What stands at each place of the page: the paragraphs of a document that begin there, with their words; one of
    the translator's own stands with the one before it."""
    found: dict[str, list[tuple[Paragraph, Inline | None]]] = {}
    place = ""
    for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
        place = paragraph.place or place
        found.setdefault(place, []).append((paragraph, target.get(key)))
    return found
