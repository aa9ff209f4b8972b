"""Writing in other programs' formats: what was written reads back the same, and other programs can read it."""

from __future__ import annotations

import csv
import io
import shutil
import string
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.glossary import KINDS, Entry, read_glossary
from workbench.glossary.exchange import FORMATS, read_terms, write_terms
from workbench.glossary.exchange.cells import is_nothing
from workbench.glossary.file.letters import form_fault
from workbench.text import clean_line

SUFFIX = {
    "tbx3": ".tbx",
    "tbx2": ".tbx",
    "omegat": ".txt",
    "deepl": ".csv",
    "google": ".csv",
    "google-set": ".csv",
    "xlsx": ".xlsx",
}
WHOLE = ("tbx3", "tbx2", "xlsx", "omegat")
"""The formats that hold everything an entry has (OmegaT's in the comment)."""

LETTERS = (
    string.ascii_letters + string.digits + "äöüßÄÖÜéłŠ" + "  \t\n\"'„“‚’,;|=+-@#<>&[](){}/\\%*:._–…\u00a0\u200b\x07"
)


def is_form(text: str) -> bool:
    """Whether it may stand in a glossary, and says something in a table, where `TODO` and `n/a` do not."""
    plain = clean_line(text)
    return bool(plain) and form_fault(plain) is None and "[" not in text and not is_nothing(plain)


forms = st.text(LETTERS, min_size=1, max_size=20).filter(is_form)
form_lists = st.lists(forms, max_size=3).map(tuple)
notes = st.text(LETTERS, max_size=40).filter(lambda note: "[" not in note)


@st.composite
def valid_entries(draw: st.DrawFn) -> Entry:
    """An entry as the glossary holds it: clean texts, each English form in one place only."""

    def clean(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(clean_line, texts)))

    en = clean_line(draw(forms))
    also = tuple(form for form in clean(draw(form_lists)) if form != en)
    first = clean_line(draw(st.one_of(st.just(""), forms)))
    first = "" if first == en else first
    return Entry(
        de=clean(draw(st.lists(forms, min_size=1, max_size=3))),
        en=en,
        also=also,
        avoid=tuple(form for form in clean(draw(form_lists)) if form not in (en, first, *also)),
        kind=draw(st.sampled_from(KINDS)),
        note=clean_line(draw(notes)),
        case=draw(st.sampled_from(("any", "exact"))),
        first=first,
    )


def distinct(entries: list[Entry]) -> list[Entry]:
    """Without German forms that an earlier entry has, as in a glossary."""
    known: set[str] = set()
    left = []
    for entry in entries:
        german = tuple(form for form in entry.de if form not in known)
        known.update(german)
        left += [replace(entry, de=german)] if german else []
    return left


glossaries = st.lists(valid_entries(), min_size=1, max_size=5).map(distinct)


def back(entries: Iterable[Entry], format: str) -> list[Entry]:
    """Written, read again; without lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"terms{SUFFIX[format]}"
        path.write_bytes(write_terms(entries, format).data)
        return [replace(entry, line=0) for entry in read_terms(path, format).entries]


def by_german(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Each German form with what is said of it."""
    return {form: replace(entry, de=(form,)) for entry in entries for form in entry.de}


@pytest.mark.feature("glossaries for other programs")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(glossaries)
def test_tbx_3_and_2_hold_everything(entries: list[Entry]) -> None:
    assert back(entries, "tbx3") == entries
    assert back(entries, "tbx2") == entries


@pytest.mark.feature("glossaries for other programs")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(glossaries)
@example([Entry(("0",), "0", note="#N/A")])
def test_a_spreadsheet_holds_everything_but_its_own_separators(entries: list[Entry]) -> None:
    plain = [entry for entry in entries if not any(sign in form for form in texts(entry) for sign in "|;")]
    if plain:
        assert back(plain, "xlsx") == plain


@pytest.mark.feature("glossaries for other programs")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(glossaries)
def test_omegat_holds_everything_for_each_german_form(entries: list[Entry]) -> None:
    held = by_german(entry for entry in entries if not any(form.startswith("#") for form in entry.de))
    if held:
        assert by_german(back(held.values(), "omegat")) == held


@pytest.mark.feature("glossaries for other programs")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(glossaries)
def test_deepl_and_google_hold_german_and_the_preferred_english(entries: list[Entry]) -> None:
    pairs = {form: entry.en for entry in entries for form in entry.de}
    notes = {form: entry.note for entry in entries for form in entry.de}
    assert {form: entry.en for form, entry in by_german(back(entries, "deepl")).items()} == pairs
    google = by_german(back(entries, "google-set"))
    assert {form: (entry.en, entry.note) for form, entry in google.items()} == {
        form: (pairs[form], notes[form]) for form in pairs
    }


def texts(entry: Entry) -> tuple[str, ...]:
    return (*entry.de, *entry.accepted, *entry.avoid)


# --- This repository's own glossary -------------------------------------------------------------------------

OWN = read_glossary(Path(__file__).parent.parent / "glossary.yaml").glossary.entries
BARE = [replace(entry, line=0) for entry in OWN]


@pytest.mark.parametrize("format", WHOLE)
def test_our_own_glossary_comes_back_as_it_was(format: str) -> None:
    assert write_terms(OWN, format).left_out == ()
    assert by_german(back(OWN, format)) == by_german(BARE)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_glossary_gives_the_same_file(format: str) -> None:
    assert write_terms(OWN, format).data == write_terms(OWN, format).data


# --- What formats cannot hold -------------------------------------------------------------------------------

RICH = Entry(("Kiew",), "Kyiv", ("Kyiv city",), ("Kiev",), "place", "the capital", "exact", "Kyiv, the capital")


def test_deepl_tells_what_it_cannot_hold() -> None:
    written = write_terms([RICH, Entry(("Minsk",), "Minsk")], "deepl")
    assert written.data == b"Kiew,Kyiv\nMinsk,Minsk\n"
    assert written.left_out == (
        "the other allowed English (also) of 1 entry",
        "the first mention (first) of 1 entry",
        "the forbidden English (avoid) of 1 entry",
        "the kind of 1 entry",
        "the note of 1 entry",
        "the exact case of 1 entry",
    )


def test_a_german_form_stands_once_in_deepls_file() -> None:
    twice = [Entry(("Bank",), "bank"), Entry(("bank", "Bank"), "bench")]
    written = write_terms(twice, "deepl")
    assert written.data == b"Bank,bank\nbank,bench\n"
    assert written.left_out == ("a second English of 1 German form ('Bank'), which may stand there once only",)


def test_omegat_cannot_hold_german_that_begins_with_a_comment_sign() -> None:
    written = write_terms([Entry(("#MeToo", "MeToo"), "#MeToo")], "omegat")
    assert written.data.decode().splitlines()[1:] == ["MeToo\t#MeToo"]
    assert written.left_out == ("1 German form beginning with #, as comments do there",)


def test_a_spreadsheet_tells_of_terms_with_its_separators() -> None:
    assert write_terms([Entry(("A; B",), "C")], "xlsx").left_out == (
        "the | or ; in 1 form ('A; B'), which comes back as several",
    )


def test_what_omegat_has_no_column_for_stands_in_the_comment() -> None:
    line = write_terms([RICH], "omegat").data.decode().splitlines()[1]
    comment = "the capital [avoid: Kiev] [first: Kyiv, the capital] [kind: place] [case: exact]"
    assert line == f"Kiew\tKyiv\t{comment}"


def test_quotation_marks_and_commas_are_quoted_as_csv_is() -> None:
    data = write_terms([Entry(('Die "Welt", Berlin',), "Die Welt")], "deepl").data
    assert data == b'"Die ""Welt"", Berlin",Die Welt\n'


def test_no_term_becomes_a_formula() -> None:
    dangerous = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)"]
    written = write_terms([Entry((form,), form, note=form) for form in dangerous], "xlsx")
    with zipfile.ZipFile(io.BytesIO(written.data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert [e.de[0] for e in back([Entry((form,), form) for form in dangerous[1:]], "xlsx")] == dangerous[1:]


FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-fähig", "@SUM(1)", "'=1", "''-2", "a;=1+1", "＝1+1", "plain", "'t Hooft"]


@pytest.mark.parametrize("format", ["deepl", "google", "google-set"])
def test_no_cell_of_a_csv_is_run_by_a_spreadsheet_and_all_come_back(format: str) -> None:
    entries = [Entry((form,), form) for form in FORMULAS]
    written = write_terms(entries, format)
    for delimiter in ",;":
        cells = [cell for row in csv.reader(io.StringIO(written.data.decode()), delimiter=delimiter) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
    assert [(e.de[0], e.en) for e in back(entries, format)] == [(form, form) for form in FORMULAS]
    assert written.remarks == ("16 cells that a spreadsheet would run have an apostrophe before them",)


def test_a_note_is_no_formula_either() -> None:
    assert write_terms([Entry(("a",), "b", note="=1+1")], "google-set").data == b"de,en,description\na,b,'=1+1\n"


# --- The structure the standard asks for --------------------------------------------------------------------

V3 = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def names(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element]


def test_tbx_3_is_tbx_basic_with_categories_as_attributes() -> None:
    root = etree.fromstring(write_terms([RICH], "tbx3").data)
    assert root.tag == f"{V3}tbx"
    assert (root.get("type"), root.get("style"), root.get(LANG)) == ("TBX-Basic", "dca", "de")
    assert names(root) == ["tbxHeader", "text"]
    assert root.find(f"{V3}tbxHeader/{V3}fileDesc/{V3}sourceDesc/{V3}p").text
    concept = root.find(f"{V3}text/{V3}body/{V3}conceptEntry")
    assert concept.get("id") == "c1"
    assert names(concept) == ["descrip", "note", "note", "langSec", "langSec"]
    assert concept[0].get("type") == "subjectField"
    german, english = concept.findall(f"{V3}langSec")
    assert (german.get(LANG), english.get(LANG)) == ("de", "en")
    for term in concept.iter(f"{V3}termSec"):
        assert names(term) in (["term"], ["term", "termNote"], ["term", "termNote", "note"])
    assert [(t.findtext(f"{V3}term"), t.findtext(f"{V3}termNote")) for t in english] == [
        ("Kyiv", "preferredTerm-admn-sts"),
        ("Kyiv city", "admittedTerm-admn-sts"),
        ("Kyiv, the capital", "admittedTerm-admn-sts"),
        ("Kiev", "deprecatedTerm-admn-sts"),
    ]
    assert {note.get("type") for note in root.iter(f"{V3}termNote")} == {"administrativeStatus"}


def test_tbx_2_is_a_martif_with_its_header() -> None:
    data = write_terms([RICH], "tbx2").data
    assert b'<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">' in data
    root = etree.fromstring(data)
    assert (root.tag, root.get("type"), root.get(LANG)) == ("martif", "TBX-Basic", "de")
    assert names(root) == ["martifHeader", "text"]
    assert names(root[0]) == ["fileDesc", "encodingDesc"]
    entry = root.find("text/body/termEntry")
    assert names(entry) == ["descrip", "note", "note", "langSet", "langSet"]
    assert {child for term in entry.iter("tig") for child in names(term)} == {"term", "termNote", "note"}


# --- Other programs read it ---------------------------------------------------------------------------------


def test_the_translate_toolkit_reads_our_tbx_2() -> None:
    from translate.storage.tbx import tbxfile

    store = tbxfile.parsestring(write_terms(OWN, "tbx2").data, sourcelanguage="de", targetlanguage="en")
    read = [
        (
            tuple(term.text for term in unit.get_source_terms()),
            [(term.text, term.deprecated) for term in unit.get_target_terms()],
        )
        for unit in store.units
    ]
    assert read == [
        (
            entry.de,
            [(form, False) for form in (entry.en, *entry.also, *filter(None, [entry.first]))]
            + [(form, True) for form in entry.avoid],
        )
        for entry in OWN
    ]


def test_the_translate_toolkit_reads_our_omegat_glossary() -> None:
    from translate.storage.omegat import OmegaTFile

    store = OmegaTFile()
    store.parse(write_terms(OWN, "omegat").data)
    read = [(unit.source, unit.target) for unit in store.units if unit.istranslated()]
    assert read == [(form, en) for entry in OWN for form in entry.de for en in (entry.en, *entry.also)]


def office(folder: Path, source: Path, to: str, *options: str) -> Path:
    """A file converted by LibreOffice. Where it has no Calc it makes none, and says so with exit code 0."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, *options, str(source)], check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{to.partition(':')[0]}"


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips where there is no LibreOffice, or one that makes no spreadsheet of the plainest table."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    table = tmp_path_factory.mktemp("calc") / "plain.csv"
    table.write_text("a,b\n", encoding="utf-8")
    if not office(table.parent, table, "xlsx", "--infilter=CSV:44,34,76").exists():
        pytest.skip("this LibreOffice has no Calc")


@pytest.mark.usefixtures("calc")
def test_libreoffice_reads_our_spreadsheet(tmp_path: Path) -> None:
    entries = [RICH, Entry(("=1+1", "@x"), "+1", note="-1"), Entry(("1. Mai",), "007")]
    (tmp_path / "terms.xlsx").write_bytes(write_terms(entries, "xlsx").data)
    table = office(tmp_path, tmp_path / "terms.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76")
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert rows == [
        ["German", "English", "First mention", "Also", "Avoid", "Kind", "Case", "Note"],
        ["Kiew", "Kyiv", "Kyiv, the capital", "Kyiv city", "Kiev", "place", "exact", "the capital"],
        ["=1+1|@x", "+1", "", "", "", "", "", "-1"],
        ["1. Mai", "007", "", "", "", "", "", ""],
    ]


@pytest.mark.usefixtures("calc")
def test_a_spreadsheet_that_libreoffice_made_is_read(tmp_path: Path) -> None:
    source = tmp_path / "liste.csv"
    source.write_text('Deutsch,Englisch,Anmerkung\nStraße,street,"a ""note"", long"\n„taz“,taz,\n', encoding="utf-8")
    made = office(tmp_path, source, "xlsx", "--infilter=CSV:44,34,76")
    assert [replace(entry, line=0) for entry in read_terms(made).entries] == [
        Entry(("Straße",), "street", note='a "note", long'),
        Entry(("„taz“",), "taz"),
    ]
