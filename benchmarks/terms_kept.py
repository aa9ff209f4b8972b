"""What a term costs: other words lost from drafts, and findings of terms that are wrong or missing, on sets of our own.

    uv run python -m benchmarks.terms_kept [--show] [--held-out] [--package NAME]

The sets are told in `harness/kept_terms.py`. Of each the part that the rules were tuned on and the part that was held
out are counted apart. `--show` prints the sentences of the first that are wrong, `--held-out` those of the other, too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from harness.kept_terms import drafted, is_held_out, pairs
from workbench.engine import Drafter, embedded_package, find_package

Outcome = tuple[str, bool, list[str]]
"""What a sentence belongs to, whether it was held out, and what is wrong with it (nothing: right)."""


def main() -> None:
    """Draft and judge both sets and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--package", default="")
    options = parser.parse_args()
    package = find_package(options.package) if options.package else embedded_package()
    outcomes = [*_drafts(Drafter(package)), *_judged()]
    print(f"package {package.id}\n{'':28}{'tuned on':>10}{'right':>7}{'held out':>10}{'right':>7}")
    for part in dict.fromkeys(part for part, *_ in outcomes):
        print(_row(part, [outcome for outcome in outcomes if outcome[0] == part]))
    print(_row("all", outcomes))
    for _, held_out, wrong in outcomes:
        if wrong and options.show and (options.held_out or not held_out):
            print("\n".join(["", *wrong]))


def _drafts(drafter: Drafter) -> Iterator[Outcome]:
    sentences = list(drafted())
    free = drafter.draft([(sentence.german, ()) for sentence in sentences])
    with_terms = drafter.draft([(sentence.german, sentence.hits) for sentence in sentences])
    for sentence, before, draft in zip(sentences, free, with_terms, strict=True):
        faults = sentence.faults(before.english, draft)
        told = [
            f"DE   {sentence.german}",
            f"FREE {before.english}",
            f"EN   {draft.english}",
            f"     {'; '.join(faults)}",
        ]
        part = "drafts, traps" if sentence.is_trap else "drafts, terms wanted"
        yield part, is_held_out(sentence.german), told if faults else []


def _judged() -> Iterator[Outcome]:
    glossary, all_pairs = pairs()
    for pair in all_pairs:
        found = pair.findings(glossary)
        wrong = [f"DE   {' / '.join(pair.german)}", f"EN   {' / '.join(pair.english)}"]
        wrong.append(f"     told {list(found)}, wanted {list(pair.told)}")
        yield f"checks, {pair.part}", is_held_out(pair.german[0] + pair.english[0]), [] if found == pair.told else wrong


def _row(part: str, outcomes: Iterable[Outcome]) -> str:
    number, right = Counter[bool](), Counter[bool]()
    for _, held_out, wrong in outcomes:
        number[held_out] += 1
        right[held_out] += not wrong
    return f"{part:28}{number[False]:>10}{right[False]:>7}{number[True]:>10}{right[True]:>7}"


if __name__ == "__main__":
    main()
