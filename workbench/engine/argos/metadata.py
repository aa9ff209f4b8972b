"""What an Argos package says of itself: its metadata.json, read as the untrusted file that it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

FROM_CODE, TO_CODE = "de", "en"
REINSTALL = f"install the package again with `{run_again('model install')}`"
HIGHEST_PENALTY = 5.0
_METADATA_LIMIT = 1_000_000


def is_other_language(path: Path) -> bool:
    """Whether this folder is a readable package for other languages, or no translation package at all."""
    try:
        metadata = read_metadata(path / "metadata.json")
    except (WorkbenchError, OSError):
        return False
    kind = metadata.get("type", "translate")
    return kind != "translate" or (metadata.get("from_code"), metadata.get("to_code")) != (FROM_CODE, TO_CODE)


def read_metadata(path: Path) -> dict[str, Any]:
    """What a package's metadata.json says. Raises WorkbenchError where it is no such file."""
    if not path.is_file():
        raise fault(path, "is missing, so this is not an Argos package", REINSTALL)
    with path.open("rb") as file:
        raw = file.read(_METADATA_LIMIT + 1)
    if len(raw) > _METADATA_LIMIT:
        raise fault(path, "is larger than 1 MB", REINSTALL)
    try:
        metadata = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise fault(path, f"is not JSON in UTF-8 ({clean_line(str(error))[:80]})", REINSTALL) from error
    if not isinstance(metadata, dict):
        raise fault(path, "is not a JSON object", REINSTALL)
    return metadata


def check_languages(path: Path, metadata: dict[str, Any]) -> None:
    """Raise WorkbenchError unless this is a package for translating German to English and nothing else."""
    if metadata.get("type", "translate") != "translate":
        kind = clean_line(str(metadata["type"]))[:40]
        raise fault(path, f"describes a package of type “{kind}”", "choose a package that translates")
    pair = tuple(metadata.get(key) for key in ("from_code", "to_code"))
    if pair != (FROM_CODE, TO_CODE):
        told = clean_line(f"{pair[0]}→{pair[1]}")[:40]
        raise fault(path, f"says the package translates {told}", "choose a German→English package (de→en)")
    if metadata.get("target_prefix"):
        what = "says the model needs a target prefix (a multilingual model)"
        raise fault(path, what, "choose a package for de→en only")


def term_markers(path: Path, metadata: dict[str, Any]) -> tuple[str, str] | None:
    """What stands around a required term in the German; None where the package knows no markers."""
    markers = metadata.get("term_markers")
    if markers is None:
        return None
    usable = (
        isinstance(markers, list)
        and len(markers) == 2
        and all(isinstance(mark, str) and 0 < len(mark) <= 16 for mark in markers)
        and all(mark.isprintable() and " " not in mark for mark in markers)
        and markers[0] != markers[1]
    )
    if not usable:
        raise fault(
            path,
            "has `term_markers` that are not two different short strings",
            'write them as ["⟦", "⟧"], or remove the line if the model was not trained with markers',
        )
    first, last = markers
    return str(first), str(last)


def length_penalty(path: Path, metadata: dict[str, Any]) -> float:
    """By which power of its length the beam search divides what an English is likely; 1 where the package says nothing.

    More than 1 suits a package whose drafts come out too short (Wu et al. 2016, 7).
    """
    return power_of_length(path, "length_penalty", metadata.get("length_penalty", 1.0))


def power_of_length(path: Path, named: str, power: object) -> float:
    """A power of that kind, as a file has it under the name `named`. Raises WorkbenchError where it is none."""
    if isinstance(power, bool) or not isinstance(power, int | float) or not 0 <= power <= HIGHEST_PENALTY:
        what = f"has a `{named}` that is not a number from 0 to {HIGHEST_PENALTY:g}"
        raise fault(path, what, "write one, such as 1.2, or remove the line")
    return float(power)


def fault(where: Path | str, what: str, mend: str) -> WorkbenchError:
    """The error that says what is wrong with a package."""
    return WorkbenchError(Problem(where, what, mend))
