"""Ways to repair a match's English: what of each version belongs to the changes, and its words for them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.engine.repairs.edits import Edit, belonging, joined
from workbench.engine.repairs.versions import Change, Version
from workbench.engine.sentence.function_words import is_english_function_word
from workbench.glossary import fit_article
from workbench.text import Span

Edits = tuple[Edit, ...]
_MARKS = (",", ".", ";", "!", "?")
_DO = re.compile(r"(?<![\w’'])(do|does|did) $")


def ways(english: str, changes: Sequence[Change], versions: Sequence[Version]) -> Iterator[Edits]:
    """The edits of the match's English that each version gives: all that differs at the changes; its words alone."""
    cuts = [change.cut for change in changes if change.cut.start < change.cut.end]
    for version in versions:
        puts = [put for put in version.puts if put.start < put.end]
        yield from filter(None, (joined(belonging(english, version.english, cuts, puts)),))
        yield from word_for_word(english, changes, version)


def word_for_word(english: str, changes: Sequence[Change], version: Version) -> Iterator[Edits]:
    """A version's words for each change in the place of the match's, as they are written and in small letters.

    Nothing where it has no words for one of them.
    """
    for small in (False, True):
        edits = [
            _put_in(english, change, version.english[slice(*put)].strip(), small=small)
            for change, put in zip(changes, version.puts, strict=True)
        ]
        whole = [edit for edit in edits if edit is not None]
        if len(whole) == len(edits) and (found := joined(whole)):
            yield found


def _put_in(english: str, change: Change, put: str, *, small: bool) -> Edit | None:
    """One change made; None where there is no English to put in, or none to take out."""
    cut = change.cut
    if not put:
        is_taken_out = change.new.start == change.new.end and cut.start < cut.end
        return _taken_out(english, cut) if is_taken_out else None
    if small and put[0].isupper() and not put[:2].isupper():
        put = put[0].lower() + put[1:]
    if not english[: cut.start].strip():
        put = put[0].upper() + put[1:]
    return _with_article(english, cut, put) if cut.start < cut.end else _between_words(english, cut.start, put)


def _with_article(english: str, cut: Span, put: str) -> Edit:
    """What is put in the place of a stretch, with the article before it where that is another one now."""
    before = english[: cut.start]
    fitted = fit_article(before, put)
    if fitted == before:
        return Edit(cut, put)
    start = before.rstrip().rfind(" ") + 1
    return Edit(Span(start, cut.end), fitted[start:] + put)


def _between_words(english: str, at: int, put: str) -> Edit:
    """Words put in where none go, with blanks between them and those beside them."""
    before, after = english[:at], english[at:]
    if not before.strip():
        rest = after.lstrip()
        return Edit(Span(0, len(after) - len(rest) + len(rest[:1])), f"{put} {_uncapped(rest)}")
    lead = "" if before[-1].isspace() else " "
    trail = " " if after[:1].isalnum() else ""
    return Edit(Span(at, at), lead + put + trail)


def _uncapped(text: str) -> str:
    """The first letter of a text, small where the word is one that no name begins with."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text[:1].lower() if is_english_function_word(first) and first != "I" else text[:1]


def _taken_out(english: str, cut: Span) -> Edit | None:
    """Words taken out with a blank, and with a comma where one would be left before a mark or at the beginning.

    With “not” goes the “do” that it needs; None where that is does or did, whose verb would be another form then.
    """
    start, end = cut
    needed = _DO.search(english[:start]) if english[start:end] == "not" else None
    if needed and needed[1] != "do":
        return None
    start = needed.start() if needed else start
    if not english[:start].strip():
        while end < len(english) and (english[end].isspace() or english[end] in _MARKS):
            end += 1
        return Edit(Span(start, min(end + 1, len(english))), english[end : end + 1].upper())
    while english[start - 1].isspace():
        start -= 1
    if english[start - 1] == "," and english[end : end + 1] in _MARKS:
        start -= 1
        end += english[end] == ","
    return Edit(Span(start, end), "")
