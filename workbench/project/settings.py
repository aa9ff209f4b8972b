"""What a project remembers on this machine: the package in use and the screen's theme."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

import yaml

from workbench.files import write_atomically


@dataclass(frozen=True, slots=True)
class Settings:
    """`package`: id of the Argos package to draft with, empty for the embedded one; `theme`: the screen's."""

    package: str = ""
    theme: str = ""


def read_settings(path: Path) -> Settings:
    """The settings in `path`; a missing or damaged file means the defaults, since nothing of the work is in it."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return Settings()
    if not isinstance(data, dict):
        return Settings()
    known = {field.name for field in fields(Settings)}
    return Settings(**{key: str(value) for key, value in data.items() if key in known and value is not None})


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings, whole or not at all. Raises WorkbenchError when that cannot be done."""
    write_atomically(path, yaml.safe_dump(asdict(settings), allow_unicode=True).encode())
