"""English words: what the dictionaries have, what counts as a word of a text, what a misspelt one was meant to be."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text import Span
from workbench.text.words import Vocabulary, meant, unknown_words
from workbench.text.words.dictionary import DATA, Dialect, has
from workbench.text.words.english import words_of
from workbench.text.words.meant import one_letter_away
from workbench.text.words.parts import parts_of


def unknown(english: str, dialect: Dialect = "both", own: Sequence[str] = ()) -> list[str]:
    return [each.word for each in Vocabulary(frozenset(own), dialect).unknown(english)]


def test_words_that_translation_models_invent_are_in_no_dictionary() -> None:
    english = "The carcrat of the batllion was Publied in Matber, ministerly and untrust."
    assert unknown(english) == ["carcrat", "batllion", "Publied", "Matber", "ministerly", "untrust"]


def test_british_and_american_spelling_are_both_right_unless_one_is_asked_for() -> None:
    english = "Their neighbour's labor was organised, the color recognised."
    assert unknown(english) == []
    assert unknown(english, "british") == ["labor", "color"]
    assert unknown(english, "american") == ["neighbour", "organised", "recognised"]


@pytest.mark.parametrize(
    "english",
    [
        "The houses' owners weren't unhoused; it’s the children’s.",
        "An anti-war, pro-Kremlin ex-minister, the vice-chairman and a neo-fascist anti-Westerner.",
        "In the 1990s the 5th of 33 km² and 12m² cost €5m, §12a.",
        "EU, NATO, MEPs and NGOs under Henry VIII, XIV and CXX.",
        "McDonald, YouTube and iPhone, LaForge and O’Neill.",
        "Write to redaktion@beispiel.de, @belarushalt or see https://nachrichten.example/artikel#abschnitt.",
        "Code `gesetz_nr` in bericht.docx, #Freiheit, /usr/lokal/datei, &nbsp; <span lang=“de”>.",
        "Мінск, Αθήνα, 北京 and مينسك.",
        "A café, a naive façade, the rôle.",
        "ZELENSKY SPEAKS" if has("Zelensky") else "PRESIDENT SPEAKS",
    ],
)
def test_what_no_dictionary_has_to_have_is_not_asked_about(english: str) -> None:
    assert unknown(english) == []


def test_a_word_has_its_place_without_a_possessive() -> None:
    (each,) = unknown_words("In Matber’s house.")
    assert (each.word, each.span) == ("Matber", Span(3, 9))


def test_a_word_of_ones_own_may_have_a_capital_and_one_with_a_capital_needs_it() -> None:
    english = "Batka, batka, BATKA and batka’s; Matber and matber."
    assert unknown(english, own=["batka", "Matber"]) == ["matber"]
    assert unknown("The Matber-Sovok line.", own=["Matber-Sovok"]) == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="aZé'’-. `@#/<&1_\n", max_size=60))
def test_every_unknown_word_lies_in_its_text_and_no_text_is_too_strange(english: str) -> None:
    for word, place in words_of(english):
        assert english[slice(*place)] == word
    found = Vocabulary().unknown(english)
    assert found == unknown_words(english, "both")
    assert Vocabulary(frozenset(each.word for each in found)).unknown(english) == ()


@pytest.mark.parametrize("word", ["x" * 10_000, "a'" * 3_000 + "b", "a\u0301" * 500, "''", "\U0001d538" * 50])
def test_a_word_of_any_length_is_taken(word: str) -> None:
    assert all(each.word in word for each in Vocabulary().unknown(word))


def test_a_slip_of_the_keys_is_met_by_the_word_that_was_meant() -> None:
    assert "government" in meant("goverment")
    assert "necessary" in meant("necesssary")
    assert "battalion" in meant("batllion")
    assert len(meant("tup")) == 3


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abcdefgh", min_size=2, max_size=7), st.data())
def test_every_slip_of_one_letter_leads_back(word: str, data: st.DataObject) -> None:
    slip = data.draw(st.sampled_from(sorted({form for form in one_letter_away(word) if form})))
    assert word in one_letter_away(slip)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="abc/SM", min_size=1, max_size=5), max_size=25))
def test_a_list_in_parts_has_the_words_of_the_whole(words: list[str]) -> None:
    parts = parts_of("\n".join(("\ufeff" + str(len(words)), *words)))
    assert [line for part in parts for line in part.splitlines()[1:]] == words
    assert all(int(part.splitlines()[0]) == len(part.splitlines()) - 1 for part in parts)


def test_the_dictionaries_lie_beside_their_licences() -> None:
    assert {"README.md", "README_en_GB.txt", "README_en_US.txt", "LGPL-2.1.txt"} <= {
        path.name for path in DATA.iterdir()
    }
    entries = {
        name: sum(int(part.read_text().split("\n")[0]) for part in DATA.glob(f"{name}*.dic"))
        for name in ("en_GB", "en_US")
    }
    assert entries["en_GB"] > 97_000
    assert entries["en_US"] > 49_000


def test_no_dictionary_is_read_before_a_word_is_asked_for() -> None:
    code = "import sys, workbench.tui, workbench.checks; print('hunspell' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
