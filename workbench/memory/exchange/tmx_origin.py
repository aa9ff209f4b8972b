"""Where a unit of a TMX file is from, as each program says it: document, neighbours, when, by whom, how far trusted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from html import unescape
from typing import Literal

from workbench.memory.exchange.tmx_inline import without_tags
from workbench.memory.exchange.tmx_unit import Unit, Variant
from workbench.memory.pair import TRUSTS, Pair, Trust
from workbench.text import Inline, clean_line

Dialect = Literal["own", "omegat", "memoq", "trados", "other"]

_BEFORE, _AFTER = ("x-context-pre", "prev"), ("x-context-post", "next")
_DOCUMENT = ("x-document", "document", "file")
PARAGRAPH, TRUST = "x-paragraph", "x-trust"
WANTED = frozenset(
    (*_BEFORE, *_AFTER, *_DOCUMENT, PARAGRAPH, TRUST, "aligned", "x-ContextContent", "x-ConfirmationLevel", "x-Origin")
)
"""The types of the properties that are read."""

_TOOLS: tuple[tuple[str, Dialect], ...] = (
    ("workbench", "own"),
    ("omegat", "omegat"),
    ("memoq", "memoq"),
    ("sdl", "trados"),
    ("trados", "trados"),
)
_UNREVIEWED = frozenset(("draft", "unspecified"))
_BY_A_PROGRAM = frozenset(("machinetranslation", "automatedtranslation", "adaptivemachinetranslation", "mt", "nmt"))
_IN_A_SEGMENT = re.compile(r"<(bpt|ept|ph|it|ut|sub)\b[^>]*>.*?</\1>|<[^>]*>", re.DOTALL)
_BAR = re.compile(r"(?<!\|)\|(?!\|)")
_DATE = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)(?:[.,]\d{1,9})?(?:([+-])(\d\d)(?::?(\d\d))?(?!\d))?)?"
)
_EARLIEST_YEAR = 1980


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a TMX file says: the program that wrote it, and the way in which it writes."""

    tool: str
    dialect: Dialect

    @classmethod
    def of(cls, said: Mapping[str, str]) -> Header:
        """The header with these attributes."""
        tool = clean_line(said.get("creationtool", ""))[:60]
        known: list[Dialect] = [dialect for begins, dialect in _TOOLS if tool.lower().startswith(begins)]
        return cls(tool, known[0] if known else "other")


def origin_of(unit: Unit, german: Variant, english: Variant, header: Header) -> Pair | None:
    """A pair without its texts, with all else that a unit says; None for one that a reviewer rejected."""

    def said(*types: str) -> str | None:
        places = [english.properties, german.properties, unit.properties]
        return next((place[one] for one in types for place in places if one in place), None)

    trust = _trust(said, header)
    if trust is None:
        return None
    before = _neighbour(said(*_BEFORE), header)
    content = said("x-ContextContent")
    if before is None and content is not None:
        before = clean_line(_BAR.split(content)[0].replace("||", "|"))
    place = said(PARAGRAPH) or ""
    return Pair(
        Inline(""),
        Inline(""),
        before,
        _neighbour(said(*_AFTER), header),
        document=clean_line(said(*_DOCUMENT) or "")[:300],
        place=int(place) - 1 if re.fullmatch(r"[1-9][0-9]{0,8}", place) else -1,
        trust=trust,
        made=_first_date(english, unit, german),
        who=_first(("changeid", "creationid"), english, unit, german),
    )


def _trust(said: Callable[[str], str | None], header: Header) -> Trust | None:
    """How far a unit may be trusted: memories have what people accepted, unless they say something else."""
    if header.dialect == "own":
        own = said(TRUST)
        return next((trust for trust in TRUSTS if trust == own), "reviewed")
    level, origin = (_plain(said(kind)) for kind in ("x-ConfirmationLevel", "x-Origin"))
    if level.startswith("rejected"):
        return None
    if (said("aligned") or "").strip().lower() in ("yes", "true", "1") or origin in ("alignment", "autoalignment"):
        return "aligned"
    return "unreviewed" if level in _UNREVIEWED or origin in _BY_A_PROGRAM else "reviewed"


def _plain(text: str | None) -> str:
    return "".join((text or "").split()).lower()


def _neighbour(written: str | None, header: Header) -> str | None:
    """The German of a neighbour: memoQ writes its XML, OmegaT its tags."""
    if written is None:
        return None
    if header.dialect != "own" and written.lstrip().startswith("<seg"):
        written = unescape(_IN_A_SEGMENT.sub("", written))
    elif header.dialect == "omegat":
        written = without_tags(written)
    return clean_line(written)


def _first(names: tuple[str, ...], *places: Unit | Variant) -> str:
    found = (place.said[name] for place in places for name in names if place.said.get(name))
    return clean_line(next(found, ""))[:100]


def _first_date(*places: Unit | Variant) -> str:
    """When a unit was changed last, or made; the first place that says it."""
    found = (_date(place.said.get(name, "")) for name in ("changedate", "creationdate") for place in places)
    return next(filter(None, found), "")


@lru_cache(maxsize=10_000)
def _date(written: str) -> str:
    """`20240131T120000Z`, `2024-01-31T14:00:00+02:00` as ISO 8601 in UTC; empty for no date, or one too early."""
    found = _DATE.match(written.strip())
    if not found:
        return ""
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
        later = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
        date = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        date += later if found[7] == "-" else -later
    except (ValueError, OverflowError):
        return ""
    return date.strftime("%Y-%m-%dT%H:%M:%SZ") if date.year >= _EARLIEST_YEAR else ""
