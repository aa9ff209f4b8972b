"""A paragraph of a page without its tags, and with other words between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace

from workbench.formats.html.items import Item, is_note
from workbench.formats.html.kinds import address_of, role_of, says_nothing
from workbench.formats.html.runs import Run
from workbench.formats.html.tree import Element
from workbench.formats.markup import Markup, nested, of_its_kind
from workbench.text.clean import clean, clean_line
from workbench.text.inline import Code, Inline
from workbench.text.references import referred

LINE_BREAK = re.compile(r"(?<!\s)\s*\n\s*")
_TWO_BREAKS = re.compile(r"(<br\b[^>]*>\s*)(?=<br\b)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_TEXT: dict[str, str | int | None] = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(slots=True)
class _Text:
    """What has been read of a paragraph."""

    page: str
    text: str = ""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spaced: bool = True
    apart: bool = False
    codes: list[Code] = field(default_factory=list)
    markup: dict[str, Markup] = field(default_factory=dict)
    opened: dict[int, str] = field(default_factory=dict)

    def words(self, text: str) -> None:
        shown = _BLANKS.sub(" ", text)
        if self.apart and not self.spaced and self.parts and (shown[:1].isupper() or shown[:1].isdigit()):
            shown = f" {shown}" if self.parts[-1][-1].isalnum() else shown
        self.apart = False
        if self.spaced and shown.startswith(" "):
            self._keep_space()
            shown = shown[1:]
        if shown:
            self.parts.append(shown)
            self.length += len(shown)
            self.spaced = shown.endswith(" ")

    def _keep_space(self) -> None:
        """The blank behind an image that has one before it, too: the text keeps one, the image the other."""
        last = self.codes[-1] if self.codes else None
        if last and last.kind == "alone" and last.at == self.length > 0:
            one = self.markup[last.id]
            if one.role != "break" and not one.first.endswith(" "):
                self.markup[last.id] = replace(one, first=one.first + " ")

    def alone(self, item: Item) -> None:
        raw, element = self.page[item.start : item.end], item.element
        if element is not None and element.name == "wbr":
            return
        number = str(len(self.markup) + 1)
        if is_note(self.page, item):
            one = Markup(number, "note", raw, address=address_of(element) if element else "")
        elif element is not None:
            one = Markup(number, role_of(element), raw, address=address_of(element))
        else:
            one = Markup(number, "break" if raw.isspace() else "other", raw)
        self.markup[number] = one
        self.codes.append(Code(self.length, number, "alone"))
        if one.role == "break":
            self.words(" ")

    def open(self, item: Item) -> None:
        element = item.element
        if element is None or says_nothing(element):
            return
        self.apart = _is_set_apart(element)
        number = str(len(self.markup) + 1)
        last = self.page[slice(*element.close)] or f"</{element.name}>"
        self.markup[number] = Markup(
            number, role_of(element), self.page[item.start : item.end], last, address_of(element)
        )
        self.opened[id(element)] = number
        self.codes.append(Code(self.length, number, "open"))

    def close(self, item: Item) -> None:
        self.apart = self.apart or (item.element is not None and _is_set_apart(item.element))
        number = self.opened.pop(id(item.element), "")
        if number:
            self.codes.append(Code(self.length, number, "close"))


def _is_set_apart(element: Element) -> bool:
    """Whether a style sheet sets an element apart, so that no word goes on from its neighbours into it."""
    return element.name in ("small", "span", "time") and "class" in element.attributes


def text_of(page: str, run: Run) -> tuple[Inline, tuple[Markup, ...]]:
    """The text of a paragraph with its codes, and what these are in the page."""
    read = _Text(page)
    for item in run.items:
        if item.kind == "text":
            read.words(clean(referred(page[item.start : item.end])))
        elif item.kind == "alone":
            read.alone(item)
        elif item.kind == "open":
            read.open(item)
        else:
            read.close(item)
    text = "".join(read.parts).rstrip()
    codes = [Code(min(code.at, len(text)), code.id, code.kind) for code in read.codes]
    whole = Inline(text, tuple(codes))
    plain = clean_line(text)
    return (whole if plain == text else whole.carried(plain)), tuple(read.markup.values())


def with_own_codes(target: Inline, markup: Collection[Markup]) -> Inline:
    """A text with the codes that a page can have: its own, in pairs where they are pairs, none across another."""
    alone = {one.id for one in markup if not one.last}
    return nested(of_its_kind(target, alone.__contains__), markup)


def html_of(target: Inline, markup: Iterable[Markup], rewritten: Callable[[str], str], line_break: str) -> str:
    """A paragraph with other words as the page writes it.

    `rewritten`: what a tag becomes, whose language or alternative text is another one now.
    """
    known = {one.id: one for one in markup}
    written = []
    broken = False
    for part in with_own_codes(target, known.values()):
        if isinstance(part, str):
            written.append(LINE_BREAK.sub(line_break, escaped(part[1:] if broken and part[0] == " " else part)))
        else:
            one = known[part.id]
            written.append(one.last if part.kind == "close" else rewritten(one.first))
        broken = not isinstance(part, str) and known[part.id].role == "break"
    # Two line breaks would end the paragraph, were nothing between them.
    return _TWO_BREAKS.sub(r"\1&#8203;", "".join(written))


def escaped(text: str) -> str:
    """A text as it stands between tags."""
    return text.translate(str.maketrans(_TEXT))
