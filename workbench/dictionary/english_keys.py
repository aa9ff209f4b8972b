"""Under which English words an entry is found, and in which of them a word of a text may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from workbench.dictionary.english_wording import plain_wordings
from workbench.dictionary.line import Segment, Wording, key_of
from workbench.glossary.english.plural import IRREGULAR_PLURALS
from workbench.text.english_verbs import IRREGULAR

WORDS = 3
"""An English wording of more words is found by no word: it explains."""
_COMPARED = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "further": "far", "furthest": "far",
    "less": "little", "least": "little", "more": "much", "most": "much",
}  # fmt: skip
_IN_YING = {"lying": "lie", "dying": "die", "tying": "tie"}
_OF_BE = dict.fromkeys(("am", "is", "are", "was", "were", "been", "being"), "be")
_ENDINGS = (
    ("ies", ("y",)), ("ied", ("y",)), ("ier", ("y",)), ("iest", ("y",)), ("ves", ("f", "fe")), ("ses", ("sis",)),
    ("men", ("man",)), ("s", ("",)), ("es", ("",)), ("ed", ("", "e")), ("ing", ("", "e")), ("er", ("", "e")),
    ("est", ("", "e")),
)  # fmt: skip
_BEHIND_A_VOWEL = ("ed", "ing", "er", "est")
_SHORTEST = 2
"""Letters that an ending leaves at least."""


def keys_of(wording: Wording) -> tuple[str, ...]:
    """What an English wording is found by: in small letters, without “to”, an article, and a preposition at its end.

    >>> keys_of(Wording("to withdraw from", "verb"))
    ('withdraw from', 'withdraw')
    """
    is_verb = wording.text.startswith("to ")
    plain = plain_wordings(wording.text, "verb" if is_verb else wording.kind or "noun")
    return tuple(dict.fromkeys(key for text in plain if len((key := key_of(text)).split()) <= WORDS))


def is_head(segment: Segment) -> bool:
    """Whether a segment has a German word of its own, and not only an inflected form of the line's word."""
    return any(not wording.is_form for wording in segment.german)


def basic_forms(words: str) -> tuple[str, ...]:
    """The forms in which the dictionary may have English words of a text: as they stand, and what they may be forms of.

    Which of them are words is not asked.

    >>> basic_forms("withdrew"), basic_forms("Cities")[:2], "stop" in basic_forms("stopping")
    (('withdrew', 'withdraw'), ('cities', 'city'), True)
    """
    key = key_of(words)
    first, blank, rest = key.partition(" ")
    found = [key, *_irregular().get(key, ())]
    if blank:  # a verb with a particle has its ending at its first word, a noun at its last
        found += [f"{form} {rest}" for form in basic_forms(first)[1:]]
        before, _, last = key.rpartition(" ")
        found += [f"{before} {form}" for form in basic_forms(last)[1:]]
    else:
        found += _regular(key)
    return tuple(dict.fromkeys(found))


def _regular(word: str) -> Iterator[str]:
    """What a word may be a form of by its ending alone."""
    for ending, puts in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST:
            yield from (rest + put for put in puts)
            if ending in _BEHIND_A_VOWEL and (rest[-1:] == rest[-2:-1] or rest.endswith("ck")):
                yield rest[:-1]


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Irregular forms and what they are forms of, verbs first."""
    found: dict[str, dict[str, None]] = {}
    for verb, sets in IRREGULAR.items():
        for form in (form for parts in sets for forms in parts for form in forms):
            found.setdefault(form, {})[verb] = None
    plurals = {more: one for one, more in IRREGULAR_PLURALS.items()}
    for form, word in (_COMPARED | _IN_YING | _OF_BE | plurals).items():
        found.setdefault(form, {})[word] = None
    return {form: tuple(words) for form, words in found.items()}
