"""Argos's folders in a temporary place, and a real package file, for the tests about packages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.argos_material import NAME, package_zip


@pytest.fixture(scope="session")
def package_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package_zip(tmp_path_factory.mktemp("file") / f"{NAME}.argosmodel")


@pytest.fixture
def argos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Argos's packages folder, empty, far away from the user's real one."""
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX", "SNAP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    # argostranslate reads its environment once, when its settings are imported.
    sys.modules.pop("argostranslate.settings", None)
    packages = tmp_path / "data" / "argos-translate" / "packages"
    packages.mkdir(parents=True)
    yield packages
    sys.modules.pop("argostranslate.settings", None)
