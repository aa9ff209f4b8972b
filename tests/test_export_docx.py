"""The Word documents: what a reviewer opens, and that LibreOffice opens them."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.word_reviewer import seen_in
from workbench.export import Delivery, render
from workbench.formats import Block
from workbench.glossary import Entry, Glossary
from workbench.text.house_style import HouseStyle
from workbench.translation import ParagraphRecord, State, TranslationRecord

GLOSSARY = Glossary((Entry(de=("Kreml",), en="Kremlin", kind="place"),))
RECORD = TranslationRecord(
    "gipfel.md",
    (
        ParagraphRecord("Der Kreml schweigt", "The Kremlin is silent", State.REVIEWED, block=Block("heading", 2)),
        ParagraphRecord("Foto: Anna Berger", "Photo: Anna Berger", State.SKIPPED),
        ParagraphRecord("Es regnet.", "It rains.\nAnd how.", State.DRAFT, note="Tone?"),
        *(ParagraphRecord(f"Satz {n}. " * 40, f"Sentence {n}. " * 40, State.REVIEWED) for n in range(8)),
        ParagraphRecord("<w:p>&\x00\x1b[31m👩‍🚀 שלום", "<w:p>&\x00\x1b[31m👩‍🚀 שלום", State.REVIEWED),
    ),
)


def bilingual() -> Document:
    return Document(io.BytesIO(render(Delivery(RECORD, GLOSSARY), "docx", "bilingual")))


@pytest.mark.feature("documents with both languages")
def test_the_table_has_a_row_a_paragraph_numbered_with_its_state() -> None:
    (table,) = bilingual().tables
    heads, first, skipped, draft, *_ = [[seen_in(cell._tc) for cell in row.cells] for row in table.rows]
    assert heads == ["No.", "German", "English", "State"]
    assert first == ["1", "Der Kreml schweigt", "The Kremlin is silent", "reviewed"]
    assert skipped[3] == "skipped"
    assert draft == ["3", "Es regnet.", "It rains.\nAnd how.", "draft, not reviewed"]
    assert [comment.text for comment in bilingual().comments] == ["Tone?"]
    assert len(table.rows) == len(RECORD.paragraphs) + 1


def test_the_head_is_repeated_on_every_page_and_rows_are_kept_whole() -> None:
    head, *others = bilingual().tables[0].rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in others)


def test_each_language_is_tagged_for_the_spelling_check() -> None:
    cells = bilingual().tables[0].rows[1].cells
    for cell, language in ((cells[1], "de-DE"), (cells[2], "en-GB")):
        languages = [one.get(qn("w:val")) for one in cell._tc.iter(qn("w:lang"))]
        assert set(languages) == {language}
        assert len(languages) == len(list(cell._tc.iter(qn("w:r"))))


@pytest.mark.parametrize("what", ["english", "bilingual", "queries"])
def test_the_english_is_american_where_the_house_style_spells_so(what: str) -> None:
    record = TranslationRecord("a.md", (ParagraphRecord("Farbe", "Color", State.REVIEWED, note="Which?"),))
    delivery = Delivery(record, GLOSSARY, house=HouseStyle(spelling="american"))
    document = Document(io.BytesIO(render(delivery, "docx", what)))
    assert document.core_properties.language == "en-US"
    assert "en-GB" not in str(document.element.xml) and "en-US" in str(document.styles["Normal"].element.xml)


def test_the_columns_of_a_list_of_queries_are_as_wide_as_what_stands_in_them() -> None:
    (table,) = Document(io.BytesIO(render(Delivery(RECORD, GLOSSARY), "docx", "queries"))).tables
    number, german, *_ = (column.width for column in table.columns)
    assert number < german / 4
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_glossary_terms_are_underlined_in_both_languages() -> None:
    cells = bilingual().tables[0].rows[1].cells
    runs = [run for cell in cells for run in cell._tc.iter(qn("w:r"))]
    underlined = [run.text for run in runs if run.find(f"{qn('w:rPr')}/{qn('w:u')}") is not None]
    assert underlined == ["Kreml", "Kremlin"]


def test_an_english_document_keeps_headings_and_marks_what_is_not_reviewed() -> None:
    document = Document(io.BytesIO(render(Delivery(RECORD, GLOSSARY), "docx", "english")))
    told, heading, draft = document.paragraphs[:3]
    assert told.text.endswith("Not reviewed: 3.")
    assert (heading.text, heading.style.name) == ("The Kremlin is silent", "Heading 2")
    assert draft.text == "[not reviewed] It rains.\nAnd how."


def test_a_document_tells_nothing_of_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(render(Delivery(RECORD, GLOSSARY), "docx", "bilingual"))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("what", ["english", "bilingual"])
def test_libreoffice_opens_the_document_and_reads_all_of_it(what: str, tmp_path: Path) -> None:
    source = tmp_path / f"{what}.docx"
    source.write_bytes(render(Delivery(RECORD, GLOSSARY), "docx", what))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for target in ("pdf", "txt:Text (encoded):UTF8"):
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(tmp_path),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
    assert source.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    text = source.with_suffix(".txt").read_text(encoding="utf-8-sig")
    for said in ("The Kremlin is silent", "And how.", "Sentence 7.", "<w:p>&", "שלום"):
        assert said in text
