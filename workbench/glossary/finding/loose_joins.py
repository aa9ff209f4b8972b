"""A blank where the glossary has a hyphen: `Wagner Gruppe`, `UN Sicherheitsrat`; not `weil die EU Sanktionen plant`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.glossary.entry import Kind
from workbench.glossary.finding import lexicon

_OWN_ARTICLE = re.compile(
    r"(?:ukraine|krim|schweiz|tuerkei|slowakei|mongolei|usa|[a-z]+ei|[a-z]+union|arktis|antarktis)$"
)
_WORDS_PREPOSITIONS = """
an auf aus außer bei für gegen gegenüber hinter in mit nach neben seit trotz über unter von vor während wegen zu
zwischen innerhalb außerhalb seitens laut
"""
_PREPOSITIONS = frozenset(_WORDS_PREPOSITIONS.split())
_ARTICLE = re.compile(r"(?:\b(?P<earlier>\w+)\s)?\b(?P<article>[Dd](?:ie|er))\s$")
_NEAR = 60


def may_be_joined(words_there: Sequence[str], first_key: str, before: str, kind: Kind) -> bool:
    """Whether words that a blank parts may be the term that the glossary writes with a hyphen.

    `words_there`: its words as the text has them; `first_key`: the key of the first; `before`: the text before. Both
    begin with a capital. What is no name goes with no article of its own: `die Wagner Gruppe`. Where the first word
    has one (EU, Ukraine, a common noun), an article before them that fits it is its own, and the next a word by
    itself: `in der Ukraine Krieg`, `dass die EU Sanktionen plant`; with the singular of an organisation it is not.
    """
    last = words_there[-1]
    if not all(word[0].isupper() or word[0].isdigit() for word in words_there):
        return False
    if last[0].isdigit() or not _takes_article(words_there[0], first_key):
        return True
    if kind == "organisation" and lexicon.lemma(last) in ("", last):
        return True
    return not _has_its_own_article(before)


def _has_its_own_article(before: str) -> bool:
    """Whether the article at the end of a text may go with a feminine or a plural: `in der`, `dass die`."""
    found = _ARTICLE.search(before[-_NEAR:])
    if not found:
        return False
    earlier = found["earlier"] or ""
    return found["article"].lower() == "die" or earlier.lower() in _PREPOSITIONS or earlier[:1].isupper()


def _takes_article(word: str, key: str) -> bool:
    if word.isupper() and len(word) > 1:
        return True
    return _OWN_ARTICLE.fullmatch(key) is not None or (lexicon.is_noun(word) and not _is_surname_like(word))


def _is_surname_like(word: str) -> bool:
    """Whether a noun is one that names are spelt like: Wagner, Schneider."""
    return word.endswith("er")
