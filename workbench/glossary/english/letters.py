"""Whether a form of the glossary stands in a text in its letters, names and titles with their capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.glossary.english.plural import plural
from workbench.glossary.entry import Kind
from workbench.glossary.finding.inflection import is_abbreviation
from workbench.text.lazy_pattern import lazy_pattern

_WORD = re.compile(r"[^\W_]+")
_WORDS_FREE = "a al an and at by de del der di du e el en for from in la le of on or the to und van von y zu"
_FREE = frozenset(_WORDS_FREE.split())
"""Small words in names, which some write with a capital and some without."""
_GENERIC = lazy_pattern(
    r"(?<![^\W_])(?:an?|any|each|every|no|another|some|which|what|former|ex|future|next|first|last|one)[ -]$",
    re.IGNORECASE,
)
"""What stands before a title or an office that is not one person's or country's own: `a former prime minister`."""
_PROPER = lazy_pattern(
    r"(?!(?:guard|politic|music|civil|histor|librar|technic|custod|veterinar|vegetar|vegan|physic|comed|authoritar"
    r"|humanitar|parliamentar|totalitar|pedestr|electric|mathematic|magic|clinic|diet|tactic|statistic|radi|amphib"
    r"|reptil|simi)i?ans?$|(?:fish|dish|wish|rubbish|geese|cheese|these|obese|publish)$)"
    r".{2,}(?:ians?|ese|ish)|(?:germ|afgh|americ|afric|mexic|moroc+|cub|tibet|rom|angol|ugand|rwand|keny|kor|chil"
    r"|europe|sami|catal)ans?|(?:french|dutch|greek|czech|swiss|finn|dane|swede|pole|serb|croat|kurd|turk|arab|thai"
    r"|tatar|chechen|uzbek|tajik|kazakh|kyrgyz|uyghur|slovak|slovene|briton|muslim|jew|nazi|soviet|israeli|iraqi"
    r"|pakistani|saudi|bengali|somali|yemeni|kuwaiti|qatari)s?",
    re.IGNORECASE,
)
"""Words of peoples and languages, which have a capital wherever they stand."""


def case_fits(form: str, english: str, start: int, end: int, kind: Kind | None) -> bool:
    """Whether what stands at a place has the form's letters, but for first letters that may be large or small.

    A first letter that is small in the form may be a capital in the text, and all may be capitals (headlines).
    Names of persons, places and organisations keep their capitals, so do titles (a `term` that has a capital behind
    its first word, `Prime Minister`), and words of peoples (`Belarusian`); a `term` with a capital at its beginning
    alone may have been written so as words in lists are. An office or an organisation that is not one country's own is
    written small (`a former prime minister`, `foreign ministries`). `kind` None: no capital is asked for.
    """
    found = english[start:end]
    own, said = _WORD.findall(form), _WORD.findall(found)
    loud = found.isupper()
    if not all(_letters_fit(word, text, loud) for word, text in zip(own, said, strict=False)):
        return False
    if loud or kind is None:
        return True
    wanted = capitals(form, kind)
    small = [word for word, need, text in zip(own, wanted, said, strict=False) if need and text[:1].islower()]
    return not small or (small == _common(own, wanted) and _may_be_generic(form, kind, english, start, end))


def _common(words: Sequence[str], wanted: Sequence[bool]) -> list[str]:
    """The words that must have a capital, but those of peoples."""
    return [word for word, need in zip(words, wanted, strict=True) if need and not _PROPER.fullmatch(word)]


@lru_cache(maxsize=20_000)
def capitals(form: str, kind: Kind) -> tuple[bool, ...]:
    """For each word of a form whether a text must have it with a capital."""
    words = _WORD.findall(form)
    large = [word[0].isupper() and not is_abbreviation(word) and word.lower() not in _FREE for word in words]
    if kind == "term" and not any(large[1:]):
        return tuple(has and _PROPER.fullmatch(word) is not None for has, word in zip(large, words, strict=True))
    return tuple(large)


def _may_be_generic(form: str, kind: Kind, english: str, start: int, end: int) -> bool:
    if kind in ("person", "place") or len(_WORD.findall(form)) < 2:
        return False
    is_plural = english[start:end].casefold() == plural(form).casefold() != form.casefold()
    return is_plural or _GENERIC.search(english[max(0, start - 20) : start]) is not None


def _letters_fit(word: str, text: str, loud: bool) -> bool:
    if is_abbreviation(word):
        return text.startswith(word) and text[len(word) :] in ("", "s", "es", "S" if loud else "s")
    stem = min(len(word), len(text)) - (1 if word[-1:] in "yY" else 0)
    if word.lower().endswith("man"):
        stem = len(word) - 2
    return loud or text[1:stem] == word[1:stem] or text[1:] == plural(word)[1:]
