"""`workbench serve`: the screen in a browser, for this machine's own page alone; tried in headless Chromium."""

from __future__ import annotations

import asyncio
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests.test_command_line import one_clear_line, workbench
from workbench.project import Project, State

BROWSERS = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@pytest.fixture
def served(project_folder: Path) -> Iterator[int]:
    """The port at which the screen of a project is served."""
    port = free_port()
    command = [sys.executable, "-m", "workbench", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=project_folder, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == f"The screen is at http://127.0.0.1:{port} – Ctrl+C ends it\n"
        yield port
        server.send_signal(signal.SIGINT)
        assert server.wait(30) == 0


def asked(port: int, path: str, **headers: str) -> tuple[int, str, bytes]:
    """The status, the policy and the body of an answer."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", path, headers=headers)
        with connection.getresponse() as answer:
            return answer.status, answer.headers.get("Content-Security-Policy", ""), answer.read()


def test_the_page_is_whole_and_loads_nothing_from_elsewhere(served: int) -> None:
    status, policy, page = asked(served, "/")
    assert status == 200
    assert "default-src 'self'" in policy
    assert b"http://" not in page and b"https://" not in page
    for file in ("css/xterm.css", "js/textual.js", "fonts/RobotoMono-VariableFont_wght.ttf"):
        assert asked(served, f"/static/{file}")[0] == 200


def test_pages_of_others_get_nothing(served: int) -> None:
    assert asked(served, "/ws", Origin="http://example.org")[0] == 403
    assert asked(served, "/ws", Origin=f"http://127.0.0.1:{served + 1}")[0] == 403
    assert asked(served, "/", Host=f"example.org:{served}")[0] == 403
    assert asked(served, "/", Host=f"localhost:{served}")[0] == 200


def test_a_port_in_use_is_told_in_one_line(project_folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = one_clear_line(workbench("serve", "--port", port, cwd=project_folder))
    assert f"port {port}: is in use already – name another one: --port" in told
    assert "is no port" in one_clear_line(workbench("serve", "--port", 70_000, cwd=project_folder))


def test_what_is_no_project_is_told_before_anything_is_served(tmp_path: Path) -> None:
    one_clear_line(workbench("serve", "nowhere", cwd=tmp_path))


def test_elsewhere_than_on_loopback_is_warned_of_once(project_folder: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "workbench", "serve", "--host", "0.0.0.0", "--port", str(port)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=project_folder, text=True, stdout=pipe, stderr=pipe) as server:
        assert server.stdout and server.stderr
        server.stdout.readline()
        server.send_signal(signal.SIGINT)
        told = server.stderr.read()
    assert told.count("\n") == 1
    assert told.startswith("workbench: warning: --host 0.0.0.0: whoever reaches this machine there can read and change")


@dataclass
class Browser:
    """A page of Chromium, by its DevTools protocol."""

    socket: aiohttp.ClientWebSocketResponse
    asked_for: list[str] = field(default_factory=list)
    """Every address that the page loaded."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def do(self, method: str, **given: object) -> dict[str, Any]:
        number = next(self.numbers)
        await self.socket.send_json({"id": number, "method": method, "params": given})
        while True:
            message = await self.socket.receive_json(timeout=60)
            if message.get("method") in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                sent = message["params"]
                self.asked_for.append(sent["url"] if "url" in sent else sent["request"]["url"])
            if message.get("id") == number:
                assert "error" not in message, message
                return dict(message["result"])

    async def value(self, expression: str) -> object:
        return (await self.do("Runtime.evaluate", expression=expression))["result"].get("value")

    async def until(self, expression: str) -> None:
        for _ in range(300):
            if await self.value(expression):
                return
            await asyncio.sleep(0.2)
        raise AssertionError(expression)

    async def press(self, key: str, code: int) -> None:
        text = {"text": key} if len(key) == 1 else {"text": "\r"}
        await self.do("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text)
        await self.do("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)


def first(folder: Path) -> tuple[State, str]:
    with Project.open(folder, read_only=True) as project:
        record = project.open_document("gipfel.txt").paragraphs[0]
    return record.state, record.english


@pytest.mark.skipif(CHROMIUM is None, reason=f"there is no {' or '.join(BROWSERS)} here: .ci/run installs one")
@pytest.mark.feature("the same screen in a browser")
async def test_a_paragraph_is_edited_and_accepted_in_chromium(
    served: int, project_folder: Path, tmp_path: Path
) -> None:
    port = free_port()
    options = ["--headless", "--disable-gpu", f"--user-data-dir={tmp_path / 'chromium'}", "--window-size=1000,640"]
    options += ["--no-sandbox"] if os.name == "posix" and os.getuid() == 0 else []
    command = [str(CHROMIUM), *options, f"--remote-debugging-port={port}", "about:blank"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as chromium:
        try:
            async with aiohttp.ClientSession() as client:
                connected = await client.ws_connect(await page_of(client, port), max_msg_size=0)
                browser = Browser(connected)
                await work_in(browser, served, project_folder)
        finally:
            os.killpg(chromium.pid, signal.SIGTERM)  # what was started may be a script that starts the browser
    assert {urlsplit(address).netloc for address in browser.asked_for} == {f"127.0.0.1:{served}"}
    assert first(project_folder)[0] is State.REVIEWED
    assert first(project_folder)[1].endswith(" now")


async def page_of(client: aiohttp.ClientSession, port: int) -> str:
    for _ in range(300):
        try:
            async with client.get(f"http://127.0.0.1:{port}/json/list") as answer:
                return str(next(one for one in await answer.json() if one["type"] == "page")["webSocketDebuggerUrl"])
        except (aiohttp.ClientError, StopIteration):
            await asyncio.sleep(0.2)
    raise AssertionError("Chromium never answered")


async def work_in(browser: Browser, served: int, folder: Path) -> None:
    await browser.do("Network.enable")
    await browser.do("Page.navigate", url=f"http://127.0.0.1:{served}/")
    await browser.until("document.body && document.body.classList.contains('-first-byte')")
    await until_drafted(folder)
    await browser.do("Page.bringToFront")
    await browser.value("document.querySelector('textarea').focus()")
    await browser.press("Enter", 13)
    for key in " now":
        await browser.press(key, ord(key.upper()))
    await browser.press("Enter", 13)
    for _ in range(150):
        if first(folder)[0] is State.REVIEWED:
            break
        await asyncio.sleep(0.2)


async def until_drafted(folder: Path) -> None:
    for _ in range(150):
        if first(folder)[0] is not State.NEW:
            return
        await asyncio.sleep(0.2)
    raise AssertionError("there was no draft")
