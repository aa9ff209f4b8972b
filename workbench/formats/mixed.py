"""Mixed content: text and inline elements in one another, read into a text with codes (and written by `mixed_writing`).

What formats of XML share whose paragraphs are elements (ODT, XHTML). A filter says what each inline element is
(`Shell`); how codes nest, where a crossed one ends and what becomes of one that is not known is the same for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from workbench.formats.markup import CodeRole, Markup
from workbench.text.clean import clean, clean_line, is_clean
from workbench.text.inline import Code, Inline, pairs

MOST_CODES = 4_000
"""Of one paragraph; what comes after is carried along without a code."""

ShellKind = Literal["pair", "leaf", "points", "alone"]


@dataclass(slots=True)
class Shell:
    """The element of a code, without the words in it.

    `pair`: it stands around words. `leaf`: it does, and has no room for other elements (a field). `points`: its two
    ends are elements of their own, which may stand anywhere (`first`, `last`). `alone`: it has no words.
    `holder`: the name of the child that has the words, where it is not the element itself. `gap`: words never go on
    through it (a tab, a line break); it stands for a space, or, with `beside`, next to one. `spaced`: it had a space on
    either side; `apart`: one before it, at the end of the text. `joins`: neighbours of its kind are read as one, and
    blanks alone as none, unless an empty one of it is between them. `takes_in`: a lone element of this name in it is
    read as part of it, unless an empty one follows.
    `note`: what other documents show in its place.
    """

    kind: ShellKind
    role: CodeRole
    first: Any
    last: Any = None
    address: str = ""
    note: str = ""
    holder: str = ""
    gap: bool = False
    beside: bool = False
    spaced: bool = False
    apart: bool = False
    joins: bool = False
    takes_in: str = ""


@dataclass(slots=True)
class Mixed:
    """A paragraph that was read: its text with codes, the element of each, and what is carried along without a code.

    `carried`: offsets in the text, and elements that stand there. `base`: the element that all of the text is set in.
    """

    inline: Inline
    shells: dict[str, Shell] = field(default_factory=dict)
    carried: list[tuple[int, Any]] = field(default_factory=list)
    base: Any = None

    @property
    def is_number(self) -> bool:
        """Whether there is nothing in it but fields with figures: a page's number."""
        if any(map(str.isalpha, self.inline.text)):
            return False
        leaves = [pair for pair in pairs(self.inline.codes) if self.shells[pair.id].kind == "leaf"]
        return sum(pair.end - pair.start for pair in leaves) == len(self.inline.text)

    def markup(self, place: str) -> tuple[Markup, ...]:
        """What the codes are. `last` is the key by which the shell is found again: the paragraph's place and the id."""
        return tuple(
            Markup(id, shell.role, shell.note, f"{place}#{id}", shell.address) for id, shell in self.shells.items()
        )


class Reading:
    """A paragraph as it is being read, from its first character to its last."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._codes: list[Code] = []
        self._shells: dict[str, Shell] = {}
        self._carried: list[tuple[int, Any]] = []

    def say(self, text: str | None) -> None:
        """Characters of the text."""
        if text:
            self._parts.append(text)
            self._length += len(text)

    def opens(self, shell: Shell) -> str:
        """A pair begins; the id of its code, empty where there are too many."""
        return self._code(shell, "open")

    def closes(self, id: str) -> None:
        """A pair ends."""
        if id:
            self._codes.append(Code(self._length, id, "close"))

    def stands(self, shell: Shell) -> None:
        """An element without words."""
        if shell.gap and not shell.beside:
            self.say(" ")
        if not self._code(shell, "alone"):
            self.carries(shell.first)

    def carries(self, element: Any) -> None:
        """An element that goes along without a code."""
        self._carried.append((self._length, element))

    def _code(self, shell: Shell, kind: Literal["open", "alone"]) -> str:
        if len(self._shells) >= MOST_CODES:
            return ""
        id = str(len(self._shells) + 1)
        self._shells[id] = shell
        self._codes.append(Code(self._length, id, kind))
        return id

    def read(self) -> Mixed:
        """The paragraph on one clean line."""
        raw = "".join(self._parts)
        for code in self._codes:
            if code.kind == "alone" and not self._shells[code.id].gap:
                around = raw[code.at - 1 : code.at + 1] if code.at else ""
                self._shells[code.id].spaced = len(around) == 2 and around.isspace()
                self._shells[code.id].apart = around[:1].isspace() and not raw[code.at :].strip()
        places = _Places(raw)
        codes = tuple(Code(places.of(code.at), code.id, code.kind) for code in self._codes)
        places = _Places(raw)
        carried = [(places.of(at), element) for at, element in self._carried]
        return Mixed(Inline(places.text, codes), self._shells, carried)


class _Places:
    """Where offsets of a raw text lie in the clean one; asked in their order."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self.text = clean_line(raw)
        self._same = self.text == raw
        self._latest = 0

    def of(self, at: int) -> int:
        if self._same:
            return at
        before = self._raw[:at]
        before = before if is_clean(before) else clean(before)
        short = " ".join(before.split())
        place = len(short) + bool(short and before[-1:].isspace())
        self._latest = max(self._latest, min(place, len(self.text)))
        return self._latest
