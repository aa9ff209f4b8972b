"""Where the keys and values of an item stand in its text, and taking something out there without its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from workbench.glossary.file.plain_item import LINE_END

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")
_COMMA = re.compile(r"(?:\s|#[^\r\n]*+)*+,")
_HEAD = re.compile(r"[|>][-+0-9]*")
_MEMBER = re.compile(r" *- *")

Pair = tuple[yaml.ScalarNode, yaml.Node]
"""A key and its value."""


class NotEditableError(Exception):
    """The item is written in a way that cannot be changed in place."""


def mapping_of(item: str) -> yaml.MappingNode:
    """The keys and values of an item that was read without fault, with their places."""
    try:
        root = yaml.compose(item, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise NotEditableError from error
    if not isinstance(root, yaml.SequenceNode) or not isinstance(root.value[0], yaml.MappingNode):
        raise NotEditableError
    return root.value[0]


def pair_of(mapping: yaml.MappingNode, key: str) -> Pair | None:
    """The first pair with this key."""
    return next((pair for pair in mapping.value if pair[0].value == key), None)


def start_of(node: yaml.Node) -> int:
    """Where a node's text begins."""
    return int(node.start_mark.index)


def column_of(node: yaml.Node) -> int:
    """The column in which a node's text begins, from 0."""
    return int(node.start_mark.column)


def end_of(item: str, node: yaml.Node) -> int:
    """Where a node's text ends (PyYAML ends a block where the next thing begins)."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return end_of(item, node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return end_of(item, node.value[-1])
    if is_block(node):
        return start_of(node) + len(item[start_of(node) : node.end_mark.index].rstrip())
    return int(node.end_mark.index)


def is_block(node: yaml.Node) -> bool:
    """Whether a text is written as a block under `>` or `|`."""
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def before_on_line(item: str, place: int) -> str:
    """What stands before a place on its line."""
    return item[line_start(item, place) : place]


def line_start(item: str, place: int) -> int:
    """Where the line of a place begins."""
    return max(item.rfind("\n", 0, place), item.rfind("\r", 0, place)) + 1


def line_after(item: str, place: int) -> int:
    """Where the line after the one of a place begins."""
    match = LINE_END.search(item, place)
    return match.end() if match else len(item)


def with_line(item: str, place: int, line: str, ends: str) -> str:
    """The item with one more line, at a place where a line begins or behind a last line that has no end."""
    unended = place == len(item) and not item.endswith(("\n", "\r"))
    return item[:place] + (ends + line if unended else line + ends) + item[place:]


def without_member_lines(item: str, member: yaml.Node, ends: str) -> str:
    """The item without the lines of a block list's member, whose comments become lines of their own."""
    dash = before_on_line(item, start_of(member))
    if not _MEMBER.fullmatch(dash):
        raise NotEditableError
    start, end = line_start(item, start_of(member)), line_after(item, end_of(item, member))
    return item[:start] + _comment_lines(item, (start, end), [member], dash.index("-"), ends) + item[end:]


def without_pair_lines(item: str, pair: Pair, column: int, ends: str) -> str:
    """The item without the lines of a pair, whose comments become lines of their own. The entry's dash stays."""
    start, end = start_of(pair[0]), line_after(item, end_of(item, pair[1]))
    comments = _comment_lines(item, (start, end), pair, column, ends)
    before = before_on_line(item, start)
    if not before.strip():
        return item[: line_start(item, start)] + comments + item[end:]
    if before.strip() != "-":
        raise NotEditableError
    following = re.compile(r" *(?=[^\s#])").match(item, end)
    if following and not comments:
        return item[:start] + item[following.end() :]
    return item[:start].rstrip(" ") + ends + comments + item[end:]


def without_part(item: str, parts: Sequence[tuple[int, int]], number: int) -> str:
    """The item without a part of a list in brackets, or of an entry in braces, and without the comma that goes too."""
    start, end = parts[number]
    if number + 1 < len(parts):
        comma = _COMMA.match(item, end)
        if not comma:
            raise NotEditableError
        before, behind, following = item[end : comma.end() - 1], comma.end(), parts[number + 1][0]
        stays = before if "#" in before else ""
        return item[:start] + stays + item[following if not item[behind:following].strip() else behind :]
    if number:
        comma = _COMMA.match(item, parts[number - 1][1])
        if not comma:
            raise NotEditableError
        between = item[comma.end() : start]
        return item[: comma.end() - 1] + (between if between.strip() else "") + item[end:]
    return item[:start] + item[end:]


def _comment_lines(item: str, place: tuple[int, int], nodes: Sequence[yaml.Node], column: int, ends: str) -> str:
    return "".join(" " * column + comment + ends for comment in _comments(item, *place, nodes))


def _comments(item: str, start: int, end: int, nodes: Sequence[yaml.Node]) -> Iterator[str]:
    """The comments between two places, outside the texts of the nodes there."""
    for leaf in (leaf for node in nodes for leaf in _leaves(node)):
        yield from _COMMENT.findall(item[start : start_of(leaf)])
        start = start_of(leaf)
        if is_block(leaf):
            head = _HEAD.match(item, start)
            behind = item[head.end() if head else start : line_after(item, start)]
            yield from _COMMENT.findall(behind)
        start = end_of(item, leaf)
    yield from _COMMENT.findall(item[start:end])


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _leaves(part)
