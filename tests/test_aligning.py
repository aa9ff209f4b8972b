"""Which sentences of two documents belong together: the beads, and what a person makes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.dictionary import english_words
from workbench.memory.aligning import Bead, Line, Sentence, Table, aligned, whole
from workbench.memory.aligning.table import Side

SIDES: tuple[Side, ...] = ("german", "english")


def sentences(*texts: str) -> tuple[Sentence, ...]:
    """Sentences; one that begins with ¶ begins a paragraph."""
    paragraph, found = 0, []
    for text in texts:
        paragraph += text.startswith("¶")
        found.append(Sentence(text.lstrip("¶"), paragraph))
    return tuple(found)


def shown(german: Sequence[Sentence], english: Sequence[Sentence], beads: Sequence[Bead]) -> list[tuple[str, str]]:
    return [
        (" ".join(one.text for one in german[a:b]), " ".join(one.text for one in english[c:d]))
        for a, b, c, d, *_ in beads
    ]


def test_sentences_stand_beside_their_english() -> None:
    german = sentences("Die Fähre fährt nicht mehr.", "Taucher fanden einen Riss.", "Das Dorf hat Busse bestellt.")
    english = sentences("The ferry has stopped running.", "Divers found a crack.", "The village has hired buses.")
    assert [bead[:4] for bead in aligned(german, english)] == [(0, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 3)]


@pytest.mark.feature("aligning old translations")
def test_one_may_be_two_and_two_may_be_one() -> None:
    german = sentences(
        "Taucher fanden einen Riss in der Ruderanlage.",
        "Das Schiff wurde in das Dock geschleppt.",
        "Im Krankenhaus, das auf der anderen Seite liegt, arbeiten viele Pendler aus dem Dorf.",
    )
    english = sentences(
        "Divers found a crack in the rudder, and the ship was towed into dock.",
        "Many commuters from the village work at the hospital.",
        "It lies on the other side.",
    )
    assert [bead[:4] for bead in aligned(german, english)] == [(0, 2, 0, 1), (2, 3, 1, 3)]


def test_what_has_no_partner_stands_alone() -> None:
    german = sentences(
        "Die Fähre fährt nicht mehr.", "Das kostet 480 Millionen Kronen.", "Das Dorf hat Busse bestellt."
    )
    english = sentences(
        "The ferry has stopped running.", "She has three small children at home.", "The village has hired buses."
    )
    found = shown(german, english, aligned(german, english))
    assert ("Die Fähre fährt nicht mehr.", "The ferry has stopped running.") in found
    assert ("Das kostet 480 Millionen Kronen.", "") in found
    assert ("", "She has three small children at home.") in found
    assert ("Das Dorf hat Busse bestellt.", "The village has hired buses.") in found


def test_a_document_may_have_a_long_stretch_more() -> None:
    german = sentences(*(f"Der Bericht Nummer {n} kam am Montag nach Norrvik." for n in range(5, 60)))
    english = sentences(*(f"Report number {n} came to Norrvik on Monday." for n in (*range(5, 10), *range(50, 60))))
    pairs = [bead for bead in aligned(german, english) if bead.is_pair]
    assert [(bead.german, bead.english) for bead in pairs] == [
        *((n, n) for n in range(5)),
        *((n + 45, n + 5) for n in range(10)),
    ] and all(bead.shape[0] == 1 for bead in pairs)


def test_a_long_stretch_more_is_passed_over_though_nothing_in_it_is_rare() -> None:
    more = ["He said so.", "They came.", "It was late.", "Nobody knew.", "She went home."] * 16
    english = sentences("The ferry has stopped running.", *more, "The village has hired buses.")
    german = sentences("Die Fähre fährt nicht mehr.", "Das Dorf hat Busse bestellt.")
    pairs = [bead[:4] for bead in aligned(german, english) if bead.is_pair]
    assert pairs == [(0, 1, 0, 1), (1, 2, 81, 82)]


@pytest.mark.parametrize(("german", "english"), [(21, 2_000), (2_000, 21), (250, 250)])
def test_where_nothing_is_alike_there_is_a_way_through_all_the_same(german: int, english: int) -> None:
    ours, theirs = sentences(*["Hm."] * german), sentences(*["Well then."] * english)
    assert whole(aligned(ours, theirs), german, english)


def test_a_package_is_asked_about_what_is_in_doubt_alone_and_no_more_than_allowed() -> None:
    german = sentences("Die Fähre fährt nicht mehr.", "Ja, nun.", "Wer weiß.", "Das Dorf hat Busse bestellt.")
    english = sentences("The ferry has stopped running.", "Oh well.", "Anyone's guess.", "The village has hired buses.")
    asked: list[tuple[str, str]] = []

    def judge(pairs: Sequence[tuple[str, str]]) -> list[float]:
        asked.extend(pairs)
        return [
            -0.5 if pair in {("Ja, nun.", "Oh well."), ("Wer weiß.", "Anyone's guess.")} else -6.0 for pair in pairs
        ]

    found = shown(german, english, aligned(german, english, judge))
    assert ("Ja, nun.", "Oh well.") in found
    assert ("Wer weiß.", "Anyone's guess.") in found
    assert 0 < len(asked) <= 100
    asked.clear()
    aligned(german, english, judge, most_asked=3)
    assert len(asked) <= 3


def test_words_are_looked_up_all_at_once() -> None:
    found = english_words(["fähre", "riss", "gibtesnicht", "beeilen"])
    assert "ferry" in found["fähre"]
    assert "crack" in found["riss"]
    assert "hurry" in found["beeilen"]
    assert "gibtesnicht" not in found


TEXTS = st.lists(
    st.builds(Sentence, st.text(st.characters(codec="utf-8"), max_size=30), st.just(0)),
    max_size=12,
).map(tuple)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_sentence_is_in_exactly_one_bead_in_order(
    german: tuple[Sentence, ...], english: tuple[Sentence, ...]
) -> None:
    assert whole(aligned(german, english), len(german), len(english))


# What a person makes of it


def table(*shapes: tuple[int, int]) -> Table:
    """A table with lines of these shapes."""
    lines, i, j = [], 0, 0
    for many, much in shapes:
        lines.append(Line(Bead(i, i + many, j, j + much)))
        i, j = i + many, j + much
    german = tuple(Sentence(f"Satz {n}.") for n in range(i))
    return Table(german, tuple(Sentence(f"Sentence {n}.") for n in range(j)), tuple(lines))


def shapes(of: Table) -> list[tuple[int, int]]:
    return [line.bead.shape for line in of.lines]


def test_lines_are_joined_and_split() -> None:
    there = table((1, 1), (1, 0), (2, 1))
    assert shapes(there.joined(0)) == [(2, 1), (2, 1)]
    assert shapes(there.joined(2)) == shapes(there)
    assert shapes(there.split(0)) == [(1, 0), (0, 1), (1, 0), (2, 1)]
    assert shapes(there.split(1)) == shapes(there)
    assert shapes(there.split(2)) == [(1, 1), (1, 0), (1, 1), (1, 0)]
    assert shapes(table((2, 3)).split(0)) == [(1, 1), (1, 2)]


def test_a_boundary_is_moved_on_either_side() -> None:
    there = table((2, 1), (1, 2))
    assert shapes(there.moved_down(0, "german")) == [(1, 1), (2, 2)]
    assert shapes(there.moved_up(0, "english")) == [(2, 2), (1, 1)]
    assert shapes(there.moved_down(0, "english")) == [(2, 0), (1, 3)]
    assert shapes(there.moved_down(1, "english")) == [(2, 1), (1, 1), (0, 1)]
    assert shapes(there.moved_up(1, "german")) == shapes(there)


def test_a_line_that_has_nothing_left_is_gone() -> None:
    assert shapes(table((1, 0), (1, 1)).moved_down(0, "german")) == [(2, 1)]
    assert shapes(table((1, 1), (0, 1)).moved_up(0, "english")) == [(1, 2)]


def test_dropped_is_no_pair_and_accepted_is_in_no_doubt() -> None:
    lines = (Line(Bead(0, 1, 0, 1, sure=0.1)), Line(Bead(1, 2, 1, 2, sure=0.9)), Line(Bead(2, 3, 2, 2, sure=0.0)))
    there = Table(table((3, 2)).german, table((3, 2)).english, lines)
    assert [line.in_doubt for line in there.lines] == [True, False, True]
    assert there.next_doubt(-1) == 0
    assert there.next_doubt(0) == 2
    assert there.next_doubt(2, -1) == 0
    dropped = there.dropped(0)
    assert not dropped.lines[0].is_pair
    assert not dropped.lines[0].in_doubt
    assert dropped.dropped(0) == there
    assert there.accepted(0).next_doubt(-1) == 2
    assert [line.accepted for line in there.accepted_sure().lines] == [False, True, False]


def test_two_and_two_are_crossed_and_crossed_back_wherever_they_stand() -> None:
    for made in ([(2, 2)], [(1, 1), (1, 1)], [(1, 0), (1, 1), (0, 1)], [(2, 0), (0, 2)]):
        there = table((1, 1), *made, (1, 1))
        crossed = there.crossed(1)
        assert shapes(crossed) == [(1, 1)] * 4
        assert [one.text for one in crossed.english] == [there.english[at].text for at in (0, 2, 1, 3)]
        assert crossed.crossed(1).english == there.english
    assert table((2, 1), (1, 1)).crossed(0) == table((2, 1), (1, 1))
    assert table((1, 1)).crossed(0) == table((1, 1))


ACTS: dict[str, Callable[[Table, int], Table]] = {
    "join": lambda there, at: there.joined(at),
    "split": lambda there, at: there.split(at),
    "cross": lambda there, at: there.crossed(at),
    "drop": lambda there, at: there.dropped(at),
    "accept": lambda there, at: there.accepted(at),
    "accept sure": lambda there, at: there.accepted_sure(),
    **{f"{side} down": partial(Table.moved_down, side=side) for side in SIDES},
    **{f"{side} up": partial(Table.moved_up, side=side) for side in SIDES},
}


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2)]), min_size=1, max_size=6),
    st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 20)), max_size=20),
)
def test_whatever_is_done_every_sentence_stays_in_one_line(
    made: list[tuple[int, int]], acts: list[tuple[str, int]]
) -> None:
    there = table(*made)
    for name, at in acts:
        there = ACTS[name](there, at % len(there.lines))
        assert whole([line.bead for line in there.lines], len(there.german), len(there.english)), name


@pytest.mark.parametrize("at", range(3))
def test_joining_and_splitting_by_moving_are_each_others_way_back(at: int) -> None:
    there = table((1, 1), (1, 1), (1, 1), (1, 1))
    assert shapes(there.joined(at).split(at)) == shapes(there)
    assert shapes(there.moved_down(at, "german").moved_up(at, "german")) == shapes(there)
