"""Tables and term bases as other programs write them: what is a term, what says something about one, what is a note."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from workbench.cli import main
from workbench.glossary import Entry, read_glossary
from workbench.glossary.exchange import ReadTerms, read_terms


def imported(folder: Path, name: str, content: str) -> tuple[Entry, ...]:
    (folder / "sources").mkdir()
    (folder / "sources" / "a.txt").write_text("Guten Tag.\n", encoding="utf-8")
    (folder / name).write_text(content, encoding="utf-8")
    assert main(["glossary", "import", str(folder / name), "--glossary", str(folder / "glossary.yaml"), "--yes"]) == 0
    return tuple(
        Entry(e.de, e.en, e.also, e.avoid, e.kind, e.note, e.case)
        for e in read_glossary(folder / "glossary.yaml").glossary.entries
    )


def test_a_column_with_a_language_goes_before_one_that_is_called_term(tmp_path: Path) -> None:
    names = "term;description;casesensitive;en;de"
    table = f"{names}\nceasefire;stop of fighting;no;ceasefire;Waffenruhe\nKyiv;;yes;Kyiv;Kyjiw\n"
    assert imported(tmp_path, "g.csv", table) == (
        Entry(("Waffenruhe",), "ceasefire", note="stop of fighting"),
        Entry(("Kyjiw",), "Kyiv", case="exact"),
    )


@pytest.mark.parametrize(
    "name", ["Gender [de]", "de Genus", "Deutsch (Plural)", "de reliability", "German hyphenation"]
)
def test_what_is_said_about_the_german_is_no_german(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    table = f"Term [de],{name},Term [en-GB]\nWaffenruhe,feminine,ceasefire\n"
    assert imported(tmp_path, "g.csv", table) == (Entry(("Waffenruhe",), "ceasefire"),)
    assert f"not read: {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["de", "German", "Deutsch", "de-DE", "German (Germany)", "Term [de]", "DE Begriff", "de_AT"]
)
def test_columns_of_german_terms(tmp_path: Path, name: str) -> None:
    assert imported(tmp_path, "g.csv", f"{name},English\nWaffenruhe,ceasefire\n") == (
        Entry(("Waffenruhe",), "ceasefire"),
    )


def test_yes_and_no_are_flags_and_never_terms(tmp_path: Path) -> None:
    table = (
        "de;de Preferred;en;en Forbidden\nWaffenruhe;true;ceasefire;false\nPräsident;false;president;false\n"
        "Nein;false;no;false\n"
    )
    assert imported(tmp_path, "g.csv", table) == (
        Entry(("Waffenruhe",), "ceasefire"),
        Entry(("Präsident",), "president"),
        Entry(("Nein",), "no"),
    )


def test_a_term_may_stand_in_its_language_without_a_section_of_its_own(tmp_path: Path) -> None:
    sets = "".join(
        f'<langSet xml:lang="{tag}"><term>{term}</term></langSet>'
        for tag, term in (("de", "Grenzübergang"), ("en", "border crossing"))
    )
    tbx = f'<martif type="TBX"><text><body><termEntry>{sets}</termEntry></body></text></martif>'
    assert imported(tmp_path, "g.tbx", tbx) == (Entry(("Grenzübergang",), "border crossing"),)


@pytest.mark.parametrize(
    ("element", "note"),
    [
        ("<descrip>ohne Typ</descrip>", "ohne Typ"),
        ('<descrip type="Usage note">nur hier</descrip>', "usage: nur hier"),
        ('<descrip type="Comment">Achtung</descrip>', "Achtung"),
        ('<descrip type="Context">Im Satz.</descrip>', "context: Im Satz."),
        ('<descrip type="Definition">Was es ist.</descrip>', "definition: Was es ist."),
        ('<note from="translator">Hinweis</note>', "Hinweis"),
    ],
)
def test_notes_of_every_type_that_programs_write(tmp_path: Path, element: str, note: str) -> None:
    sets = "".join(
        f'<langSet xml:lang="{tag}"><tig><term>{term}</term></tig></langSet>'
        for tag, term in (("de", "Waffenruhe"), ("en", "ceasefire"))
    )
    tbx = f'<martif type="TBX"><text><body><termEntry>{element}{sets}</termEntry></body></text></martif>'
    assert imported(tmp_path, "g.tbx", tbx) == (Entry(("Waffenruhe",), "ceasefire", note=note),)


def test_iates_rows_of_one_concept_are_one_entry(tmp_path: Path) -> None:
    table = (
        "E_ID|E_DOMAINS|L_CODE|T_TERM|T_TYPE|T_RELIABILITY\n35|POLITICS|de|Waffenruhe|Term|3\n"
        "35|POLITICS|en|ceasefire|Term|3\n35|POLITICS|en|cease-fire|Term|2\n36|LAW|fr|loi|Term|3\n"
    )
    assert imported(tmp_path, "g.csv", table) == (
        Entry(("Waffenruhe",), "ceasefire", also=("cease-fire",), note="subject: POLITICS"),
    )


def test_what_parts_the_cells_is_what_makes_the_first_row_name_columns(tmp_path: Path) -> None:
    names = "Entry_ID,German,Term_Info,English,Term_Info"
    table = f"{names}\n12,Waffenruhe,a;b,ceasefire,a;b\n13,Botschafter,a;b,ambassador,a;b\n"
    assert [(entry.de, entry.en) for entry in imported(tmp_path, "g.csv", table)] == [
        (("Waffenruhe",), "ceasefire"),
        (("Botschafter",), "ambassador"),
    ]


def test_a_language_over_several_columns_and_their_names_below(tmp_path: Path) -> None:
    names = "Deutsch;;Englisch;\nBenennung;Anmerkung;Benennung;Anmerkung"
    table = f"{names}\nWaffenruhe;zeitlich;ceasefire;\nBotschafter;;envoy;x\n"
    assert imported(tmp_path, "g.csv", table) == (
        Entry(("Waffenruhe",), "ceasefire", note="zeitlich"),
        Entry(("Botschafter",), "envoy", note="x"),
    )


def test_a_declaration_that_lies_about_the_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sets = "".join(
        f'<langSet xml:lang="{tag}"><tig><term>{term}</term></tig></langSet>'
        for tag, term in (("de", "Grenzübergang"), ("en", "border crossing"))
    )
    declared = "<?xml version='1.0' encoding='UTF-16'?>"
    tbx = f"{declared}\n<martif><text><body><termEntry>{sets}</termEntry></body></text></martif>"
    assert imported(tmp_path, "g.tbx", tbx) == (Entry(("Grenzübergang",), "border crossing"),)
    assert "says that it is UTF-16, and is not" in capsys.readouterr().out


# --- What columns are ----------------------------------------------------------------------------------------


def read(folder: Path, content: str | bytes, name: str = "g.csv") -> ReadTerms:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_terms(path)


def bare(terms: ReadTerms) -> list[Entry]:
    """The entries without their lines."""
    return [replace(entry, line=0) for entry in terms.entries]


CEASEFIRE = Entry(("Waffenruhe",), "ceasefire")
WITHOUT_ARMISTICE = Entry(("Waffenruhe",), "ceasefire", avoid=("armistice",))


@pytest.mark.parametrize(
    "table",
    [
        "Begriff;Übersetzung;Quelle\nWaffenruhe;ceasefire;AP\n",
        "term,source,target\n12,Waffenruhe,ceasefire\n",
        "Quelle;Übersetzung\nWaffenruhe;ceasefire\n",
        "Deutsch;Quelle Deutsch;Englisch;Quelle Englisch\nWaffenruhe;Duden;ceasefire;AP\n",
        "German;English;Source\nWaffenruhe;ceasefire;AP\n",
        "Term (source),Term (target)\nWaffenruhe,ceasefire\n",
        "Source language,Target language,Source term,Target term\nde,en,Waffenruhe,ceasefire\n",
        "Source term,Target term,Source language,Target language\nceasefire,Waffenruhe,en-GB,de-DE\n",
        "Quellsprache,Zielsprache,Quelle,Ziel\nDeutsch,Englisch,Waffenruhe,ceasefire\n",
        "allemand;anglais\nWaffenruhe;ceasefire\n",
        "tedesco\tinglese\nWaffenruhe\tceasefire\n",
        "de_DE,en_US\nWaffenruhe,ceasefire\n",
        "sep=;\nDeutsch;Englisch\nWaffenruhe;ceasefire\n",
        "Deutsch|Englisch\nWaffenruhe|ceasefire\n",
        "Waffenruhe;https://www.duden.de/x;ceasefire\nWaffenruhe;http://a.b;ceasefire\n",
        "1;Waffenruhe;ceasefire\n",
        "1.2.2024;Waffenruhe;ceasefire\n2.2.2024;Waffenruhe;ceasefire\n",
        "Waffenruhe,ja,ceasefire\n",
        "Nr.;Deutsch;Englisch\n1;Waffenruhe;ceasefire\n",
        "Deutsch;Englisch;;\nWaffenruhe;ceasefire;;\n",
        "Deutsch;Englisch;Beleg\nWaffenruhe;ceasefire;https://example.org\n",
        "\ufeffDeutsch;Englisch\rWaffenruhe;ceasefire\r",
    ],
)
def test_german_and_english_are_found_among_columns_of_other_things(tmp_path: Path, table: str) -> None:
    assert bare(read(tmp_path, table)) == [CEASEFIRE]


@pytest.mark.parametrize(
    "table",
    [
        "Deutsch;Englisch;Status\nWaffenruhe;ceasefire;bevorzugt\nWaffenruhe;armistice;verboten\n",
        "Status;Deutsch;Englisch\nbevorzugt;Waffenruhe;ceasefire\nnicht verwenden;Waffenruhe;armistice\n",
        "Deutsch;Status;Englisch\nWaffenruhe;bevorzugt;ceasefire\nWaffenruhe;nicht erlaubt;armistice\n",
        "Deutsch;Status DE;Englisch;Status EN\nWaffenruhe;ok;ceasefire;ok\nWaffenruhe;ok;armistice;not recommended\n",
        "Deutsch;Englisch;Verwendung\nWaffenruhe;ceasefire;bevorzugt\nWaffenruhe;armistice;zu vermeiden\n",
        "Deutsch;Englisch;Avoid\nWaffenruhe;ceasefire;no\nWaffenruhe;armistice;yes\n",
        "Deutsch;Englisch\nWaffenruhe;ceasefire (preferred)\nWaffenruhe;armistice [forbidden]\n",
        "Deutsch;Englisch\nWaffenruhe;✓ ceasefire\nWaffenruhe;armistice ✗\n",
        "Deutsch;Englisch\n[bevorzugt] Waffenruhe;ceasefire\nWaffenruhe (veraltet);(deprecated) armistice\n",
        "ID;Sprache;Benennung;Status\n1;Deutsch;Waffenruhe;\n1;Englisch;ceasefire;bevorzugt\n1;en;armistice;verboten\n",
        "Concept ID,Term,Language,Term Type,Status\n1,Waffenruhe,de-DE,full form,\n1,ceasefire,en,variant,preferred\n"
        "1,armistice,en,variant,deprecated\n",
        "E_ID|L_CODE|T_TERM|T_TYPE|T_EVALUATION\n1|de|Waffenruhe|Term|\n1|en|ceasefire|Term|Preferred\n"
        "1|en|armistice|Term|Deprecated\n1|fr|armistice|Term|\n",
        "ID;Deutsch;Englisch;Status\n7;Waffenruhe;ceasefire;\n7;;armistice;verboten\n",
    ],
)
def test_what_may_not_be_used_is_found_wherever_a_program_says_it(tmp_path: Path, table: str) -> None:
    read_now = read(tmp_path, table)
    assert bare(read_now) == [WITHOUT_ARMISTICE]
    assert read_now.problems == ()


def test_a_status_of_the_german_says_nothing_of_the_english(tmp_path: Path) -> None:
    table = "Term [de],Status [de],Term [en],Status [en]\nWaffenruhe,not recommended,ceasefire,preferred\n"
    assert bare(read(tmp_path, table)) == [CEASEFIRE]


def test_a_status_that_is_not_understood_is_told(tmp_path: Path) -> None:
    told = read(tmp_path, "Deutsch;Englisch;Status\nKiew;Kyiv;Blau\nMinsk;Minsk;approved\n").notes
    assert "status not understood, taken as allowed: Blau" in told


@pytest.mark.parametrize(
    ("table", "exact"),
    [
        ("German;Term_Info;English;Term_Info\nEU;CaseSensitive;EU;CasePermissive\n", True),
        ("German;Term_Info;English;Term_Info\nEU;CasePermissive;EU;CaseSensitive\n", False),
        ("de;de Case sensitive;en;en Case sensitive\nEU;true;EU;false\n", True),
        ("de;de Case sensitive;en;en Case sensitive\nEU;false;EU;true\n", False),
        ("term,case-sensitive,en,de\nEU,yes,EU,EU\n", True),
        ("German;English;Case\nEU;EU;exact\n", True),
    ],
)
def test_the_case_that_counts_is_that_of_the_german(tmp_path: Path, table: str, exact: bool) -> None:
    assert [entry.case for entry in read(tmp_path, table).entries] == ["exact" if exact else "any"]


@pytest.mark.parametrize(
    "table",
    [
        "term;translatable;de;en\nNATO;no;;\n",
        "Term,Translatable,de-DE,en-GB\nNATO,FALSE,,\n",
        "German Term,English Term,Do Not Translate\nNATO,,Yes\n",
    ],
)
def test_what_is_not_translated_is_the_same_in_english(tmp_path: Path, table: str) -> None:
    assert bare(read(tmp_path, table)) == [Entry(("NATO",), "NATO")]


def test_addresses_and_words_for_nothing_are_no_terms(tmp_path: Path) -> None:
    table = "Deutsch;Englisch\nKiew;Kyiv\nMinsk;https://example.org/minsk\nRiga;info@example.org\nRom;n/a\nWien;tbd\n"
    read_now = read(tmp_path, table)
    assert [entry.en for entry in read_now.entries] == ["Kyiv"]
    assert [f"{problem.line}: {problem.what}" for problem in read_now.problems] == [
        "3: 2 times: address where a term should be (first: 'https://example.org/minsk')",
        "5: 2 times: entry has no English term (first: 'Rom')",
    ]


def test_the_type_of_a_term_is_not_what_its_name_is_of(tmp_path: Path) -> None:
    table = "Term [de],Type [de],Term [en],Type [en]\nWaffenruhe,full form,ceasefire,full form\n"
    read_now = read(tmp_path, table)
    assert (bare(read_now), read_now.problems) == ([CEASEFIRE], ())


def test_a_cell_of_tabs_and_line_breaks_between_quotation_marks(tmp_path: Path) -> None:
    table = 'Deutsch\tEnglisch\tNotiz\n"Waffen\truhe"\tceasefire\t"zwei\nZeilen"\nKiew\tKyiv\t\n'
    assert bare(read(tmp_path, table, "g.tsv")) == [
        Entry(("Waffen ruhe",), "ceasefire", note="zwei Zeilen"),
        Entry(("Kiew",), "Kyiv"),
    ]


# --- Rows of names, and merged cells -------------------------------------------------------------------------


def sheet(folder: Path, *rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> ReadTerms:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    for cells in merged:
        workbook.active.merge_cells(cells)
    workbook.save(folder / "g.xlsx")
    return read_terms(folder / "g.xlsx")


def test_merged_cells_over_names_that_nobody_knows(tmp_path: Path) -> None:
    read_now = sheet(
        tmp_path,
        ("Glossar",),
        ("Stammdaten", None, "Deutsch", None, None, "Englisch", None),
        ("Nr.", "Stand", "Benennung", "Genus", "Quelle", "Benennung", "Status"),
        (1, "2024", "Waffenruhe", "f", "Duden", "ceasefire", "bevorzugt"),
        merged=("A2:B2", "C2:E2", "F2:G2"),
    )
    assert bare(read_now) == [CEASEFIRE]
    assert "columns not read: Stammdaten Nr., Stammdaten Stand, Deutsch Genus, Deutsch Quelle" in read_now.notes


def test_languages_below_what_the_columns_are(tmp_path: Path) -> None:
    read_now = sheet(
        tmp_path,
        ("Benennung", None, "Definition", None),
        ("DE", "EN", "DE", "EN"),
        ("Waffenruhe", "ceasefire", "zeitlich", "a pause"),
    )
    assert bare(read_now) == [replace(CEASEFIRE, note="definition: zeitlich; definition: a pause")]


def test_cells_merged_over_rows_are_those_of_each_row(tmp_path: Path) -> None:
    read_now = sheet(
        tmp_path,
        ("Deutsch", "Englisch", "Status"),
        ("Waffenruhe", "ceasefire", "bevorzugt"),
        (None, "armistice", "verboten"),
        ("Kiew", "Kyiv", None),
        merged=("A2:A3",),
    )
    assert bare(read_now) == [WITHOUT_ARMISTICE, Entry(("Kiew",), "Kyiv")]


# --- Term bases ----------------------------------------------------------------------------------------------


def martif(term: str = "Grenzübergang", declared: str = '<?xml version="1.0" encoding="UTF-8"?>\n') -> str:
    german = f'<langSet xml:lang="de"><tig><term>{term}</term></tig></langSet>'
    english = '<langSet xml:lang="en"><tig><term>border crossing</term></tig></langSet>'
    return f"{declared}<martif><text><body><termEntry>{german}{english}</termEntry></body></text></martif>"


@pytest.mark.parametrize(
    ("declared", "encoding", "told"),
    [
        (
            "UTF-8",
            "cp1252",
            "says that it is UTF-8, and is not: read as Windows-1252 – look whether the umlauts are right",
        ),
        ("UTF-8", "mac_roman", "says that it is UTF-8, and is not: read as MacRoman"),
        ("ISO-8859-1", "utf-8", "says that it is ISO-8859-1, and is not: read as UTF-8"),
        ("windows-1252", "utf-8", "says that it is WINDOWS-1252, and is not: read as UTF-8"),
        ("UTF-16", "utf-8-sig", "says that it is UTF-16, and is not: read as UTF-8"),
        ("UTF-16", "cp1252", "says that it is UTF-16, and is not: read as Windows-1252"),
        ("x-nobody", "utf-8", "says that it is X-NOBODY, and is not: read as UTF-8"),
        ("UTF-8", "utf-16", ""),
        ("UTF-16", "utf-16", ""),
        ("ISO-8859-1", "latin-1", ""),
        ("UTF-8", "utf-8-sig", ""),
    ],
)
def test_what_the_bytes_are_counts_and_not_the_declaration(
    tmp_path: Path, declared: str, encoding: str, told: str
) -> None:
    content = martif(declared=f'<?xml version="1.0" encoding="{declared}"?>\n').encode(encoding)
    read_now = read(tmp_path, content, "g.tbx")
    assert bare(read_now) == [Entry(("Grenzübergang",), "border crossing")]
    assert any(note.startswith(told) for note in read_now.notes) if told else read_now.notes == ("TBX version 2",)


def test_an_encoding_that_is_declared_by_nobody_is_told_without_a_declaration(tmp_path: Path) -> None:
    read_now = read(tmp_path, martif(declared="").encode("cp1252"), "g.tbx")
    assert bare(read_now) == [Entry(("Grenzübergang",), "border crossing")]
    assert read_now.notes[0].startswith("is not UTF-8: read as Windows-1252")


def test_multiterms_own_xml(tmp_path: Path) -> None:
    xml = """<?xml version="1.0" encoding="UTF-16"?>
<mtf><conceptGrp><concept>1</concept><descripGrp><descrip type="Subject">Politik</descrip></descripGrp>
<languageGrp><language type="German" lang="DE-DE"/><termGrp><term>Waffenruhe</term>
<descripGrp><descrip type="Status">preferred</descrip></descripGrp></termGrp></languageGrp>
<languageGrp><language lang="EN-GB" type="English (United Kingdom)"/>
<termGrp><term>ceasefire</term><descripGrp><descrip type="Definition">a pause</descrip></descripGrp></termGrp>
<termGrp><term>armistice</term><descripGrp><descrip type="Status">nicht verwenden</descrip></descripGrp></termGrp>
</languageGrp></conceptGrp></mtf>"""
    read_now = read(tmp_path, xml.encode("utf-16"), "g.xml")
    assert bare(read_now) == [replace(WITHOUT_ARMISTICE, note="definition: a pause; subject: Politik")]
    assert "MultiTerm's own XML" in read_now.notes


@pytest.mark.parametrize("category", ["administrativeStatus", "Status", "usage", "Usage status", "Term Status"])
def test_the_status_of_a_term_whatever_a_program_calls_it(tmp_path: Path, category: str) -> None:
    note = f'<termNote type="{category}">verboten</termNote>'
    english = f"<tig><term>ceasefire</term></tig><tig><term>armistice</term>{note}</tig>"
    tbx = martif("Waffenruhe").replace("<tig><term>border crossing</term></tig>", english)
    assert bare(read(tmp_path, tbx, "g.tbx")) == [WITHOUT_ARMISTICE]
