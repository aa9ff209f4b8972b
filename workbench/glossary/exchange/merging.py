"""Two entries for the same German: where they differ, what one adds, and the entry that both, or one of them, make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.glossary.entry import Entry
from workbench.glossary.file.contradictions import claim


def differences(there: Entry, here: Entry) -> list[str]:
    """Where the two contradict each other, in words; notes are not compared, and what one does not say is no matter."""
    found = [_other_english(there, here)] if here.en != there.en else []
    found += [f"'{form}' is forbidden there, allowed here" for form in here.accepted[1:] if form in there.avoid]
    found += [f"'{form}' is allowed there, forbidden here" for form in here.avoid if form in there.accepted]
    if here.first and there.first and here.first != there.first:
        found.append(f"the first mention is '{there.first}' there, '{here.first}' here")
    if "term" not in (here.kind, there.kind) and here.kind != there.kind:
        found.append(f"the kind is {there.kind} there, {here.kind} here")
    return found


def _other_english(there: Entry, here: Entry) -> str:
    if here.en in there.avoid:
        return f"'{here.en}' is forbidden there, and the English here"
    if here.en in there.accepted:
        return f"'{there.en}' is preferred there and '{here.en}' allowed; here '{here.en}' is preferred"
    return f"the English is '{there.en}' there, '{here.en}' here"


def other_note(there: Entry, here: Entry) -> bool:
    """Whether both have a note, and the one that comes says something else."""
    return bool(here.note and there.note) and here.note not in there.note


def additions(there: Entry, here: Entry) -> tuple[str, ...]:
    """What the second entry says that the first does not, in words."""
    result = merged(there, here)
    found = [f"German '{form}'" for form in result.de if form not in there.de]
    found += [f"also '{form}'" for form in result.also if form not in there.also]
    found += [f"avoid '{form}'" for form in result.avoid if form not in there.avoid]
    found += [f"first '{result.first}'"] if result.first != there.first else []
    found += [f"kind {result.kind}"] if result.kind != there.kind else []
    found += ["case: exact"] if result.case != there.case else []
    found += ["a note"] if result.note != there.note else []
    return tuple(found)


def merged(there: Entry, here: Entry) -> Entry:
    """The first entry with all that the second adds to it; where they differ, the first one counts.

    Other English, the preferred one too, comes under `also`, unless the first entry forbids it.
    """
    more = (form for form in here.accepted if form not in (*there.accepted, *there.avoid, here.first))
    also = _united(there.also, more)
    avoid = _united(there.avoid, (form for form in here.avoid if form not in (*there.accepted, *also, here.first)))
    first = there.first or (here.first if here.first not in (there.en, *there.avoid) else "")
    return replace(
        there,
        de=_all_german(there, here),
        also=also,
        avoid=tuple(form for form in avoid if form != first),
        kind=here.kind if there.kind == "term" else there.kind,
        case="exact" if "exact" in (there.case, here.case) else "any",
        note=there.note or here.note,
        first=first,
    )


def replaced(there: Entry, here: Entry) -> Entry:
    """The second entry in the first one's place: what it says counts, and where it says nothing the first one stays.

    The German forms of both are kept.
    """
    also = tuple(form for form in here.also or there.also if form not in (here.en, *here.avoid))
    first = here.first or (there.first if there.first not in (here.en, *here.avoid) else "")
    avoid = tuple(form for form in here.avoid or there.avoid if form not in (here.en, first, *also))
    return replace(
        there,
        de=_all_german(there, here),
        en=here.en,
        also=also,
        avoid=avoid,
        kind=there.kind if here.kind == "term" else here.kind,
        case="exact" if "exact" in (there.case, here.case) else "any",
        note=here.note or there.note,
        first=first,
    )


def _all_german(there: Entry, here: Entry) -> tuple[str, ...]:
    known = set(map(claim, there.de))
    return _united(there.de, (form for form in here.de if claim(form) not in known))


def _united(forms: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*forms, *more)))
