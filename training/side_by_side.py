"""Packages, the workbench's drafts and other systems in one table, on the same sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from harness.scores import PLAIN, bleu_and_chrf
from training.published import BLEU, STARTER

TRIED = {"wmt16": 1500}
"""So many sentences of a set, the first, are for trying and calibrating; the rest is looked at once, at the end."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A test set: its name, its English, and the part of it that is printed apart (`lines` in words)."""

    name: str
    lines: str
    part: slice
    english: tuple[str, ...]


def references(sets: Mapping[str, Sequence[str]], *, whole: bool) -> list[Reference]:
    """Each set; where it is `whole` and has a part for trying, that part, the rest, and all."""
    found = []
    for name, english in sets.items():
        tried = TRIED.get(name, 0) if whole else 0
        if 0 < tried < len(english):
            found.append(Reference(name, f"1–{tried}", slice(tried), tuple(english)))
            found.append(Reference(name, f"{tried + 1}–{len(english)}", slice(tried, None), tuple(english)))
        found.append(Reference(name, "all" if whole else f"{len(english)} lines", slice(None), tuple(english)))
    return found


def side_by_side(rows: Mapping[str, Mapping[str, Sequence[str]]], wanted: Sequence[Reference]) -> Iterator[str]:
    """The lines of the table: `rows` are the English of each system by set; BLEU and chrF, sacreBLEU's defaults.

    Quotation marks and dashes are made plain everywhere, so that a draft in the house style is not the worse for it;
    the table above it in `training.score` makes them plain in drafts alone. Below, where the sets are whole, what was
    published of others on them, counted by others.
    """
    heads = [f"{one.name} {one.lines}" for one in wanted]
    yield f"{'BLEU and chrF':38}" + "".join(f"{head:>24}" for head in heads)
    for name, texts in rows.items():
        yield f"{name:38}" + "".join(_cell(one, texts.get(one.name)) for one in wanted)
    if all(one.lines != "all" for one in wanted):
        return
    for name, row in BLEU.items():
        yield f"{name + ' (published)':38}" + "".join(_published(one, row.get(one.name)) for one in wanted)
    starter = {name: figures[0] for name, figures in STARTER.items()}
    yield f"{'starter 0.1 (its card)':38}" + "".join(_published(one, starter.get(one.name)) for one in wanted)


def _cell(reference: Reference, english: Sequence[str] | None) -> str:
    if english is None:
        return " " * 24
    sides = [[text.translate(PLAIN) for text in texts[reference.part]] for texts in (english, reference.english)]
    bleu, chrf = bleu_and_chrf(*sides)
    return f"{bleu:>17.1f}{chrf:>7.1f}"


def _published(reference: Reference, bleu: float | None) -> str:
    return f"{bleu:>17.1f}{'':>7}" if bleu is not None and reference.lines == "all" else " " * 24
