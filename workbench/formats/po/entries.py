"""The entries of a PO file by their lines, and how PO writes text (GNU gettext manual, 3: The Format of PO Files)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.problem import Problem, WorkbenchError

_KEYWORD = re.compile(r"\s*(msgctxt|msgid|msgid_plural|msgstr|msgstr\[(\d{1,4})\])\s*(\".*\")?\s*$")
_FIELDS = {"msgctxt": "context", "msgid": "source", "msgid_plural": "plural"}
_STRING = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\")\s*$")
_DOMAIN = re.compile(r"\s*domain\s+\S")
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = str.maketrans({**{sign: f"\\{name}" for name, sign in _ESCAPED.items()}, "\\": "\\\\", '"': '\\"'})
_WIDTH = 79
"""Characters of a line with its quotation marks, as msgcat wraps."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PLACES = re.compile(r"[^ ]* *")


@dataclass(slots=True)
class Field:
    """A keyword with its string: the lines `[start:end]` (from 0), and what they say."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Entry:
    """One entry. `strings`: its msgstr, by the number of their form. `comments`: (line, text) before it."""

    comments: list[tuple[int, str]] = field(default_factory=list)
    context: Field | None = None
    source: Field | None = None
    plural: Field | None = None
    strings: dict[int, Field] = field(default_factory=dict)

    @property
    def is_header(self) -> bool:
        """Whether it is the one that says what the file is."""
        return self.source is not None and not self.source.text and self.context is None

    @property
    def start(self) -> int:
        """The line of its first keyword."""
        first = self.context or self.source
        return first.start if first else 0

    @property
    def flags(self) -> list[str]:
        """`fuzzy`, `c-format` and the like."""
        lines = [line[2:] for _, line in self.comments if line.startswith("#,")]
        return [flag.strip() for line in lines for flag in line.split(",") if flag.strip()]


def lines_in(text: str) -> tuple[str, ...]:
    """The lines of a file, each with its end."""
    return tuple(_LINE.findall(text))


def entries_in(lines: Sequence[str], where: Path) -> Iterator[Entry]:
    """The entries in a file's lines; obsolete ones (`#~`) are comments. Raises WorkbenchError, with the line."""
    reader = _Reader(where)
    for number, line in enumerate(lines):
        done = reader.take(number, line.rstrip("\r\n"))
        if done:
            yield done
    if last := reader.ended(len(lines)):
        yield last


class _Reader:
    """Takes line after line, and gives an entry when the next begins."""

    def __init__(self, where: Path) -> None:
        self._where = where
        self._entry = Entry()
        self._open: Field | None = None

    def take(self, number: int, line: str) -> Entry | None:
        if not line.strip():
            self._open = None
            return None
        if line.lstrip().startswith("#"):
            done = self._finished(number) if self._entry.strings else None
            self._open = None
            self._entry.comments.append((number, line.strip()))
            return done
        if found := _KEYWORD.match(line):
            return self._keyword(number, found)
        string = _STRING.match(line)
        if string is None or self._open is None:
            if _DOMAIN.match(line):
                return None
            raise self._damaged(number, "is no line of a PO file")
        self._open.text += _said(string[1])
        self._open.end = number + 1
        return None

    def _keyword(self, number: int, found: re.Match[str]) -> Entry | None:
        name = found[1]
        begun = bool(self._entry.strings or self._entry.source)
        done = self._finished(number) if begun and name in ("msgctxt", "msgid") else None
        if found[3] and _STRING.match(found[3]) is None:
            raise self._damaged(number, "has a string that does not end")
        if self._entry.source is None and name not in ("msgctxt", "msgid"):
            raise self._damaged(number, f"has a {name} without a msgid before it")
        self._open = Field(number, number + 1, _said(found[3] or '""'))
        if name.startswith("msgstr"):
            self._entry.strings[int(found[2] or 0)] = self._open
        else:
            setattr(self._entry, _FIELDS[name], self._open)
        return done

    def _finished(self, number: int) -> Entry:
        done, self._entry, self._open = self._entry, Entry(), None
        if done.source is None or not done.strings:
            raise self._damaged(number - 1, "comes after an entry without a msgstr")
        return done

    def ended(self, number: int) -> Entry | None:
        """The last entry, if there is one."""
        return self._finished(number) if self._entry.source or self._entry.context or self._entry.strings else None

    def _damaged(self, number: int, what: str) -> WorkbenchError:
        mend = "mend the line, or make the file anew with msgcat"
        return WorkbenchError(Problem(self._where, f"this {what}", mend, number + 1))


def _said(quoted: str) -> str:
    return _ESCAPE.sub(_unescaped, quoted[1:-1])


def _unescaped(found: re.Match[str]) -> str:
    if found[1] or found[2]:
        return chr(int(found[1], 8) if found[1] else int(found[2], 16))
    return _ESCAPED.get(found[3], found[3])


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a file keeps its lines short, as gettext's programs do by default."""
    return not any(len(line.rstrip()) > _WIDTH + 2 for line in lines if not line.startswith("#"))


def written(keyword: str, text: str, end: str, *, wrapped: bool) -> list[str]:
    """The lines of a keyword with its string: in one where it fits, else `""` and each line of the text in its own."""
    one = f'{keyword} "{text.translate(_WRITTEN)}"'
    inner_break = "\n" in text[:-1]
    if not inner_break and (not wrapped or len(one) <= _WIDTH):
        return [one + end]
    pieces = [piece for line in _LINE.findall(text) for piece in (_cut(line) if wrapped else [line])]
    return [f'{keyword} ""{end}', *(f'"{piece.translate(_WRITTEN)}"{end}' for piece in pieces)]


def _cut(line: str) -> Iterator[str]:
    """A line in pieces that fit, cut behind spaces."""
    piece, long = "", 0
    for found in _PLACES.finditer(line):
        more = len(found[0].translate(_WRITTEN))
        if piece and long + more + 2 > _WIDTH:
            yield piece
            piece, long = "", 0
        piece, long = piece + found[0], long + more
    if piece:
        yield piece
