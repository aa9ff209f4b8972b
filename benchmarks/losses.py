"""What drafts lost: how often that is told when a word or a clause was taken out of them, and what is told of drafts.

    uv run python -m benchmarks.losses GERMAN ENGLISH [--lines 1-500] [--planted 3] [--quiet]

GERMAN and ENGLISH are texts of as many lines, a sentence each, by a person; the sentences are drafted without a
glossary. Told: the drafts of which the program says that they lost something, each with what was lost and the person's
English, to be read and counted as right or wrong. Planted: of every so many drafts of which nothing is told one word
that stands for a German noun, name or figure is taken out, and in turn the last part behind a comma (three words and
more); recall is how many of these losses are told at a word that was taken out. Chosen: the sentences whose draft is
not the first of the four best, for it lost something: chrF against the person's English, before and after.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from workbench.engine import Drafter, SentenceDraft, embedded_package
from workbench.engine.alignment import word_links
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.protocol import Hypothesis
from workbench.engine.sentence.content_words import words_with_kinds
from workbench.engine.sentence.covering import NEXT_BEST, best_covering
from workbench.engine.sentence.losses import losses
from workbench.engine.sentence.prepare import plain_marks
from workbench.text import Span

SHORTEST = 3
"""Words of a part behind a comma that is taken out."""


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
    wanted = parser.parse_args()
    first, last = (int(number) for number in wanted.lines.split("-"))
    files = (wanted.german, wanted.english)
    german, english = (path.read_text(encoding="utf-8").split("\n")[first - 1 : last] for path in files)
    engine = ArgosEngine(embedded_package())
    several = engine.translate([plain_marks(sentence) for sentence in german], NEXT_BEST)
    _chosen(german, english, several)
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


def _chosen(german: Sequence[str], english: Sequence[str], several: Sequence[Sequence[Hypothesis]]) -> None:
    from sacrebleu import corpus_chrf, sentence_chrf

    best = [best_covering(plain_marks(source), drafts) for source, drafts in zip(german, several, strict=True)]
    other = [at for at, drafts in enumerate(several) if best[at].english != drafts[0].english]
    before, after = [several[at][0].english for at in other], [best[at].english for at in other]
    human = [english[at] for at in other]
    gains = [
        sentence_chrf(new, [right]).score - sentence_chrf(old, [right]).score
        for old, new, right in zip(before, after, human, strict=True)
    ]
    better, worse = sum(gain > 0.5 for gain in gains), sum(gain < -0.5 for gain in gains)
    scores = [corpus_chrf(some, [human]).score if some else 0.0 for some in (before, after)]
    print(f"another draft chosen {len(other)}: better {better}, worse {worse}, chrF {scores[0]:.1f} -> {scores[1]:.1f}")


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
