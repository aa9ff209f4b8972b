"""Fixed phrases of a noun and a verb: their words do not mean there what they mean alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.dictionary.phrases import is_in_phrase
from workbench.engine import Drafter, embedded_package
from workbench.engine.sentence.content_words import words_with_kinds
from workbench.text import Span


def span_of(word: str, sentence: str) -> Span:
    at = sentence.index(word)
    return Span(at, at + len(word))


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        ("Sie ließ ihre Freunde im Stich.", "Stich", "ließ"),
        ("Lässt der Minister ihn im Stich?", "Stich", "Lässt"),
        ("Im Stich lassen wollte er niemanden.", "Stich", "lassen"),
        ("Damit hat er den Frieden aufs Spiel gesetzt.", "Spiel", "gesetzt"),
        ("Er stellte seinen Vorgänger in den Schatten, wie es hieß.", "Schatten", "stellte"),
        ("Niemand wollte die Verluste in Kauf nehmen.", "Kauf", "nehmen"),
    ],
)
def test_noun_and_verb_of_a_fixed_phrase_are_known(sentence: str, noun: str, verb: str) -> None:
    assert is_in_phrase(sentence, span_of(noun, sentence)) and is_in_phrase(sentence, span_of(verb, sentence))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Der Stich tat weh.", "Stich"),
        ("Er stand im Schatten des Hauses.", "Schatten"),
        ("Sie ging in den Wald, und er ließ sie.", "Wald"),
        ("Am Abend gingen sie ins Kino.", "Kino"),
        ("Er fährt mit dem Fahrrad.", "Fahrrad"),
        ("Er blieb im Stich, und sie ließ ihn los.", "Stich"),
    ],
)
def test_a_noun_by_itself_is_in_none_nor_with_the_verb_of_another_clause(sentence: str, word: str) -> None:
    assert not is_in_phrase(sentence, span_of(word, sentence))


def test_a_draft_without_the_noun_of_a_phrase_has_lost_nothing() -> None:
    german = "Sie setzte ihre Zukunft aufs Spiel."
    assert {word.text: word.kind for word in words_with_kinds(german)}["Spiel"] == ""
    package = embedded_package()
    free = Drafter(package, repairs=False).draft([(german, ())])[0].english
    assert Drafter(package).draft([(german, ())])[0].english == free, "nothing is put in for the noun alone"


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 20))
def test_any_text_can_be_asked(text: str, start: int, length: int) -> None:
    assert is_in_phrase(text, Span(start, start + length)) in (True, False)
