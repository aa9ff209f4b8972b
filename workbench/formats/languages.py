"""The languages of files: tags as they write them, and that a bilingual one is from German into English."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

English = Literal["en-GB", "en-US"]
"""The English of a text, as BCP 47 names it."""

BRITISH: English = "en-GB"
_ENGLISH = "en"
_TWO_LETTERS = {"deu": "de", "ger": "de", "eng": "en"}


def must_be_german_to_english(source: str, target: str, where: Path) -> None:
    """Raises WorkbenchError where a file says that it is in other languages; what it does not say is taken as right.

    Languages are as BCP 47 or gettext writes them: `de`, `de-AT`, `de_DE`, `DE-DE`; `GERMAN` and the like are not.
    """
    of, into = language(source), language(target)
    if of in ("", "de") and into in ("", _ENGLISH):
        return
    what = f"is for translation from {_named(source)} into {_named(target)}"
    if not source and into != _ENGLISH:
        what = f"is for translation into {_named(target)}"
    raise WorkbenchError(Problem(where, what, "give a file that is from German (de) into English (en)"))


def is_english_to_german(source: str, target: str) -> bool:
    """Whether a file says that it is for translation from English into German; of its source it may say nothing.

    >>> is_english_to_german("en-US", "de_AT"), is_english_to_german("de", "en")
    (True, False)
    """
    return language(source) in ("", _ENGLISH) and language(target) == "de"


def _named(tag: str) -> str:
    return clean_line(tag)[:40] or "an unnamed language"


@lru_cache(maxsize=1_000)
def tag(text: str) -> str:
    """A language tag in one spelling: `de_AT` and `DE-at` are `de-at`, `ger` is `de`."""
    language, *rest = text.strip().replace("_", "-").lower().split("-")
    return "-".join((_TWO_LETTERS.get(language, language), *rest))


def language(text: str) -> str:
    """The language of a tag, without country or script: `de` for `de-AT`."""
    return tag(text).partition("-")[0]


def rank(english: str, wanted: str) -> int:
    """Which English comes first: the wanted one, then English of no country, then any other."""
    return 0 if tag(english) == tag(wanted) else 1 if tag(english) == "en" else 2


def shown(text: str) -> str:
    """A tag as people write it: `en-GB`."""
    spoken, *rest = tag(text).split("-")
    return "-".join((spoken, *(part.upper() if len(part) == 2 else part for part in rest)))
