"""What is done to a German sentence before the package sees it. Every step keeps all character offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.engine.wordlists import GERMAN_IN_HEADLINES
from workbench.glossary import TermHit
from workbench.glossary.finding import lexicon

_PLAIN = str.maketrans(
    {
        **dict(zip("⟦⟧", "[]", strict=True)),
        **dict.fromkeys("„“”‟»«", '"'),
        **dict.fromkeys("‚‘’‛›‹", "'"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003", " "),
    }
)
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?=\sUhr\b)")
_SHOUTED_SHARE = 0.8


def plain_marks(german: str) -> str:
    """„So“ → "So"; no-break and thin spaces → plain ones; 14.30 Uhr → 14:30 Uhr (else 6.00 becomes 6,000).

    The plain signs are what packages know best: with the embedded one, wmt16 sentences with quotation
    marks score 30.2 BLEU written so and 28.1 written „so“.
    """
    return _CLOCK.sub(r"\1:\2", german.translate(_PLAIN))


def is_shouted(german: str) -> bool:
    """Whether a sentence is set in capitals (a headline), not merely full of abbreviations."""
    letters = [letter for letter in german if letter.isalpha()]
    long_words = re.findall(r"[^\W\d_]{4,}", german)
    if len(letters) < 8 or len(long_words) < 2:
        return False
    return sum(letter.isupper() for letter in letters) >= _SHOUTED_SHARE * len(letters)


def calm(german: str, hits: Sequence[TermHit]) -> str:
    """`KRIEG IN DER UKRAINE` → `Krieg in der Ukraine`; glossary hits get the case of their entry."""
    text = list(german)
    for word in re.finditer(r"[^\W\d_]+", german):
        lower = _lower(word.group())
        written = lower if _is_small(lower) else lower[0].upper() + lower[1:]
        text[word.start() : word.end()] = written if len(written) == len(lower) else lower
    for hit in hits:
        for form in hit.entry.de:
            if len(form) <= len(hit.surface) and hit.surface.casefold().startswith(form.casefold()):
                text[hit.start : hit.start + len(form)] = form
                break
    calmed = "".join(text)
    return calmed[:1].upper() + calmed[1:] if len(calmed[:1].upper()) == 1 else calmed


def _is_small(lower: str) -> bool:
    """Whether a word of a headline in capitals has a small letter in a sentence: the dictionary has it so.

    Of two that are alike, an infinitive is the verb (`ziehen`), else it is the noun.
    """
    if lower in GERMAN_IN_HEADLINES:
        return True
    is_noun = lexicon.lemma(lower.capitalize())[:1].isupper()
    return bool(lexicon.lemma(lower)) and (not is_noun or lexicon.is_verb(lower))


def _lower(word: str) -> str:
    """Lower case where that keeps the length (İ would become two characters)."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in word)
