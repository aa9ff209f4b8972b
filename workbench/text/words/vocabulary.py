"""The English words that count as words: those of a dialect's dictionaries, and a project's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from workbench.text.words.dictionary import Dialect
from workbench.text.words.english import Unknown, unknown_words

_HYPHENS = re.compile("[-\u2010\u2011]")


@dataclass(frozen=True)
class Vocabulary:
    """What is spelt right: the words of a dialect (“both”, “british”, “american”), and others of one's own.

    An own word may stand with a capital or in capitals as well; one that has capitals needs them. A possessive ’s is
    no other word.
    """

    own: frozenset[str] = frozenset()
    dialect: Dialect = "both"

    @cached_property
    def _own_forms(self) -> frozenset[str]:
        return frozenset(form for word in self.own for form in forms_of(word))

    def beside(self, other: Vocabulary | None) -> frozenset[str] | None:
        """The words in which it differs from another vocabulary, part by part; None where it differs in more."""
        if other is None or other.dialect != self.dialect:
            return None
        return frozenset(part for word in self.own ^ other.own for part in parts_of(word))

    def unknown(self, english: str) -> tuple[Unknown, ...]:
        """The words of an English text that are none of these, in text order (see `unknown_words`)."""
        unknown = unknown_words(english, self.dialect)
        if not unknown or not self.own:
            return unknown
        return tuple(each for each in unknown if each.word.replace("’", "'") not in self._own_forms)


def forms_of(word: str) -> Iterable[str]:
    """How a word of one's own may stand in a text; of a compound with hyphens, its parts one by one."""
    for part in parts_of(word):
        plain = part.replace("’", "'")
        yield from (plain, plain.upper(), plain[:1].upper() + plain[1:])


def parts_of(word: str) -> list[str]:
    """The parts of a compound with hyphens.

    >>> parts_of("Siloviki-Clan")
    ['Siloviki', 'Clan']
    """
    return [part for part in _HYPHENS.split(word) if part]
