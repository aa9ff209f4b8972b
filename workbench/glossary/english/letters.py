"""Whether a form of the glossary stands in a text in its letters: names and titles want their capitals.

What is a name is told by the entry's kind, by its German and by the English dictionaries, which have `Moldovan` with a
capital alone, and `skirmish` without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal
from weakref import WeakKeyDictionary

from workbench.glossary.english.plural import plural
from workbench.glossary.entry import Entry
from workbench.glossary.finding.inflection import is_abbreviation
from workbench.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from workbench.glossary.finding.matcher import Glossary

ListCapitals = Literal["first", "all", ""]
_of_lists: WeakKeyDictionary[Glossary, ListCapitals] = WeakKeyDictionary()
Writing = Literal["right", "small"]
"""How a form is written at a place: as it should be, or in small letters where it wants capitals."""

_WORD = re.compile(r"[^\W_]+")
_WORDS_FREE = "a al an and at as by de del der di du e el en for from in la le of on or the to und van von y zu"
_FREE = frozenset(_WORDS_FREE.split())
"""Small words in names, which some write with a capital and some without."""
_WORDS_ALIKE = """
afghan afghans afghani catholic catholics chad china christian christians danish dutch french guernsey guinea gypsy
gypsies japan jersey morocco panama pole poles polish protestant protestants roman romans scot scots scotch soviet
soviets swede swedes turkey welsh
"""
_ALIKE = frozenset(_WORDS_ALIKE.split())
"""Peoples, countries, languages and confessions that the dictionaries have as small words of another sense, too."""
_THE = lazy_pattern(r"(?<![^\W_])the[ -]$", re.IGNORECASE)
_NAME = lazy_pattern(
    r"[ -][“‘\"']?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|May \d"
    r"|(?:January|February|March|April|June|July|August|September|October|November|December)\b)"
    r"[A-ZÄÖÜ][\w’'-]*[a-zäöüß]"
)
_ANY = lazy_pattern(
    r"(?:\b(?i:an?|another|any|each|every|no|some|this|that|its|his|her|their|our|your|my|whose)|\w['’]s?)"
    r"\s+(?:[A-Z]?[a-z-]+\s+)?$|\b[A-Z][a-z]+(?:an|ish|ese|ch|ic|i)\s+$"
)
"""Before a noun that is one of several: a determiner, an owner, a people's adjective (`the Russian …`)."""
_KINDS_OF_INSTITUTION = """
academy administration agency army authorities authority bank board bureau cabinet chamber chancellery commission
company congress consulate court department directorate embassy force forces government guard guards inspectorate
intelligence legislature media military militia ministry mission navy office opposition parliament party police
prosecutor prosecutors secretariat senate service services staff treasury tribunal troops university
"""
_INSTITUTIONS = frozenset(_KINDS_OF_INSTITUTION.split())
"""What every country has, so that papers write of them in small letters (`Russian foreign ministry sources`)."""
_WORDS_LOCAL = "city county district local municipal parish regional town village works"
_LOCAL = frozenset(_WORDS_LOCAL.split())
"""Before a council or a committee: what every place has."""
_MOST_WORDS = 2
"""Of an organisation that is no such institution and may yet be any one of its kind (`a security council`)."""
_BEGINS = lazy_pattern(r"(?:^|[.!?…:]\s|\n|[–—•*-]\s)[\s\"'“‘(\[]*$")
_LOOK_BACK = 60
"""Characters before a name in which its determiner is looked for."""
_LEAST_TERMS, _MOST_OF_THEM = 20, 0.8
"""From how many terms on a list shows how it writes them, and the share of these that it must write so."""


def how_written(form: str, english: str, start: int, end: int, entry: Entry | None) -> Writing | None:
    """How a form of an entry is written at a place that has it but for its capitals; None where it is another word.

    A first letter that is small in the form may be a capital in the text, and all may be capitals (headlines).
    Names of persons and places keep their capitals, so do titles (a `term` with a capital behind its first word that
    is no name by itself: `Prime Minister`, not `War in Ukraine`), organisations, and every word that the dictionaries
    do not have in small letters (`Belarusian`). A `term` with a capital at its beginning alone may have been written so
    as words in lists are. A title or an organisation that is an ordinary word is written small where it is not the
    one of its name: in the plural, and wherever neither `the` stands before it nor a name behind it (`a former prime
    minister`, `Hungary’s foreign ministry`); but organisations that not every country has are in few places ordinary
    words (`a security council`, not `UN security council`, `reporters without borders`). A name of one word that is an
    ordinary word in small letters is not there (`may`), nor is any other name of such words where the text has it in
    its capitals, too (`Turkey exports turkey meat`). `entry` None: in any capitals.
    """
    found = english[start:end]
    loud = found.isupper()
    words = tuple(zip(_WORD.findall(form), _WORD.findall(found), strict=False))
    if not all(_letters_fit(word, text, loud) for word, text in words):
        return None
    if loud or entry is None:
        return "right"
    large = _large(form)
    small = [word for word, text in words if word in large and text[:1].islower()]
    return _in_small_letters(form, entry, small, (english, start, end)) if small else "right"


def _in_small_letters(form: str, entry: Entry, small: Sequence[str], place: tuple[str, int, int]) -> Writing | None:
    if _is_of_another_sense(form, entry, small, *place[:2]):
        return None
    if _is_name(form, entry):
        return None if len(_WORD.findall(form)) == 1 and not is_proper(small[0]) else "small"
    return "small" if _wants_capitals(form, entry, small, place) else "right"


def _wants_capitals(form: str, entry: Entry, small: Sequence[str], place: tuple[str, int, int]) -> bool:
    """Whether what is no name itself is a slip in small letters: its words are names, or it is the one of its name."""
    english, start, end = place
    is_inflected = english[start:end].casefold() != form.casefold()
    if any(is_proper(word) and not (is_inflected and _is_unknown(word)) for word in small):
        return True
    if is_inflected or (entry.kind == "term" and not _is_title(form)):
        return False
    is_certain = entry.kind == "organisation" and not _may_be_any(form, english[:start])
    return is_certain or _is_the_one(english, start, end)


def _is_of_another_sense(form: str, entry: Entry, small: Sequence[str], english: str, start: int) -> bool:
    """Whether a name's words are ordinary ones at a place, because the text has the name in its capitals elsewhere.

    Not so several words of an organisation's name, or behind `the`: `the black sea`.
    """
    if not all(map(_is_ordinary, small)):
        return False
    if not (_is_name(form, entry) or all(word.lower() in _ALIKE for word in small)):
        return False
    words = _WORD.findall(form)
    if len(words) > 1 and (entry.kind == "organisation" or _THE.search(english[max(0, start - 5) : start])):
        return False
    return re.search(r"(?<!\w)" + r"[\W_]+".join(words) + r"(?!\w)", english) is not None


def _may_be_any(form: str, before: str) -> bool:
    """Whether an organisation's name without its capitals may be any one of its kind behind a text, not that one."""
    words = form.lower().split()
    head = next((word for word, following in pairwise(words) if following == "of"), words[-1])
    if len(words) == 1 or head in _INSTITUTIONS or words[-2] in _LOCAL:
        return True
    return len(words) <= _MOST_WORDS and plural(form) != form and _ANY.search(before[-_LOOK_BACK:]) is not None


def _is_the_one(english: str, start: int, end: int) -> bool:
    """Whether an office or organisation is a certain one: `the` stands before it, or a name behind it."""
    return bool(_THE.search(english[max(0, start - 5) : start]) or _NAME.match(english, end))


def _is_name(form: str, entry: Entry) -> bool:
    """Whether a form is a name wherever it stands; an organisation is where its name is the German one, too."""
    if entry.kind == "organisation":
        return form.casefold() in (german.casefold() for german in entry.de)
    return entry.kind in ("person", "place")


def _is_ordinary(word: str) -> bool:
    """Whether a word is one in small letters, too, of whatever sense: `turkey`, `square`."""
    return word.lower() in _ALIKE or not is_proper(word)


@lru_cache(maxsize=20_000)
def is_proper(word: str) -> bool:
    """Whether a word is a name, a people or the like: the dictionaries do not have it in small letters.

    So is what they do not have at all. The first question reads the dictionaries (a third of a second).
    """
    from workbench.text.words.dictionary import has

    low = word.lower()
    return low in _ALIKE or not has(low)


def _is_unknown(word: str) -> bool:
    """Whether the dictionaries do not have a word, with a capital or without one."""
    from workbench.text.words.dictionary import has

    return not has(word.capitalize())


@lru_cache(maxsize=20_000)
def _large(form: str) -> frozenset[str]:
    """The words of a form that have a capital, but abbreviations and the small words in names."""
    words = [word for word in _WORD.findall(form) if word[0].isupper() and not is_abbreviation(word)]
    return frozenset(word for word in words if word.lower() not in _FREE) or frozenset(words)


@lru_cache(maxsize=20_000)
def _is_title(form: str) -> bool:
    first, *later = _WORD.findall(form)
    return any(word in _large(form) and not is_proper(word) for word in later) and first[0].isupper()


def is_surely_wrong(entry: Entry, form: str, found: str) -> bool:
    """Whether a form in small letters is a slip beyond doubt: one of these words is nothing in small letters.

    What the dictionaries do not have at all is one in names of persons and places only.
    """
    words = tuple(zip(_WORD.findall(form), _WORD.findall(found), strict=False))
    small = [word for word, text in words if word in _large(form) and text[:1].islower()]
    is_known = entry.kind in ("person", "place")
    return any(not _is_ordinary(word) and (is_known or not _is_unknown(word)) for word in small)


def with_capitals(form: str, entry: Entry, found: str) -> str:
    """What stands at a place with the capitals that the form must have: `Prime Ministers` for `prime ministers`."""
    wanted = _large(form)
    if entry.kind == "term" and not _is_title(form):
        wanted = frozenset(filter(is_proper, wanted))
    put = found
    for word, match in zip(_WORD.findall(form), _WORD.finditer(found), strict=False):
        if word in wanted:
            put = put[: match.start()] + put[match.start()].upper() + put[match.start() + 1 :]
    return put


def has_own_letters(form: str, english: str, start: int, end: int) -> bool:
    """Whether the words at a place begin with the form's small and large letters.

    A capital that is the sentence's, the headline's or one of capitals throughout is anybody's.
    """
    found = english[start:end]
    if found.isupper() and len(found) > 1:
        return True
    pairs = zip(_WORD.findall(form), _WORD.findall(found), strict=False)
    others = [(number, text[0]) for number, (word, text) in enumerate(pairs) if word[0].isupper() != text[0].isupper()]
    if not others or (all(first.isupper() for _, first in others) and _is_headline(english)):
        return True
    return others == [(0, found[0].upper())] and _BEGINS.search(english[:start]) is not None


@lru_cache(maxsize=200)
def _is_headline(english: str) -> bool:
    """Whether all longer words of a text have a capital, as in the headlines of some papers."""
    words = [word for word in _WORD.findall(english) if len(word) > 3]
    return len(words) > 3 and all(word[0].isupper() for word in words)


@lru_cache(maxsize=20_000)
def as_in_a_sentence(entry: Entry) -> Entry:
    """A term of a list that gives every word a capital, as a sentence has it: names and abbreviations keep theirs.

    >>> as_in_a_sentence(Entry(("Luftabwehr",), "Air Defence System", also=("Moldovan AD Unit",))).accepted
    ('air defence system', 'Moldovan AD unit')
    """
    if entry.kind != "term":
        return entry
    also = tuple(map(_in_a_sentence, entry.also))
    return replace(entry, en=_in_a_sentence(entry.en), also=also, first=_in_a_sentence(entry.first))


def _in_a_sentence(form: str) -> str:
    return _WORD.sub(lambda word: word[0] if _keeps_capitals(word[0]) else word[0].lower(), form)


def _keeps_capitals(word: str) -> bool:
    return not word[1:].islower() or is_abbreviation(word) or is_proper(word)


def capitals_of_list(glossary: Glossary) -> ListCapitals:
    """Which capitals of a glossary's terms are only its way to write lists (`list_capitals`), worked out once."""
    if glossary not in _of_lists:
        _of_lists[glossary] = list_capitals(glossary.entries)
    return _of_lists[glossary]


def list_capitals(entries: Iterable[Entry]) -> ListCapitals:
    """Which capitals of a glossary's terms are no more than its way to write lists.

    `first`: nearly all terms begin with one (`Ceasefire`, `Border crossing`); `all`: each of their words does (`Air
    Defence System`); else "".
    """
    terms = [_WORD.findall(entry.en) for entry in entries if entry.kind == "term"]
    several = [words[1:] for words in terms if len(words) > 1]
    if _are_mostly_large(several):
        return "all"
    return "first" if _are_mostly_large([words[:1] for words in terms]) else ""


def _are_mostly_large(several: Sequence[Sequence[str]]) -> bool:
    large = sum(all(word[0].isupper() or word in _FREE or not word.isalpha() for word in words) for words in several)
    return len(several) >= _LEAST_TERMS and large >= _MOST_OF_THEM * len(several)


def _letters_fit(word: str, text: str, loud: bool) -> bool:
    if is_abbreviation(word):
        return text.startswith(word) and text[len(word) :] in ("", "s", "es", "S" if loud else "s")
    stem = min(len(word), len(text)) - (1 if word[-1:] in "yY" else 0)
    if word.lower().endswith("man"):
        stem = len(word) - 2
    return loud or text[1:stem] == word[1:stem] or text[1:] == plural(word)[1:]
