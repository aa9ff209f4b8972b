"""What the tags of a page are to a translator: codes with a role, what is left alone, what says nothing."""

from __future__ import annotations

import re

from workbench.formats.html.tree import Element
from workbench.formats.markup import CodeRole

CODES: dict[str, CodeRole] = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("s", "del", "strike"), "strike"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "a": "link",
    "img": "image",
    "br": "break",
}
_UNTOUCHED_WORDS = """audio button canvas datalist dialog embed frameset iframe input listing map math meter noembed
    noframes noscript object output plaintext pre progress script select style svg template textarea
    video xmp"""
_UNTOUCHED = frozenset(_UNTOUCHED_WORDS.split())
_OWN_LINE_WORDS = "audio button dialog embed form iframe listing object plaintext pre textarea video xmp"
_OWN_LINE = frozenset(_OWN_LINE_WORDS.split())
_NEUTRAL_WORDS = """abbr acronym bdi bdo big data font ins label mark nobr picture q rp rt ruby small span time u
    wbr"""
_NEUTRAL = frozenset(_NEUTRAL_WORDS.split())
_CONTROLS = frozenset(["button", "input", "select", "textarea"])
_ARTICLE = frozenset(["article", "h1", "main"])
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def is_untouched(element: Element) -> bool:
    """Whether an element stays as it is with all that is in it: scripts, pictures that are drawn, code, what is hidden.

    A form does, unless the whole page is in it.
    """
    if element.name in _UNTOUCHED:
        return True
    given = element.attributes
    if element.name == "form":
        return any(one.name in _CONTROLS for one in _inside(element)) and not any(
            one.name in _ARTICLE for one in _inside(element)
        )
    if "hidden" in given and given["hidden"] != "until-found":
        return True
    return (is_kept(element) and element.is_block) or _UNSEEN.search(given.get("style", "")) is not None


def is_kept(element: Element) -> bool:
    """Whether a page says of an element that it is not translated."""
    return (
        element.attributes.get("translate", "").lower() == "no"
        or "notranslate" in element.attributes.get("class", "").lower().split()
    )


def on_its_own_line(element: Element) -> bool:
    """Whether what is left alone parts the text before it from the text behind."""
    return element.name in _OWN_LINE or element.is_block


def role_of(element: Element) -> CodeRole:
    """What a code is."""
    if is_kept(element):
        return "code"
    if element.name == "a" and "href" not in element.attributes:
        return "other"
    return CODES.get(element.name, "other")


def is_neutral(element: Element) -> bool:
    """Whether an element may stand around a whole paragraph without being a code of it."""
    if is_kept(element):
        return False
    return element.name in _NEUTRAL or "-" in element.name or (role_of(element) == "other" and element.name == "a")


def says_nothing(element: Element) -> bool:
    """Whether nothing is lost with an element's tags: a `<span>` without attributes, or with a language only."""
    return element.name in ("span", "font", "wbr") and not element.attributes.keys() - {"lang", "xml:lang"}


def address_of(element: Element) -> str:
    """Where a link leads or an image lies."""
    return element.attributes.get("href") or element.attributes.get("src") or ""


def _inside(element: Element) -> list[Element]:
    found, waiting = [], [element]
    while waiting:
        one = waiting.pop()
        found += one.children
        waiting += one.children
    return found
