"""Where words of a German sentence are in what is made of it before it is drafted, and where they come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine.draft import Loss, SentenceDraft, WordOutcome, as_draft_of
from workbench.engine.offsets import THE_SAME, OffsetMap
from workbench.engine.sentence.capitals import calmed
from workbench.engine.sentence.stand_ins import draft_with_stand_ins, with_stand_ins
from workbench.engine.sentence.tags import untagged
from workbench.text import Span

PARTS = st.lists(st.tuples(st.text("ab ", min_size=1, max_size=4), st.text("xy", max_size=4)), min_size=1, max_size=6)


@given(PARTS, st.text("xyz", max_size=4), st.data())
def test_what_is_in_both_texts_is_found_in_both(parts: list[tuple[str, str]], put: str, data: st.DataObject) -> None:
    """Of each pair the first half is in both texts; for the second half `put` stands in the other."""
    this, pieces, whole = "", [], []
    for kept, gone in parts:
        whole.append(Span(len(this), len(this) + len(kept)))
        this += kept
        if gone or put:
            pieces.append((Span(len(this), len(this) + len(gone)), len(put)))
        this += gone
    other = "".join(kept + (put if gone or put else "") for kept, gone in parts)
    offsets = OffsetMap(tuple(pieces))
    for span in whole:
        moved = offsets.there(span)
        assert other[slice(*moved)] == this[slice(*span)]
        assert offsets.back(moved) == span
    first, last = sorted(data.draw(st.lists(st.sampled_from(whole), min_size=2, max_size=2)))
    stretch = Span(first.start, last.end)
    assert offsets.back(offsets.there(stretch)) == stretch


def made_of(plain: str, words: str, offsets: OffsetMap, german: str) -> str:
    """What of the German words of a sentence that was made of it stand for."""
    at = plain.index(words)
    loss = Loss("words", Span(at, at + len(words)))
    word = WordOutcome(words, loss.span, "word", "dictionary")
    draft = as_draft_of(german, (), "", SentenceDraft(plain, "", words=(word,), lost=(loss,)), offsets)
    assert german[slice(*draft.lost[0].span)] == draft.words[0].german
    return draft.words[0].german


@pytest.mark.parametrize(
    ("german", "words", "stretch"),
    [
        ("Dann kam <b>die Feuerwehr</b> spät.", "Feuerwehr", "Feuerwehr"),
        ("Dann kam die <b>Feuerwehr</b> spät.", "die Feuerwehr spät", "die <b>Feuerwehr</b> spät"),
        ("Das Dorf <br> <i> am Fluss</i> brannte.", "Fluss", "Fluss"),
        ("Das Dorf <br><i> am Fluss</i> brannte.", "Dorf am Fluss", "Dorf <br><i> am Fluss"),
        ("Die Wahl<sup>1</sup> im Mai² endete.", "Wahl", "Wahl"),
        ("Die Wahl<sup>1</sup> im Mai² endete.", "endete", "endete"),
    ],
)
def test_words_are_found_among_tags(german: str, words: str, stretch: str) -> None:
    item = untagged(german, ())
    assert made_of(item.plain, words, item.offsets, german) == stretch


@pytest.mark.parametrize(
    ("german", "words", "stretch"),
    [
        ("Er lud am Montag in `setup.py` etwas Neues.", "am Montag in A1", "am Montag in `setup.py`"),
        ("Auf hilfe-fuer-minsk.de steht minsk klein.", "minsk", "minsk"),
        ("Auf hilfe-fuer-minsk.de steht minsk klein.", "steht minsk", "steht minsk"),
    ],
)
def test_words_are_found_among_what_stood_in_for_addresses_and_code(german: str, words: str, stretch: str) -> None:
    item = with_stand_ins(german, ())
    assert item.runs
    assert made_of(item.plain, words, item.offsets, german) == stretch


def test_what_a_stand_in_stood_for_is_not_told_as_lost() -> None:
    """It has its place in the English in any case; words beside it that are lost are told with it."""
    german = "Er lud am Montag in `setup.py` etwas Neues."

    def lossy(sentences: object) -> list[SentenceDraft]:
        plain = with_stand_ins(german, ()).plain
        alone, more = plain.index("in A1"), plain.index("am Montag")
        lost = (Loss("words", Span(alone, alone + 5)), Loss("words", Span(more, alone + 5)))
        return [SentenceDraft(plain, "He loaded something new.", lost=lost)]

    [draft] = draft_with_stand_ins([(german, ())], [()], lossy)
    assert "`setup.py`" in draft.english
    assert [german[slice(*loss.span)] for loss in draft.lost] == ["am Montag in `setup.py`"]


@pytest.mark.parametrize(
    ("german", "words", "stretch"),
    [
        ("MASSENHAFT GRUESSE AUS GROSSBRITANNIEN UND DER TUERKEI", "Türkei", "TUERKEI"),
        ("DER STRASSENBAHN FUER ISTANBUL FEHLT GELD", "Geld", "GELD"),
        ("İSTANBUL WÄHLT EINEN NEUEN BÜRGERMEISTER", "Bürgermeister", "BÜRGERMEISTER"),
        ("Das ist NICHT die Straße, sagte er.", "sagte", "sagte"),
    ],
)
def test_words_of_text_in_capitals_are_found_as_they_are_written(german: str, words: str, stretch: str) -> None:
    item = calmed(german)
    assert made_of(item.text, words, item.offsets, german) == stretch


def test_a_text_is_the_same_as_itself() -> None:
    assert calmed("Es regnet.").offsets == untagged("Es regnet.", ()).offsets == THE_SAME
    assert THE_SAME.back(Span(3, 5)) == THE_SAME.there(Span(3, 5)) == Span(3, 5)
