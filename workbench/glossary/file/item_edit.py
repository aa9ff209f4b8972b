"""Changing an entry where it stands: only the values that change are rewritten, in the style they have.

An item is composed by PyYAML for the places of its keys and values; the new text is put in there, and everything
else – comments, order, quoting, indentation, line ends – is the old text. Comments of what is taken out stay, as
lines of their own.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from difflib import SequenceMatcher

import yaml

from workbench.glossary.entry import Entry
from workbench.glossary.file.plain_item import LINE_END
from workbench.glossary.file.yaml_entry import KEYS, LONGEST_NOTE
from workbench.glossary.file.yaml_places import (
    NotEditableError,
    Pair,
    before_on_line,
    column_of,
    end_of,
    is_block,
    line_after,
    line_start,
    mapping_of,
    pair_of,
    start_of,
    with_line,
    without_member_lines,
    without_pair_lines,
    without_part,
)
from workbench.glossary.file.yaml_write import Written, line_end, quoted, values_of, written
from workbench.text import clean_line

_DASH = re.compile(r" *- +")
_COMMENT_LINE = re.compile(r"([ \t]*)#[^\r\n]*(?:\r\n|\n|\r|\Z)")
_NARROWEST = 60


def edited(item: str, old: Entry, new: Entry, keep: bool) -> str:
    """The text of an item that gives `old`, changed so that it gives `new`.

    `keep`: list members that are written but not in force (faulty, or another entry's) stay. Whoever calls reads
    the result again, to see that it gives `new`. Raises NotEditableError.
    """
    before, after = values_of(old), values_of(new)
    for key in KEYS:
        if before[key] != after[key]:
            item = _with_value(item, key, before[key] if keep else None, after[key])
    return item


def own_end(item: str) -> int:
    """Where an item's own lines end: with its last value, or with comments right under it, deeper than its dash."""
    end = line_after(item, end_of(item, mapping_of(item)))
    while (comment := _COMMENT_LINE.match(item, end)) and len(comment[1]) > item.index("-"):
        end = comment.end()
    return end


def _with_value(item: str, key: str, before: Written | None, after: Written) -> str:
    mapping = mapping_of(item)
    pair = pair_of(mapping, key)
    if not pair:
        return _with_key(item, mapping, key, after)
    value = pair[1]
    if isinstance(value, yaml.SequenceNode) and isinstance(after, tuple):
        return _with_members(item, key, before, after)
    if isinstance(value, yaml.ScalarNode):
        there = clean_line(value.value)
        if key == "note" and len(there) > LONGEST_NOTE:
            raise NotEditableError
        if isinstance(after, tuple) and before is not None and there and there not in before:
            after = (there, *after)
    if not after:
        return _without_pair(item, mapping, pair)
    return _replaced(item, value, _restyled(item, value, after, bool(mapping.flow_style)))


def _restyled(item: str, node: yaml.Node, value: Written, in_brackets: bool) -> str:
    """A new value in the old one's style, as far as that can hold it."""
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    if isinstance(value, tuple) and len(value) > 1:
        text = f"[{', '.join(quoted(part, style, in_brackets=True) for part in value)}]"
    else:
        single = value if isinstance(value, str) else value[0]
        if is_block(node):
            text = _block(item[start_of(node) : end_of(item, node)], single)
        else:
            text = quoted(single, style, in_brackets)
    return f" {text}" if item[start_of(node) - 1] in ":-" else text


def _block(old: str, text: str) -> str:
    """A text in the lines of a block (`note: >`): its head and indentation, filled to the width it had."""
    head, *body = LINE_END.split(old)
    first = next((line for line in body if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    if not indent:
        return written(text)
    width = max(_NARROWEST, *map(len, body))
    lines = textwrap.wrap(text, width - len(indent), break_long_words=False, break_on_hyphens=False)
    return line_end(old).join([head, *(indent + line for line in lines)])


def _replaced(item: str, node: yaml.Node, text: str) -> str:
    return item[: start_of(node)] + text + item[end_of(item, node) :]


def _with_key(item: str, mapping: yaml.MappingNode, key: str, value: Written) -> str:
    """The item with one more key, behind the last of those that usually stand before it."""
    earlier = KEYS[: KEYS.index(key)]
    place = max((end_of(item, pair[1]) for pair in mapping.value if pair[0].value in earlier), default=None)
    if place is None:
        raise NotEditableError
    if mapping.flow_style:
        return f"{item[:place]}, {key}: {written(value, in_brackets=True)}{item[place:]}"
    line = f"{' ' * column_of(mapping.value[0][0])}{key}: {written(value)}"
    return with_line(item, line_after(item, place), line, line_end(item))


def _without_pair(item: str, mapping: yaml.MappingNode, pair: Pair) -> str:
    if mapping.flow_style:
        parts = [(start_of(key), end_of(item, value)) for key, value in mapping.value]
        return without_part(item, parts, mapping.value.index(pair))
    return without_pair_lines(item, pair, column_of(mapping.value[0][0]), line_end(item))


def _with_members(item: str, key: str, before: Written | None, after: tuple[str, ...]) -> str:
    """A list whose members in force (`before`; None: all) become `after`; one that would be empty goes."""
    texts = [clean_line(node.value) for node in _list(item, key).value]
    places = _places_in_force(texts, before)
    if not after and len(places) == len(texts):
        return _without_key(item, key)
    steps = SequenceMatcher(None, [texts[n] for n in places], after, autojunk=False).get_opcodes()
    for kind, start, stop, low, high in reversed(steps):
        if kind != "equal":
            behind = places[start - 1] if start else -1
            item = _with_run(item, key, behind, places[start:stop], after[low:high])
    return item


def _places_in_force(texts: Sequence[str], before: Written | None) -> list[int]:
    """Which members of a list are in force (`before`; None: all), each text once."""
    return [n for n, text in enumerate(texts) if before is None or (text in before and text not in texts[:n])]


def _with_run(item: str, key: str, behind: int, places: Sequence[int], texts: Sequence[str]) -> str:
    """The list with these texts in the place of a run of its members, which stand behind another (-1: in front)."""
    same = min(len(places), len(texts))
    for place in reversed(places[same:]):
        item = _without_member(item, key, place)
    last = places[same - 1] if same else behind
    for text in reversed(texts[same:]):
        item = _with_member(item, key, last, text)
    for place, text in zip(places[:same], texts[:same], strict=True):
        whole = _list(item, key)
        node = whole.value[place]
        item = _replaced(item, node, _restyled(item, node, text, bool(whole.flow_style)))
    return item


def _without_key(item: str, key: str) -> str:
    mapping = mapping_of(item)
    pair = pair_of(mapping, key)
    return _without_pair(item, mapping, pair) if pair else item


def _list(item: str, key: str) -> yaml.SequenceNode:
    pair = pair_of(mapping_of(item), key)
    if not pair or not isinstance(pair[1], yaml.SequenceNode):
        raise NotEditableError
    return pair[1]


def _with_member(item: str, key: str, behind: int, text: str) -> str:
    """The list with one more member, behind the one of that number (-1: in front)."""
    whole = _list(item, key)
    nodes = whole.value
    if whole.flow_style:
        member = written(text, in_brackets=True)
        if behind >= 0:
            place, member = end_of(item, nodes[behind]), f", {member}"
        else:
            place, member = (start_of(nodes[0]), f"{member}, ") if nodes else (start_of(whole) + 1, member)
        return item[:place] + member + item[place:]
    dash = before_on_line(item, start_of(nodes[max(behind, 0)]))
    if not _DASH.fullmatch(dash):
        raise NotEditableError
    place = line_start(item, start_of(nodes[0])) if behind < 0 else line_after(item, end_of(item, nodes[behind]))
    return with_line(item, place, dash + written(text), line_end(item))


def _without_member(item: str, key: str, number: int) -> str:
    whole = _list(item, key)
    if not whole.flow_style:
        return without_member_lines(item, whole.value[number], line_end(item))
    return without_part(item, [(start_of(node), end_of(item, node)) for node in whole.value], number)
