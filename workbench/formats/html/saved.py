"""What a page says of itself: where it came from, its title, date and site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from workbench.formats.html.characters import characters_in
from workbench.formats.html.fields import without_site
from workbench.formats.html.filter import HtmlFilter
from workbench.problem import WorkbenchError
from workbench.text.clean import clean_line

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_SAVED_BY = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)")

_DATE = re.compile(r"[\d.\-/ :]+")


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What a page says of its article. What it does not say is empty.

    `address`: the one it names as its own, else the one it was got from. `date`: when it appeared, `2026-03-14`.
    `site`: the name of the site or paper.
    """

    address: str = ""
    title: str = ""
    date: str = ""
    site: str = ""
    author: str = ""
    description: str = ""


def article_page(data: bytes, where: Path, address: str = "") -> ArticlePage:
    """What a page says of itself, for the record of its article. Whether it has one is not asked here.

    `where` is named in messages that nobody sees; `address`: the one that the page was got from.
    """
    try:
        headlines = [one.text for one in HtmlFilter().read(data, where).paragraphs if one.block.kind == "heading"]
        text = re.sub("[\ud800-\udfff]", "\ufffd", characters_in(data, where).text)
    except WorkbenchError:
        return ArticlePage(address=clean_line(address))
    try:
        return _said_by(text, address, headlines)
    except Exception:  # of a page that is none: trafilatura promises nothing
        return ArticlePage(address=clean_line(address))


def _said_by(text: str, address: str, headlines: list[str]) -> ArticlePage:
    from trafilatura.metadata import extract_metadata

    saved = _SAVED_FROM.search(text[:4_000]) or _SAVED_BY.search(text[:4_000])
    came_from = address or (saved[1] if saved else "")
    found = extract_metadata(text, default_url=came_from or None)
    if found is None:
        return ArticlePage(address=clean_line(came_from))
    own, title, date, site, author, description = (
        clean_line(str(one or ""))
        for one in (found.url, found.title, found.date, found.sitename, found.author, found.description)
    )
    return ArticlePage(
        address=own if own.startswith(("http://", "https://")) else clean_line(came_from),
        title=title[: without_site(title, headlines) or None],
        date=date,
        site="" if _DATE.fullmatch(site) else site,
        author=author,
        description=description,
    )
