"""What a reader leaves in German though it may be text: told, so that nothing is handed over untranslated unseen."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.text.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_COMMON = lazy_pattern(
    r"\b(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|oder|nicht|ist|sind|war|hat|haben|wird|werden|mit|von"
    r"|vom|zu|zum|zur|im|am|auf|für|über|aus|bei|nach|sich|auch|wie|als|dass|er|sie|es|wir)\b|[äöüß]",
    re.IGNORECASE,
)
_CODE = lazy_pattern(
    r"[{}]|[;=][^\S\n]*$|\w\(|=>|::|^[^\S\n]*(?:#include|import|def|class|return|if|for|while)\b", re.MULTILINE
)
_END = lazy_pattern(r"[.!?…][\"'“”„»«)]*$")


class Left(NamedTuple):
    """Text that stays in German: its line in the file (from 0), and what it is."""

    line: int
    what: str


def is_german_prose(text: str, *, fewest: int = 4) -> bool:
    """Whether a text that a format calls code or data is German sentences all the same.

    It has at least `fewest` words, German ones among them, and does not look like a program.

    >>> is_german_prose("Die Lage an der Grenze ist ruhig."), is_german_prose("for wort in liste: drucke(wort)")
    (True, False)
    """
    words = len(_WORD.findall(text))
    german = len(_COMMON.findall(text))
    return words >= fewest and german * 12 >= words and len(_CODE.findall(text)) * 12 < words


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does.

    >>> is_sentence("„Er kommt.“"), is_sentence("Mehr zum Thema")
    (True, False)
    """
    return _END.search(text) is not None
