"""`workbench glossary check | list | add | remove | schema`, as a translator types them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.cli.commands.glossary import place
from workbench.glossary import KINDS, read_glossary

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def here(project_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project of the fixture, as the folder one is in."""
    monkeypatch.chdir(project_folder)
    return project_folder


def glossary(*arguments: str, capsys: Captured) -> tuple[int, str, str]:
    """A verb's exit status, what it printed, and what it told on standard error."""
    status = main(["glossary", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_check_tells_every_problem_with_its_line(here: Path, capsys: Captured) -> None:
    assert glossary("check", capsys=capsys) == (0, "glossary.yaml: 6 entries in force, 0 problems\n", "")
    with (here / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("- de: Minsk\n  eng: Minsk\n- de: Kiew\n  en: Kiev\n")
    status, out, _ = glossary("check", str(here), capsys=capsys)
    assert status == 1
    assert "glossary.yaml:24: entry has no 'en' – add 'en: …'\n" in out
    assert "glossary.yaml:25: unknown key 'eng' – did you mean 'en'?\n" in out
    assert "glossary.yaml:26: 'Kiew' is 'Kiev' here, but 'Kyiv' at line 20 (in force)" in out
    assert out.endswith("glossary.yaml: 6 entries in force, 3 problems\n")


def test_list_is_for_reading(here: Path, capsys: Captured) -> None:
    status, out, err = glossary("list", "--match", "lukasch", capsys=capsys)
    assert (status, err) == (0, "")
    line = "Lukaschenko, Alexander Lukaschenko → Lukashenko (person; also Alexander Lukashenko; not Lukaschenko)"
    assert out == f"    2  {line}\n1 entry\n"
    _, out, _ = glossary("list", str(here / "glossary.yaml"), "--kind", "place", capsys=capsys)
    assert [line.split()[1] for line in out.splitlines()[:-1]] == ["Eriwan", "Kiew"]
    assert glossary("list", "--match", "Zürich", capsys=capsys) == (0, "0 entries\n", "")


def test_list_is_for_other_programs_too(here: Path, capsys: Captured) -> None:
    rows = json.loads(glossary("list", "--format", "json", capsys=capsys)[1])
    assert rows[0] == {
        "line": 2,
        "de": ["Lukaschenko", "Alexander Lukaschenko"],
        "en": "Lukashenko",
        "first": "",
        "also": ["Alexander Lukashenko"],
        "avoid": ["Lukaschenko"],
        "kind": "person",
        "case": "any",
        "note": "",
    }
    table = list(
        csv.DictReader(io.StringIO(glossary("list", "--format", "tsv", capsys=capsys)[1]), dialect="excel-tab")
    )
    assert len(table) == len(rows) == 6
    assert (table[0]["de"], table[5]["avoid"], table[5]["line"]) == ("Lukaschenko|Alexander Lukaschenko", "Kiev", "20")


def test_no_cell_of_the_table_is_a_formula(here: Path, capsys: Captured) -> None:
    (here / "glossary.yaml").write_text("- {de: -fähig, en: =able}\n", encoding="utf-8")
    assert glossary("list", "--format", "tsv", capsys=capsys)[1].splitlines()[1].startswith("1\t'-fähig\t'=able\t")


def test_list_says_when_there_is_more_than_it_lists(here: Path, capsys: Captured) -> None:
    with (here / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("- de: Minsk\n")
    _, out, err = glossary("list", capsys=capsys)
    assert out.endswith("6 entries\n")
    assert err == "workbench: glossary.yaml: 1 problem – see: workbench glossary check\n"


def test_add_writes_an_entry_and_says_where(here: Path, capsys: Captured) -> None:
    old = (here / "glossary.yaml").read_text(encoding="utf-8")
    options = ["--form", "Putin", "--first", "Vladimir Putin", "--also", "V. Putin", "--also", "president Putin"]
    options += [
        "--avoid",
        "Wladimir Putin",
        "--kind",
        "person",
        "--note",
        "Not: Vladimir Vladimirovich.",
        "--case",
        "exact",
    ]
    status, out, err = glossary("add", "Wladimir Putin", "Putin", *options, capsys=capsys)
    told = "Wladimir Putin, Putin → Putin (person; first Vladimir Putin; also V. Putin, president Putin"
    assert (status, err) == (0, "")
    assert out == f"glossary.yaml:24: added {told}; not Wladimir Putin; exact case)\n"
    assert (here / "glossary.yaml").read_text(encoding="utf-8") == old + (
        "- de: [Wladimir Putin, Putin]\n  en: Putin\n  first: Vladimir Putin\n  also: [V. Putin, president Putin]\n"
        "  avoid: Wladimir Putin\n  kind: person\n  note: 'Not: Vladimir Vladimirovich.'\n  case: exact\n"
    )


def test_add_refuses_what_contradicts_another_entry(here: Path, capsys: Captured) -> None:
    old = (here / "glossary.yaml").read_bytes()
    status, out, err = glossary("add", "Kiew", "Kiev", capsys=capsys)
    assert (status, out) == (2, "")
    assert err.startswith("workbench: glossary.yaml:20: 'Kiew' is already here, as 'Kyiv' – edit that entry")
    status, _, err = glossary("add", "Kiewer Rajon", "Kiev Raion", "--kind", "place", capsys=capsys)
    assert status == 2
    assert err.startswith("workbench: glossary.yaml:20: 'Kiev' is avoided here, for 'Kiew'")
    status, _, err = glossary("add", "…", "x", capsys=capsys)
    assert (status, err) == (2, "workbench: glossary.yaml: 'de' '…' has no letter or digit – give a word\n")
    assert (here / "glossary.yaml").read_bytes() == old


def test_add_begins_a_glossary_where_there_is_none(tmp_path: Path, capsys: Captured) -> None:
    status, out, _ = glossary("add", "Minsk", "Minsk", "--glossary", str(tmp_path), capsys=capsys)
    assert status == 0
    assert "glossary.yaml:13: added Minsk → Minsk (term)" in out
    assert (tmp_path / "glossary.yaml").read_text(encoding="utf-8").startswith("# The glossary of this project")
    assert glossary("add", "a", "b", "--glossary", str(tmp_path / "own.yaml"), capsys=capsys)[0] == 0
    status, _, err = glossary("add", "a", "b", "--glossary", str(tmp_path / "nowhere"), capsys=capsys)
    assert status == 2
    assert "there is no such folder or glossary" in err


def test_remove_takes_any_german_form_in_any_case(here: Path, capsys: Captured) -> None:
    status, out, _ = glossary("remove", "alexander lukaschenko", capsys=capsys)
    assert status == 0
    assert out.startswith("glossary.yaml:2: removed Lukaschenko, Alexander Lukaschenko → Lukashenko (person;")
    assert (here / "glossary.yaml").read_text(encoding="utf-8").startswith("# Our own glossary\n- de: ODKB\n")
    assert len(read_glossary(here / "glossary.yaml").glossary.entries) == 5


def test_remove_names_what_is_near_when_there_is_no_such_entry(here: Path, capsys: Captured) -> None:
    status, out, err = glossary("remove", "Lukaschenka", capsys=capsys)
    assert (status, out) == (2, "")
    told = "'Lukaschenka' is in no entry – did you mean Lukaschenko (line 2)?"
    assert err == f"workbench: glossary.yaml: {told}\n"
    _, _, err = glossary("remove", "qqq", capsys=capsys)
    assert err == "workbench: glossary.yaml: 'qqq' is in no entry – workbench glossary list tells what there is\n"


def test_remove_asks_for_the_exact_form_where_several_entries_have_it(here: Path, capsys: Captured) -> None:
    (here / "glossary.yaml").write_text("- de: Recht\n  en: law\n- de: recht\n  en: right\n", encoding="utf-8")
    status, _, err = glossary("remove", "RECHT", capsys=capsys)
    assert status == 2
    told = "'RECHT' is in several entries: Recht (line 1), recht (line 3) – write it exactly as it stands there"
    assert err == f"workbench: glossary.yaml: {told}\n"
    assert glossary("remove", "Recht", "--glossary", "glossary.yaml", capsys=capsys)[0] == 0
    assert [entry.de for entry in read_glossary(here / "glossary.yaml").glossary.entries] == [("recht",)]


@pytest.mark.parametrize("verb", [["check"], ["list"], ["remove", "x", "--glossary"]])
def test_where_there_is_no_glossary_that_is_said(tmp_path: Path, verb: list[str], capsys: Captured) -> None:
    status, out, err = glossary(*verb, str(tmp_path), capsys=capsys)
    assert (status, out) == (2, "")
    assert "glossary.yaml: there is no glossary here yet – workbench glossary add makes one" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("verb", [["list"], ["remove", "x", "--glossary"], ["add", "x", "y", "--glossary"]])
def test_a_file_that_cannot_be_read_is_told_and_left_alone(tmp_path: Path, verb: list[str], capsys: Captured) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_bytes("- de: Köln\n".encode("utf-16"))
    status, out, err = glossary(*verb, str(tmp_path), capsys=capsys)
    assert (status, out) == (2, "")
    assert err == f"workbench: {path}:1: is not UTF-8 text, but UTF-16 – save it as UTF-8 in your editor\n"
    assert path.read_bytes() == "- de: Köln\n".encode("utf-16")


def test_schema_prints_the_schema(capsys: Captured) -> None:
    status, out, _ = glossary("schema", capsys=capsys)
    assert status == 0
    assert json.loads(out)["title"] == "Workbench glossary"


def test_the_kinds_are_the_glossarys() -> None:
    """Named again on the command line, so that --help need not load the glossary."""
    assert place.KINDS == KINDS


def test_help_loads_nothing_slow() -> None:
    code = "import sys; from workbench.cli import main\ntry: main(['glossary', '--help'])\nexcept SystemExit: pass\n"
    code += "print([name for name in ('yaml', 'workbench.glossary', 'rapidfuzz', 'textual') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    for verb in ("check", "list", "add", "remove", "schema"):
        assert f"    {verb} " in done.stdout
