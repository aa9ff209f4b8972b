"""Text with codes as the content of XML elements: which pairs nest, which cross others, which have lost an end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workbench.text import Code, Inline

Form = Literal["opens", "closes", "starts", "ends", "alone", "lone-start", "lone-end"]
"""How a code stands among the others: a pair that nests `opens` and `closes`, one that crosses another `starts` and
`ends`, a code of a pair whose other end is missing is lone.
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """A code with its form. `key`: its id, or `ID.2` where that id is there a second time; a pair has one key."""

    code: Code
    form: Form
    key: str


def placed(inline: Inline) -> Iterator[str | Placed]:
    """A text and its codes in order, every code with the way in which XML can hold it."""
    forms, partner = _forms(inline.codes)
    used: Counter[str] = Counter()
    keys: dict[int, str] = {}
    index = 0
    for part in inline:
        if isinstance(part, str):
            yield part
            continue
        first = partner.get(index, index)
        if first not in keys:
            used[part.id] += 1
            keys[first] = part.id if used[part.id] == 1 else f"{part.id}.{used[part.id]}"
        yield Placed(part, forms[index], keys[first])
        index += 1


def _forms(codes: Sequence[Code]) -> tuple[dict[int, Form], dict[int, int]]:
    """The form of each code by its place in their order, and for each end of a pair the place where it opened."""
    forms: dict[int, Form] = {}
    partner: dict[int, int] = {}
    opened: list[int] = []
    for index, code in enumerate(codes):
        if code.kind == "alone":
            forms[index] = "alone"
        elif code.kind == "open":
            opened.append(index)
        else:
            first = next((place for place in reversed(opened) if codes[place].id == code.id), None)
            if first is None:
                forms[index] = "lone-end"
                continue
            forms[first], forms[index] = ("opens", "closes") if first == opened[-1] else ("starts", "ends")
            partner[index] = first
            opened.remove(first)
    return forms | dict.fromkeys(opened, "lone-start"), partner


def id_of(key: str) -> str:
    """The id of a code whose key is in a file; empty where it is none of ours."""
    number = key.partition(".")[0]
    return number if re.fullmatch(r"[1-9][0-9]{0,3}", number) else ""


class Mixed:
    """An element whose content is written from left to right: text, empty elements, elements around what follows."""

    def __init__(self, element: Any) -> None:
        self._open = [element]

    def text(self, text: str) -> None:
        """Text after what is there."""
        around = self._open[-1]
        if len(around):
            around[-1].tail = (around[-1].tail or "") + text
        else:
            around.text = (around.text or "") + text

    def put(self, inline: Inline, write: Callable[[Placed], None]) -> None:
        """A text with its codes, each of which is put in by `write`."""
        for part in placed(inline):
            if isinstance(part, str):
                self.text(part)
            else:
                write(part)

    def empty(self, tag: str, attributes: dict[str, str], text: str = "") -> None:
        """An element with nothing but perhaps a text in it."""
        self.begin(tag, attributes)
        self._open.pop().text = text or None

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """An element around what follows."""
        from lxml.etree import SubElement

        self._open.append(SubElement(self._open[-1], tag, attributes))

    def end(self) -> None:
        """The innermost element ends here."""
        self._open.pop()


def indented(element: Any, leaves: frozenset[str], level: int = 0) -> None:
    """Put each element on a line of its own, without a change to the content of `leaves` (local names)."""
    from lxml.etree import QName

    if not len(element) or QName(element).localname in leaves:
        return
    element.text = "\n" + "  " * (level + 1)
    for child in element:
        indented(child, leaves, level + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * level


def to_bytes(root: Any) -> bytes:
    """An XML file: UTF-8, its declaration, a line break at its end."""
    from lxml import etree

    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(etree.tostring(root, encoding="UTF-8")) + b"\n"
