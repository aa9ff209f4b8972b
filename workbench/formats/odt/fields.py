"""Fields that a program fills anew when it opens a file: what English stands in them has to outlast that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.formats.odt.names import local, named
from workbench.problem import Problem
from workbench.text.clean import clean_line

_OF_PROPERTIES = tuple(
    named(f"text:{name}") for name in ("title", "subject", "keywords", "description", "user-defined")
)
"""They show what the file's properties say, unless they are fixed (OpenDocument 1.3, part 3, 7.5)."""
_OF_USER, _DECLARED = named("text:user-field-get"), named("text:user-field-decl")
_FIXED, _NAME, _STRING = named("text:fixed"), named("text:name"), named("office:string-value")

Shown = Mapping[tuple[str, str], frozenset[str]]
"""The words that fields show, by their element and name."""


def shown(roots: Iterable[Any]) -> Shown:
    """What the fields of a file show."""
    found: dict[tuple[str, str], set[str]] = {}
    for field in _fields(roots):
        found.setdefault(_key(field), set()).add(_words(field))
    return {key: frozenset(words) for key, words in found.items()}


def hold(roots: Iterable[Any], before: Shown) -> None:
    """Have fields keep words that they did not show before: fixed, or with the value that they are filled from."""
    roots = list(roots)
    declared = {one.get(_NAME): one for root in roots for one in root.iter(_DECLARED) if one.get(_STRING)}
    for field in _fields(roots):
        if _words(field) in before.get(_key(field), ()):
            continue
        if field.tag != _OF_USER:
            field.set(_FIXED, "true")
        elif (declaration := declared.pop(field.get(_NAME), None)) is not None:
            declaration.set(_STRING, _words(field))


def remarks(roots: Iterable[Any], where: Path) -> Iterator[Problem]:
    """Told: words of fields that stay in German, since their file has them where no text is."""
    elements = [one for root in roots for one in root.iter("{*}*")]
    conditions, marks = filter(_is_condition, elements), filter(_is_index_mark, elements)
    if told := _first(_words(one) for one in elements if one.tag == _LIST):
        what = f"what a drop-down list offers (“{told}”) stays in German"
        yield Problem(where, what, "change the list in the English file (Edit, Fields)")
    if told := _first(value for one in conditions for value in _said(one)):
        what = f"words that are shown under a condition (“{told}”) stay in German"
        yield Problem(where, what, "change the condition's words in the English file (Edit, Fields)")
    if told := _first(value for one in marks for value in _said(one)):
        what = f"words that only an index shows (“{told}”) stay in German"
        yield Problem(where, what, "change the entry in the English file (Edit, Reference, Index Entry)")


def _fields(roots: Iterable[Any]) -> Iterator[Any]:
    return (field for root in roots for field in root.iter(*_OF_PROPERTIES, _OF_USER))


def _key(field: Any) -> tuple[str, str]:
    return field.tag, field.get(_NAME, "")


def _words(element: Any) -> str:
    return clean_line("".join(element.itertext()))


def _said(element: Any) -> list[str]:
    """The words in the attributes of a condition or of an index's mark."""
    return [clean_line(value) for name, value in element.attrib.items() if name in _VALUES]


def _is_condition(element: Any) -> bool:
    return element.tag in _CONDITIONS


def _is_index_mark(element: Any) -> bool:
    return local(element).startswith(("text:alphabetical-index-mark", "text:toc-mark", "text:user-index-mark"))


def _first(texts: Iterable[str]) -> str:
    """The first that has words, shortened."""
    text = next((text for text in texts if any(map(str.isalpha, text))), "")
    return text if len(text) <= 60 else text[:59] + "…"


_LIST = named("text:drop-down")
_CONDITIONS = frozenset({named("text:conditional-text"), named("text:hidden-text")})
_VALUES = frozenset(
    named(f"text:{name}") for name in ("string-value", "string-value-if-true", "string-value-if-false", "key1", "key2")
)
