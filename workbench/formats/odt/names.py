"""The names of OpenDocument 1.3 that are used here, as lxml has them."""

from __future__ import annotations

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def named(name: str) -> str:
    """`text:p` as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def local(element: object) -> str:
    """An element's name with the usual prefix, `text:p`; without one where its namespace is none of these."""
    tag = getattr(element, "tag", "")
    if not isinstance(tag, str):
        return ""  # a comment or a processing instruction
    space, _, name = tag[1:].rpartition("}")
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{name}" if prefix else name


_PREFIXES = {space: prefix for prefix, space in NAMESPACES.items()}
