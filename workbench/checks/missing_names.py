"""The check `name-missing`: a person whom the German names is not in the English."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.checks.finding import Finding
from workbench.checks.sounds import likeness_key
from workbench.checks.terms import hits
from workbench.formats import stretches
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.translation import ParagraphRecord

ALIKE = 66.0
"""From this likeness on (percent, rapidfuzz.fuzz.ratio of their sounds) an English word stands for a German name."""
SHORTEST, LONGEST = 4, 11
"""Letters: of a name that is told, and of one that may look like a compound (Baumgart)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PAIR = re.compile(r"(?=\b([A-ZÄÖÜ][^\W\d_]+) ([A-ZÄÖÜ][^\W\d_]+))")
_WORDS_AROUND = 4
_POSSESSIVE = re.compile(r"['’]s?$")


def name_missing(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """A person's name has nothing like it in the English: neither as it is, nor transcribed.

    Told by the last word of a name, and by its given name where another stands before that word.
    Names whose last word the glossary has are the terms' affair. The German is looked at closely only where a word of
    it that may be a name is missing, since that takes a millisecond or two.
    """
    words = _english_words(record.english)
    others = words.difference(_WORD.findall(record.german))
    strange = [word for word in _strange(record.german) if not _is_there(word, words, others)]
    pairs = list(_lost_pairs(record.german, words, others))
    if not strange and not pairs:
        return
    terms = [Span(hit.start, hit.end) for hit in hits(record.german, glossary)]
    told: set[str] = set()
    for last, place, message in (*_whole(strange, record), *_halved(pairs, strange, record)):
        if last not in told and not Span(place.end - len(last), place.end).meets(*terms):
            told.add(last)
            yield Finding("name-missing", "warning", index, last, message, german=place)


def _english_words(english: str) -> set[str]:
    return {_POSSESSIVE.sub("", word) for word in _WORD.findall(english)}


def _whole(strange: Collection[str], record: ParagraphRecord) -> Iterator[tuple[str, Span, str]]:
    """What is to be said of the people whom the German names beyond doubt: the last word, the place, the message."""
    for start, end in _around(record.german, strange):
        for name, found in _people(record.german[start:end]):
            message = _lost(name, strange, record)
            if message:
                yield name.rsplit(maxsplit=1)[-1], Span(start + found.start, start + found.end), message


def _around(german: str, strange: Collection[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a text, some words long, in which one of these words stands beside another with a capital.

    To look for people takes a hundred times as long as all else here: it is done where a name may be missing.
    """
    ends = 0, 0
    for match in _PAIR.finditer(german):
        if match[1] in strange or match[2] in strange:
            start, end = _some_words(german, match.start(1), match.end(2))
            if start > ends[1]:
                if ends[1]:
                    yield ends
                ends = start, end
            else:
                ends = (ends if ends[1] else (start, end))[0], end
    if ends[1]:
        yield ends


def _some_words(german: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with four words before it and after it."""
    for _ in range(_WORDS_AROUND):
        start = max(german.rfind(" ", 0, max(start - 1, 0)) + 1, 0)
        after = german.find(" ", end + 1)
        end = after if after >= 0 else len(german)
    return start, end


def _halved(
    pairs: Collection[_Pair], strange: Collection[str], record: ParagraphRecord
) -> Iterator[tuple[str, Span, str]]:
    """The same of names whose first word the English has, and not the last."""
    for pair in pairs:
        message = _said_of(pair, strange, record)
        if message:
            yield pair.last, pair.place, message


class _Pair(NamedTuple):
    """Two words with a capital in a row, the first of them no German word but perhaps a given name."""

    first: str
    last: str
    place: Span
    is_given: bool


def _said_of(pair: _Pair, strange: Collection[str], record: ParagraphRecord) -> str:
    """What is to be said of a name whose first word the English has, but not the last: another one, or none."""
    name = f"{pair.first} {pair.last}"
    is_name = pair.last in strange and not _is_noun(pair.last)
    if not is_name and not pair.is_given:
        return ""
    for match in re.finditer(rf"\b{re.escape(pair.first)} ([^\W\d_]+)", record.english):
        if match[1][0].isupper() and not _is_there(match[1], set(_WORD.findall(record.german))):
            return f"“{name}” is not in the English, but “{match[0]}” is"
    return f"“{name}” is not in the English" if is_name and pair.is_given else ""


def _lost(name: str, strange: Collection[str], record: ParagraphRecord) -> str:
    """What is to be said of a name; "" where it is in the English, or may be a noun."""
    *given, last = name.split()
    if len(last) > LONGEST and _is_compound(last):
        return ""
    if last in strange:
        return f"“{name}” is not in the English"
    other = _stranger_before(last, record) if given and given[-1] in strange else ""
    return f"“{name}” is not in the English, but “{other}” is" if other else ""


def _stranger_before(last: str, record: ParagraphRecord) -> str:
    """The given name before a surname in the English, with the surname, where the German has nothing like it."""
    theirs = set(_WORD.findall(record.german))
    for match in re.finditer(rf"\b([A-Z][^\W\d_]{{3,}}) {re.escape(last)}\b", record.english):
        if not _is_there(match[1], theirs):
            return match[0]
    return ""


@lru_cache(maxsize=20_000)
def _strange(german: str) -> tuple[str, ...]:
    """The words with a capital that are no everyday German nouns; nor made of such, unless two words stand together."""
    from workbench.glossary.candidates.vocabulary import is_compound, is_everyday

    joined = {word for pair in _PAIR.findall(german) for word in pair}
    words = dict.fromkeys(word for word in _WORD.findall(german) if word[0].isupper() and len(word) >= SHORTEST)
    return tuple(word for word in words if not is_everyday(word) and (word in joined or not is_compound(word)))


def _lost_pairs(german: str, words: set[str], others: set[str]) -> Iterator[_Pair]:
    """The pairs of words that may be a name of which the English has the first and not the last."""
    for match in _PAIR.finditer(german):
        if match[1] in words and not _is_there(match[2], words, others):
            pair = _pair(
                match[1], match[2], Span(match.start(1), match.end(2)), german[match.end(2) : match.end(2) + 1]
            )
            if pair:
                yield pair


def _pair(first: str, last: str, place: Span, behind: str) -> _Pair | None:
    """Two words as a name; None where they are none, or the second is a known place."""
    from workbench.glossary.candidates.vocabulary import is_given, known_kind
    from workbench.glossary.finding import lexicon

    if len(last) < SHORTEST or behind in ("-", "‑") or known_kind(last) == "place":
        return None
    given = is_given(first)
    return _Pair(first, last, place, given) if given or not lexicon.is_known(first) else None


def _is_noun(word: str) -> bool:
    from workbench.glossary.finding import lexicon

    return lexicon.lemma(word)[:1].isupper() or _is_compound(word)


@lru_cache(maxsize=20_000)
def _people(german: str) -> tuple[tuple[str, Span], ...]:
    """The people whom a German text names beyond doubt, and where."""
    from workbench.glossary.candidates.names import names_in
    from workbench.glossary.candidates.words import words_of

    mentions = names_in(words_of(german, stretches(german)))
    return tuple(
        (mention.text, Span(mention.start, mention.end))
        for mention in mentions
        if mention.sure and mention.kind == "person" and (mention.given or not _ends_in_noun(mention.text))
    )


def _is_compound(word: str) -> bool:
    from workbench.glossary.candidates.vocabulary import is_compound

    return is_compound(word)


def _ends_in_noun(name: str) -> bool:
    """Whether a word may be a compound, like Notzustand, whose first part the dictionary does not know."""
    from workbench.glossary.finding import lexicon

    last = name.rsplit(maxsplit=1)[-1]
    return any(lexicon.is_noun(last[cut:]) for cut in range(3, len(last) - 4))


def _is_there(name: str, words: Collection[str], others: Collection[str] | None = None) -> bool:
    """Whether a German name, or it without a genitive s, is one of the English words, or like a name among them.

    `others` are those that may be like it: a name that the German has as well stands for itself (Mikel not for Sykes).
    """
    plain = {word.casefold() for word in words}
    if not plain.isdisjoint({name.casefold(), name.casefold().removesuffix("s")}):
        return True
    key = likeness_key(name.removesuffix("s"))
    among = words if others is None else others
    return any(_like(key, likeness_key(word)) for word in among if len(word) > 2 and word[0].isupper())


@lru_cache(maxsize=100_000)
def _like(german: str, english: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(german, english) >= ALIKE or (len(english) > 4 and (english in german or german in english))
