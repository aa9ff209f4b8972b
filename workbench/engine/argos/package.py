"""Argos packages as folders: opening one, checking it, and finding those this machine has."""

from __future__ import annotations

import hashlib
import json
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workbench.engine.argos.forms import SOURCE_PIECES, TARGET_PIECES
from workbench.engine.argos.metadata import (
    FROM_CODE,
    REINSTALL,
    TO_CODE,
    check_languages,
    fault,
    is_other_language,
    length_penalty,
    read_metadata,
    term_markers,
)
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean, clean_line

CODE = f"translate-{FROM_CODE}_{TO_CODE}"
PIECES_FILE = "sentencepiece.model"
EMBEDDED_FOLDER = Path(__file__).parent.parent / "packages" / "translate-de_en-0_3"

_CARD_LIMIT = 200_000
PIECES_LIMIT = 50_000_000
_SAMPLES, _SAMPLE_BYTES = 16, 4096
_NEWEST_BINARY = 100


@dataclass(frozen=True, slots=True)
class Package:
    """A German→English Argos package that has been opened and checked.

    `id`: names these very weights, e.g. `translate-de_en-0.1-5a3f09c1`; the same on every machine.
    `name`: the folder's name, for people to type. `markers`: what stands around a required English
    term in the German, or None where the package was not trained for it. `length_penalty`: how much
    its beam search favours longer English (1: as usual). `card`: its README.md. `pieces` and `target_pieces`:
    the SentencePiece models of the German and of the English, one file where they share it. `maker`: whose
    model it is, for people to read.
    """

    id: str
    path: Path
    name: str
    version: str
    markers: tuple[str, str] | None
    length_penalty: float
    embedded: bool
    card: str
    pieces: Path
    target_pieces: Path
    maker: str

    @property
    def model(self) -> Path:
        """The folder that CTranslate2 opens."""
        return self.path / "model"


def open_package(path: Path) -> Package:
    """Open an unpacked package folder and check that every file is there; no model is loaded.

    Raises WorkbenchError, naming the file and the remedy, for a folder that is not a complete
    German→English package with a CTranslate2 model and SentencePiece pieces.
    """
    if not path.is_dir():
        raise fault(path, "is not a folder with an Argos package", "give the one that holds metadata.json")
    try:
        metadata = read_metadata(path / "metadata.json")
        check_languages(path / "metadata.json", metadata)
        _check_model(path / "model")
        pieces, target_pieces = _pieces(path)
        version = clean_line(str(metadata.get("package_version", "")))[:40] or "?"
        return Package(
            id=f"{CODE}-{plain_name(version)}-{_fingerprint(path, metadata, (pieces, target_pieces))}",
            path=path,
            name=clean_line(path.name),
            version=version,
            markers=term_markers(path / "metadata.json", metadata),
            length_penalty=length_penalty(path / "metadata.json", metadata),
            embedded=path == EMBEDDED_FOLDER,
            card=_card(path / "README.md"),
            pieces=pieces,
            target_pieces=target_pieces,
            maker=clean_line(str(metadata.get("maker", "Argos")))[:40],
        )
    except OSError as error:
        where = error.filename or path
        raise fault(where, f"cannot be read ({error.strerror})", "check its permissions") from error


@cache
def embedded_package() -> Package:
    """The small package that comes with the program: always there, needs no network and no home folder."""
    return open_package(EMBEDDED_FOLDER)


def installed_packages() -> tuple[Package, ...]:
    """The user's own German→English packages in Argos's folder, the highest version first.

    Broken ones and other languages are left out; `broken_packages` tells what is wrong with the former.
    """
    return tuple(found for found in _survey() if isinstance(found, Package))


def broken_packages() -> tuple[Problem, ...]:
    """What is wrong with the packages in Argos's folder that cannot be used, one problem each."""
    return tuple(found for found in _survey() if isinstance(found, Problem))


def find_package(wanted: str) -> Package:
    """The package with this id or name, the embedded one (also called `embedded`) before the user's.

    Raises WorkbenchError where there is none, with the reason if a broken one has that name.
    """
    own = embedded_package()
    if wanted in ("embedded", own.id, own.name):
        return own
    found = _survey()
    packages = [item for item in found if isinstance(item, Package)]
    for package in sorted(packages, key=lambda package: package.id != wanted):
        if wanted in (package.id, package.name):
            return package
    for problem in found:
        if isinstance(problem, Problem) and wanted in Path(problem.where).parts:
            raise WorkbenchError(problem)
    raise fault(clean_line(wanted), "is no installed package", f"`{run_again('model list')}` shows them")


def version_key(version: str) -> tuple[int, ...]:
    """`1.10` → (1, 10): orders Argos's version numbers; what is no number counts as nothing."""
    return tuple(int(number[:9]) for number in re.findall(r"\d+", version))


def _survey() -> list[Package | Problem]:
    """Everything in Argos's folders that is, or should have been, a German→English package."""
    from workbench.engine.argos.folder import argos_places
    from workbench.engine.argos.staging import mend_interrupted

    try:
        places = argos_places()
        mend_interrupted(places)
        found = [item for folder in places.searched for item in _survey_folder(folder)]
    except WorkbenchError as error:
        return [error.problem]
    except OSError as error:
        return [Problem(error.filename, f"cannot be listed ({error.strerror})", "check its permissions")]
    found.sort(key=lambda item: version_key(item.version) if isinstance(item, Package) else (), reverse=True)
    return found


def _survey_folder(folder: Path) -> Iterator[Package | Problem]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith(".") or not path.is_dir():
            continue
        try:
            if is_other_language(path):
                continue
            yield open_package(path)
        except WorkbenchError as error:
            yield error.problem


def _check_model(folder: Path) -> None:
    weights = folder / "model.bin"
    if not weights.is_file():
        raise fault(weights, "is missing (the CTranslate2 model)", REINSTALL)
    with weights.open("rb") as file:
        head = file.read(4)
    binary = struct.unpack("<I", head)[0] if len(head) == 4 else 0
    if not 0 < binary < _NEWEST_BINARY:
        raise fault(weights, "is not a CTranslate2 model", REINSTALL)
    # Only from binary version 6 on does CTranslate2 keep a model's settings in config.json.
    if binary >= 6 and not (folder / "config.json").is_file():
        raise fault(folder / "config.json", "is missing", REINSTALL)
    shared = _has_vocabulary(folder, "shared")
    if not shared and not (_has_vocabulary(folder, "source") and _has_vocabulary(folder, "target")):
        raise fault(folder / "shared_vocabulary.json", "is missing (the model's vocabulary)", REINSTALL)


def _has_vocabulary(folder: Path, which: str) -> bool:
    return any((folder / f"{which}_vocabulary{suffix}").is_file() for suffix in (".json", ".txt"))


def _pieces(path: Path) -> tuple[Path, Path]:
    """The SentencePiece models of the German and of the English."""
    apart = path / SOURCE_PIECES, path / TARGET_PIECES
    if any(pieces.is_file() for pieces in apart):
        for pieces in apart:
            _check_pieces(pieces)
        return apart
    if not (path / PIECES_FILE).is_file() and (path / "bpe.model").is_file():
        raise fault(
            path / "bpe.model",
            "is a BPE tokenizer, which this program does not read",
            f"choose a package with SentencePiece, such as Argos's official one (`{run_again('model install')}`)",
        )
    _check_pieces(path / PIECES_FILE)
    return path / PIECES_FILE, path / PIECES_FILE


def _check_pieces(pieces: Path) -> None:
    if not pieces.is_file():
        raise fault(pieces, "is missing (the SentencePiece model)", REINSTALL)
    if not 0 < pieces.stat().st_size <= PIECES_LIMIT:
        raise fault(pieces, "is empty or larger than 50 MB", REINSTALL)


def _card(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return clean(file.read(_CARD_LIMIT).decode("utf-8", errors="replace"))


def _fingerprint(path: Path, metadata: dict[str, Any], pieces: tuple[Path, Path]) -> str:
    """Eight hex digits for what decides a draft: metadata, pieces, and the weights.

    Of the weights only the size and 16 samples are read: training changes every one of them, and a
    start of the program reads 64 KB, not 20 to 200 MB. Metadata is hashed as parsed, because git may
    change its line ends.
    """
    digest = hashlib.blake2b(digest_size=4)
    digest.update(json.dumps(metadata, sort_keys=True).encode())
    for model in dict.fromkeys(pieces):
        digest.update(hashlib.blake2b(model.read_bytes()).digest())
    weights = path / "model" / "model.bin"
    size = weights.stat().st_size
    digest.update(str(size).encode())
    with weights.open("rb") as file:
        for sample in range(_SAMPLES):
            file.seek(max(0, size - _SAMPLE_BYTES) * sample // (_SAMPLES - 1))
            digest.update(file.read(_SAMPLE_BYTES))
    return digest.hexdigest()


def plain_name(name: str) -> str:
    """A name, or a version, with a “_” for whatever not every system can store."""
    return re.sub(r"[^A-Za-z0-9.+_-]", "_", name)
