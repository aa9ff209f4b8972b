"""A YAML file as a small tree with line numbers: text, lists and mappings, no tags, no aliases, no depth.

Built from PyYAML's events: its composer recurses in C, and a file of 100,000 brackets ends the process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

import yaml

from workbench.problem import Problem, WorkbenchError

DEEPEST = 12
"""Levels of lists and mappings; a translation's record has five."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONFLICT = re.compile(rb"^(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)( |\r?$)", re.MULTILINE)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


class Text(NamedTuple):
    """A scalar, whatever it looks like, as it is written; what YAML calls null is the empty text."""

    line: int
    value: str


class Items(NamedTuple):
    """A sequence."""

    line: int
    items: list[Node]


class Fields(NamedTuple):
    """A mapping, its keys and values in turn."""

    line: int
    items: list[Node]


Node = Text | Items | Fields


def fail(where: Path | str, line: int | None, what: str, mend: str) -> NoReturn:
    """Tell the user what is wrong in a file, and where."""
    raise WorkbenchError(Problem(where, what, mend, line))


def read_tree(data: bytes, where: Path | str) -> Node | None:
    """The tree of one YAML document, None if it is empty. `where` is named in problems.

    Raises WorkbenchError, with the line, for whatever is no such document: broken YAML, merge conflicts,
    other encodings than UTF-8, tags, aliases, more than DEEPEST levels, a second document.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        fail(where, data.count(b"\n", 0, error.start) + 1, "is not UTF-8 here", "save the file as UTF-8")
    if conflict := _CONFLICT.search(data):
        mend = "choose one version, delete the <<<<<<< ======= >>>>>>> lines, then open it again"
        line = data.count(b"\n", 0, conflict.start()) + 1
        fail(where, line, "there is an unresolved merge conflict", mend)
    try:
        return _tree(yaml.parse(data, Loader=_LOADER), where)
    except yaml.reader.ReaderError as error:
        line = data.count(b"\n", 0, error.position or 0) + 1
        fail(where, line, "there is a control character", "delete it")
    except yaml.MarkedYAMLError as error:
        _fail_of_syntax(error, data, where)


def _fail_of_syntax(error: yaml.MarkedYAMLError, data: bytes, where: Path | str) -> NoReturn:
    mark = error.problem_mark or error.context_mark
    said = " ".join(filter(None, (error.context, error.problem)))
    line = mark.line + 1 if mark else 1
    tab = re.match(rb" *\t", b"".join(data.split(b"\n")[line - 1 : line]))
    mend = "indent with spaces, not tabs" if tab else "check the indentation and quotes there"
    fail(where, line, f"is not YAML ({said})", mend)


class _Tree:
    """Takes the events of a YAML file one after another; what is not used in these files ends in a problem."""

    def __init__(self, where: Path | str) -> None:
        self.root: list[Node] = []
        self._open = [self.root]
        self._where = where

    def take(self, event: yaml.Event) -> None:
        """Take the next event up."""
        if isinstance(event, yaml.ScalarEvent):
            self._text(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            what = f"the alias `*{event.anchor}` is not used in these files"
            fail(self._where, _line(event), what, "write the value out")
        elif isinstance(event, yaml.DocumentStartEvent) and self.root:
            what = "a second document begins here (`---`)"
            fail(self._where, _line(event), what, "delete it, or the line")

    def _text(self, event: yaml.ScalarEvent) -> None:
        _refuse_tag(event, _TEXT_TAGS, self._where)
        null = event.style in (None, "") and event.value in _NULL
        self._open[-1].append(Text(_line(event), "" if null else event.value))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        line = _line(event)
        _refuse_tag(event, (None, "!"), self._where)
        if len(self._open) > DEEPEST:
            fail(self._where, line, "is nested too deeply", "this is no file of the workbench; move it away")
        items: list[Node] = []
        self._open[-1].append(Items(line, items) if isinstance(event, yaml.SequenceStartEvent) else Fields(line, items))
        self._open.append(items)


def _tree(events: Iterator[yaml.Event], where: Path | str) -> Node | None:
    tree = _Tree(where)
    for event in events:
        tree.take(event)
    return tree.root[0] if tree.root else None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _refuse_tag(
    event: yaml.ScalarEvent | yaml.CollectionStartEvent, known: tuple[str | None, ...], where: Path | str
) -> None:
    if event.tag not in known:
        line = _line(event)
        fail(where, line, f"the tag `{event.tag}` is not used in these files", "delete the tag (`!…`)")
