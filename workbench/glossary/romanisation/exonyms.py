"""Names whose English does not follow from the letters: German exonyms, and spellings of their bearers' own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workbench.glossary.entry import Kind

USUAL = "usual English"
_AUTHORITIES = {"own": "own spelling", "Belarusian": "from Belarusian"}
_FILE = Path(__file__).parent / "data" / "exonyms.yaml"


@dataclass(frozen=True, slots=True)
class Exonym:
    """A known name: its English, the usual form first, and whose spelling each form is (“own”, “PCGN”, “press” …)."""

    english: tuple[str, ...]
    authorities: tuple[str, ...]
    kind: Kind


def exonym(german: str) -> Exonym | None:
    """What is known of a German name, written as in the list; None for any other."""
    return _exonyms().get(german)


def exonyms_of(kind: Kind) -> tuple[str, ...]:
    """The German names of the list that are of a kind."""
    return tuple(german for german, known in _exonyms().items() if known.kind == kind)


@cache
def _exonyms() -> dict[str, Exonym]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with _FILE.open(encoding="utf-8") as file:
        kinds: dict[Kind, list[dict[str, list[str] | str]]] = yaml.load(file, Loader=loader)
    found: dict[str, Exonym] = {}
    for kind, rows in kinds.items():
        for row in rows:
            english = tuple(row["en"])
            by = row.get("by", USUAL)
            authorities = tuple(
                _AUTHORITIES.get(one, one) for one in ([by] * len(english) if isinstance(by, str) else by)
            )
            found |= dict.fromkeys(row["de"], Exonym(english, authorities, kind))
    return found
