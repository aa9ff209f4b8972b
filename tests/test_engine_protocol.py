"""What an engine may be: one that only translates drafts with terms, too, and is lent what it cannot do."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from workbench.engine import Drafter, embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.protocol import Aligns, Avoids, Continues, Hypothesis, Marks, Scores, abilities
from workbench.glossary import Entry, Glossary
from workbench.text import Span

GLOSSARY = Glossary(
    (Entry(("ODKB",), "CSTO", kind="organisation"), Entry(("Lukaschenko",), "Lukashenko", kind="person"))
)
SENTENCE = "Lukaschenko will die Truppen der ODKB nicht an die Grenze schicken."


class Translates:
    """The package behind a door that lets nothing through but text to translate."""

    fingerprint = "only-translates"

    def __init__(self) -> None:
        self._inner = ArgosEngine(embedded_package())

    def load(self) -> None:
        self._inner.load()

    def size(self, text: str) -> int:
        return self._inner.size(text)

    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        found = self._inner.translate(texts, number, varied=varied)
        return [[Hypothesis(one.english, one.score) for one in some] for some in found]


@pytest.fixture(scope="module")
def engine() -> ArgosEngine:
    return ArgosEngine(embedded_package())


def test_an_engine_that_only_translates_is_lent_alignment_and_scores(engine: ArgosEngine) -> None:
    able = abilities(Translates(), engine)
    assert able.scores is engine and able.aligns is engine
    assert able.continues is None and able.avoids is None and able.markers is None


def test_the_package_can_do_all_of_it_itself(engine: ArgosEngine) -> None:
    assert all(isinstance(engine, ability) for ability in (Continues, Scores, Aligns, Marks, Avoids))
    able = abilities(engine, ArgosEngine(embedded_package()))
    assert able.scores is engine and able.aligns is engine and able.markers == embedded_package().markers


def test_an_engine_that_only_translates_drafts_with_the_terms() -> None:
    drafter = Drafter(embedded_package(), Translates())
    hits = GLOSSARY.find(SENTENCE)
    (draft,) = drafter.draft([(SENTENCE, tuple(hits))])
    assert "CSTO" in draft.english and "Lukashenko" in draft.english
    assert {term.way for term in draft.terms} <= {"free", "put in", "n-best"}
    assert drafter.fingerprint != Drafter(embedded_package()).fingerprint


def test_likelihoods_say_which_characters_are_unlikely(engine: ArgosEngine) -> None:
    english = "The dog barks in the parliament."
    (good,) = engine.likelihoods(["Der Hund bellt im Garten."], ["The dog barks in the garden."])
    (odd,) = engine.likelihoods(["Der Hund bellt im Garten."], [english])
    assert len(odd.values) == len(odd.spans) + 1 and odd.total < good.total
    worst = min(range(len(odd.spans)), key=odd.values.__getitem__)
    assert odd.spans[worst].meets(Span(english.index("parliament"), len(english)))


def test_words_of_a_draft_can_be_done_without(engine: ArgosEngine) -> None:
    german = "Der Hund bellt im Garten."
    ((draft,),) = engine.translate([german])
    at = draft.english.index("garden")
    (other,) = engine.without([german], [[(draft, Span(at, at + len("garden")))]])
    assert "garden" not in other.english and "dog" in other.english
    assert engine.without([german], [[]]) == [draft]
