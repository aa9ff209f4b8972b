"""Terms given for each sentence: how many stand in the English, what it costs in BLEU and in speed.

    uv run python -m benchmarks.terms_in_drafts --eval DIR --dictionary FILE

DIR holds a test set, `NAME.de` and `NAME.en`, a sentence a line; FILE has `German<TAB>English` lines (.xz or
plain). Which pairs become terms of which sentence is told in `harness/dictionary_terms.py`. Sentences without a term
are left out. `--lines N` takes N sentences spread evenly over the set, `--show N` prints the N worst of each of this
program's rows.

Rows, all with the same package, sentences and terms, and with this program's preparing and polishing:

* no glossary: drafted freely.
* find-and-replace: the free draft; for each term that it lacks, the first place where the German stands (as in
  the source or the dictionary), else the first place where another English stands that the dictionary has for
  this German, the longest first, is overwritten with the wanted English, as the dictionary writes it.
* placeholders: each term is replaced by a token before drafting (parted from what it is written together with),
  and the token by the wanted English afterwards, as the dictionary writes it; a token that did not come through
  is a term lost. The token is the one that comes through most often in these very sentences (100 of them).
* this program with markers; this program without markers: the entries in the glossary; the second treats the
  package as one that was not trained on term markers.

Columns: `met`: terms that stand in the English as `judge` sees them (singular or plural, any case of the first
letter), each place for one term only; `as given`: the very form of the dictionary, in any case; `as reference`:
the very form that the reference has; BLEU and chrF by sacreBLEU, with plain quotation marks and dashes on both sides;
sentences a second, the model loaded before; and for this program the ways (`workbench/engine/draft.py`).
"""

from __future__ import annotations

import argparse
import dataclasses
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from harness.dictionary_terms import Pairs, Task, read_pairs, tasks
from harness.scores import PLAIN, bleu_and_chrf, sentence_chrf
from workbench.engine import Drafter, SentenceDraft, Way, embedded_package, find_package
from workbench.engine.terms.places import placed
from workbench.glossary import TermHit, judge

WAYS: tuple[str, ...] = get_args(Way)
BATCH, SEED = 192, 1
TOKENS = ("X{}", "Z{}Z", "TERM{}", "XYZ{}", "@{}", "#{}", "A{}B", "T-{}", "70{}")


@dataclass(frozen=True, slots=True)
class Row:
    """What one way made of all sentences."""

    name: str
    english: tuple[str, ...]
    seconds: float
    ways: Counter[str]


def main() -> None:
    """Choose the terms, draft in every way, and print the table."""
    options = _options()
    pairs = read_pairs(options.dictionary)
    todo = _tasks(options, pairs)
    package = find_package(options.package) if options.package else embedded_package()
    with_markers, without = Drafter(package), Drafter(dataclasses.replace(package, markers=None))
    print(f"{options.set}: {len(todo)} sentences with {sum(len(task.hits) for task in todo)} terms, seed {SEED}")
    print(f"package {package.id}, markers: {' '.join(package.markers or ('none',))}")
    for drafter in (with_markers, without):
        drafter.draft([(task.german, task.hits) for task in todo[:8]])
    token = _best_token(todo, without)
    print(f"placeholders: {token.format(1)}, {token.format(2)}, …\n")
    ways: dict[str, Callable[[Sequence[Task]], tuple[list[str], Counter[str]]]] = {
        "no glossary": lambda some: (_free(some, without), Counter()),
        "find-and-replace": lambda some: (_replaced(some, _free(some, without), pairs), Counter()),
        "placeholders": lambda some: (_placeholders(some, without, token), Counter()),
        "this program with markers": lambda some: _with_terms(some, with_markers),
        "this program without markers": lambda some: _with_terms(some, without),
    }
    print(_HEAD)
    rows = []
    for name, way in ways.items():
        if name.endswith("with markers") and not package.markers:
            continue
        rows.append(_run(name, way, todo))
        print(_line(rows[-1], todo, rows[0].seconds), flush=True)
    for row in rows[3:]:
        print("\n".join(_worst(row, rows[0], todo, options.show)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--dictionary", type=Path, required=True)
    parser.add_argument("--set", default="wmt16")
    parser.add_argument("--package", default="")
    parser.add_argument("--lines", type=int, default=0)
    parser.add_argument("--show", type=int, default=0)
    return parser.parse_args()


def _tasks(options: argparse.Namespace, pairs: Pairs) -> list[Task]:
    sides = [(options.eval / f"{options.set}.{side}").read_text(encoding="utf-8").splitlines() for side in ("de", "en")]
    number = len(sides[0])
    chosen = [number * at // options.lines for at in range(options.lines)] if options.lines else range(number)
    return tasks([(at, sides[0][at], sides[1][at]) for at in chosen], pairs, SEED)


def _run(name: str, way: Callable[[Sequence[Task]], tuple[list[str], Counter[str]]], todo: Sequence[Task]) -> Row:
    english: list[str] = []
    ways: Counter[str] = Counter()
    before = time.perf_counter()
    for start in range(0, len(todo), BATCH):
        made, counted = way(todo[start : start + BATCH])
        english += made
        ways += counted
    return Row(name, tuple(english), time.perf_counter() - before, ways)


def _free(todo: Sequence[Task], drafter: Drafter) -> list[str]:
    return [draft.english for draft in drafter.draft([(task.german, ()) for task in todo])]


def _with_terms(todo: Sequence[Task], drafter: Drafter) -> tuple[list[str], Counter[str]]:
    drafts: list[SentenceDraft] = drafter.draft([(task.german, task.hits) for task in todo])
    return [draft.english for draft in drafts], Counter(term.way for draft in drafts for term in draft.terms)


def _replaced(todo: Sequence[Task], drafts: Sequence[str], pairs: Pairs) -> list[str]:
    """Find-and-replace, as told above."""
    replaced = []
    for task, free in zip(todo, drafts, strict=True):
        english = free
        for hit, place in zip(task.hits, placed(task.german, task.hits, free), strict=True):
            german = hit.entry.de[0]
            if place is None:
                usual = sorted(pairs.others[german], key=lambda other: (-len(other), other))
                words = [form for form in (hit.surface, german, *usual) if form]
                found = (re.search(rf"(?<!\w){re.escape(word)}(?!\w)", english, re.IGNORECASE) for word in words)
                first = next((match for match in found if match), None)
                if first:
                    english = english[: first.start()] + hit.entry.en + english[first.end() :]
        replaced.append(english)
    return replaced


def _placeholders(todo: Sequence[Task], drafter: Drafter, token: str) -> list[str]:
    drafts = drafter.draft([(_with_tokens(task, token), ()) for task in todo])
    finished = []
    for task, draft in zip(todo, drafts, strict=True):
        english = draft.english
        for number, hit in enumerate(task.hits, 1):
            as_written = hit.entry.en.replace("\\", r"\\")
            english = re.sub(rf"(?<!\w){re.escape(token.format(number))}(?!\d)", as_written, english)
        finished.append(english)
    return finished


def _with_tokens(task: Task, token: str) -> str:
    german = task.german
    for number, hit in reversed(list(enumerate(task.hits, 1))):
        before, after = german[: hit.start], german[hit.end :]
        before += " " if before[-1:].isalnum() else ""
        after = f" {after[0].upper()}{after[1:]}" if after[:1].isalnum() else after
        german = before + token.format(number) + after
    return german


def _best_token(todo: Sequence[Task], drafter: Drafter) -> str:
    """The token that the package copies most often."""
    some = todo[:: max(1, len(todo) // 100)]
    copied = dict.fromkeys(TOKENS, 0)
    for token in TOKENS:
        for task, draft in zip(some, drafter.draft([(_with_tokens(task, token), ()) for task in some]), strict=True):
            wanted = [token.format(number) for number in range(1, len(task.hits) + 1)]
            copied[token] += sum(one in re.findall(r"[\w@#-]+", draft.english) for one in wanted)
    return max(copied, key=copied.__getitem__)


_HEAD = (
    f"{'way':30}{'sentences':>10}{'terms':>7}{'met':>8}{'as given':>10}{'as reference':>14}{'BLEU':>7}{'chrF':>7}"
    f"{'sent./s':>9}{'× free':>8}  " + "".join(f"{way:>9}" for way in WAYS)
)


def _line(row: Row, todo: Sequence[Task], free_seconds: float) -> str:
    terms = sum(len(task.hits) for task in todo)
    met, given, same = (100 * sum(counts) / terms for counts in zip(*_counts(row, todo), strict=True))
    english = [text.translate(PLAIN) for text in row.english]
    bleu, chrf = bleu_and_chrf(english, [task.reference.translate(PLAIN) for task in todo])
    return (
        f"{row.name:30}{len(todo):>10}{terms:>7}{met:>7.1f}%{given:>9.1f}%{same:>13.1f}%{bleu:>7.1f}{chrf:>7.1f}"
        f"{len(todo) / row.seconds:>9.1f}{free_seconds / row.seconds:>8.2f}  "
        + "".join(f"{row.ways[way]:>9}" for way in WAYS if row.ways)
    )


def _counts(row: Row, todo: Sequence[Task]) -> Iterator[tuple[int, int, int]]:
    """For each sentence its terms met, met as given, met as the reference has them."""
    for task, english in zip(todo, row.english, strict=True):
        met = sum(place is not None for place in placed(task.german, task.hits, english))
        given = Counter(hit.entry.en for hit in task.hits)
        in_reference = Counter(
            task.reference[slice(*span)] for hit in task.hits for span in judge(hit.entry, task.reference).met[:1]
        )
        yield met, _standing(given, english), _standing(in_reference, english)


def _standing(forms: Counter[str], english: str) -> int:
    """How many of these forms stand in the English, each place counted once, the longest form first."""
    number = 0
    for form in sorted(forms.elements(), key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", english, re.IGNORECASE)
        if match:
            number += 1
            english = f"{english[: match.start()]}\n{english[match.end() :]}"
    return number


def _worst(row: Row, free: Row, todo: Sequence[Task], number: int) -> list[str]:
    """Sentences with a term missing, then those that lost the most chrF against the free draft."""

    def loss(at: int) -> tuple[int, float]:
        task, english = todo[at], row.english[at]
        missing = placed(task.german, task.hits, english).count(None)
        return missing, sentence_chrf(free.english[at], task.reference) - sentence_chrf(english, task.reference)

    lines = [f"\n{row.name}, the worst"] if number else []
    worse = [at for at in range(len(todo)) if loss(at) > (0, 0.0)]
    for at in sorted(worse, key=loss, reverse=True)[:number]:
        task = todo[at]
        lines += [f"\nDE   {task.german}", f"REF  {task.reference}", f"FREE {free.english[at]}"]
        lines += [f"EN   {row.english[at]}", f"     {_told(task.hits)}"]
    return lines


def _told(hits: Sequence[TermHit]) -> str:
    return "; ".join(f"{hit.surface} → {hit.entry.en}" for hit in hits)


if __name__ == "__main__":
    main()
