"""Titles that repeat what stands elsewhere in a book, and follow it: those of its pages, and of its older contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.formats.epub.package import NCX, Book
from workbench.formats.units import Unit
from workbench.problem import Problem
from workbench.text.clean import clean_line


def follow(book: Book, units: Sequence[Unit], made: Mapping[str, str]) -> None:
    """Write the titles; `made`: what stands in the place of each paragraph, by its place.

    The title of a page is the paragraph that it repeats, or else the first heading of its page where that has changed.
    """
    english = {unit.text: made[unit.place] for unit in reversed(units) if unit.place in made}
    for element in _labels(book):
        text = clean_line(element.text or "")
        if english.get(text, text) != text:
            element.text = english[text]
    headings: dict[str, Unit] = {}
    for unit in units:
        if unit.block.kind == "heading":
            headings.setdefault(unit.place.rpartition("#")[0], unit)
    for page in dict.fromkeys((*book.pages, book.nav)):
        for element in book.root(page).iterfind("{*}head/{*}title") if page else ():
            _follow_page(element, headings.get(page), english, made)


def _follow_page(title: Any, heading: Unit | None, english: Mapping[str, str], made: Mapping[str, str]) -> None:
    text = clean_line(title.text or "")
    if english.get(text, text) != text:
        title.text = english[text]
    elif text and text not in english and heading and made.get(heading.place, heading.text) != heading.text:
        title.text = made[heading.place]


def _labels(book: Book) -> Iterator[Any]:
    """The lines of the older contents (NCX) where the book has newer ones as well, and its title there."""
    if book.ncx:
        root = book.root(book.ncx)
        names = ("docTitle", "navLabel") if book.nav else ("docTitle",)
        for name in names:
            yield from (text for label in root.iter(f"{NCX}{name}") for text in label.iterchildren(f"{NCX}text"))


def remarks(book: Book, units: Sequence[Unit]) -> Iterator[Problem]:
    """Told: lines of the older contents that repeat nothing, and stay in German."""
    known = {unit.text for unit in units}
    texts = [clean_line(element.text or "") for element in _labels(book)]
    lost = [text for text in texts if text not in known and any(map(str.isalpha, text))]
    if lost:
        what = f"“{lost[0][:60]}” in the contents for old readers (NCX) stays in German"
        more = f", and {len(lost) - 1:,} more" if len(lost) > 1 else ""
        yield Problem(book.where, what + more, "make these contents anew from the English book")
