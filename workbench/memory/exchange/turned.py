"""Whether what should be German is English and the other way round, told by the small words of both."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.text.language import other_language

TURNED = "say --swap, if the columns are the other way round; or name them in a first line: de, en"
"""What to do about a table that is."""
_GERMAN = re.compile(
    r"\b(?:der|das|dem|und|ist|nicht|ein|eine[mnrs]?|von|mit|für|auf|zu[mr]|im|sich|auch|wird|sind|er|sie|es|wir)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|is|are|was|were|with|that|this|not|by|from|has|have|it|he|she|they|we)\b", re.IGNORECASE
)
_SURE = 2
_SAMPLE = 20_000


def must_be_german(german: str, english: str, where: Path, mend: str) -> None:
    """Raise WorkbenchError, with `mend`, for a column, or a side of a file, that is surely not German.

    `german`, `english`: what should be, or the beginning of it.

    >>> must_be_german("Das Haus ist rot.", "The house is red.", Path("a.tsv"), "say --swap")
    >>> must_be_german("The house is red.", "Das Haus ist rot.", Path("a.tsv"), "say --swap")
    Traceback (most recent call last):
    workbench.problem.WorkbenchError: a.tsv: the German column looks English – say --swap
    """
    is_turned = _leaning(german) <= -_SURE and _leaning(english) >= _SURE
    if language := "English" if is_turned else other_language(german):
        raise WorkbenchError(Problem(where, f"the German column looks {language}", mend))


def _leaning(text: str) -> int:
    """How many more German small words than English ones a text has."""
    sample = text[:_SAMPLE]
    return len(_GERMAN.findall(sample)) - len(_ENGLISH.findall(sample))
