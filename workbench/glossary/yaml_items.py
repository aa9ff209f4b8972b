"""The entries of a glossary file, each read by itself, so that a broken one costs no other.

The file is cut into its top-level list items by their lines; each is then parsed as PyYAML's events
(libyaml). No object is built from the file and no alias is followed: it can do nothing but be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

MOST_CHARACTERS = 20_000
"""An entry longer than this is told, not parsed."""

LINE_END = re.compile(r"\r\n|\n|\r")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_BLANK = re.compile(r"\s*(?:#.*)?$")
_ITEM = re.compile(r"( *)-(?:\s|$)")
_MARKER = re.compile(r"(?:---|\.\.\.)\s*(?:#.*)?$|%YAML\b")
_TAB_INDENT = re.compile(r" *\t+ *[^\s#]")


class BrokenItemError(Exception):
    """An item that cannot be read: the line (from 1), what is wrong and what to do."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.line, self.what, self.mend = line, what, mend


@dataclass(slots=True)
class Chunk:
    """The lines of one top-level item, the first at `line` of the file; `stray` if no `- ` begins it."""

    line: int
    lines: list[str] = field(default_factory=list)
    stray: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is written: one text, or the texts of a list, with their lines in the file."""

    line: int
    texts: tuple[tuple[str, int], ...]
    is_list: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One `key: value` of an item."""

    key: str
    line: int
    value: Value


def chunks(lines: list[str]) -> Iterator[Chunk]:
    """Cut a file into its top-level items; what stands at the margin and begins none is a stray chunk."""
    items = (_ITEM.match(line) for line in lines)
    indent = next((len(item[1]) for item in items if item), 0)
    chunk: Chunk | None = None
    for number, line in enumerate(lines, 1):
        item = _ITEM.match(line)
        if item and len(item[1]) == indent:
            if chunk:
                yield chunk
            chunk = Chunk(number, [line])
        elif _BLANK.match(line) or _MARKER.match(line):
            if chunk:
                chunk.lines.append("" if _MARKER.match(line) else line)
        elif chunk and (chunk.stray or _depth(line) > indent):
            chunk.lines.append(line)
        else:
            if chunk:
                yield chunk
            chunk = Chunk(number, [line], stray=True)
    if chunk:
        yield chunk


def _depth(line: str) -> int:
    return 1_000 if line.startswith("\t") else len(line) - len(line.lstrip(" "))


def fields(chunk: Chunk) -> list[Field]:
    """The keys and values of an item. Raises BrokenItemError where it cannot be read."""
    text = "\n".join(chunk.lines) + "\n"
    if len(text) > MOST_CHARACTERS:
        raise BrokenItemError(chunk.line, "entry is longer than 20,000 characters", "shorten it")
    for number, line in enumerate(chunk.lines, chunk.line):
        control = CONTROL.search(line)
        if control:
            what = f"control character U+{ord(control[0]):04X} in the entry"
            raise BrokenItemError(number, what, "delete it (it may be invisible: retype the line)")
    try:
        return _Reader(text, chunk.line).item()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(chunk, error) from None
    except yaml.YAMLError as error:
        raise BrokenItemError(chunk.line, f"entry is not YAML: {error}", "retype it") from None


def _syntax_error(chunk: Chunk, error: yaml.MarkedYAMLError) -> BrokenItemError:
    for number, line in enumerate(chunk.lines, chunk.line):
        if _TAB_INDENT.match(line):
            return BrokenItemError(number, "line is indented with a tab", "use spaces")
    mark = error.problem_mark or error.context_mark
    offset = min(mark.line, len(chunk.lines) - 1) if mark else 0
    while offset > 0 and not chunk.lines[offset].strip():
        offset -= 1
    told = ", ".join(part for part in (error.context, error.problem) if part)
    mend = 'check quotes, brackets and indentation; put a value with : # or a quote in it between "…"'
    return BrokenItemError(chunk.line + offset, f"entry is not YAML ({told})", mend)


class _Reader:
    """Reads the events of one item; everything a glossary has no use for is refused with its line."""

    def __init__(self, text: str, line: int) -> None:
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._line = line

    def item(self) -> list[Field]:
        for expected in (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.SequenceStartEvent):
            event = self._next()
            if not isinstance(event, expected):
                raise self._broken(event, "not an entry", "write it as '- de: …' and 'en: …'")
        event = self._next()
        if isinstance(event, yaml.ScalarEvent) and not event.value:
            raise self._broken(event, "empty entry", "give it 'de' and 'en', or delete the '-'")
        if not isinstance(event, yaml.MappingStartEvent):
            raise self._broken(event, "entry has no 'key: value' lines", "write it as '- de: …' and 'en: …'")
        found = []
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise self._broken(key, "a key is not a word", "use de, en, first, also, avoid, kind, note, case")
            found.append(Field(key.value, self._at(key), self._value()))
        rest = [self._next() for _ in range(2)]
        if not isinstance(rest[1], yaml.DocumentEndEvent):
            raise self._broken(rest[0], "more than one entry in one", "begin each entry with '- de: …'")
        return found

    def _value(self) -> Value:
        event = self._next()
        line = self._at(event)
        if isinstance(event, yaml.ScalarEvent):
            return Value(line, ((event.value, line),), is_list=False)
        if not isinstance(event, yaml.SequenceStartEvent):
            raise self._broken(event, "a value has keys of its own", "write a text or a list of texts")
        texts = []
        while not isinstance(part := self._next(), yaml.SequenceEndEvent):
            if not isinstance(part, yaml.ScalarEvent):
                raise self._broken(part, "a list has a list or keys in it", "write a list of texts")
            texts.append((part.value, self._at(part)))
        return Value(line, tuple(texts), is_list=True)

    def _next(self) -> yaml.Event:
        event = next(self._events)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._broken(event, "aliases (*name) and anchors (&name) are not used here", "write it out")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise self._broken(event, f"tag {tag} is not used here", "delete it, or put the value in quotes")
        return event

    def _at(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self._line + (mark.line if mark else 0)

    def _broken(self, event: yaml.Event, what: str, mend: str) -> BrokenItemError:
        return BrokenItemError(self._at(event), what, mend)
