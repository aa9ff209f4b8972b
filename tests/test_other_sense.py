"""English that says another thing than its German gives way to the dictionary's. The package is the real one."""

import pytest

from workbench.engine import Drafter, embedded_package
from workbench.engine.words.other_sense import says_another_thing

DRAFTER = Drafter(embedded_package())


@pytest.mark.parametrize(
    ("german", "english"),
    [("Libanesen", "bananas"), ("Kränen", "crows"), ("Bäcker", "beaker"), ("Wehmut", "madness"), ("Kreide", "crew")],
)
def test_what_nothing_in_the_dictionary_joins_says_another_thing(german: str, english: str) -> None:
    assert says_another_thing(german, english)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Kränen", "cranes"),
        ("Wohnungen", "housing"),
        ("Gründung", "establishment"),
        ("Rückgang", "drop"),
        ("Präsidenten", "presidents"),
        ("unterlassen", "leave"),
        ("Haus", "hosue"),
        ("Hauus", "crew"),
    ],
)
def test_what_may_be_meant_or_is_not_known_says_no_other_thing(german: str, english: str) -> None:
    assert not says_another_thing(german, english)


@pytest.mark.parametrize(
    ("german", "wrong", "right"),
    [
        ("Er ist ein anständiger Bäcker.", "beaker", "baker"),
        ("Nach dem Abschied verspürte sie ein wenig Wehmut.", "madness", "wistfulness"),
        ("Die Strategen der Bank rechnen mit weniger Wachstum.", "bets", "strategists"),
    ],
)
def test_another_thing_gives_way_to_the_dictionary(german: str, wrong: str, right: str) -> None:
    (before,) = Drafter(embedded_package(), repairs=False).draft([(german, ())])
    (draft,) = DRAFTER.draft([(german, ())])
    assert wrong in before.english
    assert right in draft.english
    assert wrong not in draft.english
    assert right in [word.english for word in draft.words]


@pytest.mark.parametrize(
    "german", ["Die Angehörigen der Opfer trauern.", "Der Umzug an den Fluss kostete viel Geld.", "Sie stapeln Kisten."]
)
def test_what_is_right_or_sure_stays(german: str) -> None:
    (draft,) = DRAFTER.draft([(german, ())])
    assert not draft.words
