"""Equal German is found by what was kept of a document as it is by a look at every paragraph, however it changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.memory_material import untouched
from workbench.project.memories.same_german import Places, folded

WORDS = st.sampled_from(["Der", "Rat", "tagt", "tagt.", "„nein“", '"nein"', "…", "...", "Ja!", "RAT", "3", "–", "Räte"])
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
DOCUMENTS = st.lists(TEXTS, max_size=8)


def by_a_look_at_all(document: list[str], text: str) -> list[int]:
    return [index for index, german in enumerate(document) if folded(text) in folded(german)]


@given(DOCUMENTS, st.lists(DOCUMENTS, max_size=3), TEXTS)
def test_what_is_near_is_what_a_look_at_all_finds(first: list[str], then: list[list[str]], text: str) -> None:
    places = Places(untouched(*first))
    assert list(places.near(text)) == by_a_look_at_all(first, text)
    for document in then:
        list(places.prepared(untouched(*document)))
        assert list(places.now(untouched(*document)).near(text)) == by_a_look_at_all(document, text)


def test_sentences_and_whole_paragraphs() -> None:
    records = untouched("Der Rat tagt. Ja!", "Der Rat tagt.", "Heute tagt der Rat.", "Nein. Der Rat tagt.")
    found = [(one.paragraph, one.text.text, one.before, one.after) for one in Places(records).of("Der Rat tagt.")]
    assert found == [
        (0, "Der Rat tagt.", "", "Ja!"),
        (1, "Der Rat tagt.", "Ja!", "Heute tagt der Rat."),
        (3, "Der Rat tagt.", "Nein.", ""),
    ]


def test_a_paragraph_that_was_put_in_moves_those_behind_it() -> None:
    places = Places(untouched("Der Rat tagt.", "Ja!"))
    assert list(places.near("Ja!")) == [1]
    assert list(places.now(untouched("Neu.", "Der Rat tagt.", "Ja!", "Ja!")).near("Ja!")) == [2, 3]
    assert list(places.now(untouched("Neu.")).near("Ja!")) == []
