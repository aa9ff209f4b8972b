"""Abbreviations in a paragraph, and what they stand for where the text says so in brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.glossary.candidates.proper import base_form, is_adjective_form
from workbench.glossary.candidates.vocabulary import is_given
from workbench.glossary.candidates.word_lists import word_list
from workbench.glossary.candidates.words import Word
from workbench.glossary.finding.folding import fold

_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2,10}|(?!Mc)(?:[A-ZÄÖÜ][a-zäöü]{0,2}){2,5}|(?:[A-ZÄÖÜ]\.){2,6}")
_ROMAN = re.compile(r"[IVX]+")
_WEAPON = re.compile(r"[A-ZÄÖÜ][A-Za-z]{0,3}-\d{1,4}[A-Za-z]{0,2}(?![^\W_])")
_LEFT_ALONE = word_list("left alone")
_BRACKET = re.compile(r" \(([^\s(),;]{2,12})[^()]{0,40}\)")
_BEFORE_PHRASE = re.compile(r"[,;:.!?()„“–—]")
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation found at `start:end` of a paragraph, written `text` (without an s of its genitive or plural)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Expansion:
    """What an abbreviation stands for: its words at `start:end`, and their base form."""

    abbreviation: str
    text: str
    start: int
    end: int


def abbreviation_of(word: str) -> str:
    """The abbreviation that a word is, without a last s (`NGOs`); "" if it is none."""
    plural = word.endswith("s") and word[:-1].isupper()
    for form in (word[:-1],) if plural else (word,):
        if _CAPITALS.fullmatch(form) and not _ROMAN.fullmatch(form) and form not in _LEFT_ALONE:
            return form
    weapon = _WEAPON.match(word)
    return weapon[0] if weapon and not word.startswith(("Covid", "COVID")) else ""


def abbreviations_in(words: Sequence[Word]) -> Iterator[Abbreviation]:
    """The abbreviations among the words of a paragraph, at the front of a compound too (`AFU-Generalstab`)."""
    if _is_loud(words):
        return
    for word in words:
        if word.taken or not word.capital:
            continue
        text = word.text
        found = abbreviation_of(text)
        if not found and "-" in text:
            found = abbreviation_of(text.partition("-")[0])
        if found:
            yield Abbreviation(found, word.start, word.start + len(found))


def expansions_in(text: str, words: Sequence[Word]) -> Iterator[Expansion]:
    """Abbreviations in brackets with the words before: `Organisation … über kollektive Sicherheit (ODKB)`."""
    ends = [word.end for word in words]
    for match in _BRACKET.finditer(text):
        short = abbreviation_of(match[1])
        if not short:
            continue
        last = bisect_right(ends, match.start())
        before = list(words[max(0, last - _MOST_WORDS) : last])
        start = _start(short, before)
        if start is not None:
            phrase = before[start:]
            yield Expansion(short, _in_base_form(phrase), phrase[0].start, phrase[-1].end)


def _start(short: str, words: list[Word]) -> int | None:
    """Where the phrase that an abbreviation stands for begins among the words before it."""
    first = max((i for i, word in enumerate(words) if _BEFORE_PHRASE.search(word.gap)), default=0)
    starts = [i for i in range(len(words) - 1, first - 1, -1) if words[i].capital and len(words) - i > 1]
    ways = (_by_letters, _by_adjectives, _by_number)
    found = (way(short, words, starts, first) for way in ways)
    return next((start for start in found if start is not None), None)


def _by_letters(short: str, words: list[Word], starts: list[int], first: int) -> int | None:
    """The nearest of the possible starts from which the words have the abbreviation's letters."""
    return next((i for i in starts if _has_letters(short, words[i:])), None)


def _by_adjectives(short: str, words: list[Word], starts: list[int], first: int) -> int | None:
    """The first of the adjectives with a capital that a name begins with."""
    adjective = next((i for i in starts if _is_of_a_name(words[i])), None)
    while adjective and adjective > first and words[adjective].follows and _is_of_a_name(words[adjective - 1]):
        adjective -= 1
    return adjective


def _by_number(short: str, words: list[Word], starts: list[int], first: int) -> int | None:
    """ODKB is Russian: the number of words tells."""
    letters = sum(c.isupper() for c in short)
    if letters <= 2 or any(is_given(word.text) for word in words[first:]):  # Nancy Faeser (SPD)
        return None
    return next((i for i in starts if _content(words[i:]) == letters), None)


def _is_of_a_name(word: Word) -> bool:
    return word.capital and not word.opens and is_adjective_form(word.text)


def _has_letters(short: str, words: list[Word]) -> bool:
    """Whether an abbreviation's letters stand in these words in order, each word that counts having one."""
    letters = [c for c in fold(short) if c.isalpha()]
    if not letters or fold(words[0].text)[0] != letters[0] or _content(words) > len(letters):
        return False
    i = 0
    for word in words:
        taken = _letters_of(word, words, letters[i:])
        if not taken and _counts(word):
            return False
        i += taken
    return i == len(letters)


def _letters_of(word: Word, words: list[Word], letters: list[str]) -> int:
    """How many of the letters that are wanted next a word has; 0 where it does not begin with the next one."""
    key = fold(word.text)
    if not letters or not key.startswith(letters[0]):
        return 0
    if not _counts(word) and _starts_later(letters[0], words, word):
        return 0
    taken = 1
    for c in key[1:]:
        taken += taken < len(letters) and c == letters[taken] and not _starts_later(c, words, word)
    return taken


def _starts_later(letter: str, words: list[Word], word: Word) -> bool:
    """Whether a letter begins one of the words that follow, which then is where it is from."""
    return any(later.start > word.start and _counts(later) and fold(later.text)[0] == letter for later in words)


def _content(words: list[Word]) -> int:
    return sum(_counts(word) for word in words)


def _counts(word: Word) -> bool:
    """Whether a word has a letter in an abbreviation: nouns and adjectives have."""
    return word.capital or is_adjective_form(word.text)


def _in_base_form(words: list[Word]) -> str:
    """The phrase with the adjectives before its first noun in the nominative; what follows stays."""
    head = next((i for i, word in enumerate(words) if word.capital and not is_adjective_form(word.text)), 0)
    rest = [word.text for word in words[head + 1 :]]
    return " ".join((base_form([word.text for word in words[: head + 1]]), *rest))


def _is_loud(words: Sequence[Word]) -> bool:
    """Whether a paragraph is written in capitals: a headline, where nothing can be told from them."""
    long = [word.text for word in words if len(word.text) > 3]
    return len(long) >= 3 and sum(text.isupper() for text in long) > len(long) / 2
