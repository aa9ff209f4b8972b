"""The language that a text is marked with: English instead of German; any other stays."""

from __future__ import annotations

from typing import Any

from workbench.formats.odt.looks import GERMAN
from workbench.formats.odt.names import named

_LANGUAGES = ("fo", "number")
_FAMILIES = ("paragraph", "graphic")
_DC = named("dc:language")


def set_english(root: Any) -> None:
    """Mark what is marked as German as English, in styles, indexes, dates and numbers, and the text's default."""
    for element in root.iter("{*}*"):
        for prefix in _LANGUAGES:
            if element.get(named(f"{prefix}:language")) in GERMAN:
                _set(element, prefix)
        if element.tag == _DEFAULT and element.get(_FAMILY) in _FAMILIES:
            _set_default(element)
        if element.tag == _DC and (element.text or "").partition("-")[0].lower() in GERMAN:
            element.text = "en-GB"


def _set(element: Any, prefix: str) -> None:
    element.set(named(f"{prefix}:language"), "en")
    if element.get(named(f"{prefix}:country"), "none") != "none" or prefix == "fo":
        element.set(named(f"{prefix}:country"), "GB")
    for name in (f"{prefix}:script", f"{'style' if prefix == 'fo' else prefix}:rfc-language-tag"):
        element.attrib.pop(named(name), None)


def _set_default(style: Any) -> None:
    """What a text is in that says nothing of it: the text that was translated."""
    for properties in style.iterchildren(_PROPERTIES):
        if properties.get(named("fo:language")) != "en":
            _set(properties, "fo")
        return
    if style.get(_FAMILY) == "paragraph":
        properties = style.makeelement(_PROPERTIES, nsmap=style.nsmap)
        style.append(properties)
        _set(properties, "fo")


_DEFAULT, _FAMILY, _PROPERTIES = named("style:default-style"), named("style:family"), named("style:text-properties")
