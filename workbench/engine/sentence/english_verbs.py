"""Whether an English sentence may have a finite verb: by lists, and by the forms that the dictionaries have."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.engine.sentence.function_words import Kind, is_english_function_word, of_kind
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.text.english_verbs import is_irregular_past
from workbench.text.word_lists import words_of
from workbench.text.words.dictionary import has

_AUXILIARIES = words_of(
    """
    am are is was were be been have has had do does did will would shall should can could may might must cannot
    let lets isn aren wasn weren hasn haven hadn don doesn didn won wouldn shouldn couldn ain ought need needs
    """
)
"""With what is left of them before n’t."""
_IRREGULAR = words_of(
    """
    bade bear bears beats become becomes begin begins bend bind bite blow break breaks breed bring brings build
    builds buy buys catch choose chooses come comes costs cuts die dies draw draws drive drives eat eats fall
    falls feel feels fight fights find finds flee flees flies get gets give gives go goes grow grows hears hits
    hold holds hurts keep keeps know knows lain lays lead leads lend lends lets lie lies lose loses make makes
    mean means meet meets puts reads rebuild rebuilds rise rises run runs say says see seek seeks seen sees sell
    sells send sends sets shake show shows shred sing sings sit sits speak speaks spend spends stand stands
    strike strikes take takes tell tells think thinks throw throws undergo undergoes understand understands
    undertook wear wears win wins withdraw
    """
)
"""Forms of irregular verbs beside their pasts (`is_irregular_past`); some are nouns as well (the cost, a cut)."""
_NAMES = words_of("may will don")
"""Auxiliaries that are names with a capital (on 5 May)."""
_SHORT = ("’re", "’ve", "’ll", "’m", "’d", "n’t")
_SHORT_IS = words_of("it’s he’s she’s that’s there’s here’s what’s who’s where’s how’s")
_BEFORE_NOUNS = words_of("a an the this that these those no every each some any many several few another other such")
_PRONOUNS = words_of("i he she it we you they who which that")
_GOES_ON = re.compile(r"\d|[a-z]+ing$|(?:half|one|two|three|four|five|six|seven|eight|nine|ten)$")
"""Behind “-ed by”: how much, or by doing what (dropped by eight percent, responded by turning it up)."""
_OPENS = frozenset('.?!:;…“”‘"(–—')
"""Behind these a word may have its capital from where it stands."""
_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?|\d+(?:[.,]\d+)*|[^\w\s]")


def may_have_a_verb(english: str) -> bool:
    """Whether some word of an English sentence may be a finite verb; always of a headline Set Like This.

    A word that may be a noun as well counts, but not behind an article, a preposition or ’s, nor does a name (5 May); a
    participle (“released by investigators”, “the released details”) does not count.
    """
    words = _WORD.findall(english.replace("'", "’"))
    return _is_in_title_case(words) or any(_may_be_verb(at, words) for at in range(len(words)))


def _is_in_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _may_be_verb(at: int, words: list[str]) -> bool:
    word, before = words[at].lower(), words[at - 1].lower() if at else ""
    is_name = words[at][0].isupper() and before != "" and before not in _OPENS
    if _is_auxiliary(word) and not (is_name and word in _NAMES):
        return True
    if is_name or not word.isalpha() or _is_small(word) or _wants_a_noun(before):
        return False
    return _is_irregular(word) or _is_finite(word, before, words[at + 1 : at + 3])


def _is_auxiliary(word: str) -> bool:
    return word in _AUXILIARIES or word in _SHORT_IS or word.endswith(_SHORT)


def _is_finite(word: str, before: str, after: list[str]) -> bool:
    return is_form_of_a_verb(word) and (before in _PRONOUNS or not _is_participle(word, after))


def _is_small(word: str) -> bool:
    return is_english_function_word(word) or word in ENGLISH_SMALL_WORDS


def _wants_a_noun(before: str) -> bool:
    if before in _BEFORE_NOUNS or before.endswith(("’s", "s’", "’")):
        return True
    kinds: tuple[Kind, ...] = ("article", "preposition", "possessive")
    return before not in _PRONOUNS and any(of_kind(before, kind) for kind in kinds)


def _is_participle(word: str, after: list[str]) -> bool:
    return word.endswith("ed") and after[:1] == ["by"] and not (after[1:] and _GOES_ON.match(after[1].lower()))


def is_irregular_form(word: str) -> bool:
    """Whether a word is an auxiliary or a form of an irregular verb (`met`, `fled`, `beats`)."""
    low = word.lower()
    return low in _AUXILIARIES or _is_irregular(low)


def _is_irregular(word: str) -> bool:
    return word in _IRREGULAR or is_irregular_past(word)


@lru_cache(maxsize=20_000)
def is_form_of_a_verb(word: str) -> bool:
    """Whether a small word may be the present or past of a regular verb: the dictionaries have its other forms."""
    if word.endswith("ed"):
        return not has(word) or any(len(base) > 2 and has(base) for base in _bases_of_past(word))
    bases = [word]
    if word.endswith("s") and not word.endswith("ss"):
        bases = [word[:-1]]
        if word.endswith("ies"):
            bases.append(f"{word[:-3]}y")
        elif word.endswith("es"):
            bases.append(word[:-2])
    return any(_is_verb(base) for base in bases)


def _bases_of_past(word: str) -> tuple[str, ...]:
    """What a word in -ed may be the past of; hundred and sacred are of nothing."""
    stem = word[:-2]
    return (
        stem,
        word[:-1],
        f"{stem[:-1]}y" if stem.endswith("i") else "",
        stem[:-1] if stem[-2:-1] == stem[-1:] else "",
    )


def _is_verb(base: str) -> bool:
    if len(base) < 3:
        return False
    stems = (base[:-1] if base.endswith("e") else base, base + base[-1])
    if base.endswith("y") and has(f"{base[:-1]}ied"):
        return has(f"{base}ing")
    return any(has(f"{stem}ing") and has(f"{stem}ed") for stem in stems)
