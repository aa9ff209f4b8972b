"""The English in the format of its source: the same file with English in the place of its German."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePath

from workbench.export.delivery import Delivery
from workbench.formats import SOURCE_SUFFIXES, Target, filter_of
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean_line
from workbench.translation import english_target

_MEND = "nothing was written; hand the document over in another format, and tell the makers of the workbench"


def is_native(source: str, to: str) -> bool:
    """Whether a format is that of a source file, which can be written with other words in it. A PDF cannot."""
    suffix = PurePath(source).suffix.lower()
    return suffix in SOURCE_SUFFIXES and to != "pdf" and f".{to}" in filter_of(source).suffixes


def english(delivery: Delivery) -> bytes:
    """The source file with English in it. What is not reviewed is marked.

    What was written is read again, and its segments, words and codes are counted against the record: raises
    WorkbenchError where they differ, so that no sentence is lost on the way unseen.
    """
    record = delivery.record
    document = record.document
    assert document is not None
    target = english_target(record, document)
    data = filter_of(record.source).write(document, target)
    must_hold(data, target, Path(clean_line(record.source)))
    return data


def must_hold(data: bytes, target: Target, where: Path) -> None:
    """Raises WorkbenchError where a file that was written has other words or codes than it should have."""
    if not any(inline.text.strip() for inline in target.values()):
        return
    read = filter_of(where.name).read(data, where)
    wanted, there = _counted(target.values()), _counted(paragraph.source for paragraph in read.paragraphs)
    for what, count in wanted.items():
        if there[what] != count:
            told = f"was to have {count:,} {what} and has {there[what]:,}"
            raise WorkbenchError(Problem(where, f"the English file {told}", _MEND))
    missing = next(iter(_words(target.values()) - _words(paragraph.source for paragraph in read.paragraphs)), "")
    if missing:
        raise WorkbenchError(Problem(where, f"the English file has lost the word “{missing[:60]}”", _MEND))


def _counted(texts: Iterable[Inline]) -> Counter[str]:
    found: Counter[str] = Counter()
    for inline in texts:
        found["words"] += len(inline.text.split())
        found["codes"] += len(inline.codes)
    return found


def _words(texts: Iterable[Inline]) -> Counter[str]:
    return Counter(word for inline in texts for word in clean_line(inline.text).split())
