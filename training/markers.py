"""Pairs that teach two things: English given in ⟦ ⟧ comes out verbatim, and figures and names are copied.

A term is a stretch of German whose links lead to a stretch of English and nowhere else (the phrase pairs of Och
and Ney 2004), with words that carry meaning at both ends. The German is replaced by the English as the
reference has it, so inflected; for a share of the terms a random string stands in both, which teaches that what
is in the markers is copied and not translated.
"""

from __future__ import annotations

import random
import string
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.text import CLOSE, OPEN, Linked, Links, Token, replaced
from workbench.text import Span

MOST_GERMAN, MOST_ENGLISH = 4, 5
"""Words of a term."""

HOW_MANY = (0, 1, 2, 3, 4)
_HOW_OFTEN = (10, 40, 28, 14, 8)
_RANDOM_SHARE = 0.12
_RARE_SHARE = 0.5
"""Of the names put in another's place: how many come from the corpus and are not invented."""
_NAME_SHARE = 0.5
"""How often a name is preferred to a plain word, and a longer term to a shorter."""

_WORDS_GERMAN = """
der die das den dem des ein eine einen einem einer eines und oder aber auch nicht in im an am auf aus bei beim
mit nach von vom vor zu zum zur für um über unter durch gegen ohne bis als wie dass daß ist sind war waren hat
haben hatte wird werden wurde sich er sie es wir ich ihr man sein seine ihre dieser diese dieses so noch nur
schon sehr mehr was wer wo wenn weil
"""
_FUNCTION_GERMAN = frozenset(_WORDS_GERMAN.split())
_WORDS_ENGLISH = """
the a an and or but also not in on at of to for from by with as that this these those is are was were be been
has have had will would can could do does did it he she they we i you his her its their our my your who which
what when where if so no than then there about into over under after before more most very
"""
_FUNCTION_ENGLISH = frozenset(_WORDS_ENGLISH.split())


@dataclass(frozen=True, slots=True)
class Term:
    """Token numbers of a stretch of German and of the English that stands for it."""

    german: Span
    english: Span
    name: bool


def marked(pair: Linked, draw: random.Random) -> Linked:
    """The pair with zero to four terms given in markers in the German; as it is where it has none."""
    wanted = draw.choices(HOW_MANY, _HOW_OFTEN)[0]
    chosen: list[Term] = []
    found = list(terms(pair))
    found.sort(
        key=lambda term: -(draw.random() + _NAME_SHARE * (term.name + (term.german.end - term.german.start > 1)))
    )
    for term in found:
        if len(chosen) < wanted and all(_apart(term, other) for other in chosen):
            chosen.append(term)
    waiting = sorted(chosen, key=lambda term: term.german.start)
    while waiting:
        term, before = waiting.pop(), len(pair.english)
        pair = _given(pair, term, draw)
        grown = len(pair.english) - before
        waiting = [_shifted(one, grown) if one.english.start > term.english.start else one for one in waiting]
    return pair


def terms(pair: Linked) -> Iterator[Term]:
    """Everything in a pair that could be a glossary term."""
    english_of, german_of = _by_word(pair.links, of=0), _by_word(pair.links, of=1)
    for start in range(len(pair.german)):
        for end in range(start + 1, min(start + MOST_GERMAN, len(pair.german)) + 1):
            linked = {other for one in range(start, end) for other in english_of[one]}
            if not linked or max(linked) - min(linked) >= MOST_ENGLISH:
                continue
            german, english = Span(start, end), Span(min(linked), max(linked) + 1)
            back = {one for other in range(*english) for one in german_of[other]}
            if back <= set(range(start, end)) and _is_term(pair, german, english):
                yield Term(german, english, pair.english[english.start].text[:1].isupper() and english.start > 0)


def _by_word(links: Links, *, of: int) -> defaultdict[int, set[int]]:
    """What each word of one side (0 German, 1 English) is linked with on the other."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        found[link[of]].add(link[1 - of])
    return found


def copied(pair: Linked, draw: random.Random, rare: Sequence[str] = ()) -> Linked:
    """The pair with some figures and names, the same on both sides, swapped for random ones of their kind.

    Names become one of `rare` (names.py) as often as an invented one.
    """
    common = {part.text for part in pair.german} & {part.text for part in pair.english}
    for text in sorted(common):
        german, english = _only_place(pair.german, text), _only_place(pair.english, text)
        if not german or not english or draw.random() < 0.4:
            continue
        if any((one == german) != (other == english) for one, other in pair.links):
            continue
        other = _like(text, draw, rare)
        if other != text:
            places = Span(german, german + 1), Span(english, english + 1)
            words = Token(other, pair.german[german].spaced), Token(other, pair.english[english].spaced)
            pair = replaced(pair, *places, *((word,) for word in words))
    return pair


def _only_place(side: Sequence[Token], text: str) -> int:
    """Where a word stands that stands there once; 0 where it does not, or where it is the first."""
    places = [at for at, part in enumerate(side) if part.text == text]
    return places[0] if len(places) == 1 else 0


def _given(pair: Linked, term: Term, draw: random.Random) -> Linked:
    """The pair with one term's English in markers in place of its German."""
    english = pair.english[slice(*term.english)]
    if draw.random() < _RANDOM_SHARE:
        english = (Token(_random_name(draw), english[0].spaced),)
    given = "".join((" " if part.spaced and at else "") + part.text for at, part in enumerate(english))
    ending = "s" if given.endswith(("'s", "’s")) else ""
    put = Token(f"{OPEN}{given[:-2] if ending else given}{CLOSE}{ending}", pair.german[term.german.start].spaced)
    pair = replaced(pair, term.german, term.english, (put,), english)
    return _without_hyphens(pair, term.german.start)


def _without_hyphens(pair: Linked, at: int) -> Linked:
    """A marked term parted from what it was hyphened to (⟦AFU⟧-Stab → ⟦AFU⟧ Stab), as the workbench gives it."""
    for hyphen in (at + 1, at - 1):
        after = hyphen + 1
        if not 0 < hyphen < len(pair.german) - 1 or pair.german[hyphen].text != "-":
            continue
        if pair.german[hyphen].spaced or pair.german[after].spaced:
            continue
        german = (*pair.german[:hyphen], Token(pair.german[after].text, True), *pair.german[after + 1 :])
        links = frozenset((one - (one > hyphen), other) for one, other in pair.links if one != hyphen)
        pair = Linked(german, pair.english, links)
    return pair


def _is_term(pair: Linked, german: Span, english: Span) -> bool:
    own, other = pair.german[slice(*german)], pair.english[slice(*english)]
    ends = {own[0].text.lower(), own[-1].text.lower()}, {other[0].text.lower(), other[-1].text.lower()}
    if ends[0] & _FUNCTION_GERMAN or ends[1] & _FUNCTION_ENGLISH:
        return False
    if any(map(_is_sign, (*own, *other))):
        return False
    if not all(any(letter.isalpha() for letter in end) for end in (*ends[0], *ends[1])):
        return False
    if len(own) > 1:
        return any(part.text[:1].isupper() for part in own)
    return len(own[0].text) > 2


def _is_sign(part: Token) -> bool:
    return len(part.text) == 1 and not part.text.isalnum() and part.text not in "-&"


def _shifted(term: Term, by: int) -> Term:
    return Term(term.german, Span(term.english.start + by, term.english.end + by), term.name)


def _apart(term: Term, other: Term) -> bool:
    return all(
        mine.end <= theirs.start or theirs.end <= mine.start
        for mine, theirs in ((term.german, other.german), (term.english, other.english))
    )


def _like(text: str, draw: random.Random, rare: Sequence[str]) -> str:
    """A random text of the same kind: figures for figures, a name for a name; else the text itself."""
    if any(letter.isdigit() for letter in text):
        digits = (draw.choice(string.digits if at else "123456789") for at in range(len(text)))
        return "".join(digit if letter.isdigit() else letter for letter, digit in zip(text, digits, strict=True))
    if len(text) > 3 and text.istitle():
        return draw.choice(rare) if rare and draw.random() < _RARE_SHARE else _name(draw)
    return text


def _random_name(draw: random.Random) -> str:
    """What no dictionary has: an invented name, perhaps of two words, an abbreviation, or letters and figures."""
    kind = draw.random()
    if kind < 0.5:
        return _name(draw)
    if kind < 0.7:
        return f"{_name(draw)} {_name(draw)}"
    if kind < 0.85:
        return "".join(draw.choices(string.ascii_uppercase, k=draw.randint(2, 5)))
    return "".join(draw.choices(string.ascii_letters + string.digits, k=draw.randint(3, 8)))


def _name(draw: random.Random) -> str:
    endings = ("", "", "n", "r", "l", "s", "k")
    syllables = [(draw.choice("bdfghklmnprstvwzj"), draw.choice("aeiou"), draw.choice(endings)) for _ in range(4)]
    return "".join("".join(one) for one in syllables[: draw.randint(2, 4)]).capitalize()
