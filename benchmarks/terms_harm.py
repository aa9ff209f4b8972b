"""How many sentences a term does harm: what the free draft had and the draft with terms has not.

    uv run python -m benchmarks.terms_harm FILE.de FILE.en --dictionary FILE [--skip N] [--lines N]
        [--package NAME] [--planted N]

The files have a sentence a line, each other's translations; `--skip` leaves out the first N, `--lines` takes N. FILE
has lines of `German<TAB>English` (.xz or plain); `harness/dictionary_terms.py` tells which become terms of which
sentence. Each sentence is drafted without terms and with them. Harmed is one that has lost a content word, a name, a
number, a negation or a clause for nothing or for a word of another sense, or says a word of a term twice
(`harness/term_harm.py`); so is one whose term has another number than the reference, lost its article or has an `of`
too many (`harness/term_forms.py`). Each is printed with what it lost. The last lines count: sentences with terms, those
whose draft is another for them, terms met before and after, sentences harmed, and in what.

`--planted N` tries the judge instead: from the drafts of the first N sentences a content word, a name, a number, a
clause and a “not” is taken out, and another word, name and number put for one, each by itself
(`harness/planted_harm.py`), and it is counted how many of these are told, for sentences of even and odd number apart;
each that is not is printed.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.dictionary_terms import Task, numbered, read_pairs, tasks
from harness.planted_harm import KINDS, Vocabulary, planted
from harness.term_forms import forms
from harness.term_harm import Harm, harms
from workbench.engine import Drafter, embedded_package, find_package
from workbench.engine.terms.places import placed

BATCH, SEED = 96, 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence with its drafts; how many of its terms stood in the free one (`before`) and stand in the other."""

    task: Task
    free: str
    english: str
    before: int
    after: int
    harms: tuple[Harm, ...]


def main() -> None:
    """Draft, judge, print the harmed sentences and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--dictionary", type=Path, required=True)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--lines", type=int, default=None)
    parser.add_argument("--package", default="")
    parser.add_argument("--planted", type=int, default=0)
    options = parser.parse_args()
    end = options.skip + options.lines if options.lines else None
    german, english = (
        path.read_text(encoding="utf-8").splitlines()[:end] for path in (options.german, options.english)
    )
    pairs = [pair for pair in numbered(german, english) if pair[0] >= options.skip]
    todo = tasks(pairs, read_pairs(options.dictionary), SEED)
    package = find_package(options.package) if options.package else embedded_package()
    drafter = Drafter(package)
    if options.planted:
        _try_the_judge(todo[: options.planted], drafter)
        return
    outcomes: list[Outcome] = []
    for at in range(0, len(todo), BATCH):
        some = _outcomes(todo[at : at + BATCH], drafter)
        outcomes += some
        for outcome in some:
            if outcome.harms:
                print("\n".join([*_told(outcome), ""]), flush=True)
    print(f"package {package.id}")
    _count(outcomes)


def _outcomes(todo: Sequence[Task], drafter: Drafter) -> list[Outcome]:
    free = drafter.draft([(task.german, ()) for task in todo])
    drafts = drafter.draft([(task.german, task.hits) for task in todo])
    return [
        Outcome(
            task,
            before.english,
            draft.english,
            sum(place is not None for place in placed(task.german, task.hits, before.english)),
            sum(term.way != "missing" for term in draft.terms),
            (
                *harms(task.german, task.hits, before.english, draft.english, drafter.align),
                *forms(task.german, task.hits, before.english, draft.english, task.reference),
            ),
        )
        for task, before, draft in zip(todo, free, drafts, strict=True)
    ]


def _try_the_judge(todo: Sequence[Task], drafter: Drafter) -> None:
    chance = random.Random(SEED)
    number, told = Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    drafts = drafter.draft([(task.german, task.hits) for task in todo])
    vocabulary = Vocabulary.of(draft.english for draft in drafts)
    for task, draft in zip(todo, drafts, strict=True):
        held = [place for place in placed(task.german, task.hits, draft.english) if place]
        for each in planted(draft.english, held, vocabulary, chance):
            key = (each.kind, (task.number + 1) % 2)
            number[key] += 1
            if harms(task.german, task.hits, draft.english, each.english, drafter.align):
                told[key] += 1
            else:
                print(f"{task.number + 1}  not told: {each.kind} “{each.what}”\n    {each.english}", flush=True)
    print(f"harmed in {'':10}{'even lines':>12}{'told':>6}{'odd lines':>12}{'told':>6}")
    for kind in KINDS:
        cells = "".join(f"{number[kind, odd]:12}{told[kind, odd]:6}" for odd in (0, 1))
        print(f"{kind:20}{cells}")


def _told(outcome: Outcome) -> list[str]:
    task = outcome.task
    return [
        f"{task.number + 1}  {'; '.join(f'{hit.surface} → {hit.entry.en}' for hit in task.hits)}",
        f"DE    {task.german}",
        f"FREE  {outcome.free}",
        f"TERMS {outcome.english}",
        f"      {'; '.join(f'{harm.kind}: {harm.what}' for harm in outcome.harms)}",
    ]


def _count(outcomes: Sequence[Outcome]) -> None:
    terms = sum(len(outcome.task.hits) for outcome in outcomes)
    before, after = sum(outcome.before for outcome in outcomes), sum(outcome.after for outcome in outcomes)
    harmed = [outcome for outcome in outcomes if outcome.harms]
    kinds = Counter(kind for outcome in harmed for kind in {harm.kind for harm in outcome.harms})
    print(f"sentences with terms     {len(outcomes):6}")
    print(f"  another draft for them {sum(outcome.free != outcome.english for outcome in outcomes):6}")
    print(f"terms                    {terms:6}")
    print(f"  met by the free draft  {before:6} {before / max(1, terms):7.1%}")
    print(f"  met with the glossary  {after:6} {after / max(1, terms):7.1%}")
    print(f"sentences harmed         {len(harmed):6} {len(harmed) / max(1, len(outcomes)):7.2%}")
    for kind, number in kinds.most_common():
        print(f"  {kind:21}  {number:6}")


if __name__ == "__main__":
    main()
