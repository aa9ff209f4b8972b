"""The text of an XLSX cell: runs with formatting of their own are codes, line breaks too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.formats.markup import CodeRole, Markup
from workbench.formats.table.cell_text import with_breaks
from workbench.text.clean import clean
from workbench.text.inline import Code, Inline

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TAGS: tuple[tuple[CodeRole, str], ...] = (("bold", "b"), ("italic", "i"), ("strike", "strike"))
_BLANKS = re.compile(r"[ \t]*\n\s*|[ \t]+")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def plain_text(element: Any) -> str:
    """All the text of a `<si>` or `<is>`, without its pronunciation."""
    return "".join(_text(run) for run in _runs(element))


def read_rich(element: Any) -> tuple[Inline, tuple[Markup, ...]]:
    """The words of a `<si>` or `<is>` on one line: a code for each run that is formatted otherwise than most of it."""
    runs = [(run, _text(run)) for run in _runs(element)]
    usual = _usual(runs)
    text = ""
    codes: list[Code] = []
    markup: list[Markup] = []
    for run, said in runs:
        look = _look(run)
        key = str(len(markup) + 1) if look != usual and said.strip() else ""
        if key:
            markup.append(Markup(key, _role(look), look, "run"))
            codes.append(Code(len(text), key, "open"))
        text, codes, markup = _with(said, text, codes, markup)
        if key:
            codes.append(Code(len(text), key, "close"))
    end = len(text.rstrip())
    return Inline(text[:end], tuple(Code(min(code.at, end), code.id, code.kind) for code in codes)), tuple(markup)


def write_rich(holder: Any, words: Inline, markup: tuple[Markup, ...], like: Any) -> None:
    """Put words into an empty `<is>`, in runs as `like` (what was read) has them; unknown codes are left out."""
    usual = _usual([(run, _text(run)) for run in _runs(like)])
    pieces = _joined(list(_pieces(with_breaks(words), {one.id: one for one in markup}, usual)))
    if _most(pieces) != usual:
        pieces.append((usual, ""))
    _fill(holder, pieces)


def _pieces(words: Inline, known: Mapping[str, Markup], usual: str) -> Iterator[tuple[str, str]]:
    """Stretches of text, each with its formatting: that of the pair that was opened last."""
    open_now: list[str] = []
    for part in words:
        look = known[open_now[-1]].first if open_now else usual
        if isinstance(part, str):
            yield look, part
        elif part.kind == "close" and part.id in open_now:
            open_now.remove(part.id)
        elif part.id in known and known[part.id].role == "break":
            yield look, "\n" * (part.kind == "alone")
        elif part.id in known and part.kind == "open":
            yield usual, ""  # keeps two of one look apart
            open_now.append(part.id)


def _fill(holder: Any, pieces: list[tuple[str, str]]) -> None:
    from lxml import etree

    space = holder.tag.rpartition("}")[0] + "}"
    rich = any(look for look, _ in pieces)
    for look, text in pieces:
        run = etree.SubElement(holder, f"{space}r") if rich else holder
        if look:
            run.append(etree.fromstring(look))
        said = etree.SubElement(run, f"{space}t")
        said.text = _ESCAPED.sub(lambda found: f"_x005F_{found[0][1:]}", _NOT_XML.sub("", text))
        said.set(_SPACE, "preserve")


def _joined(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Runs of one look in one, unless an empty one of another is between them; no blanks around a line break."""
    joined: list[tuple[str, str]] = []
    between: list[tuple[str, str]] = []
    for look, text in pieces:
        if not text:
            between = [(look, text)]
            continue
        if between and joined and joined[-1][0] == look != between[0][0]:
            joined += between
        between = []
        if joined and joined[-1][0] == look:
            joined[-1] = look, joined[-1][1] + text
        else:
            joined.append((look, text))
    return [(look, re.sub(r"(?:(?<! ) +)?\n *", "\n", text)) for look, text in joined] or [("", "")]


def _with(said: str, text: str, codes: list[Code], markup: list[Markup]) -> tuple[str, list[Code], list[Markup]]:
    """More text behind what there is: one blank for several, a code behind the blank at a line break."""
    at = 0
    for found in _BLANKS.finditer(said):
        text += said[at : found.start()]
        at = found.end()
        if text and not text.endswith(" "):
            text += " "
        if "\n" in found[0] and text:
            key = str(len(markup) + 1)
            markup = [*markup, Markup(key, "break", "\n")]
            codes = [*codes, Code(len(text), key, "alone")]
    return text + said[at:], codes, markup


def _runs(element: Any) -> list[Any]:
    runs = list(element.iterchildren("{*}r"))
    return runs or [element]


def _text(run: Any) -> str:
    said = "".join(part.text or "" for part in run.iterchildren("{*}t"))
    return clean(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), said))


def _look(run: Any) -> str:
    """The formatting of a run, as XML; empty where it has none of its own."""
    from lxml import etree

    properties = run.find("{*}rPr")
    if properties is None or run.tag.endswith(("}si", "}is")):
        return ""
    return bytes(etree.tostring(properties, with_tail=False)).decode()


def _usual(runs: list[tuple[Any, str]]) -> str:
    """The formatting that most of the text has; that of an empty run, which says so where English has made it few."""
    empty = next((run for run, said in runs if not said and len(runs) > 1), None)
    if empty is not None:
        return _look(empty)
    return _most((_look(run), said) for run, said in runs)


def _most(pieces: Iterable[tuple[str, str]]) -> str:
    often: Counter[str] = Counter()
    for look, said in pieces:
        often[look] += len(said)
    return max(often, key=lambda look: often[look], default="")


def _role(look: str) -> CodeRole:
    for role, tag in _TAGS:
        if re.search(rf"<(?:\w+:)?{tag}(?:\s*/>|\s+val=\"(?:1|true)\")", look):
            return role
    return "other"
