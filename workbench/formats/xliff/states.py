"""How far a segment is, in the words of each kind of file: read, and written as attributes.

XLIFF 1.2: `state` of a target, `approved` of its unit (OASIS 2008, 2.2.2). XLIFF 2: `state` and `subState` of a segment
(OASIS 2018, 4.3.1). SDLXLIFF: `conf` of an `sdl:seg`. MQXLIFF: `mq:status` and `mq:segmentproofread` of a unit
(memoQ's MQXliffSchema 4.0.21; later versions say `Proofread`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.formats.document import SegmentState
from workbench.formats.xliff.segments import Segment, Told
from workbench.formats.xliff.tree import Element

SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
MEMOQ = "MQXliff"
_PROOFREAD = "segmentproofread"
_ORDER: tuple[SegmentState, ...] = ("new", "draft", "translated", "reviewed")

_NAMES: Mapping[Told, Mapping[SegmentState, str]] = {
    "1.2": {
        "new": "needs-translation",
        "draft": "needs-review-translation",
        "translated": "translated",
        "reviewed": "final",
    },
    "2": {"new": "initial", "draft": "initial", "translated": "translated", "reviewed": "reviewed"},
    "sdl": {"draft": "Draft", "translated": "Translated", "reviewed": "ApprovedTranslation"},
    "memoq": {
        "new": "NotStarted",
        "draft": "PreTranslated",
        "translated": "ManuallyConfirmed",
        "reviewed": "ManuallyConfirmed",
    },
}
_REVIEWED = frozenset(
    {
        "final", "signed-off", "reviewed", "ApprovedTranslation", "ApprovedSignOff",
        "Proofread", "Reviewer1Confirmed", "Reviewer2Confirmed",
    }
)  # fmt: skip
_NOT_BEGUN = frozenset(
    {"", "new", "needs-translation", "initial", "Unspecified", "Draft", "NotStarted", "PreTranslated", "Pretranslated"}
)
_UNCONFIRMED = _NOT_BEGUN - {""} | {
    "MachineTranslated", "AssembledFromFragments", "Rejected", "RejectedTranslation", "RejectedSignOff",
}  # fmt: skip
_OF_MACHINES = frozenset({"leveraged-mt", "mt-suggestion", "fuzzy-match"})


def told_state(told: Told, status: Element | None, unit: Element) -> tuple[SegmentState, bool]:
    """How far a segment with a target is, and whether somebody has said so: else its target may be the German again."""
    said = _said(told, status, unit)
    approved = told == "1.2" and unit.attributes.get("approved") == "yes"
    if said in _REVIEWED or approved or (told == "memoq" and _PROOFREAD in _memoq(unit)):
        return "reviewed", True
    return "translated", said not in _NOT_BEGUN


def is_unconfirmed(segment: Segment) -> bool:
    """Whether the file says of its English that nobody has confirmed it, or that somebody has rejected it."""
    said = _said(segment.told, segment.status, segment.unit)
    if segment.told != "1.2" or segment.status is None:
        return said in _UNCONFIRMED
    by_machine = segment.status.attributes.get("state-qualifier") in _OF_MACHINES
    is_draft = said in _UNCONFIRMED or (by_machine and (not said or said.startswith("needs-")))
    return is_draft and segment.unit.attributes.get("approved") != "yes"


def _said(told: Told, status: Element | None, unit: Element) -> str:
    if told == "memoq":
        return _memoq(unit).get("status", "")
    if status is None:
        return ""
    return status.attributes.get("conf" if told == "sdl" else "state", "")


def _memoq(unit: Element) -> Mapping[str, str]:
    """memoQ's own attributes."""
    return {key.rpartition("}")[2]: value for key, value in unit.attributes.items() if key.startswith(f"{{{MEMOQ}}}")}


def is_locked(told: Told, status: Element | None, unit: Element) -> bool:
    """Whether the file's program has locked a segment."""
    if told == "sdl":
        return status is not None and status.attributes.get("locked", "").lower() in ("true", "1")
    return told == "memoq" and _memoq(unit).get("locked", "no").lower() not in ("no", "false", "0", "")


def lowest(states: Iterable[SegmentState]) -> SegmentState:
    """The state of what has several segments."""
    return min(states, key=_ORDER.index)


def target_state(told: Told, state: SegmentState) -> dict[str, str | None]:
    """The attributes of a target that say how far it is; an origin of what stood there before is gone."""
    return {"state": _NAMES["1.2"][state], "state-qualifier": None} if told == "1.2" else {}


def unit_state(segment: Segment, state: SegmentState) -> dict[str, str | None]:
    """The attributes of its unit that do."""
    said = segment.unit.attributes
    if segment.told == "1.2":
        if state == "reviewed":
            return {"approved": "yes"}
        return {"approved": "no"} if said.get("approved") == "yes" else {}
    if segment.told == "memoq":
        proofread = _PROOFREAD if state == "reviewed" else None
        return {f"{{{MEMOQ}}}status": _NAMES["memoq"][state], f"{{{MEMOQ}}}{_PROOFREAD}": proofread}
    return {}


def status_state(segment: Segment, state: SegmentState, *, new_words: bool) -> dict[str, str | None]:
    """The attributes of the element that is only there for that: `segment` of XLIFF 2, `sdl:seg` of SDLXLIFF.

    A more exact state goes with the state that it was of (`subState`), a match with the words (`percent`).
    """
    if segment.told == "2":
        return {"state": _NAMES["2"][state], "subState": None}
    if segment.told != "sdl":
        return {}
    changes: dict[str, str | None] = {"conf": _NAMES["sdl"].get(state)}
    if new_words:
        origin = {"draft": "mt", "new": None}.get(state, "interactive")
        gone = dict.fromkeys(("origin-system", "percent", "text-match", "struct-match"))
        changes |= {"origin": origin, **gone}
    return changes
