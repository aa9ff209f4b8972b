"""German endings: which glossary words a word of a text may be a form of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.glossary import lexicon
from workbench.glossary.entry import Kind
from workbench.glossary.folding import fold

Case = Literal["exact", "capital", "any"]
Pattern = Literal["person", "place", "noun", "adjective", "abbreviation", "fixed"]

_ADJECTIVE = ("e", "en", "er", "es", "em")
_NOUN = ("s", "es", "e", "en", "n", "er", "ern", "ens", "nen", "se", "sen", "ses")
_PLURAL = ("", "e", "er", "en", "ern", "n")  # the endings that go with an umlaut
_ARTICLES = frozenset(("der", "die", "das", "des", "dem", "den"))
_LAST_UMLAUT = re.compile(r"(.*)(aeu|ae|oe|ue)([^aeiou]*)$")
_NAME_ADJECTIVE = re.compile(r"(.{4,})sch(?:e|en|er|es|em)$")
_ADJECTIVAL_NOUN = re.compile(r".{3,}(?:nd|t|ig|en)er?$")
_CLEARLY_ADJECTIVAL = re.compile(r".*(?:nd|[tlr]ig)er?$")
_COUNTRY = re.compile(
    r".*(?:ien|land|stan|ine|ei)$|(?:schweiz|polen|litauen|norwegen|schweden|aegypten|japan|iran|jemen)$"
)


@dataclass(frozen=True, slots=True)
class FormWord:
    """One word of a German form in the glossary: how it must be written, and how it may be inflected."""

    text: str
    key: str
    case: Case
    pattern: Pattern
    alone: bool

    @property
    def index_keys(self) -> tuple[str, ...]:
        """The keys under which a matching word of a text is looked up (see `readings`)."""
        if not self.alone and self.key in _ARTICLES:
            return ("d~",)
        if self.pattern == "adjective":
            return (_adjective_stem(self.key),)
        if self.alone and self.pattern == "noun" and _ADJECTIVAL_NOUN.match(self.key):
            return self.key, _adjective_stem(self.key)
        return (self.key,)


def form_word(text: str, kind: Kind, exact: bool, before: str | None, last: bool) -> FormWord:
    """A word of a form: `before` is the word before it (None for the first), `last` if it ends the form."""
    key = fold(text)
    alone = before is None and last
    if before == "des" and key.endswith("s"):  # des Vertrags, des Vertrages
        key = key.removesuffix("es") if key.endswith("es") else key[:-1]
    case: Case = "any"
    if exact or is_abbreviation(text):
        case = "exact"
    elif text[0].isupper():
        case = "capital"
    return FormWord(text, key, case, _pattern(text, kind, alone, last), alone)


def is_abbreviation(text: str) -> bool:
    """AFU, EU, G7: at most five letters, all of them capitals; found only as they are written."""
    return len(text) <= 5 and text.isupper()


def _pattern(text: str, kind: Kind, alone: bool, last: bool) -> Pattern:
    if is_abbreviation(text):
        return "abbreviation"
    if text[0].islower():
        return "adjective" if len(text) > 4 else "fixed"
    if kind == "person" and last:
        return "person"
    if kind == "place" and alone:
        return "place"
    if not last and kind != "person" and len(text) > 4 and text.endswith(_ADJECTIVE):
        return "adjective"
    return "noun" if text[0].isupper() else "fixed"


def _adjective_stem(key: str) -> str:
    for ending in _ADJECTIVE[1:]:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            return f"{key[: -len(ending)]}~"
    return f"{key.removesuffix('e')}~"


def readings(key: str) -> Iterator[tuple[str, str]]:
    """Every (index key, ending) that a text's word with this key may be read as.

    An ending with `¨` undoes an umlaut, `~` is an adjective's, `um`, `sch` and `er-` are what they say.
    """
    yield key, ""
    yield f"{key}~", "~"
    if key[-1] in "esnrm":
        yield from _without_endings(key)
    if "ae" in key or "oe" in key or "ue" in key:
        yield from _without_umlaut(key)
    if key.endswith(("en", "er")):
        yield from _changed_stems(key)
    if "sch" in key and (name := _NAME_ADJECTIVE.match(key)):
        yield name[1], "sch"


def _without_endings(key: str) -> Iterator[tuple[str, str]]:
    for ending in _NOUN:
        if key.endswith(ending) and len(key) - len(ending) >= 2:
            yield key[: -len(ending)], ending
    for ending in _ADJECTIVE:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            yield f"{key[: -len(ending)]}~", "~"
    if key in _ARTICLES:
        yield "d~", ""


def _without_umlaut(key: str) -> Iterator[tuple[str, str]]:
    for ending in _PLURAL:
        umlaut = _LAST_UMLAUT.match(key.removesuffix(ending)) if key.endswith(ending) else None
        if umlaut and umlaut[3]:
            yield umlaut[1] + umlaut[2].replace("e", "", 1) + umlaut[3], f"¨{ending}"


def _changed_stems(key: str) -> Iterator[tuple[str, str]]:
    if key.endswith("en"):
        yield f"{key[:-2]}um", "um"
    else:
        yield key[:-1], "er-"
        yield f"{key[:-2]}en", "er-"
        if key.endswith("ner"):
            yield f"{key[:-3]}en", "er-"


def fits(word: FormWord, token: str, ending: str) -> bool:
    """Whether a text's word, read with this ending, is a form of the glossary's word."""
    if not ending:
        return _case_fits(word, token)
    if ending == "sch":
        return word.pattern == "person" and word.case != "exact"
    if not _case_fits(word, token) or not _pattern_allows(word, ending):
        return False
    return not word.alone or _beyond_doubt(word, token, ending)


def _case_fits(word: FormWord, token: str) -> bool:
    if word.case == "exact":
        rest = token[len(word.text) :]
        return token.startswith(word.text) and (not rest or rest.islower())
    return word.case == "any" or token[0].isupper() or token[0].isdigit()


def _pattern_allows(word: FormWord, ending: str) -> bool:
    match word.pattern:
        case "abbreviation":
            return ending == "s"
        case "person":
            return ending == "s" or (ending == "es" and word.key[-1] in "sxz")
        case "place":
            return _place_allows(word.key, ending)
        case "adjective":
            return ending == "~"
        case "noun":
            return _noun_allows(word.key, ending)
        case "fixed":
            return False


def _place_allows(key: str, ending: str) -> bool:
    if ending in ("er", "er-"):
        return not _COUNTRY.match(key)
    return ending in ("s", "es") or (ending == "n" and key.endswith("lande"))


def _noun_allows(key: str, ending: str) -> bool:
    if ending == "nen":
        return key.endswith("in")
    if ending in ("se", "sen", "ses"):
        return key.endswith(("nis", "as", "us", "is"))
    if ending == "um":
        return len(key) >= 6
    if ending == "~":
        return _ADJECTIVAL_NOUN.match(key) is not None
    return ending != "er-"


def _beyond_doubt(word: FormWord, token: str, ending: str) -> bool:
    """Ask the dictionary where an ending often makes another word (Kritik-er, Kur-s, Bär-en, Vertret-en)."""
    if word.pattern == "noun" and ending == "~":
        plain = fold(token) in (word.key, f"{word.key}n", f"{word.key}s")
        clear = len(word.key) >= 9 and _CLEARLY_ADJECTIVAL.match(word.key)
        return bool(plain or clear) or lexicon.agrees(token, word.key, unknown=False)
    if word.pattern == "noun" and ending in ("er", "ern"):
        return lexicon.agrees(token, word.key, unknown=False)
    if len(word.key) <= 4 or ending.startswith("¨"):
        return word.case == "exact" or lexicon.agrees(token, word.key, unknown=True)
    return True
