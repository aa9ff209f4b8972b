"""What drafting asks of packages is counted by what it is asked for."""

from __future__ import annotations

from harness.engine_calls import counted
from harness.long_sentence import LONG
from workbench.engine import Drafter, embedded_package
from workbench.engine.argos.engine import ArgosEngine


def test_questions_to_packages_are_counted_while_they_are_and_no_longer() -> None:
    drafter = Drafter(embedded_package(), repairs=False)
    with counted() as counts:
        drafter.draft([("Es regnet.", ()), ("Der Zug kam spät.", ())])
        drafter.align("Es regnet.", "It is raining.")
    assert counts == {
        "calls that decoded": 1,
        "sentences decoded": 2,
        "calls that aligned": 1,
        "sentences aligned": 1,
    }
    drafter.draft([("Es schneit.", ())])
    assert counts["calls that decoded"] == 1
    assert ArgosEngine.translate.__name__ == "translate"


def test_the_long_sentence_is_as_long_as_it_says() -> None:
    assert 1_400 < len(LONG) < 1_500
    assert LONG.count(".") == 1
