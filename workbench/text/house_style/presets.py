"""Style guides that can be chosen by name, with what each of them says of the settings.

A setting is left empty where a guide leaves the choice, says what no setting here can say, or where its words were not
at hand. The words that each setting goes by stand in docs/style.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from workbench.text.house_style.style import HouseStyle


class Preset(NamedTuple):
    """A style with the reference it goes by, and in one line what the reference says that cannot be set here."""

    style: HouseStyle
    reference: str
    besides: str = ""


_ALL = (
    Preset(
        HouseStyle("british", spelling="british", dates="9 April 2022"),
        "British spelling and dates, as the Guardian, the BBC and the European Union have them",
    ),
    Preset(
        HouseStyle(
            "american",
            spelling="american",
            quotes="double",
            dates="April 9, 2022",
            times="2:30 p.m.",
            thousands="1,000",
        ),
        "what the AP Stylebook and The Chicago Manual of Style have in common",
    ),
    Preset(
        HouseStyle(
            "guardian",
            spelling="british",
            quotes="double",
            dates="9 April 2022",
            times="2.30pm",
            percent="12%",
            thousands="1,000",
            numbers="to nine",
            places="Kyiv",
        ),
        "Guardian and Observer style guide",
        "headlines have single quotation marks; sums and quantities have m and bn",
    ),
    Preset(
        HouseStyle(
            "bbc",
            spelling="british",
            quotes="double",
            dates="9 April 2022",
            times="14:30",
            percent="12%",
            numbers="to nine",
            places="Kyiv",
        ),
        "BBC News style guide",
        "headlines have single quotation marks, and figures below ten; sentences begin with words (Four per cent)",
    ),
    Preset(
        HouseStyle("economist", spelling="british", quotes="double", percent="12%", numbers="to ten"),
        "The Economist Style Guide",
        "dates are July 5th, which no setting here says",
    ),
    Preset(
        HouseStyle(
            "eu",
            spelling="british",
            quotes="single",
            dates="9 April 2022",
            thousands="1 000",
        ),
        "English Style Guide of the European Commission, and Interinstitutional Style Guide, part four",
        "numbers are written out to nine, but not before units of time (5 years)",
    ),
    Preset(
        HouseStyle(
            "un",
            spelling="oxford",
            quotes="double",
            dates="9 April 2022",
            percent="12 per cent",
            thousands="1,000",
            numbers="to nine",
        ),
        "United Nations Editorial Manual",
    ),
    Preset(
        HouseStyle(
            "ap",
            spelling="american",
            quotes="double",
            dates="Sept. 9, 2022",
            times="2:30 p.m.",
            percent="12%",
            thousands="1,000",
            numbers="to nine",
            places="Kyiv",
        ),
        "The Associated Press Stylebook",
        "ages and measures always have figures",
    ),
    Preset(
        HouseStyle(
            "chicago",
            spelling="american",
            quotes="double",
            dates="April 9, 2022",
            times="2:30 p.m.",
            thousands="1,000",
        ),
        "The Chicago Manual of Style",
        "numbers are written out to one hundred; percent or % depends on the text",
    ),
)

PRESETS: Mapping[str, Preset] = MappingProxyType({preset.style.name: preset for preset in _ALL})
"""The style guides by name."""
