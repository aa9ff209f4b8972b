"""Texts of a page that stand in attributes and in its head: title, description, what is said in place of an image."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from workbench.formats.html.kinds import is_kept
from workbench.formats.html.tokens import attributes, tokens, unescaped_value
from workbench.formats.html.tree import Element, Page
from workbench.formats.languages import English
from workbench.formats.roles import Role
from workbench.text.clean import clean_line

_META: dict[str, Role] = {
    **dict.fromkeys(("og:title", "twitter:title", "title", "headline"), "headline"),
    **dict.fromkeys(("description", "og:description", "twitter:description"), "teaser"),
    **dict.fromkeys(("og:image:alt", "twitter:image:alt"), "caption"),
}
_SPOKEN: dict[str, tuple[str, ...]] = {
    "img": ("alt", "title", "aria-label"),
    "area": ("alt", "aria-label"),
    "a": ("title", "aria-label"),
    "figure": ("aria-label",),
    "abbr": ("title",),
    "iframe": ("title",),
    "video": ("title",),
}
_FILE = re.compile(r"\S+\.\w{2,5}|\S*[_/]\S*|\S*\d{3,}\S*")
_SEPARATOR = re.compile(r"\s*[|–—•·»:]\s*|\s+-\s+")
_LANGUAGES = frozenset({"lang", "xml:lang"})
_LANGUAGE_METAS = frozenset({"og:locale", "content-language", "language", "dc.language"})
_GERMAN = re.compile(r"de(?:[-_]\w+)*|deutsch|german", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A text of the head or of an attribute. `start` and `end` hold its tag, or the characters of a title.

    `place`: where the text itself stands. `rest`: what stands behind it and stays: the name of the site.
    """

    text: str
    role: Role
    start: int
    end: int
    element: Element
    place: int
    rest: str = ""

    @property
    def is_head(self) -> bool:
        """Whether it is of the page's head."""
        return self.element.name in ("title", "meta")


def fields_in(page: Page, untouched: Iterable[Element]) -> list[Field]:
    """Every such text of a page, but for those in elements that are left alone; `says` tells which are for readers."""
    closed = {one.tag[0]: max(one.tag[1], one.close[1]) for one in untouched}
    found: list[Field] = []
    until = 0
    for element in page.elements:
        start = element.tag[0]
        until = max(until, closed.get(start, 0))
        if element.name == "title" and _in_head(element):
            found += _title(page, element)
        elif element.name == "meta":
            found += _meta(element)
        elif start >= until and not is_kept(element):
            found += _spoken(element)
    return found


def _in_head(element: Element) -> bool:
    above = element.parent
    return above is not None and above.name in ("head", "html", "")


def _title(page: Page, element: Element) -> Iterator[Field]:
    start, end = element.tag[1], element.close[0]
    text = clean_line(unescaped_value(page.text[start:end]))
    if text:
        yield Field(text, "headline", start, end, element, start)


def _meta(element: Element) -> Iterator[Field]:
    given = element.attributes
    name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
    role = _META.get(name)
    if role:
        yield from _valued(element, "content", role)


def _spoken(element: Element) -> Iterator[Field]:
    for name in _SPOKEN.get(element.name, ()):
        yield from _valued(element, name, "caption")


def _valued(element: Element, name: str, role: Role) -> Iterator[Field]:
    text = clean_line(element.attributes.get(name, ""))
    if text:
        start, end = element.tag
        value = next(one for one in attributes(element.text[start:end]) if one.name == name)
        yield Field(text, role, start, end, element, start + value.start)


def says(text: str) -> bool:
    """Whether such a text is for readers, and no name of a file."""
    return any(one.isalpha() for one in text) and not _FILE.fullmatch(text)


def without_site(title: str, headlines: Iterable[str]) -> int:
    """How many characters of a page's title are its headline; 0 where it begins with none and a site's name behind.

    >>> without_site("Lage bleibt ruhig | Beispielblatt", ["Lage bleibt ruhig"])
    17
    """
    for headline in headlines:
        if title.startswith(headline) and _SEPARATOR.match(title, len(headline)):
            return len(headline)
    return 0


def is_german(language: str) -> bool:
    """Whether a language tag names German (BCP 47: `de`, `de-AT`)."""
    return _GERMAN.fullmatch(language.strip()) is not None


def _is_english(language: str) -> bool:
    return re.split("[-_]", language.strip().lower())[0] == "en"


def tags_rewritten(stretch: str, said: Mapping[str, str | None], language: English, *, xml: bool = False) -> str:
    """A stretch of a page with the tags in it in English: their languages, and texts in attributes.

    `said`: what stands in place of a text; None where it is left out.
    """
    if not stretch.startswith("<") or "=" not in stretch:
        return stretch
    return "".join(
        tag_rewritten(stretch[token.start : token.end], token.name, said, language)
        if token.kind == "open"
        else stretch[token.start : token.end]
        for token in tokens(stretch, xml=xml)
    )


def tag_rewritten(tag: str, name: str, said: Mapping[str, str | None], language: English) -> str:
    """A start tag with English in it."""
    for one in reversed(attributes(tag)):
        new: str | None = None
        if one.name in _LANGUAGES and (is_german(one.value) or (name == "html" and not _is_english(one.value))):
            new = language
        elif one.name in _SPOKEN.get(name, ()) and (text := clean_line(one.value)) in said:
            new = said[text] or ""
            if new == text:
                continue
        if new is not None and new != one.value:
            tag = f"{tag[: one.start]}{value_like(tag[one.start : one.end], new)}{tag[one.end :]}"
    return tag


def value_like(was: str, new: str) -> str:
    """An attribute's value in the quotation marks that the old one had."""
    quote = was[:1] if was[:1] in ("'", '"') else '"'
    lead = "=" if not was else ""
    safe = escape(" ".join(new.split()), quote=False).replace(quote, "&quot;" if quote == '"' else "&#39;")
    return f"{lead}{quote}{safe}{quote}"


def language_rewritten(element: Element, tag: str, language: English) -> str:
    """A start tag of the page with the language of an English page: `<html lang>`, `og:locale`, `content-language`."""
    if element.name == "meta":
        return _meta_in_english(tag, language)
    if element.name == "html" and not _LANGUAGES & element.attributes.keys():
        return f'{tag[:5]} lang="{language}"{tag[5:]}'
    return tag_rewritten(tag, element.name, {}, language)


def _meta_in_english(tag: str, language: English) -> str:
    given = {one.name: one for one in attributes(tag)}
    names = {given[key].value.lower() for key in ("property", "name", "http-equiv") if key in given}
    content = given.get("content")
    if not content or not names & _LANGUAGE_METAS or not is_german(content.value):
        return tag
    new = language.replace("-", "_") if "_" in content.value or "og:locale" in names else language
    return f"{tag[: content.start]}{value_like(tag[content.start : content.end], new)}{tag[content.end :]}"
