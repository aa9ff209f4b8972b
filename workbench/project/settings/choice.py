"""What a user wants handed over: which documents, and how; kept as one line of the settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.export import What

OWN = "own"
"""In the place of a format: that of the source file, whatever that is."""

_ONLY_REVIEWED, _WITHOUT_FINDINGS = "only reviewed", "without findings"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document: `english` or `bilingual`, in a format by its name, or in the source's own."""

    what: What
    to: str = OWN

    def format_for(self, source: str) -> str:
        """The name of the format for a source file: its own is plain text where it cannot be written again (a PDF)."""
        from workbench.export import own_format

        return own_format(source).name if self.to == OWN else self.to

    def __str__(self) -> str:
        return f"{self.what} {self.to}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Documents in the order in which they are made. `only_reviewed`: what is not reviewed is left out; `only_changed`:
    what was handed over before as it is now, which is asked for each time anew and stands in no line. `findings`:
    whether bilingual documents tell what the checks say.
    """

    wanted: tuple[Wanted, ...] = (Wanted("english"),)
    only_reviewed: bool = False
    findings: bool = True
    only_changed: bool = False

    @property
    def line(self) -> str:
        """It in one line; `Choice.of` reads it.

        >>> Choice((Wanted("english"), Wanted("bilingual", "html")), only_reviewed=True).line
        'english own, bilingual html, only reviewed'
        """
        told = [str(one) for one in self.wanted]
        told += [_ONLY_REVIEWED] * self.only_reviewed + [_WITHOUT_FINDINGS] * (not self.findings)
        return ", ".join(told)

    @classmethod
    def of(cls, line: str) -> Choice:
        """The choice in a line; where it names no document, English in the source's own format."""
        parts = _parts(line)
        wanted = tuple(dict.fromkeys(one for part in parts if (one := _wanted(part)) is not None))
        kept = wanted or (Wanted("english"),)
        return cls(kept, _ONLY_REVIEWED in parts, _WITHOUT_FINDINGS not in parts)


def not_known(line: str) -> str:
    """The first part of a line that says nothing; empty where each does."""
    known: Iterable[str] = (_ONLY_REVIEWED, _WITHOUT_FINDINGS)
    return next((part for part in _parts(line) if part not in known and _wanted(part) is None), "")


def _parts(line: str) -> list[str]:
    return [part for piece in line.split(",") if (part := " ".join(piece.lower().split()))]


def _wanted(part: str) -> Wanted | None:
    match part.split():
        case ["english", to]:
            return Wanted("english", to)
        case ["bilingual", to] if to != OWN:
            return Wanted("bilingual", to)
        case ["queries", to] if to != OWN:
            return Wanted("queries", to)
    return None
