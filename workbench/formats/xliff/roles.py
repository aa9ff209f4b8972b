"""What an inline tag of a bilingual file stands for, told from what the file says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.formats.markup import CodeRole

_NOT_OFF = r"(?!\s*=\s*[\"']?(?:false|off|0))"
_PATTERNS: tuple[tuple[CodeRole, str], ...] = (
    ("link", r"\b(?:hyper)?link\b|\bx-(?:html-)?a\b|<a[\s>]|\bhref\s*="),
    ("image", r"\bimage\b|\bx-(?:html-)?img\b|<img\b"),
    ("note", r"\b(?:foot|end)note"),
    ("break", r"\b(?:xlf:)?(?:lb|pb)\b|line-?break|\bx-(?:html-)?br\b|<br\b|<w:br\b"),
    ("code", r"\bx-(?:html-)?code\b|<code\b|\bfs:code\b"),
    (
        "bold",
        rf"\bbold\b{_NOT_OFF}|\bxlf:b\b|\bx-(?:html-)?(?:b|strong)\b|<(?:b|strong)[\s>]|\bfs:(?:b|strong)\b",
    ),
    (
        "italic",
        rf"\bitalics?\b{_NOT_OFF}|\bxlf:i\b|\bx-(?:html-)?(?:i|em)\b|<(?:i|em)[\s>]|\bfs:(?:i|em)\b",
    ),
    ("strike", r"\bstrike(?:through)?\b|<(?:s|del|strike)[\s>]|\bfs:(?:s|del)\b"),
)
_ROLES = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _PATTERNS)
_ADDRESS = re.compile(r"\bhref\s*=\s*[\"']([^\"'<>]{1,2000})[\"']", re.IGNORECASE)


def role_of(hints: Iterable[str]) -> CodeRole:
    """The role of a code, by its types and by the tag of the original that it holds.

    >>> role_of(["x-html-STRONG"]), role_of(['<cf bold="True">']), role_of(["fmt", "xlf:lb"]), role_of([])
    ('bold', 'bold', 'break', 'other')
    """
    said = " ".join(filter(None, hints))
    return next((role for role, pattern in _ROLES if pattern.search(said)), "other") if said else "other"


def address_of(hints: Iterable[str]) -> str:
    """Where a link leads, if its tag says so."""
    found = _ADDRESS.search(" ".join(filter(None, hints)))
    return found[1] if found else ""
