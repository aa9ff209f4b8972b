"""What a memory finds is what a look at every pair would find: `tests/memory_oracle.py`."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.memory_oracle import ListMemory
from workbench.memory import Match, Memory, Pair, Stretch, Trust
from workbench.memory.sealing import seal
from workbench.text import Inline

VOCABULARY = ("der", "die", "Rat", "tagt", "heute", "nicht", "in", "Minsk", "und", "3", "Mai", "spricht")
"""So few words that every one of them is a common one."""
SENTENCES = st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join) | st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6),
    st.sampled_from([".", "!", " – nein.", ", ⟨1⟩ja⟨/1⟩."]),
)
NEIGHBOURS = st.sampled_from([None, "", "Der Rat tagt.", "Minsk spricht."])
TRUSTS: st.SearchStrategy[Trust] = st.sampled_from(["reviewed", "unreviewed", "aligned"])
PAIRS = st.builds(
    lambda german, english, before, after, trust, made: Pair(
        Inline.parsed(german), Inline(english), before, after, trust=trust, made=made
    ),
    SENTENCES,
    st.sampled_from(["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven."]),
    NEIGHBOURS,
    NEIGHBOURS,
    TRUSTS,
    st.sampled_from(["", "2024-01-01T00:00:00Z", "2025-06-30T12:00:00Z"]),
)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    opened = Memory.open(tmp_path / "memory.sqlite")
    yield opened
    opened.close()


def ranked(matches: Sequence[Match]) -> list[tuple[object, ...]]:
    return [
        (one.percent, one.penalty, one.why, one.pair.source, one.pair.target, one.likeness, one.pair.trust)
        for one in matches
    ]


def sealed(memory: Memory) -> None:
    for _ in seal(memory._file, memory._postings, 1):
        pass


@SLOW
@given(st.lists(PAIRS, max_size=40), st.lists(PAIRS, max_size=10), SENTENCES, st.sampled_from([50, 70, 85]))
def test_the_five_best_are_the_five_best(early: list[Pair], late: list[Pair], german: str, least: int) -> None:
    """Wherever the pairs are: in the lists of the file, or added since."""
    oracle, memory, text = ListMemory(), Memory.open(None), Inline.parsed(german)
    assert memory.add(early) == oracle.add(early)
    sealed(memory)
    assert ranked(memory.fuzzy(text, least)) == ranked(oracle.fuzzy(text, least))
    assert memory.add(late) == oracle.add(late)
    assert ranked(memory.fuzzy(text, least)) == ranked(oracle.fuzzy(text, least))
    assert ranked(memory.fuzzy(text, least, most=2)) == ranked(oracle.fuzzy(text, least, most=2))
    sealed(memory)
    assert ranked(memory.fuzzy(text, least)) == ranked(oracle.fuzzy(text, least))
    memory.close()


@SLOW
@given(st.lists(PAIRS, max_size=40), SENTENCES, NEIGHBOURS, NEIGHBOURS)
def test_exact_matches_and_their_contexts(
    pairs: list[Pair], german: str, before: str | None, after: str | None
) -> None:
    oracle, memory, text = ListMemory(), Memory.open(None), Inline.parsed(german)
    memory.add(pairs)
    oracle.add(pairs)
    assert ranked(memory.exact(text, before, after)) == ranked(oracle.exact(text, before, after))
    memory.close()


def shown(stretches: Sequence[Stretch]) -> list[tuple[object, ...]]:
    return [(one.here, one.pair.source.text[one.there.start : one.there.end]) for one in stretches]


@SLOW
@given(st.lists(PAIRS, max_size=30), SENTENCES)
def test_the_longest_stretches(pairs: list[Pair], german: str) -> None:
    oracle, memory, text = ListMemory(), Memory.open(None), Inline.parsed(german)
    memory.add(pairs)
    oracle.add(pairs)
    assert shown(memory.stretches(text)) == shown(oracle.stretches(text))
    sealed(memory)
    assert shown(memory.stretches(text)) == shown(oracle.stretches(text))
    memory.close()


PLACED = st.lists(PAIRS, max_size=5)
ACTS = st.one_of(
    st.tuples(st.just("add"), st.lists(PAIRS, max_size=6)),
    st.tuples(st.just("put_paragraph"), st.sampled_from(["a.txt", "b.txt"]), st.integers(0, 3), PLACED),
    st.tuples(st.just("put_document"), st.sampled_from(["a.txt", "b.txt"]), st.just("stamp"), PLACED),
    st.tuples(st.just("move_places"), st.just("a.txt"), st.integers(1, 3), st.sampled_from([-1, 1, 2])),
    st.tuples(st.just("forget_documents"), st.sampled_from([("a.txt",), ("b.txt",), ()])),
    st.tuples(st.just("stamp"), st.just("a.txt"), st.sampled_from(["one", "two"])),
    st.tuples(st.just("clear")),
    st.tuples(st.just("seal")),
)  # fmt: skip


@SLOW
@given(st.lists(ACTS, max_size=12), SENTENCES)
def test_whatever_is_done_to_it_it_has_what_it_was_given(acts: list[tuple[Any, ...]], german: str) -> None:
    oracle, memory = ListMemory(), Memory.open(None)
    for name, *told in acts:
        if name == "seal":
            sealed(memory)
            continue
        getattr(memory, name)(*told)
        getattr(oracle, name)(*told)
    assert sorted(map(repr, memory.pairs())) == sorted(map(repr, oracle.pairs()))
    assert memory.stamps() == oracle.stamps()
    for document in ("a.txt", "b.txt"):
        assert memory.contents(document) == oracle.contents(document)
    text = Inline.parsed(german)
    assert ranked(memory.fuzzy(text)) == ranked(oracle.fuzzy(text))
    memory.close()


def made(count: int) -> list[Pair]:
    """Sentences of few words, many of them alike."""
    choice = random.Random(16)
    words = [*VOCABULARY, *(f"Wort{number}" for number in range(300))]
    texts = (" ".join(choice.choices(words, k=choice.randint(1, 14))) for _ in range(count))
    return [Pair(Inline(text), Inline(f"English {number}.")) for number, text in enumerate(texts)]


def test_thousands_of_pairs_go_into_the_lists_and_out_of_them(memory: Memory) -> None:
    pairs, oracle = made(9_000), ListMemory()
    assert memory.add(pairs) == 9_000
    oracle._rows = dict(enumerate(pairs, start=1))
    with memory._file.reading() as connection:
        assert connection.execute("SELECT count(*) FROM tail").fetchone() == (0,)
    for pair in pairs[::1500]:
        assert ranked(memory.fuzzy(pair.source)) == ranked(oracle.fuzzy(pair.source))
    memory.put_document("a.txt", "", pairs[:10])
    assert memory.add(pairs) == 0


def test_lists_are_made_anew_when_most_of_their_pairs_are_gone(memory: Memory) -> None:
    pairs = [Pair(pair.source, pair.target, place=place) for place, pair in enumerate(made(14_000))]
    memory.put_document("a.txt", "", pairs)
    for _ in memory.seal():
        pass
    memory.put_document("a.txt", "", pairs[:500])
    for _ in memory.seal():
        pass
    with memory._file.reading() as connection:
        assert connection.execute("SELECT count(*) FROM posting").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM tail").fetchone() == (500,)
    assert memory.exact(pairs[7].source)
    assert memory.fuzzy(pairs[7].source)[0].percent == 100
    assert memory.fuzzy(Inline("Wort299 Wort298 Wort297 Wort296")) == ()


def test_lists_that_were_made_by_other_rules_are_made_anew(memory: Memory) -> None:
    pairs = made(5_000)
    memory.add(pairs)
    for _ in memory.seal():
        pass
    with memory._file.writing() as connection:
        connection.execute("UPDATE meta SET value = 0 WHERE key = 'code'")
        connection.execute("DELETE FROM posting")
        connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
    assert memory.fuzzy(pairs[70].source) == ()
    for _ in memory.seal():
        pass
    assert memory.fuzzy(pairs[70].source)[0].percent == 100


def test_a_pair_is_there_at_once_for_everybody(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    one, other = Memory.open(path), Memory.open(path)
    assert other.fuzzy(Inline("Der Rat tagt heute.")) == ()
    one.add([Pair(Inline("Der Rat tagt heute nicht."), Inline("The council does not meet today."))])
    assert [match.percent for match in other.fuzzy(Inline("Der Rat tagt heute."))] == [80]
    sealed(one)
    assert [match.percent for match in other.fuzzy(Inline("Der Rat tagt heute."))] == [80]
    one.clear()
    assert other.fuzzy(Inline("Der Rat tagt heute.")) == ()
    one.close()
    other.close()


def test_many_threads_ask_while_one_writes_and_puts_in_order(memory: Memory) -> None:
    pairs, wrong = made(1_200), []
    memory.add(pairs[:200])
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            for pair in pairs[:200:20]:
                found = memory.fuzzy(pair.source)
                if not found or found[0].percent != 100:
                    wrong.append(pair)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for start in range(200, 1_200, 100):
        memory.add(pairs[start : start + 100])
        sealed(memory)
    done.set()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.feature("penalties")
def test_penalties_are_taken_off_last_and_never_more_than_thirty(memory: Memory) -> None:
    text = Inline("Der Rat tagt heute in Minsk.")
    memory.add([Pair(text, Inline("A."), trust="aligned"), Pair(text, Inline("B."), trust="unreviewed")])
    assert memory.exact(text) == ()
    assert [(one.percent, one.penalty, one.why) for one in memory.fuzzy(text)] == [
        (97, 3, "aligned"),
        (95, 5, "unreviewed"),
    ]
    assert [one.percent for one in memory.fuzzy(text, penalty=lambda pair: (200, "far away"))] == [70, 70]
    assert memory.fuzzy(text, least=75, penalty=lambda pair: (200, "far away")) == ()


def test_the_same_english_is_offered_once(memory: Memory) -> None:
    english = Inline("The council meets.")
    memory.add(Pair(Inline(german), english) for german in ("Der Rat tagt.", "Der Rat tagt!", "Die Räte tagen."))
    assert [(one.percent, one.pair.source.text) for one in memory.fuzzy(Inline("Der Rat tagt."))] == [
        (100, "Der Rat tagt.")
    ]


def test_the_project_s_neighbours_come_out_as_they_went_in(memory: Memory) -> None:
    pair = Pair(
        Inline.parsed("Der ⟨1⟩neue⟨/1⟩ Rat tagt."),
        Inline.parsed("The ⟨1⟩new⟨/1⟩ council meets."),
        "Davor.",
        "",
        "a.txt",
        3,
        "aligned",
        "2024-02-29T08:00:00Z",
        "anna",
        "en-GB",
    )
    memory.add([pair])
    assert list(memory.pairs()) == [pair]
