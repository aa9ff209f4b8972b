"""A small model of OPUS-MT's form, as a folder, as a zip, and as the package that is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.marian_model import NAME, marian_folder, marian_zip
from workbench.engine import embedded_package
from workbench.engine.argos.marian_package import as_package


@pytest.fixture(scope="session")
def opus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return marian_folder(tmp_path_factory.mktemp("opus") / NAME, embedded_package().path)


@pytest.fixture(scope="session")
def opus_zip(tmp_path_factory: pytest.TempPathFactory, opus_folder: Path) -> Path:
    return marian_zip(tmp_path_factory.mktemp("opus") / f"{NAME}.zip", opus_folder)


@pytest.fixture(scope="session")
def opus_package(tmp_path_factory: pytest.TempPathFactory, opus_folder: Path) -> Path:
    return as_package(opus_folder, NAME, tmp_path_factory.mktemp("opus"))
