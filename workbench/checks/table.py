"""All checks, and running them over a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from workbench.checks.attribution import attribution
from workbench.checks.brackets import brackets
from workbench.checks.codes import codes
from workbench.checks.draft_lost import draft_lost
from workbench.checks.finding import Finding, Severity
from workbench.checks.gender import gender
from workbench.checks.hedges import hedges
from workbench.checks.match import match
from workbench.checks.missing_names import name_missing
from workbench.checks.missing_sentences import sentence_missing
from workbench.checks.negation import negation
from workbench.checks.numbers import numbers
from workbench.checks.overridden import settled
from workbench.checks.placeables import kept
from workbench.checks.punctuation import punctuation
from workbench.checks.quotes import quotes
from workbench.checks.repeated import doubled_word, repetition
from workbench.checks.review import review
from workbench.checks.script import script
from workbench.checks.state import empty, length, markers, source_changed
from workbench.checks.style import style
from workbench.checks.terms import term_capitals, term_forbidden, term_missing
from workbench.checks.too_long import too_long
from workbench.checks.units import units
from workbench.checks.untranslated import untranslated
from workbench.glossary import Glossary
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.translation import ParagraphRecord, State

OfParagraph = Callable[[int, ParagraphRecord, Glossary], Iterator[Finding]]
ByStyle = Callable[[int, ParagraphRecord, Glossary, HouseStyle], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, the worst severity it gives, and one line on what it says.

    `paragraph` runs it over one translated paragraph, `by_style` does so with the project's house style; a check
    without either compares all of a document's paragraphs (see `WholeDocument`).
    """

    name: str
    severity: Severity
    says: str
    paragraph: OfParagraph | None = None
    by_style: ByStyle | None = None


CHECKS: tuple[Check, ...] = (
    Check("term-missing", "error", "a glossary term of the German is not in the English", term_missing),
    Check("term-forbidden", "error", "the English has a form that the glossary forbids", term_forbidden),
    Check(
        "term-capitals", "error", "a name (error) or title (warning) of the glossary in small letters", term_capitals
    ),
    Check("first-mention", "error", "a name is not written out where it comes first"),
    Check("empty", "error", "accepted, but there is no English", empty),
    Check("untranslated", "error", "the English is still German, or a sentence or a word of it", untranslated),
    Check("markers", "error", "⟦ or ⟧, which the translation package left in the English", markers),
    Check("script", "error", "broken characters (error), words in another script lost (warning)", script),
    Check("kept", "error", "an address, placeholder, code … was changed (error, warning), lost or added", kept),
    Check("codes", "error", "a link, image or footnote mark lost (error), bold and the like lost or misplaced", codes),
    Check("numbers", "error", "a figure was changed (error), lost or added (warning)", by_style=numbers),
    Check("units", "error", "a unit or currency was changed (error), it or a minus lost (warning)", units),
    Check("name-missing", "warning", "a person whom the German names is not in the English", name_missing),
    Check(
        "sentence-missing", "warning", "a sentence of the German seems to have nothing in the English", sentence_missing
    ),
    Check("draft-lost", "warning", "the draft may have left out words of the German, or a sentence's verb", draft_lost),
    Check("match", "warning", "a match of less than 100 % was put in by itself, and nobody has looked at it", match),
    Check("later-mention", "warning", "a name is written out again after its first mention"),
    Check("name-spelling", "warning", "one name is spelt in several ways in the document"),
    Check("spelling", "warning", "a word that is no English, and not in the German"),
    Check(
        "review", "warning", "a reviewer, another translator or the file has other English, and nobody decided", review
    ),
    Check("source-changed", "warning", "the German has changed since it was translated", source_changed),
    Check("negation", "warning", "the German says no, nothing in the English does", negation),
    Check("attribution", "warning", "the German reports what somebody says, the English asserts it", attribution),
    Check("hedges", "warning", "the German does not vouch for what it says, the English does", hedges),
    Check("gender", "warning", "a woman of the German is a man in the English, or the reverse", gender),
    Check("quotes", "warning", "unbalanced marks, or more or fewer quotations than the German", by_style=quotes),
    Check("brackets", "warning", "a bracket without its other end", brackets),
    Check("repetition", "warning", "a phrase or sentence repeats itself, as translation models do", repetition),
    Check("doubled-word", "warning", "the same word twice in a row", doubled_word),
    Check("punctuation", "warning", "another final mark, German „, stray spaces", by_style=punctuation),
    Check("style", "warning", "not the house style; where none is set, two ways of one thing (info)", by_style=style),
    Check("too-long", "warning", "a headline, teaser, caption or subtitle is longer than it may be", by_style=too_long),
    Check("length", "info", "the English is much shorter or longer than the German", length),
    Check("relative-dates", "info", "gestern, heute, am Montag hold on the day of the article; told once a document"),
    Check("consistency", "info", "the same German has another English elsewhere"),
)
"""Every check, in the order in which findings of one severity are told."""


def check_paragraph(
    index: int, record: ParagraphRecord, glossary: Glossary, house: HouseStyle = NO_STYLE
) -> tuple[Finding, ...]:
    """What the checks find in one paragraph (`index` from 0): errors first, then warnings, then the rest.

    Paragraphs that are skipped or have no English yet give nothing (an accepted one without English does).
    A finding that the record overrides is lowered to `info`, and its message ends with the reason.
    """
    if record.state is State.SKIPPED or (not record.english.strip() and record.state is not State.REVIEWED):
        return ()
    if not record.english.strip():
        return settled(empty(index, record, glossary), record.overrides)
    found = chain.from_iterable(_run(check, index, record, glossary, house) for check in CHECKS)
    return settled(found, record.overrides)


def _run(check: Check, index: int, record: ParagraphRecord, glossary: Glossary, house: HouseStyle) -> Iterable[Finding]:
    if check.by_style:
        return check.by_style(index, record, glossary, house)
    return check.paragraph(index, record, glossary) if check.paragraph else ()
