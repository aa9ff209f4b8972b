"""Cuts Hunspell's word lists into parts: `python -m workbench.text.words.parts FOLDER` (with en_GB.dic, en_GB.aff …).

Hunspell holds the interpreter while it reads a list, 90 ms for the American one and 200 for the British one, and a key
would wait that long. It reads a list in parts as well (`add_dic`), and between two of them keys have their turn.
Only run by hand, for a new edition of the dictionaries.
"""

from __future__ import annotations

import sys
from pathlib import Path

LINES = 10_000
"""Of a list in one part: they take about 20 ms."""

DATA = Path(__file__).parent / "data"
NAMES = ("en_GB", "en_US")


def parts_of(text: str) -> list[str]:
    """The parts of a word list as Hunspell wants them, each with the number of its lines before it.

    >>> parts_of("3\\nbook/S\\nread\\nsee")
    ['3\\nbook/S\\nread\\nsee\\n']
    """
    words = text.removeprefix("\ufeff").splitlines()[1:]
    cut = (words[at : at + LINES] for at in range(0, len(words), LINES))
    return ["\n".join((str(len(part)), *part, "")) for part in cut]


def main() -> None:
    """Put the dictionaries of a folder into data/, in parts."""
    source = Path(sys.argv[1])
    for name in NAMES:
        (DATA / f"{name}.aff").write_bytes((source / f"{name}.aff").read_bytes())
        for old in DATA.glob(f"{name}*.dic"):
            old.unlink()
        for number, part in enumerate(parts_of((source / f"{name}.dic").read_text(encoding="utf-8"))):
            (DATA / f"{name}{f'.{number}' if number else ''}.dic").write_text(part, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
