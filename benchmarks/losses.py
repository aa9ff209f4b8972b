"""What drafts lost: how often that is told when a word or a clause was taken out of them, and what is told of drafts.

    uv run python -m benchmarks.losses GERMAN ENGLISH [--lines 1-500] [--planted 3] [--quiet]

GERMAN and ENGLISH are texts of as many lines, a sentence each, by a person; the sentences are drafted without a
glossary. Told: the drafts of which the program says that they lost something, each with what was lost and the person's
English, to be read and counted as right or wrong. Planted: of every so many drafts of which nothing is told one word
that stands for a German noun, name or figure is taken out, and in turn the last part behind a comma (three words and
more); recall is how many of these losses are told at a word that was taken out. Chosen: the sentences whose draft is
not the first of the four best, for it lost something: chrF against the person's English, before and after. Fuller: what
became of the sentences whose four best drafts all lost something, after a look at the sixteen of a wide beam. Put back:
what became of those that lost something still, after they were made again where something else was wrong, when the
package was asked for what was lost. `--show` prints both.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

from harness.scores import PLAIN, bleu_and_chrf, sentence_chrf
from workbench.engine import Drafter, SentenceDraft, embedded_package
from workbench.engine.alignment import word_links
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.free_drafts import free_drafts
from workbench.engine.lent import with_lender
from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.restoring.put_back import put_back
from workbench.engine.sentence.content_words import words_with_kinds
from workbench.engine.sentence.covering import NEXT_BEST, WIDE, Covering, best_covering, fuller
from workbench.engine.sentence.defects import defects
from workbench.engine.sentence.losses import losses, words_lost
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.words.case import Case
from workbench.text import Span

SHORTEST = 3
"""Words of a part behind a comma that is taken out."""
ALIKE = 0.5
"""Better or worse by less chrF is alike."""


class Planted(NamedTuple):
    """A German, a draft of it from which something was taken, and the German words that this stood for."""

    german: str
    english: str
    places: tuple[Span, ...]


def main() -> None:
    """Print what is told, and the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--lines", default="1-500", metavar="FROM-TO")
    parser.add_argument("--planted", type=int, default=3, metavar="N", help="in every Nth draft (3); 0 for none")
    parser.add_argument("--quiet", action="store_true", help="only the figures")
    parser.add_argument("--show", action="store_true", help="the drafts that became fuller")
    wanted = parser.parse_args()
    first, last = (int(number) for number in wanted.lines.split("-"))
    files = (wanted.german, wanted.english)
    german, english = (path.read_text(encoding="utf-8").split("\n")[first - 1 : last] for path in files)
    engine = ArgosEngine(embedded_package())
    plain = [plain_marks(sentence) for sentence in german]
    several = engine.translate(plain, NEXT_BEST)
    covering = [best_covering(source, drafts) for source, drafts in zip(plain, several, strict=True)]
    _chosen(english, several, covering)
    _fuller(plain, english, covering, engine, show=wanted.show)
    _put_back(plain, english, with_lender(engine, engine), show=wanted.show)
    drafts = Drafter(embedded_package()).draft([(sentence, ()) for sentence in german])
    if not wanted.quiet:
        _print_told(first, drafts, english)
    lossless = [draft for draft in drafts if not draft.lost]
    print(f"{len(drafts)} drafts, told of {len(drafts) - len(lossless)}")
    if wanted.planted:
        some = [(plain_marks(one.source), plain_marks(one.english)) for one in lossless[:: wanted.planted]]
        for name, take in (("a word", without_a_word), ("a part", without_a_part)):
            _recall(name, engine, some, take)


def _print_told(first: int, drafts: Sequence[SentenceDraft], english: Sequence[str]) -> None:
    """What is told, to be read; `first` is the number of the first sentence."""
    for number, (draft, human) in enumerate(zip(drafts, english, strict=True), first):
        lost = ", ".join(f"{loss.kind}: {draft.source[slice(*loss.span)]}" for loss in draft.lost)
        if lost:
            print(f"{number} [{lost}]\n    {draft.source}\n    {draft.english}\n    {human}")


def _chosen(english: Sequence[str], several: Sequence[Sequence[Hypothesis]], covering: Sequence[Covering]) -> None:
    best = [one.draft.english for one in covering]
    other = [at for at, drafts in enumerate(several) if best[at] != drafts[0].english]
    before = [several[at][0].english for at in other]
    compared = _compared(before, [best[at] for at in other], [english[at] for at in other])
    print(f"another draft chosen {len(other)}: {compared}")


def _fuller(
    german: Sequence[str], english: Sequence[str], covering: Sequence[Covering], engine: ArgosEngine, *, show: bool
) -> None:
    """What became of the drafts that lost something and have nothing else wrong, though the best of four was taken."""
    lost = [at for at, one in enumerate(covering) if one.lost]
    short = [at for at in lost if not defects(german[at], covering[at].draft.english)]
    several = engine.translate([german[at] for at in short], WIDE)
    found = [fuller(german[at], covering[at], drafts) for at, drafts in zip(short, several, strict=True)]
    columns = [
        (german[at], covering[at].draft.english, one.english, english[at])
        for at, one in zip(short, found, strict=True)
        if one is not covering[at].draft
    ]
    print(f"lost something {len(lost)}, nothing else wrong {len(short)}; fuller {len(columns)}: {_of(columns)}")
    if show:
        _print_changed(columns)


def _put_back(german: Sequence[str], english: Sequence[str], able: Abilities, *, show: bool) -> None:
    """What became of the free drafts that lost something still."""
    drafts = free_drafts(german, able, repairs=True)
    cases = [Case(source, (), draft) for source, draft in zip(german, drafts, strict=True)]
    lost = sum(words_lost(case.german, case.english, case.draft.attention) > 0 for case in cases)
    begun = process_time()
    anew = put_back(cases, able)
    seconds = process_time() - begun
    columns = [
        (case.german, case.english, other.english, right)
        for case, other, right in zip(cases, anew, english, strict=True)
        if other is not case
    ]
    print(f"lost something still {lost}; put back {len(columns)}: {_of(columns)}; {seconds:.1f} s of the processor")
    if show:
        _print_changed(columns)


def _print_changed(columns: Sequence[tuple[str, str, str, str]]) -> None:
    print("\n".join(f"    {source}\n    - {old}\n    + {new}\n    {right}\n" for source, old, new, right in columns))


def _of(columns: Sequence[tuple[str, str, str, str]]) -> str:
    """Two Englishes of each sentence compared with the person's, the last one; the first is the German."""
    return _compared(*([one[number] for one in columns] for number in (1, 2, 3)))


def _compared(before: Sequence[str], after: Sequence[str], human: Sequence[str]) -> str:
    """How many Englishes are nearer to people's than others of the same sentences, and how many are not."""
    if not human:
        return "none"
    old, new, right = ([text.translate(PLAIN) for text in some] for some in (before, after, human))
    gains = [sentence_chrf(b, c) - sentence_chrf(a, c) for a, b, c in zip(old, new, right, strict=True)]
    better, worse = sum(gain > ALIKE for gain in gains), sum(gain < -ALIKE for gain in gains)
    scores = [
        f"{was:.1f} -> {now:.1f}" for was, now in zip(*(bleu_and_chrf(some, right) for some in (old, new)), strict=True)
    ]
    return f"better {better}, worse {worse} by chrF; BLEU {scores[0]}, chrF {scores[1]}"


def _recall(
    name: str,
    engine: ArgosEngine,
    pairs: Sequence[tuple[str, str]],
    take: Callable[[str, str, Sequence[tuple[Span, Span]]], Planted | None],
) -> None:
    """How many planted losses are told."""
    looked = engine.attention([source for source, _ in pairs], [draft for _, draft in pairs])
    made = [
        planted
        for (source, draft), attention in zip(pairs, looked, strict=True)
        if (planted := take(source, draft, word_links(source, draft, attention)))
    ]
    again = engine.attention([one.german for one in made], [one.english for one in made])
    told = sum(
        any(loss.kind == "verb" or loss.span.meets(*one.places) for loss in losses(one.german, one.english, attention))
        for one, attention in zip(made, again, strict=True)
    )
    print(f"{name} taken out of {len(made)} drafts, told {told} ({100 * told / max(1, len(made)):.0f} %)")


def without_a_word(german: str, english: str, links: Sequence[tuple[Span, Span]]) -> Planted | None:
    """A draft without the English of the middle one of the German nouns and figures that have one word for them."""
    named = [word.span for word in words_with_kinds(german) if word.kind in ("noun", "figure")]
    single = []
    for place in named:
        words = {word for source, word in links if source.meets(place)}
        if len(words) == 1 and sum(word in words for _, word in links) == 1:
            single.append((place, words.pop()))
    if not single:
        return None
    place, word = single[len(single) // 2]
    return Planted(german, " ".join((english[: word.start] + english[word.end :]).split()), (place,))


def without_a_part(german: str, english: str, links: Sequence[tuple[Span, Span]]) -> Planted | None:
    """A draft without its last part behind a comma."""
    cut = english.rfind(", ")
    if cut < 0 or len(english[cut:].split()) < SHORTEST + 1:
        return None
    places = tuple(source for source, word in links if word.start > cut)
    return Planted(german, f"{english[:cut]}.", places) if places else None


if __name__ == "__main__":
    main()
