"""The names of XHTML's elements, whatever namespace a book has them in."""

from __future__ import annotations

from typing import Any

TYPE = "{http://www.idpf.org/2007/ops}type"


def name_of(element: Any) -> str:
    """An element's name without its namespace; empty for a comment, a processing instruction, an entity."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
