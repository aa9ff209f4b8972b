"""A bilingual spreadsheet that comes back: what was changed, sorted, added or typed in it, and what is no such file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.delivery_material import STATES, coded, delivery, record_of, records
from tests.xlsx_reviewer import COLUMN, HERE, NEEDS_LIBREOFFICE, back, by_libreoffice, edited, made, put
from workbench.export import render
from workbench.export.returned_xlsx import read_returned_xlsx
from workbench.export.xlsx import HIDDEN, SHOWN
from workbench.problem import WorkbenchError
from workbench.text import Inline
from workbench.translation import ParagraphRecord, State, TranslationRecord


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=records())
def test_what_nobody_changed_comes_back_as_it_was(record: TranslationRecord) -> None:
    for segment in read_returned_xlsx(made(record), HERE).segments:
        assert (segment.target, segment.comments) == (segment.exported, ())


def test_the_file_names_its_article() -> None:
    assert read_returned_xlsx(made(STATES), HERE).document == "gipfel.txt"


@NEEDS_LIBREOFFICE
def test_saved_anew_by_libreoffice_it_comes_back_as_it_was(tmp_path: Path) -> None:
    for record in (STATES, coded(), record_of("=1+1", "_x000D_ und", "a\nb", "👩‍🚀 שלום")):
        found = read_returned_xlsx(by_libreoffice(made(record), "xlsx", tmp_path).read_bytes(), HERE)
        assert [segment.id for segment in found.segments] == list(record.ids)
        assert all(segment.target == segment.exported and not segment.comments for segment in found.segments)
        assert (found.remarks, found.document) == ((), read_returned_xlsx(made(record), HERE).document)


@NEEDS_LIBREOFFICE
def test_what_was_changed_is_there_when_libreoffice_has_saved_it(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        put(sheet, 2, "English", "The Kremlin keeps silent")
        put(sheet, 5, "State", "reviewed")
        sheet.cell(4, COLUMN["English"]).comment = Comment("Really nobody?", "Anna Berger")

    saved = by_libreoffice(edited(STATES, edit), "xlsx", tmp_path).read_bytes()
    first, _, third, fourth, *_ = read_returned_xlsx(saved, HERE).segments
    assert first.target == Inline("The Kremlin keeps silent")
    assert third.comments == ("Really nobody?",)
    assert fourth.reviewed


def test_rows_may_be_sorted_hidden_and_deleted() -> None:
    def edit(sheet: Any) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        rows.sort(key=lambda row: row[1])
        del rows[0]
        sheet.delete_rows(2, 10)
        for row in rows:
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True

    found = back(STATES, edit)
    assert len(found.segments) == 5
    assert {segment.id for segment in found.segments} < set(STATES.ids)
    assert all(segment.target == segment.exported for segment in found.segments)
    assert found.remarks == ()


def test_columns_may_be_moved_and_rows_put_above_the_head() -> None:
    def edit(sheet: Any) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Review by Anna"
        sheet.insert_cols(1)

    assert [segment.target for segment in back(STATES, edit).segments] == [
        Inline("" if p.state is State.SKIPPED else p.english) for p in STATES.paragraphs
    ]


def test_a_state_says_whether_it_is_reviewed() -> None:
    def edit(sheet: Any) -> None:
        put(sheet, 2, "State", "Translated ")
        put(sheet, 5, "State", "REVIEWED")
        put(sheet, 6, "State", "passt so")
        put(sheet, 7, "State", None)

    found = back(STATES, edit).segments
    assert [segment.reviewed for segment in found] == [False, None, None, True, None, None]
    assert found[4].comments == ("State: passt so",)


def test_comments_notes_and_columns_of_ones_own_come_in_as_comments() -> None:
    def edit(sheet: Any) -> None:
        sheet.cell(2, COLUMN["English"]).comment = Comment("Anna Berger:\nToo stiff?", "Anna Berger")
        sheet.cell(2, COLUMN["German"]).comment = Comment("Typo in the source", "")
        put(sheet, 4, "Notes", f"{sheet.cell(4, COLUMN['Notes']).value}\nAsk the author")
        put(sheet, 1, "Codes", "Codes")
        sheet.cell(1, 14).value = "Remarks"
        sheet.cell(5, 14).value = "fine"

    found = back(STATES, edit).segments
    assert found[0].comments == ("Typo in the source", "Anna Berger: Too stiff?")
    assert found[2].comments == ("Ask the author",)
    assert found[3].comments == ("Remarks: fine",)


def test_a_comment_with_replies_is_read_without_what_excel_says_to_older_programs() -> None:
    told = (
        "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to "
        "it will get removed. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n"
        "    Better: quiet\n"
        "Reply:\n    I agree"
    )

    def edit(sheet: Any) -> None:
        sheet.cell(2, COLUMN["English"]).comment = Comment(told, "tc={0A1B}")

    assert back(STATES, edit).segments[0].comments == ("Better: quiet\nI agree",)


def test_rows_that_were_added_are_told_and_kept() -> None:
    def edit(sheet: Any) -> None:
        sheet.append(["", "", "A sentence of my own."])

    found = back(STATES, edit)
    assert (found.segments[-1].id, found.segments[-1].target, found.segments[-1].exported) == (
        "",
        Inline("A sentence of my own."),
        None,
    )
    assert [remark.what for remark in found.remarks] == [
        "row 8: no id of a segment, so the row was added or typed over"
    ]


def test_of_copied_rows_the_one_that_was_changed_counts_and_a_second_is_told() -> None:
    def edit(sheet: Any) -> None:
        row = [cell.value for cell in sheet[5]]
        sheet.append([*row[:2], "It pours.", *row[3:]])
        sheet.append([*row[:2], "It is raining.", *row[3:]])

    found = back(STATES, edit)
    assert [segment.target.text for segment in found.segments if segment.id == STATES.ids[3]] == ["It pours."]
    assert [remark.what for remark in found.remarks] == ["row 9: a copy of another row, with other English: not read"]


def test_without_the_hidden_columns_paragraphs_have_their_german() -> None:
    def edit(sheet: Any) -> None:
        sheet.delete_cols(len(SHOWN) + 1, len(HIDDEN))

    found = back(STATES, edit)
    assert [(segment.id, segment.exported) for segment in found.segments] == [("", None)] * 6
    assert [segment.comments for segment in found.segments] == [(), (), ("Time checked",), (), (), ()]  # see `compare`
    assert [segment.source for segment in found.segments] == [p.german for p in STATES.paragraphs]
    assert "hidden columns are gone" in found.remarks[0].what


def test_without_what_was_handed_over_nothing_is_told_of_it() -> None:
    def edit(sheet: Any) -> None:
        sheet.delete_cols(COLUMN["English as handed over"])

    assert {segment.exported for segment in back(STATES, edit).segments} == {None}


def sorted_by_english(sheet: Any) -> None:
    """As a spreadsheet program sorts what is seen, where the user selects no more than that."""
    seen = [[cell.value for cell in row[: len(SHOWN)]] for row in sheet.iter_rows(min_row=2)]
    for number, values in enumerate(sorted(seen, key=lambda row: str(row[2] or "")), 2):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column).value = value


def test_rows_that_were_sorted_without_their_hidden_columns_are_found_by_their_german() -> None:
    def edit(sheet: Any) -> None:
        put(sheet, 5, "English", "A rain falls.")
        put(sheet, 5, "State", "reviewed")
        sorted_by_english(sheet)

    found = back(STATES, edit)
    there = {segment.id: segment for segment in found.segments}
    assert len(there) == len(STATES.paragraphs)
    for key, paragraph in zip(STATES.ids, STATES.paragraphs, strict=True):
        segment = there[key]
        assert (segment.source, segment.comments) == (paragraph.german, ())
        if paragraph.german == "Es regnet.":
            assert (segment.target, segment.exported) == (Inline("A rain falls."), Inline("It rains."))
            assert segment.reviewed
        else:
            assert (segment.target == segment.exported, segment.reviewed) == (True, None)
    assert "sorted without the hidden columns" in found.remarks[0].what


def test_of_equal_paragraphs_that_were_sorted_each_keeps_its_english() -> None:
    twice = replace(STATES, paragraphs=tuple(ParagraphRecord("Ja.", english) for english in ("Yes.", "Indeed.", "So.")))
    other = replace(twice, paragraphs=(*twice.paragraphs, ParagraphRecord("Nein.", "No.")))
    there = {segment.id: segment for segment in back(other, sorted_by_english).segments}
    assert [there[key].target.text for key in other.ids] == ["Yes.", "Indeed.", "So.", "No."]


def test_beside_a_slip_in_the_german_equal_paragraphs_are_not_mixed_up() -> None:
    twins = replace(STATES, paragraphs=tuple(ParagraphRecord(german, "Yes.") for german in ("Ja.", "Ja.", "Nein.")))

    def edit(sheet: Any) -> None:
        put(sheet, 2, "English", "Sure.")
        put(sheet, 4, "German", "Nain.")

    assert [(segment.id, segment.target.text) for segment in back(twins, edit).segments] == [
        (key, english) for key, english in zip(twins.ids, ("Sure.", "Yes.", "Yes."), strict=True)
    ]


def test_what_stands_beside_the_table_is_told() -> None:
    def edit(sheet: Any) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "Looked through on Monday"
        sheet.parent.create_sheet("Mine")["B2"] = "In general good"
        sheet.cell(sheet.max_row + 1, 1).value = "Greetings"

    found = back(STATES, edit)
    assert [remark.what for remark in found.remarks] == [
        "has something above the table: “Looked through on Monday”",
        "has something in the sheet “Mine”: “In general good”",
        "row 9: no id of a segment, so the row was added or typed over",
    ]


def test_numbers_dates_and_formulas_that_were_typed() -> None:
    def edit(sheet: Any) -> None:
        put(sheet, 2, "English", 2024)
        put(sheet, 4, "English", 3.0)
        put(sheet, 5, "English", "=B5")

    found = back(STATES, edit)
    assert [segment.target.text for segment in found.segments][:4] == ["2024", "", "3", "It rains."]
    assert found.segments[3].comments == ("English: =B5",)
    assert "formula" in found.remarks[0].what


def test_other_german_is_told() -> None:
    found = back(STATES, lambda sheet: put(sheet, 2, "German", "Der Kreml spricht"))
    assert [remark.what for remark in found.remarks] == ["row 2: the German is another than it was"]


# Codes


def english_of(value: object) -> str:
    """What comes back where this is put into the coded paragraph's English."""
    return back(coded(), lambda sheet: put(sheet, 3, "English", value)).segments[1].target.shown()


BOLD, ITALIC, PLAIN = InlineFont(b=True), InlineFont(i=True), InlineFont()


def test_formatting_that_was_moved_is_found_under_its_id() -> None:
    value = CellRichText(
        "The ", TextBlock(BOLD, "Moscow Kremlin"), " cites ⟨2⟩figures⟨/2⟩⟨5/⟩. It ", TextBlock(ITALIC, "is"), " so."
    )
    assert english_of(value) == "The ⟨1⟩Moscow Kremlin⟨/1⟩ cites ⟨2⟩figures⟨/2⟩⟨5/⟩. It ⟨6⟩is⟨/6⟩ so."


def test_formatting_around_a_mark_holds_it() -> None:
    value = CellRichText("The ", TextBlock(BOLD, "Kremlin ⟨2⟩cites"), TextBlock(PLAIN, " figures⟨/2⟩."))
    assert english_of(value) == "The ⟨1⟩Kremlin ⟨2⟩cites⟨/1⟩ figures⟨/2⟩."


def test_in_a_cell_that_was_typed_anew_codes_go_along_with_the_words() -> None:
    value = "Der Kreml nennt neue ⟨2⟩Zahlen⟨/2⟩ und ⟨3⟩code⟨/3⟩, fast alle⟨5/⟩. Dann schweigt er."
    assert english_of(value) == (
        "Der ⟨1⟩Kreml⟨/1⟩ nennt neue ⟨2⟩Zahlen⟨/2⟩ und ⟨3⟩code⟨/3⟩, ⟨4⟩fast⟨/4⟩ alle⟨5/⟩. Dann ⟨6⟩schweigt⟨/6⟩ er."
    )


def test_more_bold_than_the_german_has_is_left_out() -> None:
    value = CellRichText(TextBlock(BOLD, "One"), " and ", TextBlock(BOLD, "two"))
    assert english_of(value).count("⟨1⟩") == 1


def test_a_cell_that_is_bold_as_a_whole_is_bold() -> None:
    def edit(sheet: Any) -> None:
        put(sheet, 3, "English", "All of it")
        sheet.cell(3, COLUMN["English"]).font = Font(b=True)

    assert back(coded(), edit).segments[1].target.shown() == "⟨1⟩All of it⟨/1⟩"


# What is no such file


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no spreadsheet"),
        (b"No.\tGerman\tEnglish", "is no spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked by a password, or of the old"),
        (b"PK\x03\x04" + b"\0" * 100, "is damaged"),
    ],
)
def test_other_files_are_one_clear_line(data: bytes, told: str) -> None:
    with pytest.raises(WorkbenchError, match=told):
        read_returned_xlsx(data, HERE)


def test_a_truncated_file_a_word_file_and_another_table_are_told() -> None:
    with pytest.raises(WorkbenchError, match="is damaged"):
        read_returned_xlsx(made(STATES)[:-200], HERE)
    with pytest.raises(WorkbenchError, match=r"is no spreadsheet \(.xlsx\)"):
        read_returned_xlsx(render(delivery(STATES), "docx", "bilingual"), HERE)
    with pytest.raises(WorkbenchError, match="has no columns named German and English"):
        read_returned_xlsx(edited(STATES, lambda sheet: sheet.delete_rows(1)), HERE)


def changed_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The spreadsheet with one of its parts changed."""
    made_anew = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made(STATES))) as package, zipfile.ZipFile(made_anew, "w") as file:
        for part in package.namelist():
            data = package.read(part)
            file.writestr(part, change(data) if part == name else data)
    return made_anew.getvalue()


def test_entities_and_a_million_cells_are_refused() -> None:
    with pytest.raises(WorkbenchError, match="declares a document type or entities"):
        read_returned_xlsx(
            changed_part("xl/worksheets/sheet1.xml", lambda data: b'<!DOCTYPE a [<!ENTITY b "c">]>' + data), HERE
        )
    many = b"<row>" + b"<c />" * 1_000_001 + b"</row></sheetData>"
    with pytest.raises(WorkbenchError, match="is too large"):
        read_returned_xlsx(
            changed_part("xl/worksheets/sheet1.xml", lambda data: data.replace(b"</sheetData>", many)), HERE
        )
