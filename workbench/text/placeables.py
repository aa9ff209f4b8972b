"""What stays as it is in every language: addresses, code, file names, hashtags, placeholders, tags, numbers of things.

(The trade calls them placeables, or non-translatables.) They are known by their shape alone; nothing is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.references import referred
from workbench.text.scripts import foreign_runs
from workbench.text.shapes import COMMAND, SHAPES, Kind
from workbench.text.span import Span

_WORTH_TRYING = (  # quick to tell: the start of a word with an odd sign in it, or a sign
    r"(?:(?<!\w)(?=\S{0,100}?(?:[\d_@\u0300-\u036f]|\w\.\w|\w\(|[a-z][A-Z]|[A-Z]-[A-Z]|://)"
    rf"|{COMMAND} |[A-Za-z]:\\)|(?=[^\w\s]))"
)
_ANY = lazy_pattern(
    _WORTH_TRYING + "(?:" + "|".join(f"(?P<k{at}>{pattern})" for at, (_, pattern) in enumerate(SHAPES)) + ")"
)
_KIND: dict[str | None, Kind] = {f"k{at}": kind for at, (kind, _) in enumerate(SHAPES)}
_WORTH_A_LOOK = lazy_pattern(
    r"[^\w\s.,;:!?\"'„“”‚‘’»«()–—-]|[\d_`]|\w\.\w|(?<=\s)-|[a-z][A-Z]|[A-Z]-[A-Z]|\(\)|[\u0300-\u036f]|[^\x00-\u024f]"
)
_GENDERED = lazy_pattern(r"[A-ZÄÖÜ][a-zäöüß]+_(?:in|innen|r|n|e)(?![A-Z0-9_])")
_DATE = lazy_pattern(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})|\d{1,3}(?:\.\d{3})+")
_SENTENCE_MARKS = ".,;:!?'’‘…*_"
_LOOSE = lazy_pattern(r"[\s()/–-]")
_SEPARATORS = str.maketrans(".,", ",.")
_CLOSE = {")": "(", "]": "[", "}": "{"}
_TRIMMED: frozenset[Kind] = frozenset({"address", "file", "number"})


@dataclass(frozen=True, slots=True)
class Placeable:
    """A run of a text that is the same in German and English. `script`: another script, or pictures."""

    span: Span
    kind: Kind
    text: str

    @property
    def english(self) -> str:
        """How it stands in the English: as in the German, but for O (Ost) in coordinates, and figures of amounts."""
        if self.kind == "coordinates":
            return self.text.replace("O", "E")
        return self.text.translate(_SEPARATORS) if self.kind == "amount" else self.text


@lru_cache(maxsize=4_096)
def placeables(text: str) -> tuple[Placeable, ...]:
    """The placeables of a text, in order, without overlaps. A sign that ends the sentence is not part of an address.

    >>> [found.text for found in placeables("Mehr auf www.a.de/b (oder #Minsk), Datei a_b.pdf.")]
    ['www.a.de/b', '#Minsk', 'a_b.pdf']
    """
    if not _WORTH_A_LOOK.search(text):
        return ()
    shaped = list(_shaped(text))
    taken = [found.span for found in shaped]
    others = [Placeable(run, "script", text[slice(*run)]) for run in foreign_runs(text) if not run.meets(*taken)]
    return tuple(sorted((*shaped, *others), key=lambda found: found.span)) if others else tuple(shaped)


def without_placeables(text: str) -> str:
    """The text with a blank for each character of a placeable; offsets stay."""
    for found in placeables(text):
        text = text[: found.span.start] + " " * len(found.text) + text[found.span.end :]
    return text


def _shaped(text: str) -> Iterator[Placeable]:
    for match in _ANY.finditer(text):
        kind = _KIND[match.lastgroup]
        run = _trimmed(match.group()) if kind in _TRIMMED else match.group()
        if run and not (kind == "code" and _GENDERED.match(run)) and not (kind == "version" and _DATE.fullmatch(run)):
            yield Placeable(Span(match.start(), match.start() + len(run)), kind, run)


def _trimmed(run: str) -> str:
    """An address without the signs of the sentence behind it; a closing bracket stays where it was opened within."""
    while run and (
        run[-1] in _SENTENCE_MARKS or (run[-1] in _CLOSE and run.count(_CLOSE[run[-1]]) < run.count(run[-1]))
    ):
        run = run[:-1]
    return run


def stands_in(found: Placeable, text: str) -> bool:
    """Whether a translation has a placeable of the source, letter for letter.

    Numbers may have other blanks and hyphens, a telephone number another prefix; Ch-101 may be Kh-101, a designation
    a plural, and `&amp;` the sign that it stands for.
    """
    if found.english in text:
        return True
    if found.kind == "entity":
        return referred(found.text) in text
    if found.kind == "number" and found.text[0] in "+0(":
        return _digits(found.text).lstrip("0") in _digits(text)
    if found.kind in ("number", "coordinates"):
        return _LOOSE.sub("", found.english) in _LOOSE.sub("", text)
    if found.kind == "designation":
        wanted = _LOOSE.sub("", found.text).casefold().removesuffix("s")
        there = _LOOSE.sub("", text).casefold()
        return wanted in there or (wanted.startswith("ch") and f"kh{wanted[2:]}" in there)
    return False


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
