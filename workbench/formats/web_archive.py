"""A page that a browser saved as one file (MHTML, RFC 2557): taken apart into the page and the files that it shows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from html import escape, unescape
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from workbench.formats.html.tokens import attributes, tokens
from workbench.formats.page import in_utf8, kept
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

MOST_BYTES = 100_000_000
MOST_PARTS = 3_000

_MEND = "save the page from the browser as “Webpage, complete” (.html)"
_PAGES = ("text/html", "application/xhtml+xml")
_WITH_ADDRESSES = frozenset({"src", "href", "poster", "data", "background", "data-src", "xlink:href"})
_WITH_SEVERAL = frozenset({"srcset", "imagesrcset"})
_IN_STYLE = re.compile(r"""url\(\s*(["']?)([^"'()]{1,4000})\1\s*\)|@import\s+(["'])([^"']{1,4000})\3""", re.IGNORECASE)
_NO_NAME = re.compile(r"[^\w.-]+")
_KINDS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/svg+xml": ".svg",
    "text/css": ".css",
    "text/html": ".html",
    "font/woff2": ".woff2",
    "font/woff": ".woff",
}


@dataclass(frozen=True, slots=True)
class WebArchive:
    """The page, in which the addresses of what came with it lead into a folder beside it; the files of that folder by
    their names; where the page came from."""

    page: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)
    address: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    charset: str
    data: bytes
    places: tuple[str, ...]


def unpacked(data: bytes, where: Path, folder: str) -> WebArchive:
    """The page in an archive, with its files in `folder` beside it. Raises WorkbenchError for what is none."""
    parts = list(_parts(data, where))
    main = _page_of(parts, where)
    others = [part for part in parts if part is not main and part.places]
    names = {place: _name_of(part) for part in others for place in part.places}
    files = {_name_of(part): _rewritten(part, _Addresses(names, "", part.places[0])) for part in others}
    address = next((place for place in main.places if place.startswith(("http://", "https://"))), "")
    return WebArchive(_rewritten(main, _Addresses(names, f"{folder}/", address)), files, clean_line(address))


def _page_of(parts: Sequence[_Part], where: Path) -> _Part:
    main = next((part for part in parts if part.kind in _PAGES), None)
    if main is None or not main.data.strip():
        raise WorkbenchError(Problem(where, "is no page saved as one file (MHTML), or a damaged one", _MEND))
    return main


def _parts(data: bytes, where: Path) -> Iterator[_Part]:
    message = message_from_bytes(data)
    if message.get_content_maintype() != "multipart":
        raise WorkbenchError(Problem(where, "is no page saved as one file (MHTML), or a damaged one", _MEND))
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        raise WorkbenchError(Problem(where, "ends before its end: a part of this MHTML file is missing", _MEND))
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            what = f"has more than {MOST_PARTS:,} files in it"
            raise WorkbenchError(Problem(where, what, _MEND))
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield _Part(part.get_content_type(), part.get_content_charset() or "", payload, tuple(_places(part)))


def _places(part: Message) -> Iterator[str]:
    """The addresses that a page may call a part by."""
    location, identity = (str(part.get(name, "")).strip() for name in ("Content-Location", "Content-ID"))
    if location:
        yield re.sub(r"\r?\n\s*", "", location)
    if identity:
        yield f"cid:{identity.strip('<>')}"


def _name_of(part: _Part) -> str:
    """A name for a part in the folder: what its address ends in, and a few letters of what it holds."""
    last = PurePosixPath(unquote(urlsplit(part.places[0]).path)).name if part.places else ""
    plain = _NO_NAME.sub("-", last.removeprefix("cid:")).strip("-.")
    stem, suffix = PurePosixPath(plain).stem[:60], PurePosixPath(plain).suffix[:8]
    return f"{stem or 'file'}-{hashlib.blake2b(part.data, digest_size=4).hexdigest()}{_KINDS.get(part.kind, suffix)}"


@dataclass(frozen=True, slots=True)
class _Addresses:
    names: Mapping[str, str]
    folder: str
    base: str

    def of(self, address: str) -> str:
        """What leads to a file of the folder; the address itself where there is none."""
        wanted = address.strip()
        place, _, mark = wanted.partition("#")
        name = self.names.get(wanted) or self.names.get(place) or self.names.get(self._whole(place))
        return f"{quote(self.folder)}{quote(name)}" + (f"#{mark}" if mark else "") if name else address

    def _whole(self, address: str) -> str:
        try:
            return urljoin(self.base, address) if address else ""
        except ValueError:
            return ""

    def in_style(self, style: str) -> str:
        """A style sheet that leads to the files of the folder."""

        def led(found: re.Match[str]) -> str:
            old = found[2] or found[4]
            new = self.of(old)
            return found[0] if new == old else found[0].replace(old, new)

        return _IN_STYLE.sub(led, style)

    def several(self, value: str) -> str:
        """The value of `srcset`: addresses, each with its size."""
        found = (one.strip().partition(" ") for one in re.split(r",\s+", value))
        return ", ".join(f"{self.of(address)}{space}{size}" for address, space, size in found)


def _rewritten(part: _Part, to: _Addresses) -> bytes:
    if part.kind == "text/css":
        return to.in_style(in_utf8(part.data, part.charset)).encode("utf-8", "replace")
    if part.kind not in _PAGES:
        return part.data
    text = in_utf8(part.data, part.charset)
    made = []
    for token in tokens(text):
        raw = text[token.start : token.end]
        if token.kind == "open":
            raw = _tag(raw, to)
        elif token.kind == "raw" and token.name == "style":
            raw = to.in_style(raw)
        made.append(raw)
    return kept("".join(made).encode("utf-8", "replace"), "utf-8")


def _tag(tag: str, to: _Addresses) -> str:
    for one in reversed(attributes(tag)):
        new = one.value
        if one.name in _WITH_ADDRESSES:
            new = to.of(one.value)
        elif one.name in _WITH_SEVERAL:
            new = to.several(one.value)
        elif one.name == "style":
            new = to.in_style(unescape(one.value))
        if new != one.value:
            tag = f'{tag[: one.start]}"{escape(new)}"{tag[one.end :]}'
    return tag
