"""How often `romanise` is right, on the names in tests/data/romanisation: the table in docs/romanisation.md.

    uv run python -m benchmarks.romanisation [--misses]

`known` are the names whose every word stands in the data that the letters are learned from, `new` all others.
`--misses` lists what is not right at the top.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from workbench.glossary.romanisation import is_from_cyrillic, romanise
from workbench.glossary.romanisation.known import LANGUAGES
from workbench.glossary.romanisation.likelihood import words_of
from workbench.glossary.romanisation.reading import is_known, readings
from workbench.glossary.romanisation.romanise import LIKELY

DATA = Path(__file__).parent.parent / "tests" / "data" / "romanisation"


@dataclass(frozen=True, slots=True)
class Tried:
    """One transcribed name: its right English forms, what was proposed, and whether its words are known ones."""

    german: str
    right: tuple[str, ...]
    proposed: tuple[str, ...]
    known: bool

    @property
    def first(self) -> bool:
        """Whether the first proposal is right; none at all is right where German and English are alike."""
        return self.proposed[0] in self.right if self.proposed else self.german in self.right

    @property
    def listed(self) -> bool:
        """Whether any proposal is right."""
        return self.first or any(english in self.right for english in self.proposed)


def transcribed() -> list[Tried]:
    """Every name of transcribed.txt, tried."""
    tried = []
    for line in _lines("transcribed.txt"):
        german, english = line.split(" = ")
        proposed = tuple(proposal.english for proposal in romanise(german))
        known = all(_is_known(word) for word in words_of(german))
        tried.append(Tried(german, tuple(english.split(", ")), proposed, known))
    return tried


def _is_known(word: str) -> bool:
    return any(is_known(r.cyrillic, language) for language in LANGUAGES for r in readings(word, language)[:1])


def others() -> list[str]:
    """The names of others.txt."""
    return list(_lines("others.txt"))


def _lines(file: str) -> list[str]:
    text = (DATA / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def line(title: str, names: list[Tried]) -> str:
    """One line of the table: how many names, and what share of them is right."""
    counts = (
        sum(name.first for name in names),
        sum(name.listed for name in names),
        sum(is_from_cyrillic(name.german) >= LIKELY for name in names),
    )
    return f"{title:<22}{len(names):7}" + "".join(f"{100 * count / len(names):12.1f} %" for count in counts)


def main() -> None:
    """Print the table, and with --misses what is not right."""
    names, foreign = transcribed(), others()
    start = time.perf_counter()
    taken = [name for name in foreign if romanise(name)]
    spent = 1000 * (time.perf_counter() - start) / len(foreign)
    print("                       names   first right   in the list   seen to be Cyrillic")
    print(line("transcribed", names))
    print(line("  every word known", [name for name in names if name.known]))
    print(line("  new", [name for name in names if not name.known]))
    print(f"{'others':<22}{len(foreign):7}   wrongly given proposals: {len(taken)}", end=" ")
    print(f"({100 * len(taken) / len(foreign):.1f} %)")
    print(f"{spent:.1f} ms a name, the first time")
    if "--misses" in sys.argv:
        for name in (name for name in names if not name.first):
            print(
                f"{'listed' if name.listed else 'MISSED'}  {name.german} = {name.right[0]}:", *name.proposed, sep=" | "
            )
        print("taken for Cyrillic:", ", ".join(taken))


if __name__ == "__main__":
    main()
