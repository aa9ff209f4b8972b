"""A model in the form of OPUS-MT's: Marian's weights and vocabularies, two SentencePiece models, a card and a licence.

Looked at as what it is, files from outside: none of them is loaded here but the small ones that say what it is.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.engine.argos.archive import RATIO_LIMIT, UNPACKED_LIMIT, check_directory
from workbench.engine.argos.forms import DECODER, SOURCE_PIECES, TARGET_PIECES, is_there
from workbench.engine.argos.metadata import fault, power_of_length
from workbench.engine.argos.package import PIECES_LIMIT, plain_name
from workbench.engine.argos.vocabulary import LIST
from workbench.files import read_regular
from workbench.files.yaml_tree import Fields, Items, Node, Text, read_tree
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean, clean_line

CARD, LICENCE = "README.md", "LICENSE"
_SETTINGS = "special:model.yml.npy"
_DECODER_LIMIT, _SMALL, _VOCABULARY_LIMIT = 20_000, 200_000, 50_000_000
_GERMAN, _ENGLISH = {"deu", "de", "ger", "german", "deutsch"}, {"eng", "en", "english", "englisch"}
_LANGUAGES = re.compile(r"^[^\w\n]{0,8}(source|target) language\(?s?\)?: *(.+)$", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"/([a-z_+]{2,40})-([a-z_+]{2,40})/[^/\s)]{1,100}\.zip")
_STORES = re.compile(r"/(?:Tatoeba-MT-models|OPUS-MT-models)/")
_USUAL_PAIR = ("deu", "eng")
_WANTS_TARGET = ">>id<<"
_NAMED = re.compile(r"^#+ *([\w.+-]{1,100})\.zip", re.MULTILINE)
_FETCH = "fetch the model's zip again, as its store has it"
_CHOOSE = "choose a German→English model with SentencePiece, such as OPUS-MT's"


@dataclass(frozen=True, slots=True)
class MarianModel:
    """What lies in the folder of such a model. `name`: as its card has it; `card`: that itself; `licence`: its words,
    empty where none lies with it; `normalize`: by which power of its length an English's likelihood is divided.
    """

    folder: Path
    name: str
    weights: Path
    vocabularies: tuple[Path, Path]
    normalize: float
    card: str
    licence: str

    @property
    def source(self) -> Path:
        """The SentencePiece model of the German."""
        return self.folder / SOURCE_PIECES

    @property
    def target(self) -> Path:
        """The SentencePiece model of the English."""
        return self.folder / TARGET_PIECES

    @property
    def of_opus_mt(self) -> bool:
        """Whether its card says that it comes from OPUS-MT's store; anybody may have trained one of this form."""
        return _STORES.search(self.card) is not None


def open_marian(folder: Path, known_as: str) -> MarianModel:
    """The model in a folder; `known_as`: its name where its card has none.

    Raises WorkbenchError, with the file and what to do, where a file is missing, a link, too large or not what it
    should be, where a name in decoder.yml leads out of the folder, and where the model is not one for German→English.
    """
    try:
        decoder = _decoder(folder / DECODER)
        weights = _named(folder, decoder, "models")
        vocabularies = _named(folder, decoder, "vocabs")
        _check_suffixes(folder / DECODER, weights, vocabularies)
        _check_files(folder, vocabularies)
        _check_weights(weights[0])
        card = _text(folder / CARD)
        _check_languages(folder / CARD, card)
        return MarianModel(
            folder=folder,
            name=_name(card, known_as),
            weights=weights[0],
            vocabularies=(vocabularies[0], vocabularies[-1]),
            normalize=power_of_length(folder / DECODER, "normalize", _number(decoder.get("normalize"))),
            card=card,
            licence=_licence(folder / LICENCE),
        )
    except OSError as error:
        where = error.filename or folder
        raise fault(where, f"cannot be read ({error.strerror})", "check its permissions") from error


def _decoder(path: Path) -> Mapping[str, Node]:
    data = _bytes(path, _DECODER_LIMIT)
    try:
        tree = read_tree(data, path)
    except WorkbenchError as error:
        problem = error.problem
        raise WorkbenchError(Problem(problem.where, problem.what, _FETCH, problem.line)) from error
    if not isinstance(tree, Fields):
        raise fault(path, "does not say which files are the model", _FETCH)
    pairs = zip(tree.items[::2], tree.items[1::2], strict=True)
    return {key.value: value for key, value in pairs if isinstance(key, Text)}


def _number(node: Node | None) -> object:
    """The number that stands there (1, as Marian does, where nothing does), or what is none."""
    if node is None:
        return 1.0
    with suppress(ValueError):
        return float(node.value) if isinstance(node, Text) else None
    return None


def _named(folder: Path, decoder: Mapping[str, Node], key: str) -> list[Path]:
    """The files that decoder.yml names under a key."""
    node = decoder.get(key)
    names = [item.value for item in node.items if isinstance(item, Text)] if isinstance(node, Items) else []
    if not isinstance(node, Items) or not names or len(names) < len(node.items):
        raise fault(folder / DECODER, f"names no files as `{key}`", _FETCH)
    for name in names:
        if not _is_plain(name):
            what = f"names “{clean_line(name)[:80]}”, which is not in the model's folder"
            raise fault(folder / DECODER, what, _FETCH)
    return [folder / name for name in names]


def _is_plain(name: str) -> bool:
    """Whether this is the name of a file, and no path."""
    return name.isprintable() and name == Path(name).name and not set(name) & set("\\:") and name not in ("", "..")


def _check_suffixes(decoder: Path, weights: list[Path], vocabularies: list[Path]) -> None:
    """Refuse what is of Marian's and not of this form, each by what it is."""
    if len(weights) > 1:
        raise fault(decoder, "names several models that draft together", "choose a model of one network")
    if weights[0].suffix != ".npz":
        what = f"names “{clean_line(weights[0].name)[:80]}” as its model, which is no .npz file"
        raise fault(decoder, what, "choose a model whose weights are an .npz file")
    for path in vocabularies:
        told = clean_line(path.name)[:80]
        if path.suffix == ".spm":
            what = f"has its vocabulary in a SentencePiece model (“{told}”), which CTranslate2 does not convert"
            raise fault(decoder, what, f"choose a model with a vocabulary of its own (.yml or {LIST})")
        if path.suffix not in (".yml", ".yaml", LIST):
            what = f"names “{told}” as its vocabulary, which is no .yml and no {LIST} file"
            raise fault(decoder, what, _FETCH)


def _check_files(folder: Path, vocabularies: Iterable[Path]) -> None:
    for name in (SOURCE_PIECES, TARGET_PIECES):
        if not is_there(folder / name) and is_there((folder / name).with_suffix(".bpe")):
            raise fault(folder / name, "is missing (the model has BPE, which this program does not read)", _CHOOSE)
        _check_file(folder / name, PIECES_LIMIT, "a SentencePiece model")
    for vocabulary in vocabularies:
        _check_file(vocabulary, _VOCABULARY_LIMIT, "a vocabulary")


def _check_weights(path: Path) -> None:
    """Refuse weights that are no numpy archive, would unpack to far more, or do not say what they are."""
    _check_file(path, UNPACKED_LIMIT, "the weights")
    try:
        check_directory(path)
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (WorkbenchError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
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


def _name(card: str, known_as: str) -> str:
    """The name by its card: OPUS-MT names by the day alone, so the languages come first where they are not deu-eng."""
    named, address = _NAMED.search(card), _ADDRESS.search(card)
    pair = (address[1], address[2]) if address else _USUAL_PAIR
    name = named[1] if named else known_as
    plain = plain_name(name if pair == _USUAL_PAIR else f"{'-'.join(pair)}-{name}")
    return plain.strip("._")[:60] or "marian"


def _licence(path: Path) -> str:
    """The words of its licence; an empty file, or none, is no licence."""
    return _text(path).strip() if is_there(path) and path.stat().st_size else ""


def _check_file(path: Path, limit: int, what: str) -> None:
    if not is_there(path):
        raise fault(path, f"is missing ({what})" if not path.is_symlink() else "is a link, not a file", _FETCH)
    if not os.access(path, os.R_OK):
        raise fault(path, f"cannot be read ({what})", "set its permissions and try again")
    if not 0 < path.stat().st_size <= limit:
        raise fault(path, f"is empty or larger than {limit // 1000:,} kB ({what})", _FETCH)


def _bytes(path: Path, limit: int) -> bytes:
    _check_file(path, limit, "it says what the model is")
    return read_regular(path, limit, _FETCH) or b""


def _text(path: Path) -> str:
    return clean(_bytes(path, _SMALL).decode("utf-8-sig", errors="replace"))
