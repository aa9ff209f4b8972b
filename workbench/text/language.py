"""Whether a text is German, asked before it is drafted with a German model; and whether one is English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENOUGH_LETTERS = 150
SURE = 0.99
SAMPLE = 20_000

_LANGUAGES = {
    "de": "German",
    "en": "English",
    "fr": "French",
    "nl": "Dutch",
    "it": "Italian",
    "es": "Spanish",
    "pt": "Portuguese",
    "pl": "Polish",
    "cs": "Czech",
    "lt": "Lithuanian",
    "da": "Danish",
    "sv": "Swedish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "be": "Belarusian",
    "tr": "Turkish",
}
# Frequent words that no neighbour of German writes so (not "die", "in", "der", "den").
_GERMAN_WORD = re.compile(
    r"\b(?:und|nicht|ist|das|dem|mit|auf|für|sich|eine[mnr]?|auch|wird|werden|wurde|sind|haben|von|bei|nach|dass"
    r"|aus|zu[mr]|durch|über|vor|aber|oder|noch|wie|nur|sie|ich|wir|ihr|seine)\b",
    re.IGNORECASE,
)
_PLAINLY_GERMAN = 0.08
_ENOUGH_GERMAN = 4
_WORD = re.compile(r"[^\W\d_]+")


def other_language(text: str) -> str | None:
    """Return the English name of the language `text` is in, if that is surely not German; else None.

    In doubt the answer is None: for too few words (a headline), for a text with some German in it (8 % of
    its small words are frequent German ones; in a German text it is about 30 %), and where the guess is not
    certain. Capitalised words are left out, so that a list of Slavic names is not taken for Polish.
    The guess is py3langid's, among sixteen languages; only the first 20,000 characters are looked at.
    """
    sample = text[:SAMPLE]
    words = [word for word in _WORD.findall(sample) if not word[0].isupper()]
    if sum(map(len, words)) < ENOUGH_LETTERS:
        return None
    # Most texts are answered here: loading the identifier takes most of a second.
    if len(_GERMAN_WORD.findall(sample)) >= _PLAINLY_GERMAN * len(words):
        return None
    return _told(words, "de")


def other_than_english(text: str) -> str | None:
    """The same for what is to be English; what is plainly German is told of a few words, too."""
    sample = text[:SAMPLE]
    words = [word for word in _WORD.findall(sample) if not word[0].isupper()]
    if len(_GERMAN_WORD.findall(sample)) >= max(_ENOUGH_GERMAN, 2 * _PLAINLY_GERMAN * len(words)):
        return "German"
    return None if sum(map(len, words)) < ENOUGH_LETTERS else _told(words, "en")


def _told(words: Sequence[str], wanted: str) -> str | None:
    language, confidence = _identifier().classify(" ".join(words))
    return None if language == wanted or confidence < SURE else _LANGUAGES[language]


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
