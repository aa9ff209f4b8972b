"""A German text and its English, read from lines and written to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from training.text import tidy


@dataclass(frozen=True, slots=True)
class Pair:
    """A German text, its English, and the name of the source they come from."""

    german: str
    english: str
    source: str

    @property
    def key(self) -> str:
        """What names this pair in a file of scores."""
        return blake2b(f"{self.german}\t{self.english}".encode(), digest_size=8).hexdigest()


def pairs_of(lines: Iterable[str]) -> Iterator[Pair]:
    """The pairs of lines with German, English and source, tidied; lines with fewer cells are passed over."""
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 3:
            yield Pair(tidy(cells[0]), tidy(cells[1]), cells[2].strip())


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file that `write_pairs` wrote."""
    with path.open(encoding="utf-8") as lines:
        return list(pairs_of(lines))


def write_pairs(path: Path, pairs: Iterable[Pair]) -> None:
    """German, English and source of each pair in a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{pair.german}\t{pair.english}\t{pair.source}\n" for pair in pairs)
