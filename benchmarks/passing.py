"""What passes through a draft unharmed, and whether it is told where it did not.

    uv run python -m benchmarks.passing
    uv run python -m benchmarks.passing --pairs wmt16.de wmt16.en --lines 500

First table, for each kind of run (addresses, code …) in the sentences of harness/data/passing_sentences.tsv, tuned and
held-out part: sentences whose draft has every run letter for letter; chrF of the rest against the English written for
them; and chrF of the rest with a plain name in the place of each run, which is what the rest can be. Then signs of all
kinds, and texts in capitals (chrF without regard to them). Last, the faults of harness/data/passing_faults.tsv that the
checks `kept`, `script` and `brackets` tell, and the English of the first table, or human pairs, of which they wrongly
tell something. `--show` prints what was lost, missed or wrongly told.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from harness.capitals import CAPITALS
from harness.passing_sentences import PARTS, Part, Passing, passing_faults, passing_sentences, sign_sentences
from harness.scores import PLAIN, bleu_and_chrf
from workbench.checks import Finding, check_paragraph
from workbench.engine import DraftCache, Drafter, draft_paragraphs, embedded_package
from workbench.glossary import Glossary
from workbench.translation import ParagraphRecord, State

CHECKS = frozenset({"kept", "script", "brackets"})
NO_GLOSSARY = Glossary(())


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", nargs=2, type=Path, metavar=("GERMAN", "ENGLISH"))
    parser.add_argument("--lines", type=int, default=500)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for part in PARTS:
        _drafts(part, show=options.show)
    for part in PARTS:
        _faults(part, show=options.show)
    _signs()
    for part in PARTS:
        _capitals(part)
    if options.pairs:
        german, english = (path.read_text(encoding="utf-8").splitlines()[: options.lines] for path in options.pairs)
        _clean(f"{len(german)} human pairs", list(zip(german, english, strict=True)), show=options.show)


def _drafts(part: Part, *, show: bool) -> None:
    sentences = passing_sentences(part)
    drafter = Drafter(embedded_package())
    drafts = _drafted(drafter, [sentence.german for sentence in sentences])
    named = _drafted(drafter, [sentence.named for sentence in sentences])
    print(f"{part:14}{'sentences':>10}{'kept':>8}{'chrF':>8}{'chrF with names':>18}")
    made = list(zip(sentences, drafts, named, strict=True))
    for kind in dict.fromkeys(sentence.kind for sentence in sentences):
        _row(kind, [row for row in made if row[0].kind == kind])
    _row("all", made)
    for sentence, draft in zip(sentences, drafts, strict=True):
        if show and not sentence.kept(draft):
            print(f"    lost: {sentence.german} | {draft}")


def _row(name: str, made: Sequence[tuple[Passing, str, str]]) -> None:
    sentences, drafts, named = zip(*made, strict=True)
    kept = sum(sentence.kept(draft) for sentence, draft in zip(sentences, drafts, strict=True))
    scores = f"{_chrf(sentences, drafts):>8.1f}{_chrf(sentences, named):>18.1f}"
    print(f"{name:14}{len(made):>10}{kept:>8}{scores}")


def _drafted(drafter: Drafter, german: Sequence[str]) -> list[str]:
    with DraftCache(None) as cache:
        made = dict(draft_paragraphs(german, NO_GLOSSARY, drafter, cache))
    return [made[at].english for at in range(len(german))]


def _chrf(sentences: Sequence[Passing], english: Sequence[str]) -> float:
    pairs = [(item.around(made), item.around(item.english)) for item, made in zip(sentences, english, strict=True)]
    return bleu_and_chrf(
        [made.translate(PLAIN) for made, _ in pairs], [wanted.translate(PLAIN) for _, wanted in pairs]
    )[1]


def _signs() -> None:
    sentences = sign_sentences()
    drafts = _drafted(Drafter(embedded_package()), [german for german, _ in sentences])
    lost = [
        f"    {german} | {draft}"
        for (german, signs), draft in zip(sentences, drafts, strict=True)
        if any(sign not in draft for sign in signs)
    ]
    print(
        f"signs (½, ≥, µ, ₴ …): {len(sentences) - len(lost)} of {len(sentences)} sentences keep theirs", *lost, sep="\n"
    )


def _capitals(part: Part) -> None:
    lines = [line for line in CAPITALS if line.part == part]
    drafts = _drafted(Drafter(embedded_package()), [line.german for line in lines])
    pairs = [
        (made.lower().translate(PLAIN), line.english.lower().translate(PLAIN))
        for line, made in zip(lines, drafts, strict=True)
    ]
    chrf = bleu_and_chrf([made for made, _ in pairs], [wanted for _, wanted in pairs])[1]
    right = sum((made.upper() == made) == line.whole for line, made in zip(lines, drafts, strict=True))
    print(f"{part}: {len(lines)} texts with capitals, {right} in capitals as they should be, chrF {chrf:.1f}")


def _faults(part: Part, *, show: bool) -> None:
    faults = passing_faults(part)
    missed = [fault for fault in faults if not list(_told(fault.german, fault.english))]
    print(f"{part}: {len(faults) - len(missed)} of {len(faults)} planted faults told")
    for fault in missed if show else ():
        print(f"    missed: {fault.german} | {fault.english}")
    sentences = passing_sentences(part)
    _clean(f"{part}, without a fault", [(item.german, item.english) for item in sentences], show=show)


def _clean(name: str, pairs: Sequence[tuple[str, str]], *, show: bool) -> None:
    told = [(pair, finding) for pair in pairs for finding in _told(*pair)]
    print(f"{name}: {len({pair for pair, _ in told})} of {len(pairs)} with a finding")
    for pair, finding in told if show else ():
        print(f"    {finding.message}: {' | '.join(pair)}")


def _told(german: str, english: str) -> Iterator[Finding]:
    for finding in check_paragraph(0, ParagraphRecord(german, english, State.TRANSLATED), NO_GLOSSARY):
        if finding.check in CHECKS and finding.severity != "info":
            yield finding


if __name__ == "__main__":
    main()
