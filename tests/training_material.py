"""A package of the recipe (training/), made from nothing on the spot, for the tests that look at it."""

from __future__ import annotations

import importlib
import random
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

NEEDED = ("torch", "eflomal", "google.protobuf", "sacrebleu")


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


MISSING = [module for module in NEEDED if not _is_there(module)]
needs_torch = pytest.mark.skipif(
    bool(MISSING), reason=f"{', '.join(MISSING)} not installed: training/README.md says how to get what training needs"
)

PLACES = {"Eriwan": "Yerevan", "Kiew": "Kyiv", "Wien": "Vienna", "Warschau": "Warsaw", "Genf": "Geneva"}
PEOPLE = {
    "der Minister": "the minister",
    "die Kanzlerin": "the chancellor",
    "der Sprecher": "the spokesman",
    "Merkel": "Merkel",
}
DEEDS = {("reist", "nach"): "travels to", ("spricht", "in"): "speaks in", ("bleibt", "in"): "stays in"}


def little_corpus(folder: Path) -> Path:
    """200 pairs, and a test set of one sentence that is among them."""
    draw = random.Random(1)
    (folder / "eval").mkdir(parents=True)
    lines = []
    for number in range(200):
        (who, whom), (does, did), (place, there) = (draw.choice(list(some.items())) for some in (PEOPLE, DEEDS, PLACES))
        lines.append(
            f"Am {number}. Tag {does[0]} {who} {does[1]} {place}.\tOn day {number} {whom} {did} {there}.\tnews_x"
        )
    (folder / "news.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    german, english, _ = lines[7].split("\t")
    (folder / "eval" / "wmt16.de").write_text(german + "\n", encoding="utf-8")
    (folder / "eval" / "wmt16.en").write_text(english + "\n", encoding="utf-8")
    return folder


def step(monkeypatch: pytest.MonkeyPatch, name: str, *arguments: object) -> None:
    """One command of training/README.md, in this process."""
    monkeypatch.setattr(sys, "argv", [name, *map(str, arguments)])
    importlib.import_module(f"training.{name}").main()


SMALL = (
    "--cpu",
    "--threads",
    1,
    "--width",
    64,
    "--encoder-layers",
    2,
    "--decoder-layers",
    1,
    "--batch",
    400,
    "--warmup",
    5,
    "--rate",
    3e-3,
)


@cache
def package_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the steps make, up to the package file; once for all tests of a process."""
    folder = tmp_path_factory.mktemp("training")
    work, run = folder / "work", folder / "run"
    with pytest.MonkeyPatch.context() as patch:
        step(patch, "corpus", little_corpus(folder / "corpus"), work, "--held-out", 10)
        step(patch, "align", work)
        step(patch, "pieces", work, work / "pieces.model", "--size", 400)
        step(patch, "arrays", work, work / "pieces.model", folder / "arrays")
        vocabulary = ("--vocabulary", 400)
        step(patch, "train", folder / "arrays", run, *SMALL, *vocabulary, "--pairs", 400, "--precision", "float32")
        step(patch, "train", folder / "arrays", run, *SMALL, "--pairs", 800, "--cooldown", 0.5)
        step(patch, "average", folder / "mean.pt", *run.glob("weights-*.pt"), "--last", 2)
        step(patch, "export", folder / "mean.pt", work / "pieces.model", folder / "ct2")
        step(patch, "shortlist", folder / "arrays", work / "pieces.model", folder / "ct2", "--always", 20)
        step(patch, "package", folder / "ct2", work / "pieces.model", folder, "--version", "0.9")
    return folder
