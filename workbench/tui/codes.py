"""Inline codes on the screen: one sign each, `¹neue₁` for a pair and `²` for one that stands alone."""

from __future__ import annotations

from collections import Counter

from workbench.checks.codes import NAMES
from workbench.formats import CodeRole
from workbench.project import ParagraphRecord
from workbench.text import Code, Inline, Span, pairs
from workbench.text.inline import MARK, code_of
from workbench.tui.row import Mark

_RAISED, _LOWERED = "¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "₁₂₃₄₅₆₇₈₉"
"""Raised and lowered figures are in every font of a terminal; letters follow from the tenth code on."""
_RAISED_BEYOND, _LOWERED_BEYOND = "⁺", "₊"
_LOOKS: dict[CodeRole, str] = {
    "bold": "pairs--bold",
    "italic": "pairs--italic",
    "strike": "pairs--strike",
    "link": "pairs--link",
    "image": "pairs--link",
    "code": "pairs--code",
}


def signs(marked: str) -> str:
    """The text of a cell as it is drawn: each private character of a code as its sign."""
    return MARK.sub(lambda found: _sign(code_of(found.group())), marked)


def shown(inline: Inline) -> str:
    """A text with its codes as they are drawn."""
    return signs(inline.marked()) if inline.codes else inline.text


def _sign(code: Code) -> str:
    signs, beyond = (_LOWERED, _LOWERED_BEYOND) if code.kind == "close" else (_RAISED, _RAISED_BEYOND)
    number = int(code.id)
    return signs[number - 1] if number <= len(signs) else beyond


def drawn_at(inline: Inline, offset: int, *, after: bool = False) -> int:
    """Where an offset of the text is in what is drawn: before its character, or behind the one before it (`after`)."""
    if not inline.codes:
        return offset
    return offset + sum(code.at < offset or (code.at == offset and not after) for code in inline.codes)


def drawn(inline: Inline, span: Span) -> Span:
    """A stretch of the text in what is drawn."""
    if span.start == span.end:
        at = drawn_at(inline, span.start)
        return Span(at, at)
    return Span(drawn_at(inline, span.start), drawn_at(inline, span.end, after=True))


def of_text(marked: str, drawn_offset: int) -> int:
    """The offset in the text of an offset in what is drawn."""
    return drawn_offset - len(MARK.findall(marked[:drawn_offset]))


def looks(record: ParagraphRecord, inline: Inline) -> list[Mark]:
    """How the codes of a text look, and the words in them, by stretches of what is drawn."""
    if not inline.codes:
        return []
    roles = {one.id: one.role for one in record.markup}
    marks = [Mark(Span(*found.span()), "pairs--sign") for found in MARK.finditer(inline.marked())]
    for pair in pairs(inline.codes):
        look = _LOOKS.get(roles.get(pair.id, "other"))
        if look and pair.start < pair.end:
            marks.append(Mark(drawn(inline, Span(pair.start, pair.end)), look))
    return marks


def legend(record: ParagraphRecord) -> str:
    """What the codes of a paragraph are, with their signs: `¹ bold · ² link https://…`."""
    known = {one.id: one for one in record.markup}
    told = []
    for code in record.codes:
        markup = known.get(code.id)
        if markup and code.kind != "close":
            shown_of_it = markup.address or (markup.first if code.kind == "alone" else "")
            told.append(f"{_sign(code)} {NAMES[markup.role]} {shown_of_it}".strip())
    return " · ".join(told)


def missing(wanted: tuple[Code, ...], there: tuple[Code, ...]) -> list[Code]:
    """The codes of the German that the English has not, those of the next id: both halves of a pair, or one code."""
    left = Counter((code.id, code.kind) for code in wanted) - Counter((code.id, code.kind) for code in there)
    lost = [code for code in wanted if left[code.id, code.kind]]
    return [code for code in lost if code.id == lost[0].id] if lost else []
