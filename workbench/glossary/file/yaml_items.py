"""The entries of a glossary file, each read by itself, so that a broken one costs no other.

The file is cut into its top-level list items by their lines; each is then read by itself: the common ones line by
line, others as PyYAML's events (libyaml). No object is built from the file and no alias is followed: it can
do nothing but be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import yaml

from workbench.glossary.file.plain_item import LINE_END, Field, plain_fields

MOST_CHARACTERS = 20_000
"""An entry longer than this is told, not parsed."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
ITEM = re.compile(r"( *)-(?=\s|$)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_MARKER = re.compile(r"(?:^|(?<=\r))(?:(?:---|\.\.\.)[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)|%YAML\b[^\r\n]*)", re.MULTILINE)
_TAB_INDENT = re.compile(r" *\t+ *[^\s#]")
_CONTROL_IN_FILE = re.compile(CONTROL.pattern.replace(r"\x0b-\x1f", r"\x0b\x0c\x0e-\x1f"))
_WRITE_KEYS = "write it as '- de: …' and 'en: …'"


class BrokenItemError(Exception):
    """An item that cannot be read: the line (from 0, within the item), what is wrong and what to do."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.line, self.what, self.mend = line, what, mend


@dataclass(frozen=True, slots=True)
class Chunk:
    """The lines of one top-level item: `text` is `start:end` of the file, with `---` and `...` blanked out.

    `line` is its first line in the file, from 1. Comments behind the item belong to it if they are indented deeper
    than its dash. `stray`: no `- ` begins it.
    """

    line: int
    start: int
    end: int
    text: str
    stray: bool = False


@dataclass(slots=True)
class _Lines:
    """The lines of a chunk while they are gathered."""

    first: int
    start: int
    end: int
    stray: bool


def chunks(text: str) -> Iterator[Chunk]:
    """Cut a file into its top-level items; what stands at the margin and begins none is a stray chunk."""
    indent = _indent(text)
    inside = (" " * (indent + 1), "\t")
    lines: _Lines | None = None
    for number, match in enumerate(_LINE.finditer(text), 1):
        line = match[0]
        if line.isspace():
            continue
        if lines and line.startswith(inside):
            lines.end = match.end()
            continue
        begun = _begun_by(line, indent)
        if lines and lines.stray and begun == "stray":
            lines.end = match.end()
        elif begun:
            if lines:
                yield _chunk(text, lines)
            lines = _Lines(number, match.start(), match.end(), begun == "stray")
    if lines:
        yield _chunk(text, lines)


def _indent(text: str) -> int:
    """How many blanks stand before the dash of the first item."""
    return next((len(item[1]) for line in _LINE.finditer(text) if (item := ITEM.match(line[0]))), 0)


def _begun_by(line: str, indent: int) -> Literal["item", "stray", ""]:
    """What a line begins that is not within an item; "" for a comment or a marker (`---`)."""
    if line.lstrip().startswith("#") or _MARKER.match(line):
        return ""
    item = ITEM.match(line)
    return "item" if item and len(item[1]) == indent else "stray"


def _chunk(text: str, lines: _Lines) -> Chunk:
    own = text[lines.start : lines.end]
    if "---" in own or "..." in own or "%" in own:
        own = _MARKER.sub(lambda marker: " " * len(marker[0]), own)
    return Chunk(lines.first, lines.start, lines.end, own, lines.stray)


def fields(text: str) -> list[Field]:
    """The keys and values of an item's text. Raises BrokenItemError where it cannot be read."""
    if len(text) > MOST_CHARACTERS:
        raise BrokenItemError(0, "entry is longer than 20,000 characters", "shorten it")
    control = _CONTROL_IN_FILE.search(text)
    if control:
        what = f"control character U+{ord(control[0]):04X} in the entry"
        line = len(LINE_END.findall(text[: control.start()]))
        raise BrokenItemError(line, what, "delete it (it may be invisible: retype the line)")
    return plain_fields(text) or parsed_fields(text)


def parsed_fields(text: str) -> list[Field]:
    """The same by PyYAML, for an item written in any way. Raises BrokenItemError where it cannot be read."""
    try:
        return _fields(yaml.CSafeLoader(text).get_event)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(LINE_END.split(text), error) from None
    except yaml.YAMLError as error:
        raise BrokenItemError(0, f"entry is not YAML: {error}", "retype it") from None


def _syntax_error(lines: list[str], error: yaml.MarkedYAMLError) -> BrokenItemError:
    for number, line in enumerate(lines):
        if _TAB_INDENT.match(line):
            return BrokenItemError(number, "line is indented with a tab", "use spaces")
    mark = error.problem_mark or error.context_mark
    offset = min(mark.line, len(lines) - 1) if mark else 0
    while offset > 0 and not lines[offset].strip():
        offset -= 1
    told = ", ".join(part for part in (error.context, error.problem) if part)
    mend = 'check quotes, brackets and indentation; put a value with : # or a quote in it between "…"'
    return BrokenItemError(offset, f"entry is not YAML ({told})", mend)


def _fields(get: Callable[[], yaml.Event | None]) -> list[Field]:
    """The item in a stream of events; everything a glossary has no use for is refused."""
    for expected in (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.SequenceStartEvent):
        event = get()
        if not isinstance(event, expected):
            raise _broken(event, "not an entry", _WRITE_KEYS)
    event = get()
    if isinstance(event, yaml.ScalarEvent) and not event.value:
        raise _broken(event, "empty entry", "give it 'de' and 'en', or delete the '-'")
    if not isinstance(event, yaml.MappingStartEvent):
        _refuse_reference(event)
        raise _broken(event, "entry has no 'key: value' lines", _WRITE_KEYS)
    _refuse_reference(event)
    found = []
    while isinstance(key := get(), yaml.ScalarEvent):
        _refuse_reference(key)
        found.append(_field(key, get))
    _refuse_reference(key)
    if not isinstance(key, yaml.MappingEndEvent):
        raise _broken(key, "a key is not a word", "use de, en, first, also, avoid, kind, note, case")
    rest = [get() for _ in range(2)]
    if not isinstance(rest[1], yaml.DocumentEndEvent):
        raise _broken(rest[0], "more than one entry in one", "begin each entry with '- de: …'")
    return found


def _field(key: yaml.ScalarEvent, get: Callable[[], yaml.Event | None]) -> Field:
    event = get()
    _refuse_reference(event)
    if isinstance(event, yaml.ScalarEvent):
        return Field(key.value, _line(key), ((event.value, _line(event)),), is_list=False)
    if not isinstance(event, yaml.SequenceStartEvent):
        raise _broken(event, "a value has keys of its own", "write a text or a list of texts")
    texts = []
    while isinstance(part := get(), yaml.ScalarEvent):
        if part.anchor or part.tag:
            _refuse_reference(part)
        texts.append((part.value, _line(part)))
    _refuse_reference(part)
    if not isinstance(part, yaml.SequenceEndEvent):
        raise _broken(part, "a list has a list or keys in it", "write a list of texts")
    return Field(key.value, _line(key), tuple(texts), is_list=True)


def _refuse_reference(event: yaml.Event | None) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _broken(event, "aliases (*name) and anchors (&name) are not used here", "write it out")
    tag = getattr(event, "tag", None)
    if tag and tag != "!":
        raise _broken(event, f"tag {tag} is not used here", "delete it, or put the value in quotes")


def _line(event: yaml.Event | None) -> int:
    return event.start_mark.line if event and event.start_mark else 0


def _broken(event: yaml.Event | None, what: str, mend: str) -> BrokenItemError:
    return BrokenItemError(_line(event), what, mend)
