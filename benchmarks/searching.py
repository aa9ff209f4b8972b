"""Looking for words in all documents: how long to the first place, and to the end, beside `grep -r` on the same files.

    uv run python -m benchmarks.searching
    uv run python -m benchmarks.searching --documents 10 100 1000 --paragraphs 20 --rounds 3

Documents are made of the reviewed paragraphs of this repository's own articles, drawn by chance, each with its record;
one in a hundred, and at least one, has the rare word. Seconds from the question: `first` to the first place that is
handed over, `all` to the end; the medians of the rounds, each in a process of its own. `new` is the first look in a
session, which reads every article and record; `again` is the same question once more. `grep` is `grep -r -n` in
sources/ and translations/: the floor. It reads files and knows no paragraphs, no inflection, no breaks in a record's
lines. Where there is no grep its column stays empty.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path

from workbench.checks import Finding
from workbench.project import Project
from workbench.project.records import Records
from workbench.project.searching.documents import Documents
from workbench.project.searching.query import How, Query
from workbench.project.searching.search import Search
from workbench.translation import ParagraphRecord, State, TranslationRecord, dump_record

ROOT = Path(__file__).resolve().parent.parent
RARE = "Querfeldeinlauf"
RARELY = 100
"""One document in so many has the rare word."""
RARE_PAIR = (f"Zum {RARE} kamen zwölf Leute.", "Twelve people came to the cross-country run.")
QUERIES: tuple[tuple[str, How, str], ...] = (
    ("rare", "plain", RARE),
    ("common", "plain", "Minsk"),
    ("common", "word", "Minsk"),
    ("inflected", "inflected", "Grenze"),
    ("pattern", "regex", r"\d{2}\.\d{3}"),
)


def main() -> None:
    """Print the table, line by line as it is made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", nargs="+", type=int, default=[10, 100, 1_000])
    parser.add_argument("--paragraphs", type=int, default=20, help="in a document")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--in-process", nargs=3, metavar=("FOLDER", "HOW", "TEXT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.in_process:
        print(json.dumps(_measured(Path(options.in_process[0]), options.in_process[1], options.in_process[2])))
        return
    print(f"{options.paragraphs} paragraphs a document, {options.rounds} rounds; seconds")
    print(f"{'':41}{'new':>16}{'again':>16}{'grep':>16}")
    print(f"{'documents':>9}  {'question':20}{'places':>10}" + f"{'first':>8}{'all':>8}" * 3)
    for count in options.documents:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), count, options.paragraphs)
            for name, how, text in QUERIES:
                _line(Path(folder), count, f"{name}, {how}", how, text, options.rounds)


def make(root: Path, count: int, paragraphs: int) -> None:
    """A project with so many documents, each with its record."""
    chance = random.Random(count)
    pairs = [pair for name in ("gipfel.txt", "grenze.txt") for pair in _pairs(name)]
    (root / "sources").mkdir()
    (root / "translations").mkdir()
    shutil.copy(ROOT / "glossary.yaml", root)
    for number in range(count):
        chosen = chance.choices(pairs, k=paragraphs)
        if number % RARELY == min(count, RARELY) // 2:
            chosen[paragraphs // 2] = RARE_PAIR
        name = f"artikel-{number:05}"
        text = "\n\n".join(german for german, _ in chosen)
        (root / "sources" / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
        records = tuple(ParagraphRecord(german, english, State.REVIEWED) for german, english in chosen)
        (root / "translations" / f"{name}.yaml").write_bytes(dump_record(TranslationRecord(f"{name}.txt", records)))


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    with Project.open(ROOT, read_only=True) as project:
        for paragraph in project.open_document(name).paragraphs:
            if paragraph.state is State.REVIEWED and "\n" not in paragraph.german:
                yield paragraph.german, paragraph.english


def _line(folder: Path, count: int, told: str, how: How, text: str, rounds: int) -> None:
    command = (sys.executable, "-m", "benchmarks.searching", "--in-process", str(folder), how, text)
    found = []
    for _ in range(rounds):
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        found.append(json.loads(done.stdout))
    places, *_ = found[0]
    times = [statistics.median(one[at] for one in found) for at in range(1, 5)]
    print(
        f"{count:>9,}  {told:20}{places:>8,}{times[0]:>10.3f}{times[1]:>8.3f}{times[2]:>12.3f}{times[3]:>8.3f}", end=""
    )
    floor = [grepped(folder, how, text) for _ in range(rounds)] if shutil.which("grep") else []
    if floor:
        print(f"{statistics.median(a for a, _ in floor):>11.3f}{statistics.median(b for _, b in floor):>8.3f}", end="")
    print(flush=True)


def _measured(folder: Path, how: How, text: str) -> Sequence[float]:
    """The places, then seconds: new to the first one and to the end, again to the first one and to the end."""
    with Project.open(folder, read_only=True) as project:
        new, again = _looked(project, Query(text, how)), _looked(project, Query(text, how))
    return (new[0], *new[1:], *again[1:])


def _no_findings(name: str, records: Records) -> Generator[None, None, Mapping[int, Sequence[Finding]]]:
    """They are not looked through here."""
    yield from ()
    return {}


def _looked(project: Project, query: Query) -> tuple[int, float, float]:
    begin = time.perf_counter()
    search = Search(Documents(Records(project, None), _no_findings), query)
    places, first = 0, 0.0
    for hits in search.collect():
        if hits and not places:
            first = time.perf_counter() - begin
        places += sum(len(hit.places) for hit in hits)
    return places, first, time.perf_counter() - begin


def grepped(folder: Path, how: How, text: str) -> tuple[float, float]:
    """Seconds in which grep finds the first line, and all; a word in its forms is looked for as a beginning."""
    kinds = {"plain": ("-F", "-i"), "word": ("-F", "-i", "-w"), "inflected": ("-F", "-i"), "regex": ("-E",)}
    pattern = text.removesuffix("e") if how == "inflected" else text.replace(r"\d", "[0-9]")
    command = ("grep", "-r", "-n", *kinds[how], "-e", pattern, "sources", "translations")
    begin = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE) as grep:
        assert grep.stdout is not None
        grep.stdout.readline()
        first = time.perf_counter() - begin
        while grep.stdout.read(1 << 16):
            pass
    return first, time.perf_counter() - begin


if __name__ == "__main__":
    main()
