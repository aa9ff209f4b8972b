"""A line below a setting of several lines, put into the text of a file that people write, too."""

from __future__ import annotations

import re

from workbench.translation.scalars import word

_INDENT = re.compile(r"[ \t]+(?=[^\s#])")


def with_line_below(text: str, setting: str, name: str, value: str) -> str:
    """A settings file's text in which `name: value` stands below a setting; its other lines stay as they are.

    `value` is as YAML has it (see `word`).

    >>> with_line_below("style: guardian\\n", "memories", "eu-2023", "5")
    'style: guardian\\nmemories:\\n  eu-2023: 5\\n'
    """
    begins = re.compile(rf"{setting}:\s*(?:#.*)?$")
    end = "\r\n" if "\r\n" in text else "\n"
    text += end if text and not text.endswith(("\n", "\r")) else ""
    lines = text.splitlines(keepends=True)
    at = next((number for number, line in enumerate(lines) if begins.match(line.rstrip())), None)
    if at is None:
        return "".join([*lines, f"{setting}:{end}", f"  {word(name)}: {value}{end}"])
    below = _INDENT.match(lines[at + 1]) if at + 1 < len(lines) else None
    line = f"{below[0] if below else '  '}{word(name)}: {value}{end}"
    of_name = re.compile(rf"[ \t]+(?:{re.escape(name)}|{re.escape(word(name))}|'{re.escape(name)}'):\s")
    old = next((number for number in range(at + 1, len(lines)) if of_name.match(lines[number])), None)
    before, after = (lines[: at + 1], lines[at + 1 :]) if old is None else (lines[:old], lines[old + 1 :])
    return "".join([*before, line, *after])
