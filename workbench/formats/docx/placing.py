"""Putting the targets of a document in the places of its paragraphs: cut, joined, added and left out ones too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from workbench.formats.document import Document, Paragraph
from workbench.formats.docx.building import Builder, must_stay, unbind
from workbench.formats.docx.content import END, Content, Mark
from workbench.formats.docx.leaves import Leaf
from workbench.formats.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    FIELD_PARTS,
    ID,
    PPR,
    RANGE_ENDS,
    RANGE_STARTS,
    SDT_CONTENT,
    SECTION,
    TC,
    TEXT_BOX,
    VAL,
    P,
    w,
)  # fmt: skip
from workbench.formats.docx.noted import COMMENT_MARK, NoteMark, says
from workbench.formats.docx.stories import Entry, twins
from workbench.formats.filter import Target
from workbench.text.inline import Inline

_STAYING = (*FIELD_PARTS, *(w(name) for name in ("footnoteRef", "endnoteRef", "annotationRef")))
_NEEDED_IN = (TC, TEXT_BOX, w("body"), w("footnote"), w("endnote"), w("comment"), w("hdr"), w("ftr"), SDT_CONTENT)


@dataclass(slots=True)
class Unit:
    """Paragraphs of the source (`entries`) and what has become of them: paragraphs with their targets, None: left out.

    One that the translator added has no entries.
    """

    entries: list[Entry]
    made: list[tuple[Paragraph, Inline | None]] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether any of its paragraphs has words now."""
        return any(says(words) for _, words in self.made)

    @property
    def is_unchanged(self) -> bool:
        """Whether it is one paragraph of the source with its own words."""
        if len(self.made) != 1 or len(self.entries) != 1:
            return False
        paragraph, target = self.made[0]
        return target == paragraph.source


def units(document: Document, target: Target, entries: Sequence[Entry]) -> Iterator[Unit]:
    """What has become of the source's paragraphs, in their order."""
    at = {entry.place: number for number, entry in enumerate(entries)}
    unit: Unit | None = None
    for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
        words = target.get(key)
        begin = at.get(paragraph.place)
        if paragraph.part == "split" and unit is not None and unit.entries:
            following = at[unit.entries[-1].place] + 1
            unit.entries += entries[following : following + len(paragraph.joints)]
            unit.made.append((paragraph, words))
            continue
        if paragraph.part == "inserted" or begin is None:
            if unit is not None and words is not None:
                unit.made.append((paragraph, words))
            continue
        if unit is not None:
            yield unit
        unit = Unit(list(entries[begin : begin + 1 + len(paragraph.joints)]), [(paragraph, words)])
    if unit is not None:
        yield unit


def place(unit: Unit, plain: Content | None, noted: frozenset[NoteMark] = frozenset()) -> Any:
    """Write a unit into its tree; answers with an element of the part that was changed, or None.

    `plain`: a paragraph of running text, which those that the translator added look like. `noted`: the notes and
    comments that say something, whose marks stay whatever becomes of the words around them.
    """
    if unit.is_unchanged:
        return None
    first = unit.entries[0]
    if first.content is None:
        return _describe(first, unit.made[0][1])
    contents = [entry.content for entry in unit.entries if entry.content is not None]
    kept = [one for one in unit.made if one[1] is not None]
    if not kept:
        for content in contents:
            leave_out(content, noted)
        return first.content.paragraph
    _write(contents, kept, plain, noted)
    return first.content.paragraph


def _write(
    contents: Sequence[Content],
    kept: Sequence[tuple[Paragraph, Inline | None]],
    plain: Any,
    noted: frozenset[NoteMark],
) -> None:
    paragraph = contents[0].paragraph
    builder = Builder(contents, noted)
    own = [number for number, (one, _) in enumerate(kept) if one.part != "inserted"] or [0]
    made = []
    for number, (one, words) in enumerate(kept):
        if number in own:
            made.append(builder.made(words or Inline(""), first=number == own[0], last=number == own[-1]))
            _take_properties(made[-1], contents[0])
        else:
            made.append(_added(_like(one, contents[0], plain), words or Inline("")))
    for holder in reversed(made[own[0] + 1 :]):
        paragraph.addnext(holder)
    for holder in made[: own[0]]:
        paragraph.addprevious(holder)
    _fill(contents[0], made[own[0]])
    for content in contents[1:]:
        leave_out(content, noted, marks=False)


def _like(one: Paragraph, before: Content, plain: Content | None) -> Content:
    """The paragraph that an added one looks like: the one before it, or running text."""
    return before if one.block.kind != "paragraph" or plain is None else plain


def _added(like: Content, words: Inline) -> Any:
    """A paragraph of the translator's own, which has no codes."""
    bare = Content(like.paragraph, Inline(""), (), {}, [], {None: like.base.get(None)})
    holder = Builder([bare]).made(words)
    _take_properties(holder, like)
    return holder


def _take_properties(holder: Any, content: Content) -> None:
    """Give a paragraph a copy of another's properties; it ends no section, and begins no new page."""
    properties = content.paragraph.find(PPR)
    if properties is not None:
        copy = deepcopy(properties)
        for child in copy.findall(SECTION) + copy.findall(w("pageBreakBefore")):
            copy.remove(child)
        holder.insert(0, copy)


def _fill(content: Content, holder: Any) -> None:
    """Put new contents into a paragraph, or into the content control that holds all of it."""
    paragraph, outer = content.paragraph, content.outer
    for child in list(paragraph):
        if child.tag != PPR and child is not outer:
            paragraph.remove(child)
    into = paragraph
    if outer is not None:
        unbind(outer)
        into = outer.find(SDT_CONTENT)
        for child in list(into):
            into.remove(child)
    into.extend([child for child in holder if child.tag != PPR])


def leave_out(content: Content, noted: frozenset[NoteMark] = frozenset(), *, marks: bool = True) -> None:
    """Take a paragraph out of its document; it stays without words where something else hangs on it, or needs one."""
    paragraph = content.paragraph
    parent = paragraph.getparent()
    if parent is None:
        return
    staying = content.marks if marks else []
    kept = list(_staying_in(content, noted))
    laid = [*staying, *(Mark(END, False, one.pieces) for one in kept)]
    holder = Builder([Content(paragraph, Inline(""), (), {}, laid, {})]).made(Inline(""))
    if kept or _hold_it(staying, noted) or _is_needed(paragraph, parent):
        _fill(content, holder)
        return
    for child in list(holder):
        if child.tag in (*RANGE_STARTS, *RANGE_ENDS):
            paragraph.addprevious(child)
    parent.remove(paragraph)


def _staying_in(content: Content, noted: frozenset[NoteMark]) -> Iterator[Leaf]:
    """The codes that stay without their words, and still stand in their paragraph."""
    leaves = [leaf for leaf in content.templates.values() if isinstance(leaf, Leaf)]
    for leaf in leaves:
        stands_in = next(leaf.pieces[0][1].iterancestors(P), None)
        if stands_in is content.paragraph and must_stay(leaf, noted):
            yield leaf


def _hold_it(marks: Sequence[Mark], noted: frozenset[NoteMark]) -> bool:
    """Whether something in a paragraph belongs to what stands elsewhere: a running field, a comment that says something
    or is on more than this.
    """
    elements = [element for mark in marks for _, element in mark.pieces]
    starts = {element.get(ID) for element in elements if element.tag == w("commentRangeStart")}
    ends = {element.get(ID) for element in elements if element.tag == w("commentReference")}
    said = any((COMMENT_MARK, key) in noted for key in ends)
    return said or not ends <= starts or any(element.tag in _STAYING for element in elements)


def _is_needed(paragraph: Any, parent: Any) -> bool:
    if paragraph.find(f"{PPR}/{SECTION}") is not None:
        return True
    if parent.tag == TC and parent[-1] is paragraph:
        return True
    others = sum(child.tag == P for child in parent) > 1
    return parent.tag in _NEEDED_IN and not others


def _describe(entry: Entry, words: Inline | None) -> Any:
    """Write the description of a picture, wherever it stands; an empty one where it is left out."""
    text = "" if words is None else " ".join(words.text.split())
    for element, attribute in list(twins(entry.element, entry.attribute)) if entry.attribute != VAL else []:
        element.set(attribute, text)
    entry.element.set(entry.attribute, text)
    return entry.element


def copy_to_fallbacks(changed: Sequence[Any]) -> None:
    """Where words in a text box were changed, what older programs show of it is what newer ones do."""
    around = {alternate: None for element in changed for alternate in element.iterancestors(ALTERNATE)}
    for alternate in sorted(around, key=lambda one: -sum(1 for _ in one.iterancestors())):
        choice, fallback = alternate.find(CHOICE), alternate.find(FALLBACK)
        if choice is None or fallback is None:
            continue
        for new, old in zip(_boxes(choice), _boxes(fallback), strict=False):
            old[:] = [deepcopy(child) for child in new]


def _boxes(branch: Any) -> list[Any]:
    """The text boxes of a branch that are in no other box of it."""
    return [box for box in branch.iter(TEXT_BOX) if next(box.iterancestors(TEXT_BOX, CHOICE, FALLBACK)) is branch]
