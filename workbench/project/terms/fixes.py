"""Putting one finding right: the new English of its paragraph, or why it has to be done by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.checks import Finding, WholeDocument, check_paragraph
from workbench.glossary import Glossary, TermHit, find_mentions, opening, reworded, shortened, spare, written_out
from workbench.text import Span
from workbench.translation import ParagraphRecord, State, TranslationRecord

if TYPE_CHECKING:
    from workbench.project.project import Project


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding is put right: the paragraph's whole new English, and where in it the new words stand.

    `told` says in one line what is done.
    """

    english: str
    span: Span
    told: str


@dataclass(frozen=True, slots=True)
class NoFix:
    """Why a finding has to be put right by hand, in one line."""

    why: str


@dataclass(frozen=True, slots=True)
class _Case:
    """A finding to put right, with what is around it."""

    project: Project
    glossary: Glossary
    record: TranslationRecord
    finding: Finding

    @property
    def german(self) -> str:
        return self.record.paragraphs[self.finding.paragraph].german

    @property
    def english(self) -> str:
        return self.record.paragraphs[self.finding.paragraph].english

    @property
    def hit(self) -> TermHit | None:
        """The glossary hit that a finding of the glossary's is about."""
        place = self.finding.german
        hits = self.glossary.find(self.german) if place else ()
        return next((hit for hit in hits if place and (hit.start, hit.end) == place), None)


_Edit = tuple[Span, str]
"""What is cut out of the English, and what is put there."""


def fixable(finding: Finding) -> bool:
    """Whether findings of this kind can be put right by the program at all. Opens no model."""
    return not finding.overridden and (finding.check in _WAYS or finding.wanted is not None)


def find_fix(project: Project, record: TranslationRecord, index: int, finding: Finding) -> Fix | NoFix:
    """How a finding of paragraph `index` (from 0) of a document is put right. Nothing is changed by asking.

    Only the place of the finding is another in the new English, with the article before it. What would not put
    the finding right, or would break another rule, is no fix: every one is checked before it is offered.
    May open the package's model; any thread may ask. Raises WorkbenchError when a package is needed and broken.
    """
    case = _Case(project, project.termbase.glossary, record, replace(finding, paragraph=index))
    if not fixable(finding):
        return NoFix("This has to be put right by hand.")
    whole = WholeDocument(record.paragraphs, case.glossary, project.settings.style, project.words.vocabulary)
    before = _found(whole, index, record.paragraphs[index], case)
    if _key(case.finding) not in map(_key, before):
        return NoFix("This finding is gone: the text has changed.")
    way = _WAYS.get(finding.check, _as_wanted)
    tried = False
    for cut, put in way(case):
        tried = True
        english = case.english[: cut.start] + put + case.english[cut.end :]
        now = record.paragraphs[index]
        changed = now.with_target(now.target.carried(english), State.TRANSLATED)
        if _is_better(case.finding, before, _found(whole, index, changed, case)):
            return Fix(english, Span(cut.start, cut.start + len(put)), _told(case.english[slice(*cut)], put))
    return NoFix(_why_misspelt(case) if finding.check == "spelling" else _why(case.finding, tried=tried))


def _as_wanted(case: _Case) -> Iterator[_Edit]:
    """What the check itself says belongs there."""
    place, wanted = case.finding.english, case.finding.wanted
    if place is not None and wanted is not None:
        yield place, wanted


def _spelling(case: _Case) -> Iterator[_Edit]:
    place, wanted = case.finding.english, case.finding.wanted
    if place is not None and wanted is not None:
        yield reworded(case.english, place, (case.finding.about,), wanted)


def _only_meant(case: _Case) -> Iterator[_Edit]:
    """The word that a misspelt one was meant to be, where only one comes into question."""
    words = case.project.words.meant(case.finding.about)
    if case.finding.english is not None and len(words) == 1:
        yield case.finding.english, words[0]


def _allowed_form(case: _Case) -> Iterator[_Edit]:
    """The preferred English for a forbidden form; where the name comes first, written out."""
    hit, place = case.hit, case.finding.english
    if hit and place is not None:
        cut, put = reworded(case.english, place, hit.entry.avoid, hit.entry.en)
        yield cut, put
        yield from _written_out_too(case, hit, case.english[: cut.start] + put + case.english[cut.end :])


def _first_form(case: _Case) -> Iterator[_Edit]:
    hit = case.hit
    head = opening(find_mentions(hit.entry, case.english)) if hit else None
    if hit and head:
        yield _edit(case.english, written_out(case.english, hit.entry, head)[0])


def _later_form(case: _Case) -> Iterator[_Edit]:
    hit = case.hit
    for mention in find_mentions(hit.entry, case.english) if hit else ():
        if hit and mention.span == case.finding.english:
            yield _edit(case.english, shortened(case.english, hit.entry, mention)[0])


def _missing_term(case: _Case) -> Iterator[_Edit]:
    """The term where its long form stands alone, in the place of a garbled name, or of the words that stand for it."""
    from workbench.project.terms.term_place import with_term

    hit = case.hit
    if hit is None:
        return
    for mention in spare(find_mentions(hit.entry, case.english), first=False):
        yield _edit(case.english, shortened(case.english, hit.entry, mention)[0])
        yield _edit(case.english, written_out(case.english, hit.entry, mention)[0])
    for english in with_term(case.project.drafter, case.glossary, case.german, case.english, hit):
        yield _edit(case.english, english)
        yield from _written_out_too(case, hit, english)


_WAYS: dict[str, Callable[[_Case], Iterator[_Edit]]] = {
    "term-missing": _missing_term,
    "term-forbidden": _allowed_form,
    "first-mention": _first_form,
    "later-mention": _later_form,
    "name-spelling": _spelling,
    "spelling": _only_meant,
}


def _written_out_too(case: _Case, hit: TermHit, english: str) -> Iterator[_Edit]:
    """The same with the term written out, for the paragraph in which it comes first."""
    head = opening(find_mentions(hit.entry, english)) if hit.entry.first else None
    if head:
        yield _edit(case.english, written_out(english, hit.entry, head)[0])


def _edit(old: str, new: str) -> _Edit:
    """The one stretch in which two texts differ, as whole words."""
    least = min(len(old), len(new))
    start = next((i for i in range(least) if old[i] != new[i]), least)
    end = next((i for i in range(least - start) if old[-1 - i] != new[-1 - i]), least - start)
    while start and old[start - 1].isalnum():
        start -= 1
    while end and old[len(old) - end].isalnum():
        end -= 1
    return Span(start, len(old) - end), new[start : len(new) - end]


_Key = tuple[int, str, str]
_SLIPS = frozenset({"doubled-word", "repetition"})
"""Warnings that a fix may not give rise to either."""


def _key(finding: Finding) -> _Key:
    return finding.paragraph, finding.check, finding.about


def _found(whole: WholeDocument, index: int, paragraph: ParagraphRecord, case: _Case) -> list[Finding]:
    """What is found with this paragraph in its document, and what shows only in the whole; not what is overridden."""
    whole.update({index: paragraph})
    own = check_paragraph(index, paragraph, case.glossary, case.project.settings.style)
    return [f for findings in (own, *whole.findings.values()) for f in findings if not f.overridden]


def _is_better(finding: Finding, before: list[Finding], after: list[Finding]) -> bool:
    """Whether a finding is gone, and no rule is broken for it."""
    then, now = Counter(map(_key, before)), Counter(map(_key, after))
    weighty = {_key(f) for f in after if f.severity == "error" or f.check in _SLIPS}
    return now[_key(finding)] < then[_key(finding)] and all(now[key] <= then[key] for key in weighty)


def _told(old: str, new: str) -> str:
    old, new = _named(old), _named(new)
    if not old:
        return f"{new} put in." if new else "One space is left."
    return f"{new} put in for {old}." if new else f"{old} taken out."


def _named(words: str) -> str:
    """Words as they are told: in quotation marks, unless they have some themselves."""
    words = words.strip()
    return words if not words or set(words) & set('“”„"') else f"“{words}”"


def _why(finding: Finding, *, tried: bool) -> str:
    if finding.check == "term-missing":
        return f"Where “{finding.about}” belongs was not found: put it in by hand."
    if finding.check == "first-mention" and not tried:
        return f"“{finding.about}” stands in a compound or in brackets here: write the name out by hand."
    return f"What would put {finding.check} right breaks another rule: do it by hand."


def _why_misspelt(case: _Case) -> str:
    """What a misspelt word may have been, for the translator to choose from."""
    words = [f"“{word}”" for word in case.project.words.meant(case.finding.about)]
    perhaps = f": perhaps {', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else ""
    return f"“{case.finding.about}” is no English word{perhaps}. Write it by hand; l takes it as right."
