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
def argos(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Argos's packages folder, empty, in the test's own home."""
    for name in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX", "SNAP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    # argostranslate reads its environment once, when its settings are imported.
    sys.modules.pop("argostranslate.settings", None)
    packages = own_home / ".local" / "share" / "argos-translate" / "packages"
    packages.mkdir(parents=True)
    yield packages
    sys.modules.pop("argostranslate.settings", None)
