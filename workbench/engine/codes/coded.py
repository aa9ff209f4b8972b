"""Where the codes of a German text belong in its English: at the words that stand for the words they are at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.engine.cache import DraftCache
from workbench.engine.codes.places import Places
from workbench.engine.draft import ParagraphDraft
from workbench.engine.drafter import Drafter
from workbench.text import Code, Inline, Span, pairs


@dataclass(frozen=True, slots=True)
class Coded:
    """The codes of a draft, and the ids of those that may be at the wrong words."""

    codes: tuple[Code, ...] = ()
    unsure: tuple[str, ...] = ()


def coded(source: Inline, draft: ParagraphDraft, drafter: Drafter, cache: DraftCache) -> Coded:
    """The codes of a draft: each pair around the words that stand for those in it, by word alignment.

    What stands in the English letter for letter, and what is the whole text or a whole sentence, needs no alignment. A
    pair whose words have no English is put, with nothing in it, where its neighbour is; none is dropped. Alignments
    are kept in the `cache`. Opens the model where there is something to align.
    """
    if not source.codes:
        return Coded()
    places = Places(source.text, draft, drafter, cache)
    tree = _tree(source.codes, len(source.text))
    unsure: set[str] = set()
    codes = tuple(_laid(tree, Span(0, len(draft.english)), places, unsure))
    return Coded(codes, tuple(sorted(unsure, key=int)))


@dataclass(slots=True)
class _Node:
    """A pair with what is in it, or a code that stands alone (`end` is then its `start`)."""

    id: str
    start: int
    end: int
    alone: bool = False
    inside: list[_Node] = field(default_factory=list)


def _tree(codes: Sequence[Code], size: int) -> list[_Node]:
    """The codes by what lies in what. A half of a pair that has no other half stands alone."""
    whole = pairs(codes)
    halves = {id(code) for pair in whole for code in (pair.first, pair.last)}
    nodes = [_Node(pair.id, pair.start, pair.end) for pair in whole]
    nodes += [_Node(code.id, code.at, code.at, alone=True) for code in codes if id(code) not in halves]
    nodes.sort(key=lambda node: (node.start, -node.end, node.alone))
    root = _Node("", 0, size)
    path = [root]
    for node in nodes:
        while len(path) > 1 and not (
            path[-1].start <= node.start and node.end <= path[-1].end and path[-1].end > node.start
        ):
            path.pop()
        path[-1].inside.append(node)
        if not node.alone:
            path.append(node)
    return root.inside


def _laid(nodes: Sequence[_Node], within: Span, places: Places, unsure: set[str]) -> Iterator[Code]:
    """The codes of these nodes and of all in them, each inside of `within` and none across another."""
    found = sorted(((_place(node, within, places), node) for node in nodes), key=lambda one: (one[0], one[1].start))
    at = within.start
    for (place, sure), node in found:
        if not sure or place.start < at:
            unsure.add(node.id)
        start = min(max(place.start, at), within.end)
        end = min(max(place.end, start), within.end)
        at = end
        if node.alone:
            yield Code(start, node.id, "alone")
            continue
        yield Code(start, node.id, "open")
        yield from _laid(node.inside, Span(start, end), places, unsure)
        yield Code(end, node.id, "close")


def _place(node: _Node, within: Span, places: Places) -> tuple[Span, bool]:
    """Where a node is in the English, and whether that is sure."""
    if node.alone or node.start == node.end:
        at = places.behind(node.start)
        return Span(at, at), True
    return places.of(Span(node.start, node.end), within)
