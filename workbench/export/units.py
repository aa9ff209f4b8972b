"""What a file for programs has of a document, and the check that nothing of it was lost in writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from workbench.export.delivery import Delivery
from workbench.export.runs import cleaned
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean_line
from workbench.translation import State

LOST = "nothing was written; hand the document over in another format, and tell the makers of the workbench"


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a pair of sentences: German and English with codes. `target` is empty where there is none."""

    id: str
    source: Inline
    target: Inline


def units_of(delivery: Delivery, *, skipped: bool = True) -> tuple[Unit, ...]:
    """The units of a whole document; `skipped`: with the paragraphs that are left out, which have no English."""
    record = delivery.record
    return tuple(
        Unit(key, cleaned(p.source), Inline("") if p.state is State.SKIPPED else cleaned(p.target, strip=True))
        for index, (key, p) in enumerate(zip(record.ids, record.paragraphs, strict=True))
        if index not in delivery.left_out and (skipped or p.state is not State.SKIPPED)
    )


def must_hold_units(wanted: Sequence[Unit], there: Sequence[Unit], where: str) -> None:
    """Raises WorkbenchError where a file that was read again has other segments, words or codes than it should have.

    The order of the units counts; white space does not.
    """
    counted, found = _counted(wanted), _counted(there)
    for what, count in counted.items():
        if found[what] != count:
            raise _lost(where, f"was to have {count:,} {what} and has {found[what]:,}")
    for number, (one, other) in enumerate(zip(wanted, there, strict=True), 1):
        for language, mine, theirs in (("German", one.source, other.source), ("English", one.target, other.target)):
            if mine.text.split() != theirs.text.split():
                raise _lost(where, f"has other {language} than the record in its segment {number:,}")
            if _codes(mine) != _codes(theirs):
                raise _lost(where, f"has other codes than the record in the {language} of its segment {number:,}")
        if one.id != other.id:
            raise _lost(where, f"has lost the id of its segment {number:,}")


def datatype(source: str) -> str:
    """What kind of file a source is, as XLIFF 1.2 and TMX name it: `plaintext`, `html`, `x-docx`."""
    suffix = PurePath(source).suffix.lower().removeprefix(".")
    named = {"": "plaintext", "txt": "plaintext", "html": "html", "htm": "html", "po": "po", "csv": "csv"}
    return named.get(suffix) or "x-" + clean_line(suffix).replace(" ", "")


def _counted(units: Sequence[Unit]) -> Counter[str]:
    texts = [text for unit in units for text in (unit.source, unit.target)]
    words, codes = sum(len(text.text.split()) for text in texts), sum(len(text.codes) for text in texts)
    return Counter({"segments": len(units), "words": words, "codes": codes})


def _codes(inline: Inline) -> list[tuple[str, str]]:
    return [(code.id, code.kind) for code in inline.codes]


def _lost(where: str, what: str) -> WorkbenchError:
    return WorkbenchError(Problem(where, f"the file {what}", LOST))
