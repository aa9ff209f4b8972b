"""Codes around a part of a German word: a subscript, an initial, one word of a compound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine import DraftCache, Drafter, coded, draft_paragraphs, embedded_package
from workbench.engine.codes.word_parts import initial, is_initial, part_of, whole_words
from workbench.glossary import Glossary
from workbench.text import Inline, Span

WORDS = st.text("abcXYZ019", max_size=5)


@pytest.mark.parametrize(
    ("german", "english", "wanted"),
    [
        (("CO", "2", ""), "CO2", "2"),
        (("H", "2", "O"), "H2O", "2"),
        (("10", "6", ""), "106", "6"),
        (("1", "er", ""), "1er", "er"),
        (("", "235", "U"), "235U", "235"),
        (("Opfer", "1", ""), "victims1", "1"),
        (("", "Spiegel", "redakteur"), "the Spiegel editor", "Spiegel"),
        (("Anti", "terror", "einheit"), "anti-terror unit", "terror"),
        (("Euro", "gruppe", ""), "Eurogroup", "group"),
        (("Online", "zeitung", ""), "online newspaper", "newspaper"),
        (("", "Presse", "bericht"), "report", None),
        (("", "n", "ein"), "no, not", None),
    ],
)
def test_the_part_is_where_its_letters_are_or_what_the_others_leave(
    german: tuple[str, str, str], english: str, wanted: str | None
) -> None:
    found = part_of(german, english)
    assert (found and english[slice(*found)]) == wanted


@given(WORDS, WORDS.filter(bool), WORDS, st.text("abcXYZ019 -.", max_size=12))
def test_a_part_that_is_found_is_no_empty_one_and_lies_in_the_english(
    before: str, part: str, after: str, english: str
) -> None:
    found = part_of((before, part, after), english)
    assert found is None or 0 <= found.start < found.end <= len(english)


@given(st.text("aB1 -.", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_stretch_grows_to_the_ends_of_its_words_and_no_further(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    whole = whole_words(text, Span(start, end))
    assert whole.start <= start <= end <= whole.end
    assert whole_words(text, whole) == whole
    assert (text[whole.start : start] + text[end : whole.end]).isalnum() or whole == Span(start, end)


def test_an_initial_is_the_first_letter_and_no_word_by_itself() -> None:
    assert is_initial("„Das ist alt“", Span(1, 2))
    assert not is_initial("A und O", Span(0, 1))
    assert not is_initial("Das alte Haus", Span(4, 5))
    assert initial("“This is old”") == Span(1, 2)
    assert initial("… and so on") == Span(0, 0)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Auf dem Mars gibt es H⟨1⟩2⟨/1⟩O.", "H⟨1⟩2⟨/1⟩O"),
        ("⟨1⟩D⟨/1⟩ie Regierung ist ⟨2⟩zurückgetreten⟨/2⟩.", "⟨1⟩T⟨/1⟩he government"),
        ("Hier steht ⟨1⟩H⟨2⟩2⟨/2⟩O⟨/1⟩ und da eine 2.", "⟨1⟩H⟨2⟩2⟨/2⟩O⟨/1⟩"),
        ("Frau⟨1/⟩ Dr. Erika Lindner", "Ms.⟨1/⟩"),
    ],
)
def test_a_draft_has_the_codes_around_a_part_of_a_word_where_the_german_has_them(german: str, english: str) -> None:
    source, drafter = Inline.parsed(german), Drafter(embedded_package())
    with DraftCache(None) as cache:
        ((_, draft),) = draft_paragraphs([source.text], Glossary(), drafter, cache)
        made = coded(source, draft, drafter, cache)
    assert english in Inline(draft.english, made.codes).shown()
    assert not made.unsure
