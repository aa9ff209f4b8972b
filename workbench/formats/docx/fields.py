"""Fields (page numbers, cross-references, tables of contents): which of their marks belong together.

A complex field (ISO/IEC 29500-1, 17.16.18) is a row of runs: it begins, has its instruction, a mark that separates this
from its result, the result, and its end. These may lie in different paragraphs, as those of a table of contents do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from workbench.formats.docx.names import FIELD_CHAR, INSTRUCTION, TEXT_BOX, P, w

_STORIES = (TEXT_BOX, w("footnote"), w("endnote"), w("comment"))
_KIND = re.compile(r"\s*(\w+)")
_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))?', re.IGNORECASE)
_ANCHOR = re.compile(r'\\l\s+"([^"]*)"', re.IGNORECASE)


@dataclass(slots=True)
class Fields:
    """The fields of a part. Marks that belong to no other are in none of these.

    `ends`: for each mark that begins a field within one paragraph the one that ends it. `running_in` and `running_out`:
    the marks that begin and end a field of several paragraphs. `around`: how many of these are open where a paragraph
    begins. `kinds`: the instructions' first words of those that run over several, with how often. `contents`: of those
    of them that are tables of contents the mark that begins each, with the one that ends it.
    """

    ends: dict[Any, Any] = field(default_factory=dict)
    running_in: set[Any] = field(default_factory=set)
    running_out: set[Any] = field(default_factory=set)
    around: dict[Any, int] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)
    contents: dict[Any, Any] = field(default_factory=dict)


def fields_of(root: Any) -> Fields:
    """The fields of a part."""
    found = Fields()
    open_in: dict[Any, list[tuple[Any, list[str]]]] = {}
    for element in root.iter(FIELD_CHAR, INSTRUCTION):
        waiting = open_in.setdefault(_story(element, root), [])
        kind = element.get(w("fldCharType"))
        if element.tag == INSTRUCTION:
            if waiting:
                waiting[-1][1].append(element.text or "")
        elif kind == "begin":
            waiting.append((element, []))
        elif kind == "end" and waiting:
            begin, said = waiting.pop()
            if _paragraph(begin) is _paragraph(element):
                found.ends[begin] = element
            else:
                found.running_in.add(begin)
                found.running_out.add(element)
                found.kinds.append(kind := kind_of("".join(said)))
                if kind == "TOC":
                    found.contents[begin] = element
    if found.running_in:
        _lay_around(root, found)
    return found


def kind_of(instruction: str) -> str:
    """What a field is, by its instruction: `TOC`, `PAGE`, `HYPERLINK`."""
    match = _KIND.match(instruction)
    return match[1].upper() if match else ""


def address_of(instruction: str) -> str:
    """Where a HYPERLINK field leads."""
    match, anchor = _ADDRESS.match(instruction), _ANCHOR.search(instruction)
    address = (match[1] or match[2] or "") if match else ""
    return f"{address}#{anchor[1]}" if anchor else address


def _lay_around(root: Any, found: Fields) -> None:
    depths: dict[Any, int] = {}
    for element in root.iter(P, FIELD_CHAR):
        story = _story(element, root)
        if element.tag == P:
            if depths.get(story):
                found.around[element] = depths[story]
        elif element in found.running_in:
            depths[story] = depths.get(story, 0) + 1
        elif element in found.running_out:
            depths[story] = depths.get(story, 0) - 1


def _story(element: Any, root: Any) -> Any:
    return next(element.iterancestors(*_STORIES), root)


def _paragraph(element: Any) -> Any:
    return next(element.iterancestors(P), None)
