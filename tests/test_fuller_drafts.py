"""What the four best drafts of a sentence lost is looked for in the sixteen of a wide beam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from tests.told_engine import ToldEngine
from workbench.engine import embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.free_drafts import free_drafts
from workbench.engine.lent import with_lender
from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.sentence.covering import A_WORD, NEXT_BEST, WIDE, best_covering, fuller
from workbench.engine.sentence.losses import words_lost

GERMAN = "Der Minister sprach gestern über die Brücke, und die Feuerwehr löschte den Brand in der Lagerhalle."
WHOLE = "The minister talked about the bridge yesterday, and the fire brigade extinguished the fire in the warehouse."
SHORT = "The minister talked about the bridge yesterday."


@pytest.fixture(scope="module")
def engine() -> ArgosEngine:
    return ArgosEngine(embedded_package())


@dataclass
class Counting(ToldEngine):
    """Told, and counts how many drafts of how many sentences it was asked for."""

    wanted: list[tuple[int, int]] = field(default_factory=list)

    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        self.wanted.append((len(texts), number))
        return super().translate(texts, number, varied=varied)


def hypothesis(engine: ArgosEngine, english: str, score: float) -> Hypothesis:
    [attention] = engine.attention([GERMAN], [english])
    return Hypothesis(english, score, attention=attention)


def drafted(engine: ArgosEngine, *drafts: Hypothesis) -> tuple[str, Counting]:
    """The free draft of GERMAN by an engine with these drafts of it."""
    told = Counting(drafts={GERMAN: drafts})
    able: Abilities = replace(with_lender(engine, engine), engine=told, aligns=told)
    return free_drafts([GERMAN], able, repairs=True)[0].english, told


def test_a_clause_that_all_of_the_four_best_left_out_comes_back_from_a_wide_beam(engine: ArgosEngine) -> None:
    short = hypothesis(engine, SHORT, -0.2)
    english, told = drafted(engine, *[short] * NEXT_BEST, hypothesis(engine, WHOLE, -0.3))
    assert english == WHOLE
    assert told.wanted == [(1, NEXT_BEST), (1, WIDE)]


def test_a_draft_that_lost_nothing_is_decoded_once(engine: ArgosEngine) -> None:
    english, told = drafted(engine, hypothesis(engine, WHOLE, -0.2), hypothesis(engine, SHORT, -0.3))
    assert english == WHOLE
    assert told.wanted == [(1, NEXT_BEST)]


def test_a_fuller_draft_that_is_far_less_likely_is_not_taken(engine: ArgosEngine) -> None:
    """Each German word that it has more may cost it so much and no more."""
    short = best_covering(GERMAN, [hypothesis(engine, SHORT, -0.2)] * NEXT_BEST)
    assert short.lost >= 3
    likely = hypothesis(engine, WHOLE, -0.2 - A_WORD * short.lost + 0.01)
    assert fuller(GERMAN, short, [likely]).english == WHOLE
    assert fuller(GERMAN, short, [replace(likely, score=likely.score - 0.02)]).english == SHORT


def test_a_fuller_draft_with_something_wrong_is_not_taken(engine: ArgosEngine) -> None:
    short = best_covering(GERMAN, [hypothesis(engine, SHORT, -0.2)] * NEXT_BEST)
    looped = hypothesis(engine, WHOLE.replace("the fire in", "the fire the fire the fire in"), -0.2)
    assert fuller(GERMAN, short, [looped]).english == SHORT


def test_a_draft_with_something_else_wrong_is_made_again_instead(engine: ArgosEngine) -> None:
    looped = hypothesis(engine, "The minister talked about the bridge the bridge the bridge.", -0.2)
    _, told = drafted(engine, *[looped] * NEXT_BEST)
    assert told.wanted == [(1, NEXT_BEST), (1, 4)]


def test_the_package_itself_says_more_in_a_wide_beam(engine: ArgosEngine) -> None:
    german = (
        "Hunderte Bergleute warteten im Regen, als die Särge ins Tal gebracht wurden, um von denen Abschied zu nehmen, "
        "die beim Einsturz der Brücke getötet worden waren."
    )
    [few] = engine.translate([german], NEXT_BEST)
    [draft] = free_drafts([german], with_lender(engine, engine), repairs=True)
    assert best_covering(german, few).lost >= 3
    assert words_lost(german, draft.english, draft.attention) == 0
    assert "killed" in draft.english
