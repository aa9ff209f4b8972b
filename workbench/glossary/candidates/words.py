"""The words of a paragraph with what stands around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.text.lazy_pattern import lazy_pattern

LONGEST = 80
"""Characters; what is longer is passed over, as no name or noun is as long."""

_WORD = lazy_pattern(r"(?:[^\W\d_]\.){2,}(?![^\W_])|[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*")
_ENDS_SENTENCE = lazy_pattern(r"[.!?…:;•*|]|^$|[„“»«‚‘\"(\[–—]\s*$|\n")
_SHORTENED = frozenset(
    ("dr", "prof", "st", "nr", "hl", "jr", "sen", "mr", "mrs", "ca", "sog", "dipl", "ing", "med", "phil")
)


class Stretches:
    """Stretches of a paragraph, by which it is quickly told whether another one touches them or lies in one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Whether some character of `start:end` is in them."""
        first = bisect_right(self._ends, start)
        return first < len(self._starts) and self._starts[first] < end

    def hold(self, start: int, end: int) -> bool:
        """Whether all of `start:end` is in one of them."""
        first = bisect_right(self._ends, start)
        return first < len(self._starts) and self._starts[first] <= start and end <= self._ends[first]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a paragraph at `start:end`.

    `gap`: what stands between the word before and this one. `opens`: it may have its capital only because a
    sentence, a quotation or a bracket begins here. `taken`: the glossary has it, or it is no text of the article.
    """

    text: str
    start: int
    end: int
    gap: str
    opens: bool
    taken: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def follows(self) -> bool:
        """Whether only a space parts it from the word before."""
        return self.gap == " "


def words_of(text: str, taken: Iterable[tuple[int, int]]) -> tuple[Word, ...]:
    """The words of a paragraph. `taken`: stretches that are not looked at (see `Word.taken`)."""
    stretches = Stretches(taken)
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        opens = not found or (_ENDS_SENTENCE.search(gap) is not None and not _is_shortened(found[-1], gap))
        inside = match.end() - match.start() > LONGEST or stretches.touch(*match.span())
        found.append(Word(match[0], match.start(), match.end(), gap, opens, inside))
        end = match.end()
    return tuple(found)


def _is_shortened(word: Word, gap: str) -> bool:
    """Whether the full stop after a word is its own: `Dr. Müller`, `J. D. Vance`."""
    return gap == ". " and (word.text.lower() in _SHORTENED or (len(word.text) == 1 and word.capital))
