"""How the training reads the test suites (training/suites.py, names.py): drills, versions, stretches, rare names."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from training.arrays import varied
from training.corpus import parted
from training.markers import copied
from training.names import rare_names
from training.pairs import Pair
from training.shares import SHORT, weight
from training.suites import MARGIN, STRETCH, is_scarred, layered, sentences, stretches, told_apart
from training.text import linked, written

GERMAN, ENGLISH = "wmt21-suites-de-en", "wmt23-suites-en-de"


def document(source: str, length: int, versions: int = 2) -> list[Pair]:
    """Sentences of eight words or more, each in so many versions: of German originals the English differs."""
    made = []
    for number in range(length):
        for version in range(versions):
            ways = "" if not version else f", version {version}"
            german = f"Im Jahr {number} wuchs die kleine Gemeinde am Fluss {source} weiter{ways * (source == ENGLISH)}."
            english = f"In {number} the small village on river {source} grew{ways * (source == GERMAN)}."
            made.append(Pair(german, english, source))
    return made


def test_a_drill_weighs_less_than_a_text_of_the_same_suite() -> None:
    drill = told_apart(Pair("Ihr würdet es wissen sollen.", "You should know.", GERMAN))
    text = told_apart(document(GERMAN, 1)[0])
    assert drill.source == GERMAN + SHORT and text.source == GERMAN
    assert weight(drill.source) < weight(text.source) / 10
    assert weight(text.source, late=True) > weight(text.source)
    assert weight(drill.source, late=True) == weight(drill.source)
    other = Pair("Ja, gern.", "Yes, please.", "gen_tatoeba")
    assert told_apart(other) == other


def test_english_that_a_system_scarred_is_left_out_and_what_both_sides_have_stays() -> None:
    german = "Die Tour (4. bis 26. Juli) ist laut Regie von Holm nicht gefährdet."
    assert not is_scarred(Pair(german, "The tour (4 to 26 July) is not at risk, according to Holm.", GERMAN))
    assert is_scarred(Pair(german, "The tour( 4) . up to 26 July) is not at risk.", GERMAN))
    assert is_scarred(Pair(german, "It was directed by Holm. It was directed by Holm.", GERMAN))
    both = Pair("Ein Film von Holm ( Geburt ).", "A film by Holm ( Birth ).", GERMAN)
    assert not is_scarred(both)


def test_the_same_german_keeps_its_two_englishes_and_documents_stay_in_order() -> None:
    pairs = document(GERMAN, 5) + document(ENGLISH, 4)
    assert [len(one) for one in sentences(document(ENGLISH, 4))] == [2] * 4
    made = layered(pairs)
    assert sorted(made, key=str) == sorted(pairs, key=str)
    assert [pair.german for pair in made[:5]] == [pair.german for pair in made[5:10]]
    assert all(one.german != next_one.german for one, next_one in pairwise(made))


def test_a_paragraph_is_never_one_sentence_in_two_versions() -> None:
    pairs = layered(document(GERMAN, 200))
    links = [frozenset[tuple[int, int]]() for _ in pairs]
    joined = [written(pair.german)[0] for pair, _ in varied(pairs, links, random.Random(1))]
    paragraphs = [text for text in joined if text.casefold().count("wuchs die") > 1]
    assert paragraphs
    for text in paragraphs:
        numbers = [word for word in text.split() if word.isdigit()]
        assert len(numbers) == len(set(numbers))


def test_whole_stretches_are_held_out_and_nothing_of_them_or_beside_them_is_trained_on() -> None:
    pairs = document(GERMAN, 900, versions=3)
    cut = stretches(pairs, 4 * STRETCH)
    assert len(cut.held_out) == 4 * STRETCH
    numbers = sorted(int(pair.german.split()[2]) for pair in cut.held_out)
    starts = [number for number in numbers if number - 1 not in numbers]
    assert len(starts) == 4
    trained = {int(pair.german.split()[2]) for pair in cut.training}
    for number in numbers:
        assert not trained & set(range(number - MARGIN, number + MARGIN + 1))
    assert len(trained) == 900 - 4 * (STRETCH + 2 * MARGIN)


def test_held_out_stretches_do_not_hang_on_what_else_the_corpus_has() -> None:
    suites = document(GERMAN, 400) + document(ENGLISH, 300)
    manual = [Pair(f"Klicken Sie auf Knopf {n}.", f"Click on button {n}.", "debian_handbook") for n in range(50)]
    alone, together = parted(suites, 100), parted([*manual, *suites], 100)
    assert alone[1] == together[1] and {pair.source for pair in alone[1]} == {GERMAN, ENGLISH}
    assert [pair for pair in together[0] if pair.source == "debian_handbook"] == manual


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from([GERMAN, "news_x"]))))
def test_putting_versions_apart_loses_no_pair(cells: list[tuple[str, str, str]]) -> None:
    pairs = [Pair(*cell) for cell in cells]
    assert sorted(layered(pairs), key=str) == sorted(pairs, key=str)


def test_rare_names_are_copied_into_other_sentences() -> None:
    pairs = [Pair("Gestern sprach Zichanouska.", "Yesterday Zichanouska spoke.", "news_x")]
    pairs += [Pair("Heute sprach Merkel, Rose.", "Today Merkel, Rose spoke.", "news_x")] * 9
    pairs += [Pair("Da ist Hotel und Bonn.", "There is Hotel and Bonn.", "news_x"), Pair("Ein Hotel.", "A hotel.", "x")]
    names = rare_names(pairs)
    assert names == ("Bonn", "Zichanouska")
    pair = linked("Dort sprach Merkel.", "There spoke Merkel.", frozenset({(0, 0), (1, 1), (2, 2), (3, 3)}))
    draws = (copied(pair, random.Random(seed), names) for seed in range(60))
    seen = {written(one.german)[0].split()[-1].rstrip(".") for one in draws}
    assert {"Merkel", *names} < seen
    for seed in range(60):
        one = copied(pair, random.Random(seed), names)
        assert written(one.german)[0].split()[-1].rstrip(".") == written(one.english)[0].split()[-1].rstrip(".")
