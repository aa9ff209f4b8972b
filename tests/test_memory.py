"""Sentence pairs for a translation memory: what belongs together, and when a paragraph stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.memory import coded_pairs, sentence_pairs
from workbench.memory.alignment import align
from workbench.memory.sentences import english_sentences
from workbench.text import Code, Inline
from workbench.text.inline import Kind


def test_sentences_that_stand_one_for_one_are_paired_in_order() -> None:
    german = "Der Minister reiste am 3. Mai nach Eriwan. Dort traf er Dr. Petrosjan. Beide schwiegen danach."
    english = "The minister travelled to Yerevan on 3 May. There he met Dr. Petrosyan. Both kept silent."
    assert sentence_pairs(german, english) == (
        ("Der Minister reiste am 3. Mai nach Eriwan.", "The minister travelled to Yerevan on 3 May."),
        ("Dort traf er Dr. Petrosjan.", "There he met Dr. Petrosyan."),
        ("Beide schwiegen danach.", "Both kept silent."),
    )


def test_a_german_sentence_that_became_two_english_ones_is_one_pair() -> None:
    german = (
        "Der Sprecher sagte, die Lage an der Grenze sei ruhig, man habe jedoch 400 weitere Soldaten verlegt. "
        "Aus Minsk gab es dazu zunächst keine Stellungnahme."
    )
    english = (
        "The spokesman said that the situation at the border was calm. "
        "However, another 400 soldiers had been moved. There was initially no comment from Minsk."
    )
    pairs = sentence_pairs(german, english)
    assert [(len(english_sentences(e))) for _, e in pairs] == [2, 1]
    assert pairs[1] == (
        "Aus Minsk gab es dazu zunächst keine Stellungnahme.",
        "There was initially no comment from Minsk.",
    )


def test_two_german_sentences_that_became_one_english_one_are_one_pair() -> None:
    german = "Er kam spät. Er war müde. Am Freitag unterschrieb der Ausschuss in Tiflis das erwartete Papier."
    english = "He came late, and he was tired. On Friday the committee in Tbilisi signed the awaited paper."
    assert [g for g, _ in sentence_pairs(german, english)] == [
        "Er kam spät. Er war müde.",
        "Am Freitag unterschrieb der Ausschuss in Tiflis das erwartete Papier.",
    ]


def test_numbers_and_names_decide_where_lengths_mislead() -> None:
    german = ["Im Jahr 2019 zog er nach Minsk um.", "Im Jahr 2021 zog er nach Brest um."]
    english = ["In 2019 he moved to a city.", "To Minsk.", "In 2021 to Brest."]
    assert align(german, english) == ((1, 2), (1, 1))
    nameless = [sentence.replace("Minsk", "there") for sentence in english]
    assert align(german, nameless) != ((1, 2), (1, 1))


def test_a_number_is_the_same_in_german_and_in_english_spelling() -> None:
    german = ["Es kamen 1.500.", "Dort, im Süden des Landes, wurden 23,5 Grad gemessen."]
    english = ["And 1,500 came.", "There in the south.", "It was 23.5 degrees."]
    assert align(german, english) == ((1, 1), (1, 2))


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Guten Morgen.", "Good morning. It is late. Where is the paper?"),
        ("Eins. Zwei.", "One. Two. Three. Four. Five."),
        (
            "Kurz. Danach verhandelten die beiden Delegationen bis in die Nacht über den Abzug der Truppen.",
            "After that both delegations negotiated the withdrawal of the troops until late. Soon.",
        ),
    ],
)
def test_a_paragraph_that_does_not_align_stays_whole(german: str, english: str) -> None:
    assert sentence_pairs(german, english) == ((german, english),)


def test_an_empty_side_gives_no_pair() -> None:
    assert sentence_pairs("Guten Tag.", " \n") == ()
    assert sentence_pairs("", "Good day.") == ()


def test_a_text_of_thousands_of_sentences_is_not_weighed_pair_by_pair() -> None:
    assert align(["Ja."] * 3000, ["Yes."] * 3000) is None


def test_abbreviations_and_quotes_end_no_english_sentence() -> None:
    text = "Mr. Orlov arrived at 5 p.m. on Jan. 4. “We shall see,” he told the U.S. envoy. Then he left."
    assert english_sentences(text) == (
        "Mr. Orlov arrived at 5 p.m. on Jan. 4.",
        "“We shall see,” he told the U.S. envoy.",
        "Then he left.",
    )


_PIECES = ["Er ging.", "U.S. 1,5", "„Ja“,", "sagte", "Dr.", "\n", "😀", "a.a.a", "Nein!", "—"]
_PROSE = st.lists(st.sampled_from(_PIECES))


@settings(max_examples=60, deadline=None)
@given(_PROSE.map(" ".join) | st.text(max_size=60), _PROSE.map(" ".join) | st.text(max_size=60))
def test_joined_the_pairs_are_the_two_texts_again_but_for_white_space(german: str, english: str) -> None:
    pairs = sentence_pairs(german, english)
    if german.strip() and english.strip():
        assert "".join("".join(g for g, _ in pairs).split()) == "".join(german.split())
        assert "".join("".join(e for _, e in pairs).split()) == "".join(english.split())
    assert all(g.strip() and e.strip() for g, e in pairs)


# Codes in sentence pairs


def test_codes_go_with_their_sentence_and_one_across_its_end_is_closed_and_opened_again() -> None:
    german = Inline.parsed("Der ⟨1⟩Minister⟨/1⟩ schwieg.⟨2/⟩ ⟨3⟩Dann ging er. Niemand⟨/3⟩ folgte ihm.")
    english = Inline.parsed("The ⟨1⟩minister⟨/1⟩ kept silent.⟨2/⟩ ⟨3⟩Then he left. Nobody⟨/3⟩ followed him.")
    assert [(source.shown(), target.shown()) for source, target in coded_pairs(german, english)] == [
        ("Der ⟨1⟩Minister⟨/1⟩ schwieg.⟨2/⟩", "The ⟨1⟩minister⟨/1⟩ kept silent.⟨2/⟩"),
        ("⟨3⟩Dann ging er.⟨/3⟩", "⟨3⟩Then he left.⟨/3⟩"),
        ("⟨3⟩Niemand⟨/3⟩ folgte ihm.", "⟨3⟩Nobody⟨/3⟩ followed him."),
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Er kam. ", "Sie ging nach Minsk. ", "Um 3 Uhr? ", "Ja! ", "Dr. Berg schwieg.", " "]),
        min_size=1,
    ),
    st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from("123"), st.sampled_from(("open", "close", "alone"))), max_size=6
    ),
)
def test_no_word_and_no_code_is_lost_between_the_sentences(
    parts: list[str], marks: list[tuple[int, str, Kind]]
) -> None:
    text = "".join(parts)
    codes = [Code(min(at, len(text)), name, kind) for at, name, kind in sorted(marks)]
    whole = Inline(text, tuple(codes))
    found = [source for source, _ in coded_pairs(whole, whole)]
    assert "".join("".join(source.text for source in found).split()) == "".join(text.split())
    if found:
        alone = [code.id for source in found for code in source.codes if code.kind == "alone"]
        assert alone == [code.id for code in codes if code.kind == "alone"]
        assert len([code for source in found for code in source.codes]) >= len(codes)
