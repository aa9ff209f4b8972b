"""Spelling: colour or color, organise or organize. Names keep their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.house_style.spellings import Spelling, spelling_of
from workbench.text.house_style.use import Use, starts_sentence, whole
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

_ANY_WORD = lazy_pattern(r"[A-Za-z]{3,}")
_WORD = lazy_pattern(r"(?<![\w@#/.’'-])[A-Za-z]{3,}(?![\w@/]|\.\w)|(?<=[a-z]-)[a-z]{3,}(?![\w@/])")
_OFFICE = lazy_pattern(
    r"Defen[cs]e(?= Minist(?:er|ry|ers|ries)\b)|(?:(?<=Minister of )|(?<=Ministry of ))Defen[cs]e(?!\w)"
)
_OWN_SPELLING = lazy_pattern(
    r"\b(?:US|U\.S\.|USA|America|American|British|UK|Britain|Australian|Canadian|Indian|Israeli|Japanese)(?:’s)? "
    r"(?:\w+ ){0,2}$"
)
_COUNT = "square|cubic|hundred|thousand|million|few|several|two|three|four|five|six|seven|eight|nine|ten"
_PLAN = (
    "aid|arms|assistance|development|education|election|exchange|investment|military|missile|nuclear|party|radio|reform"
    "|relief|rescue|scholarship|space|support|television|training|vaccination|weapons|TV"
)
_ONE = "a|an|the|his|her|their|its|this|that|no|driving|driver’s|drivers’|export|import|fishing|operating"
_IN_CONTEXT = lazy_pattern(
    rf"(?:(?:\d|\b(?:{_COUNT}))[ -](?P<metre>meter)|\b(?:{_PLAN}) (?P<programme>program)"
    rf"|\b(?:{_ONE}) (?P<licence>license)|(?:\d|\b(?:{_COUNT}|multi|single))-(?P<storey>story))(?P<several>s?)(?![\w’])"
)
"""Words that have another sense in this spelling (a meter that measures), where their neighbours exclude that."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAME_GOES_ON = lazy_pattern(rf"[ -](?!(?:{_MONTHS}|I|A)\b)[A-Z]")
_ALSO_NAMES = frozenset({"labour", "labor", "harbour", "harbor", "honour", "honor", "centre", "center"})


def spelling(text: str) -> Iterator[Use]:
    """Words that a dialect spells in its own way. Not words with a capital amid a sentence, which may be names, but
    for offices (Defence Minister) of countries that write no English themselves.
    """
    for match in _WORD.finditer(text) if _has_any(text) else ():
        word = match[0]
        known = spelling_of(word) if word.islower() else _capital(text, match)
        if known:
            forms = {dialect: _like(word, getattr(known, dialect)) for dialect in ("british", "oxford", "american")}
            yield whole("spelling", Span(*match.span()), word, known.accepted, forms)
    for match in _IN_CONTEXT.finditer(text):
        british = next(name for name in ("metre", "programme", "licence", "storey") if match[name])
        span = Span(match.start(british), match.end("several"))
        form = british + match["several"]
        forms = {"british": form, "oxford": form}
        yield whole("spelling", span, text[slice(*span)], frozenset({"american"}), forms)


def _has_any(text: str) -> bool:
    """Whether there is any word with two spellings: told much faster than where."""
    return any(spelling_of(word.lower()) for word in set(_ANY_WORD.findall(text)))


def _capital(text: str, match: re.Match[str]) -> Spelling | None:
    word = match[0]
    if not word[1:].islower() or (known := spelling_of(word.lower())) is None:
        return None
    if _OFFICE.match(text, match.start()):
        return None if _OWN_SPELLING.search(text, max(0, match.start() - 40), match.start()) else known
    if not starts_sentence(text, match.start()) or word.lower() in _ALSO_NAMES:
        return None
    return None if _NAME_GOES_ON.match(text, match.end()) else known


def _like(word: str, form: str) -> str:
    return form.capitalize() if word[0].isupper() else form
