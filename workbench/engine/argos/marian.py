"""A model in the form of OPUS-MT's: Marian's weights and vocabularies, two SentencePiece models, a card and a licence.

Looked at as what it is, files from outside: none of them is loaded here but the small ones that say what it is.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workbench.engine.argos.archive import RATIO_LIMIT, UNPACKED_LIMIT
from workbench.engine.argos.metadata import HIGHEST_PENALTY, fault
from workbench.engine.argos.package import SOURCE_PIECES, TARGET_PIECES
from workbench.files import read_regular
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean, clean_line

DECODER, CARD, LICENCE = "decoder.yml", "README.md", "LICENSE"
_SETTINGS = "special:model.yml.npy"
_DECODER_LIMIT, _SMALL, _PIECES_LIMIT, _VOCABULARY_LIMIT = 20_000, 200_000, 50_000_000, 50_000_000
_GERMAN, _ENGLISH = {"deu", "de", "ger"}, {"eng", "en"}
_LANGUAGES = re.compile(r"^\W*(source|target) language\(?s?\)?: *(.+)$", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"/([a-z]{2,3})-([a-z]{2,3})/[^/\s)]+\.zip")
_WANTS_TARGET = ">>id<<"
_NAMED = re.compile(r"^#+ *([\w.+-]+)\.zip", re.MULTILINE)
_FETCH = "fetch the model's zip again, as its store has it"
_CHOOSE = "choose a German→English model with SentencePiece, such as OPUS-MT's"


@dataclass(frozen=True, slots=True)
class MarianModel:
    """What lies in the folder of such a model. `name`: as its card has it; `card`: that itself; `normalize`: by which
    power of its length an English's likelihood is divided.
    """

    folder: Path
    name: str
    weights: Path
    vocabularies: tuple[Path, Path]
    normalize: float
    card: str

    @property
    def source(self) -> Path:
        """The SentencePiece model of the German."""
        return self.folder / SOURCE_PIECES

    @property
    def target(self) -> Path:
        """The SentencePiece model of the English."""
        return self.folder / TARGET_PIECES

    @property
    def licence(self) -> str:
        """The words of its licence; empty where none lies with it."""
        path = self.folder / LICENCE
        return _text(path) if _is_there(path) else ""


def is_marian(folder: Path) -> bool:
    """Whether this is the folder of such a model, and not a package's."""
    return _is_there(folder / DECODER) and not _is_there(folder / "metadata.json")


def open_marian(folder: Path, known_as: str) -> MarianModel:
    """The model in a folder; `known_as`: its name where its card has none.

    Raises WorkbenchError, with the file and what to do, where a file is missing, a link, too large or not what it
    should be, where a name in decoder.yml leads out of the folder, and where the model is not one for German→English.
    """
    try:
        decoder = _decoder(folder / DECODER)
        weights = _named(folder, decoder, "models", ".npz")
        vocabularies = _named(folder, decoder, "vocabs", ".yml", ".yaml")
        _check_files(folder, vocabularies)
        if len(weights) > 1:
            raise fault(folder / DECODER, "names several models that draft together", _CHOOSE)
        _check_weights(weights[0])
        card = _text(folder / CARD)
        _check_languages(folder / CARD, card)
        named = _NAMED.search(card)
        name = _plain(named[1] if named else known_as)
        normalize = _power(folder / DECODER, decoder)
        return MarianModel(folder, name, weights[0], (vocabularies[0], vocabularies[-1]), normalize, card)
    except OSError as error:
        where = error.filename or folder
        raise fault(where, f"cannot be read ({error.strerror})", "check its permissions") from error


def _decoder(path: Path) -> dict[str, Any]:
    try:
        settings = yaml.safe_load(_text(path, _DECODER_LIMIT))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise fault(path, "is not YAML", _FETCH) from error
    if not isinstance(settings, dict):
        raise fault(path, "does not say which files are the model", _FETCH)
    return settings


def _named(folder: Path, decoder: dict[str, Any], key: str, *suffixes: str) -> list[Path]:
    """The files that decoder.yml names under a key."""
    names = decoder.get(key)
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise fault(folder / DECODER, f"names no files as `{key}`", _FETCH)
    for name in names:
        told = clean_line(name)[:80]
        if not _is_plain(name):
            raise fault(folder / DECODER, f"names “{told}”, which is not in the model's folder", _FETCH)
        if not name.endswith(suffixes):
            raise fault(folder / DECODER, f"names “{told}” as `{key}`, which is no {suffixes[0]} file", _CHOOSE)
    return [folder / name for name in names]


def _is_plain(name: str) -> bool:
    """Whether this is the name of a file, and no path."""
    return name.isprintable() and name == Path(name).name and not set(name) & set("\\:") and name not in ("", "..")


def _check_files(folder: Path, vocabularies: Iterable[Path]) -> None:
    for name in (SOURCE_PIECES, TARGET_PIECES):
        if not _is_there(folder / name) and _is_there((folder / name).with_suffix(".bpe")):
            raise fault(folder / name, "is missing (the model has BPE, which this program does not read)", _CHOOSE)
        _check_file(folder / name, _PIECES_LIMIT, "a SentencePiece model")
    for vocabulary in vocabularies:
        _check_file(vocabulary, _VOCABULARY_LIMIT, "a vocabulary")


def _check_weights(path: Path) -> None:
    """Refuse weights that are no numpy archive, would unpack to far more, or do not say what they are."""
    _check_file(path, UNPACKED_LIMIT, "the weights")
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise fault(path, "are no weights of Marian's (a damaged .npz)", _FETCH) from error
    unpacked, packed = (sum(getattr(member, size) for member in members) for size in ("file_size", "compress_size"))
    if unpacked > UNPACKED_LIMIT or unpacked > RATIO_LIMIT * max(packed, 1):
        raise fault(path, f"would unpack to more than {UNPACKED_LIMIT // 10**9} GB, or is a zip bomb", _CHOOSE)
    if _SETTINGS not in {member.filename for member in members}:
        raise fault(path, "are no weights of Marian's (special:model.yml is missing)", _CHOOSE)


def _check_languages(path: Path, card: str) -> None:
    """Refuse a model that does not say that it is for German→English, says another direction, or wants a target."""
    said = {side.lower(): set(re.findall(r"[A-Za-z_]+", names.lower())) for side, names in _LANGUAGES.findall(card)}
    if not said and (address := _ADDRESS.search(card)):
        said = {"source": {address[1]}, "target": {address[2]}}
    source, target = (said.get(side, set()) for side in ("source", "target"))
    if not source or not target:
        mend = "write into it: `* source language(s): deu` and `* target language(s): eng`, if so it is"
        raise fault(path, "does not say between which languages the model translates", mend)
    if not source & _GERMAN or not target <= _ENGLISH:
        told = clean_line(f"{', '.join(sorted(source))}→{', '.join(sorted(target))}")[:60]
        raise fault(path, f"says the model translates {told}", "choose a German→English model (deu-eng)")
    if _WANTS_TARGET in card:
        raise fault(path, "says every text must begin with the language wanted (>>id<<)", "choose a model for deu-eng")


def _power(path: Path, decoder: dict[str, Any]) -> float:
    """Marian's `normalize`: what CTranslate2 calls the length penalty."""
    power = decoder.get("normalize", 1.0)
    if isinstance(power, bool) or not isinstance(power, int | float) or not 0 <= power <= HIGHEST_PENALTY:
        what = f"has a `normalize` that is not a number from 0 to {HIGHEST_PENALTY:g}"
        raise fault(path, what, "write one, such as 1, or remove the line")
    return float(power)


def _check_file(path: Path, limit: int, what: str) -> None:
    if not _is_there(path):
        raise fault(path, f"is missing ({what})" if not path.is_symlink() else "is a link, not a file", _FETCH)
    if not 0 < path.stat().st_size <= limit:
        raise fault(path, f"is empty or larger than {limit // 1000:,} kB ({what})", _FETCH)


def _is_there(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _text(path: Path, limit: int = _SMALL) -> str:
    _check_file(path, limit, "it says what the model is")
    data = read_regular(path, limit, _FETCH)
    if data is None:
        raise WorkbenchError(Problem(path, "is missing", _FETCH))
    return clean(data.decode("utf-8-sig", errors="replace"))


def _plain(name: str) -> str:
    """A name that every system can store."""
    return re.sub(r"[^A-Za-z0-9.+_-]", "_", name).strip("._")[:60] or "marian"
