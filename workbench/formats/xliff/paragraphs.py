"""A paragraph for each segment of an XLIFF file, and whether it is one, of whatever version and languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.formats.document import Paragraph
from workbench.formats.parted import MOST_CODES, all_markup
from workbench.formats.roles import Role, role_by_look
from workbench.formats.xliff.content import TRACKED
from workbench.formats.xliff.segments import Segment
from workbench.formats.xliff.states import is_unconfirmed
from workbench.formats.xliff.tree import Element, File
from workbench.formats.xliff.version1 import segments_1
from workbench.formats.xliff.version2 import segments_2
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_FIXED = "a segment of a bilingual file stays as it is"
_VERSION = re.compile(r"[12]\.\d")


def must_be_xliff(root: str, version: str, where: Path) -> None:
    """Raises WorkbenchError for a root element that is of no XLIFF, or of a version that is not known here."""
    if root != "xliff":
        mend = "give the file that the translation program exported as XLIFF"
        raise WorkbenchError(Problem(where, f"is no XLIFF file (its root is `{clean_line(root)[:40]}`)", mend))
    if not _VERSION.match(version):
        what = f"is of an XLIFF version that is not known here ({clean_line(version)[:20] or 'none is named'})"
        raise WorkbenchError(Problem(where, what, "export it as XLIFF 1.2, 2.0 or 2.1"))


def segments_of(file: File) -> list[Segment]:
    """All segments of a file."""
    of_version = segments_2 if file.root.attributes["version"].startswith("2") else segments_1
    return list(of_version(file))


def with_words(segments: Iterable[Segment], where: Path) -> list[Segment]:
    """Those that have words. Raises WorkbenchError for one with too many codes."""
    found = [one for one in segments if one.source.inline.text]
    if any(len(one.source.markup) + len(one.given.markup if one.given else ()) > MOST_CODES for one in found):
        raise WorkbenchError(Problem(where, f"has more than {MOST_CODES:,} tags in a segment", "split the segment"))
    return found


def paragraph_of(segment: Segment, *, first: bool, place: str = "") -> Paragraph:
    """The paragraph of a segment; `place`: where it stands, if that is not as the segment says."""
    source, given = segment.source, segment.given
    role: Role = role_by_look(source.inline.text)
    return Paragraph(
        source.inline.text,
        "" if first else "\n\n",
        "body" if role == "furniture" else role,
        source.inline.codes,
        all_markup(source, given),
        place=place or segment.place,
        fixed=_FIXED,
        given=given.inline if given else None,
        given_state=segment.state,
        unconfirmed=segment.given is not None and is_unconfirmed(segment),
        locked=segment.locked,
        note=segment.note,
    )


def tracked_in(root: Element) -> int:
    """How many changes are tracked."""
    return sum(one.attributes.get("mtype") in TRACKED for one in root.all() if one.name == "mrk")


def told_tracked(changes: int, where: Path) -> Iterator[Problem]:
    """That changes that are tracked are taken as accepted, if there are any."""
    if changes:
        what = f"{changes:,} tracked change{'s are' if changes > 1 else ' is'} taken as accepted"
        yield Problem(where, what, "look at them in the program that made the file")
