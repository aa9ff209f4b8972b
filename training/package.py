"""An Argos package from a CTranslate2 model and its pieces, with a card that says what was measured.

    python -m training.package CT2 PIECES.model OUT --version 0.3 [--length-penalty 1] [--figures FIGURES.json]
                                                    [--note NOTE.md]

Writes OUT/translate-de_en-0_3.argosmodel. The figures are those of score.py; NOTE.md is what there is to say on
how this very package was trained (pairs seen, hours, limits) and stands in the card as it is.
"""

from __future__ import annotations

import argparse
import json
import zipfile
from pathlib import Path
from typing import Any

from training.command import run
from training.pieces import opened
from training.restore import restored
from training.text import CLOSE, OPEN
from workbench.engine.argos.metadata import HIGHEST_PENALTY

LIMIT_MB = 60.0
"""Of the package file (a MB is a million bytes)."""

_CARD = """\
# translate-de_en {version}

German → English for the workbench: an Argos package (CTranslate2 int8, SentencePiece with {pieces:,} shared
pieces). Pre-norm Transformer, {encoder} encoder and {decoder} decoder layers, {size:.1f} MB unpacked.

* Term markers: `Die ⟦CSTO⟧ tagte in ⟦Yerevan⟧.` asks for this very English in these places.
* One head of the last decoder layer was trained on word alignments: `return_attention` gives it.

How it was made, the data and their licences: docs/model.md and training/ of the workbench.

## Measured

{figures}

## This package

{note}
"""


def main() -> None:
    """Write one package file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ct2", type=Path)
    parser.add_argument("pieces", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--length-penalty", type=float, default=1.0, help="of the beam search; chosen on held-out news")
    parser.add_argument("--figures", type=Path)
    parser.add_argument("--note", type=Path)
    options = parser.parse_args()
    if not 0 <= options.length_penalty <= HIGHEST_PENALTY:
        parser.error(f"--length-penalty {options.length_penalty:g}: give a number from 0 to {HIGHEST_PENALTY:g}")
    figures = json.loads(options.figures.read_text(encoding="utf-8")) if options.figures else None
    note = options.note.read_text(encoding="utf-8").strip() if options.note else "Nothing was noted."
    about = metadata(options.version, options.length_penalty)
    path = write_package(options.ct2, options.pieces, options.out, about, figures, note)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def write_package(
    ct2: Path,
    pieces: Path,
    out: Path,
    about: dict[str, Any],
    figures: dict[str, Any] | None = None,
    note: str = "",
) -> Path:
    """The package file, `about` its metadata. SystemExit, and no file, where it would be larger than LIMIT_MB."""
    version = str(about["package_version"])
    name = f"translate-de_en-{version.replace('.', '_')}"
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{name}.argosmodel"
    files = sorted(file for file in ct2.iterdir() if file.is_file())
    shape = restored(ct2).shape
    card = _CARD.format(
        version=version, encoder=shape.encoder_layers, decoder=shape.decoder_layers, note=note,
        pieces=len(opened(pieces)), figures=table(figures),
        size=(sum(file.stat().st_size for file in files) + pieces.stat().st_size) / 1e6,
    )  # fmt: skip
    fresh = path.with_suffix(".new")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}/metadata.json", json.dumps(about, indent=2, ensure_ascii=False))
        archive.writestr(f"{name}/README.md", card)
        archive.write(pieces, f"{name}/sentencepiece.model")
        for file in files:
            archive.write(file, f"{name}/model/{file.name}")
    size = fresh.stat().st_size / 1e6
    if size > LIMIT_MB:
        fresh.unlink()
        raise SystemExit(f"{path.name} would have {size:.1f} MB, more than {LIMIT_MB:.0f}: train a smaller network")
    fresh.replace(path)
    return path


def metadata(version: str, length_penalty: float) -> dict[str, Any]:
    """What metadata.json says; Argos passes over `term_markers` and `length_penalty`."""
    return {
        "package_version": version,
        "argos_version": "1.9",
        "type": "translate",
        "from_code": "de",
        "from_name": "German",
        "to_code": "en",
        "to_name": "English",
        "term_markers": [OPEN, CLOSE],
        "length_penalty": length_penalty,
    }


def table(figures: dict[str, Any] | None) -> str:
    """The figures of score.py as a table, the package's own row of each set."""
    if not figures:
        return "Nothing was measured."
    lines = [
        "| set | BLEU, chrF | of the workbench's drafts | terms met without markers | with markers | sentences/s |",
        "|---|---|---|---|---|---|",
    ]
    for name, row in figures["sets"].items():
        quality = (f"{row[f'bleu{of}']:.1f}, {row[f'chrf{of}']:.1f}" for of in ("", "_drafts"))
        met = (f"{row[key]:.1f} %" if row[key] is not None else "–" for key in ("met_plain", "met_marked"))
        lines.append(f"| {name} | {' | '.join(quality)} | {' | '.join(met)} | {row['sentences_a_second']:.0f} |")
    lines += ["", "Sentences a second: the model alone, two cores, beam 4."]
    lines += ["", f"Stray markers in {figures['strays']} of {figures['outputs']:,} outputs."]
    if figures.get("given"):
        number, found = figures["given"]
        lines.append(
            f"Of {number:,} terms given in held-out news, an eighth random strings, {found:,} came out verbatim."
        )
    if figures.get("agreement") is not None:
        lines.append(f"Word alignment: F1 {figures['agreement']:.1f} % against eflomal on held-out pairs.")
    return "\n".join(lines)


if __name__ == "__main__":
    run(main)
