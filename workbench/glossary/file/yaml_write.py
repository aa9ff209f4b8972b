"""How an entry is written in `glossary.yaml`."""

from __future__ import annotations

import yaml

from workbench.glossary.entry import Entry
from workbench.glossary.file.yaml_entry import KEYS
from workbench.glossary.file.yaml_items import ITEM, LINE_END

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
        return _dumped(list(value))
    text = value if isinstance(value, str) else value[0]
    return _dumped([text])[1:-1] if in_brackets else _dumped(text)


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


def addition(old: str, entry: Entry) -> str:
    """What is to be appended to a file's text: in its own line ends, indentation and spacing."""
    end = line_end(old)
    lines = LINE_END.split(old)
    items = [(number, match[1]) for number, line in enumerate(lines) if (match := ITEM.match(line))]
    indent = items[0][1] if items else ""
    starts = [number for number, spaces in items if spaces == indent]
    spaced = any(not lines[number - 1].strip() for number in starts[1:]) or not starts
    before = [] if not lines[-1] else [""]
    if not old.strip():
        before += HEADER.splitlines()
    if spaced and (lines[-1] or len(lines) == 1 or lines[-2].strip()):
        before.append("")
    return end.join([*before, *(indent + line for line in lines_of(entry)), ""])


def line_end(text: str) -> str:
    """What ends the lines of a text: what ends its last one."""
    ends: list[str] = LINE_END.findall(text)
    return ends[-1] if ends else "\n"
