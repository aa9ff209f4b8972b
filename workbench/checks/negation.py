"""The check `negation`: what the German denies, the English denies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.translation import ParagraphRecord

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


def negation(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The German says nicht, kein, nie, niemand or weder, and nothing in the English denies anything.

    “Nicht nur” and the like deny nothing. English that denies in another way (fail, refuse, without, un-) is
    enough, so a lost “not” beside another negation is not seen.
    """
    denied = _GERMAN.search(record.german)
    if denied and not _ENGLISH.search(record.english):
        message = f"the German denies (“{denied[0]}”), and nothing in the English does"
        yield Finding("negation", "warning", index, denied[0].lower(), message, german=Span(*denied.span()))
