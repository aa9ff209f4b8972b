"""Fetching one page that the user named: with limits on everything, without cookies, told in one line if it fails."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from ipaddress import ip_address
from pathlib import PurePosixPath
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from workbench import __version__
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

MOST_BYTES = 20_000_000
"""Of a page, as it comes and unpacked."""
MOST_REDIRECTS = 5
SILENCE = 15.0
"""Seconds in which nothing comes."""
LONGEST = 60.0
"""Seconds that a page may take as a whole."""
AGENT = f"workbench/{__version__} (translation workbench; fetches one page that its user named)"

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://?|mailto:|javascript:|data:|file:", re.IGNORECASE)
_SAVE_IT = "open it in your browser, save the page there, and import that file"
_LATER = "try again later"
_CHECK = "check the address"
_PART = 1 << 16
_AS_THEY_ARE = "/%:=&~+!$,;'@()*[]"
_CUT_OFF = ("came only in part: the connection ended before the page did", _LATER)
_FAILURES: tuple[tuple[type[Exception], tuple[str, str]], ...] = (
    (ssl.SSLError, ("no safe connection to the site can be made", _SAVE_IT)),
    (socket.gaierror, ("its site cannot be found: no network, or a mistake in the address", "check both")),
    (ConnectionError, ("nobody answers there", "check the address and the network")),
    (http.client.IncompleteRead, _CUT_OFF),
    (http.client.HTTPException, ("what the site answers is no page", _CHECK)),
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came. `address`: where it was in the end; `kind` and `charset`: what the server says of it."""

    address: str
    data: bytes
    kind: str = ""
    charset: str = ""

    @property
    def last(self) -> str:
        """The last part of its address: a file's name, or the title of an article as addresses have it."""
        parts = [part for part in urlsplit(self.address).path.split("/") if part]
        return unquote(parts[-1]) if parts else self.host

    @property
    def suffix(self) -> str:
        """The suffix in its address, in small letters."""
        return PurePosixPath(urlsplit(self.address).path).suffix.lower()

    @property
    def host(self) -> str:
        """The site's name."""
        return (urlsplit(self.address).hostname or "").removeprefix("www.")


def is_address(text: str) -> bool:
    """Whether a word is an address rather than a file: it begins with a scheme, whichever.

    >>> is_address("https://a.example/b"), is_address("FILE:///etc/passwd"), is_address("C:/a.txt"), is_address("a.txt")
    (True, True, False, False)
    """
    return _ADDRESS.match(text) is not None


def fetched(address: str, *, silence: float = SILENCE, longest: float = LONGEST) -> Fetched:
    """The page at an address (http or https), fetched once, after at most five redirects.

    `silence` and `longest`: seconds that the site may say nothing, and take as a whole. Raises WorkbenchError where
    the address is none, of another scheme or holds a password; and where nothing, too much or an error comes.
    """
    request = _request(address, address)
    answer: SimpleQueue[Fetched | WorkbenchError] = SimpleQueue()
    Thread(target=_answer, args=(request, address, silence, longest, answer), daemon=True).start()
    try:
        found = answer.get(timeout=longest + 1)
    except Empty:  # a name server, or a head that comes letter by letter
        raise WorkbenchError(_too_slow(address, longest)) from None
    if isinstance(found, WorkbenchError):
        raise found
    return found


def _answer(
    request: Request, address: str, silence: float, longest: float, answer: SimpleQueue[Fetched | WorkbenchError]
) -> None:
    try:
        answer.put(_fetch(request, address, silence, longest))
    except WorkbenchError as error:
        answer.put(error)
    except Exception as error:  # of a server that says something impossible
        what = f"cannot be fetched: {clean_line(str(error))[:100] or type(error).__name__}"
        answer.put(WorkbenchError(Problem(address, what, _CHECK)))


def _fetch(request: Request, address: str, silence: float, longest: float) -> Fetched:
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), _Redirects(address)):
        opener.add_handler(handler)
    opener.add_handler(HTTPErrorProcessor())
    until = time.monotonic() + longest
    try:
        with opener.open(request, timeout=silence) as response:
            data = _read(response.read1, address, until, longest)
            if response.length:  # less came than was announced
                raise WorkbenchError(_cut_off(address))
            headers: Message = response.headers
            data = _unpacked(data, (headers.get("Content-Encoding") or "").strip().lower(), address)
            return Fetched(
                urlunsplit(urlsplit(response.geturl())._replace(fragment="")),
                data,
                headers.get_content_type() if "Content-Type" in headers else "",
                (headers.get_content_charset() or "").strip(),
            )
    except HTTPError as error:
        error.close()
        raise WorkbenchError(Problem(address, *_refused(error.code))) from None
    except (OSError, http.client.HTTPException) as error:
        raise WorkbenchError(Problem(address, *_failed(error, silence))) from None


def _request(address: str, named: str) -> Request:
    """The request for an address. Raises WorkbenchError, about the one that was `named`."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise WorkbenchError(Problem(named, "is no address", _CHECK)) from None
    if parts.scheme.lower() not in ("http", "https"):
        what = f"cannot be fetched: {clean_line(parts.scheme)[:20] or 'this'}: is not http or https"
        raise WorkbenchError(Problem(named, what, "give an address of the web, or the file itself"))
    if parts.username is not None or parts.password is not None:
        what = "holds a user name or a password, which would be kept in the record"
        raise WorkbenchError(Problem(clean_line(host), what, _SAVE_IT))
    if not host or clean_line(address) != address or " " in address:
        raise WorkbenchError(Problem(named, "is no address", _CHECK))
    place = _host(host, named) if port is None else f"{_host(host, named)}:{port}"
    path, query = quote(parts.path or "/", safe=_AS_THEY_ARE), quote(parts.query, safe=f"{_AS_THEY_ARE}?")
    headers = {"User-Agent": AGENT, "Accept": "text/html, text/plain, */*;q=0.5", "Accept-Language": "de, en;q=0.5"}
    return Request(urlunsplit((parts.scheme.lower(), place, path, query, "")), headers=headers)


def _host(host: str, named: str) -> str:
    """The name of a site as it is asked for: `münchen.example` in ASCII, an IPv6 address in brackets."""
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise WorkbenchError(Problem(named, "is no address", _CHECK)) from None
    return f"[{plain}]" if ":" in plain else plain


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, none to another scheme, and none from the web into this machine or its network."""

    max_redirections = MOST_REDIRECTS
    max_repeats = 2

    def __init__(self, named: str) -> None:
        self._named = named
        self._count = 0

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        self._count += 1
        if self._count > MOST_REDIRECTS:
            fp.close()
            what = f"leads from one address to another, more than {MOST_REDIRECTS} times"
            raise WorkbenchError(Problem(self._named, what, _SAVE_IT))
        try:
            found = _request(newurl, self._named)
            if is_private(_host_of(newurl)) and not is_private(_host_of(self._named)):
                what = f"leads to a place that is not in the web ({clean_line(_host_of(newurl))[:60]})"
                raise WorkbenchError(Problem(self._named, what, "name that address itself, if you trust it"))
            return found
        except WorkbenchError:
            fp.close()
            raise


def is_private(host: str) -> bool:
    """Whether a site lies on this machine or in its own network (RFC 6890), and not in the web.

    >>> is_private("127.0.0.1"), is_private("192.168.1.1"), is_private("[::1]"), is_private("9.9.9.9")
    (True, True, True, False)
    """
    try:
        found = {str(place[4][0]) for place in socket.getaddrinfo(host.strip("[]"), None)}
    except (OSError, UnicodeError):
        return False
    return any(not ip_address(one.partition("%")[0]).is_global for one in found)


def _host_of(address: str) -> str:
    return urlsplit(address).hostname or ""


def _read(read: Callable[[int], bytes], address: str, until: float, longest: float) -> bytes:
    data = b""
    parts = []
    size = 0
    while data := read(_PART):
        parts.append(data)
        size += len(data)
        if size > MOST_BYTES:
            raise WorkbenchError(_too_large(address))
        if time.monotonic() > until:
            raise WorkbenchError(_too_slow(address, longest))
    return b"".join(parts)


def _unpacked(data: bytes, packed: str, address: str) -> bytes:
    """What came, unpacked: some servers pack what nobody asked to be packed."""
    if packed in ("", "identity"):
        return data
    if packed not in ("gzip", "x-gzip", "deflate"):
        what = f"is packed in a way that is not known here ({clean_line(packed)[:20]})"
        raise WorkbenchError(Problem(address, what, _SAVE_IT))
    whole = b""
    try:
        while data:  # gzip may be in several pieces, one behind the other (RFC 1952, 2.2)
            unpack = zlib.decompressobj(47 if "gzip" in packed or data[:1] == b"\x78" else -15)
            whole += unpack.decompress(data, MOST_BYTES + 1 - len(whole))
            if len(whole) > MOST_BYTES:
                raise WorkbenchError(_too_large(address))
            if not unpack.eof:
                raise WorkbenchError(_cut_off(address))
            data = unpack.unused_data if unpack.unused_data.startswith(b"\x1f\x8b") else b""
    except zlib.error:
        raise WorkbenchError(Problem(address, "came damaged", _LATER)) from None
    return whole


def _too_large(address: str) -> Problem:
    return Problem(address, f"is larger than {MOST_BYTES // 1_000_000} MB", "this is no article; name another page")


def _cut_off(address: str) -> Problem:
    return Problem(address, *_CUT_OFF)


def _too_slow(address: str, longest: float) -> Problem:
    return Problem(address, f"did not come within {longest:.0f} seconds", _LATER)


def _refused(code: int) -> tuple[str, str]:
    """What the server's refusal means, and what to do about it (RFC 9110, 15)."""
    if code in (404, 410):
        return f"there is no such page ({code})", _CHECK
    if code in (401, 402, 403, 407, 451):
        return f"is only for who logs in, or lets no program in ({code})", _SAVE_IT
    if code == 429:
        return "the site was asked too often (429)", _LATER
    if 300 <= code < 400:
        return f"leads in circles, or to what is not http or https ({code})", _SAVE_IT
    if code >= 500:
        return f"the site has an error of its own ({code})", _LATER
    return f"the site refuses it ({code})", _SAVE_IT


def _failed(error: Exception, silence: float) -> tuple[str, str]:
    """What went wrong on the way, and what to do about it."""
    reason = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({clean_line(reason.verify_message)})", _SAVE_IT
    if isinstance(reason, TimeoutError):
        return f"the site said nothing for {silence:.0f} seconds", _LATER
    known = next((told for kind, told in _FAILURES if isinstance(reason, kind)), None)
    told = (reason.strerror if isinstance(reason, OSError) else "") or clean_line(str(reason))[:100]
    return known or (f"cannot be fetched: {told}", "check the address and the network")
