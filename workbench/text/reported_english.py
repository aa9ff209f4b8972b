"""English that says whose words it has: reporting verbs, “according to”, and the tense that goes on behind them."""

from __future__ import annotations

import re

from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.word_lists import any_of, english_forms, english_past

_SAYING = english_forms(
    """
    claim assert insist stress emphasise emphasize underline warn argue contend allege suggest believe expect
    predict assume ask wonder confirm deny concede maintain acknowledge announce explain declare add reply answer
    respond criticise criticize complain promise vow pledge threaten describe conclude agree assure recall mention
    comment reveal learn reckon cite quote remark reiterate repeat reassure inform disclose justify imply lament regret
    guarantee joke reject dismiss consider regard testify indicate estimate paraphrase purport insinuate boast
    accuse propose recommend advocate
    """
)
_SAYING_NOT_NOUNS = english_past(
    "state judge report note fear hope demand suspect call blame shout yell doubt observe view urge advise point_out"
)
_IRREGULAR = r"""
    say says said saying tell tells told telling think thinks thought thinking write writes wrote writing admit\w* cries
    cried learnt spoke_of speaks?_of speaking_of swear\w* swore sworn held_that holds_that found_that finds_that
    was_found     states_(?:that|he|she|it|they) ,_(?:the_|a_)?(?:\w+_){1,3}states(?=[.,:])
    rul(?:e|es|ed|ing)_that decid(?:e|es|ed)_that report(?:s|edly)
    notes hopes fears_(?:that|of|the) doubts?
    suspects_that blames calls urges advises views observes point(?:s|ed|ing)?_out wants?_to_know made_(?:it_)?clear
    makes_it_clear fe(?:lt|els?)_(?:that|he|she|it|they|like) worr(?:y|ie[sd])_that concerned_that sure_that
    certain_that convinced confident whether suppos\w+ rumou?r\w* allegation\w* impression conviction hints? hinted
    phrase statements opinion point_of_view word_(?:from|was|is) as_(?:\w+_){1,4}(?:put|puts|sees|saw)_it
    in_(?:\w+[’']s?|his|her|their|its|my)_(?:own_)?(?:view|eyes|words|account|opinion)
    the_(?:claim|view|idea|suspicion|charge|accusation|statement|argument|message|news)_(?:that|was|is)
    according(?:ly)?_to apparently reportedly so-called ostensibly self-(?:styled|proclaimed)
"""
_REPORTS = lazy_pattern(rf"(?:\b|(?=,)){any_of(' '.join((_SAYING, _SAYING_NOT_NOUNS, _IRREGULAR)))}\b", re.IGNORECASE)
_NO_REPORT = lazy_pattern(
    r"\b(?:the|a|this|that|his|her|its|their|our|new|annual|latest) (?:reports?|states?|views?|calls?)\b"
)
_QUOTATION = lazy_pattern(r"[“\"][^”\"]{12,}[”\"]|(?<!‘)[‘'][^’']{20,}[’']|“[^”]{12,}\Z")
_PAST = lazy_pattern(
    r"\b(?:(?:was|were|did|had|would|could)n[’']t|\w+[’']d|[a-z]{3,}ed|"
    + any_of(
        """
        was were had would could might did should ought went came took made got gave knew saw stood ran kept held lay
        led left lost meant met paid rose sought spent fell felt became began brought built bought
        """
    )
    + r")\b",
    re.IGNORECASE,
)
_MOVED_BACK = lazy_pattern(r"\b(?:had|would|hadn[’']t|wouldn[’']t|\w+[’']d)\b", re.IGNORECASE)


def reports(english: str) -> bool:
    """Whether a stretch of English says that somebody said, thinks or asks it, or has it in quotation marks."""
    plain = _NO_REPORT.sub(" ", english)
    return _REPORTS.search(plain) is not None or _QUOTATION.search(english) is not None


def is_in_the_past(english: str) -> bool:
    """Whether the tense of a stretch can be that of reported speech: was, had, would, could, asked."""
    return _PAST.search(english) is not None


def is_moved_back(english: str) -> bool:
    """Whether the tense itself speaks of something said before: had come, would come."""
    return _MOVED_BACK.search(english) is not None
