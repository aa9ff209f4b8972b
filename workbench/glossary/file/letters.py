"""What a German or English form may be made of: letters that can be seen, of one script in a word."""

from __future__ import annotations

import unicodedata

from workbench.glossary.file.yaml_items import CONTROL
from workbench.text import clean
from workbench.text.lazy_pattern import lazy_pattern

LONGEST_FORM = 200

_LETTER = lazy_pattern(r"[^\W_]")
_NOT_LATIN = lazy_pattern(
    "[\u0370-\u1dff\u1f00-\u1fff\u2c80-\u2dff\ua000-\ua71f\uab00-\uabff\uff21-\uff5a\U0001d400-\U0001d7ff]"
)
_RUN = lazy_pattern(r"[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*")
_PART = lazy_pattern(r"[^\W_]+")
_SCRIPTS = frozenset(("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "FULLWIDTH", "MATHEMATICAL"))
_STYLED = frozenset(("FULLWIDTH", "MATHEMATICAL"))
_LOOK_LATIN = frozenset("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορικυχ")


def form_fault(form: str) -> tuple[str, str] | None:
    """What is wrong with a German or English form, and what to do; None if it can be used."""
    if not form:
        return "is empty", "give a text"
    if CONTROL.search(form):
        return "has a control character in it", "retype it"
    if len(form) > LONGEST_FORM:
        return f"has {len(form):,} characters, over the limit of {LONGEST_FORM}", "shorten it"
    if not _LETTER.search(form):
        return f"'{form[:20]}' has no letter or digit", "give a word"
    return None if form.isascii() else _strange(form)


def invisible(text: str) -> str | None:
    """The first invisible character of a text (zero width, bidirectional mark, soft hyphen), by code and name."""
    if text.isascii():
        return None
    found = next((letter for letter in text if not letter.isspace() and not clean(letter)), None)
    return found and f"U+{ord(found):04X} {unicodedata.name(found, '')}".rstrip()


def _strange(form: str) -> tuple[str, str] | None:
    """A letter that was lost, or one that only looks like the others of its word: `Mоskau` with a Cyrillic о."""
    if "\ufffd" in form:
        return f"'{form}' has a damaged letter in it (U+FFFD)", "retype it"
    for run in _RUN.findall(form) if _NOT_LATIN.search(form) else ():
        latin = any(_script(letter) == "LATIN" for letter in run)
        odd = next(filter(None, (_odd_letter(part, latin) for part in _PART.findall(run))), "")
        if odd:
            name = unicodedata.name(odd).capitalize()
            what = f"'{run[:40]}' has a letter that only looks like another: '{odd}' is U+{ord(odd):04X} ({name})"
            return what, "retype the word on one keyboard"
    return None


def _odd_letter(part: str, beside_latin: bool) -> str:
    """The letter in a part of a word that is not of the others' script; "" if there is none.

    Greek letters that look like no Latin one are let through (`kΩ`), and so is a part wholly in another script,
    unless it stands beside Latin and could be taken for it (`С` in `С-300-Raketen`).
    """
    by_script: dict[str, list[str]] = {"latin": [], "other": [], "styled": [], "": []}
    for letter in part:
        by_script[_kind_of_script(letter)].append(letter)
    if by_script["styled"]:
        return by_script["styled"][0]
    if by_script["latin"]:
        return _fewer(list(filter(_is_odd_beside_latin, by_script["other"])), by_script["latin"])
    others = by_script["other"] if beside_latin else []
    return others[0] if others and _LOOK_LATIN.issuperset(others) else ""


def _kind_of_script(letter: str) -> str:
    script = _script(letter)
    if script == "LATIN":
        return "latin"
    if script in _STYLED:
        return "styled"
    return "other" if script in _SCRIPTS else ""


def _is_odd_beside_latin(letter: str) -> bool:
    return _script(letter) != "GREEK" or letter in _LOOK_LATIN


def _fewer(odd: list[str], latin: list[str]) -> str:
    """The first letter of those that are fewer; "" where none is odd."""
    return (odd if len(odd) <= len(latin) else latin)[0] if odd else ""


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
