"""How long a long document takes to be handed over in each format, written and read again to be counted.

    uv run python -m benchmarks.handing_over [--paragraphs 4000] [FORMAT …]

The paragraphs are made: two to four sentences each, bold and a footnote mark in every fifth, glossary terms, notes.
Two in three are reviewed. Seconds are of processor time: other programs on the machine count less.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

from workbench.export import FORMATS, Delivery, render
from workbench.formats import Markup
from workbench.glossary import Entry, Glossary
from workbench.text import Code, Inline
from workbench.translation import ParagraphRecord, State, TranslationRecord

_PAIRS = (
    (
        "Die Lage an der Grenze bleibt nach Angaben des Ministeriums ruhig.",
        "The border remains calm, the ministry says.",
    ),
    (
        "Der Präsident sprach am {}. Mai in Minsk über neue Gesetze.",
        "The president spoke in Minsk on {} May about new laws.",
    ),
    ("Niemand weiß, wie lange das dauert.", "Nobody knows how long this will last."),
    ("Nach Angaben der ODKB reisten {} Beobachter an.", "According to the CSTO, {} observers arrived."),
    ("Seine Berater trafen am Abend Vertreter der Nachbarländer.", "In the evening his advisers met neighbours."),
)
_GLOSSARY = Glossary((Entry(de=("ODKB",), en="CSTO"), Entry(de=("Minsk",), en="Minsk")))
_MARKUP = (Markup("1", "bold", "**", "**"), Markup("2", "note", "[^1]"))
_NOT_HERE = frozenset({"pdf"})
"""Another program makes it."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--paragraphs", type=int, default=4_000)
    options = parser.parse_args()
    record = made(options.paragraphs)
    _render(made(3), "html", "bilingual")  # what is loaded once
    print(f"{options.paragraphs:,} paragraphs, {sum(len(p.german.split()) for p in record.paragraphs):,} German words")
    print(f"{'':22}{'seconds':>9}{'kB':>9}")
    for what in ("english", "bilingual"):
        for to, one in FORMATS.items():
            if one.render(what) and to not in _NOT_HERE and to in (options.formats or (to,)):
                _render(made(3), to, what)
                begun = time.process_time()
                data = _render(record, to, what)
                print(f"{f'{what} {to}':22}{time.process_time() - begun:9.2f}{len(data) / 1000:9,.0f}", flush=True)


def made(count: int) -> TranslationRecord:
    """The record of a made document."""
    return TranslationRecord("bericht", tuple(_paragraphs(count)))


def _paragraphs(count: int) -> Iterator[ParagraphRecord]:
    drawn = random.Random(7)
    for number in range(count):
        chosen = [(de.format(number), en.format(number)) for de, en in drawn.sample(_PAIRS, drawn.randint(2, 4))]
        german, english = (" ".join(texts) for texts in zip(*chosen, strict=True))
        state = State.REVIEWED if number % 3 else State.TRANSLATED
        note = "Check the date" if number % 7 == 0 else ""
        record = ParagraphRecord(german, state=state, note=note)
        if number % 5:
            yield record.with_target(Inline(english), state)
            continue
        source, target = (Inline(text, _codes(text)) for text in (german, english))
        coded = ParagraphRecord(german, note=note, codes=source.codes, markup=_MARKUP)
        yield coded.with_target(target, state)


def _codes(text: str) -> tuple[Code, ...]:
    word = text.index(" ")
    return Code(0, "1", "open"), Code(word, "1", "close"), Code(len(text), "2", "alone")


def _render(record: TranslationRecord, to: str, what: str) -> bytes:
    return render(Delivery(record, _GLOSSARY), to, what)


if __name__ == "__main__":
    main()
