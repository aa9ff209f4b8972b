"""What the tests about packages share: a real package file, and a look at everything below a folder."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from workbench.engine import embedded_package

NAME = "translate-de_en-1_3"
METADATA = {"package_version": "1.3", "argos_version": "1.3", "from_code": "de", "to_code": "en"}


def package_zip(path: Path, name: str = NAME, **metadata: object) -> Path:
    """A real package file: the embedded package's files under another name and version, stored."""
    own = embedded_package().path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.mkdir(name)
        archive.writestr(f"{name}/metadata.json", json.dumps(METADATA | metadata))
        for file in ("README.md", "sentencepiece.model"):
            archive.write(own / file, f"{name}/{file}")
        for file in ("config.json", "shared_vocabulary.json", "vmap.txt", "model.bin"):
            archive.write(own / "model" / file, f"{name}/model/{file}")
    return path


def everything(folder: Path) -> dict[str, int]:
    """Every file below a folder and its size, the lock file aside: to see that nothing was changed."""
    return {
        str(path.relative_to(folder)): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }
