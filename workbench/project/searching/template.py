"""What is put in the place of a pattern's match: text with the match's groups in it."""

from __future__ import annotations

import re
from typing import Any

from workbench.problem import Problem, WorkbenchError

_PART = re.compile(
    r"\\g<(?P<named>[^<>]*)>|\\(?P<group>\d{1,2})|\$\{(?P<braced>\w*)\}|\$(?P<dollar>\d{1,2})|\\(?P<sign>.?)", re.S
)
_SIGNS = {"n": "\n", "t": "\t", "\\": "\\", "$": "$"}


class Template:
    """A replacement for what a pattern matches: `\\1`, `$1`, `\\g<1>`, `\\g<name>`, `${name}` are its groups.

    `\\\\` is a backslash, `\\$` a dollar, `\\n` a line break, `\\t` a tab. Raises WorkbenchError for a group that the
    pattern (of `regex`) has not, and for a backslash before anything else.

    >>> import regex
    >>> pattern = regex.compile(r"(\\d+) (euros?)")
    >>> Template(r"€$1", pattern).filled(pattern.search("for 30 euros"))
    '€30'
    """

    def __init__(self, text: str, pattern: Any) -> None:
        self._parts: list[str | int] = []
        at = 0
        for part in _PART.finditer(text):
            self._parts += [text[at : part.start()], _part(text, part, pattern)]
            at = part.end()
        self._parts.append(text[at:])

    def filled(self, match: Any) -> str:
        """The replacement of one match. A group that took no part in it is empty."""
        return "".join(part if isinstance(part, str) else match[part] or "" for part in self._parts)


def _part(text: str, part: re.Match[str], pattern: Any) -> str | int:
    if part["sign"] is not None:
        if part["sign"] not in _SIGNS:
            raise _fault(text, f"\\{part['sign']} is nothing that can be put in", "write \\\\ for a backslash")
        return _SIGNS[part["sign"]]
    name = next(name for name in part.group("named", "group", "braced", "dollar") if name is not None)
    number = int(name) if name.isdecimal() else pattern.groupindex.get(name, -1)
    if not 0 <= number <= pattern.groups:
        mend = "write \\$ for a dollar" if part[0].startswith("$") else f"it has {pattern.groups}"
        raise _fault(text, f"the pattern has no group {name}", mend)
    return int(number)


def _fault(text: str, what: str, mend: str) -> WorkbenchError:
    return WorkbenchError(Problem(text if len(text) <= 60 else f"{text[:60]}…", what, mend))
