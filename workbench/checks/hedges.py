"""The check `hedges`: where the German does not vouch for what it says, the English does not either."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.beside import english_of, is_headline
from workbench.checks.finding import Finding, Severity
from workbench.checks.hedges_german import hedges_in
from workbench.glossary import Glossary
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.reported_english import reports
from workbench.text.word_lists import any_of
from workbench.translation import ParagraphRecord

_HEDGE = lazy_pattern(
    r"\b"
    + any_of(
        r"""
        may might could would should ought must can(?:not)?_be perhaps maybe possibl[ey] possibilit\w+ potential(?:ly)?
        probabl[ey] probability (?:un)?likely likelihood presum\w+ suppos\w+ evident\w* obvious\w* clear(?:ly)? visibly
        plain(?:ly)? manifest\w* appear\w* apparent\w* seem\w* look(?:s|ed|ing)? sound(?:s|ed) suspect\w* alleg\w+
        purport\w* putative ostensib\w* so-called what_(?:is|are|was|were|they)_call\w* known_as self-\w+ would-be
        assum\w+ conceivabl\w* arguabl\w* surely doubtless no_doubt undoubtedly guess\w* imagin\w+ tend\w* expect\w*
        set_to due_to bound_to about_to scheduled projected forecast\w* anticipat\w+ prospective\w* believ\w+ thought
        think consider\w* deem\w* reputed\w* rumou?r\w* legend hearsay speculat\w+ conject\w+ pretend\w* pretence
        pretext fake wrongly falsely credited linked under_the in_line_with based_on pursuant as_per per_the chance\w*
        if_.{1,30}_is_to_be_believed risk\w* danger\w* somehow accused charge[sd] claim\w* report(?:ed)? accounts?
        figures for_(?:him|her|them|us|me) perspective\w* from_\w+[’']s?_point experience findings? knowledge
        stud(?:y|ies) research\w* in_(?:all|the)_(?:eyes|likelihood|view|opinion) perceived bear\w*_out about up_to
        """
    )
    + r"\b",
    re.IGNORECASE,
)
_IN_MARKS = lazy_pattern(r"[“\"‘'][^”\"’']{2,60}[”\"’']")
_SUSPECT = lazy_pattern(r"\bsuspects?\b")
_NAMING = ("sogenannt", "so genannt", "sog.")
"""Where the word only names a thing, English often does without."""


def hedges(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """A word of the German that hedges (soll … haben, angeblich, laut, offenbar, dürfte), and nothing in the English
    of the sentence does, in whatever way: said, according to, reportedly, may, seems, quotation marks.

    One finding a sentence; sogenannt is an info. Headlines are let through.
    """
    if is_headline(record):
        return
    told = -1
    for word in hedges_in(record.german):
        place = english_of(word, record.german, record.english)
        if place.start == told or _may_hedge(record.english[slice(*place)], record.german):
            continue
        told = place.start
        shown = record.german[slice(*word)]
        message = f"“{shown}” is missing: the English vouches for what the German does not"
        severity: Severity = "info" if shown.lower().startswith(_NAMING) else "warning"
        yield Finding("hedges", severity, index, shown.lower(), message, german=word, english=place)


def _may_hedge(english: str, german: str) -> bool:
    if "erdächtig" in german:  # whom German calls a suspect, English does: that hedges nothing else
        english = _SUSPECT.sub(" ", english)
    return bool(reports(english) or _HEDGE.search(english) or _IN_MARKS.search(english))
