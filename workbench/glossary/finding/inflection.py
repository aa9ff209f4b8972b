"""German endings: how a word of a text may be a form of a word of the glossary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.glossary.entry import Kind
from workbench.glossary.finding import gender, lexicon
from workbench.glossary.finding.folding import fold
from workbench.glossary.finding.sharp_s import may_be_one_word

Case = Literal["exact", "capital", "any"]
Pattern = Literal["person", "place", "noun", "adjective", "abbreviation", "fixed"]

ADJECTIVAL, FROM_NAME, UMLAUT, OF_PLACE, EXCHANGED = "~", "sch", "¨", "er", "*"
"""Endings that are more than letters added: `Abgeordneten`, `putinsche`, `Räte`, `Minsker`, `Zentren`."""

_ADJECTIVE = ("", "e", "en", "er", "es", "em")
_UMLAUT_PLURAL = ("", "e", "er", "en", "ern", "n")
_ARTICLES = frozenset(("der", "die", "das", "des", "dem", "den"))
_LAST_UMLAUT = re.compile(r"(.*)(aeu|ae|oe|ue)([^aeiou]+)$")
_NAME_ADJECTIVE = re.compile(r"sch(?:e|en|er|es|em)$")
_CLEARLY_ADJECTIVAL = re.compile(r".*(?:nd|[tlr]ig)er?$")
_EXCHANGES = (
    *(("um", "en"), ("um", "a"), ("us", "en"), ("us", "i"), ("kon", "ka"), ("dion", "dien")),
    *(("a", "en"), ("a", "ata"), ("o", "en"), ("is", "en")),
)
_VOWEL = re.compile("[AEIOUÄÖÜ]")
_COUNTRY = re.compile(
    r".*(?:ien|land|stan|ine|ei)$|(?:schweiz|polen|litauen|norwegen|schweden|aegypten|japan|iran|jemen)$"
)


@dataclass(frozen=True, slots=True)
class FormWord:
    """One word of a German form in the glossary: how it must be written, and how it may be inflected.

    `alone`: it is the form's only word.
    """

    text: str
    key: str
    case: Case
    pattern: Pattern
    alone: bool

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems under which the forms of this word are looked up."""
        return tuple(dict.fromkeys(_stems(self.key, self.pattern)))


def form_word(text: str, kind: Kind, exact: bool, before: str | None, last: bool) -> FormWord:
    """A word of a form: `before` is the word before it (None for the first), `last` if it ends the form."""
    key = fold(text)
    alone = before is None and last
    pattern = _pattern(text, kind, alone, last)
    if before == "des" and pattern == "noun" and len(key) > 4 and key.endswith("s"):  # des Vertrags, des Vertrages
        key = key.removesuffix("es") if key.endswith("es") else key[:-1]
    return FormWord(text, key, "exact" if exact else _case(text, kind, pattern), pattern, alone)


def _case(text: str, kind: Kind, pattern: Pattern) -> Case:
    """How a word must be written where the entry says nothing of it."""
    if pattern == "abbreviation" and not _spoken(text):
        return "exact"
    return "capital" if text[0].isupper() and not (kind == "term" and pattern == "adjective") else "any"


def is_abbreviation(text: str) -> bool:
    """AFU, EU, G7, NATO: at most five letters, all of them capitals."""
    return len(text) <= 5 and text.isupper()


def _spoken(text: str) -> bool:
    """Whether an abbreviation may be spoken as a word, and then be written like one: NATO, Nato."""
    return len(text) >= 4 and text.isalpha() and _VOWEL.search(text) is not None


def _pattern(text: str, kind: Kind, alone: bool, last: bool) -> Pattern:
    if is_abbreviation(text):
        return "abbreviation"
    if text[0].islower():
        return "adjective" if len(text) > 4 else "fixed"
    if kind == "person" and last:
        return "person"
    if kind == "place" and alone:
        return "place"
    if not last and kind != "person" and _may_be_adjective(text):
        return "adjective"
    return "noun" if text[0].isupper() else "fixed"


def _may_be_adjective(text: str) -> bool:
    return len(text) > 4 and text.endswith(_ADJECTIVE[1:])


def stems_of(key: str) -> tuple[str, ...]:
    """The stems under which the word with this key may be found: its own, and as a feminine the masculine's."""
    own = stem(key)
    if not key.endswith("n"):
        return (own,)
    for end in (gender.ONE, gender.SEVERAL):
        if key.endswith(end) and len(key) - len(end) >= 3:
            return own, stem(key.removesuffix(end))
    return (own,)


def stem(key: str) -> str:
    """What all forms of a word have in common: its key without umlauts and without the letters of endings.

    Different words may share a stem; `ending` tells them apart.
    """
    if key in _ARTICLES:
        return "d"
    plain = key.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return plain[:2] + plain[2:].rstrip("enrsm")


def _stems(key: str, pattern: Pattern) -> Iterator[str]:
    yield stem(key)
    if pattern == "noun":
        for own, other in _EXCHANGES:
            if key.endswith(own):
                yield stem(key.removesuffix(own) + other)
    elif pattern == "adjective":
        yield from (stem(base) for base in _adjective_stems(key))
    elif pattern == "person":
        yield stem(f"{key}sch")


def ending(word: FormWord, key: str) -> str | None:
    """How the word with this key is a form of the glossary's word: "" for the same; None if it is none."""
    if key == word.key:
        return ""
    if word.pattern == "fixed":
        return "" if not word.alone and {word.key, key} <= _ARTICLES else None
    found = _ENDINGS_OF[word.pattern](word.key, key)
    if found is None and word.pattern == "adjective" and word.text[0].isupper():
        return _noun_ending(word.key, key)  # the Minister of `Minister für Verteidigung`
    return found


def _adjective_stems(key: str) -> tuple[str, ...]:
    bases = [key, *(key.removesuffix(e) for e in _ADJECTIVE[1:] if key.endswith(e) and len(key) - len(e) >= 3)]
    if key.endswith("el"):  # dunkel, dunkle
        bases.append(f"{key[:-2]}l")
    return tuple(bases)


def _adjective_ending(own: str, key: str) -> str | None:
    bases = _adjective_stems(own)
    return ADJECTIVAL if any(key == base + e for base in bases for e in _ADJECTIVE) else None


def _person_ending(own: str, key: str) -> str | None:
    rest = key.removeprefix(own)
    if rest == "s" or (rest == "es" and own[-1] in "sxz"):
        return rest
    return FROM_NAME if len(own) >= 4 and key.startswith(own) and _NAME_ADJECTIVE.match(rest) else None


def _place_ending(own: str, key: str) -> str | None:
    if key.startswith(own):
        rest = key[len(own) :]
        if rest in ("s", "es") or (rest == "n" and own.endswith("lande")):
            return rest
    if key.endswith("er") and not _COUNTRY.match(own):
        base = key[:-2]  # Minsker, Haller, Bremer
        return OF_PLACE if own in (base, f"{base}e", f"{base}en") else None
    return None


def _noun_ending(own: str, key: str) -> str | None:
    if key.startswith(own) and _added(own, key[len(own) :]):
        return key[len(own) :]
    if plural := _umlaut_plural(own, key):
        return plural
    if own.endswith(("e", "er")) and own.removesuffix("r")[:-1] in _adjective_stems(key)[1:]:
        return ADJECTIVAL
    if len(own) >= 5 and any(own.endswith(a) and key == own.removesuffix(a) + b for a, b in _EXCHANGES):
        return EXCHANGED
    return None


def _umlaut_plural(own: str, key: str) -> str | None:
    """The ending of a plural with an umlaut: `Räte`, `Häuser`."""
    for e in _UMLAUT_PLURAL:
        umlaut = _LAST_UMLAUT.match(key.removesuffix(e)) if key.endswith(e) else None
        if umlaut and umlaut[1] + umlaut[2].replace("e", "", 1) + umlaut[3] == own:
            return UMLAUT + e
    return None


def _added(own: str, rest: str) -> bool:
    """Whether these letters may be added to a noun: its last letters decide."""
    if rest in ("e", "en", "es", "er", "ern", "ens"):
        return own[-1] != "e"
    if rest in ("se", "sen", "ses"):
        return own.endswith(("nis", "as", "us", "is"))
    after = {"s": "abcdefghijklmnopqrtuvwy", "n": "elr", "ns": "e", "nen": "n"}.get(rest, "")
    return own[-1] in after and (rest != "nen" or own.endswith("in"))


_ENDINGS_OF: dict[Pattern, Callable[[str, str], str | None]] = {
    "abbreviation": lambda own, key: "s" if key == f"{own}s" else None,
    "person": _person_ending,
    "place": _place_ending,
    "adjective": _adjective_ending,
    "noun": _noun_ending,
}


def fits(word: FormWord, token: str, key: str) -> str | None:
    """The ending with which a text's word, `key` its key, is a form of the glossary's word; None if it is none."""
    found = ending(word, key)
    if found is None:
        return _feminine(word, token, key)
    if not _case_fits(word, token, found) or not may_be_one_word(word.text, token):
        return None
    if word.pattern == "abbreviation" and word.case != "exact" and not token.startswith(word.text):
        return found if word.text.capitalize() == token.removesuffix("s") and not _a_word(word.text) else None
    if not found or not word.alone or _beyond_doubt(word, token, key, found):
        return found
    return None


def _feminine(word: FormWord, token: str, key: str) -> str | None:
    """The ending with which a text's word is the feminine of the glossary's; None if it is not."""
    found = gender.feminine_ending(word.key, token, key) if word.pattern == "noun" else None
    return found if found and _case_fits(word, token, found) else None


def _a_word(abbreviation: str) -> bool:
    """Whether an abbreviation, written like a word, is another word: BILD, Bild."""
    return bool(lexicon.lemma(abbreviation.capitalize())) and not lexicon.lemma(abbreviation)


def _case_fits(word: FormWord, token: str, found: str) -> bool:
    if word.case == "exact":
        base = word.text if found != ADJECTIVAL else word.text.rstrip("enrsm")
        rest = token[len(base) :]
        return found != FROM_NAME and token.startswith(base) and (not rest or rest.islower())
    return word.case == "any" or found == FROM_NAME or token[0].isupper() or token[0].isdigit()


def _beyond_doubt(word: FormWord, token: str, key: str, found: str) -> bool:
    """Ask the dictionary where an ending often makes another word (Kritik-er, Grenzschütz-er, Kur-s, Vertret-en)."""
    if word.pattern == "place" and found == OF_PLACE and key != f"{word.key}er":
        return word.key.endswith("ngen") or not lexicon.is_verb(word.text)  # Sieger are not from Siegen
    return word.pattern != "noun" or _noun_beyond_doubt(word, token, found)


def _noun_beyond_doubt(word: FormWord, token: str, found: str) -> bool:
    if found == ADJECTIVAL:
        clear = len(word.key) >= 9 and _CLEARLY_ADJECTIVAL.match(word.key)
        return bool(clear) or lexicon.agree(token, word.text, unknown=False)
    if found in ("er", "ern", f"{UMLAUT}er", f"{UMLAUT}ern"):
        return lexicon.agree(token, word.text, unknown=False)
    if found == EXCHANGED or _is_short(word, found):
        return word.case == "exact" or lexicon.agree(token, word.text, unknown=found != EXCHANGED)
    return True


def _is_short(word: FormWord, found: str) -> bool:
    """Whether a noun is so short that with this ending it may be another word."""
    length = len(word.key)
    return length <= 4 or (length == 5 and found not in ("s", "n", "ns")) or (length <= 6 and found[0] == UMLAUT)
