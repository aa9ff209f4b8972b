"""Tables of contents and the like: their lines are headings and captions over again, and follow these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from workbench.formats.mixed_writing import filled, spread
from workbench.formats.units import Unit
from workbench.problem import Problem
from workbench.text.span import Span

_NUMBER = r"(?:(?:\d+|[A-Z]|[IVXLC]+)(?:\.\d+)*[.)]? )?"
_PAGE = r"(?: ?\d+| [ivxlc]+)?"
_LISTED = frozenset({"headline", "caption", "teaser"})


def sources_of(units: Sequence[Unit]) -> dict[str, str]:
    """For each line of an index (its place) the place of the heading or caption that it repeats; "" where none is."""
    texts = {unit.text: unit.place for unit in reversed(units) if unit.role in _LISTED and not unit.entry}
    return {unit.place: texts.get(_bare(unit.text, texts), "") for unit in units if unit.entry}


def _bare(entry: str, texts: Mapping[str, str]) -> str:
    """The words of a line without its number and its page."""
    if entry in texts:
        return entry
    found = re.fullmatch(f"({_NUMBER})(.*?){_PAGE}", entry)
    if found and found[2] in texts:
        return found[2]
    bare = re.sub(r"(?: |(?<!\d))\d+$", "", entry)
    return bare if bare in texts else ""


def follow(units: Sequence[Unit], made: Mapping[str, str]) -> None:
    """Write the lines of the indexes; `made`: what stands in the place of headings and captions, by their places."""
    by_place = {unit.place: unit for unit in units}
    for place, source in sources_of(units).items():
        if source not in made:
            continue
        entry, text, new = by_place[place], by_place[source].text, made[source]
        at = entry.text.find(text)
        if at < 0 or new == text:
            continue
        words = entry.mixed.inline.replaced(Span(at, at + len(text)), new)
        carried = spread(entry.mixed.carried, entry.text, words.text)
        filled(entry.element, words, entry.mixed.shells, carried, set())


def remarks(units: Sequence[Unit], where: Path) -> Iterable[Problem]:
    """Told: lines of an index that repeat nothing that was found, and stay in German."""
    lost = sum(not source for source in sources_of(units).values())
    if lost:
        what = f"{lost:,} line{'' if lost == 1 else 's'} of an index stay{'s' if lost == 1 else ''} in German"
        yield Problem(where, what, "bring the index up to date in the English file (Tools, Update, Indexes and Tables)")
