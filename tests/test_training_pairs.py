"""What the training of the program's own package reads (training/): which pairs, and what they teach."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.align import grown
from training.corpus import HeldOut, distilled, is_usable, parted, sampled
from training.markers import copied, marked, terms
from training.pairs import Pair
from training.text import CLOSE, OPEN, Linked, joined, linked, shouted, tidy, tokens, unended, written

WORDS = st.lists(
    st.sampled_from(
        ["Der", "der", "Kanzler", "ODKB-Gipfel", "Eriwan,", "sagte", "(er)", "35.000", "⟦x⟧", "–", "„so“."]
    ),
    max_size=12,
)
PAIR = linked("Gestern tagte die ODKB in Eriwan.", "Yesterday the CSTO met in Yerevan.",
              frozenset({(0, 0), (1, 3), (2, 1), (3, 2), (4, 4), (5, 5), (6, 6)}))  # fmt: skip


def text_of(pair: Linked) -> tuple[str, str]:
    return written(pair.german)[0], written(pair.english)[0]


# --- what is left out of the corpus


def test_a_test_sentence_and_its_near_copy_are_never_trained_on() -> None:
    held = HeldOut(["Die Kanzlerin sprach am Montag in Berlin über die neuen Hilfen für Familien."])
    assert "die Kanzlerin sprach am Montag in Berlin über die neuen Hilfen für Familien" in held
    assert "Wie gemeldet, sprach am Montag in Berlin über die neuen Hilfen auch der Minister." in held
    assert "Die Kanzlerin sprach am Montag in Berlin." not in held


def test_pairs_that_are_no_translation_by_their_look_are_left_out() -> None:
    good = Pair("Die Lage ist ernst.", "The situation is serious.", "news_wmt")
    assert is_usable(good)
    assert not is_usable(
        Pair("The situation is serious and the talks are over.", "Die Lage ist ernst, die Gespräche sind aus.", "x")
    )
    assert not is_usable(Pair("123 – 456 – 789", "123 – 456 – 789", "x"))
    assert not is_usable(Pair("Ja, so ist es wohl, sagte er.", "Yes. " * 40, "x"))


def test_held_out_pairs_share_no_sentence_with_the_training() -> None:
    pairs = [
        Pair(f"Das ist der Satz mit der Nummer {n}.", f"This is sentence number {n}.", "news_wmt") for n in range(40)
    ]
    training, held_out = parted([*pairs, pairs[0]], 4)
    assert len(held_out) == 4
    assert not {pair.german for pair in held_out} & {pair.german for pair in training}


def test_a_sample_has_more_of_what_weighs_more() -> None:
    pairs = [Pair(f"Satz {n}", f"Sentence {n}", source) for n in range(300) for source in ("news_wmt", "debian_ding")]
    kept = sampled(pairs, 1 / 3)
    assert sum(pair.source == "news_wmt" for pair in kept) == 300
    assert 0 < sum(pair.source == "debian_ding" for pair in kept) < 60


def test_distilling_prefers_what_larger_models_made_of_the_german() -> None:
    free, close, closer = (
        Pair("Die Lage ist ernst.", english, "news_wmt") for english in ("Oh dear.", "It is.", "Grave.")
    )
    alone = Pair("Wir warten.", "We wait.", "news_wmt")
    twice = [Pair("Ja.", "Yes.", "gen_x"), Pair("Ja.", "Right.", "gen_x")]
    assert distilled([free, alone, close, *twice, closer]) == [alone, close, *twice, closer, close, closer]


# --- what the pairs teach


@given(st.text())
def test_tokens_lose_nothing_of_a_tidy_text(text: str) -> None:
    tidied = tidy(text)
    assert written(tokens(tidied))[0] == tidied


@given(WORDS, WORDS, st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11))), st.integers())
def test_whatever_the_links_what_stands_in_markers_stands_in_the_english(
    german: list[str], english: list[str], links: set[tuple[int, int]], seed: int
) -> None:
    pair = linked(tidy(" ".join(german)), tidy(" ".join(english)), frozenset(links))
    source, target = text_of(marked(pair, random.Random(seed)))
    for term in re.findall(f"{OPEN}(.*?){CLOSE}", source):
        assert term in target
    assert OPEN not in target and CLOSE not in target


def test_terms_are_given_in_the_german_and_stay_in_the_english() -> None:
    assert {
        text_of(PAIR)[1].split()[term.english.start] for term in terms(PAIR) if term.german.end - term.german.start == 1
    } >= {
        "CSTO",
        "met",
    }
    made = {text_of(marked(PAIR, random.Random(seed))) for seed in range(60)}
    assert ("Gestern tagte die ⟦CSTO⟧ in ⟦Yerevan⟧.", "Yesterday the CSTO met in Yerevan.") in made
    assert text_of(PAIR) in made
    assert any(english != text_of(PAIR)[1] for _, english in made), "no random string was ever given"


def test_a_marked_term_is_parted_from_its_compound_and_keeps_its_possessive() -> None:
    pair = linked("Beim ODKB-Gipfel", "At the CSTO summit", frozenset({(0, 0), (1, 2), (3, 3)}))
    assert "Beim ⟦CSTO⟧ Gipfel" in {text_of(marked(pair, random.Random(seed)))[0] for seed in range(60)}
    pair = linked("Über Lukaschenkos Rede", "On Lukashenko's speech", frozenset({(0, 0), (1, 1), (2, 2)}))
    assert "Über ⟦Lukashenko⟧s Rede" in {text_of(marked(pair, random.Random(seed)))[0] for seed in range(60)}


def test_figures_and_names_are_swapped_on_both_sides() -> None:
    pair = linked("Am 4. Mai kam Merkel mit 35.000 Euro.", "On May 4 came Merkel with 35.000 euros.")
    for seed in range(20):
        german, english = (set(re.findall(r"[\w.]+", text)) for text in text_of(copied(pair, random.Random(seed))))
        assert {word.strip(".") for word in german if re.search(r"\d{2}", word)} == {
            word.strip(".") for word in english if re.search(r"\d{2}", word)
        }
    assert any("Merkel" not in " ".join(text_of(copied(pair, random.Random(seed)))) for seed in range(20))


def test_headlines_titles_and_paragraphs_are_made_of_sentences() -> None:
    assert text_of(shouted(PAIR))[0] == "GESTERN TAGTE DIE ODKB IN ERIWAN."
    assert text_of(unended(PAIR)) == ("Gestern tagte die ODKB in Eriwan", "Yesterday the CSTO met in Yerevan")
    both = joined([PAIR, PAIR])
    assert text_of(both)[1] == "Yesterday the CSTO met in Yerevan. Yesterday the CSTO met in Yerevan."
    assert (len(PAIR.german) + 3, len(PAIR.english) + 2) in both.links


def test_links_of_one_direction_count_where_they_widen_a_sure_one() -> None:
    assert grown(frozenset({(0, 0), (1, 1)}), frozenset({(0, 0), (2, 1), (9, 9)})) == {(0, 0), (1, 1), (2, 1)}


# --- what a German piece may become


def test_a_shortlist_has_the_likely_pieces_and_the_frequent_ones() -> None:
    np = pytest.importorskip("numpy")
    from training.shortlist import shortlist

    pieces = ["▁das", "▁Haus", "▁the", "▁house", "▁home", "▁roof", "x"]
    shared = np.zeros((7, 7), np.int32)
    shared[1, 3:6] = 9, 4, 1  # once is too seldom
    assert shortlist(pieces, shared, np.array([0, 0, 50, 9, 4, 1, 0]), each=2, always=1) == [
        "\t▁the x",
        "▁das\t▁das",
        "▁Haus\t▁Haus ▁house ▁home",
        "▁house\t▁house",
        "▁home\t▁home",
        "▁roof\t▁roof",
    ]
