"""Whether a German name looks like one that came from Russian, Ukrainian or Belarusian: by its letters."""

from __future__ import annotations

import math
import re

from workbench.glossary.romanisation.known import LANGUAGES, Language
from workbench.glossary.romanisation.reading import chance_elsewhere, chance_in

PRIOR = math.log(0.33 / 0.67)
"""Of the names in the news from eastern Europe, about one in three came from Cyrillic."""

FOREIGN = math.log(1 / 400)
"""How many people with a Russian, Ukrainian or Belarusian given name have a surname that looks like none of these."""

MOST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAME = re.compile(rf"{_WORD.pattern}(?:(?: +|-){_WORD.pattern})*")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, hyphens and spaces apart; () for what is no name: too long, digits, a small letter first."""
    if not _NAME.fullmatch(name):
        return ()
    words = tuple(_WORD.findall(name))
    return words if len(words) <= MOST_WORDS and all(word[0].isupper() for word in words) else ()


def is_from_cyrillic(name: str) -> float:
    """How likely a German name came from Russian, Ukrainian or Belarusian, from 0 to 1.

    `name`: one word or several; all of them are weighed together. A name with letters that no transcription has
    (ä, ö, ü, ß, q, é …) is 0. Method: naive Bayes, the letters of names in each language against those of German,
    Polish, English … names (see `letters`).

    >>> is_from_cyrillic("Sachartschenko") > 0.9, is_from_cyrillic("Schröder") < 0.1
    (True, True)
    """
    words = words_of(name)
    if not words:
        return 0.0
    inside = [sum(_chance_beside(word, language, words) for word in words) for language in LANGUAGES]
    best = max(inside)
    if best == -math.inf:
        return 0.0
    cyrillic = best + math.log(sum(math.exp(chance - best) for chance in inside))
    odds = cyrillic - sum(map(chance_elsewhere, words)) + PRIOR
    return 1 / (1 + math.exp(-odds)) if odds > -500 else 0.0


def _chance_beside(word: str, language: Language, words: tuple[str, ...]) -> float:
    """The chance of a word in a language; beside another word (Wassili) it may look foreign (Grossman)."""
    chance = chance_in(word, language)
    if len(words) == 1 or chance == -math.inf:
        return chance
    return max(chance, chance_elsewhere(word) + FOREIGN)
