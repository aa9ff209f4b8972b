"""Packages over a network that may fail in any way: Argos's index and its official one, and a file by its address."""

from __future__ import annotations

import contextlib
import http.client
import json
import queue
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from workbench import __version__
from workbench.engine.argos.metadata import FROM_CODE, TO_CODE
from workbench.engine.argos.package import version_key
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

INDEX_LIMIT = 5_000_000
PACKAGE_LIMIT = 2_000_000_000
_CHUNK = 1 << 16
# Argos's file server refuses Python's own name with 403.
_ARGOS = "ArgosTranslate"
_FROM_FILE = f"`{run_again('model install FILE')}`"
_NOTHING_CHANGED = f"nothing was changed; check the network, or {_FROM_FILE}"
_ELSEWHERE = f"nothing was changed; check the network, or fetch that file elsewhere and {_FROM_FILE}"

Report = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that the index offers: its version, and the http(s) addresses it can be had from."""

    version: str
    links: tuple[str, ...]


def official_offer(index: str, timeout: float) -> Offer:
    """The newest German→English package in the index at this address; ipfs and other links are skipped."""
    raw = b"".join(_arriving(index, timeout, INDEX_LIMIT))
    try:
        entries = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        page = raw.lstrip()[:1] == b"<"
        what = "is a web page, not a package index" if page else "is not a package index (no JSON)"
        raise _failure(index, what) from error
    if not isinstance(entries, list):
        raise _failure(index, "is not a package index (no list)")
    offers = [offer for entry in entries if (offer := _offer(entry))]
    if not offers:
        raise _failure(index, f"offers no {FROM_CODE}→{TO_CODE} package that can be downloaded")
    return max(offers, key=lambda offer: version_key(offer.version))


def fetch_package(offer: Offer, into: Path, report: Report, timeout: float) -> str:
    """Write the offered package to the file `into`, trying its addresses in turn; the one that gave it.

    `report(done, total)` is called in the caller's thread with bytes; total is None where the server
    does not say. Raises the last address's WorkbenchError if none of them gives the whole file.
    """
    *others, last = offer.links
    for link in others:
        with contextlib.suppress(WorkbenchError):
            fetch(link, into, report, timeout, agent=_ARGOS)
            return link
    fetch(last, into, report, timeout, agent=_ARGOS)
    return last


def fetch(link: str, into: Path, report: Report, timeout: float, *, agent: str = f"workbench/{__version__}") -> None:
    """Write what is at an address to the file `into`; `report` and what is raised as in `fetch_package`."""
    try:
        _fetch(link, into, report, timeout, agent)
    except WorkbenchError as error:
        problem = error.problem
        mend = _ELSEWHERE if problem.mend == _NOTHING_CHANGED else problem.mend
        raise WorkbenchError(Problem(problem.where, problem.what, mend)) from error


def _fetch(link: str, into: Path, report: Report, timeout: float, agent: str) -> None:
    done, head = 0, b""
    arriving = _arriving(link, timeout, PACKAGE_LIMIT, report, agent)
    with into.open("wb") as file, contextlib.closing(arriving) as chunks:
        for chunk in chunks:
            file.write(chunk)
            head = (head + chunk)[:4]
            done += len(chunk)
    if not done:
        raise _failure(link, "sent an empty file")
    if not head.startswith(b"PK"):
        raise _failure(link, "sent something that is not a package (a web page?)")


def _offer(entry: Any) -> Offer | None:
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    if (entry.get("from_code"), entry.get("to_code")) != (FROM_CODE, TO_CODE):
        return None
    links = entry.get("links")
    usable = tuple(link for link in links if _is_web(link)) if isinstance(links, list) else ()
    return Offer(clean_line(str(entry.get("package_version", ""))), usable) if usable else None


def _is_web(link: object) -> bool:
    try:
        parts = urlsplit(link) if isinstance(link, str) else None
        return parts is not None and parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


class _WebRedirects(urllib.request.HTTPRedirectHandler):
    """Follow redirects to web addresses only, and never from https to http."""

    def redirect_request(self, req: urllib.request.Request, *rest: Any) -> urllib.request.Request | None:
        newurl = str(rest[-1])
        downgrade = req.full_url.startswith("https:") and not newurl.startswith("https:")
        if downgrade or not _is_web(newurl):
            rest[0].close()
            raise urllib.error.URLError(f"it redirects to {clean_line(newurl)[:80]}, which is not followed")
        return super().redirect_request(req, *rest)


@dataclass(slots=True)
class _Transfer:
    """What the network thread and the caller share. `chunks` ends with None or with what went wrong."""

    chunks: queue.Queue[bytes | Exception | None]
    stopped: threading.Event
    total: int | None = None


def _arriving(
    link: str, timeout: float, limit: int, report: Report | None = None, agent: str = _ARGOS
) -> Generator[bytes]:
    """The bytes behind a link as they arrive: 64 KB, or the rest, within every `timeout` seconds.

    A thread talks to the network, because neither name resolution nor a server that sends one byte a
    minute minds a socket's time limit.
    """
    if not _is_web(link):
        raise _failure(link, "is not a web address (http or https)")
    transfer = _Transfer(queue.Queue(maxsize=16), threading.Event())
    threading.Thread(target=_receive, args=(link, timeout, transfer, agent), daemon=True).start()
    done = 0
    try:
        while True:
            try:
                chunk = transfer.chunks.get(timeout=timeout)
            except queue.Empty:
                raise _failure(link, f"did not answer, or stopped sending, for {timeout:g} seconds") from None
            if isinstance(chunk, Exception):
                raise _failure(link, _reason(chunk)) from chunk
            if chunk is None:
                break
            done += len(chunk)
            if max(done, transfer.total or 0) > limit:
                raise _failure(link, f"is larger than {limit / 1e6:,.0f} MB")
            yield chunk
            if report:
                report(done, transfer.total)
        if transfer.total is not None and done != transfer.total:
            raise _failure(link, f"broke off after {done:,} of {transfer.total:,} bytes")
    finally:
        transfer.stopped.set()


def _receive(link: str, timeout: float, transfer: _Transfer, agent: str) -> None:
    """Run in the thread: put every chunk into the queue, then None, or the exception that ended it."""
    end: Exception | None = None
    try:
        request = urllib.request.Request(link, headers={"User-Agent": agent})
        with urllib.request.build_opener(_WebRedirects).open(request, timeout=timeout) as answer:
            length = answer.headers.get("Content-Length", "")
            transfer.total = int(length) if length.isdecimal() and len(length) < 16 else None
            # At least 64 KB a step: what arrives more slowly than that counts as stalled.
            while (chunk := answer.read(_CHUNK)) and _put(transfer, chunk):
                pass
    except urllib.error.HTTPError as error:
        error.close()
        end = error
    except Exception as error:
        end = error
    _put(transfer, end)


def _put(transfer: _Transfer, item: bytes | Exception | None) -> bool:
    """Wait for room in the queue; False once nobody reads it any more."""
    while not transfer.stopped.is_set():
        try:
            transfer.chunks.put(item, timeout=0.2)
            return True
        except queue.Full:
            continue
    return False


def _reason(error: Exception) -> str:
    """One clause for what the network did."""
    fault = error.reason if isinstance(error, urllib.error.URLError) else error
    told = clean_line(str(fault))[:120] or type(fault).__name__
    match fault:
        case _ if isinstance(error, urllib.error.HTTPError):
            return f"answered {error.code} ({told})"
        case ssl.SSLError():
            return f"has no certificate to be trusted ({told})"
        case TimeoutError():
            return "did not answer in time"
        case http.client.IncompleteRead():
            return "broke off in the middle"
        case OSError():
            return f"cannot be reached ({fault.strerror or told})"
        case _:
            return f"cannot be read ({told})"


def _failure(link: str, what: str) -> WorkbenchError:
    return WorkbenchError(Problem(clean_line(link)[:200], what, _NOTHING_CHANGED))
