"""What was found in drafts with words in doubt, the most doubtful paragraph first."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

from workbench.project.doubting.most import SHARES, Share, most_doubtful
from workbench.project.doubting.weighing import Doubt, Weigher
from workbench.project.searching.search import Hit


def most_doubtful_first(hits: Sequence[Hit], weigher: Weigher) -> Generator[tuple[int, int], None, tuple[Hit, ...]]:
    """In steps (done, of all paragraphs), where the model works: what was found in paragraphs with words in doubt.

    Those that are equally doubtful stay in their order. Where everything was looked for, the places are the words in
    doubt. Raises WorkbenchError where the package is gone.
    """
    found: dict[tuple[str, int], list[Hit]] = {}
    for hit in hits:
        found.setdefault((hit.document, hit.paragraph), []).append(hit)
    doubtful: list[tuple[Doubt, list[Hit]]] = []
    weighed = weigher.weighed((some, some[0].record) for some in found.values())
    for done, (some, doubt) in enumerate(weighed, start=1):
        if doubt.words:
            doubtful.append((doubt, some))
        yield done, len(found)
    doubtful.sort(key=lambda one: -one[0].whole)
    return tuple(_with(doubt, hit) for doubt, some in doubtful for hit in some)


def first_of(hits: Sequence[Hit], share: Share) -> tuple[Hit, ...]:
    """What was found in the most doubtful of these paragraphs, which are in order, all places of each together."""
    paragraphs = dict.fromkeys((hit.document, hit.paragraph) for hit in hits)
    wanted = most_doubtful(dict.fromkeys(paragraphs, 0.0), SHARES[share])
    return tuple(hit for hit in hits if (hit.document, hit.paragraph) in wanted)


def _with(doubt: Doubt, hit: Hit) -> Hit:
    if hit.places or hit.field in ("note", "finding"):
        return replace(hit, doubt=doubt.whole)
    return replace(hit, field="english", text=hit.record.english, places=doubt.words, doubt=doubt.whole)
