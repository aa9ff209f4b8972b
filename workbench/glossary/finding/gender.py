"""Feminines: `Soldatin` of Soldat, `Botschafter` of Botschafterin, `Ärzt*innen` for both; the English that fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from workbench.glossary.entry import Entry
from workbench.glossary.finding import lexicon
from workbench.text.lazy_pattern import lazy_pattern

ONE, SEVERAL = "in", "innen"
"""The endings of a feminine."""

_AGENT = lazy_pattern(r".{2,}(?:er|ent|ant|ist|[aou]t|or|og[ei]?|graf|arch|iker|ler|är|eur|at|ot|ling)$")
_LAST_UMLAUT = lazy_pattern(r"(.*?)(aeu|ae|oe|ue)([^aeiou]+(?:er)?|er)$")
_PLAIN_VOWEL = {"aeu": "au", "ae": "a", "oe": "o", "ue": "u"}

_FEMININE_ENGLISH = {
    "king": "queen", "prince": "princess", "emperor": "empress", "tsar": "tsarina", "duke": "duchess",
    "count": "countess", "baron": "baroness", "hero": "heroine", "actor": "actress", "waiter": "waitress",
    "heir": "heiress", "host": "hostess", "god": "goddess", "abbot": "abbess", "monk": "nun", "steward": "stewardess",
    "landlord": "landlady", "lord": "lady", "master": "mistress", "sorcerer": "sorceress", "hunter": "huntress",
    "gentleman": "lady", "nobleman": "noblewoman",
}  # fmt: skip
_MASCULINE_ENGLISH = {feminine: masculine for masculine, feminine in _FEMININE_ENGLISH.items()}
_OF_EITHER = frozenset(("actor", "hero", "host", "heir", "waiter", "hunter", "master", "god", "steward"))
"""Masculines that English has for women, too."""
_MAN = lazy_pattern(
    r"(?<=[a-z])(?<!ger)(?<!\bro)(?<!\bhu)(?<!\bnor)(?<!sha)(?<!cai)(?<!otto)(?<!turko)(?<!talis)man$", re.IGNORECASE
)
_PEOPLE = lazy_pattern(r"(?:English|Irish|French|Dutch|Welsh|Scots|Cornish|Norse|Manx|Ulster|China|Frisian)man$")
_FEMALE = lazy_pattern(r"(?:female|woman|lady) ")
_WOMAN = lazy_pattern(r"(?<=[a-z])woman$")


# In German


def feminine_ending(own: str, token: str, key: str) -> str | None:
    """Whether a text's word is the feminine of the masculine with the key `own`: how it ends then, else None.

    The dictionary must have the feminine with its plural (Rätin, Rätinnen; no Termin), or the masculine end as what
    people are called by does (Drohnenpilot, Kommandeur).
    """
    end = SEVERAL if key.endswith(SEVERAL) else ONE if key.endswith(ONE) else ""
    stem = key.removesuffix(end)
    if not end or len(stem) < 3:
        return None
    if not any(own in (base, f"{base}e", f"{base}er") for base in dict.fromkeys((stem, _plain(stem)))):
        return None
    one = lexicon.as_noun(token).removesuffix("nen") if end == SEVERAL else lexicon.as_noun(token)
    return end if _is_feminine(one) or (not lexicon.lemma(one) and _is_what_people_are_called(own, stem)) else None


def _is_what_people_are_called(own: str, stem: str) -> bool:
    """Whether a masculine, of which a feminine has this stem, ends as agents do."""
    return own in (stem, f"{stem}er") and len(own) >= 6 and _AGENT.match(own) is not None


def _plain(stem: str) -> str:
    """The key of a feminine's stem without its umlaut: aerzt, arzt."""
    found = _LAST_UMLAUT.match(stem)
    if not found:
        return stem
    return found[1] + _PLAIN_VOWEL[found[2]] + found[3]


@lru_cache(maxsize=20_000)
def _is_feminine(word: str) -> bool:
    """Whether the dictionary has a word in -in with its plural in -innen."""
    return lexicon.lemma(word) == word and lexicon.lemma(f"{word}nen") == word


def masculine(word: str) -> str:
    """The masculine of a feminine noun (`Kollege` of Kollegin); "" for any other word, and where it has none.

    >>> [masculine(word) for word in ("Botschafterin", "Kollegin", "Ärztin", "Termin")]
    ['Botschafter', 'Kollege', 'Arzt', '']
    """
    if not word.endswith("in") or len(word) < 5 or not _is_feminine(word):
        return ""
    stem = word.removesuffix("in")
    plain = re.sub(r"[äöüÄÖÜ](?=u?[^aeiouäöü]*(?:er)?$)", _without_umlaut, stem)
    changed = (plain, f"{plain}e") if plain != stem else ()
    for base in (*changed, f"{stem}e", stem, f"{stem}er"):
        if lexicon.lemma(base) == base and base[:1].isupper():
            return str(base)
    return ""


def _without_umlaut(vowel: re.Match[str]) -> str:
    return vowel[0].translate(str.maketrans("äöüÄÖÜ", "aouAOU"))


# In English


@lru_cache(maxsize=5_000)
def for_woman(entry: Entry) -> Entry:
    """The entry as it is for a woman: `spokeswoman` of spokesman, `queen` of king; itself where there is one word."""
    return _as(entry, _of_woman, (entry.en,) if entry.en in _OF_EITHER else ())


@lru_cache(maxsize=5_000)
def for_man(entry: Entry) -> Entry:
    """The entry of a feminine as it is for a man: `actor` of actress, `soldier` of female soldier."""
    return _as(entry, _of_man, ())


@lru_cache(maxsize=5_000)
def for_both(entry: Entry) -> Entry:
    """The entry as it is for men and women (`Sprecher:innen`): `spokesperson`; else itself, with the feminine too."""
    woman = _of_woman(entry.en)
    if woman == entry.en:
        return entry
    person = _MAN.sub("person", entry.en) if _MAN.search(entry.en) and not _PEOPLE.search(entry.en) else entry.en
    others = (entry.en, woman, *entry.also)
    return replace(entry, en=person, also=tuple(dict.fromkeys(form for form in others if form != person)))


def _as(entry: Entry, fit: Callable[[str], str], right_too: tuple[str, ...]) -> Entry:
    english = fit(entry.en)
    if english == entry.en:
        return entry
    also = [*map(fit, entry.also), *_neutral(english), *right_too]
    avoid = tuple(form for form in entry.avoid if form != english)
    forms = tuple(dict.fromkeys(form for form in also if form != english and form not in avoid))
    return replace(entry, en=english, also=forms, avoid=avoid, first=_written_out(entry, english))


def _written_out(entry: Entry, english: str) -> str:
    """The form of the first mention with the English that fits: `Press spokeswoman (PS)` of a spokesman's."""
    first = re.sub(rf"\b{re.escape(entry.en)}\b", lambda _: english, entry.first)
    return "" if first == english else first


def _neutral(english: str) -> tuple[str, ...]:
    """What a woman in -woman may be called as well: spokesperson; but no Frenchperson."""
    man = _WOMAN.sub("man", english)
    return (_WOMAN.sub("person", english),) if man != english and not _PEOPLE.search(man) else ()


def _of_woman(english: str) -> str:
    head = english.rpartition(" ")[2]
    if head.lower() in _FEMININE_ENGLISH:
        return english.removesuffix(head) + _like(head, _FEMININE_ENGLISH[head.lower()])
    return _MAN.sub("woman", english) if not _WOMAN.search(english) else english


def _of_man(english: str) -> str:
    plain = _FEMALE.sub("", english)
    head = plain.rpartition(" ")[2]
    if head.lower() in _MASCULINE_ENGLISH:
        return plain.removesuffix(head) + _like(head, _MASCULINE_ENGLISH[head.lower()])
    return _WOMAN.sub("man", plain)


def _like(word: str, other: str) -> str:
    """The other word with a capital where the first has one."""
    return other.capitalize() if word[0].isupper() else other


# Written for both

_FOR_BOTH = lazy_pattern(  # it begins with the mark, so that a text is passed over quickly
    r"[*:·•_/(I](?:(?<=[a-zäöüß][*:·•_])in(?:nen)?\b|(?<=[a-zäöüß]/)-?in(?:nen)?\b"
    r"|(?<=[a-zäöüß]\()(?:-?in(?:nen)?\)|inn\)en\b)|(?<=[a-zäöüß]I)n(?:nen)?\b"
    r"|(?<=[a-zäöüß]e[*:·•_])r\b|(?<=[a-zäöüß]e/)-?r\b|(?<=[a-zäöüß]e\()r\))"
)
_LAST_WORD = lazy_pattern(r"[^\W\d_]{2,60}$")


def written_for_both(german: str) -> list[tuple[int, int, str]]:
    """Where words for men and women stand (`Soldat*innen`, `SoldatInnen`, `Abgeordnete*r`): from, to, as one word."""
    found = []
    for mark in _FOR_BOTH.finditer(german):
        base = _LAST_WORD.search(german, max(mark.start() - 60, 0), mark.start())
        if base and base[0][0].isupper():
            end = mark[0].strip("()")
            ending = "r" if end.endswith("r") else SEVERAL if end.endswith("en") else ONE
            found.append((base.start(), mark.end(), base[0] + ending))
    return found
