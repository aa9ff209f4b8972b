"""Sentences drafted in shares, and what is known of a draft without asking the package for it again."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine import Drafter, embedded_package
from workbench.engine.alignment import word_links
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.draft import Asked, Held
from workbench.engine.shares import IN_HAND, SHARE, in_shares
from workbench.engine.terms.carried import carried

GERMAN = "Der Hund bellt laut im Garten."
ENGLISH = "The dog barks loudly in the garden."


@pytest.fixture(scope="module")
def engine() -> ArgosEngine:
    return ArgosEngine(embedded_package())


@given(st.lists(st.text("ab ", max_size=9), max_size=5 * SHARE))
def test_shares_come_back_in_the_order_of_the_sentences(texts: list[str]) -> None:
    sizes: list[int] = []

    def draft(sentences: Sequence[Asked], held: Sequence[Held]) -> list[str]:
        sizes.append(len(sentences))
        return [text.upper() for text, _ in sentences]

    made = in_shares(draft, [(text, ()) for text in texts], [()] * len(texts))
    assert made == [text.upper() for text in texts]
    assert sum(sizes) == len(texts) and max(sizes) < 2 * SHARE


def test_what_fails_in_a_share_is_raised() -> None:
    def draft(sentences: Sequence[Asked], held: Sequence[Held]) -> list[str]:
        raise ValueError("no such sentence")

    with pytest.raises(ValueError, match="no such sentence"):
        in_shares(draft, [("a", ())] * 4 * SHARE, [()] * 4 * SHARE)


@pytest.mark.parametrize("number", [2, IN_HAND])
def test_some_shares_are_in_hand_at_a_time(number: int) -> None:
    together = Barrier(number, timeout=60)

    def draft(sentences: Sequence[Asked], held: Sequence[Held]) -> list[str]:
        together.wait()
        return [text for text, _ in sentences]

    texts = [str(at) for at in range(number * SHARE)]
    assert in_shares(draft, [(text, ()) for text in texts], [()] * len(texts)) == texts


def test_two_threads_draft_as_one_does() -> None:
    """The package, the dictionary and what is kept of their answers are asked by both at a time."""
    places = ("Graz", "Bremen", "Celle", "Dresden", "Essen", "Fulda", "Gera", "Halle")
    things = (
        "zwei Stickmaschinen",
        "sieben Bleisoldaten",
        "einen Kommilitonen",
        "Schlangenmenschen",
        "eine Brücke",
        "ihn",
    )
    sentences = [(f"In {place} sah sie {thing}.", ()) for place in places for thing in things]
    assert len(sentences) >= 1.5 * SHARE
    together = Drafter(embedded_package()).draft(sentences)
    one = Drafter(embedded_package())
    alone = [draft for at in range(0, len(sentences), 24) for draft in one.draft(sentences[at : at + 24])]
    for both, single in zip(together, alone, strict=True):
        assert (both.english, both.words, both.lost) == (single.english, single.words, single.lost)
    assert sum(bool(draft.words) for draft in together) >= 16


def test_a_word_put_in_looks_where_the_one_before_it_looked(engine: ArgosEngine) -> None:
    (attention,) = engine.attention([GERMAN], [ENGLISH])
    after = ENGLISH.replace("dog", "old watchdog")
    moved = carried(attention, ENGLISH, after)
    assert moved
    before = {(GERMAN[slice(*de)], ENGLISH[slice(*en)]) for de, en in word_links(GERMAN, ENGLISH, attention)}
    links = {(GERMAN[slice(*de)], after[slice(*en)]) for de, en in word_links(GERMAN, after, moved)}
    assert ("Hund", "dog") in before
    assert links >= before - {("Hund", "dog")} and ("Hund", "watchdog") in links


def test_a_draft_with_other_words_is_asked_anew(engine: ArgosEngine) -> None:
    (attention,) = engine.attention([GERMAN], [ENGLISH])
    assert carried(attention, ENGLISH, "A cat sat on the mat.") is None


def test_a_draft_tells_what_the_package_would_say_of_it(engine: ArgosEngine) -> None:
    ((draft,),) = engine.translate([GERMAN])
    (asked,) = engine.attention([GERMAN], [draft.english])
    assert draft.comparable and draft.attention
    assert draft.attention.english == asked.english
    assert word_links(GERMAN, draft.english, draft.attention) == word_links(GERMAN, draft.english, asked)
    assert not engine.translate([GERMAN], varied=True)[0][0].comparable
