"""Missing terms put in with one key: in how many sentences a place is found, and whether they get better by it.

    uv run python -m benchmarks.fixes GERMAN REFERENCE OTHER --dictionary FILE [--show N] [--lines N]

The files have a sentence a line; OTHER is another system's English for GERMAN. As terms serve the dictionary pairs
that stand in the German and the reference (`harness/dictionary_terms.py`); of these, those that OTHER lacks are
findings, and each is put right on its own (`workbench.project.find_fix`). Better, alike or worse is what chrF against
the reference says of the sentence with the term beside the one without. `--show N` prints N of them, evenly spread.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.dictionary_terms import numbered, read_pairs, tasks
from harness.scores import sentence_chrf
from workbench.checks import Finding
from workbench.glossary import Glossary, judge
from workbench.project import Fix, Project, find_fix
from workbench.text import Span
from workbench.translation import ParagraphRecord, State, TranslationRecord

SEED = 1


@dataclass(frozen=True, slots=True)
class Tried:
    """One missing term: the sentence, and its English before and after; "" where no place was found."""

    german: str
    reference: str
    before: str
    after: str
    term: str


def main() -> None:
    """Put every missing term in and print how that went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs=3, type=Path, metavar="FILE")
    parser.add_argument("--dictionary", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=600)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    german, references, others = (
        path.read_text(encoding="utf-8").splitlines()[: options.lines] for path in options.files
    )
    tried = list(_try(german, references, others, options.dictionary))
    outcomes = Counter(_outcome(one) for one in tried)
    print(f"{len(tried)} missing terms in {options.lines} sentences")
    for outcome in ("better", "alike", "worse", "no place found"):
        print(f"{outcome:16}{outcomes[outcome]:6}{100 * outcomes[outcome] / max(1, len(tried)):7.1f} %")
    for one in tried[:: max(1, len(tried) // options.show)] if options.show else ():
        print(f"\n[{one.term}: {_outcome(one)}]\nDE {one.german}\n   {one.before}\n   {one.after or '–'}")


def _try(german: Sequence[str], references: Sequence[str], others: Sequence[str], dictionary: Path) -> Iterator[Tried]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text("Guten Tag.\n", encoding="utf-8")
        with Project.open(Path(folder), read_only=True) as project:
            for task in tasks(numbered(german, references), read_pairs(dictionary), SEED):
                english = others[task.number]
                project.termbase.put_in_force(Glossary([hit.entry for hit in task.hits]))
                record = TranslationRecord("a.txt", (ParagraphRecord(task.german, english, State.TRANSLATED),))
                for hit in task.hits:
                    if not judge(hit.entry, english).met:
                        place = Span(hit.start, hit.end)
                        finding = Finding("term-missing", "error", 0, hit.entry.en, "", place)
                        fix = find_fix(project, record, 0, finding)
                        after = fix.english if isinstance(fix, Fix) else ""
                        yield Tried(task.german, task.reference, english, after, f"{hit.surface} → {hit.entry.en}")


def _outcome(tried: Tried) -> str:
    if not tried.after:
        return "no place found"
    scores = [sentence_chrf(text, tried.reference) for text in (tried.before, tried.after)]
    return "better" if scores[1] > scores[0] else "worse" if scores[1] < scores[0] else "alike"


if __name__ == "__main__":
    main()
