"""The one line that better drafts are a command away, and where keys are learnt: once to each user, or never."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.files import read_regular, told_as_problem, write_atomically
from workbench.invocation import run_again
from workbench.problem import WorkbenchError

if TYPE_CHECKING:
    from workbench.project.project import Project

_OFF = "off"
_HEAD = (
    "# What the workbench has told about better drafts: it is not told again. `workbench model hint on` deletes this.\n"
)
_LARGEST = 10_000


class Hint(NamedTuple):
    """A line that tells how to get better drafts, and of which kind it is: a package is to be installed, or used;
    or where the keys are learnt.
    """

    kind: Literal["install", "use", "keys"]
    line: str


def better_drafts(project: Project) -> Hint | None:
    """How to get better drafts: install a package or, where one is installed, use it.

    None where another package than the built-in one is in use, where the user was told so before (`told`) or does not
    want to be told (`hush`). Reads a few files: any thread may ask. Nothing is raised.
    """
    with suppress(OSError, RuntimeError, WorkbenchError):
        before = _before()
        if not project.settings.package and _OFF not in before:
            hint = _hint()
            return None if hint.kind in before else hint
    return None


def at_start(project: Project) -> Hint | None:
    """What the screen tells a user once: first where the keys are learnt, at a later start how drafts get better."""
    with suppress(OSError, RuntimeError, WorkbenchError):
        before = _before()
        if "keys" not in before and _OFF not in before:
            return Hint("keys", f"The keys are learnt in five minutes: {run_again('learn-keys')}")
    return better_drafts(project)


def told(hint: Hint) -> None:
    """The user has seen it. Where that cannot be kept, it will be told once more: a hint is worth no error."""
    with suppress(OSError, RuntimeError, WorkbenchError):
        _keep(_before() | {hint.kind})


def hush(off: bool) -> None:
    """Never tell it again; or forget what was told, so that it is told anew. Raises WorkbenchError where that cannot be
    kept.
    """
    if off:
        _keep({_OFF})
    else:
        path = _file()
        with told_as_problem(path):
            path.unlink(missing_ok=True)


def _hint() -> Hint:
    from workbench.engine import installed_packages, might_have_packages

    installed = installed_packages() if might_have_packages() else ()
    if installed:
        use = run_again(f"model use {installed[0].name}")
        return Hint("use", f"Another package is installed, for better drafts: {use}")
    return Hint("install", f"Better drafts are a command away: {run_again('model install opus')}")


def _before() -> set[str]:
    data = read_regular(_file(), _LARGEST) or b""
    return {line.strip() for line in data.decode("utf-8", errors="replace").splitlines()}


def _keep(words: set[str]) -> None:
    path = _file()
    with told_as_problem(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    lines = sorted(word for word in words if word and not word.startswith("#"))
    write_atomically(path, (_HEAD + "".join(f"{line}\n" for line in lines)).encode())


def _file() -> Path:
    from platformdirs import user_state_path

    return user_state_path("workbench", appauthor=False) / "better-drafts"
