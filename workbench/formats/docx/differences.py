"""What of each text in a paragraph differs from the formatting of most letters around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from workbench.formats.docx.leaves import Leaf, Wrapper
from workbench.formats.docx.styles import Format

Difference = frozenset[tuple[str, object]]
_SEEN_IN_BLANKS = frozenset(("u", "strike", "dstrike", "highlight", "shd", "bdr", "vertAlign"))


def together(leaves: Iterable[Leaf]) -> list[Leaf]:
    """With each stretch of text that looks alike as one, wherever Word has cut it."""
    found: list[Leaf] = []
    for leaf in leaves:
        if found and _alike(found[-1], leaf):
            found[-1].text += leaf.text
        else:
            found.append(leaf)
    return found


def _alike(one: Leaf, other: Leaf) -> bool:
    if one.kind != "text" or other.kind != "text":
        return False
    return one.format == other.format and one.around == other.around and not pair_of(one) and not pair_of(other)


def later_differences(leaves: Sequence[Leaf], differences: Sequence[Difference]) -> list[Difference]:
    """For each leaf what the next text differs in."""
    found: list[Difference] = []
    later: Difference = frozenset()
    for leaf, difference in zip(reversed(leaves), reversed(differences), strict=True):
        found.append(later)
        later = difference if leaf.kind == "text" and (leaf.text or difference) else later
    return found[::-1]


def seen_in_blanks(difference: Difference) -> bool:
    """Whether a blank looks different with it."""
    return not _SEEN_IN_BLANKS.isdisjoint(name for name, _ in difference)


def scope_of(leaf: Leaf) -> Wrapper | None:
    """What lies directly around it."""
    return leaf.around[-1] if leaf.around else None


def pair_of(leaf: Leaf) -> str:
    """The id of the pair that a text lies in, where the file says so itself (see `code_rsid`)."""
    return leaf.code if leaf.kind == "text" else ""


@lru_cache(maxsize=1024)
def difference_of(form: Format, base: Format) -> Difference:
    """What one formatting has, or lacks (None), that another has not."""
    if form == base:
        return frozenset()
    there = {name for name, _ in form}
    return frozenset([*(form - base), *((name, None) for name, _ in base if name not in there)])


def by_ids(leaves: Sequence[Leaf], ids: Sequence[str]) -> list[Difference]:
    """The codes that each text lies in, where the file says so itself (see `code_rsid`)."""
    found: list[Difference] = [frozenset()] * len(leaves)
    stretch: list[int] = []
    for at, leaf in enumerate(leaves):
        if leaf.kind == "text" and not ids[at]:
            _tell(stretch, ids, found)
            stretch = []
        if ids[at]:
            stretch.append(at)
    _tell(stretch, ids, found)
    return found


def _tell(stretch: Sequence[int], ids: Sequence[str], found: list[Difference]) -> None:
    """One after the other: a code goes on until its id comes no more."""
    last = {ids[at]: at for at in stretch}
    around: set[str] = set()
    for at in stretch:
        around.add(ids[at])
        found[at] = frozenset(("in", one) for one in around)
        around -= {one for one in around if last[one] == at}


def loosen_blanks(leaves: Sequence[Leaf], differences: list[Difference]) -> None:
    """Blanks look alike in bold and not: those between two stretches belong to what both have."""
    texts = [at for at, leaf in enumerate(leaves) if leaf.kind == "text"]
    for before, at, after in zip(texts, texts[1:], texts[2:], strict=False):
        near = differences[before] | differences[at] | differences[after]
        if leaves[at].text and not leaves[at].text.strip() and not seen_in_blanks(near):
            differences[at] = differences[before] & differences[after]
