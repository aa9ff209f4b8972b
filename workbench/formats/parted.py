"""Text with codes that stand in a file as they are written there: read as a paragraph, written with other words.

What formats with both languages have in common, whatever their codes are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.formats.markup import CodeRole, Markup, kept_codes
from workbench.text.clean import clean, is_clean
from workbench.text.inline import Code, Inline, Kind

_BLANKS = re.compile(r"\s+")
_BREAK = frozenset("\n\t")
_SPARE_SPACE = re.compile(r"^\s|\s$|\s\s|[^\S ]")
BREAK = "\n"
"""Instead of an element's name: white space that counts."""
MOST_CODES = 9_000
"""Of one segment; more are no formatting."""

Key = tuple[str, str, int]
"""What a code is in its text: what kind of element, its id, and which of several alike."""


@dataclass(frozen=True, slots=True)
class Found:
    """A code as it stands in the file: `raw` to the letter. The two of a pair have one `key`."""

    kind: Kind
    key: Key
    raw: str
    around: bool = False
    role: CodeRole = "other"
    address: str = ""


@dataclass(frozen=True)
class Content:
    """The content of a source or target.

    `inline`: clean, on one line. `raws`: by (id, kind) how a code is written. `around`: the ids of pairs that are
    elements around text, which must lie within one another. `head` and `tail`: the white space before the text, and
    after it, between the codes there.
    """

    inline: Inline
    markup: tuple[Markup, ...] = ()
    keys: Mapping[Key, str] = field(default_factory=dict)
    raws: Mapping[tuple[str, Kind], str] = field(default_factory=dict)
    around: frozenset[str] = frozenset()
    head: tuple[str, ...] = ("",)
    tail: tuple[str, ...] = ("",)


def content_of(
    parts: Sequence[str | Found],
    escaped: Callable[[str], str],
    *,
    preserve: bool,
    like: Content | None = None,
) -> Content:
    """The content that has these parts, in their order; keys are told apart here.

    `escaped`: how text is written. `preserve`: line breaks and tabs in it count, and are codes. `like`: the source of a
    target: codes that are the same there have the same ids.
    """
    parts = list(_paired([*_with_breaks(parts, escaped)] if preserve else parts))
    ids = _numbered(parts, like)
    inline = one_line([part if isinstance(part, str) else Code(0, ids[part.key], part.kind) for part in parts])
    codes = [part for part in parts if isinstance(part, Found)]
    head, tail = _edges(parts)
    return Content(
        inline,
        tuple(_markup(codes, ids)),
        ids,
        {(ids[code.key], code.kind): code.raw for code in codes},
        frozenset(ids[code.key] for code in codes if code.around),
        head,
        tail,
    )


def _paired(parts: Sequence[str | Found]) -> Iterator[str | Found]:
    """The parts with a key of its own for each code; an end without a beginning, or the other way, is alone."""
    opened: dict[tuple[str, str], list[tuple[int, Key]]] = {}
    seen: Counter[tuple[str, str]] = Counter()
    keyed = [part if isinstance(part, str) else _keyed(at, part, seen, opened) for at, part in enumerate(parts)]
    alone = {at for places in opened.values() for at, _ in places}
    for at, part in enumerate(keyed):
        yield replace(part, kind="alone") if at in alone and isinstance(part, Found) else part


def _keyed(
    at: int, part: Found, seen: Counter[tuple[str, str]], opened: dict[tuple[str, str], list[tuple[int, Key]]]
) -> Found:
    name, kind = part.key[:2], part.kind
    if kind == "close" and opened.get(name):
        key = opened[name].pop()[1]
    else:
        key, kind = (*name, seen[name]), "alone" if kind == "close" else kind
        seen[name] += 1
    if kind == "open":
        opened.setdefault(name, []).append((at, key))
    return part if (key, kind) == (part.key, part.kind) else replace(part, key=key, kind=kind)


def _with_breaks(parts: Sequence[str | Found], escaped: Callable[[str], str]) -> Iterator[str | Found]:
    """The parts, where white space counts: line breaks and tabs within the text are codes beside a space."""
    filled = [at for at, part in enumerate(parts) if isinstance(part, str) and part.strip()]
    for at, part in enumerate(parts):
        if isinstance(part, Found) or not filled or not filled[0] <= at <= filled[-1]:
            yield part
            continue
        start = len(part) - len(part.lstrip()) if at == filled[0] else 0
        end = len(part.rstrip()) if at == filled[-1] else len(part)
        yield part[:start]
        for found in _BLANKS.finditer(part, start, end):
            if not _BREAK & set(found[0]):
                continue
            yield part[start : found.start()] + " "
            yield Found("alone", (BREAK, found[0], 0), escaped(found[0]), role="break")
            start = found.end()
        yield part[start:]


def _numbered(parts: Sequence[str | Found], like: Content | None) -> dict[Key, str]:
    """The id of each code: that of the same one in `like`, else the next number."""
    ids = dict(like.keys) if like else {}
    found: dict[Key, str] = {}
    for part in parts:
        if isinstance(part, Found):
            found[part.key] = ids.setdefault(part.key, str(len(ids) + 1))
    return found


def _markup(codes: Sequence[Found], ids: Mapping[Key, str]) -> Iterator[Markup]:
    ends = {code.key: code.raw for code in codes if code.kind == "close"}
    for code in codes:
        if code.kind != "close":
            yield Markup(ids[code.key], code.role, code.raw, ends.get(code.key, ""), code.address)


def one_line(parts: Sequence[str | Code]) -> Inline:
    """Text and codes as a paragraph has them: clean, each run of white space one space, none at the ends."""
    raw, codes = "", []
    for part in parts:
        if isinstance(part, Code):
            codes.append(Code(len(raw), part.id, part.kind))
        else:
            raw += part
    if is_clean(raw) and not _SPARE_SPACE.search(raw):  # most are, and to look at each letter takes long
        return Inline(raw, tuple(codes))
    inline = Inline(raw, tuple(codes)).carried(clean(raw))
    text, places = "", []
    for letter in inline.text:
        places.append(len(text))
        if not letter.isspace():
            text += letter
        elif text and not text.endswith(" "):
            text += " "
    places.append(len(text))
    text = text.rstrip()
    return Inline(text, tuple(replace(code, at=min(places[code.at], len(text))) for code in inline.codes))


def _edges(parts: Sequence[str | Found]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    def spaces(ordered: Sequence[str | Found], back: bool) -> tuple[str, ...]:
        found = [""]
        for part in ordered:
            if isinstance(part, Found):
                found.append("")
                continue
            space = part[len(part.rstrip()) :] if back else part[: len(part) - len(part.lstrip())]
            found[-1] = space + found[-1] if back else found[-1] + space
            if part.strip():
                break
        return tuple(found)

    return spaces(parts, False), spaces(parts[::-1], True)


def given_of(source: Content, found: Content | None, confirmed: bool) -> Content | None:
    """The English in a target: none where it is empty, or only the German again that nobody has confirmed."""
    if found is None or not found.inline.text:
        return None
    return found if confirmed or found.inline.text != source.inline.text else None


def note_of(notes: Iterable[str]) -> str:
    """What a file's notes say to a translator, one a line."""
    return clean("\n".join(" ".join(note.split()) for note in notes if note.strip())).strip()


def all_markup(source: Content, given: Content | None) -> tuple[Markup, ...]:
    """The markup of a segment's codes, those that only its target has at the end."""
    known = {one.id for one in source.markup}
    return (*source.markup, *(one for one in (given.markup if given else ()) if one.id not in known))


def written_content(source: Content, given: Content | None, target: Inline, escaped: Callable[[str], str]) -> str:
    """Other words as the content of a target, with the elements that its own has, or its source.

    Codes that neither has are left out; elements around text that cross are closed where the outer one ends.
    """
    raws = {**source.raws, **(given.raws if given else {})}
    inside = sorted((replace(c, at=min(max(c.at, 0), len(target.text))) for c in target.codes), key=lambda c: c.at)
    words = one_line([*kept_codes(Inline(target.text, tuple(inside)), all_markup(source, given))])
    codes = [code for code in words.codes if (code.id, code.kind) in raws]
    words = Inline(words.text, tuple(_nested(codes, _around(source, given))))
    breaks = frozenset(number for key, number in source.keys.items() if key[0] == BREAK)
    return _with_edges(_written(words, raws, breaks, escaped), words, source)


def _around(source: Content, given: Content | None) -> frozenset[str]:
    """The pairs that are elements around text, in the target as it was or else in the source."""
    if given is None:
        return source.around
    return (source.around - {code for code, kind in given.raws if kind == "open"}) | given.around


def _written(
    words: Inline, raws: Mapping[tuple[str, Kind], str], breaks: frozenset[str], escaped: Callable[[str], str]
) -> list[str]:
    """Texts and codes as they are written, one by one; no space stands at a line break."""
    parts: list[str] = []
    after_break = False
    for part in words:
        if isinstance(part, str):
            parts.append(escaped(part.lstrip(" ") if after_break else part))
            after_break = False
            continue
        after_break = part.id in breaks
        if after_break and parts:
            parts[-1] = parts[-1].rstrip(" ")
        parts.append(raws[part.id, part.kind])
    return parts


def _nested(codes: Sequence[Code], around: frozenset[str]) -> Iterator[Code]:
    open_ones: list[str] = []
    for code in codes:
        if code.id not in around or code.kind == "alone":
            yield code
        elif code.kind == "open":
            open_ones.append(code.id)
            yield code
        elif code.id in open_ones:
            while True:
                inner = open_ones.pop()
                yield replace(code, id=inner)
                if inner == code.id:
                    break


def _with_edges(parts: list[str], words: Inline, source: Content) -> str:
    """The parts with the white space that the source has before and after its text, between the codes there."""
    leading = sum(code.at == 0 for code in words.codes)
    trailing = sum(code.at == len(words.text) for code in words.codes)
    head = source.head if leading == len(source.head) - 1 else (source.head[0], *[""] * leading)
    tail = source.tail if trailing == len(source.tail) - 1 else (source.tail[0], *[""] * trailing)
    if not words.text:
        return "".join(parts)
    before = [space + part for space, part in zip(head, parts[:leading], strict=False)] + [head[-1]]
    ends = len(parts) - trailing
    after = [part + space for space, part in zip(reversed(tail[:-1]), parts[ends:], strict=True)]
    return "".join([*before, *parts[leading:ends], tail[-1], *after])
