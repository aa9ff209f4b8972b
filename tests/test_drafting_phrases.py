"""Idioms that the package translates word by word have the dictionary's English in the drafts."""

from __future__ import annotations

import pytest

from workbench.dictionary.idioms import IDIOMS, idioms_in
from workbench.engine import Drafter, embedded_package
from workbench.glossary import Entry, Glossary

WORD_BY_WORD = (
    ("Der Trainer warf nach der Niederlage das Handtuch.", "threw in the towel"),
    ("Er führte seine Gäste jahrelang an der Nase herum.", "led his guests up the garden path"),
    ("Krähen stehen unter Naturschutz.", "Crows are protected."),
)


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


def found(german: str) -> list[str]:
    return [idiom.infinitive for idiom in idioms_in(german)]


@pytest.mark.parametrize(
    ("german", "verb"),
    [
        ("Am Ende zog der Vermieter den Kürzeren.", "ziehen"),
        ("Er hat die Flinte nicht ins Korn geworfen.", "werfen"),
        ("Der Senator redete um den heißen Brei herum.", "herumreden"),
        ("Sie drohte, ihn an der Nase herumzuführen.", "herumführen"),
        ("Auf der Kippe steht die Reform.", "stehen"),
        ("Ihre Zelte bricht sie ab.", "abbrechen"),
    ],
)
def test_an_idiom_is_found_in_whatever_form(german: str, verb: str) -> None:
    assert found(german) == [verb]


@pytest.mark.parametrize(
    "german",
    [
        "Der Schneider zog den kürzeren Mantel an.",
        "Nach dem Baden warf das Kind das Handtuch in den Korb.",
        "Die Kippe lag noch glühend auf der Treppe.",
        "Das Handtuch lag da, und er warf den Ball.",
        "",
    ],
)
def test_its_words_alone_are_no_idiom(german: str) -> None:
    assert found(german) == []


@pytest.mark.parametrize(("german", "english"), WORD_BY_WORD)
def test_an_idiom_that_was_translated_word_by_word_is_put_right(drafter: Drafter, german: str, english: str) -> None:
    (before,) = Drafter(embedded_package(), readings=False).draft([(german, ())])
    (after,) = drafter.draft([(german, ())])
    assert english not in before.english and english in after.english
    assert [word.way for word in after.words].count("phrase") == 1


def test_a_term_of_the_glossary_is_not_overruled(drafter: Drafter) -> None:
    german = WORD_BY_WORD[0][0]
    glossary = Glossary([Entry(("Handtuch",), "bath towel")])
    (draft,) = drafter.draft([(german, glossary.find(german))])
    assert "bath towel" in draft.english
    assert not [word for word in draft.words if word.way == "phrase"]


def test_each_line_of_the_list_is_an_idiom_with_its_english() -> None:
    for line in IDIOMS.read_text(encoding="utf-8").splitlines():
        german, parted, english = line.partition("\t")
        assert parted and len(german.split()) > 2 and all(one.startswith("to ") for one in english.split("; ")), line


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Die Regierung ließ die Bauern im Stich.", "let the farmers down"),
        ("Die Bank hat ihre Kunden im Stich gelassen.", "abandoned its customers"),
        ("Sie wollte ihre Freunde nicht im Stich lassen.", "abandon her friends"),
    ],
)
def test_an_idiom_that_a_draft_says_in_no_way_is_given_between_markers(german: str, english: str) -> None:
    (draft,) = Drafter(embedded_package()).draft([(german, ())])
    assert english in draft.english
    assert [(word.german, word.way) for word in draft.words] == [("im Stich", "phrase")]


def test_what_a_draft_says_already_is_not_given() -> None:
    (draft,) = Drafter(embedded_package()).draft([("Der Verbündete lässt uns im Stich.", ())])
    assert "lets us down" in draft.english
    assert not draft.words
