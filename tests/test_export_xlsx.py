"""The spreadsheet for reviewers: what stands in it, and that it opens."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import TextBlock

from tests.delivery_material import STATES, coded, delivery, record_of
from tests.xlsx_reviewer import COLUMN, NEEDS_LIBREOFFICE, by_libreoffice, made, sheet_of
from workbench.checks import Finding
from workbench.export import render
from workbench.export.xlsx import SHOWN
from workbench.problem import WorkbenchError


def test_a_row_has_number_german_english_state_notes_findings_and_terms() -> None:
    out = replace(delivery(STATES), findings={2: (Finding("numbers", "warning", 2, "2", "2 is missing"),)})
    sheet = load_workbook(io.BytesIO(render(out, "xlsx", "bilingual")))["Translation"]
    rows = [[cell.value for cell in row[: len(SHOWN)]] for row in sheet.iter_rows()]
    assert rows[0] == ["No.", "German", "English", "State", "Notes", "Findings", "Terms"]
    assert rows[1] == ["1", "Der Kreml schweigt", "The Kremlin is silent", "reviewed", None, None, "Kreml = Kremlin"]
    assert rows[2][2:4] == [None, "skipped"]
    assert rows[3][4:6] == ["Note: Time checked\nOn purpose: term-missing, Kremlin (named above)", "2 is missing"]
    assert [row[3] for row in rows[1:]] == [p.state.value for p in STATES.paragraphs]


def test_the_head_stays_lines_are_wrapped_rows_can_be_filtered_and_states_are_chosen_from_a_list() -> None:
    sheet = sheet_of(STATES)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:M7"
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    assert [sheet.column_dimensions[letter].hidden for letter in "GHIJKLM"] == [False, *[True] * 6]
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("D2:D7", '"new,draft,translated,reviewed,skipped"')
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")


def test_bold_and_italic_are_such_and_other_codes_are_marks() -> None:
    value = sheet_of(coded()).cell(3, COLUMN["German"]).value
    parts = [part for part in value if isinstance(part, TextBlock)]
    assert [str(part) for part in parts if part.font.b] == ["Kreml"]
    assert [str(part) for part in parts if part.font.i] == ["schweigt"]
    assert [str(part) for part in parts if part.font.strike] == ["fast"]
    assert "⟨2⟩Zahlen⟨/2⟩ und ⟨3⟩code⟨/3⟩" in str(value)
    assert "alle⟨5/⟩." in str(value)


def test_no_cell_is_a_formula_an_error_or_a_number() -> None:
    sheet = sheet_of(record_of("=1+1", "+1", "-1", "@a", "#N/A", "TRUE", "1", "'=1"))
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    with zipfile.ZipFile(io.BytesIO(made(record_of("=1+1")))) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    assert [sheet.cell(row, 3).quotePrefix for row in range(2, 8)] == [True, True, True, True, False, False]


def test_a_paragraph_longer_than_a_cell_is_told_and_nothing_is_cut_off() -> None:
    made(record_of("x" * 32_767))
    for text in ("x" * 32_768, "😀" * 16_384):
        with pytest.raises(WorkbenchError, match="paragraph 2 is longer than a spreadsheet's cell can be"):
            made(record_of("kurz", text))


def test_a_note_longer_than_a_cell_is_cut_off_and_says_so() -> None:
    record = record_of("Text")
    long = replace(record, paragraphs=(replace(record.paragraphs[0], note="😀" * 20_000),))
    notes = sheet_of(long).cell(2, COLUMN["Notes"]).value
    assert notes.endswith("(cut: a cell holds no more)")


@NEEDS_LIBREOFFICE
def test_libreoffice_makes_pages_and_a_table_of_it(tmp_path: Path) -> None:
    assert by_libreoffice(made(coded()), "pdf", tmp_path).stat().st_size > 5_000
    table = by_libreoffice(made(STATES), "csv", tmp_path).read_text()
    assert "The Kremlin is silent" in table
