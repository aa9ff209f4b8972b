"""`workbench serve [PATH]`: the same screen in a browser."""

from __future__ import annotations

import argparse
import asyncio
from importlib.util import find_spec
from pathlib import Path

from workbench.cli.commands.telling import say, tell
from workbench.problem import Problem, WorkbenchError

NAME = "serve"
HELP = "show the screen in a browser, on this machine alone"
_HERE = ("localhost", "127.0.0.1", "::1")


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH] [--host HOST] [--port N]`."""
    parser.add_argument(
        "path", nargs="?", type=Path, default=Path(), help="a project, a folder of articles, one article"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="whom to listen for (default: 127.0.0.1, this machine alone)"
    )
    parser.add_argument("--port", type=int, default=8000, help="(default: 8000)")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C; each window of a browser is a screen of its own."""
    from workbench.project import Project

    if not 0 < options.port < 65_536:
        raise WorkbenchError(Problem(f"--port {options.port}", "is no port", "give one from 1 to 65535"))
    if find_spec("textual_serve") is None:
        mend = "install it beside the workbench: textual-serve, or the workbench as workbench[serve]"
        raise WorkbenchError(Problem("serve", "needs the package textual-serve", mend))
    with Project.open(options.path, read_only=True) as project:
        project.first_document()
    if options.host not in _HERE:
        tell(
            f"warning: --host {options.host}: whoever reaches this machine there can read and change this project, "
            "without a password and unencrypted – an ssh tunnel to 127.0.0.1 is safer"
        )
    from workbench.cli.serving.server import serve

    asyncio.set_event_loop(asyncio.new_event_loop())
    serve(options.path.resolve(), options.host, options.port, say)
    return 0
