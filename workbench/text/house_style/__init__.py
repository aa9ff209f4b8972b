"""A project's house style: what can be set, where an English text follows it or does not, and the text put right.

Plain text in, places and texts out: nothing here reads a file or knows a glossary.
"""

from typing import TYPE_CHECKING

from workbench.lazy_door import lazy_door

if TYPE_CHECKING:
    from workbench.text.house_style.limits import LIMITS, Limits
    from workbench.text.house_style.look import Restyled, deviations, edited, in_place, restyled, uses
    from workbench.text.house_style.places import is_german_place
    from workbench.text.house_style.presets import PRESETS, Preset
    from workbench.text.house_style.style import CHOICES, NO_STYLE, OF_DOCUMENTS, HouseStyle
    from workbench.text.house_style.use import Edits, Use
else:
    __getattr__ = lazy_door(
        __name__,
        limits="LIMITS Limits",
        look="Restyled deviations edited in_place restyled uses",
        places="is_german_place",
        presets="PRESETS Preset",
        style="CHOICES NO_STYLE OF_DOCUMENTS HouseStyle",
        use="Edits Use",
    )

__all__ = [
    "CHOICES",
    "LIMITS",
    "NO_STYLE",
    "OF_DOCUMENTS",
    "PRESETS",
    "Edits",
    "HouseStyle",
    "Limits",
    "Preset",
    "Restyled",
    "Use",
    "deviations",
    "edited",
    "in_place",
    "is_german_place",
    "restyled",
    "uses",
]
