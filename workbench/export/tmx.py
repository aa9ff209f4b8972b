"""The reviewed sentences as a translation memory, TMX 1.4b (LISA OSCAR, 2005), by translate-toolkit."""

from __future__ import annotations

from typing import Any

from workbench import __version__
from workbench.export.delivery import Delivery
from workbench.memory import sentence_pairs
from workbench.text import clean_line
from workbench.translation import State


def bilingual(delivery: Delivery) -> bytes:
    """The reviewed sentence pairs, each once; whole paragraphs where the sentences do not align.

    A translation memory is trusted: drafts and unreviewed English are left out, and so is what has no letters
    (`1/6`). Each unit tells its document
    and paragraph (from 1). There are no dates in it, so that an unchanged document gives an unchanged file.
    """
    record = delivery.record
    from translate.storage.tmx import tmxfile

    store = tmxfile(sourcelanguage="de", targetlanguage="en")
    header = store.document.getroot().find("header")
    for name, value in _header().items():
        header.set(name, value)
    seen: set[tuple[str, str]] = set()
    for index, paragraph in enumerate(record.paragraphs):
        if paragraph.state is not State.REVIEWED:
            continue
        for pair in sentence_pairs(clean_line(paragraph.german), clean_line(paragraph.english)):
            if pair not in seen and any(letter.isalpha() for letter in pair[0]):
                seen.add(pair)
                _add(store, pair, clean_line(record.source), index + 1)
    return bytes(store)


def _header() -> dict[str, str]:
    """What the standard demands of a header."""
    return {
        "creationtool": "workbench",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "workbench",
        "adminlang": "en",
        "srclang": "de",
        "datatype": "plaintext",
    }


def _add(store: Any, pair: tuple[str, str], document: str, paragraph: int) -> None:
    """Add one unit. TMX wants a unit's properties before its texts."""
    unit = store.addsourceunit(pair[0])
    unit.target = pair[1]
    for place, (kind, value) in enumerate((("x-document", document), ("x-paragraph", str(paragraph)))):
        prop = unit.xmlelement.makeelement("prop", type=kind)
        prop.text = value
        unit.xmlelement.insert(place, prop)
