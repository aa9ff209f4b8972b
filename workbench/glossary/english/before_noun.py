"""Whether a name stands before a noun that it belongs to: `the Ukraine war`, but not `the Ukraine wants`."""

from __future__ import annotations

import re

_NEXT = re.compile(r"[ \u00a0]([A-Za-z][A-Za-z-]*)(?!['’]?\w)")
_WORDS_FUNCTION = """
a about above across after again against ago all almost along already also although always am among an and
another any are around as at away back be because been before behind being below between beyond both but by
can cannot could despite did do does during each either else even ever every except few first for from further
had has have he her here hers him his how however if in inside into is it its itself just last later least
less like many may me meanwhile might more most much must my near neither never next no nor not nothing now of
off often on once one only onto or other our out outside over own per quite rather same shall she should since
so some soon still such than that the their them then there therefore these they this those though through
thus till to today together tomorrow too toward towards under unless until up upon us very via was we well
were what when where whether which while who whom whose why will with within without would yesterday yet you
your alone
"""
_FUNCTION = frozenset(_WORDS_FUNCTION.split())
_WORDS_PAST = """
beat became began bought broke brought built came caught chose cut drew drove fell felt fought found gave got
grew held hit hurt kept knew laid lay led left lent let lost made meant met paid put ran read rose said sat
saw sent set shot shut sold sought spent split spoke spread stood struck taught thought threw told took
understood went withdrew won wore wrote
"""
_PAST = frozenset(_WORDS_PAST.split())
"""Past tenses that do not end in -ed."""
_WORDS_PLURALS = """
affairs allies crises debates elections experts forces ministers negotiations observers officials plans
policies politicians positions proposals questions refugees reports sanctions sources summits supporters talks
ties troops wars
"""
_PLURALS = frozenset(_WORDS_PLURALS.split())
_WORDS_SINGULARS = """
access aids business congress crisis news press process status series bus
"""
_SINGULARS = frozenset(_WORDS_SINGULARS.split())


def belongs_to_noun(english: str, end: int) -> bool:
    """Whether the words that end at this offset stand before a noun of theirs (their article is the noun's then).

    A verb after a name ends in -s, -ed or -ing, or is one of the short past tenses; what is none of these, no small
    word of grammar and no adverb in -ly is taken for a noun.

    >>> belongs_to_noun("the Ukraine war", 11), belongs_to_noun("the Ukraine wants peace", 11)
    (True, False)
    """
    found = _NEXT.match(english, end)
    if not found:
        return False
    word = found[1].lower()
    if word in _PLURALS or word in _SINGULARS:
        return True
    return not (word in _FUNCTION or word in _PAST or word.endswith(("s", "ed", "ing", "ly")))
