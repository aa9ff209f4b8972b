"""Rows of a bilingual table that a reviewer moved, deleted, split or merged, put back to their paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.export.handed_over import Kept
from workbench.problem import Problem
from workbench.text import Code, Inline, clean_line

_CLOSER = 10.0
"""By how many of 100 points two texts together must be nearer to what was handed over than one of them alone."""
_LONGEST = 4_000
"""Characters up to which texts are compared by their letters."""


@dataclass(frozen=True, slots=True)
class Found:
    """One paragraph in a row of the file; `id` is empty where the row does not tell it.

    `unknown`: stretches set in a way that none of the source's codes is; `broken`: marks of codes were damaged.
    """

    id: str
    target: Inline
    german: str = ""
    comments: tuple[str, ...] = ()
    reviewed: bool | None = None
    unknown: int = 0
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """The paragraphs of a file, each once, and what is to be told of its rows."""

    found: tuple[Found, ...]
    remarks: tuple[Problem, ...] = ()


class Unclaimed:
    """The paragraphs that were handed over and whose ids no row of the file has: these are found by their German."""

    def __init__(self, kept: Mapping[str, Kept], claimed: Iterable[str]) -> None:
        taken = set(claimed)
        self._kept = kept
        self._keys: dict[str, list[str]] = defaultdict(list)
        for key, one in kept.items():
            if key not in taken:
                self._keys[clean_line(one.source.text)].append(key)

    def id_of(self, key: str, german: str) -> str:
        """The id of a row that says it has this one; of equal paragraphs the first that no other row has."""
        if key in self._kept or not self._kept:
            return key
        keys = self._keys.get(german) if german else None
        return keys.pop(0) if keys else ""


def settled(found: Sequence[Found], kept: Mapping[str, Kept], where: Path) -> Settled:
    """Each paragraph once, what was split or merged put right again."""
    told: list[Problem] = []
    whole = list(_joined(found, kept, where, told))
    once = _once(whole, kept, where, told)
    parted = _parted(once, kept, where, told)
    there = {one.id for one in parted}
    gone = [one.number for key, one in kept.items() if key not in there]
    if gone:
        which = ", ".join(map(str, gone[:8])) + (" …" if len(gone) > 8 else "")
        what = f"has no row any more for paragraph{'s' * (len(gone) > 1)} {which}, which stay as they are"
        told.append(Problem(where, what, "skip them on the screen if they are to go"))
    told += _german_changed(parted, kept, where)
    return Settled(tuple(parted), tuple(told))


def _joined(found: Sequence[Found], kept: Mapping[str, Kept], where: Path, told: list[Problem]) -> Iterator[Found]:
    """A row without id and German goes on with the row before it where what was handed over says so."""
    last: Found | None = None
    for one in found:
        if one.id or one.german:
            if last is not None:
                yield last
            last = one
        elif one.target.text.strip() or one.comments:
            longer = _going_on(last, one, kept)
            if last is not None and longer is not None:
                told.append(Problem(where, f"has paragraph {kept[last.id].number} in several rows", "look at it"))
                last = longer
            else:
                told.append(_of_none(one, where))
    if last is not None:
        yield last


def _going_on(last: Found | None, one: Found, kept: Mapping[str, Kept]) -> Found | None:
    """The row before with what a row adds to it; None where what was handed over does not say so."""
    was = kept.get(last.id) if last is not None else None
    if last is None or was is None:
        return None
    both = _with(last.target, one.target)
    if not _nearer(both.text, last.target.text, was.target.text):
        return None
    return replace(last, target=both, comments=(*last.comments, *one.comments))


def _of_none(one: Found, where: Path) -> Problem:
    words = clean_line(one.target.text or "; ".join(one.comments))[:80]
    what = f"has a row of no paragraph, which is left out: “{words}”"
    return Problem(where, what, "put it in by hand, where it belongs")


def _with(one: Inline, other: Inline) -> Inline:
    return one + Inline(" ") + other if one.text.strip() and other.text.strip() else one + other


def _nearer(one: str, other: str, wanted: str) -> bool:
    """Whether a text is a good deal nearer to what was wanted than another is."""
    from rapidfuzz import fuzz

    one, other, wanted = (text[:_LONGEST] for text in (one, other, wanted))
    return fuzz.ratio(one, wanted) > fuzz.ratio(other, wanted) + min(_CLOSER, (100 - fuzz.ratio(other, wanted)) / 2)


def _once(found: Sequence[Found], kept: Mapping[str, Kept], where: Path, told: list[Problem]) -> list[Found]:
    """Of a paragraph that is there twice (a row was copied) the first that was changed."""
    once: dict[str, Found] = {}
    nameless = []
    for one in found:
        if not one.id:
            nameless.append(one)
            continue
        other = once.get(one.id)
        if other is None:
            once[one.id] = one
            continue
        was = kept.get(one.id)
        unchanged = was is not None and other.target == was.target
        first, second = (one, other) if unchanged else (other, one)
        once[one.id] = replace(first, comments=tuple(dict.fromkeys((*other.comments, *one.comments))))
        if first.target != second.target and not (was is not None and second.target == was.target):
            name = f"paragraph {was.number}" if was else "a paragraph"
            what = f"has {name} twice; left out is “{clean_line(second.target.text)[:80]}”"
            told.append(Problem(where, what, "look at it"))
    return [*once.values(), *nameless]


def _parted(found: Sequence[Found], kept: Mapping[str, Kept], where: Path, told: list[Problem]) -> list[Found]:
    """Where a row took in the English of the next, whose row is gone, both have their own again."""
    there = {one.id for one in found}
    keys = list(kept)
    places = {key: place for place, key in enumerate(keys)}
    parted: list[Found] = []
    for one in found:
        now = one
        place = places.get(one.id)
        while place is not None and place + 1 < len(keys) and (key := keys[place + 1]) not in there:
            first, second = kept[keys[place]], kept[key]
            together = _with(first.target, second.target)
            if not second.target.text.strip() or not _nearer(now.target.text, first.target.text, together.text):
                break
            if _nearer(first.target.text, now.target.text, together.text):
                break
            cut = _cut(first.target, together.text, now.target.text)
            own, rest = now.target[:cut], now.target[cut:]
            parted.append(replace(now, target=own.stripped().mended()))
            now = Found(key, rest.stripped().mended(), clean_line(second.source.text))
            there.add(key)
            what = f"has paragraphs {first.number} and {second.number} in one row, parted again"
            told.append(Problem(where, what, "look at both"))
            place += 1
        parted.append(now)
    return parted


def _cut(first: Inline, together: str, now: str) -> int:
    """Where in a text the second of two paragraphs begins that it took in."""
    mark = Inline(together, (Code(len(first.text) + 1, "1", "open"),))
    return mark.carried(now).codes[0].at


def _german_changed(found: Sequence[Found], kept: Mapping[str, Kept], where: Path) -> list[Problem]:
    changed = [
        kept[one.id].number
        for one in found
        if one.id in kept and one.german and one.german != clean_line(kept[one.id].source.text)
    ]
    if not changed:
        return []
    which = ", ".join(map(str, changed[:8])) + (" …" if len(changed) > 8 else "")
    what = f"has other German in paragraph{'s' * (len(changed) > 1)} {which}; articles are never changed"
    return [Problem(where, what, "look whether that is a remark for the author")]
