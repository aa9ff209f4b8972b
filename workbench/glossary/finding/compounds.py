"""Closed compounds: `Kremlsprecher` has Kreml in it, `Nordukraine` the Ukraine, `Bernstein` no Bern."""

from __future__ import annotations

import re

from workbench.glossary.entry import Kind, TermHit
from workbench.glossary.finding import lexicon
from workbench.glossary.finding.folding import fold, raw_end
from workbench.glossary.finding.heads import is_head
from workbench.glossary.finding.inflection import FormWord

SHORTEST_NAME, SHORTEST_TERM, SHORTEST_HEAD = 4, 8, 3
"""Letters a name, or a common noun, must have to be looked for inside another word; a noun at its end (see `heads`)."""

_LINKS = ("", "s", "es", "n", "en")
_STANCE = re.compile(
    r"(?:nah|treu|kritisch|freundlich|feindlich|hoerig|staemmig|gesteuert|gestuetzt|loyal|skeptisch|gefuehrt)"
    r"(?:e|en|er|es|em)?$"
)
_DIRECTION = re.compile(r"(?:nord|sued)?(?:ost|west)|nord|sued|zentral|mittel|gesamt")
_LAST_VOWEL = re.compile(r"(.*?)(au|(?<!a)[aou](?![eu]))([^aeiou]+(?:e[lnr]?)?)")
_OFFICE = re.compile(r"vize|ex|bundes|landes")


def may_be_first(term: FormWord, kind: Kind) -> bool:
    """Whether a glossary's word is looked for at the beginning of other words."""
    return term.case == "capital" and len(term.text) >= (SHORTEST_TERM if kind == "term" else SHORTEST_NAME)


def may_be_second(term: FormWord, kind: Kind) -> bool:
    """Whether a glossary's word is looked for at the end of other words."""
    if term.case != "capital" or kind == "person" or term.pattern == "abbreviation":
        return False
    shortest = {"place": SHORTEST_NAME, "term": SHORTEST_HEAD}.get(kind, SHORTEST_TERM)
    return len(term.text) >= shortest


def is_short_head(hit: TermHit, german: str) -> bool:
    """Whether a hit in a German text is a short noun at the end of a compound, written as one word: Bundesland.

    Such a compound may have an English of its own (federal state), in which the entry's (country) need not be.
    """
    inside = hit.start > 0 and german[hit.start - 1].isalpha()
    return inside and hit.entry.kind == "term" and any(len(form) < SHORTEST_TERM for form in hit.entry.de)


def with_umlaut(begin: str) -> tuple[str, ...]:
    """What a word that begins so may begin with in the plural: rat, raet."""
    found = _LAST_VOWEL.fullmatch(begin)
    if not found:
        return ()
    return (found[1] + {"au": "aeu", "a": "ae", "o": "oe", "u": "ue"}[found[2]] + found[3],)


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


def is_second_part(token: str, begin: int, term: FormWord, kind: Kind) -> bool:
    """Whether a glossary's word, at the end of another one from `begin`, is a compound's second part.

    A place may follow a direction (`Nordukraine`), a noun any other word (`Klimaabkommen`, `Vizepräsident`); for a
    short noun `heads` has a stricter rule.
    """
    before = token[:begin]
    key = fold(before)
    if kind == "place":
        return _DIRECTION.fullmatch(key) is not None
    if not before[0].isupper():
        return False
    if len(term.text) < SHORTEST_TERM:
        return is_head(token, begin, term.text)
    if _OFFICE.fullmatch(key):
        return True
    return lexicon.is_first_part(before)
