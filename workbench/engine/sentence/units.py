"""Cutting a sentence into what is drafted, what is copied, and what has a fixed English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.engine.sentence.bylines import byline_words
from workbench.engine.sentence.notation import in_english
from workbench.engine.sentence.wordlists import ENGLISH, GERMAN
from workbench.glossary import TermHit
from workbench.text import Span
from workbench.text.placeables import without_placeables
from workbench.text.scripts import has_own_letters

# Above this many pieces a package drops clauses (RESEARCH: quality falls off long before its hard limit).
LONGEST = 90

_LABELS = {
    "Foto": "Photo", "Fotos": "Photos", "Bild": "Image", "Video": "Video", "Quelle": "Source",
    "Quellen": "Sources", "Von": "By", "Stand": "As of", "Lesen Sie auch": "Read also",
    "Mehr zum Thema": "More on this topic", "Grafik": "Graphic", "Karte": "Map",
    "Eilmeldung": "Breaking news", "EILMELDUNG": "BREAKING NEWS",
}  # fmt: skip
_BEFORE_CREDIT = frozenset({"Foto:", "Fotos:", "Bild:", "Grafik:", "Karte:", "Video:", "Von:", "Quelle:", "©"})
_LABEL = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))}):(?=\s|$)")
_ADDRESS = r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w+"
_ADDRESS_LAST = re.compile(rf"\s(?:{_ADDRESS})$")
_SIGNS_FIRST = re.compile(r"(?:[^\w\s\"'„“”‚‘’»«(\[⟦§$€£@#+-]+|-)\s+")
_SIGNS_LAST = re.compile(r"(?<!\s)\s+[^\w\s.,;:!?…\"'„“”‚‘’»«)\]⟧%‰°€$£+-]+$")
_AGENCY = r"(?:dpa|afp|ap|rtr|reuters|kna|epd|apa|sda|sid|ots|pm|lby|red|dts|dapd|tass|jW)"
_CREDIT_LAST = re.compile(rf"(?<!\s)\s+\({_AGENCY}(?:[/,]\s?(?:{_AGENCY}|[a-zäöü]{{2,4}}))*\)\.?$", re.IGNORECASE)
_CUTS = (re.compile(r"(?<=;)\s+"), re.compile(r"(?<!\s)\s+(?=[–—-]\s)"), re.compile(r"(?<=:)\s+"),
         re.compile(r"(?<=,)\s+(?=(?:und|oder|aber|denn|sondern|während|obwohl|weil|so dass|sodass)\b)"),
         re.compile(r"(?<=,)\s+"), re.compile(r"\s+"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a sentence, `sentence[span]`. `english`: what it is in any case; None: to be drafted."""

    span: Span
    text: str
    hits: tuple[TermHit, ...] = ()
    english: str | None = None


def cut(sentence: str, hits: tuple[TermHit, ...], count: Callable[[str], int]) -> tuple[Unit, ...]:
    """The units of a sentence, in order; between two of them stands white space only.

    `count` tells the number of pieces of a text; a unit has at most LONGEST, unless one word has more.
    """
    terms = tuple(Span(hit.start, hit.end) for hit in hits)
    return tuple(_with_hits(unit, hits) for unit in _cut(sentence, terms, count))


@lru_cache(maxsize=200)
def is_copied(text: str) -> bool:
    """Whether there is nothing to translate: no letters, only addresses, or English already."""
    if not has_own_letters(without_placeables(text)) or len(max(text.split(), key=len)) > 200:
        return True
    return is_english(text)


def is_english(text: str) -> bool:
    """Whether a sentence of a German page is English (`Required fields are marked`)."""
    words = re.findall(r"[^\W\d_]+", text)
    known = [word.lower() for word in words]
    english = sum(word in ENGLISH for word in known)
    if any(word in GERMAN for word in known) or english < 0.2 * len(words):
        return False
    # Hardly a German sentence is without a noun, which has a capital.
    no_nouns = len(words) >= 3 and not any(word[0].isupper() for word in words[1:])
    return english >= 2 or (english == 1 and no_nouns)


def german_share(text: str) -> float:
    """The share of a text's words that are German function words, 0–1."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in GERMAN for word in words) / len(words) if words else 0.0


def _cut(sentence: str, terms: tuple[Span, ...], count: Callable[[str], int]) -> Iterator[Unit]:
    start, end = len(sentence) - len(sentence.lstrip()), len(sentence.rstrip())
    if start >= end:
        return
    if whole := _whole(sentence, start, end, terms):
        yield from whole
        return
    tail, end = _tail(sentence, start, end)
    head, start = _head(sentence, start, end, terms)
    yield from head
    for span in _parts(sentence, Span(start, end), terms, count):
        text = sentence[span.start : span.end]
        yield _fixed(sentence, *span) if is_copied(text) else Unit(span, text)
    yield from tail


def _whole(sentence: str, start: int, end: int, terms: tuple[Span, ...]) -> list[Unit]:
    """The units of a sentence in which nothing is to be drafted; none where something is."""
    text = sentence[start:end]
    figures = in_english(text)
    if figures is not None or is_copied(text):
        return [_fixed(sentence, start, end, figures)]
    words = byline_words(text) if not terms else ()
    return [_fixed(sentence, start + word.start, start + word.end, english) for word, english in words]


def _head(sentence: str, start: int, end: int, terms: tuple[Span, ...]) -> tuple[list[Unit], int]:
    """Signs and labels at the beginning (`Foto:`), with the names behind a label, and where what follows begins."""
    head: list[Unit] = []
    begun = False
    while match := _SIGNS_FIRST.match(sentence, start, end) or _LABEL.match(sentence, start, end):
        stop = match.start() + len(match.group().rstrip())
        head.append(_fixed(sentence, start, stop, _label(match, sentence)))
        start = end - len(sentence[match.end() : end].lstrip())
        begun = match.group().strip() in _BEFORE_CREDIT
    if begun and _is_credit(sentence[start:end]) and not any(start <= term.start < end for term in terms):
        head.append(_fixed(sentence, start, end))
        start = end
    return head, start


def _label(match: re.Match[str], sentence: str) -> str | None:
    """The English of a label; None for signs. `Von:` before an address is the head of a mail."""
    label = _LABELS.get(match.group().rstrip(":"))
    if label == "By" and "@" in sentence:
        label = "From"
    return f"{label}:" if label else None


def _is_credit(text: str) -> bool:
    """Whether a line after `Foto:` or © is names only: they are copied."""
    words = re.findall(r"[^\W\d_]+", text)
    return 0 < len(words) <= 10 and all(word[0].isupper() for word in words) and german_share(text) == 0


def _tail(sentence: str, start: int, end: int) -> tuple[list[Unit], int]:
    """What is copied at the end of a sentence, in order, and where what stands before it ends."""
    tail: list[Unit] = []
    while match := _ending(sentence, start, end):
        tail.append(_fixed(sentence, match.start() + len(match.group()) - len(match.group().lstrip()), end))
        end = match.start()
    return tail[::-1], end


def _ending(sentence: str, start: int, end: int) -> re.Match[str] | None:
    """A credit, an address or signs at the end, with the white space before it."""
    text = sentence[:end]
    for pattern in (_CREDIT_LAST, _ADDRESS_LAST, _SIGNS_LAST):
        if (match := pattern.search(text, start)) and match.start() > start:
            return match
    return None


def _parts(sentence: str, whole: Span, terms: tuple[Span, ...], count: Callable[[str], int]) -> Iterator[Span]:
    """Parts of at most LONGEST pieces, cut near the middle at the strongest sign, never in a term."""
    if whole.start >= whole.end:
        return
    if count(sentence[whole.start : whole.end]) <= LONGEST:
        yield whole
        return
    for pattern in _CUTS:
        middle = (whole.start + whole.end) / 2
        third = (whole.end - whole.start) / 3
        places = [
            match
            for match in pattern.finditer(sentence, whole.start, whole.end)
            if whole.start + third < match.start() < whole.end - third
            and not any(term.start < match.end() and match.start() < term.end for term in terms)
        ]
        if places:
            place = min(places, key=lambda match: abs(match.start() - middle))
            yield from _parts(sentence, Span(whole.start, place.start()), terms, count)
            yield from _parts(sentence, Span(place.end(), whole.end), terms, count)
            return
    yield whole


def _fixed(sentence: str, start: int, end: int, english: str | None = None) -> Unit:
    text = sentence[start:end]
    return Unit(Span(start, end), text, english=text if english is None else english)


def _with_hits(unit: Unit, hits: tuple[TermHit, ...]) -> Unit:
    start, end = unit.span
    inside = tuple(hit.moved(-start) for hit in hits if start <= hit.start and hit.end <= end)
    return replace(unit, hits=inside) if inside else unit
