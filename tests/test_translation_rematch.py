"""When the source file changes: what keeps its translation, what is looked at again; nothing is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.formats import Block, Document, Paragraph
from workbench.translation import Draft, Override, ParagraphRecord, State, TranslationRecord, english_text, rematch
from workbench.translation.rematch import ALL_PAIRS

BORDER = "Die Lage an der Grenze blieb am Montag ruhig, sagte ein Sprecher in Minsk."
SUMMIT = "Beim Gipfel in Eriwan fehlte der Gastgeber, was viele Beobachter überraschte."
TRADE = "Der Handel mit den Nachbarn ging im dritten Quartal um 4,2 Prozent zurück."


def reviewed(german: str, english: str, note: str = "", overrides: tuple[Override, ...] = ()) -> ParagraphRecord:
    draft = Draft(f"{english} (draft)", "p")
    return ParagraphRecord(german, english, State.REVIEWED, draft, note=note, overrides=overrides)


RECORD = TranslationRecord(
    "a.txt",
    (
        reviewed(BORDER, "The border stayed calm.", note="day?"),
        reviewed(SUMMIT, "The host was absent.", overrides=(Override("numbers", "2"),)),
        reviewed(TRADE, "Trade fell by 4.2 per cent."),
    ),
)


def source(*texts: str) -> Document:
    return Document("a.txt", tuple(Paragraph(text, "\n\n") for text in texts))


def test_an_unchanged_source_changes_nothing() -> None:
    found = rematch(RECORD, source(BORDER, SUMMIT, TRADE))
    assert found == RECORD
    assert all(new is old for new, old in zip(found.paragraphs, RECORD.paragraphs, strict=True))
    assert rematch(found, source(BORDER, SUMMIT, TRADE)) is found


def test_paragraphs_that_moved_keep_everything() -> None:
    found = rematch(RECORD, source(TRADE, "Ganz neu.", BORDER, SUMMIT))
    assert found.paragraphs == (
        RECORD.paragraphs[2],
        ParagraphRecord("Ganz neu."),
        RECORD.paragraphs[0],
        RECORD.paragraphs[1],
    )
    assert found.removed == ()


def test_a_changed_paragraph_goes_back_to_translated_and_shows_the_old_german() -> None:
    new = BORDER.replace("Montag", "Dienstag")
    changed = rematch(RECORD, source(new, SUMMIT, TRADE)).paragraphs[0]
    assert changed == ParagraphRecord(new, "The border stayed calm.", State.TRANSLATED, note="day?", old_german=BORDER)


def test_after_a_second_change_the_old_german_is_still_the_one_that_was_translated() -> None:
    once = rematch(RECORD, source(BORDER.replace("Montag", "Dienstag"), SUMMIT, TRADE))
    twice = rematch(once, source(BORDER.replace("Montag", "Mittwoch"), SUMMIT, TRADE)).paragraphs[0]
    assert (twice.english, twice.old_german) == ("The border stayed calm.", BORDER)


def test_a_source_that_goes_back_needs_no_old_german() -> None:
    once = rematch(RECORD, source(BORDER.replace("Montag", "Dienstag"), SUMMIT, TRADE))
    back = rematch(once, source(BORDER, SUMMIT, TRADE)).paragraphs[0]
    assert (back.english, back.state, back.old_german) == ("The border stayed calm.", State.TRANSLATED, "")


def test_a_paragraph_that_is_gone_is_kept_and_comes_back_as_it_was() -> None:
    gone = rematch(RECORD, source(BORDER, TRADE))
    assert gone.removed == (RECORD.paragraphs[1],)
    back = rematch(gone, source(BORDER, SUMMIT, TRADE))
    assert back == RECORD


def test_drafts_nobody_touched_are_not_kept_when_their_paragraph_is_gone() -> None:
    draft = ParagraphRecord(SUMMIT, "At the summit.", State.DRAFT, Draft("At the summit.", "p"))
    assert rematch(TranslationRecord("a.txt", (draft,)), source(BORDER)).removed == ()


def test_of_two_paragraphs_with_the_same_german_the_one_with_work_in_it_stays() -> None:
    lazy = ParagraphRecord("Artikel teilen", state=State.NEW)
    record = TranslationRecord("a.txt", (lazy, RECORD.paragraphs[0], reviewed("Artikel teilen", "Share")))
    found = rematch(record, source("Artikel teilen", BORDER))
    assert [p.english for p in found.paragraphs] == ["Share", "The border stayed calm."]


def test_layout_follows_the_source_and_costs_no_review() -> None:
    heading, item = Block("heading", 1), Block("item", 1)
    moved = Document("a.md", (Paragraph(BORDER, "# ", block=heading), Paragraph(SUMMIT, "\n- ", block=item)), tail="")
    found = rematch(RECORD, moved)
    assert [(p.state, p.block) for p in found.paragraphs] == [(State.REVIEWED, heading), (State.REVIEWED, item)]
    assert english_text(found).startswith("# The border stayed calm.\n- ")


def test_of_equal_paragraphs_each_keeps_its_english_when_their_order_changes() -> None:
    """What stands around them tells them apart."""
    first, second = reviewed("Er schwieg.", "He said nothing."), reviewed("Er schwieg.", "It was silent.")
    record = TranslationRecord("a.txt", (reviewed("Der Minister.", "A"), first, reviewed("Das Amt.", "B"), second))
    swapped = rematch(record, source("Das Amt.", "Er schwieg.", "Der Minister.", "Er schwieg."))
    assert [p.english for p in swapped.paragraphs] == ["B", "It was silent.", "A", "He said nothing."]


def test_skipped_furniture_that_changed_is_looked_at_again() -> None:
    record = TranslationRecord("a.txt", (ParagraphRecord("Foto: Archiv", state=State.SKIPPED),))
    assert rematch(record, source("Foto: Agentur")).paragraphs[0].state is State.NEW


@pytest.mark.parametrize("length", [10, 400])
def test_a_touch_on_every_paragraph_of_a_short_or_long_text_loses_none(length: int) -> None:
    assert (length**2 > ALL_PAIRS) == (length == 400)
    texts = [f"{TRADE} Meldung {n} vom {n % 28}. Mai, {n * 7919 % 1000} Zeilen." for n in range(length)]
    record = TranslationRecord("a.txt", tuple(reviewed(text, f"Item {n}") for n, text in enumerate(texts)))
    found = rematch(record, source("Neu davor.", *(text.replace("Handel", "Warenhandel") for text in texts)))
    assert [p.english for p in found.paragraphs[1:]] == [f"Item {n}" for n in range(length)]


_TEXTS = st.sampled_from([BORDER, SUMMIT, TRADE, "Artikel teilen", "1/6"]) | st.text("ab äö", min_size=1, max_size=12)
_TOUCHED = st.tuples(_TEXTS, st.sampled_from(["", " Nachtrag.", "!"])).map("".join)
_SOURCES = st.lists(_TEXTS | _TOUCHED, max_size=8).map(lambda texts: source(*texts))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(_TEXTS, st.sampled_from(State)), max_size=8),
    st.lists(_SOURCES, min_size=1, max_size=4),
)
def test_however_the_source_changes_no_persons_english_disappears(
    start: list[tuple[str, State]], sources: list[Document]
) -> None:
    record = TranslationRecord("a.txt", tuple(_paragraph(n, text, state) for n, (text, state) in enumerate(start)))
    work = Counter(p.english for p in record.paragraphs if p.has_own_english)
    notes = Counter(p.note for p in record.paragraphs if p.note)
    for changed in sources:
        record = rematch(record, changed)
        assert [p.german for p in record.paragraphs] == [p.text for p in changed.paragraphs]
        everything = (*record.paragraphs, *record.removed)
        assert work == Counter(p.english for p in everything if p.has_own_english)
        assert notes == Counter(p.note for p in everything if p.note)
        assert rematch(record, changed) == record


def _paragraph(number: int, german: str, state: State) -> ParagraphRecord:
    if state in (State.TRANSLATED, State.REVIEWED):
        return ParagraphRecord(german, f"English {number}", state, note=f"note {number}" if number % 2 else "")
    draft = Draft(f"draft {number}", "p") if state is State.DRAFT else None
    return ParagraphRecord(german, draft.english if draft else "", state, draft)


def test_a_paragraph_whose_german_was_emptied_by_hand_keeps_its_note() -> None:
    emptied = TranslationRecord("a.txt", (ParagraphRecord("", "Calm.", State.REVIEWED, note="day?"),))
    again = rematch(emptied, source(BORDER))
    assert [p.state for p in again.paragraphs] == [State.NEW]
    assert [(p.english, p.note) for p in again.removed] == [("Calm.", "day?")]
