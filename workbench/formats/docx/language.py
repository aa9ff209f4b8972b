"""The language of the text set to English: what is tagged as German, and no other language."""

from __future__ import annotations

from typing import Any

from workbench.formats.docx.names import RPR, VAL, w
from workbench.formats.languages import English

_LANG = w("lang")
_AFTER_LANG = (w("eastAsianLayout"), w("specVanish"))
_DC_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"


def set_english(root: Any, language: English) -> bool:
    """Tag as English what a part tags as German; whether there was anything."""
    changed = False
    for element in root.iter(_LANG, w("themeFontLang")):
        if is_german(element.get(VAL)):
            element.set(VAL, language)
            changed = True
    return changed


def set_default(styles: Any, language: English) -> bool:
    """Tag a document's text as English where its styles leave its language open."""
    properties = styles
    for name in (w("docDefaults"), w("rPrDefault"), RPR):  # each the first of what it stands in
        inside = properties.find(name)
        if inside is None:
            inside = properties.makeelement(name)
            properties.insert(0, inside)
        properties = inside
    if properties.find(_LANG) is not None:
        return False
    following = next(properties.iterchildren(*_AFTER_LANG), None)
    properties.insert(
        len(properties) if following is None else properties.index(following),
        properties.makeelement(_LANG, {VAL: language}),
    )
    return True


def set_property(core: Any, language: English) -> bool:
    """Set the language that a document's properties name."""
    element = core.find(_DC_LANGUAGE)
    if element is None or not is_german((element.text or "").strip()):
        return False
    element.text = language
    return True


def is_german(tag: str | None) -> bool:
    """Whether a language tag (BCP 47) is one of German.

    >>> is_german("de-CH"), is_german("DE"), is_german("den")
    (True, True, False)
    """
    return (tag or "").lower().replace("_", "-").partition("-")[0] == "de"
