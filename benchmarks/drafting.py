"""How fast sentences are drafted: this program, Argos's own way, bare CTranslate2; one package, one run.

    uv run python benchmarks/drafting.py [FILE OR FOLDER…] [--package NAME] [--glossary FILE] [--rounds 5]

Without a file: this repository's sources/. Every round runs all ways, one after the other; the table has the
fastest round of each, the one that other programs disturbed least. All ways get the same sentences (SoMaJo's)
and use all cores. On a longer text (some hundred sentences; a .txt with a paragraph a line will do) the small
first batch and other starting costs weigh less; Argos's own way then takes minutes, so ask for fewer rounds.

* this program: `draft_paragraphs` on the paragraphs with an empty cache; sentence splitting, finding terms,
  drafting, bringing terms in and polishing are included; once with the glossary, once without one.
* Argos's own way: its untouched `apply_packaged_translation`, one paragraph after the other, with the
  settings it has by default; once for one English a sentence (what its `translate` asks for), once for four
  (what the function gives when nothing is said). Its module imports stanza and minisbd to split sentences,
  which are not installed here: empty stand-ins let the import pass, and it gets this program's splitting,
  whose time is included.
* bare CTranslate2: one `translate_batch` over sentences already in pieces, with this program's settings;
  nothing else is included. It and this program use the package's shortlist, Argos does not.

Models are loaded before, and what is remembered of sentence boundaries is forgotten before each.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workbench.engine import DraftCache, Drafter, Package, draft_paragraphs, embedded_package, find_package
from workbench.engine.argos.decoder import BEAM, SETTINGS, batching
from workbench.engine.argos.tokens import Tokens
from workbench.formats import SOURCE_SUFFIXES, read_document
from workbench.glossary import Glossary, read_glossary
from workbench.text import sentence_spans

ROOT = Path(__file__).resolve().parent.parent
SPLITTING = "sentence splitting alone"


def main() -> None:
    """Run all ways and print the table."""
    options = _options()
    texts = [text for file in _files(options.paths) for text in _paragraphs(file)]
    package = find_package(options.package) if options.package else embedded_package()
    glossary = read_glossary(options.glossary).glossary
    number = sum(len(_sentences(text)) for text in texts)
    ways: dict[str, Callable[[], object]] = {
        "this program, no glossary": _this_program(package, texts, Glossary(())),
        "this program, glossary": _this_program(package, texts, glossary),
        "Argos's own way, 1 English": _argos(package, texts, 1),
        "Argos's own way, 4 English": _argos(package, texts, 4),
        "bare CTranslate2": _bare(package, texts),
    }
    print(f"{len(texts)} paragraphs, {number} sentences, {len(glossary.entries)} glossary entries")
    print(f"package {package.id}, {os.cpu_count()} cores, beam {BEAM}, {options.rounds} rounds")
    seconds = _measure(ways | {SPLITTING: lambda: [sentence_spans(text) for text in texts]}, options.rounds)
    print(f"{SPLITTING}: {seconds[SPLITTING]:.2f} s (in all ways but the last)")
    others = [way for way in ways if not way.startswith("this")]
    print(f"{'way':28}{'seconds':>9}{'sentences/s':>13}" + "".join(f"{'× ' + way:>30}" for way in others))
    for way in ways:
        ratios = "".join(f"{seconds[other] / seconds[way]:>30.2f}" for other in others)
        print(f"{way:28}{seconds[way]:>9.2f}{number / seconds[way]:>13.1f}{ratios}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "sources"])
    parser.add_argument("--package", default="")
    parser.add_argument("--glossary", type=Path, default=ROOT / "glossary.yaml")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def _files(paths: Sequence[Path]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    return [file for file in found if file.suffix in SOURCE_SUFFIXES]


def _paragraphs(file: Path) -> list[str]:
    return [paragraph.text for paragraph in read_document(file).paragraphs]


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def _measure(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds of each way in its fastest round."""
    fastest = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for way, run in ways.items():
            _forget_sentences()
            before = time.perf_counter()
            run()
            fastest[way] = min(fastest[way], time.perf_counter() - before)
    return fastest


def _forget_sentences() -> None:
    """Sentence boundaries are remembered by the text room: each way splits anew."""
    forget = getattr(sentence_spans, "cache_clear", None)
    if forget:
        forget()


def _this_program(package: Package, texts: Sequence[str], glossary: Glossary) -> Callable[[], object]:
    drafter = Drafter(package)

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
