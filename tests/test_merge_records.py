"""Two people translate one article, and nothing that either of them did is lost when their records are merged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_decisions import CLEAN_PARAGRAPHS, DECISIONS
from workbench.checks import check_paragraph
from workbench.formats import Document, Paragraph
from workbench.glossary import Glossary
from workbench.problem import WorkbenchError
from workbench.text import clean_line
from workbench.translation import (
    Draft,
    Override,
    ParagraphRecord,
    State,
    TranslationRecord,
    dump_record,
    has_work_beyond,
    rematch,
)
from workbench.translation.merge import merge_records
from workbench.translation.notes import kept_english
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import clean_record

DRAFT = Draft("Rest at the border", "p")
NEW, TRANSLATED, REVIEWED, SKIPPED = State.NEW, State.TRANSLATED, State.REVIEWED, State.SKIPPED


def record(*paragraphs: ParagraphRecord, removed: tuple[ParagraphRecord, ...] = ()) -> TranslationRecord:
    return TranslationRecord("grenze.txt", paragraphs, removed)


def merged(was: ParagraphRecord | None, ours: ParagraphRecord, theirs: ParagraphRecord) -> ParagraphRecord:
    found = merge_records(record(was) if was else None, record(ours), record(theirs))
    (paragraph,) = found.paragraphs
    assert merge_records(record(was) if was else None, record(theirs), record(ours)) == found
    return paragraph


def told(paragraph: ParagraphRecord) -> list[str]:
    return [one.message for one in check_paragraph(0, paragraph, Glossary(())) if one.check == "review"]


WAS = ParagraphRecord("Ruhe an der Grenze", DRAFT.english, State.DRAFT, DRAFT)


def english(text: str, state: State = TRANSLATED, was: ParagraphRecord = WAS) -> ParagraphRecord:
    return replace(was, english=text, state=state)


# What a translator sees


def test_two_paragraphs_that_two_translated_are_both_there() -> None:
    one, two = WAS, replace(WAS, german="Die Lage")
    found = merge_records(record(one, two), record(english("Calm", was=one), two), record(one, english("It", was=two)))
    assert [p.english for p in found.paragraphs] == ["Calm", "It"]
    assert found.met == ()


@pytest.mark.feature("two who translated the same")
def test_where_two_met_the_reviewed_english_stays_and_the_other_is_told() -> None:
    paragraph = merged(WAS, english("Calm"), english("Quiet", REVIEWED))
    assert (paragraph.english, paragraph.state) == ("Quiet", TRANSLATED)
    assert paragraph.note == "The other translator has: Calm"
    assert told(paragraph) == ["the other translator has other English: “Calm”"]


def test_of_two_alike_it_does_not_matter_who_merges() -> None:
    paragraph = merged(WAS, english("Quiet"), english("Calm"))
    assert (paragraph.english, paragraph.note) == ("Calm", "The other translator has: Quiet")


def test_a_note_of_one_and_the_english_of_the_other_are_no_conflict() -> None:
    noted = replace(WAS, note="Which day?", overrides=(Override("numbers", "12", "a date"),))
    assert merged(WAS, english("Calm", REVIEWED), noted) == replace(
        english("Calm", REVIEWED), note="Which day?", overrides=noted.overrides
    )


def test_new_drafts_on_both_sides_are_nobodys_conflict() -> None:
    ours, theirs = Draft("Silence", "p"), Draft("Stillness", "q")
    paragraph = merged(
        WAS, replace(WAS, english="Silence", draft=ours), replace(WAS, english="Stillness", draft=theirs)
    )
    assert (paragraph.state, paragraph.english) == (State.DRAFT, "Silence")
    accepted = english("Calm", REVIEWED)
    paragraph = merged(accepted, replace(accepted, draft=ours), replace(accepted, draft=theirs))
    assert (paragraph.english, paragraph.state, paragraph.note) == ("Calm", REVIEWED, "")


def test_one_who_accepts_and_one_who_rewrites_meet() -> None:
    was = english("Calm")
    paragraph = merged(was, english("Calm", REVIEWED), english("Quiet at the border"))
    assert (paragraph.english, paragraph.state) == ("Calm", TRANSLATED)
    assert told(paragraph) == ["the other translator has other English: “Quiet at the border”"]


def test_accepted_by_one_is_accepted() -> None:
    assert merged(english("Calm"), english("Calm", REVIEWED), english("Calm")).state is REVIEWED
    assert merged(WAS, english("Calm", REVIEWED), english("Calm")).state is REVIEWED


def test_what_one_left_out_and_the_other_translated_stays_and_is_told() -> None:
    paragraph = merged(WAS, replace(WAS, state=SKIPPED), english("Calm", REVIEWED))
    assert (paragraph.english, paragraph.state) == ("Calm", TRANSLATED)
    assert told(paragraph) == ["the other translator left this paragraph out"]


def test_what_one_emptied_and_the_other_accepted_stays_and_is_told() -> None:
    was = english("Calm")
    paragraph = merged(was, replace(was, english="", state=NEW), english("Calm", REVIEWED))
    assert (paragraph.english, paragraph.state) == ("Calm", TRANSLATED)
    assert told(paragraph) == ["the other translator took the English out"]


def test_a_line_of_a_note_that_both_changed_is_there_twice() -> None:
    was = replace(WAS, note="Which day?\nAsk Ms Karl")
    paragraph = merged(was, replace(was, note="Monday?\nAsk Ms Karl"), replace(was, note="Tuesday?\nAsk Ms Karl\nDone"))
    assert sorted(paragraph.note.splitlines()) == ["Ask Ms Karl", "Done", "Monday?", "Tuesday?"]


def test_reasons_of_both_are_kept() -> None:
    ours, theirs = (replace(WAS, overrides=(Override("numbers", "12", why),)) for why in ("a date", "a quotation"))
    assert merged(WAS, ours, theirs).overrides == (Override("numbers", "12", "a date\na quotation"),)


def test_both_began_the_article() -> None:
    assert merged(None, english("Calm"), WAS).english == "Calm"
    assert merged(None, english("Calm"), english("Quiet")).note == "The other translator has: Quiet"


# Paragraphs that were cut, joined, added, and that are gone


def test_what_one_cut_and_the_other_translated_waits_at_the_first_part() -> None:
    was = ParagraphRecord("Er kam. Sie ging.", "He came. She went.", TRANSLATED)
    cut = (
        ParagraphRecord("Er kam.", "He came.", TRANSLATED),
        ParagraphRecord("Sie ging.", "She went.", TRANSLATED, part="split"),
    )
    found = merge_records(record(was), record(*cut), record(replace(was, english="He arrived. She left.")))
    first, second = found.paragraphs
    assert told(first) == ["the other translator has other English: “He arrived. She left.”"]
    assert (second, found.met) == (cut[1], (0,))
    assert [p.english for p in found.removed] == ["He arrived. She left."]


def test_two_cuts_in_two_paragraphs_are_both_made() -> None:
    one, two = ParagraphRecord("Er kam. Sie ging."), ParagraphRecord("Er sah. Sie nicht.")
    ours = (ParagraphRecord("Er kam."), ParagraphRecord("Sie ging.", part="split"), two)
    theirs = (one, ParagraphRecord("Er sah."), ParagraphRecord("Sie nicht.", part="split"))
    found = merge_records(record(one, two), record(*ours), record(*theirs))
    assert [p.german for p in found.paragraphs] == ["Er kam.", "Sie ging.", "Er sah.", "Sie nicht."]


def test_a_paragraph_of_ones_own_is_put_where_it_was_put_on_either_side() -> None:
    mine, yours = (ParagraphRecord("", text, TRANSLATED, part="inserted") for text in ("Mine", "Yours"))
    two = replace(WAS, german="Die Lage")
    found = merge_records(record(WAS, two), record(WAS, mine, two), record(WAS, yours, two, yours))
    assert sorted(p.english for p in found.paragraphs[1:3]) == ["Mine", "Yours"]
    assert found.paragraphs[4].english == "Yours"


def test_what_the_article_has_no_more_is_kept_for_when_it_comes_back() -> None:
    two = replace(WAS, german="Die Lage")
    found = merge_records(record(WAS, two), record(two), record(english("Calm"), two))
    assert [p.german for p in found.paragraphs] == ["Die Lage"]
    assert [p.english for p in found.removed] == ["Calm"]
    back = rematch(found, Document("grenze.txt", (Paragraph(WAS.german), Paragraph("Die Lage"))))
    assert back.paragraphs[0].english == "Calm"


def test_records_of_two_articles_or_of_an_earlier_form_are_not_merged() -> None:
    with pytest.raises(WorkbenchError, match=r"of grenze\.txt here and of gipfel\.txt there"):
        merge_records(None, record(WAS), replace(record(WAS), source="gipfel.txt"))
    with pytest.raises(WorkbenchError, match="of an earlier form"):
        merge_records(None, record(WAS), replace(record(WAS), form=1))


# Whatever two people do


@st.composite
def changed(draw: st.DrawFn, was: TranslationRecord) -> TranslationRecord:
    """What somebody makes of a record: decisions, paragraphs cut, added and gone, in another order."""
    row = list(was.paragraphs)
    removed = list(was.removed)
    for at in draw(st.lists(st.integers(0, 5), max_size=4)):
        if at < len(row):
            row[at] = draw(DECISIONS)(row[at])
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        at = draw(st.integers(0, len(row)))
        kind = draw(st.sampled_from(["own", "gone", "cut", "moved", "source"]))
        if kind == "own":
            row.insert(at, ParagraphRecord("", draw(st.sampled_from("xyz")), TRANSLATED, part="inserted"))
        elif kind == "source":
            row.insert(at, ParagraphRecord(draw(st.sampled_from(["Neu.", "Anders."]))))
        elif at < len(row):
            one = row.pop(at)
            if kind == "gone":
                removed += [one] if one.has_work else []
            elif kind == "moved":
                row.insert(draw(st.integers(0, len(row))), one)
            else:
                row[at:at] = [replace(one, german=f"{one.german}{n}", part="split" if n else "") for n in (0, 1)]
    return replace(was, paragraphs=tuple(row), removed=tuple(removed))


Three = tuple[TranslationRecord, TranslationRecord, TranslationRecord]
"""A record, and what two people made of it."""


@st.composite
def three(draw: st.DrawFn) -> Three:
    germans = draw(st.lists(st.sampled_from(["Eins.", "Zwei.", "Drei.", "Vier."]), max_size=5))
    row = tuple(replace(draw(CLEAN_PARAGRAPHS), german=german, codes=()) for german in germans)
    was = TranslationRecord("a.txt", row, tuple(draw(st.lists(CLEAN_PARAGRAPHS, max_size=1))))
    return was, draw(changed(was)), draw(changed(was))


def everything(of: TranslationRecord) -> tuple[set[str], set[str], set[tuple[str, str, str]]]:
    """English of a person's, lines of notes, and lines of overrides' reasons, wherever they stand."""
    paragraphs = (*of.paragraphs, *of.removed)
    own = {clean_line(p.target.shown()) for p in paragraphs if p.has_own_english}
    lines = {line for p in paragraphs for line in p.note.splitlines()}
    kept = {clean_line(text.shown()) for p in paragraphs for _, text in kept_english(p.note)}
    overrides = {
        (o.check, o.about, line) for p in paragraphs for o in p.overrides for line in ("", *o.reason.splitlines())
    }
    return own | kept, lines, overrides


def in_any_order(of: TranslationRecord) -> object:
    """A record, whatever the order of what it keeps under `removed`."""
    return of.paragraphs, sorted(map(repr, of.removed)), of.origin


@settings(max_examples=200, deadline=None)
@given(three())
def test_nothing_that_either_did_is_lost(made: Three) -> None:
    was, ours, theirs = made
    for base in (was, None):
        found = merge_records(base, ours, theirs)
        english, lines, overrides = everything(found)
        before = everything(was)
        for side in (ours, theirs):
            of_side = everything(side)
            assert of_side[0] - before[0] <= english
            assert of_side[1] - before[1] <= lines
            assert of_side[2] - before[2] <= overrides
        assert clean_record(dump_record(found), "a.yaml", Dump()) == found


@settings(max_examples=150, deadline=None)
@given(three())
def test_it_does_not_matter_who_merges(made: Three) -> None:
    was, ours, theirs = made
    for base in (was, None):
        one, other = merge_records(base, ours, theirs), merge_records(base, theirs, ours)
        assert in_any_order(one) == in_any_order(other)
        assert one.met == other.met


@settings(max_examples=150, deadline=None)
@given(three())
def test_what_only_one_changed_is_as_he_has_it(
    made: tuple[TranslationRecord, TranslationRecord, TranslationRecord],
) -> None:
    was, ours, theirs = made
    assert merge_records(was, ours, was) == ours
    assert merge_records(was, was, theirs) == theirs
    assert merge_records(was, ours, ours) == ours
    assert merge_records(None, ours, ours) == ours


@settings(max_examples=60, deadline=None)
@given(three())
def test_both_can_take_the_merged_record_up(
    made: tuple[TranslationRecord, TranslationRecord, TranslationRecord],
) -> None:
    """What somebody has open is in the merged record, so that it is taken up without a question (see `Watch`)."""
    _, ours, theirs = made
    found = merge_records(None, ours, theirs)
    assert not has_work_beyond(ours, found)
    assert not has_work_beyond(theirs, found)
