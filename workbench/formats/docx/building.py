"""A paragraph with other words: its runs made anew around what the codes of the target bring from the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy  # of lxml's elements: with all that is in them
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.formats.docx.content import END, START, Content, Formatting, Mark, Template
from workbench.formats.docx.leaves import Leaf, Piece, Wrapper
from workbench.formats.docx.names import (
    ID,
    NOT_A_CODE,
    NOTE_MARKS,
    RANGE_ENDS,
    RANGE_STARTS,
    RPR,
    RSID,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    SPACE,
    TEXT_BOX,
    P,
    R,
    T,
    code_rsid,
    local,
    w,
)  # fmt: skip
from workbench.formats.docx.noted import NoteMark
from workbench.text.inline import Code, Inline, pairs

# The order of what stands in w:rPr (ISO/IEC 29500-1, A.1, EG_RPrBase).
_ORDERED = """
rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
eastAsianLayout specVanish
"""
_ORDER = {name: number for number, name in enumerate(_ORDERED.split())}
_STAYING = (TEXT_BOX, w("drawing"), w("pict"), w("object"), w("contentPart"))
_CLOSING = tuple(" .,;:!?)]}%’”\n\t")
_ILLEGAL = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class _Frame:
    """What is open while a paragraph is made: where elements go, how text looks, and the id of the pair that it is."""

    id: str
    into: Any
    properties: Any
    rsid: str = ""
    wrapper: Wrapper | None = None
    said: bool = False


@dataclass(slots=True)
class Builder:
    """Makes the contents of the paragraphs that one or more of the source (`contents`) have become.

    `noted`: the notes that say something (see `must_stay`).
    """

    contents: Sequence[Content]
    noted: frozenset[NoteMark] = frozenset()
    templates: dict[str, Template] = field(default_factory=dict)
    marks: dict[tuple[str, bool], list[Mark]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    frames: list[_Frame] = field(default_factory=list)
    last: str = ""
    broken: bool = False
    parted: bool = False

    def __post_init__(self) -> None:
        by = 0
        for number, content in enumerate(self.contents):
            self.templates |= {str(int(key) + by): one for key, one in content.templates.items()}
            for mark in content.marks:
                moved = _moved(mark, by, alone=number == 0)
                self.marks.setdefault((moved.at, moved.after), []).append(moved)
            by += len(content.markup)

    def made(self, target: Inline, *, first: bool = True, last: bool = True) -> Any:
        """An element that holds the contents of a paragraph with this text.

        `first`, `last`: it is the first or last of those that are made. What the target has no code for and must stay
        (bookmarks, comments, pictures, text boxes and notes with words in them) goes to the end of the last.
        """
        paragraph = self.contents[0].paragraph
        holder = paragraph.makeelement(P)
        self.frames = [_Frame("", holder, self.contents[0].base.get(None))]
        self.last, self.broken, self.parted = "", False, False
        lead = ""
        if first:
            self._lay(START)
            lead = self.contents[0].lead
        whole = {code for pair in pairs(target.codes) for code in (pair.first, pair.last)}
        for part in target:
            if isinstance(part, str):
                self._say(lead + _ILLEGAL.sub("", part))
                lead = ""
            elif part.kind == "alone" or part in whole:
                self._code(part)
        self._close_to(1)
        if last:
            self._keep_what_must_stay()
            for at, after in list(self.marks):
                self._lay(at, after=after)
        if any(content.marks for content in self.contents):
            _in_order(holder)
        return holder

    def _code(self, code: Code) -> None:
        template = self.templates.get(code.id)
        if code.kind == "alone" and isinstance(template, Leaf):
            self._lay(code.id, after=False)
            self._stand(code.id, template)
            self._lay(code.id)
        elif code.kind == "open" and isinstance(template, Formatting | Wrapper):
            self._lay(code.id, after=False)
            self._open(code.id, template)
            self._lay(code.id)
        elif code.kind == "close":
            place = next((at for at, frame in enumerate(self.frames) if frame.id == code.id), 0)
            if place:
                self._close_to(place)

    def _open(self, key: str, template: Formatting | Wrapper) -> None:
        top = self.frames[-1]
        if isinstance(template, Formatting):
            own = _same(top.properties, template.base)
            properties = template.properties if own else _combined(top.properties, template)
            self.frames.append(_Frame(key, top.into, properties, code_rsid(key)))
            return
        if top.rsid and not top.said:  # so that it is read as open before this
            _add_run(top, "")
            top.said = True
        base = next((one.base[template] for one in self.contents if template in one.base), top.properties)
        into = top.into
        if template.element is None:
            into.extend(_runs(template.opening, again=True))
        else:
            into = _shell(template.element, again=key in self.used)
            top.into.append(into if into.tag != SDT_CONTENT else into.getparent())
        self.used.add(key)
        if top.rsid:
            base = _combined(base, Formatting(top.properties, self.contents[0].base.get(None)))
        self.frames.append(_Frame(key, into, base, top.rsid, template))

    def _close_to(self, depth: int) -> None:
        while len(self.frames) > depth:
            frame = self.frames[-1]
            if frame.id and not frame.said:
                _add_run(frame, "")
            self._lay(f"/{frame.id}", after=False)
            self.frames.pop()
            if frame.wrapper is not None and frame.wrapper.element is None:
                frame.into.extend(_runs(frame.wrapper.closing, again=True))
            self._lay(f"/{frame.id}")

    def _stand(self, key: str, leaf: Leaf) -> None:
        again = key in self.used
        if again and not leaf.spaced:
            return  # a note, a picture or a field is in the document once
        made = _runs(leaf.pieces, again=again)
        self.used.add(key)
        if leaf.spaced:
            made[0].set(RSID, code_rsid(key))
            self.broken, self.last = self.broken or not self.last.isspace(), " "
        elif leaf.parted_before and self.last and not self.last.isspace():
            _add_run(self.frames[-1], " ")
        self.parted = leaf.parted_after
        self.frames[-1].into.extend(made)

    def _say(self, text: str) -> None:
        frame = self.frames[-1]
        if self.broken and text.startswith(" "):
            text = text[1:]
        elif self.parted and text[:1] not in _CLOSING:
            text = f" {text}"
        self.broken = self.parted = False
        self.last = text[-1:]
        for number, line in enumerate(text.replace("\t", " ").split("\n")):
            if number:
                run = _add_run(frame, "")
                run[-1].tag = w("br")
                run.set(RSID, NOT_A_CODE)
            if line:
                _add_run(frame, line)
                frame.said = True

    def _lay(self, at: str, *, after: bool = True) -> None:
        """Put the marks that stay at a code (or the start) where it is."""
        for mark in self.marks.pop((at, after), ()):
            self.frames[-1].into.extend(_runs(mark.pieces))

    def _keep_what_must_stay(self) -> None:
        for key, leaf in self.templates.items():
            if isinstance(leaf, Leaf) and key not in self.used and must_stay(leaf, self.noted):
                if leaf.parted_before and self.last and not self.last.isspace():
                    _add_run(self.frames[0], " ")
                made = _runs(leaf.pieces)
                for run in made:
                    if run.tag == R:
                        run.set(RSID, NOT_A_CODE)
                self.frames[0].into.extend(made)


def must_stay(leaf: Leaf, noted: frozenset[NoteMark]) -> bool:
    """Whether something stays though its code is gone: a picture, a box, the mark of a note that says something."""
    for _, piece in leaf.pieces:
        for element in piece.iter(*_STAYING, *NOTE_MARKS):
            if element.tag in _STAYING or (element.tag, element.get(ID, "")) in noted:
                return True
    return False


def _moved(mark: Mark, by: int, *, alone: bool) -> Mark:
    """A mark of the second or a later of several paragraphs in one."""
    if mark.at in (START, END):
        return mark if alone else Mark(END, False, mark.pieces)
    slash = mark.at[: mark.at.startswith("/")]
    return replace(mark, at=f"{slash}{int(mark.at.removeprefix('/')) + by}")


def _runs(pieces: Iterable[Piece], *, again: bool = False) -> list[Any]:
    """Pieces of runs as runs of their own; `again`: copies, since they stand in the document already."""
    made: list[Any] = []
    last: Any = None
    for run, child in pieces:
        piece = copy(child) if again else child
        piece.tail = None
        if run is None:
            made.append(piece)
        elif run is last and made:
            made[-1].append(piece)
        else:
            shell = run.makeelement(R, run.attrib)
            if (properties := run.find(RPR)) is not None:
                shell.append(copy(properties))
            shell.append(piece)
            made.append(shell)
        last = run
    return made


def _add_run(frame: _Frame, text: str) -> Any:
    from lxml.etree import SubElement

    run = SubElement(frame.into, R, {RSID: frame.rsid} if frame.rsid else None)
    if frame.properties is not None:
        run.append(copy(frame.properties))
    element = SubElement(run, T, {SPACE: "preserve"} if text != text.strip() or "  " in text else None)
    element.text = text or None
    return run


def _shell(element: Any, *, again: bool) -> Any:
    """What lies around words, without them: the element that they go into."""
    made = element.makeelement(element.tag, element.attrib)
    if element.tag != SDT:
        made.extend(copy(child) for child in element if local(child).endswith("Pr") and child.tag != RPR)
        return made
    made.extend(copy(child) for child in element if child.tag != SDT_CONTENT)
    unbind(made)
    if again and (name := made.find(f"{SDT_PR}/{ID}")) is not None:
        name.getparent().remove(name)
    content = made.makeelement(SDT_CONTENT)
    made.append(content)
    return content


def unbind(control: Any) -> None:
    """Word fills a content control that is bound to data from these, and so would put the German back."""
    properties = control.find(SDT_PR)
    for child in list(() if properties is None else properties):
        if local(child) == "dataBinding":
            properties.remove(child)


def _listed(properties: Any) -> dict[str, Any]:
    return {} if properties is None else {child.tag: child for child in properties if isinstance(child.tag, str)}


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    first, second = _listed(one), _listed(other)
    return first.keys() == second.keys() and all(first[tag].attrib == second[tag].attrib for tag in first)


def _combined(around: Any, template: Formatting) -> Any:
    """The formatting of a pair that has come into other formatting: both."""
    own, base = _listed(template.properties), _listed(template.base)
    children = {tag: child for tag, child in _listed(around).items() if tag not in base or tag in own}
    for tag, child in own.items():
        if tag not in base or base[tag].attrib != child.attrib or tag not in children:
            children[tag] = child
    source = template.properties if template.properties is not None else around
    if source is None:
        return None
    made = source.makeelement(RPR)
    ordered = sorted(children.values(), key=lambda child: _ORDER.get(local(child), len(_ORDER)))
    made.extend(copy(child) for child in ordered)
    return made


def _in_order(holder: Any) -> None:
    """Ranges (bookmarks, comments) whose end came before their start, since words changed places, hold nothing."""
    for start_tag, end_tag in zip(RANGE_STARTS, RANGE_ENDS, strict=True):
        ended: dict[str, Any] = {}
        for element in list(holder.iter(start_tag, end_tag)):
            if element.tag == end_tag:
                ended[element.get(ID, "")] = element
            elif (end := ended.get(element.get(ID, ""))) is not None:
                element.addnext(end)
