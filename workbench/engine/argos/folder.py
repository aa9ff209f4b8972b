"""Argos's own folders on this machine, as `argostranslate` finds them from its settings and environment."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
from dataclasses import dataclass
from pathlib import Path

from workbench.problem import Problem, WorkbenchError


@dataclass(frozen=True, slots=True)
class ArgosPlaces:
    """Where Argos keeps things: `packages` is written to, all of `searched` are read, `index` is a URL."""

    packages: Path
    searched: tuple[Path, ...]
    data: Path
    index: str


def argos_places() -> ArgosPlaces:
    """Ask argostranslate where its packages and its package index are.

    It honours ARGOS_PACKAGES_DIR, ARGOS_PACKAGE_INDEX, the XDG variables and its settings.json. Its
    settings module creates the folders when it is first imported; where it fails (no permission, a
    variable that is no number), a WorkbenchError says so. A settings.json that is no JSON it ignores
    with a message on stdout, which is swallowed here.
    """
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            settings = importlib.import_module("argostranslate.settings")
    except OSError as error:
        where = error.filename or "Argos's folder"
        what, mend = f"cannot be created ({error.strerror})", "set ARGOS_PACKAGES_DIR to a folder of yours"
        raise WorkbenchError(Problem(where, what, mend)) from error
    except Exception as error:
        raise _broken_settings(f"{type(error).__name__}: {error}") from error
    return ArgosPlaces(
        packages=Path(settings.package_data_dir),
        searched=tuple(Path(folder) for folder in settings.package_dirs),
        data=Path(settings.data_dir),
        index=f"{str(settings.package_index).rstrip('/')}/index.json",
    )


def might_have_packages() -> bool:
    """Whether there is a folder in which packages may lie, without a look into Argos's settings.

    To read those makes folders in the user's home, which nobody has asked for where Argos was never used.
    """
    if packages := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(packages).is_dir()
    if os.environ.get("SNAP"):
        return True
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return (data / "argos-translate").is_dir() or (config / "argos-translate").is_dir()


def _broken_settings(why: str) -> WorkbenchError:
    from workbench.text import clean_line

    mend = "mend Argos's settings.json or its ARGOS_… environment variables"
    what = f"its settings are broken ({clean_line(why)[:200]})"
    return WorkbenchError(Problem("argos-translate", what, mend))
