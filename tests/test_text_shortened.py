"""Text without its words amid others, as sentences are looked for in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.sentences import english_sentences
from workbench.text.sentences import sentence_spans
from workbench.text.shortened import Shortened

TEXTS = st.lists(st.sampled_from(("Die", "Lage", "ist", "gut,", "z. B.", "Ende.", "„Ja", "7.", "x", "Straße", " ")))


@given(TEXTS.map(" ".join))
def test_what_is_left_stood_where_it_is_said_to_have_stood(text: str) -> None:
    short = Shortened(text)
    places = [short.at(place) for place in range(len(short.text))]
    assert "".join(text[place] for place in places) == short.text
    assert places == sorted(set(places))
    left_out = "".join(letter for place, letter in enumerate(text) if place not in set(places))
    assert not set(left_out) & set(".„“0123456789")


def test_sentences_are_found_at_their_places_in_the_whole_text() -> None:
    german = "Die Lage an der Grenze bleibt nach Angaben von dort ruhig. Der 1. Mai ist z. B. für uns ein Feiertag. Ja."
    assert [german[slice(*span)] for span in sentence_spans(german)] == [
        "Die Lage an der Grenze bleibt nach Angaben von dort ruhig.",
        "Der 1. Mai ist z. B. für uns ein Feiertag.",
        "Ja.",
    ]
    english = "The situation at the border is still calm, they say. Mr. Smith of the other one does not agree. No."
    assert english_sentences(english) == (
        "The situation at the border is still calm, they say.",
        "Mr. Smith of the other one does not agree.",
        "No.",
    )
