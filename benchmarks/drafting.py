"""How fast sentences are drafted: this program, Argos's own way, bare CTranslate2; one package, one run.

    uv run python -m benchmarks.drafting [FILE OR FOLDER…] [--package NAME] [--glossary FILE] [--rounds 5] [--no-argos]

Without a file: this repository's sources/. Every round runs all ways, one after the other; the table has the
fastest round of each, the one that other programs disturbed least. All ways get the same sentences (SoMaJo's)
and use all cores. On a longer text (some hundred sentences; a .txt with a paragraph a line will do) the small
first batch and other starting costs weigh less; Argos's own way then takes minutes, so ask for fewer rounds.

* this program: `draft_paragraphs` on the paragraphs with an empty cache; sentence splitting, finding terms,
  drafting, bringing terms in and polishing are included; without a glossary and with it, drafts that have defects left
  as they are (`Drafter(repairs=False)`), and with the glossary once more as the program does it, repairs included.
* Argos's own way: its untouched `apply_packaged_translation`, one paragraph after the other, with the
  settings it has by default; once for one English a sentence (what its `translate` asks for), once for four
  (what the function gives when nothing is said). Its module imports stanza and minisbd to split sentences,
  which are not installed here: empty stand-ins let the import pass, and it gets this program's splitting,
  whose time is included.
* bare CTranslate2: one `translate_batch` over sentences already in pieces, with this program's settings;
  nothing else is included. It and this program use the package's shortlist, Argos does not.

Models are loaded before, and what is remembered of sentence boundaries and places of terms is forgotten before
each. Below the table stands what each way of this program asked CTranslate2 for: how often, and about how many
sentences, in a run of its own behind the measured ones. On a busy machine seconds of processor time and these numbers
say more than seconds. The last line is one sentence of 1,439 characters with two terms (`harness/long_sentence.py`),
without them and with them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.engine_calls import counted
from harness.long_sentence import LONG
from workbench.engine import DraftCache, Drafter, Package, draft_paragraphs, embedded_package, find_package
from workbench.engine.argos.decoder import BEAM, SETTINGS, batching
from workbench.engine.argos.tokens import Tokens
from workbench.engine.terms.places import found_places
from workbench.formats import SOURCE_SUFFIXES, read_document
from workbench.glossary import Glossary, read_glossary
from workbench.glossary.english.judging import verdict
from workbench.text import sentence_spans

ROOT = Path(__file__).resolve().parent.parent
SPLITTING, BARE = "sentence splitting alone", "bare CTranslate2"


def main() -> None:
    """Run all ways and print the table."""
    options = _options()
    texts = [text for file in _files(options.paths) for text in _paragraphs(file)]
    package = find_package(options.package) if options.package else embedded_package()
    glossary = read_glossary(options.glossary).glossary
    number = sum(len(_sentences(text)) for text in texts)
    ways: dict[str, Callable[[], object]] = {}
    for way, some, repairs in (
        ("this program, no glossary", Glossary(()), False),
        ("this program, glossary", glossary, False),
        ("the same with repairs", glossary, True),
    ):
        ways[way] = _this_program(package, texts, some, repairs=repairs)
    own = tuple(ways)
    if not options.no_argos:
        ways["Argos's own way, 1 English"] = _argos(package, texts, 1)
        ways["Argos's own way, 4 English"] = _argos(package, texts, 4)
    ways[BARE] = _bare(package, texts)
    print(f"{len(texts)} paragraphs, {number} sentences, {len(glossary.entries)} glossary entries")
    print(f"package {package.id}, {os.cpu_count()} cores, beam {BEAM}, {options.rounds} rounds")
    seconds = _measure(ways | {SPLITTING: lambda: [sentence_spans(text) for text in texts]}, options.rounds)
    print(f"{SPLITTING}: {seconds[SPLITTING].passed:.2f} s (in all ways but the last)")
    _print_table(ways, seconds, number)
    for way in own:
        with counted() as counts:
            ways[way]()
        print(f"{way}: {', '.join(f'{name} {number}' for name, number in sorted(counts.items()))}")
    _print_long(package, glossary, options.rounds)


def _print_table(ways: Iterable[str], seconds: Mapping[str, Seconds], number: int) -> None:
    others = [way for way in ways if way.startswith(("Argos", "bare"))]
    print(
        f"{'way':28}{'seconds':>9}{'of processor':>14}{'sentences/s':>13}"
        + "".join(f"{'× ' + way:>30}" for way in others)
        + f"{'in processor time':>19}"
    )
    for way in ways:
        one = seconds[way]
        ratios = "".join(f"{seconds[other].passed / one.passed:>30.2f}" for other in others)
        busy = seconds[BARE].busy / one.busy
        print(f"{way:28}{one.passed:>9.2f}{one.busy:>14.2f}{number / one.passed:>13.1f}{ratios}{busy:>19.2f}")


def _print_long(package: Package, glossary: Glossary, rounds: int) -> None:
    """What one very long sentence with two terms takes, beside the same without them."""
    ways = {
        "repairs off": _this_program(package, [LONG], glossary, repairs=False),
        "with repairs": _this_program(package, [LONG], glossary, repairs=True),
        "no glossary": _this_program(package, [LONG], Glossary(()), repairs=False),
    }
    seconds = _measure(ways, rounds)
    terms = len(tuple(glossary.find(LONG)))
    print(f"a sentence of {len(LONG):,} characters, {terms} terms, seconds of processor time: ", end="")
    print(", ".join(f"{way} {one.busy:.2f}" for way, one in seconds.items()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "sources"])
    parser.add_argument("--package", default="")
    parser.add_argument("--glossary", type=Path, default=ROOT / "glossary.yaml")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-argos", action="store_true", help="leave out Argos's own ways, which take longest")
    return parser.parse_args()


def _files(paths: Sequence[Path]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    return [file for file in found if file.suffix in SOURCE_SUFFIXES]


def _paragraphs(file: Path) -> list[str]:
    return [paragraph.text for paragraph in read_document(file).paragraphs]


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@dataclass(frozen=True, slots=True)
class Seconds:
    """What a run took: seconds that passed, and seconds of processor time in all threads."""

    passed: float = float("inf")
    busy: float = float("inf")


def _measure(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, Seconds]:
    """What each way took in its fastest round; the least processor time may be another's."""
    fastest = dict.fromkeys(ways, Seconds())
    for _ in range(rounds):
        for way, run in ways.items():
            _forget()
            before, busy = time.perf_counter(), time.process_time()
            run()
            took = Seconds(time.perf_counter() - before, time.process_time() - busy)
            fastest[way] = Seconds(min(fastest[way].passed, took.passed), min(fastest[way].busy, took.busy))
    return fastest


def _forget() -> None:
    """Sentence boundaries are remembered by the text room, where terms stand by the glossary: each way asks anew."""
    for remembered in (sentence_spans, verdict, found_places):
        forget = getattr(remembered, "cache_clear", None)
        if forget:
            forget()


def _this_program(package: Package, texts: Sequence[str], glossary: Glossary, *, repairs: bool) -> Callable[[], object]:
    drafter = Drafter(package, repairs=repairs)

    def run(some: Sequence[str]) -> object:
        with DraftCache(None) as cache:
            return list(draft_paragraphs(some, glossary, drafter, cache))

    return _warm(run, texts)


def _bare(package: Package, texts: Sequence[str]) -> Callable[[], object]:
    from ctranslate2 import Translator

    translator = Translator(str(package.model), device="cpu", **SETTINGS)
    pieces = Tokens(package.pieces).encode([sentence for text in texts for sentence in _sentences(text)])
    options = {"beam_size": BEAM, "length_penalty": package.length_penalty, "use_vmap": True}
    return _warm(lambda some: translator.translate_batch(some, **options, **batching(some)), pieces)


def _argos(package: Package, texts: Sequence[str], hypotheses: int) -> Callable[[], object]:
    _prepare_argos()
    from argostranslate import package as packages
    from argostranslate import settings, translate
    from ctranslate2 import Translator

    argos_package = packages.Package(package.path)
    translator = Translator(
        str(package.model),
        device=settings.device,
        inter_threads=settings.inter_threads,
        intra_threads=settings.intra_threads,
        compute_type=settings.compute_type,
    )

    def run(some: Sequence[str]) -> object:
        return [
            translate.apply_packaged_translation(argos_package, text, translator, _Given(), hypotheses) for text in some
        ]

    return _warm(run, texts)


def _warm(run: Callable[[Sequence[Any]], object], everything: Sequence[Any]) -> Callable[[], object]:
    """The run over everything, after one over a little, which loads what is loaded at the first use."""
    run(everything[:3])
    return lambda: run(everything)


class _Given:
    """Argos's sentence splitter, with this program's boundaries."""

    def split_sentences(self, text: str) -> list[str]:
        return _sentences(text)


def _prepare_argos() -> None:
    """Keep Argos's folders out of the user's home, and let its import of the splitters pass."""
    home = tempfile.mkdtemp(prefix="argos-")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = home
    stand_ins: dict[str, dict[str, Any]] = {
        "stanza": {},
        "minisbd": {"SBDetect": None, "models": types.SimpleNamespace(cache_dir="")},
    }
    for name, content in stand_ins.items():
        if name not in sys.modules:
            sys.modules[name] = types.ModuleType(name)
            vars(sys.modules[name]).update(content)


if __name__ == "__main__":
    main()
