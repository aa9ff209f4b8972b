"""textual-serve, with a page that fetches nothing from elsewhere, and no ear for other people's pages."""

from __future__ import annotations

import asyncio
import errno
import shlex
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from workbench.problem import Problem, WorkbenchError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_POLICY = (
    "default-src 'self'; connect-src 'self' ws: wss:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'"
)
"""What a browser may load for the page: what comes from this server (CSP level 3)."""
Handle = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ScreenServer(Server):
    """The library's server is changed by overriding: its page, its words at the start, and who may connect."""

    def __init__(self, path: Path, host: str, port: int, say: Callable[[str], None]) -> None:
        words = [sys.executable, "-m", "workbench.tui", str(path)]
        command = subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
        page = Path(__file__).resolve().parent / "page"
        super().__init__(command, host=host, port=port, title="Workbench", templates_path=page)
        self._say = say

    def initialize_logging(self) -> None:
        """Nothing is logged: the terminal tells where the screen is, and what went wrong."""

    async def on_startup(self, app: web.Application) -> None:
        """Say where it can be opened, once it can: the library listens after this."""
        self._telling = asyncio.create_task(self._tell())

    async def _tell(self) -> None:
        host = f"[{self.host}]" if ":" in self.host else self.host
        for _ in range(500):
            try:
                _, writer = await asyncio.open_connection(self.host, self.port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                break
        self._say(f"The screen is at http://{host}:{self.port} – Ctrl+C ends it")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._only_own_page)
        return app

    @web.middleware
    async def _only_own_page(self, request: web.Request, handler: Handle) -> web.StreamResponse:
        """Refuse what another site's page asks for in the user's browser (it may send to loopback, and WebSockets know
        no same-origin policy: RFC 6455, 10.2), also under a name that leads here (DNS rebinding).
        """
        origin, host = request.headers.get("Origin"), request.host
        name = urlsplit(f"//{host}").hostname or ""
        here = self.host not in LOOPBACK or name in LOOPBACK
        if not here or (origin is not None and urlsplit(origin).netloc != host):
            raise web.HTTPForbidden(text="only the page of this server itself may do that")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = _POLICY
        return response


def serve(path: Path, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the screen until Ctrl+C. Raises WorkbenchError where the address cannot be had."""
    try:
        _must_be_free(host, port)
        ScreenServer(path, host, port, say).serve()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise WorkbenchError(Problem(f"port {port}", "is in use already", "name another one: --port")) from error
        what = f"cannot be listened at ({error.strerror})"
        raise WorkbenchError(Problem(f"{host}:{port}", what, "name another --host or --port")) from error


def _must_be_free(host: str, port: int) -> None:
    """Raises OSError where nothing can listen there, before anything is said to be there."""
    family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, proto) as tried:
        if sys.platform != "win32":  # as asyncio's servers do; on Windows it would take a port away from who has it
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind(address)
