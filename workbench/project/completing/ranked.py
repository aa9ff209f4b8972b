"""What may follow the cursor, the best first: from terms, memories and draft, and from the package if it was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from workbench.project.completing.from_terms import from_terms
from workbench.project.completing.from_versions import Followed, from_versions
from workbench.project.completing.suggestion import Suggestion
from workbench.project.completing.writing import Known, Writing

SURE = 2
"""Words before the cursor that have to be the same as in a draft for what follows there to come before all others."""
_WORDS = re.compile(r"\w+")


def suggestions(writing: Writing, known: Known, ways: Sequence[str] = ()) -> tuple[Suggestion, ...]:
    """What may follow, the best first, each as far as it does not stand behind the cursor already, none twice.

    What follows in a draft or an offer whose words before the place are the same, then the rest of a term, then the
    package's `ways` (whole Englishes of the sentence), then what follows in a draft that is less like it.
    """
    if writing.behind[:1].isalnum():
        return ()  # inside of a word
    followed = list(from_versions(writing, known))
    sure = [one.suggestion for one in followed if _is_sure(one, writing)]
    others = [one.suggestion for one in followed if one.run or len(writing.half) > 1]
    found = (*sure, *from_terms(writing, known), *from_ways(writing, ways), *others)
    return tuple(_only_new(found, writing.behind))


def from_ways(writing: Writing, ways: Iterable[str]) -> Iterator[Suggestion]:
    """What follows in whole Englishes that begin with what was typed."""
    for whole in ways:
        if whole.startswith(writing.english) and whole != writing.english:
            yield Suggestion(whole[len(writing.english) :], "package")


def _is_sure(followed: Followed, writing: Writing) -> bool:
    return followed.run >= min(SURE, len(writing.words))


def _only_new(found: Iterable[Suggestion], behind: str) -> Iterator[Suggestion]:
    told = set[str]()
    for one in found:
        text = _up_to(one.text, behind)
        if text.strip() and text not in told:
            told.add(text)
            yield Suggestion(text, one.source)


def _up_to(text: str, behind: str) -> str:
    """A suggestion up to the place where two words of what stands behind follow (one, where that is all)."""
    words = _WORDS.findall(behind[:200])[:2]
    if not words:
        return text
    met = re.search(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b", text, re.IGNORECASE)
    return text[: met.start()].rstrip() if met else text
