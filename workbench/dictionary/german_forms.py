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
_BEFORE_NOUN = re.compile(r" (?:[a-zäöüß]+er(?<!ender) )*[A-ZÄÖÜ]")
"""Behind an adjective in -er: its noun, perhaps with others that are declined like it (neuer deutscher Film)."""
_DECLINED = r"(?:e[mnrs]?)?"
_COMPARATIVE, _SUPERLATIVE = re.compile(r"er(?:e[mnrs]?)?$"), re.compile(r"(?:(?<=ß)t|e?st)e(?:[mnrs])?$")
_UMLAUTED, _UMLAUTS = str.maketrans("aou", "äöü"), str.maketrans("äöü", "aou")
_IRREGULAR_DEGREES = {
    "gut": ("besser", "best"), "viel": ("mehr", "meist"), "hoch": ("höher", "höchst"),
    "nah": ("näher", "nächst"), "nahe": ("näher", "nächst"),
}  # fmt: skip
_NO_GE = re.compile(
    r"^(?:be|emp|ent|er|ge(?!hen$|ben$|lten$)|hinter|miss|ver|zer|über|unter|um|durch|wider|wieder)|ieren$"
)
"""Verbs whose participle may do without ge-, and so may be written like a finite form (besucht)."""
_LAST_VOWELS = re.compile(r"[aeiouäöüy]+(?=[^aeiouäöüy]*$)")
_PRESENT_VOWELS = {"e": ("i", "ie"), "a": ("ä",), "au": ("äu",), "o": ("ö",), "ö": ("i",), "ä": ("ie",)}
"""What vowels become in the third person (nimmt, hält, läuft, stößt, erlischt, gebiert)."""
_MIXED = re.compile(r"a(?:nn|nd|ch)t$")
_GE_TWICE = re.compile(r"geg[aeo]")
"""How the participle of a verb begins that itself begins with ge- (gegangen, gegeben, gegolten)."""


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
        return ("base", "ing", *(("participle",) if _does_without_ge(infinitive) else ()))
    if rest != low and rest.startswith("zu") and infinitive.endswith(rest[2:]):
        return ("base",)
    if re.fullmatch(rf"{re.escape(infinitive)}d{_DECLINED}", low):
        return ("ing",)
    own = infinitive.removeprefix(low.removesuffix(rest))
    if rest.startswith("ge") and (not own.startswith("ge") or _GE_TWICE.match(rest)):
        return ("participle", "past")
    return _finite(low, infinitive)


def _does_without_ge(infinitive: str) -> bool:
    """Whether a verb, or what it is behind a prefix that may stand apart, may have a participle without ge-."""
    prefix = _PREFIX.match(infinitive)
    own = infinitive[prefix.end() :] if prefix else ""
    return _NO_GE.search(infinitive) is not None or _NO_GE.search(own) is not None


def _without_prefix(low: str, infinitive: str) -> str:
    prefix = _PREFIX.match(low)
    return low[prefix.end() :] if prefix and infinitive.startswith(prefix[0]) else low


def _finite(low: str, infinitive: str) -> tuple[VerbForm, ...]:
    stem = infinitive.removesuffix("n").removesuffix("e")
    if low.startswith(stem):
        return _of_ending(low[len(stem) :], infinitive)
    if low == f"{_short(stem)}e":  # sammle, wandre
        return ("base", "third")
    if low.endswith("t"):
        return _without_its_stem(low, stem, infinitive)
    if not low.endswith(("e", "en")) and lemma(f"{low}t") == infinitive and lemma(f"{low}en") != infinitive:  # gib
        return ("base",)
    return ("past", *(("participle",) if low.endswith("en") and _does_without_ge(infinitive) else ()))


def _of_ending(ending: str, infinitive: str) -> tuple[VerbForm, ...]:
    """The form of a verb by what stands behind its stem; nothing does in an imperative (komm)."""
    participle: tuple[VerbForm, ...] = ("participle",) if _does_without_ge(infinitive) else ()
    if ending in ("", "e", "st", "est", "n", "en"):
        return ("base", "third") if ending else ("base",)
    if ending in ("t", "et"):
        return ("third", *participle, "past", "base") if participle else ("third", "base")
    if re.fullmatch(r"e?te(?:st|n|t)?", ending):
        return ("past", *participle)
    return ("participle", "past")  # declined: besuchter


def _without_its_stem(low: str, stem: str, infinitive: str) -> tuple[VerbForm, ...]:
    """The form in -t of a verb that changes its vowel: the participle of those like bringen, kennen, senden (erkannt),
    else the present if the vowel is one that it may have there (hält), else the past (hielt)."""
    if _MIXED.search(low) and _does_without_ge(infinitive):
        return ("participle", "past")
    now, then = _LAST_VOWELS.search(low), _LAST_VOWELS.search(stem)
    is_present = now and then and now[0] in (then[0], *_PRESENT_VOWELS.get(then[0], ()))
    return ("third", "base") if is_present else ("past",)


def degrees_of(word: str, base: str, after: str = "") -> tuple[Degree | None, ...]:
    """The degrees in which an adjective may stand, the likeliest first; None is the basic form.

    `base`: its basic form; `after`: the text behind it. `schneller` may be both: before a noun the basic form (there
    the comparative is `schnellerer`), elsewhere rather the comparative, and before “als” nothing else.

    >>> degrees_of("größten", "groß"), degrees_of("schneller", "schnell", " als gestern"), degrees_of("großer", "groß")
    (('superlative',), ('comparative',), (None,))
    """
    low, small = word.lower(), base.lower()
    if low in (f"{small}er", f"{small.removesuffix('e')}er", f"{_short(small)}er"):
        return _of_ending_er(small, after)
    irregular = _IRREGULAR_DEGREES.get(small, ("", ""))
    for stem, name in zip(irregular, _DEGREES, strict=True):
        if stem and re.fullmatch(rf"{stem}{_DECLINED}", low):
            return (name,)
    plain = {small.translate(_UMLAUTS), small.translate(_UMLAUTS).removesuffix("e"), _short(small).translate(_UMLAUTS)}
    for pattern, name in ((_SUPERLATIVE, "superlative"), (_COMPARATIVE, "comparative")):
        found = pattern.search(low)
        if found and low[: found.start()].translate(_UMLAUTS) in plain:
            return (_DEGREES[name == "superlative"],)
    return (None,)


_DEGREES: tuple[Degree, Degree] = ("comparative", "superlative")


def _short(base: str) -> str:
    """An adjective as it loses an e before endings: flexibel, flexibl-; teuer, teur-; trocken, trockn-."""
    return re.sub(r"e([lrn])$", r"\1", base)


def _of_ending_er(base: str, after: str) -> tuple[Degree | None, ...]:
    """What the basic form with -er alone may be; declined only where the comparative has an umlaut (großer)."""
    changed = re.sub(r"[aou](?=[^aou]*$)", lambda vowel: vowel[0].translate(_UMLAUTED), base)
    if changed != base and lemma(f"{changed}er") == base:
        return (None,)
    following = after.split()[:1]
    if following == ["als"]:
        return ("comparative",)
    return (None,) if _BEFORE_NOUN.match(after) else ("comparative", None)


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
