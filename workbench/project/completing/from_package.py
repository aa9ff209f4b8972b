"""What the package makes of the German behind what was typed of its English."""

from __future__ import annotations

from workbench.engine import Drafter
from workbench.engine.continuing import Begun, ways_on
from workbench.project.completing.writing import Known, Writing
from workbench.text.house_style import HouseStyle, restyled


def package_ways(writing: Writing, known: Known, drafter: Drafter, style: HouseStyle) -> tuple[str, ...]:
    """Whole Englishes of the sentence that begin with what was typed, in the house style, the likeliest first.

    Opens the model; takes a tenth of a second or two. Empty where the package can do nothing of the kind.
    """
    place = writing.german
    hits = [hit.moved(-place.start) for hit in known.hits if place.start <= hit.start and hit.end <= place.end]
    begun = Begun(known.german[slice(*place)], hits, writing.english)
    ways = (writing.english + rest for rest in ways_on(begun, drafter.abilities))
    return tuple(dict.fromkeys(_styled(way, writing.english, style) for way in ways))


def _styled(whole: str, typed: str, style: HouseStyle) -> str:
    """An English in the style, where that changes nothing of what was typed."""
    if not style.is_set:
        return whole
    new = restyled(whole, style).text
    return new if new.startswith(typed) else whole
