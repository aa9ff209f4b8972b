"""Taking articles into a project: from files, from a text, from an address; never over an article that is there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath

from workbench.files import create_inside, read_regular
from workbench.formats import SOURCE_SUFFIXES, SUFFIXES_TOLD, Document, document_from, filter_of
from workbench.formats.decoding import decode
from workbench.formats.page import ARCHIVE_SUFFIXES, asks_for_password, in_utf8, kept, looks_like_html
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.folder.page_files import Brought, bring, is_page, put
from workbench.project.folder.sources import NEVER, find_sources
from workbench.project.intake.fetching import Fetched, fetched
from workbench.project.settings.settings import choose_columns
from workbench.text import clean, clean_line
from workbench.translation import NO_ORIGIN, Origin, TranslationRecord, dump_record, inside, record_path, rematch

MOST_TEXT = 5_000_000
"""Bytes of a text that comes through standard input."""

_LONGEST_NAME = 60
_LONGEST_TITLE = 200
_MOST_OF_ONE_NAME = 1_000
_FEW_WORDS = 120
"""A page with a field for a password and fewer words than this is a login."""
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/markdown": ".md",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/epub+zip": ".epub",
}
_PDF = b"%PDF-"
_RELATIVE = re.compile(
    rb"""<[a-z]\w*\s[^>]*?\b(?:src|href)\s*=\s*["']?(?![a-z][a-z0-9+.-]*:|//|#|["'>\s])""", re.IGNORECASE
)
"""An address that says only where in its site something lies."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article on its way in: the name it is to have in `sources/`, and its bytes.

    `where` is named in problems. `remarks`: what the user should know of how it was read. `columns`: of a table, which
    column is German and which gets the English, as the user chose. `folder`: where a page lay, whose pictures come in
    with it; `files`: what came in one file with a page, for a folder beside it.
    """

    name: str
    data: bytes
    where: Path
    origin: Origin = NO_ORIGIN
    remarks: tuple[Problem, ...] = ()
    columns: str = ""
    folder: Path | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that is in the project now. `already`: it was there before; `asked`: the name it was to have;
    `pictures`: how many files of a page's folder lie beside it.
    """

    name: str
    path: Path
    already: bool = False
    asked: str = ""
    remarks: tuple[Problem, ...] = ()
    pictures: int = 0


def from_file(path: Path, name: str = "") -> Incoming:
    """A file of one's own, as it lies there; of a PDF, its text; of a page saved as one file, the page.

    Raises WorkbenchError for what is no article.
    """
    suffix = path.suffix.lower()
    data = _bytes_in(path, suffix)
    asked = name or file_name(path.name)
    if suffix == ".pdf" or (not suffix and data.startswith(_PDF)):
        return _from_pdf(data, path, asked, Origin(address=clean_line(path.name)))
    if suffix in ARCHIVE_SUFFIXES:
        return _from_archive(data, path, asked)
    if is_page(path.name) or (not suffix and looks_like_html(data)):
        return Incoming(_with_suffix(asked, suffix or ".html"), data, path, _origin_of(data, path), folder=path.parent)
    return Incoming(_with_suffix(asked, suffix or ".txt"), data, path)


def _first_line(content: str, where: Path) -> str:
    first = next((line for line in clean(content).split("\n") if line.strip()), "")
    if not first:
        raise WorkbenchError(Problem(where, "there is no text in it", "give a German text"))
    return first


def _bytes_in(path: Path, suffix: str) -> bytes:
    if path.is_dir():
        raise WorkbenchError(Problem(path, "this is a folder", "name the files in it: FOLDER/*"))
    if suffix and suffix not in (".pdf", *ARCHIVE_SUFFIXES, *SOURCE_SUFFIXES):
        raise WorkbenchError(Problem(path, f"cannot read {suffix} files", f"save the text as {SUFFIXES_TOLD}, or PDF"))
    data = read_regular(path, _most(path.name), "name an ordinary file", "split it into several files")
    if data is None:
        mend = "check the name; an address begins with https://"
        raise WorkbenchError(Problem(path, "there is no such file", mend))
    return data


def _from_page(data: bytes, name: str) -> Incoming:
    """A page that comes without a file's name."""
    page = kept(data, "")
    origin = _origin_of(page, Path("page.html"))
    asked = _with_suffix(name or slug(origin.title) or "page", ".html")
    return Incoming(asked, page, Path(asked), origin)


def _from_archive(data: bytes, path: Path, asked: str) -> Incoming:
    """A page that was saved as one file: the page, and a folder with what it shows."""
    name = _with_suffix(str(PurePosixPath(asked).with_suffix(".html")), ".html")
    from workbench.formats import web_archive

    found = web_archive.unpacked(data, path, f"{PurePosixPath(name).stem}_files")
    return Incoming(name, found.page, path, _origin_of(found.page, path, found.address), files=found.files)


def _origin_of(page: bytes, where: Path, address: str = "") -> Origin:
    """Where a page says that it came from; nothing where it does not say it."""
    from workbench.formats.html import article_page

    said = article_page(page, where.with_suffix(".html"), address)
    return Origin(said.address, said.title[:_LONGEST_TITLE], said.site[:_LONGEST_TITLE]) if said.address else NO_ORIGIN


def from_text(text: bytes | str, name: str = "") -> Incoming:
    """A text: what came through standard input, or what was pasted. Its name comes from its first words. Bytes that
    begin as a web page does are one.

    Raises WorkbenchError for what is no text, and for nothing.
    """
    where = Path(name or "text")
    if isinstance(text, bytes) and looks_like_html(text):
        return _from_page(text, name)
    found = decode(text, where) if isinstance(text, bytes) else None
    content = found.text if found else clean(str(text))
    first = _first_line(content, where)
    data = content.encode("utf-8", "replace")
    if len(data) > MOST_TEXT:
        what = f"has more than {MOST_TEXT // 1_000_000} MB"
        raise WorkbenchError(Problem(where, what, "split it into several articles"))
    asked = _with_suffix(name, ".txt") if name else f"{slug(first) or 'text'}.txt"
    remarks = (found.remark,) if found and found.remark else ()
    return Incoming(asked, data, Path(asked), remarks=remarks)


def from_address(address: str, name: str = "", *, silence: float = 15.0, longest: float = 60.0) -> Incoming:
    """The article at an address, fetched now (see `fetched`), with where it came from.

    Raises WorkbenchError where it cannot be fetched, is a login, or is nothing that can be read.
    """
    page = fetched(address, silence=silence, longest=longest)
    suffix = _suffix_of(page)
    origin = Origin(page.address, site=page.host, fetched=date.today().isoformat())
    if suffix == ".pdf":
        asked = name or file_name(page.last)
        return _from_pdf(page.data, Path(asked), asked, origin)
    data = page.data
    if suffix == ".html":
        data = kept(data, page.charset)
        said = _origin_of(data, Path("page.html"), page.address)
        origin = replace(origin, title=said.title, site=said.site or page.host)
    elif page.charset and suffix in (".txt", ".md", ".srt", ".vtt", ".csv", ".tsv", ".po"):
        data = in_utf8(data, page.charset).encode()
    asked = name or f"{slug(origin.title) or slug(PurePosixPath(page.last).stem) or 'page'}{suffix}"
    incoming = Incoming(_with_suffix(asked, suffix), data, Path(asked), origin)
    if suffix != ".html":
        return incoming
    if asks_for_password(data):
        _must_be_no_login(incoming, page)
    return replace(incoming, remarks=_without_pictures(data, Path(asked)))


def _without_pictures(page: bytes, where: Path) -> tuple[Problem, ...]:
    if not _RELATIVE.search(page):
        return ()
    what = "comes without pictures and styles, and links of it that name no site lead nowhere in the English page"
    mend = "if the page itself is to be handed over, save it from a browser (“Webpage, complete”) and import that file"
    return (Problem(where, what, mend),)


def take_in(layout: Layout, incoming: Incoming) -> Imported:
    """Put an article into the project's sources; where it came from goes into its record.

    One that is there already, byte for byte, is not put there again; another one that has its name keeps it, and the
    new one gets a number (`gipfel-2.txt`). Raises WorkbenchError, with nothing written, for what cannot be read.
    """
    where = incoming.where.with_name(PurePosixPath(incoming.name).name)
    document = document_from(incoming.data, where, incoming.columns)
    remarks = (*incoming.remarks, *document.remarks)
    name, already = _placed(layout, _to_be_found(incoming.name), incoming.data)
    brought = Brought()
    if incoming.folder is not None:
        brought = bring(incoming.data, incoming.folder, layout.root, (layout.sources / name).parent)
    elif incoming.files:
        target = (layout.sources / name).parent / f"{PurePosixPath(incoming.name).stem}_files"
        brought = put(incoming.files, layout.root, target)
    if incoming.columns:
        choose_columns(layout.root, name, incoming.columns)
    if not already and incoming.origin != NO_ORIGIN:
        _keep_origin(layout, replace(document, name=name), incoming.origin)
    told = (*remarks, *brought.problems)
    return Imported(name, layout.sources / name, already, incoming.name, told, brought.files)


def file_name(name: str) -> str:
    """A file's name as it can be one everywhere: not hidden, without signs that some systems have no names with."""
    return _NO_NAME.sub("-", clean_line(name)).lstrip(". ").rstrip(". ") or "text"


def slug(title: str) -> str:
    """A title as a file's name, without its suffix; may be empty.

    >>> slug("Gipfel in Eriwan: „Größer als gedacht“")
    'gipfel-in-eriwan-groesser-als-gedacht'
    """
    plain = unicodedata.normalize("NFKD", clean_line(title).casefold().translate(_SPELT_OUT))
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    made = ""
    for word in words:
        if len(made) + len(word) > _LONGEST_NAME and made:
            break
        made += f"-{word}" if made else word[:_LONGEST_NAME]
    return made


def _to_be_found(name: str) -> str:
    """A name under which the article is found again. Raises WorkbenchError for one that is passed over there."""
    path = inside(name)
    hidden = next((part for part in path.parts if part.startswith(".")), "")
    kept = next((part for part in path.parts[:-1] if part.casefold() in NEVER), "")
    if hidden or kept:
        what = f"would not be found again: no article is looked for in what is named {hidden or kept}"
        raise WorkbenchError(Problem(name, what, "give it another name"))
    return str(path)


def _placed(layout: Layout, name: str, data: bytes) -> tuple[str, bool]:
    """Put a file among the sources under this name, or another like it: its name, and whether it was there before."""
    for candidate in _names(name):
        there = _alike(layout.sources / candidate)
        if there is None and create_inside(layout.root, layout.sources / candidate, data):
            return candidate, False
        there = there or layout.sources / candidate
        with suppress(WorkbenchError):
            if read_regular(there, len(data)) == data:
                return there.relative_to(layout.sources).as_posix(), True
    raise WorkbenchError(Problem(layout.sources / name, "there are too many articles of this name", "give it another"))


def _names(name: str) -> Iterator[str]:
    path = PurePosixPath(name)
    yield name
    for number in range(2, _MOST_OF_ONE_NAME):
        yield str(path.with_name(f"{path.stem}-{number}{path.suffix}"))


def _alike(path: Path) -> Path | None:
    """The file of this name, also where only Windows and macOS take the names for one; None where there is none."""
    wanted = _anywhere(path.name)
    with suppress(OSError):
        return next((other for other in path.parent.iterdir() if _anywhere(other.name) == wanted), None)
    return None


def _anywhere(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _keep_origin(layout: Layout, document: Document, origin: Origin) -> None:
    """Begin the article's record with where it came from; one that is there already stays as it is."""
    beside = find_sources(layout).beside(document.name)
    record = rematch(TranslationRecord(document.name, (), origin=origin), document)
    path = record_path(document.name, layout.translations, beside)
    create_inside(layout.root, path, dump_record(record))


def _most(name: str) -> int:
    from workbench.formats.pdf import MOST_BYTES

    if name.lower().endswith(ARCHIVE_SUFFIXES):
        from workbench.formats import web_archive

        return web_archive.MOST_BYTES
    return MOST_BYTES if name.lower().endswith(".pdf") else filter_of(name).largest


def _from_pdf(data: bytes, where: Path, asked: str, origin: Origin) -> Incoming:
    from workbench.formats.pdf import text_of_pdf

    found = text_of_pdf(data, where)
    title = origin.title or found.title
    name = str(PurePosixPath(asked).with_suffix(".txt"))
    return Incoming(name, found.text.encode(), where, replace(origin, title=title), found.remarks)


def _with_suffix(name: str, suffix: str) -> str:
    """The name, with the suffix of what it names where it has none that is known here."""
    return name if PurePosixPath(name).suffix.lower() in (*SOURCE_SUFFIXES, suffix) else name + suffix


def _suffix_of(page: Fetched) -> str:
    """The suffix for what came. Raises WorkbenchError where it is nothing that can be read."""
    suffix = _KINDS.get(page.kind, "")
    if page.data.startswith(_PDF):
        suffix = ".pdf"
    elif looks_like_html(page.data):
        suffix = ".html"
    elif not suffix and page.kind in ("text/plain", "application/octet-stream", "binary/octet-stream", "", "text/xml"):
        known = page.suffix in SOURCE_SUFFIXES
        suffix = page.suffix if known else ".txt" if page.kind.startswith("text/") else ""
    if suffix != ".pdf" and suffix not in SOURCE_SUFFIXES:
        what = (
            f"is {clean_line(page.kind)[:60] or 'of a kind that its site does not tell'}, no article that can be read"
        )
        raise WorkbenchError(Problem(page.address, what, f"name a page, a PDF, or a {SUFFIXES_TOLD} file"))
    return suffix


def _must_be_no_login(incoming: Incoming, page: Fetched) -> None:
    words = 0
    with suppress(WorkbenchError):
        document = document_from(incoming.data, incoming.where)
        words = sum(len(paragraph.text.split()) for paragraph in document.paragraphs)
    if words < _FEW_WORDS:
        mend = "log in in your browser, save the page there, and import that file"
        raise WorkbenchError(Problem(page.address, "is a page that asks for a password, not an article", mend))
