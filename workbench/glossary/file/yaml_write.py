"""How an entry is written in `glossary.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from workbench.glossary.entry import Entry
from workbench.glossary.file.plain_item import LINE_END
from workbench.glossary.file.yaml_entry import KEYS
from workbench.glossary.file.yaml_items import ITEM

HEADER = """\
# The glossary of this project: names and terms that must come out the same every time. Keep it by hand or in the
# program; `workbench glossary check` tells what is wrong with it. Each entry:
#
# - de: [German form, another one]   inflected and compound forms are found from these
#   en: the English to use
#   first: the English of the first mention in a document, if that is another one
#   also: [English that is allowed]
#   avoid: [English that is forbidden]
#   kind: person, place, organisation or term
#   note: what a translator should know
#   case: exact                      if the German must be written exactly so
"""
DEFAULTS = {"kind": "term", "case": "any"}

_PLAIN = re.compile(r"[^\W\d_][\w.'’()/+–-]*(?: [\w.'’()/+–-]+)*")
_NO_TEXT = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null"))
"""What a YAML reader takes for something else than text."""

Written = str | tuple[str, ...]
"""What stands under a key: one text, or several."""


def values_of(entry: Entry) -> dict[str, Written]:
    """What is written under each key, in the usual order; "" or () for what is not written at all."""
    values: dict[str, Written] = {key: getattr(entry, key) for key in KEYS}
    return {key: "" if value == DEFAULTS.get(key) else value for key, value in values.items()}


def lines_of(entry: Entry) -> list[str]:
    """A new entry's lines, without indentation."""
    lines = [f"{key}: {written(value)}" for key, value in values_of(entry).items() if value]
    return [("  " if number else "- ") + line for number, line in enumerate(lines)]


def written(value: Written, in_brackets: bool = False) -> str:
    """A value on one line, quoted where a reader would take it for something else; a tuple of one as a text."""
    if isinstance(value, tuple) and len(value) > 1:
        return f"[{', '.join(value)}]" if all(map(_is_plain, value)) else _dumped(list(value))
    text = value if isinstance(value, str) else value[0]
    if _is_plain(text):
        return text
    return _dumped([text])[1:-1] if in_brackets else _dumped(text)


def _is_plain(text: str) -> bool:
    """Whether a text surely needs no quotation marks; PyYAML decides on the others, which takes long."""
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _NO_TEXT


def quoted(text: str, style: str | None, in_brackets: bool) -> str:
    """A text in the quotation marks a YAML style asks for, or as `written`."""
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return written(text, in_brackets)


def _dumped(value: str | list[str]) -> str:
    text = str(yaml.safe_dump(value, allow_unicode=True, width=1_000_000, default_flow_style=True))
    return text.removesuffix("\n").removesuffix("\n...")


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written: what ends its lines, how far its items are indented, whether blank lines part them."""

    line_end: str
    indent: str
    spaced: bool
    empty: bool


def style_of(text: str) -> Style:
    """The style of a file's text; one without items gets blank lines between a heading and its first one."""
    lines = LINE_END.split(text)
    items = [(number, match[1]) for number, line in enumerate(lines) if (match := ITEM.match(line))]
    indent = items[0][1] if items else ""
    starts = [number for number, spaces in items if spaces == indent]
    spaced = any(not lines[number - 1].strip() for number in starts[1:])
    return Style(line_end(text), indent, spaced, not starts)


def addition(old: str, entry: Entry) -> str:
    """What is to be appended to a file's text: in its own line ends, indentation and spacing."""
    return "".join(additions(old, [entry]))


def additions(old: str, entries: Iterable[Entry]) -> Iterator[str]:
    """What is to be appended to a file's text, entry by entry: in its own line ends, indentation and spacing."""
    style = style_of(old)
    before = _before_first(old, style)
    for entry in entries:
        lines = (style.indent + line for line in lines_of(entry))
        yield style.line_end.join([*before, *lines, ""])
        before = [""] if style.spaced else []


def _before_first(old: str, style: Style) -> list[str]:
    """The lines that go before the first addition: the end of an unended line, the heading, a blank line."""
    lines = LINE_END.split(old)
    before = [] if not lines[-1] else [""]
    if not old.strip():
        before += HEADER.splitlines()
    blank = len(lines) > 1 and not lines[-1] and not lines[-2].strip()
    return before if blank or not (style.spaced or style.empty) else [*before, ""]


def line_end(text: str) -> str:
    """What ends the lines of a text: what ends its last one."""
    ends: list[str] = LINE_END.findall(text)
    return ends[-1] if ends else "\n"
