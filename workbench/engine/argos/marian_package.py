"""From a model of OPUS-MT's form to an Argos package: converted to int8, with its pieces, its card and its licence."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from workbench.engine.argos.archive import check_room, sync_files, sync_folder
from workbench.engine.argos.children import ANOTHER, converted
from workbench.engine.argos.forms import SOURCE_PIECES, TARGET_PIECES
from workbench.engine.argos.marian import CARD, LICENCE, MarianModel, open_marian
from workbench.engine.argos.metadata import FROM_CODE, TO_CODE
from workbench.engine.argos.package import CODE, PIECES_FILE
from workbench.engine.argos.vocabulary import as_yaml
from workbench.problem import Problem, WorkbenchError

_CARD = """# {name}: a model of Marian's, converted

A model in the form of OPUS-MT's. {by} converted it to int8 when it was installed. Its licence {licence}.
{of_opus_mt}
{card}
"""
_OF_OPUS_MT = """OPUS-MT's models are under CC-BY 4.0 (Tiedemann and Thottingal 2020, OPUS-MT – Building open
translation services for the World; Tiedemann 2020, The Tatoeba Translation Challenge).
"""
_HOUSE = re.compile(r"\b(?:house|building|home)\b", re.IGNORECASE)


def as_package(folder: Path, known_as: str, into: Path) -> Path:
    """Make a package of the model in `folder`, in a new folder below `into`; that folder.

    `known_as`: the model's name where its card has none. Everything is on the disk when this returns. Raises
    WorkbenchError where the model is none that this program can use. What it makes of German nobody has seen then.
    """
    model = open_marian(folder, known_as)
    check_room(model.weights, model.weights.stat().st_size // 2, into)
    package = into / f"{CODE}-{model.name}"
    package.mkdir()
    source, target = (
        as_yaml(vocabulary, into / f"{side}.yml")
        for side, vocabulary in zip(("source", "target"), model.vocabularies, strict=True)
    )
    by = converted(model.weights, source, target, package / "model")
    _write(model, package, by)
    sync_files(package)
    sync_folder(into)
    return package


def check_house(folder: Path, english: str) -> None:
    """Raise WorkbenchError unless this is English for `child.SENTENCE`: a card may say of a model what it is not."""
    if not _HOUSE.search(english):
        what = f"makes “{english[:60]}” of “Das Haus ist groß.”, so it is no German→English model"
        raise WorkbenchError(Problem(folder, what, ANOTHER))


def _write(model: MarianModel, package: Path, by: str) -> None:
    """What lies beside the converted model. Argos itself reads `sentencepiece.model`: the German's pieces."""
    shutil.copyfile(model.source, package / SOURCE_PIECES)
    shutil.copyfile(model.target, package / TARGET_PIECES)
    shutil.copyfile(model.source, package / PIECES_FILE)
    metadata = {
        "package_version": _version(model.name),
        "argos_version": "1.9",
        "type": "translate",
        "from_code": FROM_CODE,
        "from_name": "German",
        "to_code": TO_CODE,
        "to_name": "English",
        "maker": "OPUS-MT" if model.of_opus_mt else "Marian",
        "length_penalty": model.normalize,
    }
    (package / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf-8")
    if model.licence:
        (package / LICENCE).write_text(f"{model.licence}\n", encoding="utf-8")
    (package / CARD).write_text(_card(model, by), encoding="utf-8")


def _version(name: str) -> str:
    """`opus-2021-02-22` → `2021.2.22`; 1.0 where the name has no date."""
    date = re.search(r"(\d{4})-(\d\d)-(\d\d)", name)
    return ".".join(str(int(part)) for part in date.groups()) if date else "1.0"


def _card(model: MarianModel, by: str) -> str:
    licence = f"is in the file {LICENCE} beside it" if model.licence else "is not among its files: see its source"
    of_opus_mt = _OF_OPUS_MT if model.of_opus_mt else ""
    return _CARD.format(name=model.name, by=by, licence=licence, of_opus_mt=of_opus_mt, card=model.card.strip())
