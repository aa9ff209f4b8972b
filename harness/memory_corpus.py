"""German–English pairs for measuring a memory: read from a file, or made; and the texts that are looked up in it."""

from __future__ import annotations

import lzma
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path

Texts = tuple[str, str]
"""A German text and its English."""


def _words(*lines: str) -> list[str]:
    return " ".join(lines).split()


_SMALL = _words(
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat",
    "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr",
    "durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines",
    "jahr zwei diese dieser wieder keine seiner worden will zwischen immer was sagte",
)
_SMALL_ENGLISH = _words(
    "the of and to in a is that for it on with as was he at by be this from are or his had not but they which one an",
    "were all we their has there been if more when will would who so no out up into than them can only other time new",
    "some could these two may first then do any like my now over such our even most me after also did many must before",
)
_SYLLABLES = _words(
    "ba be bei bo da de dor du ei fa fe feld ga ge gen ger ha haus he ho ka ke kla kon kra la land le lei li lo ma me",
    "mei mo na ne nor o pa per pla po ra re rei ro rung sa schaft se sen ser so sta stadt ste sto ta tag te ter tor",
    "trag tung un ver vor wal we wer wo zei zu zug",
)


def read(paths: Sequence[Path]) -> Iterator[Texts]:
    """The pairs of files with a German and an English text a line, parted by a tab; packed or not; each pair once."""
    seen = set()
    for path in paths:
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as file:
            for line in file:
                german, english, *_ = *line.rstrip("\n").split("\t"), ""
                if german and english and (german, english) not in seen:
                    seen.add((german, english))
                    yield german, english


def made(chance: random.Random) -> Iterator[Texts]:
    """Pairs without end: every other word a function word, the others as often as words are in a text (Zipf 1935)."""
    vocabulary = [_made_word(chance) for _ in range(200_000)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(vocabulary))))
    small = list(accumulate(1 / (rank + 3) for rank in range(len(_SMALL))))
    while True:
        length = max(1, round(chance.lognormvariate(2.6, 0.6)))
        content = chance.choices(vocabulary, cum_weights=weights, k=length)
        german = chance.choices(_SMALL, cum_weights=small, k=length)
        english = chance.choices(_SMALL_ENGLISH, cum_weights=list(accumulate([1] * len(_SMALL_ENGLISH))), k=length)
        yield _sentence(german, content, chance), _sentence(english, [f"{word}s" for word in content], chance)


def recombined(pairs: Sequence[Texts], chance: random.Random) -> Iterator[Texts]:
    """More pairs of the same kind, without end: the beginning of one and the rest of another."""
    while True:
        (german, english), (other_german, other_english) = chance.choices(pairs, k=2)
        yield _half(german, 0) + _half(other_german, 1), _half(english, 0) + _half(other_english, 1)


def corpus(paths: Sequence[Path], size: int, held_out: int, seed: int = 16) -> tuple[list[Texts], list[Texts]]:
    """So many pairs of these files (or made ones), and others of the same kind that are not among them.

    Where the files have fewer, more are made by recombining them.
    """
    chance = random.Random(seed)
    if not paths:
        every = list(islice(made(chance), size + held_out))
    else:
        every = list(read(paths))
        chance.shuffle(every)
    aside, kept = every[:held_out], every[held_out : held_out + size]
    if len(kept) < size:
        kept += islice(recombined(kept, chance), size - len(kept))
    return kept, aside


def changed(text: str, words: Sequence[str], chance: random.Random) -> str:
    """A text with one to three of its words changed, added or taken away."""
    found = text.split()
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(found) + 1)
        act = chance.choice(("change", "add", "take"))
        if act == "add":
            found.insert(place, chance.choice(words))
        elif found and act == "take":
            del found[place % len(found)]
        elif found:
            found[place % len(found)] = chance.choice(words)
    return " ".join(found) or chance.choice(words)


def queries(kept: Sequence[Texts], aside: Sequence[Texts], number: int, seed: int = 17) -> dict[str, list[str]]:
    """The texts that are looked up, by class: `usual`, half of them of the memory and changed, half not of it; and the
    hard ones: of at most five words, of common words alone, of forty words and more."""
    chance = random.Random(seed)
    sample = [german for german, _ in chance.sample(list(kept), min(len(kept), 60_000))]
    counts = Counter(word.casefold() for text in sample for word in text.split())
    words = [word for word, _ in counts.most_common(2_000)]

    def some(texts: Sequence[str]) -> list[str]:
        return [changed(text, words, chance) for text in chance.sample(texts, min(len(texts), number // 2))]

    new = [german for german, _ in aside]
    random_ones = [" ".join(chance.choices(words[:150], k=chance.randint(3, 14))) for _ in range(number // 2)]
    return {
        "usual": some(sample) + chance.sample(new, min(len(new), number // 2)),
        "≤ 5 words": some([text for text in sample if len(text.split()) <= 5]),
        "common words": some(_of_common_words(sample, frozenset(words[:150]))) + random_ones,
        "≥ 40 words": some([text for text in sample if len(text.split()) >= 40]),
    }


def _of_common_words(texts: Sequence[str], common: frozenset[str]) -> list[str]:
    return [text for text in texts if {word.casefold().strip(".,!?") for word in text.split()} <= common]


def _made_word(chance: random.Random) -> str:
    word = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))
    return word.capitalize() if chance.random() < 0.6 else word


def _sentence(small: Sequence[str], content: Sequence[str], chance: random.Random) -> str:
    words = [word for both in zip(small, content, strict=True) for word in both][: len(small)]
    if chance.random() < 0.2:
        words.insert(chance.randrange(len(words) + 1), str(chance.randint(1, 2_030)))
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def _half(text: str, which: int) -> str:
    words = text.split()
    middle = len(words) // 2
    return " ".join(words[middle:]) if which else " ".join([*words[:middle], ""])
