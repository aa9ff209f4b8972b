"""Where the codes of a German text belong in its English: at the words that stand for the words they are at."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.engine.cache import DraftCache
from workbench.engine.draft import ParagraphDraft
from workbench.engine.drafter import Drafter
from workbench.text import Code, Inline, Span, pairs

Links = Sequence[tuple[Span, Span]]
"""Places in the German and in the English of words that stand for each other."""

_OPENING, _CLOSING = "\"'“„‘‚«»(‹›[", "\"'”“’‘»«)›‹].,;:!?…"
_ARTICLES = re.compile(r"\b(?:the|a|an|The|A|An) $")
_GERMAN_ARTICLE = re.compile(r"(?:d(?:er|ie|as|en|em|es)|eine?[nmrs]?)\b", re.IGNORECASE)
_MARKS = re.compile(f"[{re.escape(_CLOSING)}]+")
_LAST = re.compile(r"[\s.!?…\"”’»)]*$")


def coded(source: Inline, draft: ParagraphDraft, drafter: Drafter, cache: DraftCache) -> tuple[Code, ...]:
    """The codes of a draft: each pair around the words that stand for those in it, by word alignment.

    What stands in the English letter for letter, and what is the whole text or a whole sentence, needs no alignment. A
    pair whose words have no English is put, with nothing in it, where its neighbour is; none is dropped. Alignments
    are kept in the `cache`. Opens the model where there is something to align.
    """
    if not source.codes:
        return ()
    places = _Places(source.text, draft, drafter, cache)
    tree = _tree(source.codes, len(source.text))
    return tuple(_laid(tree, Span(0, len(draft.english)), places))


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


def _laid(nodes: Sequence[_Node], within: Span, places: _Places) -> Iterator[Code]:
    """The codes of these nodes and of all in them, each inside of `within` and none across another."""
    found = sorted(((places.of(node, within), node) for node in nodes), key=lambda one: (one[0].start, one[1].start))
    at = within.start
    for place, node in found:
        start = min(max(place.start, at), within.end)
        end = min(max(place.end, start), within.end)
        at = end
        if node.alone:
            yield Code(start, node.id, "alone")
            continue
        yield Code(start, node.id, "open")
        yield from _laid(node.inside, Span(start, end), places)
        yield Code(end, node.id, "close")


class _Places:
    """Where stretches of the German are in the English of a draft."""

    def __init__(self, german: str, draft: ParagraphDraft, drafter: Drafter, cache: DraftCache) -> None:
        self._german, self._english = german, draft.english
        self._draft, self._drafter, self._cache = draft, drafter, cache
        self._known: dict[Span, Links] = {}

    def of(self, node: _Node, within: Span) -> Span:
        """The place of a pair or a code, which lies in `within` if it can."""
        if node.alone or node.start == node.end:
            at = self._behind(node.start)
            return Span(at, at)
        german = Span(node.start, node.end)
        place = self._whole(german) or self._letter_for_letter(german, within) or self._aligned(german, within)
        if place is None:
            at = self._behind(node.start)
            return Span(at, at)
        return self._rounded(german, place)

    def _whole(self, german: Span) -> Span | None:
        """The English of whole sentences."""
        inside = [(de, en) for de, en in self._draft.pairs if german.start <= de.start and de.end <= german.end]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        as_much = self._bare(german) == self._bare(Span(first[0].start, last[0].end))
        return Span(first[1].start, last[1].end) if as_much else None

    def _bare(self, german: Span) -> str:
        return self._german[slice(*german)].strip().strip(_CLOSING)

    def _letter_for_letter(self, german: Span, within: Span) -> Span | None:
        """Names, figures and code that the English has as the German has them, once."""
        words = self._german[slice(*german)].strip()
        alike = [Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self._english)]
        inside = [span for span in alike if within.start <= span.start and span.end <= within.end]
        return inside[0] if len(inside) == 1 and len(words) > 1 else None

    def _aligned(self, german: Span, within: Span) -> Span | None:
        words: list[Span] = []
        others: list[Span] = []
        for de, en in self._links(german):
            if en.start >= within.start and en.end <= within.end:
                (words if de.meets(german) else others).append(en)
        if not words:
            return None
        return _densest(sorted(set(words)), [one for one in others if one not in words])

    def _behind(self, at: int) -> int:
        """The place in the English behind the words that stand for those before a place in the German."""
        before, after = self._german[:at].strip(), self._german[at:].strip()
        if not before or not after:
            return len(self._english) if before else 0
        if not after.strip(_CLOSING + " "):
            end = _LAST.search(self._english)
            return end.start() if end else len(self._english)
        place = self._after_nearest(at)
        if place is None:
            return next((en.start for de, en in self._draft.pairs if de.start <= at <= de.end), len(self._english))
        follows = _MARKS.match(self._english, place) if before[-1] in _CLOSING else None
        return follows.end() if follows else place

    def _after_nearest(self, at: int) -> int | None:
        """The end of the English words of the nearest German word before a place that has some."""
        before = [(de, en) for de, en in self._links(Span(max(at - 1, 0), at)) if de.end <= at]
        nearest = max((de for de, _ in before), key=lambda de: de.end, default=None)
        return max((en.end for de, en in before if de == nearest), default=None)

    def _links(self, german: Span) -> list[tuple[Span, Span]]:
        """The words of the sentences that a stretch lies in, with their places in the paragraph."""
        found = []
        for de, en in self._draft.pairs:
            if de.start <= german.end and german.start <= de.end:
                if de not in self._known:
                    self._known[de] = self._align(self._german[slice(*de)], self._english[slice(*en)])
                found += [
                    (Span(a.start + de.start, a.end + de.start), Span(b.start + en.start, b.end + en.start))
                    for a, b in self._known[de]
                ]
        return found

    def _align(self, german: str, english: str) -> Links:
        digest = hashlib.blake2b("\0".join((self._drafter.package.id, german, english)).encode(), digest_size=16)
        key = f"links:{digest.hexdigest()}"
        kept = self._cache.get_many([key]).get(key)
        if kept is None:
            made = self._drafter.align(german, english)
            kept = json.dumps(made)
            self._cache.put_many({key: kept})
        return [(Span(*de), Span(*en)) for de, en in json.loads(kept)]

    def _rounded(self, german: Span, place: Span) -> Span:
        """With the quotation marks, the closing mark and the article that the German has inside, too."""
        text, (start, end) = self._german[slice(*german)], place
        if text[0] in _OPENING and start and self._english[start - 1] in _OPENING:
            start -= 1
        if _GERMAN_ARTICLE.match(text) and (article := _ARTICLES.search(self._english[:start])):
            start = article.start()
        while text[-1] in _CLOSING and self._english[end : end + 1] and self._english[end] in _CLOSING:
            end += 1
        return Span(start, end)


def _densest(words: Sequence[Span], others: Sequence[Span]) -> Span:
    """The stretch that holds most of the words, and none of the others."""
    runs: list[list[Span]] = [[words[0]]]
    for word in words[1:]:
        gap = Span(runs[-1][-1].end, word.start)
        if gap.meets(*others):
            runs.append([word])
        else:
            runs[-1].append(word)
    best = max(runs, key=lambda run: sum(word.end - word.start for word in run))
    return Span(best[0].start, best[-1].end)
