"""Terms by the package's markers alone: how many come in by the best draft, and by all forms that are tried.

    uv run python -m benchmarks.terms_marked --eval DIR --dictionary FILE --lines 1-1500 [--show]

Sentences and terms as in `benchmarks/terms_in_drafts.py`, all that have any. Rows: without markers; the best draft of
the German with the terms between markers, as `training.score` counts it; the draft with the most terms of those that
the program asks for (`workbench/engine/terms/marked.py`), before anything is put in by other ways. `met`: terms that
stand there in the very form that was given, in any case, each place counted once. BLEU and chrF with plain marks; a
part of the gain is the terms, which are the reference's. `--show` prints the terms that stay out.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from harness.dictionary_terms import Task, numbered, read_pairs, tasks
from harness.scores import PLAIN, bleu_and_chrf
from harness.terms_met import forms_met
from workbench.engine import embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.protocol import Hypothesis
from workbench.engine.terms.forms import marked_source
from workbench.engine.terms.marked import drafts_with_terms

SEED = 1
"""That of training.score, so that the terms are the same."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--dictionary", type=Path, required=True)
    parser.add_argument("--set", default="wmt16")
    parser.add_argument("--lines", default="1-1500", metavar="FROM-TO")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    todo = _tasks(options)
    engine = ArgosEngine(embedded_package())
    engine.load()
    markers = engine.markers or ("", "")
    marked = [marked_source(task.german, task.hits, markers) for task in todo]
    asked = [(task.german, task.hits) for task in todo]
    print(f"{options.set}, lines {options.lines}: {len(todo)} sentences, {sum(len(task.hits) for task in todo)} terms")
    print(f"{'':24}{'met':>8}{'BLEU':>8}{'chrF':>8}{'ms of CPU a sentence':>22}")
    _row("without markers", todo, lambda: _first(engine.translate([task.german for task in todo])))
    _row("the best draft", todo, lambda: _first(engine.translate(marked)))
    made = _row("all forms", todo, lambda: _first(drafts_with_terms(asked, engine, markers)))
    if options.show:
        _show(todo, marked, made)


def _tasks(options: argparse.Namespace) -> list[Task]:
    first, last = (int(number) for number in options.lines.split("-"))
    german, english = (
        (options.eval / f"{options.set}.{side}").read_text(encoding="utf-8").split("\n") for side in ("de", "en")
    )
    some = [task for task in numbered(german, english) if first <= task[0] + 1 <= last]
    return tasks(some, read_pairs(options.dictionary), SEED)


def _first(several: Sequence[Sequence[Hypothesis]]) -> list[str]:
    return [drafts[0].english for drafts in several]


def _show(todo: Sequence[Task], marked: Sequence[str], made: Sequence[str]) -> None:
    for task, source, text in zip(todo, marked, made, strict=True):
        if out := [form for form, is_met in forms_met(task.german, task.hits, text) if not is_met]:
            print(f"{task.number + 1} {', '.join(out)}\n    {source}\n    {text}")


def _row(name: str, todo: Sequence[Task], drafts: Callable[[], list[str]]) -> list[str]:
    begun = time.process_time()
    made = drafts()
    took = 1000 * (time.process_time() - begun) / max(1, len(todo))
    met = [
        is_met for task, text in zip(todo, made, strict=True) for _, is_met in forms_met(task.german, task.hits, text)
    ]
    references = [task.reference.translate(PLAIN) for task in todo]
    bleu, chrf = bleu_and_chrf([text.translate(PLAIN) for text in made], references)
    print(f"{name:24}{100 * sum(met) / max(1, len(met)):>7.1f}%{bleu:>8.2f}{chrf:>8.2f}{took:>22.0f}", flush=True)
    return made


if __name__ == "__main__":
    main()
