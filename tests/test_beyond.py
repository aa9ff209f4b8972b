"""What would be lost if the record on the disk took the place of the one in memory."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.test_translation_yaml import RECORDS
from workbench.checks import check_paragraph
from workbench.glossary import Glossary
from workbench.text import Code, Inline
from workbench.translation import (
    FILE_HAS,
    OTHER_HAS,
    OTHER_LEFT_OUT,
    REVIEWER_HAS,
    Override,
    ParagraphRecord,
    State,
    TranslationRecord,
    has_work_beyond,
    kept_line,
)
from workbench.translation.notes import kept_english, not_in

OURS = ParagraphRecord(
    "Ruhe", "Calm at\nthe border", State.TRANSLATED, None, "Which day?", (Override("numbers", "12", "a quotation"),)
)


def record(*paragraphs: ParagraphRecord) -> TranslationRecord:
    return TranslationRecord("a.txt", paragraphs)


@settings(max_examples=50, deadline=None)
@given(RECORDS)
def test_a_record_has_no_work_beyond_itself(one: TranslationRecord) -> None:
    assert not has_work_beyond(one, one)


@pytest.mark.parametrize("begins", [REVIEWER_HAS, FILE_HAS, OTHER_HAS])
def test_english_that_a_note_keeps_for_a_decision_is_there(begins: str) -> None:
    note = f"Which day?\n{kept_line(begins, OURS.target)}\nAnd who?"
    theirs = replace(OURS, english="Rest", note=note)
    assert not has_work_beyond(record(OURS), record(theirs))
    assert has_work_beyond(record(OURS), record(replace(theirs, note="Which day?\nAnd who?")))
    assert has_work_beyond(record(theirs), record(OURS))


def test_a_note_is_there_when_one_note_has_all_its_lines() -> None:
    noted = replace(OURS, note="One\nTwo")
    assert not has_work_beyond(record(noted), record(replace(OURS, note="Two\nOne\nThree")))
    assert has_work_beyond(record(noted), record(replace(OURS, note="One"), replace(OURS, note="Two")))


def test_a_reason_that_was_typed_is_not_dropped() -> None:
    joined = replace(OURS, overrides=(Override("numbers", "12", "a date\na quotation"),))
    assert not has_work_beyond(record(OURS), record(joined))
    assert has_work_beyond(record(joined), record(OURS))
    assert has_work_beyond(record(OURS), record(replace(OURS, overrides=())))


def test_english_in_a_note_keeps_its_lines_and_codes() -> None:
    english = Inline("Calm at\nthe border", (Code(0, "1", "open"), Code(4, "1", "close")))
    line = kept_line(OTHER_HAS, english)
    assert line == "The other translator has: ⟨1⟩Calm⟨/1⟩ at↵the border"
    assert list(kept_english(line)) == [(OTHER_HAS, english)]


def told(english: Inline, *note: str) -> list[tuple[str, str | None]]:
    now = ParagraphRecord("Ruhe an der Grenze", note="\n".join(note)).with_target(english, State.TRANSLATED)
    found = check_paragraph(0, now, Glossary(()))
    return [(one.message, one.wanted) for one in found if one.check == "review"]


def test_what_the_other_translator_has_is_told_until_it_is_decided() -> None:
    theirs = Inline("Calm at\nthe border")
    line = kept_line(OTHER_HAS, theirs)
    message = "the other translator has other English: “Calm at the border”"
    assert told(Inline("Rest at the border"), "Which day?", line) == [(message, "Calm at\nthe border")]
    assert told(theirs, "Which day?", line) == []
    assert told(theirs, OTHER_LEFT_OUT) == [("the other translator left this paragraph out", None)]
    assert told(theirs, f"She wrote: {OTHER_LEFT_OUT}") == []


def test_codes_that_the_other_translator_has_elsewhere_are_told() -> None:
    here = Inline("Calm at the border", (Code(0, "1", "open"), Code(4, "1", "close")))
    theirs = Inline("Calm at the border", (Code(12, "1", "open"), Code(18, "1", "close")))
    ((message, wanted),) = told(here, kept_line(OTHER_HAS, theirs))
    assert message == "the other translator has the codes at other words: “Calm at the ⟨1⟩border⟨/1⟩”"
    assert wanted is None
    assert told(theirs, kept_line(OTHER_HAS, theirs)) == []


def test_what_waits_for_a_decision_is_handed_to_nobody() -> None:
    note = "\n".join(("Which day?", kept_line(OTHER_HAS, Inline("Calm")), OTHER_LEFT_OUT))
    assert not_in(note, "") == ("Which day?",)
