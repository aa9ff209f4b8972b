"""Another form of an entry in the place of a mention: its possessive, article and capital follow."""

from __future__ import annotations

import re

from workbench.glossary.english.article import fit_article
from workbench.glossary.english.mentioned import Mention, two_names
from workbench.glossary.entry import Entry
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern

_SPOKEN_AS_WORDS = frozenset({"NATO", "OPEC", "UNESCO", "UNICEF", "ASEAN", "NASA", "FIFA", "UEFA", "UNRWA", "AUKUS"})
"""Abbreviations that have no `the` before them, being spoken as words."""
_DESCRIBES = lazy_pattern(
    r"\b(?:organi[sz]ation|union|forces?|committee|council|court|agency|service|community|commonwealth|party|"
    r"movement|fund|bank|ministry|federation|commission|office|centre|center|alliance|treaty|nations|states|army|"
    r"guard|police|institute|front|cabinet|corps|regiment|administration|authority|bureau)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = """
and or but in on at of to for with by from into over under since until after before against between is
are was were be been has have had will would can could may might must shall should does did do not also which that
who whose where when while as than then if though because says said wants wanted agreed called
he she it they we
"""
_SMALL = "|".join(_SMALL_WORDS.split())
"""Words beside which a name stands alone, and not before a noun as part of its name."""
_ALONE_BEFORE = lazy_pattern(rf"(?:^|[.!?:;,(“‘\"]\s*|[–—]\s|\b(?:{_SMALL})\s)$", re.IGNORECASE)
_ALONE_AFTER = lazy_pattern(rf"$|[,.;:!?)\]”’\"]|\s[–—]\s|\s(?:{_SMALL})\b")
_BEGINS = lazy_pattern(r"(?:^|[.!?…:]\s)[\s\"'“‘(]*$")
_DETERMINED = lazy_pattern(r"(?<!\w)(?:the|an?|this|that|its|their|his|her|our) $", re.IGNORECASE)
_THE = lazy_pattern(r"the ", re.IGNORECASE)
_BRACKETS_AT_END = lazy_pattern(r"(?<!\s)\s*\([^()]*\)$")


def written_out(english: str, entry: Entry, mention: Mention) -> tuple[str, Span]:
    """The text with an entry's `first` form in the place of a mention, and where that stands then.

    A mention that is full in another accepted spelling stays. The possessive goes before the brackets: `the
    Collective Security Treaty Organization’s (CSTO) summit`.
    """
    before, found, after = _parted(english, mention.span)
    if mention.full and found.count(entry.en) < 2:
        return english, mention.span
    form = entry.first
    if _THE.match(form) and _DETERMINED.search(before):
        form = form[4:]
    elif _wants_the(entry) and _ALONE_BEFORE.search(before) and (mention.possessive or _ALONE_AFTER.match(after)):
        form = f"the {form}"
    return _put(before, found, _with_possessive(form, entry, mention.possessive), after, entry)


def shortened(english: str, entry: Entry, mention: Mention) -> tuple[str, Span]:
    """The text with an entry's `en` form in the place of a mention, and where that stands then."""
    before, found, after = _parted(english, mention.span)
    if entry.en in _SPOKEN_AS_WORDS and (mention.possessive or _ALONE_AFTER.match(after)):
        before = re.sub(r"(?<!\w)the $", "", before, flags=re.IGNORECASE)
    return _put(before, found, _with_possessive(entry.en, entry, mention.possessive), after, entry)


def _parted(english: str, span: Span) -> tuple[str, str, str]:
    return english[: span.start], english[span.start : span.end], english[span.end :]


def _wants_the(entry: Entry) -> bool:
    """Whether the first form is a description (an organization, a ministry) and not a name by itself."""
    both = two_names(entry)
    return both is not None and not _THE.match(entry.first) and any(_DESCRIBES.search(name) for name in both)


def _with_possessive(form: str, entry: Entry, possessive: str) -> str:
    """`Putin’s`; `Armed Forces of Ukraine’s (AFU)`; `the United Nations’ (UN)`."""
    if not possessive:
        return form
    behind = _BRACKETS_AT_END.search(form)
    name, brackets = (form[: behind.start()], behind[0]) if behind else (form, "")
    plural = name.endswith("s") and (entry.kind != "person" or len(possessive) == 1)
    return name + possessive[0] + ("" if plural else "s") + brackets


def _put(before: str, found: str, form: str, after: str, entry: Entry) -> tuple[str, Span]:
    """The three joined: the form in capitals or with one as what was there, and the a or an before it as it sounds."""
    if found.isupper() and not entry.en.isupper():
        form = form.upper()
    elif form[:1].islower() and _BEGINS.search(before) and (found[:1].isupper() or form.startswith("the ")):
        form = form[:1].upper() + form[1:]
    if fit_article(before, found) == before:
        before = fit_article(before, form)
    return before + form + after, Span(len(before), len(before) + len(form))
