"""Windows and macOS: nothing that only one system has is called without another way beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "workbench"
MODULES = frozenset(
    {"fcntl", "termios", "resource", "pwd", "grp", "pty", "tty", "msvcrt", "winreg", "readline", "syslog"}
)
"""Modules of one system alone: an import needs a `try` with an `except ImportError` around it, or a question before."""
NAMES = frozenset(
    {
        *("os.fork", "os.forkpty", "os.geteuid", "os.getuid", "os.getgid", "os.getpgid", "os.killpg", "os.setsid"),
        *("os.mkfifo", "os.chown", "os.fchmod", "os.sysconf", "os.statvfs", "os.getpriority", "os.nice"),
        *("os.O_NOFOLLOW", "os.O_NONBLOCK", "os.O_DIRECTORY", "os.posix_fadvise", "os.sched_getaffinity"),
        *("signal.SIGHUP", "signal.SIGKILL", "signal.SIGALRM", "signal.SIGWINCH", "signal.alarm", "signal.setitimer"),
        *("select.select", "select.poll", "os.startfile", "socket.AF_UNIX", "os.unshare"),
    }
)
"""What only one system has, of modules that all have."""
PATHS = ("/proc/", "/dev/", "/sys/")
ELSEWHERE = (
    "sys.platform",
    "fcntl is None",
    "os.name",
    "hasattr",
    "getattr",
    "ImportError",
    "AttributeError",
    "OSError",
)
"""Words by which a function asks for the system, or says what is to be done where it has it not."""


def faults(tree: ast.Module, file: str) -> Iterator[str]:
    """Each place where something of one system stands, with nothing around it that asks for the system."""
    around: dict[ast.AST, ast.AST] = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        named = of_one_system(node)
        if named and not asks(node, around):
            yield f"{file}:{getattr(node, 'lineno', 0)}: {named}"


def of_one_system(node: ast.AST) -> str:
    match node:
        case ast.Import(names=names):
            return next((one.name for one in names if one.name.split(".")[0] in MODULES), "")
        case ast.ImportFrom(module=str(module)):
            return module if module.split(".")[0] in MODULES else ""
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return f"{module}.{name}" if f"{module}.{name}" in NAMES else ""
        case ast.Constant(value=str(text)):
            return text if text.startswith(PATHS) and " " not in text and text != "/dev/null" else ""
    return ""


def asks(node: ast.AST, around: dict[ast.AST, ast.AST]) -> bool:
    """Whether the function around it, or an `if` or `try` of the module, names another way."""
    place: ast.AST | None = node
    while place is not None:
        if isinstance(place, ast.FunctionDef | ast.AsyncFunctionDef | ast.Try | ast.If | ast.IfExp):
            said = ast.unparse(place)
            if any(word in said for word in ELSEWHERE):
                return True
        place = around.get(place)
    return False


ALLOWED = {
    "offline/namespace.py": {"/proc/self/net/snmp", "/proc/self/net/dev"},  # asked for on Linux alone
    "project/handing/handing_over.py": {
        "/dev/stdin",
        "/dev/stdout",
        "/dev/stderr",
        "/dev/fd",
    },  # names that are refused
}
"""By file: what needs no other way, and why."""


@pytest.mark.parametrize("file", sorted(ROOT.rglob("*.py")), ids=lambda file: str(file.relative_to(ROOT)))
def test_no_file_calls_what_only_one_system_has(file: Path) -> None:
    allowed = ALLOWED.get(file.relative_to(ROOT).as_posix(), set())
    found = faults(ast.parse(file.read_text(encoding="utf-8")), file.name)
    assert [fault for fault in found if fault.split(": ", 1)[1] not in allowed] == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import fcntl", ["a.py:1: fcntl"]),
        ("try:\n    import termios\nexcept ImportError:\n    termios = None", []),
        ("import os\ndef f():\n    return os.geteuid()", ["a.py:3: os.geteuid"]),
        ("import os\ndef f():\n    return os.geteuid() if hasattr(os, 'geteuid') else 0", []),
        ("import signal\nsignal.signal(signal.SIGHUP, print)", ["a.py:2: signal.SIGHUP"]),
        ("open('/proc/self/maps')", ["a.py:1: /proc/self/maps"]),
    ],
)
def test_what_is_found(code: str, told: list[str]) -> None:
    assert list(faults(ast.parse(code), "a.py")) == told
