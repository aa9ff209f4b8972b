"""Whether a number or quantity before a German noun counts it, or is a year, a date, somebody's age."""

from __future__ import annotations

import re
from collections.abc import Sequence

SURE = 5.0
"""Evidence that leaves no doubt: above zero for several, below for one."""

_PERHAPS = 1.9
"""Evidence that the package outweighs easily; with that of a weak ending (`mehr Willen`) it is short of SURE."""
_MANY = re.compile(
    r"(?:viel|mehrer|einig|zahlreich|beid|sämtlich|etlich|all|verschieden|unzählig|zahllos|zwei|drei)(?:e|er|en)"
    r"|(?:wenig|manch)en?|hunderte|tausende|dutzende|millionen|milliarden|paar"
)
_MUCH_OR_MANY = re.compile(r"mehr|weniger|genug|mancher")
"""What stands before things that are counted and before what is not: `mehr Lehrer`, `mehr Vertrauen`."""
_NUMBER = re.compile(
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|elf|zwölf|(?!jahr)\w*(?:zehn|hundert|tausend|dreißig)|dutzend"
    r"|\w*(?:zwan|vier|fünf|sech|sieb|acht|neun)zig|(?!1\b)\d[\d.,]*"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_NO_MORE = re.compile(r"nicht|nie|niemals|kaum|keine?[mnrs]?|nichts|niemand\w*|nimmer|längst")
_ENOUGH = re.compile(r"lange|oft|früh|spät|gut|alt|jung|groß|schnell|weit|hart")
"""What `genug` belongs to where it stands behind it."""
_ABOUT = re.compile(
    r"rund|etwa|über|knapp|fast|mindestens|wenigstens|ungefähr|circa|ca|gut|insgesamt|genau|exakt|höchstens|maximal"
    r"|weitere[nr]?|andere[nr]?|ersten|letzten"
)
_TWO_ABOUT = (("mehr", "als"), ("bis", "zu"), ("ca", "."))
_OF_SEVERAL = re.compile(r"(?:d|dies|jen|welch|solch|[kms]ein|ihr|unse?r|eue?r)(?:ie|e|en|er)")
_DATIVE = frozenset(["mit", "von", "bei", "nach", "seit", "aus"])
_WITH_A_NUMBER = frozenset(["mit", "ohne", "für", "durch"])
"""Prepositions behind which a number is no year."""
_PARTICIPLE_AFTER = re.compile(r"\s+(?:gewordene|gewesene|gebliebene|genannte|[a-zäöüß]+nde)[nrsm]?\b")
"""Of verbs with a bare noun beside them (`der 2014 Minister gewordene Mann`), and what no past tense looks like."""


def counted(words: Sequence[str], after: str, *, takes_n: bool) -> float | None:
    """How far the last of these German words says that the noun it goes with is several; None where it is no number.

    `words` and signs stand before the noun, `after` behind it; `takes_n`: it would have an n as a dative plural, which
    it lacks (`Minister`), so that `mit 35 Minister` is an age. 0 for a number that says nothing of the noun: `wurde
    2014 Minister`, `am 5.6.14 Minister`, `nicht mehr Minister`.
    """
    low, before = words[-1].lower(), words[-2].lower() if len(words) > 1 else ""
    if _MANY.fullmatch(low):
        return SURE
    if _MUCH_OR_MANY.fullmatch(low):
        is_adverb = (_ENOUGH if low == "genug" else _NO_MORE).fullmatch(before)
        return 0.0 if is_adverb else _PERHAPS
    if not _NUMBER.fullmatch(low):
        return None
    if _is_in_a_date(words) or (takes_n and before in _DATIVE):
        return 0.0
    return _year(words, after) if _YEAR.fullmatch(low) else SURE


def _is_in_a_date(words: Sequence[str]) -> bool:
    """Whether a number is the end of a date, a time or a score: `5.6.14`, `2014/15`, `3:2`; not `15.000`."""
    if len(words) < 3 or not words[-3].isdigit() or words[-2] not in ".:/":
        return False
    return words[-2] != "." or len(words[-1]) != 3


def _year(words: Sequence[str], after: str) -> float:
    """What a number says that may be a year: `rund 2000 Lehrer`, `die 1800 Lehrer`, but `der 2014 Lehrer wurde`."""
    two_before, before = (["", ""] + [word.lower() for word in words[:-1]])[-2:]
    if _ABOUT.fullmatch(before) or before in _WITH_A_NUMBER or (two_before, before) in _TWO_ABOUT:
        return SURE
    if _OF_SEVERAL.fullmatch(before):
        return 0.0 if two_before == "," or _PARTICIPLE_AFTER.match(after) else SURE
    is_verb = before == "sind" or (before.endswith("en") and words[-2] == before)
    if is_verb:  # `Es kamen`: the subject comes, and is several
        return SURE if two_before == "es" else _PERHAPS
    return 0.0
