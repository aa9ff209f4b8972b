"""Short nouns at the end of compounds: Krieg in Angriffskrieg, but no Rat in Heirat and no Land in Griechenland.

The rule: what stands before the noun is, without the letters that link, a noun, an adjective or the stem of a verb of
the dictionary, or itself a compound of these; no prefix. Where the dictionary has the whole word, that has the plural
of the noun (Stadträte; no Heiräte, no Griechenländer). Compounds that have come to mean something else (Landwirt,
Datenbank) stand in a list, `data/other_words.txt`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from workbench.glossary.finding import lexicon
from workbench.glossary.finding.folding import fold

_LINKS = ("", "s", "es", "n", "en", "ens", "er", "e")
_LINKS_FOR_SURE = frozenset(("s", "es", "n", "en", "ens"))
"""Letters between two parts that are seldom the beginning of the second, as `er` and `e` may be."""
_WORDS_SHORT = """
see gas öl oel eis tag bau not ehe erz amt rat weg zug hof ost tor uhr art eid erb gut tee tod ton hut rad
"""
_SHORT_NOUNS = frozenset(_WORDS_SHORT.split())
_WORDS_PREFIXES = """
vor aus in un ver be ge ent er zer ab an auf bei ein mit nach um unter über ueber zu hin her wider gegen zwischen rück
ob dar miss miß los fort weg da durch hinter ober zurück mehr viel wieder ober
"""
_PREFIXES = frozenset(_WORDS_PREFIXES.split())
_WORDS_BEFORE_NOUNS = "neu alt sonder ur nah top öko bio anti neben haupt wieder allein vize ex"
_BEFORE_NOUNS = frozenset(_WORDS_BEFORE_NOUNS.split())
"""What stands before nouns and is no word of the dictionary, or too short a one."""
_FOREIGN = re.compile(r"(?:[aei]|[ek]k)tor(?:s|en)?$|[aeio]meter[ns]?$")
"""Endings of Latin and Greek words, which are no Tor and no Meter: Operator, Parameter."""
_PLURALS = ("e", "er", "en", "n", "")
_VOWELS = (("au", "äu"), ("a", "ä"), ("o", "ö"), ("u", "ü"))
_DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=50_000)
def is_head(token: str, begin: int, head: str) -> bool:
    """Whether a word is a compound of which the part from `begin` is the noun `head`, in some form."""
    before = token[:begin]
    if _FOREIGN.search(token):
        return False
    if (len(fold(before)) < 3 and before.lower() not in _BEFORE_NOUNS) or before.lower() in _PREFIXES - _BEFORE_NOUNS:
        return False
    whole = f"{before}{head.lower()}"
    if _is_another_word(whole, len(fold(before))) or lexicon.lemma(token.lower())[:1].islower():
        return False
    known = lexicon.lemma(lexicon.as_noun(token))
    if known and fold(known) not in (fold(whole), fold(token)):
        return False  # Fahrzeuge are no Zeugen
    return is_modifier(before) and not _ends_in_longer_noun(token, begin) and _declined_alike(before, head)


def _ends_in_longer_noun(token: str, begin: int) -> bool:
    """Whether a compound is parted before its last part begins: Lebens|erhaltung, Schreck|sekunde.

    Not where what stands before that part is a word by itself (Kinder), or the letters between only link the two, or
    make a word with what follows that ends in that part as well (Sicherheits|stadt|rat).
    """
    if _is_noun(token[:begin].lower()):
        return False
    cuts = (cut for cut in range(3, begin) if token[cut:begin] not in _LINKS_FOR_SURE)
    return any(
        (_is_noun(token[cut:].lower()) or lexicon.is_adjective(token[cut:].lower()))
        and is_modifier(token[:cut], 0)
        and not (begin - cut >= 3 and is_modifier(token[cut:begin], 0))
        for cut in cuts
    )


def _is_another_word(word: str, last: int) -> bool:
    """Whether a compound, or one that it ends with, means something else than a kind of its last part.

    `last`: where that part begins in the word's key.
    """
    key, others = fold(word), _others()
    ends = (at for at in range(3, min(last, len(key) - 5)) if key[at:] in others)
    return key in others or any(is_modifier(key[:at]) for at in ends)


@cache
def _others() -> frozenset[str]:
    lines = (_DATA / "other_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=50_000)
def is_modifier(part: str, depth: int = 1) -> bool:
    """Whether the beginning of a compound is a word or a compound, linked or not (`Massenvernichtungs`)."""
    low = part.lower()
    if low in _BEFORE_NOUNS or lexicon.is_adjective(low) or _is_verb_stem(low):
        return True
    nouns = (low.removesuffix(link) for link in _LINKS if low.endswith(link))
    if any(map(_is_noun, nouns)) or any(map(_is_base, (f"{low}e", f"{low.removesuffix('s')}e"))):
        return True
    cuts = range(3, len(low) - 2) if depth else ()
    return any(_is_last(low[cut:]) and is_modifier(low[:cut], 0) and low[:cut] not in _PREFIXES for cut in cuts)


def _is_last(rest: str) -> bool:
    return any(rest.endswith(link) and lexicon.is_noun(rest.removesuffix(link)) for link in ("", "s", "es", "n", "en"))


def _is_noun(low: str) -> bool:
    if len(low) < 4:
        return low in _SHORT_NOUNS
    return lexicon.lemma(low.capitalize())[:1].isupper()


def _is_base(low: str) -> bool:
    """Whether a word that has lost its -e is one in the singular: Schule of Schul-, but no Wale of Wal-."""
    noun = low.capitalize()
    return len(low) >= 4 and lexicon.lemma(noun) == noun


def _is_verb_stem(low: str) -> bool:
    if len(low) < 4 or low in _PREFIXES:
        return False
    return lexicon.is_verb(f"{low}n") if low.endswith("e") else lexicon.is_verb(f"{low}en")


def _declined_alike(before: str, head: str) -> bool:
    """Whether a compound that the dictionary has with a plural has that of its last part."""
    whole = f"{before}{head.lower()}".capitalize()
    known = plurals(whole)
    if not known:
        return True
    return any(f"{before}{form.lower()}".capitalize() in known for form in plurals(head)) or not plurals(head)


@lru_cache(maxsize=10_000)
def plurals(noun: str) -> frozenset[str]:
    """The plurals of a noun that the dictionary has, with other forms that look like one."""
    forms = {noun, *(changed for old, new in _VOWELS if (changed := _last_changed(noun, old, new)))}
    found = (f"{form}{ending}" for form in forms for ending in _PLURALS)
    return frozenset(form for form in found if form != noun and lexicon.lemma(form) == noun)


def _last_changed(noun: str, old: str, new: str) -> str:
    before, there, after = noun.lower().rpartition(old)
    return f"{before}{new}{after}".capitalize() if there else ""
