"""What of a page stays in German though readers may see it: told, so that nobody has to look for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

from workbench.formats.html.runs import Run
from workbench.formats.html.tree import Element, Page
from workbench.formats.left import is_german_prose, is_sentence
from workbench.problem import Problem
from workbench.text.clean import clean_line
from workbench.text.tags import without_angle_brackets

_BY_HAND = "translate it in the English file by hand, if it is for readers"
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_SAYS = re.compile(r'"(?:headline|alternativeHeadline|description|articleBody)"\s*:\s*"[^"]')
_PAYWALL = re.compile(r"paywall|paid-?content|bezahlschranke")
_FEWEST = 6
"""Words of a sentence."""
_SHOWN = 3
_LONGEST = 50
"""So many paragraphs are quoted, and so many characters of each."""


def left_in(
    page: Page, untouched: Sequence[Element], where: Path, first: int = 0, last: int | None = None
) -> Iterator[Problem]:
    """What is left alone between two places of a page and has German sentences in it: code, drawings, buttons, what
    is hidden. Structured data for search engines is told wherever it stands."""
    until = len(page.text) if last is None else last
    data = False
    for element in untouched:
        start, end = element.tag[1], max(element.tag[1], element.close[0])
        if element.name in ("script", "style"):
            data = data or (_is_data(element) and _SAYS.search(page.text, start, end) is not None)
        elif first <= element.tag[0] < until and is_german_prose(_text(page.text[start:end])):
            yield Problem(where, f"what is in <{element.name}> stays in German", _BY_HAND, _line(page, start))
    if data:
        what = "what the page says of itself to search engines (application/ld+json) stays in German"
        yield Problem(where, what, "whoever publishes the page writes it anew")
    yield from _in_cdata(page, where)


def _in_cdata(page: Page, where: Path) -> Iterator[Problem]:
    for event in page.events:
        is_cdata = event.kind == "comment" and page.text.startswith("<![CDATA[", event.start)
        if is_cdata and is_german_prose(page.text[event.start + len("<![CDATA[") : event.end - len("]]>")]):
            yield Problem(where, "what is in CDATA stays in German", _BY_HAND, _line(page, event.start))


def beside_article(page: Page, others: Sequence[tuple[Run, str]], where: Path) -> Iterator[Problem]:
    """Sentences of a page that were taken for no part of its article: how many paragraphs, and how the first begin.

    `others`: the paragraphs that are not read. A paywall is told, too: behind it the article may go on.
    """
    said = [(run, text) for run, text in others if _is_sentence(text) and not _is_of_frame(run)]
    if said:
        quoted = ", ".join(f"“{_begin(text)}”" for _, text in said[:_SHOWN])
        more = f" and {len(said) - _SHOWN} more" if len(said) > _SHOWN else ""
        count = "a paragraph was" if len(said) == 1 else f"{len(said)} paragraphs were"
        what = f"{count} taken for no part of the article and stay{'s' * (len(said) == 1)} in German: {quoted}{more}"
        yield Problem(where, what, "look whether one belongs to it", _line(page, said[0][0].start))
    if any(_PAYWALL.search(one.names) for one in page.elements if one.children and one.name not in ("body", "html")):
        yield Problem(where, "the page has a paywall: the article may go on behind it", "look whether its end is there")


def _is_sentence(text: str) -> bool:
    return is_sentence(text) and is_german_prose(text, fewest=_FEWEST)


def _is_of_frame(run: Run) -> bool:
    return any(one.name in ("nav", "footer") for one in run.element.above)


def _is_data(element: Element) -> bool:
    return element.attributes.get("type", "").lower() == "application/ld+json"


def _text(html: str) -> str:
    return unescape(without_angle_brackets(_UNSEEN.sub(" ", html), " "))


def _begin(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _line(page: Page, at: int) -> int:
    return page.text.count("\n", 0, at) + 1
