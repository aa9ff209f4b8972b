"""A project's house style: what can be set, where an English text follows it or does not, and the text put right.

Plain text in, places and texts out: nothing here reads a file or knows a glossary.
"""

from workbench.text.house_style.limits import LIMITS, Limits
from workbench.text.house_style.look import Restyled, deviations, edited, in_place, restyled, uses
from workbench.text.house_style.places import is_german_place
from workbench.text.house_style.presets import PRESETS, Preset
from workbench.text.house_style.style import CHOICES, NO_STYLE, OF_DOCUMENTS, HouseStyle
from workbench.text.house_style.use import Edits, Use

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
