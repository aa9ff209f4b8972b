"""Tables of contents and of figures: their lines are headings and captions over again, and follow these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbench.formats.docx.content import Content
from workbench.formats.docx.fields import Fields
from workbench.formats.docx.leaves import Leaf
from workbench.formats.docx.names import FIELD_CHAR, SPACE, P, T, w
from workbench.formats.docx.placing import Unit
from workbench.formats.docx.staying import has_word
from workbench.formats.docx.stories import Entry
from workbench.text.inline import Inline

_TAB = w("tab")
_NUMBERED = re.compile(r"(?:\d+|[A-Z]|[IVXLC]+)(?:\.\d+)*[.)]?\s+(?=\S)")
_PAGE = re.compile(r"(?<!\s)\s*(?<!\d)\d+\s*$")
_LISTED = ("headline", "caption", "teaser")


def lines_of(root: Any, fields: Fields) -> Iterator[Any]:
    """The paragraphs of a part that are lines of a table of contents."""
    ends = set(fields.contents.values())
    open_now, line = 0, None
    for element in root.iter(P, FIELD_CHAR) if fields.contents else ():
        if element.tag == P:
            line = element
            if open_now:
                yield line
        elif element in fields.contents:
            open_now += 1
            if open_now == 1:
                yield line
        elif element in ends:
            open_now -= 1


def lost_lines(lines: Iterable[Any], entries: Iterable[Entry]) -> int:
    """How many lines have words that no paragraph has."""
    contents = [entry.content for entry in entries if entry.content is not None]
    known = {_key(_shown(content, content.inline)) for content in contents}
    texts = [[_text(stretch) for stretch in _stretches(line)] for line in lines]
    return sum(any(map(has_word, said)) and not any(_found(one, known) for one in said) for said in texts)


def follow(lines: Iterable[Any], units: Sequence[Unit], fields: Fields) -> Iterator[Any]:
    """Write what headings and captions have become into the lines that repeat them; answers with those changed.

    The line of a heading that is left out goes, or is empty where the field begins or ends in it.
    """
    lines = list(lines)
    made = _made(units) if lines else {}
    for line in lines:
        for stretch in _stretches(line):
            said = _text(stretch)
            if found := _found(said, made):
                new = made[_key(found)]
                if _key(new) != _key(found):
                    yield line
                    _say(stretch, said.replace(found, new, 1))
                if not new and not _holds_an_end(line, fields):
                    line.getparent().remove(line)
                break


def _made(units: Sequence[Unit]) -> Mapping[str, str]:
    """By what headings and captions say, blanks aside, what they have become; else by what other paragraphs do."""
    found: dict[str, str] = {}
    ordered = sorted(units, key=lambda unit: unit.entries[0].role not in _LISTED)
    for unit in ordered:
        content = unit.entries[0].content
        if content is not None and len(unit.entries) == 1:
            words = " ".join(_shown(content, words) for _, words in unit.made if words is not None)
            found.setdefault(_key(_shown(content, content.inline)), " ".join(words.split()))
    return found


def _shown(content: Content, words: Inline) -> str:
    """A text with the results of the fields in it: the number of a figure."""
    parts = []
    for part in words:
        leaf = None if isinstance(part, str) else content.templates.get(part.id)
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(leaf, Leaf):
            parts.append(" " if leaf.spaced else "".join(t.text or "" for _, one in leaf.pieces for t in one.iter(T)))
    return "".join(parts)


def _stretches(line: Any) -> list[list[Any]]:
    """The texts of a line, parted at its tabs."""
    found: list[list[Any]] = [[]]
    for element in line.iter(T, _TAB):
        if element.tag == T:
            found[-1].append(element)
        else:
            found.append([])
    return [stretch for stretch in found if stretch]


def _text(stretch: Iterable[Any]) -> str:
    return "".join(text.text or "" for text in stretch)


def _found(said: str, known: Iterable[str]) -> str:
    """What of a stretch is known, without the number before it and the page behind it; empty where nothing is."""
    bare = _NUMBERED.sub("", said.strip(), count=1) if _NUMBERED.match(said.strip()) else said.strip()
    for text in (said.strip(), bare, _PAGE.sub("", said.strip()), _PAGE.sub("", bare)):
        if has_word(text) and _key(text) in known:
            return text
    return ""


def _say(stretch: Sequence[Any], text: str) -> None:
    for element in stretch[1:]:
        element.text = None
    stretch[0].text = text
    stretch[0].set(SPACE, "preserve")


def _holds_an_end(line: Any, fields: Fields) -> bool:
    return any(mark in fields.running_in or mark in fields.running_out for mark in line.iter(FIELD_CHAR))


def _key(text: str) -> str:
    return "".join(text.split())
