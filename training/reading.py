"""Drafts read without knowing whose they are: sheets to read, and what the marks of several readings say.

    python -m training.reading drafts GERMAN.txt [--glossary FILE.yaml] [--package FILE] > DRAFTS.tsv
    python -m training.reading sheets FOLDER OLD.tsv NEW.tsv [--readings 3] [--only N]
    python -m training.reading count FOLDER

`drafts` writes the workbench's draft of each line of GERMAN.txt (`German<TAB>English`). For old drafts run it in a
checkout of the old program, into which this file, marks.py and side_by_side.py were copied. `sheets` puts both files'
drafts, which must be of the same German, into one sheet a reading (`reading-1.tsv` …), in the place of sheets that were
there: every draft is a row of its own, in an order drawn anew for each sheet, with an empty first column for its mark;
where old and new are alike the draft is read once. Who reads writes `keep` (as it is, or nearly), `mend` or `throw`
there, and opens `key.tsv` afterwards. `--only N`: N of the lines, drawn by chance.

`count` prints the shares of old and new, by reading and together, with their intervals (marks.py).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from training.command import run
from training.marks import KINDS, Judged, counted
from training.score import opened
from workbench.engine import DraftCache, Drafter, draft_paragraphs
from workbench.glossary import Glossary, read_glossary

Pair = tuple[str, str]
_KEY = "key.tsv"


def main() -> None:
    """Run the part that is asked for."""
    options = _options()
    if options.part == "drafts":
        glossary = read_glossary(options.glossary).glossary if options.glossary else Glossary(())
        for german, english in drafts(_lines(options.german), glossary, options.package):
            print(f"{german}\t{english}")
    elif options.part == "sheets":
        old, new = read_pairs(options.old), read_pairs(options.new)
        write_sheets(options.folder, chosen(old, new, options.only), options.readings)
    else:
        print(*counted(read_marks(options.folder)), sep="\n")


def drafts(german: Sequence[str], glossary: Glossary, package: Path | None) -> list[Pair]:
    """Each German line with its draft by a package (None: the built-in one)."""
    with opened(package) as one:
        made = dict(draft_paragraphs(german, glossary, Drafter(one), DraftCache(None)))
    return [(text, " ".join(made[number].english.split())) for number, text in enumerate(german)]


def read_pairs(path: Path) -> list[Pair]:
    """The lines of a file of `drafts`. SystemExit with one line where a line has no tab."""
    pairs = []
    for number, line in enumerate(_lines(path), 1):
        german, tab, english = line.partition("\t")
        if not tab:
            raise SystemExit(f"{path}, line {number}: has no tab: it is no German with its draft")
        pairs.append((german, english))
    return pairs


def chosen(old: Sequence[Pair], new: Sequence[Pair], only: int | None) -> list[tuple[str, str, str]]:
    """(German, old draft, new draft) of all lines, or `only` some of them. SystemExit where the German differs."""
    if [german for german, _ in old] != [german for german, _ in new]:
        raise SystemExit("the two files have not the same German, line for line: make both of one text")
    whole = [(german, before, after) for (german, before), (_, after) in zip(old, new, strict=True)]
    if only is None or only >= len(whole):
        return whole
    return [whole[at] for at in sorted(random.SystemRandom().sample(range(len(whole)), only))]


def write_sheets(folder: Path, lines: Sequence[tuple[str, str, str]], readings: int) -> None:
    """Write `reading-N.tsv` for each reading, and the key: sentence and whose the draft is, by its number."""
    folder.mkdir(parents=True, exist_ok=True)
    for earlier in folder.glob("reading-*.tsv"):
        earlier.unlink()
    rows = [
        (number, whose, german, draft)
        for number, (german, *both) in enumerate(lines, 1)
        for whose, draft in ([("both", both[0])] if both[0] == both[1] else zip(("old", "new"), both, strict=True))
    ]
    draw = random.SystemRandom()
    draw.shuffle(rows)  # so that the numbers say nothing
    key = [f"{at}\t{number}\t{whose}" for at, (number, whose, *_) in enumerate(rows, 1)]
    (folder / _KEY).write_text("\n".join(key) + "\n", encoding="utf-8")
    for reading in range(1, readings + 1):
        sheet = [f"\t{at}\t{german}\t{draft}" for at, (*_, german, draft) in enumerate(rows, 1)]
        draw.shuffle(sheet)
        head = f"{'/'.join(KINDS)}\tnumber\tGerman\tdraft"
        (folder / f"reading-{reading}.tsv").write_text("\n".join((head, *sheet)) + "\n", encoding="utf-8")


def read_marks(folder: Path) -> list[list[Judged]]:
    """What each reading says of each sentence. SystemExit with one line where a mark is missing or is none."""
    key = {int(at): (int(number), whose) for at, number, whose in (row.split("\t") for row in _lines(folder / _KEY))}
    sheets = sorted(folder.glob("reading-*.tsv"), key=lambda path: (len(path.name), path.name))
    if not sheets:
        raise SystemExit(f"{folder}: there is no reading-1.tsv: write the sheets first")
    return [_read_marks(path, key) for path in sheets]


def _read_marks(path: Path, key: dict[int, tuple[int, str]]) -> list[Judged]:
    marks: dict[tuple[int, str], str] = {}
    for number, line in enumerate(_lines(path)[1:], 2):
        mark, at, *_ = line.split("\t")
        mark = mark.strip()
        kind = next((kind for kind in KINDS if mark and kind.startswith(mark.lower())), None)
        if kind is None:
            raise SystemExit(
                f"{path}, line {number}: “{mark}” is no mark: write {', '.join(KINDS)} or their first letters"
            )
        sentence, whose = key[int(at)]
        for one in ("old", "new") if whose == "both" else (whose,):
            marks[sentence, one] = kind
    if len(marks) < 2 * len({number for number, _ in key.values()}):
        raise SystemExit(
            f"{path}: a draft of the key is not there: take the sheet as it was written, with all its rows"
        )
    sentences = sorted({sentence for sentence, _ in marks})
    return [Judged(sentence, marks[sentence, "old"], marks[sentence, "new"]) for sentence in sentences]


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    making = parts.add_parser("drafts")
    making.add_argument("german", type=Path)
    making.add_argument("--glossary", type=Path)
    making.add_argument("--package", type=Path)
    sheets = parts.add_parser("sheets")
    for name in ("folder", "old", "new"):
        sheets.add_argument(name, type=Path)
    sheets.add_argument("--readings", type=int, default=3)
    sheets.add_argument("--only", type=int)
    parts.add_parser("count").add_argument("folder", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    run(main)
