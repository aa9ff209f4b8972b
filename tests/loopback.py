"""A web site on this machine's loopback, for tests of what is fetched: pages by their path, each with its tricks."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Page = Callable[[BaseHTTPRequestHandler], None]


class Site(ThreadingHTTPServer):
    """The site, with what it was asked: the heads of all requests."""

    daemon_threads = True
    pages: dict[str, Page]
    asked: list[dict[str, str]]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is what these tests want."""


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(dict(self.headers))
        page = self.server.pages.get(self.path)
        if page is None:
            self.send_error(404)
        else:
            page(self)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests say what happened."""


def page(body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **heads: str) -> Page:
    """A page with these bytes; `heads` are further lines of its head (`Content_Encoding`)."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in heads.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def leads_to(address: str, status: int = 302) -> Page:
    """A page that leads to another one."""
    return page(b"", status=status, Location=address, Set_Cookie="seen=yes")


def zeros(megabytes: int) -> Page:
    """A page of gzip that unpacks to so many megabytes of nothing."""
    return page(gzip.compress(b"\0" * 1_000_000 * megabytes), "text/plain", Content_Encoding="gzip")


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A page that never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    while True:
        handler.wfile.write(b"Die Lage ist ruhig. " * 50_000)


def silent(handler: BaseHTTPRequestHandler) -> None:
    """A page that does not come."""
    time.sleep(3)


def drop_by_drop(handler: BaseHTTPRequestHandler) -> None:
    """A page whose head comes letter by letter."""
    for letter in b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + b"X: y\r\n" * 1_000:
        handler.wfile.write(bytes([letter]))
        time.sleep(0.05)


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    """No HTTP at all."""
    handler.wfile.write(b"\0\1\2 hello\r\n\r\n")


@contextmanager
def site(pages: dict[str, Page]) -> Iterator[tuple[str, Site]]:
    """The site, as long as it is open: its address without a slash at the end, and itself."""
    server = Site(("127.0.0.1", 0), _Handler)
    server.pages, server.asked = pages, []
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
