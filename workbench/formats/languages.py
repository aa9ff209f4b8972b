"""The languages of files: which English is written, and that a bilingual one is from German into English."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

English = Literal["en-GB", "en-US"]
"""The English of a text, as BCP 47 names it."""

BRITISH: English = "en-GB"
_ENGLISH = "en"


def must_be_german_to_english(source: str, target: str, where: Path) -> None:
    """Raises WorkbenchError where a file says that it is in other languages; what it does not say is taken as right.

    Languages are as BCP 47 or gettext writes them: `de`, `de-AT`, `de_DE`, `DE-DE`; `GERMAN` and the like are not.
    """
    of, into = _language(source), _language(target)
    if of in ("", "de") and into in ("", _ENGLISH):
        return
    what = f"is for translation from {_shown(source)} into {_shown(target)}"
    if not source and into != _ENGLISH:
        what = f"is for translation into {_shown(target)}"
    raise WorkbenchError(Problem(where, what, "give a file that is from German (de) into English (en)"))


def _language(tag: str) -> str:
    return tag.strip().lower().replace("_", "-").split("-")[0]


def _shown(tag: str) -> str:
    return clean_line(tag)[:40] or "an unnamed language"
