"""The house style of a project: what can be set, and what each setting can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.text.house_style.limits import Limits

if TYPE_CHECKING:  # Hunspell comes with it
    from workbench.text.words import Dialect

_DIALECTS: Mapping[str, Dialect] = {"": "both", "british": "british", "oxford": "british", "american": "american"}

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "spelling": ("british", "oxford", "american"),
        "quotes": ("double", "single"),
        "dates": ("9 April 2022", "April 9, 2022", "Sept. 9, 2022"),
        "times": ("14:30", "2.30pm", "2:30pm", "2.30 pm", "2:30 pm", "2.30 p.m.", "2:30 p.m."),
        "percent": ("12%", "12 %", "12 per cent", "12 percent"),
        "thousands": ("1,000", "1 000", "1000"),
        "numbers": ("to nine", "to ten", "figures"),
        "places": ("Kyiv", "Kiev"),
    }
)
"""What each setting of a text's own can be, most of them by an example."""
OF_DOCUMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "names": ("once", "as in the German"),
        "dashes": ("a – b", "a—b", "a — b"),
        "ellipsis": ("…", "..."),
    }
)
"""The same for settings that say how a whole document is written, or what is put in while it is typed."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How the English of a project is written. A setting that is empty is not judged, and drafts are as they come.

    `name` is the style guide it goes by (see `PRESETS`), empty where there is none. The values: CHOICES.
    """

    name: str = ""
    """The style guide that is followed, as `workbench init --style` names it; single settings may differ from it."""

    spelling: str = ""
    """`british` (colour, organise), `oxford` (colour, organize) or `american` (color, organize)."""

    quotes: str = ""
    """The outer quotation marks: `double` (“he said ‘no’ ”) or `single` (‘he said “no” ’). Not in headlines."""

    dates: str = ""
    """`9 April 2022` or `April 9, 2022`: which goes first, day or month. `Sept. 9, 2022`: the month, and all but March
    to July shortened before a day."""

    times: str = ""
    """`14:30`, or with the twelve-hour clock `2.30pm`, `2:30pm`, `2.30 pm`, `2:30 pm`, `2.30 p.m.`, `2:30 p.m.`."""

    percent: str = ""
    """`12%`, `12 %` (a no-break space), `12 per cent` or `12 percent`."""

    thousands: str = ""
    """`1,000`, `1 000` (a no-break space), or `1000`: nothing below ten thousand, commas from there."""

    numbers: str = ""
    """Which numbers are written out: `to nine`, `to ten`, or none (`figures`)."""

    places: str = ""
    """`Kyiv` (Odesa, Lviv, Kharkiv …: the Ukrainian and Belarusian names) or `Kiev` (as they were written before)."""

    names: str = ""
    """Names that the glossary writes out at their first mention: `once`, or `as in the German` (the same, when it is
    empty) also where the German writes one out for the first time further down."""

    dashes: str = ""
    """What ` - ` and `--` become while they are typed: `a – b`, `a—b` or `a — b`. Unset: the first, or the second where
    the spelling is `american` or `oxford`."""

    ellipsis: str = ""
    """What `...` becomes while it is typed: `…`. Unset, and with `...`, it stays."""

    limits: Limits = field(default_factory=Limits)
    """The most characters of a headline, a teaser, a caption, a line of a subtitle, and a second of one."""

    credit: str = ""
    """The last line of a document that is handed over; `{source}`, `{title}`, `{site}` and `{date}` are filled in."""

    def having(self, said: Mapping[str, str]) -> HouseStyle:
        """This style with other values for some of the settings in CHOICES and OF_DOCUMENTS."""
        return replace(self, **said)  # type: ignore[arg-type]  # these settings are all text

    def of(self, setting: str) -> str:
        """The value of a setting; empty where it is not set."""
        value: str = getattr(self, setting)
        return value

    @property
    def dialect(self) -> Dialect:
        """The English of its spelling."""
        return _DIALECTS[self.spelling]

    @property
    def is_set(self) -> bool:
        """Whether anything is set at all."""
        return any(self.of(setting) for setting in (*CHOICES, *OF_DOCUMENTS))

    @property
    def short(self) -> str:
        """The style in a word or two: its name, for one without a name that it is the project's own."""
        return self.name or ("settings of your own" if self.is_set else "none")

    @property
    def told(self) -> str:
        """The style in a few words, for one who asks: its name and what is set."""
        said = ", ".join(f"{setting}: {self.of(setting)}" for setting in (*CHOICES, *OF_DOCUMENTS) if self.of(setting))
        return f"{self.name} ({said})" if self.name and said else self.name or said or "none"


NO_STYLE = HouseStyle()
"""Nothing is set."""
