"""Names in a paragraph: of people, places and organisations, told from ordinary nouns, which have capitals too.

A name is known by what stands around it (a given name, a title, a verb of saying, `in` without an article), by the
lists of names, or because no dictionary and no pair of nouns makes a word of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.glossary.candidates import vocabulary as known
from workbench.glossary.candidates.abbreviations import abbreviation_of
from workbench.glossary.candidates.proper import is_of_a_town, proper_name
from workbench.glossary.candidates.word_lists import word_list
from workbench.glossary.candidates.words import Word
from workbench.glossary.entry import Kind
from workbench.glossary.finding import lexicon

MOST_WORDS, MOST_GIVEN = 5, 3
_AMBIGUOUS = word_list("towns and nouns")
_INNER_CAPITAL = re.compile(r"(?<!Mc)(?<!Mac)(?<=[a-z])[A-ZÄÖÜ]")
_SUFFIXES = ("’s", "'s", "’", "'")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found at `start:end` of a paragraph, written `text`.

    `kind`: as what it is used here, None if nothing tells; `given`: how many of its words are given names;
    `genitive`: the text without a last s, where that may be a genitive's, else ""; `sure`: it is no common noun;
    `before`: the word before it in small letters.
    """

    text: str
    start: int
    end: int
    kind: Kind | None
    given: int
    genitive: str
    sure: bool
    before: str = ""


def names_in(words: tuple[Word, ...]) -> Iterator[Mention]:
    """The names among the words of a paragraph, in order and without overlaps."""
    i = 0
    while i < len(words):
        found = _at(words, i)
        if found:
            last, mention = found
            yield mention
            i = last + 1
        else:
            i += 1


def _at(words: tuple[Word, ...], i: int) -> tuple[int, Mention] | None:
    """The name that begins with word i, and the index of its last word."""
    word = words[i]
    if word.taken or not word.capital or len(word.text) < 2 or _bare(word.text) in known.NOT_NAMES:
        return None
    if "-" in word.text and not _is_given(word):
        inside = _in_compound(word)
        return (i, inside) if inside else None
    return (
        _of_several_words(words, i) or _of_the_lists(words, i) or (_strange if _is_strange(word) else _titled)(words, i)
    )


def _of_several_words(words: tuple[Word, ...], i: int) -> tuple[int, Mention] | None:
    """A name that its first word announces: Bad Arolsen, Vereinigtes Übergangskabinett, a given name."""
    announced = words[i].text in known.BEFORE_PLACES
    if announced and i + 1 < len(words) and _goes_on(words[i + 1]) and words[i + 1].capital:
        return i + 1, _mention(words, i, i + 1, "place", sure=True)
    proper = proper_name(words, i)
    if proper:
        return proper, _mention(words, i, proper, "organisation", sure=True)
    return _person(words, i)


def _of_the_lists(words: tuple[Word, ...], i: int) -> tuple[int, Mention] | None:
    """A name that the lists have, in the nominative or genitive."""
    last = _listed(words, i)
    if last is None:
        return None
    text = _text(words, i, last)
    kind = known.known_kind(text) or known.known_kind(_genitive(text))
    return last, _mention(words, i, last, kind, sure=True)


def _strange(words: tuple[Word, ...], i: int) -> tuple[int, Mention]:
    """A name that only shows in that its words are none of the language."""
    last = _run(words, i)
    kind, sure = _kind_here(words, i, last)
    given = int(last > i and kind == "person")
    return last, _mention(words, i, last, kind, given=given, sure=sure)


def _in_compound(word: Word) -> Mention | None:
    """The name in a word with hyphens: `Putin` in Putin-Sprecher, all of Kastus-Kalinouski-Regiment and Kara-Mursa."""
    parts = word.text.split("-")
    if not all(parts):
        return None
    named = [_is_name_part(part) for part in parts]
    if known.known_kind(_bare(word.text)) or (any(named) and named[-1]):
        return Mention(
            _bare(word.text), word.start, word.end, known.known_kind(word.text), 0, _genitive(word.text), True
        )
    if sum(named) >= 2 and known.ORGANISATION_HEAD.search(parts[-1]):
        return Mention(word.text, word.start, word.end, "organisation", 0, _genitive(word.text), True)
    if not named[0]:
        return None
    length = named.index(False)
    name = "-".join(parts[:length])
    kind = known.known_kind(name) or ("person" if known.looks_cyrillic(name) else None)
    return Mention(name, word.start, word.start + len(name), kind, 0, "", kind is not None)


def _is_name_part(part: str) -> bool:
    """Whether one part of a word with hyphens is a name."""
    if len(part) < 3 or not part[0].isupper() or part.isupper() or not part.isalpha():
        return False
    kind = known.known_kind(part)
    return not known.is_common(part) or (kind is not None and (kind != "person") and part not in _AMBIGUOUS)


def _person(words: tuple[Word, ...], i: int) -> tuple[int, Mention] | None:
    """A full name: given names or initials, particles, a surname."""
    if not _is_given(words[i]):
        return None
    last = i
    for following in words[i + 1 : i + MOST_GIVEN]:
        if not (_goes_on(following) and _is_given(following)):
            break
        last += 1
    given = last - i + 1
    surname = _surname(words, last + 1)
    if surname is None:
        if given == 1:
            return None
        given -= 1  # Hanna Maria: the last one may be the surname
        surname = last
    mention = _mention(words, i, surname, "person", given=given, sure=True)
    return surname, mention


def _surname(words: tuple[Word, ...], i: int) -> int | None:
    """The index of the last word of a surname that begins at word i, particles first; None if there is none."""
    start = i
    while i < len(words) and _goes_on(words[i]) and _is_particle(words[i].text, after=i > start):
        i += 1
    if i >= len(words) or not _goes_on(words[i]) or not words[i].capital:
        return None
    word = _bare(words[i].text)
    if (i == start and _is_no_name(word)) or known.known_kind(word) == "place" or _is_initial(word):
        return None
    return None if _ends_as_a_noun(word) else i


def _is_no_name(word: str) -> bool:
    return known.is_everyday(word) or word in known.NOT_NAMES or known.is_lower_case_word(word)


def _ends_as_a_noun(word: str) -> bool:
    """Whether a noun is joined to a name with a hyphen (`Putin-Besuch`); `Hans-Koch` is a name."""
    if "-" not in word:
        return False
    return known.is_common(word.rpartition("-")[2]) and not known.is_given(word.partition("-")[0])


def _is_particle(text: str, *, after: bool) -> bool:
    """Whether a small word belongs to a surname; some do only `after` another one (von der Leyen)."""
    return text in known.PARTICLES or (after and text in known.AFTER_PARTICLE)


def _listed(words: tuple[Word, ...], i: int) -> int | None:
    """The index of the last word of a name of the lists that begins with word i."""
    for last in range(min(i + 3, len(words) - 1), i - 1, -1):
        if any(not _goes_on(word) for word in words[i + 1 : last + 1]):
            continue
        text = _text(words, i, last)
        for form in (text, _genitive(text)):
            if form and known.known_kind(form) and (last > i or _may_stand_alone(words, i, form)):
                return last
    return None


def _may_stand_alone(words: tuple[Word, ...], i: int, name: str) -> bool:
    """Whether a name of the lists is meant, and not the noun that is written alike (Essen, Halle, Bergen)."""
    if known.known_kind(name) == "person":
        return not known.is_common(name) or _after_title(words, i)
    if name not in _AMBIGUOUS and not known.is_everyday(name) and not known.is_lower_case_word(name):
        return True
    return i > 0 and words[i].follows and words[i - 1].text.lower() in known.IN_A_PLACE


def _titled(words: tuple[Word, ...], i: int) -> tuple[int, Mention] | None:
    """A surname that is a common noun, too, straight after a title: `Kanzler Merz`, `Frau Koch`."""
    word = _bare(words[i].text)
    if not _after_title(words, i) or known.kind_before(words[i - 1].text) != "person":
        return None
    if known.is_everyday(word) or known.is_compound(word) or known.is_lower_case_word(word):
        return None
    return (i, _mention(words, i, i, "person", sure=True)) if lexicon.lemma(word) in (word, "") else None


def _after_title(words: tuple[Word, ...], i: int) -> bool:
    return i > 0 and words[i].follows and words[i - 1].capital and known.kind_before(words[i - 1].text) is not None


def _run(words: tuple[Word, ...], i: int) -> int:
    """The index of the last word of a name of strange words that begins with word i (Foreign Policy)."""
    last = i
    while last + 1 < len(words) and last - i + 1 < MOST_WORDS and _goes_on(words[last + 1]) and words[last + 1].capital:
        following = words[last + 1]
        if not (_is_strange(following) or _belongs(words[last], following)):
            break
        if _is_given(following) or not _is_surname_of(words[last], following):
            break
        last += 1
    return last


def _is_surname_of(word: Word, following: Word) -> bool:
    """Whether a strange word's neighbour may belong to it: no town, and no second surname (Lukaschenko Putin)."""
    kind = known.known_kind(_bare(following.text)) or known.known_kind(_genitive(following.text))
    return kind is None or (kind == "person" and known.known_kind(word.text) != "person")


def _belongs(word: Word, following: Word) -> bool:
    """Whether a word of the dictionary ends a foreign name: `Atlantic Council`, not `Sajzawa Wert`."""
    text = following.text
    common = known.is_everyday(text) or known.is_compound(text) or known.is_lower_case_word(text)
    return (
        not common and lexicon.lemma(text) == text and not known.looks_cyrillic(word.text) and not _genitive(word.text)
    )


def _kind_here(words: tuple[Word, ...], i: int, last: int) -> tuple[Kind | None, bool]:
    """What a name is by the words around it, and whether these leave no doubt that it is a name."""
    before = words[i - 1] if i > 0 and words[i].follows else None
    after = words[last + 1].text.lower() if last + 1 < len(words) else ""
    if said := _kind_said(before, after):
        return said, True
    if known.looks_cyrillic(words[last].text):
        return "person", True
    article = before is not None and before.text.lower() in known.ARTICLES
    if last > i:
        return ("organisation" if article or known.is_common(words[last].text) else "person"), True
    return ("organisation" if article or _INNER_CAPITAL.search(words[i].text) else None), False


def _kind_said(before: Word | None, after: str) -> Kind | None:
    """What the word before a name and the one after it leave no doubt of: a title, `in`, a verb of saying."""
    small = before.text.lower() if before else ""
    if before and before.capital and (kind := known.kind_before(before.text)):
        return kind
    if small in known.IN_A_PLACE:
        return "place"
    return "person" if after in known.SAYS or small in known.SAYS else None


def _is_strange(word: Word) -> bool:
    """Whether a capitalised word is in no dictionary and no compound of words that are."""
    text = _bare(word.text)
    if word.taken or not word.capital or len(text) < 3 or text.isupper() or any(c.isdigit() for c in text):
        return False
    if "-" in text or text in known.NOT_NAMES or abbreviation_of(text):
        return False
    return not is_of_a_town(text) and not any(known.is_common(form) for form in {text, text.removesuffix("s")})


def _is_given(word: Word) -> bool:
    if word.taken or not word.capital:
        return False
    text = word.text
    if _is_initial(text):
        return True
    return all(known.is_given(part) for part in text.split("-")) and not known.is_everyday(text)


def _is_initial(text: str) -> bool:
    return len(text) == 1 and text.isupper()


def _goes_on(word: Word) -> bool:
    """Whether a word may belong to the name before it: `J. D. Vance`, but not over the end of a sentence."""
    return not word.taken and not word.opens and (word.follows or word.gap == ". ")


def _mention(words: tuple[Word, ...], i: int, last: int, kind: Kind | None, *, given: int = 0, sure: bool) -> Mention:
    text = _text(words, i, last)
    before = words[i - 1].text.lower() if i else ""
    return Mention(_bare(text), words[i].start, words[last].end, kind, given, _genitive(text), sure, before)


def _text(words: tuple[Word, ...], i: int, last: int) -> str:
    following = (f"{'.' if word.gap.startswith('.') else ''} {word.text}" for word in words[i + 1 : last + 1])
    return words[i].text + "".join(following)


def _bare(text: str) -> str:
    """The text without a genitive's apostrophe: `Putin’s`, `Minsk’`."""
    for suffix in _SUFFIXES:
        if text.endswith(suffix):
            return text.removesuffix(suffix)
    return text


def _genitive(text: str) -> str:
    """The text without a last s that may be a genitive's; "" if there is none."""
    bare = _bare(text)
    return bare[:-1] if bare == text and len(text) > 4 and text.endswith("s") and not text.endswith("ss") else ""
