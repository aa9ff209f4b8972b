"""All checks, and running them over a paragraph or a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from workbench.checks.consistency import consistency
from workbench.checks.finding import Finding, Severity
from workbench.checks.mentions import first_mention, later_mention
from workbench.checks.name_spelling import name_spelling
from workbench.checks.negation import negation
from workbench.checks.numbers import numbers
from workbench.checks.punctuation import punctuation
from workbench.checks.quotes import quotes
from workbench.checks.repeated import doubled_word, repetition
from workbench.checks.state import empty, length, markers, source_changed
from workbench.checks.terms import term_forbidden, term_missing
from workbench.checks.untranslated import untranslated
from workbench.glossary import Glossary
from workbench.translation import Override, ParagraphRecord, State, TranslationRecord

OfParagraph = Callable[[int, ParagraphRecord, Glossary], Iterator[Finding]]
OfDocument = Callable[[TranslationRecord, Glossary], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, the worst severity it gives, and one line on what it says.

    `paragraph` runs it over one translated paragraph, `document` over all of them; it has one of the two.
    """

    name: str
    severity: Severity
    says: str
    paragraph: OfParagraph | None = None
    document: OfDocument | None = None


CHECKS: tuple[Check, ...] = (
    Check("term-missing", "error", "a glossary term of the German is not in the English", term_missing),
    Check("term-forbidden", "error", "the English has a form that the glossary forbids", term_forbidden),
    Check("first-mention", "error", "a name is not written out where it comes first", document=first_mention),
    Check("empty", "error", "accepted, but there is no English", empty),
    Check("untranslated", "error", "the English is still German, or a sentence of it", untranslated),
    Check("markers", "error", "a term marker (⟦ or ⟧) was left in the English", markers),
    Check("numbers", "error", "a figure was changed (error), lost or added (warning)", numbers),
    Check("later-mention", "warning", "a name is written out again after its first mention", document=later_mention),
    Check("name-spelling", "warning", "one name is spelt in several ways in the document", document=name_spelling),
    Check("source-changed", "warning", "the German has changed since it was translated", source_changed),
    Check("negation", "warning", "the German denies, nothing in the English does", negation),
    Check("quotes", "warning", "unbalanced marks, or more or fewer quotations than the German", quotes),
    Check("repetition", "warning", "a phrase or sentence repeats itself, as translation models do", repetition),
    Check("doubled-word", "warning", "the same word twice in a row", doubled_word),
    Check("punctuation", "warning", "another final mark, German „, stray spaces", punctuation),
    Check("length", "info", "the English is much shorter or longer than the German", length),
    Check("consistency", "info", "the same German has another English elsewhere", document=consistency),
)
"""Every check, in the order in which findings of one severity are told."""

_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def check_paragraph(index: int, record: ParagraphRecord, glossary: Glossary) -> tuple[Finding, ...]:
    """What the checks find in one paragraph (`index` from 0): errors first, then warnings, then the rest.

    Paragraphs that are skipped or have no English yet give nothing (an accepted one without English does).
    A finding that the record overrides is lowered to `info`, and its message ends with the reason.
    """
    if record.state is State.SKIPPED or (not record.english.strip() and record.state is not State.REVIEWED):
        return ()
    if not record.english.strip():
        return _settled(empty(index, record, glossary), record.overrides)
    found = (check.paragraph(index, record, glossary) for check in CHECKS if check.paragraph)
    return _settled((finding for findings in found for finding in findings), record.overrides)


def check_whole(record: TranslationRecord, glossary: Glossary) -> dict[int, tuple[Finding, ...]]:
    """What shows only in the whole document, by the index of the paragraph where it is told."""
    whole: dict[int, list[Finding]] = {}
    for check in CHECKS:
        if check.document:
            for finding in check.document(record, glossary):
                whole.setdefault(finding.paragraph, []).append(finding)
    return {index: _settled(found, record.paragraphs[index].overrides) for index, found in whole.items()}


def check_document(record: TranslationRecord, glossary: Glossary) -> tuple[Finding, ...]:
    """What the checks find in a document: paragraph by paragraph, with what shows only in the whole."""
    whole = check_whole(record, glossary)
    return tuple(
        finding
        for index, paragraph in enumerate(record.paragraphs)
        for finding in by_gravity((*check_paragraph(index, paragraph, glossary), *whole.get(index, ())))
    )


def by_gravity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, errors first, then warnings, then the rest."""
    return tuple(sorted(findings, key=lambda finding: _RANK[finding.severity]))


def _settled(findings: Iterable[Finding], overrides: tuple[Override, ...]) -> tuple[Finding, ...]:
    """The findings with overridden ones lowered, the gravest first."""
    reasons = {(override.check, override.about): override.reason for override in overrides}
    lowered = (_lowered(finding, reasons) for finding in findings) if reasons else findings
    return by_gravity(lowered)


def _lowered(finding: Finding, reasons: dict[tuple[str, str], str]) -> Finding:
    reason = reasons.get((finding.check, finding.about))
    if reason is None:
        return finding
    message = f"{finding.message} – overridden: {reason or 'no reason given'}"
    return replace(finding, severity="info", message=message, overridden=True, reason=reason)
