"""Which paragraphs of a page are its article: found by trafilatura, with what it leaves out though it belongs to it.

Trafilatura gives text back, and neither elements nor places. So each paragraph of the page gets a number in front of
it in a copy of the page, written in two characters that have no width and that no rule of trafilatura knows
(variation selectors), and the numbers in what comes back are the paragraphs it has taken. Equal paragraphs, entities
and changed spaces make no difference to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Literal

from workbench.formats.furniture import is_byline, is_page_furniture
from workbench.formats.html.items import Item
from workbench.formats.html.runs import Run
from workbench.formats.html.tree import Element, Page
from workbench.formats.left import is_german_prose, is_sentence

Sort = Literal["article", "doubt"]

LONGEST = 2_000_000
MOST_RUNS = 20_000
"""Characters without scripts and images, and paragraphs; of what is longer, trafilatura would take a minute."""
FEWEST = 120
"""Characters that an article has at least: those of a short report."""
_FIRST, _DIGITS = 0xE0100, 240
_SELECTOR = re.compile("[\U000e0100-\U000e01ef]")
_INSIDE = re.compile(r"data:[\w/+.;=-]{0,80},[A-Za-z0-9+/=%_.-]{100,}")
"""An image that stands in the page itself."""
_NUMBER = re.compile("([\U000e0100-\U000e01ef])([\U000e0100-\U000e01ef])")
_SITE = frozenset(["nav", "footer", "aside"])
_SITE_ROLES_WORDS = "navigation contentinfo complementary search banner dialog alertdialog menu"
_SITE_ROLES = frozenset(_SITE_ROLES_WORDS.split())
_SITE_NAMES = re.compile(
    r"\b(?:nav(?:bar|igation)?|menu|footer|sidebar|breadcrumbs?|cookie|consent|site-header|site-branding|masthead)\b"
)
_ASIDE = re.compile(
    r"cookie|consent|newsletter|\bshar(?:e|ing)|social|related|recommend|empfehl|mehr-zum|weitere|sidebar|breadcrumb"
    r"|comment|kommentar|paywall|promo|advert|\bads?\b|werbung|anzeige|\btags?\b|pagination|toolbar"
)
_STAND = re.compile(
    r"(?:Stand|Veröffentlicht|Aktualisiert|Datum|Erstellt)\b|\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ]\w+ )\s?\d{2,4}"
)
_ALIKE = 0.6
_LINE = 60
"""Characters of a sentence in a box; of shorter ones it has two."""
_LINKS = 0.6


def is_site(page: Page) -> bool:
    """Whether a page is one of a site, with more in it than an article or a letter: a menu, a footer, a side bar."""
    return any(_is_site(one) or (one.name == "form" and one.depth > 2) for one in page.elements)


def article_in(page: Page, runs: Sequence[Run], texts: Sequence[str], titles: Sequence[str]) -> dict[int, Sort] | None:
    """The paragraphs (by number) that are the article, and those of which it is in doubt.

    `titles`: what the head calls the page. None where trafilatura finds no article, or fewer than 120 characters.
    """
    taken = _extracted(page, runs) if len(runs) < MOST_RUNS else set()
    taken = {number for number in taken if not _within(runs[number], frozenset({"nav", "footer"}))}
    if sum(len(texts[number]) for number in taken) < FEWEST:
        return None
    found = _Choice(page, runs, texts, taken).all(titles)
    return found if "article" in found.values() else None


def _extracted(page: Page, runs: Sequence[Run]) -> set[int]:
    import trafilatura

    # What no reader sees is left out: it may be ten times as long as the text.
    changes = [(event.start, event.end, "") for event in page.events if event.kind == "raw" and _is_code(event.element)]
    changes += [(run.start, run.start, _as_characters(number)) for number, run in enumerate(runs)]
    parts = []
    at = 0
    for start, end, text in sorted(changes):
        parts += [_SELECTOR.sub("", page.text[at:start]), text]
        at = end
    parts.append(_SELECTOR.sub("", page.text[at:]))
    copy = _INSIDE.sub("data:,", re.sub("[\ud800-\udfff]", "\ufffd", "".join(parts)))
    if len(copy) > LONGEST:
        return set()
    if not re.search(r"<html\b", copy[:5_000], re.IGNORECASE):
        copy = f"<html><body>{copy}</body></html>"
    found = trafilatura.extract(
        copy, output_format="txt", include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    numbers = (_as_number(one[1], one[2]) for one in _NUMBER.finditer(found or ""))
    return {number for number in numbers if number < len(runs)}


def _is_code(element: Element) -> bool:
    return element.name in ("script", "style")


def _as_characters(number: int) -> str:
    return chr(_FIRST + number // _DIGITS) + chr(_FIRST + number % _DIGITS)


def _as_number(first: str, second: str) -> int:
    return (ord(first) - _FIRST) * _DIGITS + ord(second) - _FIRST


class _Choice:
    def __init__(self, page: Page, runs: Sequence[Run], texts: Sequence[str], taken: set[int]) -> None:
        self.page, self.runs, self.texts, self.taken = page, runs, texts, taken
        self.first, self.last = min(taken), max(taken)
        self.parents = {runs[number].element.parent for number in taken}
        self.groups = {group for number in taken for group in _groups(runs[number].element)}
        self.boxes: dict[Element, bool] = {}
        self.home = self.common = common([runs[number].element for number in taken])

    def all(self, titles: Sequence[str]) -> dict[int, Sort]:
        head = self._headline(titles)
        self.common = common([self.runs[head].element, self.home])
        found: dict[int, Sort] = {}
        for number in range(self._start(head), len(self.runs)):
            sort = self._sort(number, head)
            if sort:
                found[number] = sort
        return found

    def _headline(self, titles: Sequence[str]) -> int:
        """The paragraph that is the article's headline; the first of the article where none is."""
        best, place = 0.0, -1
        for number, (run, text) in enumerate(zip(self.runs, self.texts, strict=True)):
            names = {one.name for one in run.element.above}
            if number > self.first + 3 or not names & {"h1", "h2"}:
                continue
            alike = max((_alike(text, title) for title in titles), default=0.0)
            score = alike + 0.5 * ("h1" in names) + 0.1 * (number in self.taken)
            if (
                score >= best
                and (alike >= _ALIKE or "h1" in names)
                and not lies_beside(run.element, common([run.element, self.home]))
            ):
                best, place = score, number
        return place if place >= 0 else self.first

    def _start(self, head: int) -> int:
        """Where the article begins: at its headline, or at the kicker in the same element."""
        if head > self.first:
            return self.first
        heading = self.runs[head].element
        over = heading.parent if heading.parent and heading.parent.name in ("header", "hgroup") else heading
        start = head
        while start and over in self.runs[start - 1].element.above and not self._is_links(start - 1):
            start -= 1
        return start

    def _sort(self, number: int, head: int) -> Sort | None:
        run = self.runs[number]
        aside = lies_beside(run.element, self.home if number in self.taken else self.common)
        if number in self.taken:
            sort: Sort | None = self._taken(number, aside=aside)
        elif number <= head:
            sort = "article"
        elif aside:
            sort = "doubt" if self._is_in_box(number) else None
        elif _is_caption(run.element) and self.home in run.element.above and number <= self.last:
            sort = "article"
        elif number < self.first:
            sort = self._before(number, self.texts[number])
        else:
            sort = None if self._is_links(number) else self._behind(number)
        return sort

    def _taken(self, number: int, *, aside: bool) -> Sort | None:
        """What was found: in doubt is what lies in a box beside the text, or is a link and no more."""
        if not self._is_links(number):
            return "doubt" if aside else "article"
        return None if aside else "doubt" if self.runs[number].element.name == "p" else "article"

    def _is_in_box(self, number: int) -> bool:
        """Whether a paragraph stands in a box of facts within the text: no links, and sentences among its lines."""
        if not self.first < number < self.last:
            return False
        box = _box_of(self.runs[number].element, self.home)
        if box is None:
            return False
        if box not in self.boxes:
            inside = [n for n, run in enumerate(self.runs) if box in run.element.above]
            said = [n for n in inside if not self._is_links(n)]
            self.boxes[box] = _has_sentences([self.texts[n] for n in said]) and len(said) * 2 > len(inside)
        return self.boxes[box]

    def _behind(self, number: int) -> Sort | None:
        """What was not found, though it stands between or behind what was."""
        element = self.runs[number].element
        if any(group in self.groups for group in _groups(element)):
            return "article"
        if element.parent in self.parents:
            return "article" if number < self.last and not is_page_furniture(self.texts[number]) else "doubt"
        return "doubt" if number < self.last and self.home in element.above else None

    def _before(self, number: int, text: str) -> Sort | None:
        """What stands between the headline and the first paragraph that was found: a teaser, who wrote it, a date."""
        if _is_caption(self.runs[number].element) or is_byline(text):
            return "article"
        if self._is_links(number) or is_page_furniture(text):
            return None
        return "doubt" if len(text) < 40 or _STAND.match(text) else "article"

    def _is_links(self, number: int) -> bool:
        """Whether most of a paragraph is links: to other articles, to topics."""
        run = self.runs[number]
        letters = linked = inside = 0
        over = any(one.name == "a" and one.attributes.get("href") for one in run.element.above)
        for item in run.items:
            if _is_link(item):
                inside += 1 if item.kind == "open" else -1
            elif item.kind == "text":
                letters += item.end - item.start
                linked += (item.end - item.start) * (inside > 0 or over)
        return linked > _LINKS * letters


def _has_sentences(texts: Iterable[str]) -> bool:
    prose = [text for text in texts if is_german_prose(text)]
    return any(len(text) >= _LINE for text in prose) or sum(map(is_sentence, prose)) > 1


def _is_link(item: Item) -> bool:
    return item.element is not None and item.element.name == "a" and item.kind != "alone"


def _is_site(element: Element) -> bool:
    if element.name in _SITE or element.attributes.get("role", "").lower() in _SITE_ROLES:
        return True
    return element.is_block and element.name not in ("body", "html") and bool(_SITE_NAMES.search(element.names))


def lies_beside(element: Element, until: Element) -> bool:
    """Whether an element is, or lies in, a part of the site or a box beside the article, below `until`."""
    outside = set(until.above)
    for one in element.above:
        if one in outside or one.name in ("body", "html"):
            return False
        if _is_site(one) or _ASIDE.search(one.names):
            return True
    return False


def _box_of(element: Element, home: Element) -> Element | None:
    """The side box within the article that an element lies in; None where there is none, or one of the site's own."""
    box = None
    for one in element.above:
        if one is home:
            return box
        if _ASIDE.search(one.names) or _SITE_NAMES.search(one.names) or one.name in ("nav", "footer"):
            return None
        box = one if _is_site(one) else box
    return None


def _within(run: Run, names: Iterable[str]) -> bool:
    return any(one.name in names for one in run.element.above)


def _groups(element: Element) -> list[Element]:
    """The list, table or quotation that an element is part of."""
    return [one for one in element.above if one.name in ("ul", "ol", "dl", "table", "blockquote", "details")]


def _is_caption(element: Element) -> bool:
    return any(one.name in ("figcaption", "figure", "caption") or "caption" in one.names for one in element.above)


def common(elements: Sequence[Element]) -> Element:
    """The lowest element that has all of these in it."""
    shared = list(elements[0].above)
    for element in elements[1:]:
        above = set(element.above)
        shared = [one for one in shared if one in above]
    return shared[0]


def _alike(text: str, title: str) -> float:
    """How far a headline is what the head calls the page, which often has the site's name behind it."""
    if not text or not title:
        return 0.0
    if text in title:
        return min(1.0, len(text) / 20)
    return SequenceMatcher(None, text[:200], title[:200], autojunk=False).ratio()
