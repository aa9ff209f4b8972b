"""Two versions of a text, word by word: what differs, and what only an editor's autocorrection changed.

What word processors put in the place of what was typed is no difference: curly quotation marks, a no-break space, an
ellipsis or a dash of one character, ½ for 1/2. Differences are found on words: by difflib (Ratcliff and Obershelp
1988), in long texts as the longest common subsequence (Hyyrö 2004, by RapidFuzz).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from workbench.text.clean import clean
from workbench.text.inline import Inline

_TOKEN = re.compile(
    r"\s+(?:-{1,3}|[–—])(?=\s)|\.{3}|--+|(?<!\w)[13]/[24](?!\w)|\((?:c|r|tm)\)|[^\W_]+|\s+|.", re.IGNORECASE | re.DOTALL
)
_FOLDED = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛ʼ`´‹›′", "'"),
    **dict.fromkeys(("--", "---", "—"), "–"),
    "...": "…",
    "1/2": "½",
    "1/4": "¼",
    "3/4": "¾",
    "(c)": "©",
    "(r)": "®",
    "(tm)": "™",
}
_LONG = 300
"""Words and blanks up to which difflib finds what differs: it takes more than the square of their number."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of two versions: in both, only in the old one (`cut`), or only in the new one (`put`)."""

    kind: Literal["same", "cut", "put"]
    text: str


def word_diff(old: str, new: str) -> tuple[Part, ...]:
    """What of a text stays, goes and comes, in whole words; what goes stands before what comes in its place.

    >>> [(part.kind, part.text) for part in word_diff("It rains hard.", "It pours.")]
    [('same', 'It '), ('cut', 'rains hard'), ('put', 'pours'), ('same', '.')]
    """
    before, after = _tokens(old), _tokens(new)
    parts: list[Part] = []
    for kind, start, end, new_start, new_end in _blocks(before, after):
        if kind == "equal":
            parts.append(Part("same", "".join(after[new_start:new_end])))
        else:
            gone, come = "".join(before[start:end]), "".join(after[new_start:new_end])
            parts += [Part("cut", gone)] * bool(gone) + [Part("put", come)] * bool(come)
    return tuple(parts)


def settled(was: Inline, now: Inline) -> Inline:
    """A text as it was edited, without what an editor changed by itself: there it has the old characters.

    >>> settled(Inline('He said "no" today.'), Inline("He said “no” yesterday.")).text
    'He said "no" yesterday.'
    """
    was, now = _stripped(was), _stripped(now)
    if was.text == now.text:
        return now
    before, after = _tokens(was.text), _tokens(now.text)
    if [*map(_folded, before)] == [*map(_folded, after)]:
        return now.carried(was.text)
    made: list[str] = []
    for kind, start, end, new_start, new_end in _opcodes(before, after):
        made += before[start:end] if kind == "equal" else after[new_start:new_end]
    return now.carried("".join(made))


def is_same(one: Inline, other: Inline) -> bool:
    """Whether two texts say the same, autocorrection and blanks at the ends aside, with the same codes at the words."""
    first, second = _stripped(one), _stripped(other)
    if first.text != second.text:
        if [*map(_folded, _tokens(first.text))] != [*map(_folded, _tokens(second.text))]:
            return False
        second = second.carried(first.text)
    return _places(first) == _places(second)


def folded_mark(mark: str) -> str:
    """What a mark and all that editors put in its place have in common: straight and curly quotation marks, every dash.

    >>> folded_mark("„"), folded_mark("—"), folded_mark("..."), folded_mark("!")
    ('"', '–', '…', '!')
    """
    return _FOLDED.get(mark, mark)


def _places(inline: Inline) -> list[tuple[str, str, int]]:
    """Each code, and how many letters stand before it: a blank more or less in bold is no difference."""
    return [(code.id, code.kind, len("".join(inline.text[: code.at].split()))) for code in inline.codes]


def _stripped(inline: Inline) -> Inline:
    text = clean(inline.text)
    return (inline if text == inline.text else inline.carried(text)).stripped()


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _folded(token: str) -> str:
    if token.isspace():
        return "\n" if "\n" in token else " "
    bare = token.strip()
    return _FOLDED.get(token.casefold(), " –" if bare != token else token)


Block = tuple[str, int, int, int, int]


def _opcodes(before: Sequence[str], after: Sequence[str]) -> list[Block]:
    first, second = ([_folded(one) for one in tokens] for tokens in (before, after))
    if max(len(first), len(second)) <= _LONG:
        return list(SequenceMatcher(None, first, second, autojunk=False).get_opcodes())
    from rapidfuzz.distance import Indel

    found = Indel.opcodes(first, second)
    return [(one.tag, one.src_start, one.src_end, one.dest_start, one.dest_end) for one in found]


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """The stretches that are equal and those that are not; a blank between two that are not belongs to them."""
    codes = _opcodes(before, after)
    for place, (kind, start, end, new_start, new_end) in enumerate(codes):
        inside = 0 < place < len(codes) - 1
        if kind == "equal" and inside and not "".join(before[start:end]).strip():
            codes[place] = ("blank", start, end, new_start, new_end)
    for equal, group in groupby(codes, key=lambda block: block[0] == "equal"):
        blocks = list(group)
        yield ("equal" if equal else "other", blocks[0][1], blocks[-1][2], blocks[0][3], blocks[-1][4])
