"""Text and the codes beside it: where bold begins and ends, where a link, an image or a footnote mark stands.

Codes are data beside the text (XLIFF 2.1, 4.2.3: inline codes by pairs `pc` and alone `ph`), so that glossary, checks,
sentences and packages work on plain text with character offsets. In files that people read a code is written
`⟨1⟩neue⟨/1⟩` or `⟨2/⟩`; in a cell that is edited it is one private character, which cannot be half-deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from workbench.text.span import Span

Kind = Literal["open", "close", "alone"]

_SHOWN = re.compile(r"(?<!\\)(\\*)⟨(/?)([1-9]\d{0,3})(/?)⟩")
_FORMS: dict[Kind, str] = {"open": "⟨{}⟩", "close": "⟨/{}⟩", "alone": "⟨{}/⟩"}
_KINDS: dict[tuple[str, str], Kind] = {("", ""): "open", ("/", ""): "close", ("", "/"): "alone"}
_BASES: dict[Kind, int] = {"open": 0xF1000, "close": 0xF4000, "alone": 0xF7000}
MARK = re.compile("[\U000f1000-\U000f9fff]")
"""The private character of a code in a cell that is edited. No text from outside has one: `clean` takes them out."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code: it stands before the character `at`; the two of a pair have one `id` (a number from 1, as text)."""

    at: int
    id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Inline:
    """A text, and its codes in their order."""

    text: str
    codes: tuple[Code, ...] = ()

    def shown(self) -> str:
        """The text with its codes written into it, as files have it; `Inline.parsed` reads it back.

        >>> Inline("neue Lage", (Code(0, "1", "open"), Code(4, "1", "close"))).shown()
        '⟨1⟩neue⟨/1⟩ Lage'
        """
        shown = ""
        for part in self:
            if isinstance(part, Code):
                slashes = len(shown) - len(shown.rstrip("\\"))
                shown += "\\" * slashes + _FORMS[part.kind].format(part.id)
            else:
                shown += _escaped(part)
        return shown

    @classmethod
    def parsed(cls, shown: str) -> Inline:
        """What `shown` wrote. `\\⟨1⟩` is no code but these characters."""
        if "⟨" not in shown:
            return cls(shown)
        text, at, codes = "", 0, []
        for found in _SHOWN.finditer(shown):
            slashes, kind = len(found[1]), _KINDS.get((found[2], found[4]))
            text += shown[at : found.start()] + "\\" * (slashes // 2)
            at = found.end(1)
            if kind and not slashes % 2:
                codes.append(Code(len(text), found[3], kind))
                at = found.end()
        return cls(text + shown[at:], tuple(codes))

    def marked(self) -> str:
        """The text with one private character for each code, for a cell that is edited."""
        return "".join(part if isinstance(part, str) else mark_of(part) for part in self) if self.codes else self.text

    @classmethod
    def unmarked(cls, marked: str) -> Inline:
        """The text and codes of a cell that was edited."""
        text, at, codes = "", 0, []
        for found in MARK.finditer(marked):
            text += marked[at : found.start()]
            codes.append(replace(code_of(found.group()), at=len(text)))
            at = found.end()
        return cls(text + marked[at:], tuple(codes))

    def __iter__(self) -> Iterator[str | Code]:
        """The stretches of text and the codes between them, in order."""
        at = 0
        for code in self.codes:
            if code.at > at:
                yield self.text[at : code.at]
                at = code.at
            yield code
        if at < len(self.text):
            yield self.text[at:]

    def __getitem__(self, part: slice) -> Inline:
        """A stretch of it. A pair that lies across an end of the stretch is closed, or opened again, there."""
        start, end, _ = part.indices(len(self.text))
        whole = {code: pair for pair in pairs(self.codes) for code in (pair.first, pair.last)}
        codes = []
        for code in self.codes:
            pair = whole.get(code)
            if pair and pair.start < pair.end:
                inside = pair.start < end and start < pair.end
            else:
                inside = start <= code.at < end or code.at == end == len(self.text)
            if inside:
                codes.append(replace(code, at=min(max(code.at, start), end) - start))
        return Inline(self.text[start:end], tuple(codes))

    def stripped(self) -> Inline:
        """Without blanks at its ends. Codes that stand among these go to the edge; none is lost.

        >>> Inline("Ja. ", (Code(3, "1", "alone"),)).stripped().shown()
        'Ja.⟨1/⟩'
        """
        start = len(self.text) - len(self.text.lstrip())
        end = max(start, len(self.text.rstrip()))
        codes = (replace(code, at=min(max(code.at, start), end) - start) for code in self.codes)
        return Inline(self.text[start:end], tuple(codes))

    def __add__(self, other: Inline) -> Inline:
        codes = (replace(code, at=code.at + len(self.text)) for code in other.codes)
        return Inline(self.text + other.text, (*self.codes, *codes))

    def mended(self) -> Inline:
        """Without the ends that a pair got where it was cut: of its openings the first, of its ends the last stays."""
        opens = {code.id: place for place, code in reversed(list(enumerate(self.codes))) if code.kind == "open"}
        closes = {code.id: place for place, code in enumerate(self.codes) if code.kind == "close"}
        ends = {*opens.values(), *closes.values()}
        kept = (code for place, code in enumerate(self.codes) if code.kind == "alone" or place in ends)
        return Inline(self.text, tuple(kept))

    def carried(self, text: str) -> Inline:
        """Another text with these codes at the words they stand at here: what both texts have tells where that is.

        What stood in place of a changed stretch is found by the fewest edits (Levenshtein 1966); a code inside such a
        stretch goes to its edge, outwards, so that a pair goes on to hold what took the stretch's place.
        """
        if not self.codes or text == self.text:
            return Inline(text, self.codes)
        from rapidfuzz.distance import Levenshtein

        blocks = Levenshtein.opcodes(self.text, text)
        ends = [(block.src_start, block.src_end, block.dest_start, block.dest_end) for block in blocks]
        places = [_carried(code, ends) for code in self.codes]
        latest = 0
        codes = []
        for code, place in zip(self.codes, places, strict=True):
            latest = max(latest, place)  # codes keep their order
            codes.append(replace(code, at=latest))
        return Inline(text, tuple(codes))

    def replaced(self, cut: Span, text: str) -> Inline:
        """With `text` in the place of a stretch; codes inside of it go to its edges, outwards."""
        grown = len(text) - (cut.end - cut.start)
        codes = []
        for code in self.codes:
            if code.at <= cut.start:
                at = code.at
            elif code.at >= cut.end:
                at = code.at + grown
            else:
                at = cut.start if code.kind == "open" else cut.end + grown
            codes.append(replace(code, at=at))
        return Inline(self.text[: cut.start] + text + self.text[cut.end :], tuple(sorted(codes, key=lambda c: c.at)))


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of codes; between them lies `text[start:end]`."""

    first: Code
    last: Code

    @property
    def id(self) -> str:
        """The id that both have."""
        return self.first.id

    @property
    def start(self) -> int:
        """Where it opens."""
        return self.first.at

    @property
    def end(self) -> int:
        """Where it closes."""
        return self.last.at


def pairs(codes: Iterable[Code]) -> list[Pair]:
    """The pairs that are opened and closed, in the order in which they open."""
    opened: dict[str, tuple[int, Code]] = {}
    found = []
    for place, code in enumerate(codes):
        if code.kind == "open":
            opened[code.id] = place, code
        elif code.kind == "close" and code.id in opened:
            first, begun = opened.pop(code.id)
            found.append((first, Pair(begun, code)))
    return [pair for _, pair in sorted(found, key=lambda one: one[0])]


def mark_of(code: Code) -> str:
    """The private character of a code."""
    return chr(_BASES[code.kind] + int(code.id))


def code_of(mark: str) -> Code:
    """The code of a private character; where it stands is not known of it (`at` is 0)."""
    number = ord(mark)
    kind = next(kind for kind, base in reversed(_BASES.items()) if number >= base)
    return Code(0, str(number - _BASES[kind]), kind)


def _escaped(text: str) -> str:
    return _SHOWN.sub(lambda found: f"{found[1] * 2}\\{found[0][len(found[1]) :]}", text) if "⟨" in text else text


def _carried(code: Code, blocks: Iterable[tuple[int, int, int, int]]) -> int:
    """Where a code at an offset of the old text stands in the new; `blocks` tile both texts."""
    closes = code.kind == "close"
    for start, end, new_start, new_end in blocks:
        if start < code.at < end:
            same = end - start == new_end - new_start
            return new_start + code.at - start if same else (new_end if closes else new_start)
        if start < end and code.at == (end if closes else start):
            return new_end if closes else new_start
    return 0 if not code.at else max((block[3] for block in blocks), default=0)
