"""What a reviewer put in the place of other words, as an entry of the glossary: the old English is to be avoided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.glossary import Entry, judge
from workbench.project.project import Project
from workbench.project.review.merging import Correction
from workbench.text import Span, clean_line
from workbench.text.differences import word_diff

_MARKS = " \t\n.,;:!?…\"'“”‘’()[]–—-"
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words of an English text (`cut`, at `place`) and what a reviewer put there (`put`)."""

    cut: str
    put: str
    place: Span


@dataclass(frozen=True, slots=True)
class TermOffered:
    """An entry that a correction suggests; `old` is the glossary's own that it would take the place of, if one is."""

    new: Entry
    old: Entry | None = None


def replaced(correction: Correction) -> tuple[Replaced, ...]:
    """The words that were replaced by others, without the articles and marks around them."""
    return tuple(_replaced(correction))


def _replaced(correction: Correction) -> Iterator[Replaced]:
    at = 0
    parts = word_diff(correction.now.text, correction.theirs.text)
    for part, following in pairwise((*parts, None)):
        if part is None or part.kind == "put":
            continue
        if part.kind == "cut" and following is not None and following.kind == "put":
            cut, put = _bare(part.text), _bare(following.text)
            if cut and put and cut != put:
                start = at + part.text.index(cut)
                yield Replaced(clean_line(cut), clean_line(put), Span(start, start + len(cut)))
        at = at + len(part.text) if part.kind == "cut" else correction.now.text.index(part.text, at) + len(part.text)


def _bare(words: str) -> str:
    bare = words.strip(_MARKS)
    return bare[found.end() :] if (found := _ARTICLE.match(bare)) else bare


def term_offered(project: Project, correction: Correction, words: Replaced) -> TermOffered:
    """The entry that replaced words suggest. May open the package's model; any thread may ask.

    Where the reviewer's words are the English of an entry that the German has, what stood there is to be avoided;
    where what stood there was, theirs are preferred. Else the German words that stand for it make a new entry.
    """
    for hit in project.termbase.glossary.find(correction.german.text):
        entry = hit.kept
        if judge(entry, words.put).met:
            return TermOffered(_avoiding(entry, words.cut), entry)
        if judge(entry, words.cut).there:
            also = tuple(form for form in entry.also if form not in (words.cut, words.put))
            return TermOffered(_avoiding(replace(entry, en=words.put, also=also), words.cut), entry)
    german = _german(project.drafter.align(correction.german.text, correction.now.text), correction, words)
    return TermOffered(Entry((german,) if german else (), words.put, avoid=(words.cut,)))


def _avoiding(entry: Entry, wrong: str) -> Entry:
    return entry if wrong in (*entry.avoid, *entry.accepted) else replace(entry, avoid=(*entry.avoid, wrong))


def _german(links: Sequence[tuple[Span, Span]], correction: Correction, words: Replaced) -> str:
    spans = [german for german, english in links if english.meets(words.place)]
    if not spans:
        return ""
    return clean_line(correction.german.text[min(s.start for s in spans) : max(s.end for s in spans)]).strip(_MARKS)
