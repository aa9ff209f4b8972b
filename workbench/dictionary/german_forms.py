"""Which form a German word has as it stands, and so which forms its English may have there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.dictionary.english_forms import Degree, VerbForm
from workbench.dictionary.look_up import Meaning
from workbench.dictionary.prefixes import SEPARABLE
from workbench.glossary.finding.lexicon import lemma

_WEAK_PLURAL = re.compile(r"e?n$")
_SAME_IN_PLURAL = re.compile(r"(?:er|el|en|chen|lein)$")
_GENITIVE = re.compile(r"e?s$")
_PREFIX = re.compile("|".join(sorted(SEPARABLE, key=len, reverse=True)))
_PRESENT_PARTICIPLE = re.compile(r"e?nd(?:e[mnrs]?)?$")
_COMPARATIVE, _SUPERLATIVE = re.compile(r"er(?:e[mnrs]?)?$"), re.compile(r"e?ste(?:[mnrs])?$")
_UMLAUTS = str.maketrans("äöü", "aou")
_NO_GE = re.compile(r"^(?:be|emp|ent|er|ge(?!hen|ben)|hinter|miss|ver|zer|über|unter|um|durch|wider|wieder)|ieren$")
"""Verbs whose participle may do without ge-, and so may be written like a finite form (besucht)."""


def may_be_singular(word: str, meanings: Iterable[Meaning]) -> bool:
    """Whether a noun as it stands may be one thing. `meanings`: what the dictionary has for it."""
    nouns = [meaning for meaning in meanings if meaning.kind == "noun"]
    exact = [meaning for meaning in nouns if meaning.german == word]
    if not exact:
        return not word.endswith("n") or not any(meaning.plural for meaning in nouns)
    if any(not meaning.plural for meaning in exact):
        return True
    return any(_is_weak(word, meaning) for meaning in nouns)


def _is_weak(word: str, meaning: Meaning) -> bool:
    """Whether a plural may be another case of the singular: den Präsidenten, den Zeugen."""
    if meaning.plural or "m" not in meaning.gender:
        return False
    return meaning.german == _WEAK_PLURAL.sub("", word) or word == f"{meaning.german}n"


def may_be_plural(word: str, meanings: Iterable[Meaning]) -> bool:
    """Whether a noun as it stands may be several things."""
    nouns = [meaning for meaning in meanings if meaning.kind == "noun"]
    bases = {meaning.german for meaning in nouns}
    plurals = {meaning.german for meaning in nouns if meaning.plural}
    if plurals:
        return word in plurals or word not in bases
    if word in bases:
        return _SAME_IN_PLURAL.search(word) is not None
    return _GENITIVE.search(word) is None or f"{word}s" in bases


def verb_forms(word: str, infinitive: str) -> tuple[VerbForm, ...]:
    """The English forms that may stand for a German verb, the likeliest first.

    `word`: as it stands, without a prefix that stands apart; `infinitive`: its own, without that prefix, too.

    >>> verb_forms("rückt", "rücken"), verb_forms("abgerückt", "abrücken"), verb_forms("hob", "heben")
    (('third', 'base'), ('participle', 'past'), ('past',))
    """
    low = word.lower()
    rest = _without_prefix(low, infinitive)
    if low == infinitive:
        return ("base", "ing", *(("participle",) if _NO_GE.search(infinitive) else ()))
    if rest != low and rest.startswith("zu") and infinitive.endswith(rest[2:]):
        return ("base",)
    if _PRESENT_PARTICIPLE.search(low) and not _PRESENT_PARTICIPLE.search(infinitive.removesuffix("en")):
        return ("ing",)
    if rest.startswith("ge") and not infinitive.removeprefix(low.removesuffix(rest)).startswith("ge"):
        return ("participle", "past")
    return _finite(low, infinitive)


def _without_prefix(low: str, infinitive: str) -> str:
    prefix = _PREFIX.match(low)
    return low[prefix.end() :] if prefix and infinitive.startswith(prefix[0]) else low


def _finite(low: str, infinitive: str) -> tuple[VerbForm, ...]:
    stem = infinitive.removesuffix("n").removesuffix("e")
    ending = low[len(stem) :] if low.startswith(stem) else ""
    participle: tuple[VerbForm, ...] = ("participle",) if _NO_GE.search(infinitive) else ()
    if ending in ("e", "st", "est", "n", "en"):
        return ("base", "third")
    if ending in ("t", "et"):
        return ("third", *participle, "past", "base") if participle else ("third", "base")
    if ending and re.fullmatch(r"e?te(?:st|n|t)?", ending):
        return ("past", *participle)
    if ending:
        return ("participle", "past")  # declined: besuchte, besuchten
    if low.endswith("t"):
        return ("third", "past", "base")
    return ("past", *(participle if low.endswith("en") else ()))


def degree_of(word: str, base: str) -> Degree | None:
    """Whether an adjective is compared: größere, wichtigsten. `base`: its basic form."""
    low, plain = word.lower(), base.lower().translate(_UMLAUTS)
    for pattern, name in ((_SUPERLATIVE, "superlative"), (_COMPARATIVE, "comparative")):
        found = pattern.search(low)
        if found and low[: found.start()].translate(_UMLAUTS) in (plain, plain.removesuffix("e")):
            return None if name == "comparative" and _is_declined(low, base) else _named(name)
    return None


def _named(name: str) -> Degree:
    return "superlative" if name == "superlative" else "comparative"


def _is_declined(low: str, base: str) -> bool:
    """`großer` is no comparative: it has the letters of the basic form and the ending -er alone."""
    return low == f"{base.lower()}er" and lemma(low) != low


def with_zu(word: str) -> str:
    """The infinitive in an infinitive with zu: abzurücken → abrücken; "" where it is none."""
    low = word.lower()
    prefix = _PREFIX.match(low)
    while prefix:
        if low[prefix.end() :].startswith("zu") and low.endswith("n"):
            return f"{prefix[0]}{low[prefix.end() + 2 :]}"
        shorter = [each for each in SEPARABLE if prefix[0].startswith(each) and each != prefix[0]]
        if not shorter:
            break
        prefix = re.match(max(shorter, key=len), low)
    return ""
