"""Whether a text denies anything: the one German word that does, or anything in English that may."""

from __future__ import annotations

import re

from workbench.text.span import Span

_GERMAN = re.compile(
    r"\b(?:nicht(?!\s+(?:nur|zuletzt|selten|umsonst|wenige?r?n?|allein|bloß|lediglich))"
    r"|kein(?:e|en|em|er|es|erlei|eswegs)?|nie|niemals|niemand(?:en|em)?|nirgends|nirgendwo|weder)\b(?![-–])",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"n['’]t\b|\b(?:not|no|non|nor|never|none|nobody|nothing|nowhere|neither|cannot|cant|dont|without|nil|zero|"
    r"hardly|barely|scarcely|rarely|seldom|few|fewer|less|unless|until|instead|rather|except|far from|out of|"
    r"other than|apart|short of|yet to|too|only|"
    r"miss\w*|fail\w*|refus\w*|reject\w*|lack\w*|absen\w*|den(?:y|ie[sd]|ial)|"
    r"avoid\w*|prevent\w*|stop\w*|ceas\w*|forbid\w*|forbade|bans?|banned|prohibit\w*|exclud\w*|exempt\w*|"
    r"ignor\w*|neglect\w*|oppos\w*|doubt\w*|wrong\w*|false\w*|contrary|despite|reluctan\w*|declin\w*|"
    r"withh[eo]ld\w*|omit\w*|vain|barred|otherwise|devoid|abstain\w*|escap\w*|los(?:e|t|ing|es)|regardless|"
    r"un(?!der|ion|it|iv|iform|iqu|til|ified|ilat|cle\b)[a-z]{3,}|non-?\w+|in(?:ability|acc|adeq|capa|comp|cons|corr|"
    r"def|dis|eff|equ|expl|suff|val|vis|vol)\w*|imposs\w*|imperm\w*|improb\w*|immob\w*|irr\w+|il(?:leg|lic|log)\w*|"
    r"dis(?!trict|cuss|play|tanc|tribut)\w{4,}|mis\w{4,}|\w+less(?:ly|ness)?)\b",
    re.IGNORECASE,
)


def denial(german: str) -> Span | None:
    """The first nicht, kein, nie, niemand, nirgends or weder; none of “nicht nur” and the like, which deny nothing."""
    found = _GERMAN.search(german)
    return Span(*found.span()) if found else None


def may_deny(english: str) -> bool:
    """Whether anything in the English denies, in whatever way: not, fail, refuse, without, un-."""
    return _ENGLISH.search(english) is not None
