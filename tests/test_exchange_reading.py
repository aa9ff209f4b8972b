"""Reading glossaries of other programs: what of them becomes an entry, and what is told."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from workbench.glossary import Entry
from workbench.glossary.exchange import read_terms

DATA = Path(__file__).parent / "data" / "exchange"


def entries(path: Path, **options: Any) -> list[Entry]:
    """The entries of a file, without their lines."""
    return [replace(entry, line=0) for entry in read_terms(path, **options).entries]


def sheet(path: Path, *rows: tuple[object, ...]) -> Path:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return path


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


# --- TBX ----------------------------------------------------------------------------------------------------


def test_tbx_basic_gives_status_kind_and_notes() -> None:
    kyiv, csto = read_terms(DATA / "basic_dca.tbx").entries
    assert kyiv.de == ("Kiew", "Kyjiw")
    assert (kyiv.en, kyiv.also, kyiv.avoid) == ("Kyiv", ("Kyiv city",), ("Kiev", "Kieff"))
    assert kyiv.note == (
        "Spelt so since 2019. The Russian form. definition: Hauptstadt der Ukraine; subject: Politics; "
        "part of speech: noun; context: Talks in Kyiv went on."
    )
    assert kyiv.line == 12
    assert (csto.de, csto.en, csto.kind, csto.note) == (("ODKB",), "CSTO", "organisation", "")


@pytest.mark.feature("glossaries of other programs")
def test_both_styles_of_tbx_3_say_the_same() -> None:
    assert entries(DATA / "basic_dct.tbx") == entries(DATA / "basic_dca.tbx")


def test_a_concept_without_german_is_told_with_its_line() -> None:
    (problem,) = read_terms(DATA / "basic_dca.tbx").problems
    assert problem.line == 70
    assert problem.what == "entry has no German term (first: 'without German')"


def test_british_english_is_preferred_and_that_is_told() -> None:
    read = read_terms(DATA / "martif_nested.tbx")
    colour, sidewalk = read.entries
    assert (colour.de, colour.en, colour.also) == (("Farbe", "Farbton"), "colour", ("color",))
    assert sidewalk.en == "sidewalk"
    told = "1 entry in en-GB and en-US: en-GB is preferred, en-US allowed (--english en-US turns that round)"
    assert told in read.notes


def test_american_english_is_preferred_where_it_is_asked_for() -> None:
    colour = entries(DATA / "martif_nested.tbx", english="en_us")[0]
    assert (colour.en, colour.also) == ("color", ("colour",))


def test_the_flags_of_online_term_bases() -> None:
    (nato,) = entries(DATA / "martif_flat.tbx")
    assert nato == Entry(("NATO",), "NATO", ("North Atlantic Treaty Organization",), ("Nato",), case="exact")


def test_what_the_translate_toolkit_makes_of_a_table(tmp_path: Path) -> None:
    """A file made by another program at the time of the test: csv2tbx of the Translate Toolkit."""
    table = text(tmp_path / "terms.csv", "place,Kiew,Kyiv\n,Gipfel,summit\n")
    made = tmp_path / "terms.tbx"
    code = f"from translate.convert import csv2tbx; csv2tbx.main([{str(table)!r}, {str(made)!r}, '--progress=none'])"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=tmp_path)
    english = made.read_text().replace('xml:lang="en"', 'xml:lang="de"').replace('xml:lang="xx"', 'xml:lang="en"')
    made.write_text(english)
    assert [(e.de, e.en) for e in entries(made)] == [(("Kiew",), "Kyiv"), (("Gipfel",), "summit")]


def test_a_store_of_the_translate_toolkit_with_alternatives(tmp_path: Path) -> None:
    from translate.storage.tbx import tbxfile

    store = tbxfile(sourcelanguage="de", targetlanguage="en")
    unit = store.addsourceunit("Gipfel")
    unit.target = "summit"
    unit.set_target_terms(["summit", "summit meeting"], "en")
    unit.addnote("of heads of state", origin="translator")
    path = tmp_path / "store.tbx"
    path.write_bytes(bytes(store))
    assert entries(path) == [Entry(("Gipfel",), "summit", ("summit meeting",), note="of heads of state")]


def test_a_file_without_german_and_english_is_refused(tmp_path: Path) -> None:
    from workbench.problem import WorkbenchError

    content = (DATA / "martif_flat.tbx").read_text().replace('"de"', '"fr"').replace('"en"', '"it"')
    path = text(tmp_path / "fr-it.tbx", content)
    with pytest.raises(WorkbenchError) as raised:
        read_terms(path)
    assert raised.value.problem.what == "has no entry in German and English; its languages are fr and it"


# --- OmegaT -------------------------------------------------------------------------------------------------


@pytest.mark.feature("glossaries of other programs")
def test_omegat_alternatives_comments_and_quotation_marks() -> None:
    read = read_terms(DATA / "omegat.txt")
    assert [(e.de[0], e.en, e.also, e.note) for e in read.entries] == [
        ("Gipfel", "summit", ("summit meeting",), "not: peak"),
        ('"Bild"', "Bild", (), ""),
        ("Machthaber", "ruler", (), ""),
    ]
    assert "not read: 1 line beginning with #, as comments do in OmegaT" in read.notes
    assert any("the first is, the others are allowed: 'Gipfel' (2)" in note for note in read.notes)


def test_a_spreadsheets_unicode_text() -> None:
    assert entries(DATA / "omegat_utf16.txt") == [
        Entry(("Straße",), "street", note="Kommentar"),
        Entry(('Die "Welt"',), "Die Welt"),
    ]


def test_the_encoding_that_the_first_line_names() -> None:
    assert [e.de for e in entries(DATA / "omegat_latin1.tab")] == [("Übung",), ("Räte",)]


def test_what_the_translate_toolkit_writes_for_omegat(tmp_path: Path) -> None:
    from translate.storage.omegat import OmegaTFile

    store = OmegaTFile()
    for german, english, comment in (("Straße", "street", "in a town"), ("Gasse", "alley", "")):
        unit = store.addsourceunit(german)
        unit.target = english
        unit.addnote(comment)
    path = tmp_path / "store.utf8"
    path.write_bytes(bytes(store))
    assert entries(path) == [Entry(("Straße",), "street", note="in a town"), Entry(("Gasse",), "alley")]


# --- DeepL and Google ---------------------------------------------------------------------------------------


def test_deepl_with_four_columns_knows_its_direction() -> None:
    read = read_terms(DATA / "deepl_four.csv")
    assert [(e.de[0], e.en) for e in read.entries] == [("Gipfel", "summit"), ("Straße, breite", "wide street")]
    assert [str(p.what) for p in read.problems] == ["entry is fr→it, not German and English (first: 'mot')"]


def test_two_columns_are_german_and_english_and_can_be_swapped(tmp_path: Path) -> None:
    path = text(tmp_path / "en-de.csv", "street,Straße\nexercise,Übung\ncouncil,Räte\n")
    read = read_terms(path)
    assert any("the second has the umlauts: try --swap" in note for note in read.notes)
    assert [(e.de[0], e.en) for e in read_terms(path, swap=True).entries[:1]] == [("Straße", "street")]


def test_a_german_term_that_stands_twice_gets_both_englishes_and_is_told(tmp_path: Path) -> None:
    read = read_terms(text(tmp_path / "a.csv", "Gipfel,summit\nRat,council\nGipfel,peak\n"))
    assert [(e.de, e.en, e.also) for e in read.entries] == [
        (("Gipfel",), "summit", ("peak",)),
        (("Rat",), "council", ()),
    ]
    assert any("'Gipfel' (1)" in note for note in read.notes)


def test_neighbours_with_the_same_english_are_one_entry(tmp_path: Path) -> None:
    read = read_terms(text(tmp_path / "a.csv", "Kiew,Kyiv\nKyjiw,Kyiv\nMinsk,Minsk\n"))
    assert [e.de for e in read.entries] == [("Kiew", "Kyjiw"), ("Minsk",)]


def test_googles_term_set_in_any_order_of_languages() -> None:
    read = read_terms(DATA / "google_set.csv")
    assert [(e.de[0], e.en, e.note) for e in read.entries] == [
        ("Farbe", "colour", "part of speech: noun; what is seen, not felt"),
        ("Gipfel", "summit", "part of speech: noun"),
    ]
    assert "columns not read: fr" in read.notes


@pytest.mark.parametrize("first_row", ["de,en", "DE;EN-GB", "German\tEnglish", "source,target", "Deutsch;Englisch"])
def test_a_row_of_names_is_no_term(tmp_path: Path, first_row: str) -> None:
    delimiter = next(sign for sign in first_row if sign in ",;\t")
    path = text(tmp_path / "a.csv", f"{first_row}\nKiew{delimiter}Kyiv\n")
    assert [(e.de, e.en) for e in entries(path)] == [(("Kiew",), "Kyiv")]


@pytest.mark.parametrize("row", ["Quelle,source", "Begriff,term", "Deutsch,German", "englisch,English", "EU,EU"])
def test_terms_that_look_like_names_are_terms(tmp_path: Path, row: str) -> None:
    path = text(tmp_path / "a.csv", f"{row}\nKiew,Kyiv\n")
    assert [f"{e.de[0]},{e.en}" for e in entries(path)] == [row, "Kiew,Kyiv"]


def test_a_first_row_that_names_no_english_is_told(tmp_path: Path) -> None:
    read = read_terms(text(tmp_path / "a.csv", "Deutsch;Polnisch\nGipfel;szczyt\n"))
    assert any("the first row seems to name them (Deutsch, Polnisch): is there English in it?" in n for n in read.notes)


# --- Tables with names --------------------------------------------------------------------------------------


def test_a_german_spreadsheets_csv() -> None:
    read = read_terms(DATA / "excel_german.csv")
    kyiv, ministry, taz = read.entries
    assert (kyiv.en, kyiv.avoid, kyiv.kind, kyiv.note) == ("Kyiv", ("Kiev", "Kiew"), "place", "Stadt, nicht Gebiet")
    assert (ministry.en, ministry.also) == ("Ministry of Defence", ("Ministry of Defense",))
    assert taz.de == ("„taz“",)
    assert "is not UTF-8: read as Windows-1252 – look whether the umlauts are right" in read.notes
    assert "columns not read: Bearbeiter" in read.notes
    assert [problem.what for problem in read.problems] == ["unknown kind (first: 'Zeitung')"]


def test_memoqs_repeated_columns() -> None:
    kyiv, summit = entries(DATA / "memoq.csv")
    assert (kyiv.de, kyiv.en, kyiv.also) == (("Kiew", "Kyjiw"), "Kyiv", ("Kiev",))
    assert kyiv.note == "subject: Politik; Spelt so since 2019. definition: the capital"
    assert (summit.de, summit.en, summit.avoid) == (("Gipfel",), "summit", ("peak",))


def test_a_spreadsheet_with_a_row_for_each_term_and_flags(tmp_path: Path) -> None:
    """As online term bases export it: a concept's number, and yes or no beside each term."""
    path = sheet(
        tmp_path / "flags.xlsx",
        ("CID", "concept_note", "de", "case", "forbidden", "en", "forbidden", "preferred"),
        (1, "the capital", "Kiew", False, False, "Kiev", True, False),
        (1, None, None, None, None, "Kyiv city", False, False),
        (1, None, None, None, None, "Kyiv", False, True),
        (2, None, "NATO", True, False, "NATO", False, False),
    )
    assert entries(path) == [
        Entry(("Kiew",), "Kyiv", ("Kyiv city",), ("Kiev",), note="the capital"),
        Entry(("NATO",), "NATO", case="exact"),
    ]


def test_a_spreadsheet_with_several_terms_in_a_cell(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "cells.xlsx",
        ("English", "German", "Synonyme", "Verboten", "Status"),
        ("Kyiv|Kyiv city", "Kiew | Kyjiw", "Kyiv, Ukraine", "Kiev\nKieff", "approved"),
    )
    assert entries(path) == [Entry(("Kiew", "Kyjiw"), "Kyiv", ("Kyiv city", "Kyiv, Ukraine"), ("Kiev", "Kieff"))]


def test_a_spreadsheet_with_a_status_in_each_row(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "status.xlsx",
        ("Deutsch", "Englisch", "Status"),
        ("Kiew", "Kiev", "verboten"),
        ("Kiew", "Kyiv", "bevorzugt"),
        ("Kiew", "Kyiv city", "zugelassen"),
    )
    assert entries(path) == [Entry(("Kiew",), "Kyiv", ("Kyiv city",), ("Kiev",))]


def test_a_spreadsheet_without_names_gives_its_first_two_columns(tmp_path: Path) -> None:
    assert entries(sheet(tmp_path / "a.xlsx", ("Kiew", "Kyiv"), (None, None), ("Jahr 1984", 1984.0))) == [
        Entry(("Kiew",), "Kyiv"),
        Entry(("Jahr 1984",), "1984"),
    ]


def test_a_title_above_the_names_of_the_columns(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", ("Glossar 2024", None), (), ("Englisch", "Deutsch"), ("Kyiv", "Kiew"))
    read = read_terms(path)
    assert [(e.de[0], e.en, e.line) for e in read.entries] == [("Kiew", "Kyiv", 4)]
    assert "not read, above the names of the columns: Glossar 2024" in read.notes


def test_the_sheet_with_german_and_english_is_found(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.title = "Cover"
    workbook.active.append(("Terms of 2024",))
    terms = workbook.create_sheet("Terms")
    terms.append(("German (Austria)", "English (UK)"))
    terms.append(("Jänner", "January"))
    workbook.create_sheet("Secret").append(("German", "English"))
    workbook["Secret"].sheet_state = "hidden"
    workbook.save(tmp_path / "a.xlsx")
    read = read_terms(tmp_path / "a.xlsx")
    assert [(e.de[0], e.en) for e in read.entries] == [("Jänner", "January")]
    assert "sheet 'Terms'; not read: Cover" in read.notes


def test_what_a_spreadsheet_has_made_of_a_term_is_told(tmp_path: Path) -> None:
    from datetime import date

    path = sheet(tmp_path / "a.xlsx", ("German", "English", "Added"), (date(2024, 5, 1), "May Day", date(2024, 1, 1)),
                 ("Summe", "=A1"), ("Kiew", "#N/A"), ("Minsk", "Minsk", date(2024, 1, 1)))  # fmt: skip
    read = read_terms(path)
    assert [e.de[0] for e in read.entries] == ["Minsk"]
    assert [f"{p.line}: {p.what}" for p in read.problems] == [
        "2: cell has a date, not a text (first: '2024-05-01 00:00:00')",
        "2: entry has no German term (first: 'May Day')",
        "3: 2 times: entry has no English term (first: 'Summe')",
        "4: cell has an error value (first: '#N/A')",
    ]
    assert any("1 formula without a saved value, read as empty" in note for note in read.notes)


def test_the_content_tells_the_format_where_the_suffix_is_wrong(tmp_path: Path) -> None:
    table = sheet(tmp_path / "terms.xlsx", ("Kiew", "Kyiv")).rename(tmp_path / "terms.csv")
    term_base = text(tmp_path / "export.xml", (DATA / "martif_flat.tbx").read_text())
    assert [e.en for e in entries(table)] == ["Kyiv"]
    assert [e.en for e in entries(term_base)] == ["NATO"]
