"""Whether a name stands before a noun that it belongs to: `the Ukraine war`, but not `the Ukraine wants`."""

from __future__ import annotations

import re

from workbench.text.lazy_pattern import lazy_pattern

_NEXT = lazy_pattern(r"\s[“‘\"']?(?P<word>[A-Za-z][A-Za-z-]*)(?!['’]?\w)")
_COMPOUND = lazy_pattern(r"[-\u2010\u2011/][A-Za-z]")
_FIGURE = lazy_pattern(
    r"\s[€$£]?\d[\d.,]*(?:-?(?:million|billion|trillion|bn|m)\b)?(?:[ -](?:million|billion|trillion))?(?![\w:–-])"
)
_BESIDE = lazy_pattern(
    r"(?:(?:, [A-Z][\w-]*)*,? (?:and|or)|(?:, [A-Z][\w-]*)+,? (?:and|or)) (?:[A-Z][\w-]* )*[A-Z][\w-]*"
)
_ALL_ALONG = lazy_pattern(r"\b(?:during|amid|amidst|throughout) (?:the )?$", re.IGNORECASE)
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
appears becomes gets keeps looks remains seems sounds stays
"""
_FUNCTION = frozenset(_WORDS_FUNCTION.split())
_WORDS_PAST = """
arose ate awoke bade beat became began bled bore bought bred broke brought built came caught chose clung crept cut
dealt drank drew drove dug fed fell felt fled flew forbade foresaw forgave forgot fought found froze gave got grew
held hid hit hung hurt kept knew laid lay leapt led left lent let lit lost made meant met overcame overtook
overthrew paid put ran rang read rode rose said sang sank sat saw sent set shook shone shot shrank shut slept slid
sold sought spat sped spent split spoke sprang spread spun stood stole strode struck stuck stung swam swept swore
swung taught thought threw told took tore undertook understood underwent upheld went wept withdrew withheld
withstood woke won wore wove wrote
"""
_PAST = frozenset(_WORDS_PAST.split())
"""Past tenses that do not end in -ed."""
_WORDS_PLURALS = """
affairs allies armies battles borders campaigns children conferences conflicts coverage crises deals decisions
deliveries delegates diplomats donations elections envoys events experts fighters governments groups guarantees
headlines invasions issues leaders maps ministers missions negotiations negotiators observers officials operations
people policies politicians pledges positions proposals refugees resolutions sanctions shipments soldiers
specialists statements strategies subsidies summits supporters tensions ties topics troops victims volunteers wars
weapons
"""
_PLURALS = frozenset(_WORDS_PLURALS.split())
_WORDS_EITHER = """
aims attacks bets calls claims costs cuts debates fears files focuses forces gains grants hopes launches limits
links loans looks losses moves needs notes offers orders plans polls promises protests questions reports requests
risks sources stands steps strikes talks tests threats trades tries views votes warnings wins
"""
_EITHER = frozenset(_WORDS_EITHER.split())
"""Plurals that may be verbs as well."""
_OF_NOUNS = ("ities", "ists", "isms", "ships", "ations", "nesses")
_WORDS_SINGULARS = """
access aids business congress crisis news press process status series bus
ally assembly family monopoly rally supply tally
bombing briefing crossing fighting financing funding hearing meeting posting ruling shelling spending training
"""
_SINGULARS = frozenset(_WORDS_SINGULARS.split())
"""Nouns that end as verbs and adverbs do."""
_WORDS_FINITE = """
are were have had will would can could may might must shall should do did is was has does
remain continue persist matter
"""
_FINITE = frozenset(_WORDS_FINITE.split())
"""Verbs before which a word in -s is their subject, and no verb itself."""
_LEADS_OBJECT = frozenset({"a", "an", "the", "its", "that", "to", "this", "these", "more", "no", "it", "them", "all"})
_COUNTED = frozenset({"people", "men", "women", "children", "soldiers", "civilians", "percent", "per"})


def belongs_to_noun(english: str, start: int, end: int) -> bool:
    """Whether the name in `english[start:end]` stands before a noun, whose the article is then.

    It does in a compound (`the Ukraine-Russia talks`), before figures of a noun (`the Ukraine 2023 budget`), beside
    another name that does (`the Ukraine and Gaza wars`), and before what is no verb: verbs end in -s, -ed or -ing, or
    are one of the short past tenses, and a word in -s before another verb is a noun (`the Ukraine flags were`). What is
    none of these, no small word of grammar and no adverb in -ly is taken for a noun.

    >>> belongs_to_noun("the Ukraine war", 4, 11), belongs_to_noun("the Ukraine wants peace", 4, 11)
    (True, False)
    """
    if _COMPOUND.match(english, end):
        return True
    if figure := _FIGURE.match(english, end):
        return _is_one(english, figure.end())
    if beside := _BESIDE.match(english, end):
        return belongs_to_noun(english, beside.start(), beside.end())
    found = _NEXT.match(english, end)
    return found is not None and _is_noun(found["word"].lower(), english, start, found.end())


def _is_noun(word: str, english: str, start: int, end: int) -> bool:
    """Whether the word that ends there, behind a name that begins at `start`, is a noun."""
    if word in _EITHER:
        return not _has_object(english, end)
    if word in _PLURALS | _SINGULARS or word.endswith(_OF_NOUNS):
        return True
    if word in _FUNCTION | _PAST or word.endswith(("ed", "ing", "ly")):
        return False
    return not word.endswith("s") or _is_subject(english, end) or bool(_ALL_ALONG.search(english[:start]))


def _is_one(english: str, end: int) -> bool:
    """Whether what stands behind figures is a noun in the singular: then the figures are part of its name."""
    word = _next(english, end)
    return bool(word) and word not in _FUNCTION | _PAST | _COUNTED and not word.endswith(("s", "ed", "ing"))


def _is_subject(english: str, end: int) -> bool:
    """Whether a verb stands behind a word in -s."""
    word = _next(english, end)
    return word in _FINITE | _PAST or word.endswith("ed")


def _has_object(english: str, end: int) -> bool:
    """Whether what may be a verb has an object behind it, or something to do (`the Ukraine plans to join`)."""
    word = _next(english, end)
    if word in _LEADS_OBJECT:
        return True
    return bool(word) and word not in _FUNCTION | _FINITE | _PAST and not word.endswith(("ed", "ly"))


def _next(english: str, end: int) -> str:
    """The next word in small letters; "" where none follows at once."""
    found = _NEXT.match(english, end)
    return found["word"].lower() if found else ""
