"""A web server on a loopback port with packages on it, which can be made to misbehave."""

from __future__ import annotations

import http.server
import json
import threading
from dataclasses import dataclass, field


@dataclass
class Answer:
    """What the test's server says at one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    stall_after: int | None = None
    drip: bool = False


class ArgosServer:
    """A real web server on a loopback port with an index and a package, which can be made to misbehave."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.release = threading.Event()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.serve(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}/"
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def serve(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        answer = self.answers.get(handler.path, Answer(b"not here", 404))
        if answer.stall_after is not None and answer.stall_after < 0:
            self.release.wait(20)
            return
        handler.send_response(answer.status)
        for name, value in answer.headers.items():
            handler.send_header(name, value)
        if "Location" not in answer.headers and answer.length != -1:
            handler.send_header("Content-Length", str(answer.length or len(answer.body)))
        handler.end_headers()
        try:
            while answer.drip and not self.release.wait(0.05):
                handler.wfile.write(b"x")
                handler.wfile.flush()
            handler.wfile.write(answer.body[: answer.stall_after])
            if answer.stall_after is not None:
                handler.wfile.flush()
                self.release.wait(20)
        except ConnectionError:
            pass

    def offer(self, *entries: dict[str, object]) -> None:
        self.answers["/index.json"] = Answer(json.dumps(entries).encode())

    def close(self) -> None:
        self.release.set()
        self.http.shutdown()
        self.http.server_close()


def entry(version: str, *links: str, **more: object) -> dict[str, object]:
    return {"package_version": version, "from_code": "de", "to_code": "en", "links": list(links)} | more
