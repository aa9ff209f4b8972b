"""How long a headline, a teaser, a caption or a subtitle may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LIMITS: Mapping[str, str] = MappingProxyType(
    {
        "headline": "headline",
        "teaser": "teaser",
        "caption": "caption",
        "subtitle line": "subtitle_line",
        "subtitle speed": "subtitle_speed",
    }
)
"""The settings that are limits, and the field of `Limits` that each sets."""
LARGEST = 9_999
LINES = 2
"""A subtitle has two lines at most (EBU Tech 3264; Netflix Timed Text Style Guide, general requirements)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most characters, spaces counted, that a text of a role may have; 0 is no limit.

    `subtitle_line`: characters of one line of a subtitle; `subtitle_speed`: characters in a second that it stands.
    Their defaults are those of the Netflix Timed Text Style Guide for English (42, and 20 for adults).
    """

    headline: int = 0
    teaser: int = 0
    caption: int = 0
    subtitle_line: int = 42
    subtitle_speed: int = 20

    def of(self, role: str, seconds: float = 0) -> int:
        """The most characters of a paragraph with a role, or of a subtitle that stands some seconds; 0: no limit."""
        if not seconds:
            return {"headline": self.headline, "teaser": self.teaser, "caption": self.caption}.get(role, 0)
        both = LINES * self.subtitle_line
        quick = int(seconds * self.subtitle_speed)
        return min(filter(None, (both, quick)), default=0)
