"""Closed compounds: `Kremlsprecher` has Kreml in it, `Nordukraine` the Ukraine, `Bernstein` no Bern."""

from __future__ import annotations

import re

from workbench.glossary.entry import Kind
from workbench.glossary.finding import lexicon
from workbench.glossary.finding.folding import fold, raw_end
from workbench.glossary.finding.inflection import FormWord

SHORTEST_NAME, SHORTEST_TERM = 4, 8
"""Letters a name, or a common noun, must have to be looked for inside another word."""

_LINKS = ("", "s", "es", "n", "en")
_STANCE = re.compile(
    r"(?:nah|treu|kritisch|freundlich|feindlich|hoerig|staemmig|gesteuert|gestuetzt|loyal|skeptisch|gefuehrt)"
    r"(?:e|en|er|es|em)?$"
)
_DIRECTION = re.compile(r"(?:nord|sued)?(?:ost|west)|nord|sued|zentral|mittel|gesamt")
_OFFICE = re.compile(r"vize|ex|bundes|landes")


def may_be_first(term: FormWord, kind: Kind) -> bool:
    """Whether a glossary's word is looked for at the beginning of other words."""
    return term.case == "capital" and len(term.text) >= (SHORTEST_TERM if kind == "term" else SHORTEST_NAME)


def may_be_second(term: FormWord, kind: Kind) -> bool:
    """Whether a glossary's word is looked for at the end of other words."""
    return kind == "place" or (kind != "person" and len(term.text) >= SHORTEST_TERM)


def is_first_part(word: str, key: str, own: str, kind: Kind) -> bool:
    """Whether `word`, with the key `key`, is a compound whose first part is the glossary's word with the key `own`."""
    end = raw_end(word, key, len(own))
    if not end:
        return False
    for link in _LINKS if kind in ("organisation", "term") else ("",):
        if word[end:].casefold().startswith(link):
            rest = word[end + len(link) :]
            if _STANCE.match(fold(rest)):
                return True
            if word[0].islower() and lexicon.is_adjective(rest):
                return not lexicon.lemma(word) and not lexicon.lemma(word[:end])  # kleingeistig has no Klein
            if word[0].isupper() and lexicon.is_noun(rest):
                return not _is_a_word_of_its_own(word, word[:end], kind)
    return False


def without_link(rest: str) -> str:
    """What follows a compound's first part, without the letters that only join the two.

    `swahl` (of Bundestagswahl) → `wahl`, `s-Wahl` → `-Wahl`; as it is where no word is left that way (`schutz`).
    """
    for link in _LINKS:
        word = rest[len(link) :]
        if not rest.startswith(link):
            continue
        if word[:1] == "-" or _STANCE.match(fold(word)) or lexicon.is_noun(word) or lexicon.is_adjective(word):
            return word
    return rest


def _is_a_word_of_its_own(word: str, name: str, kind: Kind) -> bool:
    """Whether a compound has in it the word that a name is spelt like, not the name: Kohlsuppe, Fischerboot."""
    if kind == "person":
        return lexicon.is_known(name) and (len(name) < 6 or lexicon.is_known(word))
    return kind == "place" and lexicon.is_verb(name) and lexicon.is_known(word)


def is_second_part(before: str, kind: Kind) -> bool:
    """Whether a glossary's word at the end of another one, after the letters `before`, is a compound's second part.

    A place may follow a direction (`Nordukraine`), a longer noun any other word (`Klimaabkommen`, `Vizepräsident`).
    """
    key = fold(before)
    if kind == "place":
        return _DIRECTION.fullmatch(key) is not None
    return before[0].isupper() and (_OFFICE.fullmatch(key) is not None or lexicon.is_first_part(before))
