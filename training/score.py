"""Everything that is wanted of a package, measured by one command and printed beside others.

    python -m training.score EVAL [--package FILE] [--beside FILE] [--dictionary FILE] [--work WORK]
                                  [--figures OUT.json] [--lines N]

EVAL holds `wmt16.de`, `wmt16.en`, `flores-dev.de`, `flores-dev.en`, and, as NAME.SYSTEM.en, what other systems
made of them. FILE is an .argosmodel file (installed for this run only, in a folder of its own) or an unpacked
package; left out, the built-in one. The packages of `--beside` are measured in the same way, and so is the built-in
one where neither option names it.

Printed: for each set BLEU and chrF (sacreBLEU's defaults) of the model's own English at beam 4 and of the
workbench's drafts without a glossary (`drafts`; there quotation marks and dashes are made plain, in the reference
too), sentences a second with two threads, and the size; with `--dictionary` (`German<TAB>English` lines) how
many given terms stand in the model's English, without and with markers, and BLEU with them (which terms are given
is told in harness/dictionary_terms.py); stray markers in all outputs; one table of all packages, their drafts and
the other systems, side by side, with marks made plain in all of them (of wmt16 the lines for trying and the rest
apart; with `--lines` neither these parts nor what was published of whole sets); the safety table of safety.py, of
the model's own English and of the workbench's drafts. With WORK/heldout.tsv and heldout.links (news that was not
trained on): how many terms that markers.py gives there, an eighth of them random strings, come out, and how far
the aligning head and eflomal agree. `--lines N` takes N sentences spread over each set.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, fields
from html import unescape
from pathlib import Path
from typing import Any

from harness.dictionary_terms import Pairs, Task, numbered, read_pairs, tasks
from harness.scores import PLAIN, bleu_and_chrf
from harness.terms_met import forms_met
from training.align import read_links
from training.command import run
from training.markers import marked
from training.pairs import Pair
from training.pairs import read_pairs as read_sides
from training.safety import FAULTS, faults
from training.side_by_side import references, side_by_side
from training.text import CLOSE, OPEN, Links, linked, tokens, written
from workbench.engine import Drafter, Package, embedded_package, install_file, open_package
from workbench.engine.argos.decoder import BEAM, Decoder
from workbench.engine.terms.forms import marked_source

SETS = ("wmt16", "flores-dev")
ROUNDS = 4
"""How often terms are given in the held-out news, other ones each time."""

_SEED = 1
_DRAFTED = 64
"""Sentences that are drafted together."""

_GIVEN = re.compile(f"{OPEN}(.*?){CLOSE}")
_COLUMNS = ("BLEU", "chrF", "drafts", "chrF", "sent./s", "terms", "met", "marked", "BLEU", "marked")


@dataclass(frozen=True, slots=True)
class TestSet:
    """A test set: its German, its reference, what other systems made of it, and terms for some sentences."""

    name: str
    german: tuple[str, ...]
    reference: tuple[str, ...]
    others: dict[str, tuple[str, ...]]
    terms: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Terms given in markers, how many stand in the English verbatim, and the English of the sentences."""

    terms: int
    found: int
    english: tuple[str, ...]


@dataclass(slots=True)
class Measured:
    """What one package made of one set. `met_…` in percent of the terms, None where none were given.

    `english` is the model's own, `drafts` are the workbench's.
    """

    english: list[str]
    drafts: list[str]
    bleu: float
    chrf: float
    bleu_drafts: float
    chrf_drafts: float
    sentences_a_second: float
    met_plain: float | None = None
    met_marked: float | None = None
    bleu_plain: float | None = None
    bleu_marked: float | None = None
    marked: list[str] = field(default_factory=list)


def main() -> None:
    """Measure, print, and write the figures down."""
    options = _options()
    pairs = read_pairs(options.dictionary) if options.dictionary else None
    there = [name for name in SETS if (options.eval / f"{name}.de").exists()]
    sets = [read_set(options.eval, name, pairs, options.lines) for name in there]
    if not sets:
        raise SystemExit(f"{options.eval}: neither {' nor '.join(f'{name}.de' for name in SETS)} is there")
    with ExitStack() as open_ones:
        packages = [open_ones.enter_context(opened(path)) for path in (options.package, *options.beside)]
        if embedded_package().id not in {one.id for one in packages}:
            packages.append(embedded_package())
        _print_size(options.package)
        figures = {one.id: _measured(one, sets, options.work) for one in packages}
        _print_side_by_side(sets, figures, whole=not options.lines)
        _print_safety(sets, figures)
        if options.figures:
            _write_figures(options.figures, figures[packages[0].id])


def _measured(package: Package, sets: Sequence[TestSet], work: Path | None) -> dict[str, Any]:
    """Measure a package, print that, and give its figures back, with all the English it made."""
    made = {test.name: measure(package, test) for test in sets}
    given = given_in_news(package, work) if work and package.markers else None
    figures = _figures(made, given) | {"agreement": agreement(package, work) if work else None}
    _print_package(package, sets, made, figures)
    return figures


def _write_figures(path: Path, figures: dict[str, Any]) -> None:
    kept = {name: value for name, value in figures.items() if name not in ("english", "drafts")}
    path.write_text(json.dumps(kept, indent=2), encoding="utf-8")


def read_set(folder: Path, name: str, pairs: Pairs | None, lines: int) -> TestSet:
    """A test set, or `lines` sentences spread evenly over it (0: all).

    Other systems' output is taken as it was meant: `&#39;` is an apostrophe.
    """
    whole = _lines(folder / f"{name}.de")
    every = slice(None, None, max(1, len(whole) // lines) if lines else 1)
    german, reference = whole[every], _lines(folder / f"{name}.en")[every]
    others = {
        path.name.split(".")[1]: tuple(unescape(line) for line in _lines(path)[every])
        for path in sorted(folder.glob(f"{name}.*.en"))
        if len(_lines(path)) == len(whole)
    }
    terms = tasks(numbered(german, reference), pairs, _SEED) if pairs else []
    return TestSet(name, tuple(german), tuple(reference), others, tuple(terms))


@contextmanager
def opened(path: Path | None) -> Iterator[Package]:
    """The package in a file or folder, or the built-in one. A file is installed into a folder that goes afterwards."""
    if path is None:
        yield embedded_package()
    elif path.is_dir():
        yield open_package(path)
    else:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["ARGOS_PACKAGES_DIR"] = folder
            yield install_file(path)


def measure(package: Package, test: TestSet) -> Measured:
    """What a package makes of a set, without terms and with."""
    decoder = Decoder(package)
    decoder.best(decoder.german.encode(test.german[:2]))  # loads the model
    before = time.perf_counter()
    english = _english(decoder, test.german)
    seconds = time.perf_counter() - before
    drafts = drafted(package, test.german)
    unmarked = [[text.translate(PLAIN) for text in texts] for texts in (drafts, test.reference)]
    scores = *bleu_and_chrf(english, test.reference), *bleu_and_chrf(*unmarked)
    made = Measured(english, drafts, *scores, len(test.german) / seconds)
    if test.terms and package.markers:
        references = [task.reference for task in test.terms]
        plain = [english[task.number] for task in test.terms]
        made.marked = _english(decoder, [marked_source(task.german, task.hits, package.markers) for task in test.terms])
        made.met_plain, made.met_marked = met(test.terms, plain), met(test.terms, made.marked)
        made.bleu_plain, made.bleu_marked = (bleu_and_chrf(some, references)[0] for some in (plain, made.marked))
    return made


def met(terms: Sequence[Task], english: Sequence[str]) -> float:
    """Percent of the terms whose English stands in the sentence verbatim (in any case), each place counted once."""
    found = [
        is_met
        for task, text in zip(terms, english, strict=True)
        for _, is_met in forms_met(task.german, task.hits, text)
    ]
    return 100 * sum(found) / len(found) if found else 0.0


def given_in_news(package: Package, work: Path) -> Given:
    """What becomes of terms that are given in the held-out news as in training, drawn anew for each of ROUNDS."""
    decoder, sources, wanted = Decoder(package), [], []
    for seed in range(ROUNDS):
        draw = random.Random(seed)
        for pair, links in _held_out(work):
            german = written(marked(linked(pair.german, pair.english, links), draw).german)[0]
            if terms := _GIVEN.findall(german):
                sources.append(german)
                wanted.append(terms)
    english = _english(decoder, sources)
    found = sum(term in text for terms, text in zip(wanted, english, strict=True) for term in terms)
    return Given(sum(map(len, wanted)), found, tuple(english))


def agreement(package: Package, work: Path) -> float:
    """F1 in percent of the package's word links on the held-out pairs, eflomal's taken as right; signs are left out."""
    drafter = Drafter(package)
    counts: Counter[str] = Counter()
    for pair, links in _held_out(work):
        sides = [written(tokens(text)) for text in (pair.german, pair.english)]
        wanted = {(sides[0][1][one].start, sides[1][1][other].start) for one, other in links}
        words = [{span.start for span in spans if text[span.start].isalnum()} for text, spans in sides]
        wanted = {(one, other) for one, other in wanted if one in words[0] and other in words[1]}
        found = {(one.start, other.start) for one, other in drafter.align(sides[0][0], sides[1][0])}
        counts += Counter(right=len(wanted & found), found=len(found), wanted=len(wanted))
    return 200 * counts["right"] / max(1, counts["found"] + counts["wanted"])


def drafted(package: Package, german: Sequence[str]) -> list[str]:
    """The workbench's own drafts, without a glossary: what has defects is drafted again, and all is polished."""
    drafter = Drafter(package)
    parts = (german[at : at + _DRAFTED] for at in range(0, len(german), _DRAFTED))
    return [draft.english for part in parts for draft in drafter.draft([(text, ()) for text in part])]


def _held_out(work: Path) -> Iterator[tuple[Pair, Links]]:
    return zip(read_sides(work / "heldout.tsv"), read_links(work / "heldout.links"), strict=True)


def _english(decoder: Decoder, german: Sequence[str]) -> list[str]:
    """The model's English as it is, stray markers and all."""
    return [decoder.english.decode(one.pieces) for one in decoder.best(decoder.german.encode(german))]


def _figures(made: dict[str, Measured], given: Given | None) -> dict[str, Any]:
    outputs = [text for one in made.values() for text in (*one.english, *one.marked)]
    outputs += given.english if given else ()
    return {
        "sets": {name: _in_figures(one) for name, one in made.items()},
        "given": (given.terms, given.found) if given else None,
        "outputs": len(outputs),
        "strays": sum(OPEN in text or CLOSE in text for text in outputs),
        "english": {name: one.english for name, one in made.items()},
        "drafts": {name: one.drafts for name, one in made.items()},
    }


def _in_figures(made: Measured) -> dict[str, float | None]:
    names = [one.name for one in fields(Measured) if one.name not in ("english", "drafts", "marked")]
    return {name: _rounded(getattr(made, name)) for name in names}


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)


def _print_size(package: Path | None) -> None:
    if package and package.is_file():
        print(f"{package.name}: {package.stat().st_size / 1e6:.1f} MB packed")


def _print_package(
    package: Package, sets: Sequence[TestSet], made: dict[str, Measured], figures: dict[str, Any]
) -> None:
    size = sum(file.stat().st_size for file in package.path.rglob("*") if file.is_file()) / 1e6
    print(f"\n{package.id}: {size:.1f} MB unpacked, beam {BEAM}, {os.cpu_count()} cores on this machine")
    print(f"{'set':12}{'sentences':>10}" + "".join(f"{name:>9}" for name in _COLUMNS))
    for test in sets:
        one, number = made[test.name], sum(len(task.hits) for task in test.terms)
        cells = [f"{one.bleu:.1f}", f"{one.chrf:.1f}", f"{one.bleu_drafts:.1f}", f"{one.chrf_drafts:.1f}"]
        cells += [f"{one.sentences_a_second:.1f}"]
        if one.marked:
            cells += [f"{number}", f"{one.met_plain:.1f}%", f"{one.met_marked:.1f}%"]
            cells += [f"{one.bleu_plain:.1f}", f"{one.bleu_marked:.1f}"]
        print(f"{test.name:12}{len(test.german):>10}" + "".join(f"{cell:>9}" for cell in cells))
    print(f"stray markers: in {figures['strays']} of {figures['outputs']} outputs")
    if figures["given"]:
        number, found = figures["given"]
        print(f"terms given in held-out news: {found} of {number} verbatim, {100 * found / max(1, number):.1f} %")
    if figures["agreement"] is not None:
        print(f"alignment: F1 {figures['agreement']:.1f} % against eflomal on held-out pairs")


def _print_side_by_side(sets: Sequence[TestSet], figures: dict[str, dict[str, Any]], *, whole: bool) -> None:
    """One table of all: each package's own English and its drafts, then what other systems made of the sets."""
    rows = _english_of(figures)
    for system in sorted({name for test in sets for name in test.others}):
        rows[f"{system} (its output)"] = {test.name: test.others[system] for test in sets if system in test.others}
    wanted = references({test.name: test.reference for test in sets}, whole=whole)
    print("", *side_by_side(rows, wanted), sep="\n")


def _english_of(figures: dict[str, dict[str, Any]]) -> dict[str, dict[str, Sequence[str]]]:
    """Each package's own English by set, and its drafts."""
    rows: dict[str, dict[str, Sequence[str]]] = {}
    for package, measured in figures.items():
        rows |= {package: measured["english"], f"{package}, drafted": measured["drafts"]}
    return rows


def _print_safety(sets: Sequence[TestSet], figures: dict[str, dict[str, Any]]) -> None:
    """The safety table: of each package its own English and its drafts, then others', then the reference."""
    english = _english_of(figures)
    for test in sets:
        print(f"\n{test.name + ', sentences with':34}" + "".join(f"{name:>22}" for name in FAULTS))
        rows = {name: texts[test.name] for name, texts in english.items()} | test.others | {"reference": test.reference}
        for name, texts in rows.items():
            counted = faults(test.german, texts)
            print(f"{name:34}" + "".join(f"{counted[fault]:>22}" for fault in FAULTS))


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("--package", type=Path)
    parser.add_argument("--beside", type=Path, nargs="*", default=())
    parser.add_argument("--dictionary", type=Path)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--figures", type=Path)
    parser.add_argument("--lines", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    run(main)
