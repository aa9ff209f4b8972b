"""What may follow the cursor, without a screen and without a package: terms, drafts, memories, in their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary import Entry, Glossary
from workbench.project.completing.from_versions import place_in
from workbench.project.completing.ranked import suggestions
from workbench.project.completing.suggestion import Source, Suggestion
from workbench.project.completing.writing import Known, Version, Writing, sentence_starts, writing_of
from workbench.text import Span, sentence_spans

GERMAN = "Die Bürgermeisterin sprach am Montag mit dem Stadtrat. Danach ging sie nach Hause."
DRAFT = ("The mayor spoke to the city council on Monday.", "Then she went home.")
GLOSSARY = Glossary((Entry(("Stadtrat",), "municipal assembly"), Entry(("Bürgermeisterin",), "lady mayor")))


def known(*, glossary: Glossary | None = None, draft: tuple[str, ...] = DRAFT, source: Source = "draft") -> Known:
    spans = sentence_spans(GERMAN)
    versions = tuple(Version(span, english, source) for span, english in zip(spans, draft, strict=True))
    return Known(GERMAN, spans, tuple(glossary.find(GERMAN)) if glossary else (), versions)


def told(before: str, behind: str = "", *, of: Known | None = None) -> list[str]:
    paragraph = of or known()
    writing = writing_of(paragraph, before, behind)
    return [one.text for one in suggestions(writing, paragraph)] if writing else []


def test_the_rest_of_a_word_and_of_the_sentence_come_from_the_draft() -> None:
    assert told("The ma") == ["yor spoke to the city council on Monday."]
    assert told("The mayor ") == ["spoke to the city council on Monday."]
    assert told("The mayor") == [" spoke to the city council on Monday."]


def test_the_place_in_the_draft_is_found_behind_words_that_are_others() -> None:
    assert told("On Monday the mayor talked to the city ") == ["council on Monday."]
    assert told("The lady mayor has spo") == ["ke to the city council on Monday."]


def test_the_second_sentence_goes_on_in_the_second_of_the_draft() -> None:
    assert told("The mayor met the council. ") == ["Then she went home."]
    assert told("The mayor met Mr. Smith. Then she w") == ["ent home."]


def test_two_englishes_of_one_german_sentence_do_not_lose_the_place() -> None:
    assert told("The mayor spoke. It was Monday. Then she went ") == ["home."]


def test_nothing_follows_where_all_has_been_said() -> None:
    assert told("The mayor spoke to the city council on Monday. Then she went home.") == []
    assert told("The mayor spoke to the city council on Monday. Then she went home. ") == []
    assert told("The mayor spoke to the city council. Then she went home. Words of somebody's own ") == []


def test_a_term_that_is_begun_is_written_out_unless_it_stands_there() -> None:
    paragraph = known(glossary=GLOSSARY)
    assert told("She met the muni", of=paragraph)[0] == "cipal assembly"
    assert told("She met the municipal ass", of=paragraph)[0] == "embly"
    assert told("The municipal assembly met the muni", of=paragraph) == []
    assert told("m", of=known(glossary=GLOSSARY, draft=("", ""))) == []


def test_an_offer_of_a_memory_is_followed_as_a_draft_is() -> None:
    paragraph = known(source="memory")
    writing = writing_of(paragraph, "The mayor sp")
    assert writing is not None
    assert suggestions(writing, paragraph)[0] == Suggestion("oke to the city council on Monday.", "memory")


def test_what_the_package_told_goes_on_as_long_as_it_is_what_is_typed() -> None:
    paragraph = known(draft=("", ""))
    writing = writing_of(paragraph, "On Monday she ")
    assert writing is not None
    (found,) = suggestions(writing, paragraph, ("On Monday she talked to them.", "On Monday they talked."))
    assert found == Suggestion("talked to them.", "package")


def test_what_stands_behind_the_cursor_is_not_said_again() -> None:
    assert told("The mayor ", " spoke to the city council on Monday.") == []
    assert told("The ", " to the city council on Monday.") == ["mayor spoke"]
    assert told("The ma", "yor spoke") == []  # inside of a word


def test_a_word_is_taken_with_the_blank_before_it_and_without_the_sign_behind_it() -> None:
    assert Suggestion("yor spoke.", "draft").word == "yor"
    assert Suggestion(" spoke.", "draft").word == " spoke"
    assert Suggestion(".", "draft").word == "."
    assert Suggestion(" – and", "draft").word == " –"
    assert Suggestion("35,000 trees", "draft").word == "35,000"


def test_a_suggestion_gets_shorter_by_what_is_typed_of_it() -> None:
    whole = Suggestion("yor spoke", "draft")
    assert whole.after("yor") == Suggestion(" spoke", "draft")
    assert whole.after("x") is None and whole.after("yor spoke") is None


@pytest.mark.parametrize(
    ("english", "starts"),
    [
        ("", [0]),
        ("He came. ", [0, 9]),
        ("He came. She left", [0, 9]),
        ("Mr. Smith and J. Doe met at 5 p.m. there", [0]),
        ("“Stop!” She left", [0, 8]),
    ],
)
def test_where_sentences_of_an_english_begin(english: str, starts: list[int]) -> None:
    assert sentence_starts(english) == starts


WORDS = st.lists(st.sampled_from(["a", "b", "c", "the", "of", "mayor", "council"]), max_size=12)


@given(theirs=WORDS, ours=WORDS, half=st.sampled_from(["", "m", "co", "x"]))
def test_a_place_is_always_one_of_theirs_that_begins_so(theirs: list[str], ours: list[str], half: str) -> None:
    at = place_in(theirs, ours, half)
    assert at is None or theirs[at].startswith(half)


@given(
    words=st.lists(st.sampled_from(["one", "two", "three", "four", "five", "six", "seven"]), unique=True, min_size=2),
    data=st.data(),
)
def test_who_types_the_draft_is_followed_word_for_word(words: list[str], data: st.DataObject) -> None:
    typed = data.draw(st.integers(0, len(words) - 1))
    assert place_in(words, words[:typed]) == typed


@given(english=st.text(), behind=st.text(max_size=20))
def test_any_text_is_followed_or_not_and_nothing_fails(english: str, behind: str) -> None:
    paragraph = known(glossary=GLOSSARY)
    for writing in (writing_of(paragraph, english, behind), Writing(Span(0, len(GERMAN)), english, behind)):
        if writing is not None:
            assert all(one.text.strip() for one in suggestions(writing, paragraph))
