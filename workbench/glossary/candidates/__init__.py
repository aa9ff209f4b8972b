"""Candidates for the glossary: what a document has that the glossary does not."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.glossary.candidates.candidate import Candidate, Proposal, Reason, as_entry
from workbench.glossary.finding.matcher import Glossary

__all__ = ["Candidate", "Proposal", "Reason", "as_entry", "candidates"]


def candidates(texts: Sequence[str], glossary: Glossary) -> tuple[Candidate, ...]:
    """What the glossary lacks for a document: names, abbreviations and recurring terms, the most useful first.

    `texts`: the German paragraphs, in order. What `glossary` finds is left out, within compounds too; so are bylines,
    photo credits, agencies, dates, addresses. Names and abbreviations come before terms; what is not beyond doubt
    (`sure` is False) after what is. Of these, what the document has more often comes first. Offsets are characters
    into the paragraph. Never raises; the same texts give the same candidates. About 0.1 s for 1,000 words, after a
    second in which the dictionary is read.
    """
    from workbench.glossary.candidates.gather import gathered  # reads lists of names, which nothing else waits for

    return gathered(texts, glossary)
