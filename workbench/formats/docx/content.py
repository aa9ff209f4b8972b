"""The text of a paragraph with its codes, and what each code is in the file.

Word cuts runs anywhere. What has the same formatting in effect is one stretch; what differs from the formatting of most
letters around it (of the paragraph, of its link) is a pair of codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from workbench.formats.docx.differences import (
    Difference,
    by_ids,
    difference_of,
    later_differences,
    loosen_blanks,
    pair_of,
    scope_of,
    seen_in_blanks,
    together,
)  # fmt: skip
from workbench.formats.docx.leaves import OWN_MARKS, Around, Leaf, Piece, Wrapper, leaves_of
from workbench.formats.docx.names import PPR, SDT, SDT_PR, T, val, w
from workbench.formats.docx.staying import has_word
from workbench.formats.docx.styles import Format, Styles
from workbench.formats.markup import CodeRole, Markup
from workbench.text.clean import clean, clean_line
from workbench.text.inline import Code, Inline

_BLANKS = re.compile(r"[ \t\n]{2,}|[\t\n]")
_NONE: Difference = frozenset()
_MONOSPACED = ("courier", "consolas", "mono", "menlo", "monaco", "lucida console")


@dataclass(frozen=True, slots=True)
class Formatting:
    """A pair of codes that is formatting: its `w:rPr`, and that of the text around it (None for none)."""

    properties: Any
    base: Any


Template = Formatting | Wrapper | Leaf
"""What a code is in the file: a pair is formatting or lies around something, one alone is a leaf."""

START, END = "start", "end"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is no code and stays, after or before a code (`3`, `/3`), the `start` or the `end`."""

    at: str
    after: bool
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Content:
    """A paragraph as it was read.

    `base`: the `w:rPr` of what stands in no formatting, by what lies around it. `outer`: the content control around all
    of it, if there is one. `lead`: a blank between a note's own number and its text. `hidden`: whether some text of it
    is not shown. `fields`: the kinds of the fields in it that show words.
    """

    paragraph: Any
    inline: Inline
    markup: tuple[Markup, ...]
    templates: dict[str, Template]
    marks: list[Mark]
    base: dict[Wrapper | None, Any]
    outer: Any = None
    lead: str = ""
    hidden: bool = False
    fields: Sequence[str] = ()

    @property
    def is_bound(self) -> bool:
        """Whether a content control in it is filled from data elsewhere in the file."""
        controls = [one.element for one in self.templates.values() if isinstance(one, Wrapper)]
        return any(
            control is not None and control.find(f"{SDT_PR}/{w('dataBinding')}") is not None
            for control in (*controls, self.outer)
        )


def content_of(paragraph: Any, styles: Styles, around: Around) -> Content:
    """Read a paragraph."""
    leaves = leaves_of(paragraph, around)
    style = val(paragraph.find(PPR), "pStyle") or ""
    hidden = _dress(leaves, styles, style)
    leaves = together(leaves)
    fields = [
        leaf.label.removeprefix("field ") for leaf in leaves if leaf.label.startswith("field ") and _has_words(leaf)
    ]
    outer = _without_outer(leaves)
    _keep_edges(leaves)
    if not any(leaf.kind == "text" and (leaf.text[:1].isalnum() or clean_line(leaf.text)) for leaf in leaves):
        return Content(paragraph, Inline(""), (), {}, _all_marks(leaves), {}, outer, hidden=hidden, fields=fields)
    reading = _Reading(style, styles)
    reading.take(leaves)
    content = reading.content(paragraph)
    content.outer, content.lead, content.hidden, content.fields = outer, _lead(leaves), hidden, fields
    return content


def _dress(leaves: Iterable[Leaf], styles: Styles, style: str) -> bool:
    """Tell of each text what it looks like, and make marks of what the document does not show; if it has any."""
    hidden = False
    for leaf in leaves:
        if leaf.kind == "text":
            leaf.format = styles.format(style, leaf.properties)
            if ("vanish", True) in leaf.format:
                leaf.kind, hidden = "mark", True
    return hidden


def _without_outer(leaves: Sequence[Leaf]) -> Any:
    """The content control around everything in a paragraph, which is no code then."""
    outer: Wrapper | None = None
    shown = [leaf for leaf in leaves if leaf.kind != "mark"]
    while shown and shown[0].around:
        first = shown[0].around[0]
        if first.element is None or first.element.tag != SDT or any(leaf.around[:1] != (first,) for leaf in shown):
            break
        outer = first
        for leaf in leaves:
            leaf.around = leaf.around[1:] if leaf.around[:1] == (first,) else leaf.around
    return None if outer is None else outer.element


def _keep_edges(leaves: Sequence[Leaf]) -> None:
    """Make marks of the tabs and breaks before and after all words: they are layout."""
    for row, starts in ((leaves, True), (leaves[::-1], False)):
        for leaf in row:
            if leaf.kind != "mark" and not leaf.spaced and (leaf.kind == "alone" or leaf.text.strip()):
                break
            if leaf.spaced and leaf.kind == "alone" and not leaf.around and not leaf.code:
                leaf.kind, leaf.edge = "mark", START if starts else END


def _has_words(field: Leaf) -> bool:
    return any(has_word(text.text) for _, element in field.pieces for text in element.iter(T))


def _lead(leaves: Iterable[Leaf]) -> str:
    numbered = False
    for leaf in leaves:
        if leaf.kind != "mark":
            return " " if numbered and leaf.text[:1].isspace() else ""
        numbered = numbered or leaf.pieces[0][1].tag in OWN_MARKS
    return ""


def _all_marks(leaves: Iterable[Leaf]) -> list[Mark]:
    return [Mark(START, True, leaf.pieces) for leaf in leaves if leaf.kind == "mark"]


@dataclass(slots=True)
class _Open:
    id: str
    difference: Difference
    wrapper: Wrapper | None = None


@dataclass(slots=True)
class _Reading:
    """Reads a paragraph. `marked`: the file itself says what lies in which pair, which may go on into a link."""

    style: str
    styles: Styles
    text: str = ""
    codes: list[Code] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)
    templates: dict[str, Template] = field(default_factory=dict)
    base: dict[Wrapper | None, Any] = field(default_factory=dict)
    formats: dict[Wrapper | None, Format] = field(default_factory=dict)
    order: list[Leaf | str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    blank: bool = False
    marked: bool = False

    def take(self, leaves: Sequence[Leaf]) -> None:
        """Read the leaves one after the other."""
        differences = self._differences(leaves)
        _tell_blanks([leaf for leaf in leaves if leaf.kind != "mark"])
        for leaf, difference, later in zip(leaves, differences, later_differences(leaves, differences), strict=True):
            if leaf.kind == "mark":
                self.order.append(leaf)
                self.blank = self.blank or leaf.spaced
            elif leaf.kind == "alone":
                self._stand(leaf, later)
            elif leaf.text or difference or leaf.around:
                same = self._leave(leaf.around)
                self._trim(difference)
                if leaf.text[:1].isspace() and not seen_in_blanks(difference):
                    self._say(" ")
                self._enter(leaf.around[same:])
                self._format_as(leaf, difference)
                self._say(leaf.text)
        self._close_to(0)

    def content(self, paragraph: Any) -> Content:
        """What was read."""
        text = self.text.rstrip()
        codes = tuple(code if code.at <= len(text) else replace(code, at=len(text)) for code in self.codes)
        inline = Inline(text, codes)
        if (line := clean_line(text)) != text:
            inline = inline.carried(line)
        return Content(paragraph, inline, tuple(self.markup), self.templates, self._marks(), self.base)

    def _differences(self, leaves: Sequence[Leaf]) -> list[Difference]:
        """What of each text differs from the formatting of most letters around it."""
        texts = [leaf for leaf in leaves if leaf.kind == "text"]
        self._weigh([leaf for leaf in texts if not leaf.code])
        if any(leaf.code for leaf in texts):
            self.marked = True
            return by_ids(leaves, [pair_of(leaf) for leaf in leaves])
        differences = [
            difference_of(leaf.format, self.formats[scope_of(leaf)]) if leaf.kind == "text" else _NONE
            for leaf in leaves
        ]
        if any(differences):
            loosen_blanks(leaves, differences)
        return differences

    def _weigh(self, texts: Sequence[Leaf]) -> None:
        """Find the formatting of most letters, for each of what lies around them."""
        weights: dict[Wrapper | None, dict[Format, int]] = {}
        looks: dict[tuple[Wrapper | None, Format], Any] = {}
        for leaf in texts:
            scope, form = scope_of(leaf), leaf.format
            weight = weights.setdefault(scope, {})
            weight[form] = weight.get(form, 0) + len(leaf.text.strip())
            looks.setdefault((scope, form), leaf.properties)
        self.formats = {scope: max(weight, key=weight.__getitem__) for scope, weight in weights.items()}
        self.base = {scope: looks[scope, form] for scope, form in self.formats.items()}

    def _base_format(self, leaf: Leaf) -> Format:
        scope = scope_of(leaf)
        if scope not in self.formats:
            self.formats[scope] = self.styles.format(self.style, None)
        return self.formats[scope]

    def _leave(self, around: tuple[Wrapper, ...]) -> int:
        """Close what lies around and is none of these; how many of these are open."""
        if not self.open and not around:
            return 0
        places = [at for at, one in enumerate(self.open) if one.wrapper]
        wrappers = [self.open[at].wrapper for at in places]
        same = _shared(wrappers, around)
        if same < len(wrappers) and self.marked:
            self._close_to(places[same])
        elif same < len(wrappers) or (same < len(around) and not self.marked):
            self._close_to(places[same - 1] + 1 if same else 0)
        return same

    def _enter(self, around: Iterable[Wrapper]) -> None:
        for wrapper in around:
            self._open(_Open("", frozenset(), wrapper), wrapper.role, wrapper.label, wrapper, wrapper.address)

    def _trim(self, difference: Difference) -> None:
        """Close the formatting that is not part of this."""
        while self.open and not self.open[-1].wrapper and not self.open[-1].difference <= difference:
            self._close_to(len(self.open) - 1)

    def _format_as(self, leaf: Leaf, difference: Difference) -> None:
        formats = [one.difference for one in self.open if self.marked or one is self.open[-1]]
        if difference and difference not in formats[-1:] and (not self.marked or difference not in formats):
            role, label = _role(difference_of(leaf.format, self._base_format(leaf)))
            template = Formatting(leaf.properties, self.base.get(scope_of(leaf)))
            self._open(_Open("", difference), role, label, template)

    def _open(self, one: _Open, role: CodeRole, label: str, template: Template, address: str = "") -> None:
        one.id = str(len(self.markup) + 1)
        self._number(one.id, role, label, template, address)
        self.codes.append(Code(self._at(), one.id, "open"))
        self.order.append(one.id)
        self.open.append(one)

    def _number(self, key: str, role: CodeRole, label: str, template: Template, address: str = "") -> None:
        last = "" if isinstance(template, Leaf) else f"/{label}"
        self.markup.append(Markup(key, role, label, last, address))
        self.templates[key] = template

    def _close_to(self, depth: int) -> None:
        while len(self.open) > depth:
            one = self.open.pop()
            at = len(self.text)
            if self.text.endswith(" ") and self.codes[-1].at < at and not seen_in_blanks(one.difference):
                at -= 1
            self.codes.append(Code(at, one.id, "close"))
            self.order.append(f"/{one.id}")

    def _stand(self, leaf: Leaf, later: Difference) -> None:
        self._trim(later)
        self._enter(leaf.around[self._leave(leaf.around) :])
        at = self._at()
        key = str(len(self.markup) + 1)
        self._number(key, leaf.role, leaf.label, leaf)
        self.codes.append(Code(at, key, "alone"))
        self.order.append(key)
        self.blank = leaf.spaced

    def _at(self) -> int:
        """Where a code stands that comes now: behind the blank of a break before it."""
        self._say("")
        return len(self.text)

    def _say(self, text: str) -> None:
        said = _BLANKS.sub(" ", f" {clean(text)}" if self.blank else clean(text))
        self.blank = False
        if said.startswith(" ") and (not self.text or self.text.endswith(" ")):
            said = said[1:]
        self.text += said

    def _marks(self) -> list[Mark]:
        """The marks with the codes that they stay at."""
        found: list[Mark] = []
        ends = [END] * len(self.order)
        key = END
        for at in range(len(self.order) - 1, -1, -1):
            one = self.order[at]
            key = key if isinstance(one, Leaf) else one
            ends[at] = key
        key = START
        for at, one in enumerate(self.order):
            if isinstance(one, Leaf) and one.edge:
                found.append(Mark(one.edge, one.edge == START, one.pieces))
            elif isinstance(one, Leaf):
                found.append(Mark(key, True, one.pieces) if one.starts else Mark(ends[at], False, one.pieces))
            else:
                key = one
        return found


@lru_cache(maxsize=256)
def _role(difference: Difference) -> tuple[CodeRole, str]:
    on = {name for name, value in difference if value}
    fonts = " ".join(str(value).lower() for name, value in difference if name == "rFonts")
    if on & {"strike", "dstrike"}:
        return "strike", "strike"
    if any(font in fonts for font in _MONOSPACED):
        return "code", "code"
    if "b" in on:
        return "bold", "bold"
    return ("italic", "italic") if "i" in on else ("other", ", ".join(sorted(name for name, _ in difference)))


def _shared(some: Sequence[Wrapper | None], others: Sequence[Wrapper]) -> int:
    """How many two rows have in common at their beginning."""
    same = 0
    while same < min(len(some), len(others)) and some[same] is others[same]:
        same += 1
    return same


def _tell_blanks(leaves: Sequence[Leaf]) -> None:
    """Tell of what stands alone whether blanks part it from the words before and after it: a text has only one."""
    for before, leaf in pairwise(leaves):
        leaf.parted_before = before.kind == "text" and before.text[-1:].isspace()
    for leaf, after in pairwise(leaves):
        leaf.parted_after = after.kind == "text" and after.text[:1].isspace()
