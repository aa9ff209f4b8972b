"""Text as Markdown (CommonMark 0.31): what is shown as it is, and what is set in bold, as code, as a link."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.export.runs import Run
from workbench.formats import CodeRole

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+])(?=\s|$|[-=])|(=)|(\d{1,9})([.)])(?=\s|$))")
_MARKS: tuple[tuple[CodeRole, str, str], ...] = (
    ("bold", "**", "strong"),
    ("italic", "*", "em"),
    ("strike", "~~", "del"),
    ("note", "", "sup"),
)
_NO_ADDRESS = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C"})


def escaped(text: str) -> str:
    """The text as Markdown that shows it as it is; line breaks in it stay line breaks.

    >>> escaped("1. a|b <i>")
    '1\\\\. a\\\\|b \\\\<i\\\\>'
    """
    return _in_lines(_special(text.strip()))


def set_runs(found: Iterable[Run]) -> str:
    """Runs of text as Markdown, set as their codes say; line breaks in it stay line breaks.

    >>> set_runs([Run("Das "), Run("neue", frozenset({"bold"})), Run(" Gesetz*")])
    'Das **neue** Gesetz\\\\*'
    """
    made = ""
    for run in found:
        made += _run(run, made[-1:])
    return _in_lines(made.strip())


def _run(run: Run, before: str) -> str:
    """One run behind the character `before`; blanks at its ends stay outside of its marks."""
    core = run.text.strip()
    if "break" in run.roles or not core:
        return _special(run.text)
    at = run.text.index(core)
    made = _marked(core, run.roles, "]" if run.address else before)
    if run.address:
        made = f"[{made}](<{run.address.translate(_NO_ADDRESS)}>)"
    return run.text[:at] + made + run.text[at + len(core) :]


def _marked(core: str, roles: frozenset[CodeRole], before: str) -> str:
    """A text in its marks. Where CommonMark would not take them for marks, tags stand for them: these always hold."""
    made = _code(core, before) if "code" in roles else _special(core)
    wanted = [(mark, tag) for role, mark, tag in _MARKS if role in roles]
    holds = core[0].isalnum() and core[-1].isalnum() and before not in ("*", "~", "_") and "code" not in roles
    if len(wanted) == 1 and holds and wanted[0][0]:
        return wanted[0][0] + made + wanted[0][0]
    for _, tag in wanted:
        made = f"<{tag}>{made}</{tag}>"
    return made


def _code(core: str, before: str) -> str:
    if before == "`" or any(letter in core for letter in "`\\\n"):
        return f"<code>{_special(core)}</code>"
    return f"`{core}`"


def _special(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def _in_lines(text: str) -> str:
    """Lines that begin with nothing that Markdown takes for a mark, with breaks between them that it keeps."""
    lines = [_LINE_START.sub(_at_line_start, line.strip()) for line in text.split("\n")]
    whole = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        whole.append(line + "\\" if line and following else line)
    return "\n".join(whole)


def _at_line_start(match: re.Match[str]) -> str:
    """A heading, bullet, underline or list number loses its meaning behind a backslash."""
    if match[4]:
        return f"{match[4]}\\{match[5]}"
    return "\\" + match[0]
