"""What helps an alignment besides lengths and words: terms, memories, the order of neighbours that changed places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from workbench.memory.aligning import Bead, Known, Sentence, aligned
from workbench.memory.aligning.known import Term
from workbench.text import Span


def sentences(*texts: str) -> tuple[Sentence, ...]:
    return tuple(map(Sentence, texts))


def pairs(beads: Sequence[Bead]) -> list[tuple[int, ...]]:
    return [bead[:4] for bead in beads if bead.is_pair]


def test_a_term_is_found_by_its_english() -> None:
    """Neither the dictionary nor lengths tell which one it is."""
    german = sentences("Die Quastel bricht.", "Es regnet heute.")
    english = sentences("Spindles break.", "It rains today, and it will go on raining.")

    def terms(text: str) -> list[Term]:
        return [(Span(4, 11), ("spindle",))] if "Quastel" in text else []

    without, beside = aligned(german, english), aligned(german, english, known=Known(terms))
    assert pairs(beside) == [(0, 1, 0, 1), (1, 2, 1, 2)]
    assert beside[0].sure > without[0].sure


def test_what_a_memory_has_is_in_no_doubt() -> None:
    german, english = sentences("Ja, nun.", "Wer weiß."), sentences("Oh well.", "Anyone’s guess.")

    def known(text: str) -> Mapping[str, float]:
        return {"Ja, nun.": {"oh  WELL.": 0.0}, "Wer weiß.": {"Anyone’s guess.": -0.3}}.get(text, {})

    before, found = aligned(german, english), aligned(german, english, known=Known(english=known))
    assert pairs(found) == [(0, 1, 0, 1), (1, 2, 1, 2)]
    assert all(bead.sure > max(0.5, doubtful.sure) for bead, doubtful in zip(found, before, strict=True))


@pytest.mark.feature("aligning old translations")
def test_neighbours_that_changed_places_are_told() -> None:
    german = sentences(
        "Die Fähre fährt nicht mehr.",
        "Taucher fanden einen Riss in der Ruderanlage.",
        "Das Dorf hat drei Busse bestellt.",
        "Der Bürgermeister ist krank.",
    )
    english = sentences(
        "The ferry has stopped running.",
        "The village has hired three buses.",
        "Divers found a crack in the rudder.",
        "The mayor is ill.",
    )
    found = aligned(german, english)
    assert [(*bead[:4], bead.crossed) for bead in found] == [
        (0, 1, 0, 1, False),
        (1, 3, 1, 3, True),
        (3, 4, 3, 4, False),
    ]
    straight = aligned(german, (english[0], english[2], english[1], english[3]))
    assert not any(bead.crossed for bead in straight)
