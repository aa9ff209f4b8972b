"""Tables and term bases as other programs write them: what is a term, what says something about one, what is a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.cli import main
from workbench.glossary import Entry, read_glossary


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
