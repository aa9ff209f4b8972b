"""Words in a Word file that are in no paragraph and stay as they are: in formulas, drawings, charts, choices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from workbench.formats.docx.names import ALTERNATE, HYPERLINK, TEXT_BOX, TOOLTIP, VAL, P, T, w

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")  # sin, lim and max are none
_CHART, _OBJECT = ("chart", "charts"), ("embedded object", "embedded objects")
_CHOICE = ("choice or hint of a form", "choices or hints of forms")

Kind = tuple[str, str]
"""What one such thing is called, and several of them."""
OTHER_FILES: Mapping[str, Kind] = {
    "chart": _CHART, "chartEx": _CHART, "oleObject": _OBJECT, "package": _OBJECT,
    "diagramData": ("diagram (SmartArt)", "diagrams (SmartArt)"), "subDocument": ("subdocument", "subdocuments"),
    "aFChunk": ("file that is inserted when it is opened", "files that are inserted when it is opened"),
    "glossaryDocument": ("set of building blocks", "sets of building blocks"),
}  # fmt: skip
"""Parts with words in them that are not read, by the kind of relation that leads to them."""


def staying(root: Any) -> Counter[Kind]:
    """What of a part's words stays as it is, and how often; parts of their own and fields aside."""
    found: Counter[Kind] = Counter()
    for element in root.iter(*_STAYING):
        kind, has_words = _STAYING[element.tag]
        if has_words(element):
            found[kind] += 1
    return found


def has_word(text: str | None) -> bool:
    """Whether a text that an element has, or has not, is more than figures and signs."""
    return _WORD.search(text or "") is not None


def _said_in(attribute: str) -> Callable[[Any], bool]:
    return lambda element: has_word(element.get(attribute))


def _formula_has_words(formula: Any) -> bool:
    return any(_LONG_WORD.search(text.text or "") for text in formula.iter(f"{_MATH}t"))


def _has_text_itself(alternate: Any) -> bool:
    """Whether it has words outside of paragraphs that stand in it (in a text box), which are read."""
    around = (P, TEXT_BOX, ALTERNATE)
    return any(has_word(text.text) and next(text.iterancestors(*around)) is alternate for text in alternate.iter(T))


_STAYING: Mapping[str, tuple[Kind, Callable[[Any], bool]]] = {
    HYPERLINK: (("tip that a link shows", "tips that links show"), _said_in(TOOLTIP)),
    f"{_DRAWING}t": (
        ("stretch of text in a drawing", "stretches of text in drawings"),
        lambda element: has_word(element.text),
    ),
    w("ruby"): (("word with its reading above it", "words with their reading above them"), lambda _: True),
    f"{_MATH}oMath": (("formula with words", "formulas with words"), _formula_has_words),
    ALTERNATE: (("passage in two versions", "passages in two versions"), _has_text_itself),
    w("listItem"): (_CHOICE, _said_in(w("displayText"))),
    **dict.fromkeys((w("listEntry"), w("helpText"), w("statusText")), (_CHOICE, _said_in(VAL))),
}
