"""The corpus read, cleaned, and parted into training pairs and held-out pairs.

    python -m training.corpus CORPUS WORK [--eval DIR] [--scores FILE --drop 15] [--held-out 1000] [--distil]
                                      [--sample K]

CORPUS holds `news`, `general`, `suites`, `docs` and `dictionary`, or some of them, as `.tsv.xz` or `.tsv`: German,
English and source in a line. Left out are pairs that are no translation by the look of them, pairs seen before, and
whatever is or nearly is a sentence of the test sets (`--eval`, by default CORPUS/eval). `--scores` drops the
worst-scored share of `docs` and `dictionary` (see rate.py). `--distil` prefers in the news what larger models made
of the German to what people did. `--sample K` keeps of each source K times its weight (at most all) of the pairs,
chosen by chance: what is not read in the time there is need not be aligned; train then
with the same `--sample`. WORK gets `pairs.tsv` and `heldout.tsv`: whole stretches of the suites' texts, or, where
there are no suites, news drawn evenly. What is held out is the same whatever else is sampled.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.command import run
from training.pairs import Pair, pairs_of, write_pairs
from training.shares import is_news, weight
from training.suites import is_scarred, is_suite, layered, stretches, told_apart

FILES = ("news", "general", "suites", "docs", "dictionary")
RATED = ("docs", "dictionary")
"""Files whose worst-scored pairs may be dropped."""

RUN = 8
"""So many words in a row that a test sentence has too make a pair a near copy."""

LONGEST = 1000
"""Characters on either side of a pair."""

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS_GERMAN = "der die das und ist nicht ein eine zu mit für auf von dem den im sich auch es werden sind oder"
_WORDS_ENGLISH = "the and is of to that with for are be this you it not or by from we as which"
_GERMAN, _ENGLISH = frozenset(_WORDS_GERMAN.split()), frozenset(_WORDS_ENGLISH.split())


class HeldOut:
    """The sentences no training pair may be or nearly be."""

    def __init__(self, sentences: Iterable[str]) -> None:
        words = [_words(sentence) for sentence in sentences]
        self._whole = {" ".join(sentence) for sentence in words if sentence}
        self._runs = {hash(run) for sentence in words for run in _runs(sentence)}

    def __contains__(self, text: str) -> bool:
        """Whether a text has the words of a held-out sentence, or RUN words in a row of one."""
        words = _words(text)
        return " ".join(words) in self._whole or any(hash(run) in self._runs for run in _runs(words))


def main() -> None:
    """Read, clean, part, write, and tell how much of what there is."""
    options = _options()
    held = HeldOut(test_sentences(options.eval or options.corpus / "eval"))
    floors = _read_scores(options.scores) if options.scores else {}
    left_out: Counter[str] = Counter()
    pairs = list(_kept(options.corpus, held, floors, options.drop, left_out))
    if not pairs:
        raise SystemExit(f"{options.corpus}: no pairs in {', '.join(FILES)} (.tsv.xz or .tsv)")
    training, heldout = parted(pairs, options.held_out)
    if options.distil:
        training = distilled(training)
    if options.sample:
        training = sampled(training, options.sample)
    training = layered(training)
    options.work.mkdir(parents=True, exist_ok=True)
    write_pairs(options.work / "pairs.tsv", training)
    write_pairs(options.work / "heldout.tsv", heldout)
    for source, number in Counter(pair.source for pair in training).most_common():
        print(f"{number:>9}  weight {weight(source):<4} {source}")
    print("left out:", ", ".join(f"{why} {number}" for why, number in left_out.most_common()) or "nothing")
    print(f"{len(training)} pairs for training, {len(heldout)} held out")


def test_sentences(folder: Path) -> list[str]:
    """All lines of the test sets in a folder: sources, references and other systems' English."""
    files = sorted(path for path in folder.glob("*") if path.suffix in (".de", ".en"))
    return [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def read_corpus(folder: Path, name: str) -> Iterator[Pair]:
    """The pairs of one of the files, tidied, drills told apart; none where the file is not there."""
    packed, plain = folder / f"{name}.tsv.xz", folder / f"{name}.tsv"
    if not packed.exists() and not plain.exists():
        return
    with lzma.open(packed, "rt", encoding="utf-8") if packed.exists() else plain.open(encoding="utf-8") as lines:
        yield from map(told_apart, pairs_of(lines))


def is_usable(pair: Pair, *, dictionary: bool = False) -> bool:
    """Whether a pair looks like German and its English: letters, languages and lengths as they should be."""
    german, english = pair.german, pair.english
    if not german or not english or max(len(german), len(english)) > LONGEST or weight(pair.source) == 0:
        return False
    if any(len(_LETTER.findall(text)) < 0.45 * len(text) for text in (german, english)):
        return False
    if german == english and len(german.split()) > 3:
        return False
    if dictionary:
        return True
    return not (_lengths_differ(german, english) or _are_swapped(german, english) or _is_scarred_suite(pair))


def parted(pairs: list[Pair], number: int) -> tuple[list[Pair], list[Pair]]:
    """Training pairs and about `number` held-out ones, of the suites' texts by the stretch, else of the news.

    What a held-out pair shares a side or RUN words with is left out of the training.
    """
    pairs, chosen = _chosen(pairs, number)
    held = HeldOut(text for pair in chosen for text in (pair.german, pair.english))
    return [pair for pair in pairs if pair.german not in held and pair.english not in held], chosen


def _chosen(pairs: list[Pair], number: int) -> tuple[list[Pair], list[Pair]]:
    """What is held out, and what is left of the pairs where whole stretches of the suites are cut."""
    suites = [pair for pair in pairs if is_suite(pair.source)]
    if suites and number:
        cut = stretches(suites, number)
        kept = set(cut.training)
        return [pair for pair in pairs if not is_suite(pair.source) or pair in kept], cut.held_out
    news = [pair for pair in pairs if is_news(pair.source) and 5 <= len(pair.german.split()) <= 60]
    return pairs, news[:: max(1, len(news) // number)][:number] if number else []


def distilled(pairs: Sequence[Pair]) -> list[Pair]:
    """Where one German text of the news has several Englishes, the later ones, twice, and not the first.

    The corpus has the person's first, often freely put from a third language, then larger models', close to the
    German, from which small networks learn more easily (sequence-level distillation, Kim and Rush 2016).
    """
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        if is_news(pair.source):
            groups.setdefault((pair.source, pair.german), []).append(pair)
    firsts = {some[0] for some in groups.values() if len(some) > 1}
    later = {pair for some in groups.values() for pair in some[1:]} - firsts
    return [pair for pair in pairs if pair not in firsts] + [pair for pair in pairs if pair in later]


def sampled(pairs: Iterable[Pair], times: float) -> list[Pair]:
    """Of each source `times` its weight (at most all) of the pairs, in the same order, chosen by chance."""
    draw = random.Random(1)
    return [pair for pair in pairs if draw.random() < times * weight(pair.source)]


def _kept(folder: Path, held: HeldOut, scores: dict[str, float], drop: float, left_out: Counter[str]) -> Iterator[Pair]:
    seen: set[tuple[str, str]] = set()
    for name in FILES:
        floor = _floor(read_corpus(folder, name), scores, drop) if name in RATED and scores else float("-inf")
        for pair in read_corpus(folder, name):
            both = (pair.german.lower(), pair.english.lower())
            why = (
                "seen before"
                if both in seen
                else "not usable"
                if not is_usable(pair, dictionary=name == "dictionary")
                else "test set"
                if pair.german in held or pair.english in held
                else "scored low"
                if scores.get(pair.key, 0.0) < floor
                else ""
            )
            if why:
                left_out[why] += 1
            else:
                seen.add(both)
                yield pair


def _floor(pairs: Iterable[Pair], scores: dict[str, float], drop: float) -> float:
    """The score under which the worst `drop` percent of these pairs lie."""
    rated = sorted(scores[pair.key] for pair in pairs if pair.key in scores)
    return rated[int(len(rated) * drop / 100)] if rated else float("-inf")


def _read_scores(path: Path) -> dict[str, float]:
    with path.open(encoding="utf-8") as lines:
        return {key: float(score) for key, score in (line.split("\t") for line in lines)}


def _lengths_differ(german: str, english: str) -> bool:
    """Whether one is so much longer that it must say more."""
    longer, shorter = max(len(german), len(english)), min(len(german), len(english))
    return longer > 2.5 * shorter and longer > 30


def _is_scarred_suite(pair: Pair) -> bool:
    return is_suite(pair.source) and is_scarred(pair)


def _are_swapped(german: str, english: str) -> bool:
    """Whether one side looks like the other language."""
    return _is_swapped(german, _ENGLISH, _GERMAN) or _is_swapped(english, _GERMAN, _ENGLISH)


def _is_swapped(text: str, others: frozenset[str], own: frozenset[str]) -> bool:
    words = text.lower().split()
    return len(words) >= 5 and sum(word in others for word in words) > sum(word in own for word in words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--eval", type=Path)
    parser.add_argument("--scores", type=Path)
    parser.add_argument("--drop", type=float, default=15.0)
    parser.add_argument("--held-out", type=int, default=1000)
    parser.add_argument("--distil", action="store_true")
    parser.add_argument("--sample", type=float, metavar="K")
    return parser.parse_args()


if __name__ == "__main__":
    run(main)
