"""What a correction can be made of: an entry of the glossary, an `avoid` of the one there, changes everywhere."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from workbench.glossary import Entry, Glossary, judge
from workbench.project.learning.corrected import Corrected
from workbench.project.searching.documents import Documents
from workbench.project.searching.query import How, Query
from workbench.project.searching.replacing import replacements
from workbench.project.searching.search import Search
from workbench.project.terms.changes import Change
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """What a correction suggests. `own`: an entry for it; `changed`: the entry that is there (`there`), with it."""

    own: Entry
    there: Entry | None = None
    changed: Entry | None = None


def rule_for(glossary: Glossary, german: str, corrected: Corrected) -> Rule | None:
    """The rule that a correction in a German paragraph suggests; None where the glossary says it already.

    Of an entry that stands at the place and wants other English, the accepted one becomes the English; what the draft
    had is to be avoided.
    """
    wrong = corrected.drafted
    avoid = () if wrong.lower() == corrected.accepted.lower() else (wrong,)
    own = Entry((corrected.german,), corrected.accepted, avoid=avoid, kind=corrected.kind)
    there = next((hit.kept for hit in glossary.find(german) if corrected.at.meets(Span(hit.start, hit.end))), None)
    if there is None:
        return Rule(own)
    changed = _changed(there, corrected)
    return Rule(own, there, changed) if changed is not None else None


def _changed(there: Entry, corrected: Corrected) -> Entry | None:
    """The entry with a correction in it; None where it has it already."""
    wrong, met = corrected.drafted, judge(there, corrected.accepted).met
    if met and (wrong in there.avoid or wrong in there.accepted):
        return None
    also = tuple(form for form in there.also if form not in (wrong, corrected.accepted))
    wanted = there if met else replace(there, en=corrected.accepted, also=also)
    forbidden = tuple(form for form in dict.fromkeys((*there.avoid, wrong)) if form != wanted.en)
    return replace(wanted, avoid=forbidden)


def everywhere(
    documents: Documents, corrected: Corrected, first: str, forms: Sequence[str] = ()
) -> Generator[None, None, list[Change]]:
    """In steps, for a lane: every sentence with what the draft had, where the German has the name or term; others stay.

    `first`: the document that comes first. `forms`: all that drafts had, if that was not one alone; of a sentence with
    two of them the first is changed.
    """
    how: How = "inflected" if corrected.kind == "term" else "word"
    term = Glossary((Entry((corrected.german,), corrected.accepted, kind=corrected.kind),))
    found: dict[tuple[str, int, str], Change] = {}
    for form in forms or (corrected.drafted,):
        query = Query(form, how, capitals=True, fields=frozenset({"english"}))
        for hits in Search(documents, query, first).collect():
            meant = [hit for hit in hits if term.find(hit.record.german)]
            for change in replacements(meant, query, corrected.accepted):
                found.setdefault((change.document, change.paragraph, change.before), change)
            yield
    return list(found.values())
