"""Writing mixed content: another text with codes in the place of what an element holds (see `mixed`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from workbench.formats.mixed import Shell
from workbench.text.inline import Code, Inline, pairs

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def filled(
    element: Any,
    target: Inline,
    shells: Mapping[str, Shell],
    carried: Sequence[tuple[int, Any]],
    used: set[Any],
    base: Any = None,
) -> None:
    """Put a target into an element in place of all that it holds. `carried`: offsets in the target, and elements.
    `used`: the elements that were moved into a paragraph before, and now. `base`: what all of the text is set in.

    Codes that are not known, or of which an end is missing, are left out. Of two that cross, the inner ends with the
    outer. What stands alone is moved there; a second time it is copied, or left out where it has words in it.
    """
    for child in list(element):
        element.remove(child)
    element.text = None
    if base is not None:
        around = element
        element = base.makeelement(base.tag, dict(base.attrib), nsmap=base.nsmap)
        around.append(element)
    pen = _Pen(element, used)
    extra = {f"+{number}": Shell("alone", "other", one) for number, (_, one) in enumerate(carried)}
    known = {**shells, **extra}
    moved = [Code(at, f"+{number}", "alone") for number, (at, _) in enumerate(carried)]
    for part in Inline(target.text, _arranged(target, moved, shells)):
        if isinstance(part, str):
            pen.say(_NO_XML.sub("", part).replace("\n", " "))
        else:
            if known[part.id].apart and part.at == len(target.text):
                pen.space()
            pen.code(part, known[part.id])


def spread(carried: Sequence[tuple[int, Any]], source: str, target: str) -> list[tuple[int, Any]]:
    """Where what is carried along stands in another text: at its ends, or before the word that is as far on in it."""
    return [(_as_far(at, source, target), element) for at, element in carried]


def _as_far(at: int, source: str, target: str) -> int:
    if not at or not target:
        return 0
    if at >= len(source):
        return len(target)
    near = round(at / len(source) * len(target))
    space = target.find(" ", near)
    return len(target) if space < 0 else space + 1


def _arranged(target: Inline, moved: Iterable[Code], shells: Mapping[str, Shell]) -> tuple[Code, ...]:
    """The codes that can be written, in their order, none inside a leaf and no gap inside a word."""
    known = _writable(target.codes, shells)
    leaves = [pair for pair in pairs(known) if shells[pair.id].kind == "leaf"]
    inside = [(pair.start, pair.end) for pair in leaves]
    at_start = [code for code in moved if not code.at]
    later = [code for code in moved if code.at]
    codes = sorted(
        [*at_start, *_out_of_leaves([*known, *later], frozenset(pair.id for pair in leaves))], key=lambda code: code.at
    )
    made = [Code(_allowed(c, target.text, shells.get(c.id), inside), c.id, c.kind) for c in codes]
    return tuple(sorted(made, key=lambda code: code.at))


def _writable(codes: Sequence[Code], shells: Mapping[str, Shell]) -> list[Code]:
    """The codes that have an element of their kind, pairs with both their ends."""
    whole = {code for pair in pairs(codes) for code in (pair.first, pair.last)}
    found = []
    for code in codes:
        shell, is_alone = shells.get(code.id), code.kind == "alone"
        if shell and is_alone == (shell.kind == "alone") and (is_alone or code in whole):
            found.append(code)
    return found


def _allowed(code: Code, text: str, shell: Shell | None, leaves: Sequence[tuple[int, int]]) -> int:
    """Where a code may stand: a gap beside a space, what had a space on either side behind one that is next to it."""
    if shell and shell.gap:
        return _beside_a_space(code.at, text, leaves)
    if shell and shell.spaced and text[code.at : code.at + 1].isspace():
        return code.at + (not any(start < code.at + 1 < end for start, end in leaves))
    return code.at


def _out_of_leaves(codes: Iterable[Code], leaves: frozenset[str]) -> Iterator[Code]:
    """Codes in their order; those that stand within a leaf stand after it."""
    waiting: list[Code] = []
    leaf = ""
    for code in sorted(codes, key=lambda code: code.at):
        if leaf and code.id != leaf:
            waiting.append(code)
            continue
        if code.id in leaves:
            leaf = "" if leaf else code.id
        yield code
        if not leaf:
            yield from (replace(one, at=code.at) for one in waiting)
            waiting = []


def _beside_a_space(at: int, text: str, leaves: Sequence[tuple[int, int]]) -> int:
    """The next place from `at` on where a gap breaks no word: at an end of the text, or beside a space."""
    while 0 < at < len(text):
        inside = any(start < at < end for start, end in leaves)
        if not inside and (text[at].isspace() or text[at - 1].isspace()):
            return at
        at += 1
    return at


class _Pen:
    """Writes into an element, and into those that are open in it."""

    def __init__(self, element: Any, used: set[Any]) -> None:
        self._holders = [element]
        self._open: list[tuple[str, Shell]] = []
        self._text: list[str] = []
        self._swallow = self._wants_space = False
        self._used = used

    def say(self, text: str) -> None:
        if self._swallow and text[:1].isspace():
            text = text[1:]
        elif self._wants_space and text[:1].isalnum():
            text = " " + text
        if text:
            self._swallow = self._wants_space = False
            self._append(text)

    def space(self) -> None:
        """A space, if none is there."""
        if not self._ends_in_space():
            self._append(" ")

    def _append(self, text: str) -> None:
        holder = self._holders[-1]
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + text
        else:
            holder.text = (holder.text or "") + text

    def code(self, code: Code, shell: Shell) -> None:
        if shell.kind == "alone":
            self._stand(shell)
        elif shell.kind == "points":
            self._put(shell.first if code.kind == "open" else shell.last)
        elif code.kind == "open":
            element, holder = _emptied(shell)
            if shell.joins and self._follows(element.tag):
                self._holders[-1].append(element.makeelement(element.tag))
            self._holders[-1].append(element)
            self._holders.append(holder)
            self._open.append((code.id, shell))
        else:
            self._close(code.id)

    def _close(self, id: str) -> None:
        if not any(id == one for one, _ in self._open):
            return  # it ended with the one around it
        while self._open:
            closed, shell = self._open.pop()
            holder = self._holders.pop()
            _keep_apart(holder, shell)
            if closed == id:
                return

    def _follows(self, tag: str) -> bool:
        """Whether the last thing that was written is an element of this name."""
        holder = self._holders[-1]
        return bool(len(holder)) and holder[-1].tag == tag and not holder[-1].tail

    def _stand(self, shell: Shell) -> None:
        if shell.gap and not shell.beside:
            self._swallow = not self._ends_in_space(take=True)
        wants_space = shell.spaced and self._ends_in_space()
        self._put(shell.first)
        self._wants_space = wants_space

    def _ends_in_space(self, *, take: bool = False) -> bool:
        """Whether what is written here ends in a space, or has not begun; `take` takes it away."""
        holder = self._holders[-1]
        text = (holder[-1].tail if len(holder) else holder.text) or ""
        if text.endswith(" ") and take:
            if len(holder):
                holder[-1].tail = text[:-1]
            else:
                holder.text = text[:-1]
        return text.endswith(" ") or not (text or len(holder) or self._open)

    def _put(self, element: Any) -> None:
        if element in self._used:
            if "".join(element.itertext()).strip():
                return
            element = deepcopy(element)
        self._used.add(element)
        if element.getparent() is not None:
            detached(element)
        element.tail = None
        self._holders[-1].append(element)


def _keep_apart(holder: Any, shell: Shell) -> None:
    """Put an empty element into a pair that would else be read as something more, or less, than a pair."""
    if shell.joins and not len(holder) and (holder.text or "").isspace():
        holder.append(holder.makeelement(holder.tag))
    elif len(holder) == 1 and holder[0].tag == shell.takes_in and not (holder.text or holder[0].tail):
        holder.append(holder.makeelement(shell.takes_in))


def detached(element: Any) -> None:
    """Take an element out of the one it stands in, and leave the text after it there."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
    element.tail = None


def _emptied(shell: Shell) -> tuple[Any, Any]:
    """A copy of a pair's element without its words, and where in it they go."""
    if shell.holder:
        element = deepcopy(shell.first)
        element.tail = None
        holder = element.find(shell.holder)
        for child in list(holder):
            holder.remove(child)
        holder.text = None
        return element, holder
    element = shell.first.makeelement(shell.first.tag, dict(shell.first.attrib), nsmap=shell.first.nsmap)
    return element, element
