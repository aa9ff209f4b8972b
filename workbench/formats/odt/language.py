"""The language that a text is marked with: English instead of German; any other stays."""

from __future__ import annotations

from typing import Any

from workbench.formats.languages import English
from workbench.formats.odt.looks import GERMAN
from workbench.formats.odt.names import named

_LANGUAGES = ("fo", "number")
_FAMILIES = ("paragraph", "graphic")
_DC = named("dc:language")


def set_english(root: Any, language: English) -> None:
    """Mark what is marked as German as English, in styles, indexes, dates and numbers, and the text's default."""
    for element in root.iter("{*}*"):
        for prefix in _LANGUAGES:
            if element.get(named(f"{prefix}:language")) in GERMAN:
                _set(element, prefix, language)
        if element.tag == _DEFAULT and element.get(_FAMILY) in _FAMILIES:
            _set_default(element, language)
        if element.tag == _DC and (element.text or "").partition("-")[0].lower() in GERMAN:
            element.text = language


def _set(element: Any, prefix: str, language: English) -> None:
    english, _, country = language.partition("-")
    element.set(named(f"{prefix}:language"), english)
    if element.get(named(f"{prefix}:country"), "none") != "none" or prefix == "fo":
        element.set(named(f"{prefix}:country"), country)
    for name in (f"{prefix}:script", f"{'style' if prefix == 'fo' else prefix}:rfc-language-tag"):
        element.attrib.pop(named(name), None)


def _set_default(style: Any, language: English) -> None:
    """What a text is in that says nothing of it: the text that was translated."""
    for properties in style.iterchildren(_PROPERTIES):
        if properties.get(named("fo:language")) != "en":
            _set(properties, "fo", language)
        return
    if style.get(_FAMILY) == "paragraph":
        properties = style.makeelement(_PROPERTIES, nsmap=style.nsmap)
        style.append(properties)
        _set(properties, "fo", language)


_DEFAULT, _FAMILY, _PROPERTIES = named("style:default-style"), named("style:family"), named("style:text-properties")
