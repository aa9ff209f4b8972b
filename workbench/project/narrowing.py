"""Which paragraphs of the document on the desk a translator wants to see: those of which all conditions hold."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from workbench.problem import Problem, WorkbenchError
from workbench.project.doubting.most import SHARES, USUAL, Share, most_doubtful
from workbench.translation import FINISHED, UNTOUCHED, ParagraphRecord, State

if TYPE_CHECKING:
    from workbench.project.session import Session

Condition = Literal[
    "not reviewed",
    "with findings",
    "changed since export",
    "with notes",
    "bookmarked",
    "German changed",
    "untouched drafts",
    "from the memory",
    "left out",
    "in doubt",
    "contains",
]
CONDITIONS: tuple[Condition, ...] = get_args(Condition)
Holds = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The conditions, and the words that `contains` is about: in German or English, in any of their forms.

    `share`: how much of the drafts with words in doubt `in doubt` is about, the most doubtful ones.
    """

    conditions: tuple[Condition, ...]
    words: str = ""
    share: Share = USUAL

    @property
    def told(self) -> str:
        """In a few words: `not reviewed, contains “Rat”`."""
        return ", ".join(map(self._told, self.conditions))

    def _told(self, condition: Condition) -> str:
        if condition == "in doubt" and self.share != "all":
            return f"the most doubtful {self.share}"
        return f"contains “{self.words}”" if condition == "contains" else condition


def narrowed(session: Session, narrowing: Narrowing, among: Iterable[int]) -> Generator[None, None, tuple[int, ...]]:
    """Which of these paragraphs (from 0) of the document on the desk are wanted, in their order, one a step.

    Findings and words in doubt are those that are known by now (see `is_known`). Raises WorkbenchError where a
    condition means nothing here: the document was not handed over before, or there are no words.
    """
    conditions = [_holds(session, one, narrowing) for one in narrowing.conditions]
    found = []
    for index in among:
        if all(holds(index) for holds in conditions):
            found.append(index)
        yield
    return tuple(found)


def is_known(session: Session, narrowing: Narrowing) -> bool:
    """Whether all is known that its conditions are about: a long document is looked at, and weighed, bit by bit."""
    if "in doubt" in narrowing.conditions:
        known = session.drafting.weigher.known
        if any(known(record) is None for record in session.paragraphs):
            return False
    return "with findings" not in narrowing.conditions or session.findings.complete


def _holds(session: Session, condition: Condition, narrowing: Narrowing) -> Holds:
    if condition in _OF_PARAGRAPH:
        of_paragraph = _OF_PARAGRAPH[condition]
        return lambda index: of_paragraph(session.paragraphs[index])
    if condition == "with findings":
        return _has_findings(session)
    if condition == "in doubt":
        return _among(_most_doubtful(session, narrowing.share))
    if condition == "contains":
        return _contains(session, narrowing.words)
    return _among(session.own.bookmarks.here if condition == "bookmarked" else _changed(session))


_OF_PARAGRAPH: Mapping[Condition, Callable[[ParagraphRecord], bool]] = {
    "not reviewed": lambda one: one.state not in FINISHED,
    "with notes": lambda one: bool(one.note),
    "German changed": lambda one: bool(one.old_german),
    "untouched drafts": lambda one: one.state in UNTOUCHED,
    "from the memory": lambda one: bool(one.draft and one.draft.memory),
    "left out": lambda one: one.state is State.SKIPPED,
}
"""The conditions that a paragraph's record alone tells."""


def _among(indexes: frozenset[int]) -> Holds:
    return lambda index: index in indexes


def _has_findings(session: Session) -> Holds:
    def holds(index: int) -> bool:
        if session.paragraphs[index].state is State.SKIPPED:
            return False
        return any(finding.severity != "info" for finding in session.findings_so_far(index))

    return holds


def _most_doubtful(session: Session, share: Share) -> frozenset[int]:
    """Of the drafts with words in doubt, as far as they are weighed, in the whole document."""
    weighed = enumerate(map(session.drafting.weigher.known, session.paragraphs))
    return most_doubtful({index: doubt.whole for index, doubt in weighed if doubt and doubt.words}, SHARES[share])


def _changed(session: Session) -> frozenset[int]:
    """What would be in a delivery of the changes alone."""
    from workbench.project.handing.delivered import last_delivery

    last = last_delivery(session.project.layout, session.document)
    if last is None:
        what = "was not handed over before on this machine: nothing can be told to have changed since"
        raise WorkbenchError(Problem(session.document, what, "hand it over first (x)"))
    return last.since(session.translation.record).changed


def _contains(session: Session, words: str) -> Holds:
    """In German or English, in any form; where the words are a term of the glossary, in every form that it has."""
    from workbench.project.searching.finder import finder
    from workbench.project.searching.query import Query

    find = finder(Query(words, how="inflected"))
    entries = {e for e in session.termbase.glossary.entries if words.casefold() in _names(e.de)}

    def holds(index: int) -> bool:
        paragraph = session.paragraphs[index]
        if find.places(paragraph.german, "german") or find.places(paragraph.english, "english"):
            return True
        return bool(entries) and any(hit.kept in entries for hit in session.termbase.hits(paragraph.german))

    return holds


def _names(names: Sequence[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
