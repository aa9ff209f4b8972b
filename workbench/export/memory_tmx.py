"""A translation memory as TMX 1.4b (LISA OSCAR, 2005), pair by pair, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.export.tmx import HEAD, header, put_text
from workbench.memory import Pair
from workbench.text import clean_line

_TAIL = b"  </body>\n</tmx>\n"
_OF_DATES = str.maketrans("", "", "-:")


def memory_as_tmx(pairs: Iterable[Pair]) -> Iterator[bytes]:
    """The file in pieces, one a pair. `workbench memory import` reads all of it again: texts with their codes, their
    neighbours, document and paragraph, how far they may be trusted, when they were made and by whom.

    Codes have their numbers (`x`) and no content: what they were in their source file a memory does not know.
    """
    said = " ".join(f'{name}="{value}"' for name, value in header("").items())
    yield HEAD + f'<tmx version="1.4">\n  <header {said}/>\n  <body>\n'.encode()
    for pair in pairs:
        yield b"    " + _unit(pair) + b"\n"
    yield _TAIL


def _unit(pair: Pair) -> bytes:
    from lxml import etree

    said = {"changedate": pair.made.translate(_OF_DATES), "changeid": clean_line(pair.who)}
    unit = etree.Element("tu", {name: value for name, value in said.items() if value})
    properties = (
        ("x-document", clean_line(pair.document) or None),
        ("x-paragraph", str(pair.place + 1) if pair.place >= 0 else None),
        ("x-context-pre", pair.before),
        ("x-context-post", pair.after),
        ("x-trust", pair.trust if pair.trust != "reviewed" else None),
    )
    for kind, value in properties:
        if value is not None:
            etree.SubElement(unit, "prop", {"type": kind}).text = value
    put_text(unit, "de", pair.source)
    put_text(unit, pair.english or "en", pair.target)
    return bytes(etree.tostring(unit, encoding="UTF-8"))
