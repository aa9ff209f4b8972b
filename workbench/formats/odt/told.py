"""What is to be told of an OpenDocument text: what was resolved, and what stays in German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.formats.odt.names import local, named
from workbench.formats.odt.package import OdtFile, text_of
from workbench.problem import Problem

_WORD = re.compile(r"[^\W\d_]{2,}")
_AFFIXES = (named("style:num-prefix"), named("style:num-suffix"))
_KINDS = {"text:insertion": "insertion", "text:deletion": "deletion", "text:format-change": "change of format"}


def told(file: OdtFile) -> Iterator[Problem]:
    """The remarks on a file."""
    yield from _changes(file)
    text = text_of(file)
    if any(local(one) == "draw:object" for one in text.iter(named("draw:object")) if _is_chart(one, file)):
        yield Problem(file.where, "the words in a chart stay in German", "translate them in the English file by hand")
    if any(one.get(_LABEL) for one in text.iter(f"{{{named('form:x')[1:].partition('}')[0]}}}*")):
        yield Problem(file.where, "the labels of a form stay in German", "translate them in the English file by hand")
    if words := sorted(_before_numbers(file)):
        what = f"“{words[0]}”, which stands before or after numbers, stays in German"
        yield Problem(file.where, what, "change it in the English file (Tools, Heading Numbering, or the list's style)")
    if any(name.startswith(("Basic/", "Scripts/")) for name in file.names):
        yield Problem(file.where, "has macros, which are kept as they are", "hand it over only if you trust them")
    if "META-INF/documentsignatures.xml" in file.names:
        yield Problem(file.where, "is signed, and the signature does not hold for the English", "sign that one anew")


def _changes(file: OdtFile) -> Iterator[Problem]:
    kinds = [_KINDS.get(local(one), "") for one in file.content.iter(*(named(kind) for kind in _KINDS))]
    counts = [(kinds.count(kind), kind) for kind in _KINDS.values()]
    parts = [f"{count:,} {_plural(kind, count)}" for count, kind in counts if count]
    if parts:
        what = f"tracked changes are taken as accepted ({', '.join(parts)})"
        yield Problem(file.where, what, "reject in the source what is not meant to stay")


def _plural(kind: str, count: int) -> str:
    if count == 1:
        return kind
    return "changes of format" if kind.startswith("change") else f"{kind}s"


def _is_chart(element: Any, file: OdtFile) -> bool:
    """Whether an embedded object is a chart with words in it."""
    if len(element):
        return any(one.text and _WORD.search(one.text) for one in element.iter(named("text:p")))
    name = element.get(_HREF, "").removeprefix("./") + "/content.xml"
    return file.package is not None and name in file.names and b"<office:chart" in file.package.read(name)


def _before_numbers(file: OdtFile) -> set[str]:
    """The words in the numbers of headings and lists that are in use: „Kapitel 1“."""
    found = set()
    for root in filter(lambda one: one is not None, (file.content, file.styles)):
        for element in root.iter(named("text:outline-level-style"), named("text:list-level-style-number")):
            if element.get(_FORMAT):
                found |= {value.strip() for name in _AFFIXES if _WORD.search(value := element.get(name, ""))}
    return found


_HREF, _LABEL, _FORMAT = named("xlink:href"), named("form:label"), named("style:num-format")
