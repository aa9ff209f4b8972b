"""What is to be told of an OpenDocument text: what was resolved, and what stays in German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.formats.odt.names import local, named
from workbench.formats.odt.package import OdtFile, text_of
from workbench.problem import Problem
from workbench.text.clean import clean_line

_WORD = re.compile(r"[^\W\d_]{2,}")
_IN_OBJECT = re.compile(rb"<text:(?:p|span)\b[^>]*>[^<]*[A-Za-z\xc3]{2}")
_AFFIXES = (named("style:num-prefix"), named("style:num-suffix"))
_PROPERTIES = {
    "dc:title": "title",
    "dc:subject": "subject",
    "dc:description": "comments",
    "meta:keyword": "keywords",
    "meta:user-defined": "your own",
}
_KINDS = {"text:insertion": "insertion", "text:deletion": "deletion", "text:format-change": "change of format"}


def told(file: OdtFile) -> Iterator[Problem]:
    """The remarks on a file."""
    yield from _changes(file)
    yield from _german(file)
    if any(name.startswith(("Basic/", "Scripts/")) for name in file.names):
        yield Problem(file.where, "has macros, which are kept as they are", "hand it over only if you trust them")
    if "META-INF/documentsignatures.xml" in file.names:
        yield Problem(file.where, "is signed, and the signature does not hold for the English", "sign that one anew")


def _german(file: OdtFile) -> Iterator[Problem]:
    """What stays in German, beside what fields have (see `fields.remarks`)."""
    text = text_of(file)
    if any(_has_text_inside(one, file) for one in text.iter(named("draw:object"), named("draw:object-ole"))):
        what = "the words in a chart or another embedded document stay in German"
        yield Problem(file.where, what, "translate them in the English file by hand")
    if any(one.get(_LABEL) for one in text.iter(f"{{{named('form:x')[1:].partition('}')[0]}}}*")):
        yield Problem(file.where, "the labels of a form stay in German", "translate them in the English file by hand")
    if any(_has_words(one) for one in text.iter(named("text:ruby-text"))):
        yield Problem(file.where, "what stands above words (ruby) stays in German", "change it in the English file")
    if said := _properties(file):
        what = f"the file's properties stay in German: {said}"
        yield Problem(file.where, what, "change them in the English file (File, Properties)")
    if words := sorted(_before_numbers(file)):
        what = f"“{words[0]}”, which stands before or after numbers, stays in German"
        yield Problem(file.where, what, "change it in the English file (Tools, Heading Numbering, or the list's style)")


def _changes(file: OdtFile) -> Iterator[Problem]:
    found = (one for root in file.parts.values() for one in root.iter(*map(named, _KINDS)))
    kinds = [_KINDS.get(local(one), "") for one in found]
    counts = [(kinds.count(kind), kind) for kind in _KINDS.values()]
    parts = [f"{count:,} {_plural(kind, count)}" for count, kind in counts if count]
    if parts:
        what = f"tracked changes are taken as accepted ({', '.join(parts)})"
        yield Problem(file.where, what, "reject in the source what is not meant to stay")


def _properties(file: OdtFile) -> str:
    """What the properties that a reader sees say: „title “Der Bericht”, keywords “Minsk””."""
    found: dict[str, str] = {}
    for root in file.parts.values():
        for meta in root.iter(named("office:meta")):
            for one in meta.iterchildren("{*}*"):
                name = _PROPERTIES.get(local(one), "")
                if name and _has_words(one):
                    found.setdefault(name, clean_line(one.text)[:60])
    return ", ".join(f"{name} “{words}”" for name, words in found.items())


def _has_words(element: Any) -> bool:
    return _WORD.search(element.text or "") is not None


def _plural(kind: str, count: int) -> str:
    if count == 1:
        return kind
    return "changes of format" if kind.startswith("change") else f"{kind}s"


def _has_text_inside(element: Any, file: OdtFile) -> bool:
    """Whether an embedded object is a chart or a table with words in it; one of another program may always be."""
    if local(element) == "draw:object-ole":
        return True
    if len(element):
        return any(_has_words(one) for one in element.iter(named("text:p")))
    name = element.get(_HREF, "").removeprefix("./") + "/content.xml"
    return file.package is not None and name in file.names and bool(_IN_OBJECT.search(file.package.read(name)))


def _before_numbers(file: OdtFile) -> set[str]:
    """The words in the numbers of headings and lists that are in use: „Kapitel 1“."""
    found = set()
    for root in filter(lambda one: one is not None, (file.content, file.styles)):
        for element in root.iter(named("text:outline-level-style"), named("text:list-level-style-number")):
            if element.get(_FORMAT):
                found |= {value.strip() for name in _AFFIXES if _WORD.search(value := element.get(name, ""))}
    return found


_HREF, _LABEL, _FORMAT = named("xlink:href"), named("form:label"), named("style:num-format")
