"""What can be dangerous in drafts, counted: loops, nothing at all, German copied, a lost “not”, changed figures.

The judges are the workbench's own checks (docs/checks.md), so a count is of sentences that the check would
tell, right or not; the reference's row shows how many a good translation has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.checks import check_paragraph
from workbench.engine.sentence.defects import is_looped
from workbench.glossary import Glossary
from workbench.translation import ParagraphRecord, State

FAULTS = ("looped", "empty", "German copied", "negation lost", "figure changed", "figure lost or added", "marker left")

_BY_CHECK = {
    ("untranslated", "error"): "German copied",
    ("negation", "warning"): "negation lost",
    ("numbers", "error"): "figure changed",
    ("numbers", "warning"): "figure lost or added",
    ("markers", "error"): "marker left",
    ("repetition", "warning"): "looped",
}
_NOTHING = Glossary(())


def faults(german: Sequence[str], english: Sequence[str]) -> Counter[str]:
    """How many sentences have each of FAULTS."""
    counted: Counter[str] = Counter()
    for source, draft in zip(german, english, strict=True):
        counted.update(faults_of(source, draft))
    return counted


def faults_of(german: str, english: str) -> set[str]:
    """Which of FAULTS one sentence has."""
    if not any(letter.isalnum() for letter in english):
        return {"empty"} if any(letter.isalnum() for letter in german) else set()
    record = ParagraphRecord(german, english, State.TRANSLATED)
    found = {_BY_CHECK.get((finding.check, finding.severity), "") for finding in check_paragraph(0, record, _NOTHING)}
    if is_looped(english) and not is_looped(german):
        found.add("looped")
    return found - {""}
