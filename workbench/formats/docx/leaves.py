"""What stands in a paragraph, one thing after the other: text, what is a code alone, and what only lies there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from workbench.formats.docx.fields import Fields, address_of, kind_of
from workbench.formats.docx.names import (
    ALTERNATE,
    FIELD_CHAR,
    FIELD_PARTS,
    HYPERLINK,
    ID,
    INSTRUCTION,
    NOT_A_CODE,
    NOTE_MARKS,
    PPR,
    RANGE_ENDS,
    RANGE_STARTS,
    REL_ID,
    RPR,
    RSID,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    SIMPLE_FIELD,
    W14,
    R,
    T,
    code_of_rsid,
    local,
    w,
)  # fmt: skip
from workbench.formats.docx.styles import Format
from workbench.formats.markup import CodeRole

Piece = tuple[Any, Any]
"""A run (or None for what stands in none) and one child of it."""

_BREAKS = {w("tab"): "tab", w("ptab"): "tab", w("br"): "line break", w("cr"): "line break"}
_PICTURES = (w("drawing"), w("pict"), w("object"), ALTERNATE, w("contentPart"))
OWN_MARKS = tuple(
    w(name) for name in ("footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator")
)
"""What stands in a note for its own number."""
_NO_BREAK_HYPHEN = w("noBreakHyphen")
_UNSEEN = (w("lastRenderedPageBreak"), w("softHyphen"), w("delText"), w("proofErr"), PPR, RPR, SDT_PR)
_TRANSPARENT = (w("smartTag"), w("smartTagPr"), w("customXmlPr"))
_WRAPPERS = (w("customXml"), w("bdo"), w("dir"))
_CLOSED_CONTROLS = tuple([w(name) for name in ("picture", "equation", "citation")] + [f"{{{W14}}}checkbox"])


@dataclass(eq=False, slots=True)
class Wrapper:
    """What lies around a stretch of a paragraph: a link, a content control, a form field.

    Of one that is a field: `opening` and `closing` are its marks, and there is no `element`.
    """

    role: CodeRole
    label: str
    element: Any = None
    address: str = ""
    opening: tuple[Piece, ...] = ()
    closing: tuple[Piece, ...] = ()


@dataclass(slots=True)
class Leaf:
    """One thing in a paragraph. `spaced`: it parts words as a blank does; `parted_before` and `parted_after`: a blank
    beside it does. `properties`: the `w:rPr` of its run, `format` what a text looks like. `code`: the id of the pair
    that a text lies in, or of the break that it is, where the file says so itself (see `code_rsid`).

    A mark (a bookmark's end, a comment's range) is no code: it stays at the nearest of them, at the one before it where
    it `starts` something, else at the one after it, or at the `edge` of the paragraph.
    """

    kind: Literal["text", "alone", "mark"]
    pieces: tuple[Piece, ...]
    around: tuple[Wrapper, ...] = ()
    text: str = ""
    role: CodeRole = "other"
    label: str = ""
    spaced: bool = False
    starts: bool = False
    edge: str = ""
    parted_before: bool = False
    parted_after: bool = False
    properties: Any = None
    format: Format = frozenset()
    code: str = ""


@dataclass(slots=True)
class Around:
    """What leaves are told by: the fields of their part, where its links lead, what stands for each note."""

    fields: Fields
    addresses: dict[str, str] = field(default_factory=dict)
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)


def leaves_of(paragraph: Any, around: Around) -> list[Leaf]:
    """What stands in a paragraph, whose revisions are resolved."""
    return _with_fields(list(_flat(paragraph, (), around)), around.fields, around.fields.around.get(paragraph, 0))


def _flat(parent: Any, wrappers: tuple[Wrapper, ...], around: Around) -> Iterator[Leaf]:
    for child in parent:
        tag = child.tag
        if tag == R:
            yield from _run(child, wrappers, around)
        elif tag in _UNSEEN or not isinstance(tag, str):
            continue
        elif tag in RANGE_STARTS or tag in RANGE_ENDS:
            yield Leaf("mark", ((None, child),), wrappers, starts=tag in RANGE_STARTS)
        elif tag in _TRANSPARENT:
            yield from _flat(child, wrappers, around)
        else:
            yield from _wrapped(child, wrappers, around)


def _wrapped(child: Any, wrappers: tuple[Wrapper, ...], around: Around) -> Iterator[Leaf]:
    wrapper = _wrapper(child, around)
    if wrapper is None:
        label = _label(child)
        role: CodeRole = "image" if child.tag == ALTERNATE else "other"
        yield Leaf("alone", ((None, child),), wrappers, role=role, label=label.strip())
    else:
        inside = child.find(SDT_CONTENT) if child.tag == SDT else child
        yield from _flat(inside, (*wrappers, wrapper), around)


def _wrapper(child: Any, around: Around) -> Wrapper | None:
    """What a part of a paragraph is that lies around words; None for what lies around none, or none that are read."""
    if child.tag == HYPERLINK:
        address = around.addresses.get(child.get(REL_ID, ""), "")
        anchor = child.get(w("anchor"), "")
        return Wrapper("link", "link", child, f"{address}#{anchor}" if anchor else address)
    if child.tag == SIMPLE_FIELD and kind_of(child.get(w("instr"), "")) == "HYPERLINK":
        return Wrapper("link", "link", child, address_of(child.get(w("instr"), "")))
    if child.tag == SDT:
        properties = child.find(SDT_PR)
        closed = properties is not None and any(properties.find(tag) is not None for tag in _CLOSED_CONTROLS)
        empty = child.find(SDT_CONTENT) is None
        return None if closed or empty else Wrapper("other", "content control", child)
    return Wrapper("other", local(child), child) if child.tag in _WRAPPERS else None


def _label(element: Any) -> str:
    if element.tag == SIMPLE_FIELD:
        return f"field {kind_of(element.get(w('instr'), ''))}"
    if element.tag == SDT and element.find(f"{SDT_PR}/{w('citation')}") is not None:
        return "field CITATION"
    return {"oMath": "formula", "oMathPara": "formula", "sdt": "content control"}.get(local(element), local(element))


def _run(run: Any, wrappers: tuple[Wrapper, ...], around: Around) -> Iterator[Leaf]:
    rsid = run.get(RSID)
    code = code_of_rsid(rsid)
    properties: Any = None
    note: Leaf | None = None
    for child in run:
        tag = child.tag
        if tag == T:
            if note is not None:  # its mark is no number but this, an asterisk
                note.pieces = (*note.pieces, (run, child))
            else:
                yield Leaf("text", ((run, child),), wrappers, child.text or "", properties=properties, code=code)
        elif tag == RPR:
            properties = child
        elif tag == _NO_BREAK_HYPHEN:
            yield Leaf("text", ((run, child),), wrappers, "-", properties=properties, code=code)
        elif tag in _UNSEEN or not isinstance(tag, str):
            continue
        else:
            leaf = _alone(run, child, wrappers, around)
            if child.get(w("customMarkFollows")) in ("1", "true", "on"):
                note = leaf
            leaf.code = code
            if rsid == NOT_A_CODE:
                leaf.kind = "mark"
            yield leaf


def _alone(run: Any, child: Any, wrappers: tuple[Wrapper, ...], around: Around) -> Leaf:
    tag, pieces = child.tag, ((run, child),)
    if tag in _BREAKS:
        return Leaf("alone", pieces, wrappers, role="break", label=_BREAKS[tag], spaced=True)
    if tag in NOTE_MARKS:
        key = child.get(ID, "")
        return Leaf("alone", pieces, wrappers, role="note", label=f"[^{around.labels.get((tag, key), key)}]")
    if tag in _PICTURES:
        return Leaf("alone", pieces, wrappers, role="image", label="picture")
    if tag == w("commentReference"):
        return Leaf("mark", pieces, wrappers)
    if tag in OWN_MARKS:
        return Leaf("mark", pieces, wrappers, starts=True)
    return Leaf("alone", pieces, wrappers, label="symbol" if tag == w("sym") else local(child))


def _with_fields(leaves: list[Leaf], fields: Fields, depth: int) -> list[Leaf]:
    """With each field as one code, links that are fields around their words, and what runs through as marks."""
    if not depth and not any(map(_is_of_a_field, leaves)):
        return leaves
    found: list[Leaf] = []
    links: list[tuple[Wrapper, Any]] = []
    at = 0
    while at < len(leaves):
        leaf, element = leaves[at], leaves[at].pieces[0][1]
        depth += element in fields.running_in
        if depth:
            depth -= element in fields.running_out
            found.append(Leaf("mark", leaf.pieces, starts=not found or found[-1].starts))
        elif element in fields.ends:
            end = _position(leaves, at, fields.ends[element])
            at = _take_field(leaves[at : end + 1], found, links) + at
        elif links and element is links[-1][1]:
            links.pop()
        elif element.tag in FIELD_PARTS:
            found.append(Leaf("mark", leaf.pieces, leaf.around))
        else:
            leaf.around = (*leaf.around, *(wrapper for wrapper, _ in links))
            found.append(leaf)
        at += 1
    return found


def _is_of_a_field(leaf: Leaf) -> bool:
    return leaf.kind != "text" and leaf.pieces[0][1].tag in FIELD_PARTS


def _take_field(leaves: Sequence[Leaf], found: list[Leaf], links: list[tuple[Wrapper, Any]]) -> int:
    """Take up a field that these leaves are, as a code or around its words; which of them was taken last."""
    worded = _around_words(leaves)
    if worded is None:
        found.append(_field(leaves, links))
        return len(leaves) - 1
    links.append((worded[0], leaves[-1].pieces[0][1]))
    return worded[1]


def _position(leaves: Sequence[Leaf], at: int, element: Any) -> int:
    return next((i for i in range(at, len(leaves)) if leaves[i].pieces[0][1] is element), len(leaves) - 1)


def _around_words(leaves: Sequence[Leaf]) -> tuple[Wrapper, int] | None:
    """The link, or the filled-in form field, that a field is, and where its opening marks end; None for another one."""
    kind = kind_of(_instruction(leaves))
    if kind not in ("HYPERLINK", "FORMTEXT"):
        return None
    for at, leaf in enumerate(leaves[:-1]):
        element = leaf.pieces[0][1]
        if element.tag == FIELD_CHAR and element.get(w("fldCharType")) == "separate":
            opening = tuple(piece for one in leaves[: at + 1] for piece in one.pieces)
            if kind == "HYPERLINK":
                address = address_of(_instruction(leaves[:at]))
                return Wrapper("link", "link", None, address, opening, leaves[-1].pieces), at
            filled = any(one.kind == "text" and one.text.strip() for one in leaves[at:])
            return (Wrapper("other", "form field", None, "", opening, leaves[-1].pieces), at) if filled else None
    return None


def _instruction(leaves: Sequence[Leaf]) -> str:
    """What the first of the fields that begin in these leaves is told to do."""
    said = ""
    for leaf in leaves[1:]:
        element = leaf.pieces[0][1]
        if element.tag == FIELD_CHAR:
            break
        said += (element.text or "") if element.tag == INSTRUCTION else ""
    return said


def _field(leaves: Sequence[Leaf], links: Sequence[tuple[Wrapper, Any]]) -> Leaf:
    pieces = tuple(piece for leaf in leaves for piece in leaf.pieces)
    around = (*leaves[0].around, *(wrapper for wrapper, _ in links))
    return Leaf("alone", pieces, around, label=f"field {kind_of(_instruction(leaves))}".strip())
