"""E-books (`.epub`, EPUB 2 and 3): their pages in reading order, titles and contents; read, and written in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.formats.container import MOST_BYTES
from workbench.formats.document import Document
from workbench.formats.epub import contents
from workbench.formats.epub.blocks import Blocks, unwrap_all
from workbench.formats.epub.grammar import XhtmlGrammar
from workbench.formats.epub.looks import Looks
from workbench.formats.epub.package import DC, NCX, Book, open_book
from workbench.formats.filter import Target
from workbench.formats.languages import BRITISH, English
from workbench.formats.markup import Block
from workbench.formats.mixed import Reading
from workbench.formats.placing import Placing, texts_made
from workbench.formats.units import Unit, paragraphs_of
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_SAID = {"description": "description", "subject": "subjects", "rights": "rights"}
_LANGUAGES = ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "hreflang")


class EpubFilter:
    """Reads and writes e-books."""

    suffixes = (".epub",)
    largest = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes. Raises WorkbenchError for what is no book, is locked, damaged or a trap."""
        book = open_book(data, where)
        blocks = Blocks(_looks_of(book))
        units = list(_units(book, blocks))
        remarks = [*contents.remarks(book, units), *_told(book, blocks)]
        return Document(where.name, paragraphs_of(units), remarks=tuple(remarks), original=data)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The book with other words: only these, and the language they are in, are others."""
        if not document.original:
            what = "cannot be written without the file it was read from"
            raise WorkbenchError(Problem(document.name, what, "put the source file back in its place"))
        book = open_book(document.original, Path(document.name))
        looks = _looks_of(book)
        units = list(_units(book, Blocks(looks)))
        Placing(document, target, units, XhtmlGrammar()).place()
        for unit in units:
            _keep_apart(unit, looks)
        contents.follow(book, units, texts_made(document, target))
        for root in book.roots.values():
            unwrap_all(root)
            _set_english(root, language)
        _set_language_of_text(book, language)
        return book.written()


def _units(book: Book, blocks: Blocks) -> Iterator[Unit]:
    """The book's titles, its pages in reading order, its contents."""
    for number, title in enumerate(book.root(book.opf).iter(f"{DC}title"), start=1):
        reading = Reading()
        reading.say(title.text)
        mixed = reading.read()
        if mixed.inline.text:
            block, fixed = Block("heading", level=1), "it is the title of the book"
            yield Unit(f"{book.opf}#{number}", title, mixed, "headline", block, fixed)
    for page in book.pages:
        yield from blocks.read(book.root(page), page)
    if book.nav and book.nav not in book.pages:
        yield from blocks.read(book.root(book.nav), book.nav)
    elif book.ncx and not book.nav:
        root = book.root(book.ncx)
        for label in root.iter(f"{NCX}navLabel"):
            if label.getparent().tag != f"{NCX}pageTarget":
                for text in label.iterchildren(f"{NCX}text"):
                    yield from blocks.line(text, book.ncx, "item")


def _looks_of(book: Book) -> Looks:
    """What the spans of a book look like."""
    sheets = (book.package.read(name) for name in book.package.names if name.lower().endswith(".css"))
    looks = Looks(sheet.decode("utf-8", "replace") for sheet in sheets)
    for page in book.pages:
        looks.count(book.root(page))
    return looks


def _keep_apart(unit: Unit, looks: Looks) -> None:
    """Where all of a paragraph has come to stand in a span that is a code, an empty one says that not all of it did."""
    if unit.mixed.base is None and unit.mixed.shells and looks.base(unit.element) is not None:
        span = looks.base(unit.element)
        unit.element.append(span.makeelement(span.tag, {"class": ""}))


def _told(book: Book, blocks: Blocks) -> Iterator[Problem]:
    if blocks.left:
        what = f"{blocks.left:,} preformatted passage{' stays' if blocks.left == 1 else 's stay'} in German"
        yield Problem(book.where, what, "translate them in the English file by hand, if they are for readers")
    if any(name.lower().endswith(".smil") for name in book.package.names):
        yield Problem(book.where, "is read aloud in German", "take the recording out of the English book")
    if book.unread:
        what = f"what is not a page in its reading order stays in German: {clean_line(', '.join(book.unread))[:80]}"
        yield Problem(book.where, what, "translate it in the English file by hand")
    if said := [told for name, told in _SAID.items() if _is_said(book, name)]:
        what = f"what the book says of itself stays in German: {', '.join(said)}"
        yield Problem(book.where, what, "change it where the book is made")
    if blocks.drawn:
        yield Problem(book.where, "the words in a drawing (SVG) stay in German", "translate them in the English file")
    if blocks.beside:
        what = f"what is shown beside a link or word (“{blocks.beside[:60]}”) stays in German"
        yield Problem(book.where, what, "change the `title` in the English file, if it is for readers")


def _is_said(book: Book, name: str) -> bool:
    return any((one.text or "").strip() for one in book.root(book.opf).iter(f"{DC}{name}"))


def _set_english(root: Any, language: English) -> None:
    """Mark what is marked as German as English."""
    for element in root.iter("{*}*"):
        for name in _LANGUAGES:
            if _is_german(element.get(name)):
                element.set(name, language)


def _set_language_of_text(book: Book, language: English) -> None:
    """The language of the book: English instead of German, or instead of the first where German is none of them."""
    found = list(book.root(book.opf).iter(f"{DC}language"))
    german = [one for one in found if _is_german(one.text)]
    english = [one for one in found if (one.text or "").strip().lower().startswith("en")]
    for one in german or ([] if english else found[:1]):
        one.text = language


def _is_german(language: str | None) -> bool:
    return (language or "").strip().lower().partition("-")[0] in ("de", "deu", "ger", "gsw", "bar", "nds")
