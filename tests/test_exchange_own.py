"""Another project's glossary taken over as what it is, and taken along into a new project."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.glossary import Entry, read_glossary
from workbench.glossary.exchange import read_terms
from workbench.problem import WorkbenchError

THEIRS = """\
# A client's glossary
- de: [Waffenruhe, Feuerpause]
  en: ceasefire
  also: [truce]
  avoid: [armistice]
  note: "im Krieg [avoid: nothing]"
- {de: EU, en: EU, kind: organisation, case: exact}
- de: ODKB
  en: CSTO
  first: Collective Security Treaty Organization (CSTO)
"""
ENTRIES = [
    Entry(("Waffenruhe", "Feuerpause"), "ceasefire", ("truce",), ("armistice",), note="im Krieg [avoid: nothing]"),
    Entry(("EU",), "EU", kind="organisation", case="exact"),
    Entry(("ODKB",), "CSTO", first="Collective Security Treaty Organization (CSTO)"),
]


def written(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def held(path: Path) -> list[Entry]:
    """What a glossary holds, without lines."""
    return [replace(entry, line=0) for entry in read_glossary(path).glossary.entries]


# --- import -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["glossary.yaml", "client.yml", "saved.txt", "saved.csv"])
def test_everything_that_entries_have_comes_over(tmp_path: Path, name: str) -> None:
    own = written(tmp_path / "p" / "glossary.yaml", "")
    theirs = written(tmp_path / name, THEIRS)
    assert main(["glossary", "import", str(theirs), "--glossary", str(own), "--yes"]) == 0
    assert held(own) == ENTRIES


def test_a_project_means_its_glossary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path / "theirs" / "glossary.yaml", THEIRS)
    own = written(tmp_path / "p" / "glossary.yaml", "")
    assert main(["glossary", "import", str(tmp_path / "theirs"), "--glossary", str(own), "--yes"]) == 0
    assert held(own) == ENTRIES
    assert "a glossary of the workbench" in capsys.readouterr().out


def test_what_is_wrong_in_it_is_told_with_the_line_and_the_rest_is_read(tmp_path: Path) -> None:
    read = read_terms(written(tmp_path / "a.yaml", THEIRS + "- de: Minsk\n- {de: Kiew, english: Kyiv}\n"))
    assert [replace(entry, line=0) for entry in read.entries] == ENTRIES
    assert [entry.line for entry in read.entries] == [2, 7, 8]
    assert [(problem.line, problem.what) for problem in read.problems] == [
        (11, "entry has no 'en'"),
        (12, "unknown key 'english'"),
        (12, "entry has no 'en'"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.yaml", "title: x\nsteps:\n  - a\n", "is no glossary of the workbench: no entry in it begins with '- de:'"),
        ("a.yml", "de:\n  hello: Hallo\nen:\n  hello: hello\n", "is no glossary of the workbench"),
        ("a.yml", "- name: checkout\n  uses: x\n", "is no glossary of the workbench"),
        ("a.yaml", "# nothing yet\n", "has no terms in it"),
        ("a.json", '[{"de": "Kiew", "en": "Kyiv"}]', "is JSON, which is not read – export it as CSV"),
        ("a.csv", '{"terms": [{"de": "Kiew", "en": "Kyiv"}]}', "is JSON, which is not read"),
    ],
)
def test_other_yaml_and_json_are_told(tmp_path: Path, name: str, content: str, told: str) -> None:
    with pytest.raises(WorkbenchError) as raised:
        read_terms(written(tmp_path / name, content))
    assert told in str(raised.value)


# --- init ---------------------------------------------------------------------------------------------------


def test_a_new_project_takes_a_glossary_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = written(tmp_path / "glossary.yaml", THEIRS)
    assert main(["init", str(tmp_path / "new"), "--glossary", str(theirs)]) == 0
    assert held(tmp_path / "new" / "glossary.yaml") == ENTRIES
    assert (tmp_path / "new" / "glossary.yaml").read_text(encoding="utf-8").startswith("# The glossary of this project")
    assert f"3 entries from {theirs}" in capsys.readouterr().out


def test_it_may_be_a_file_of_another_program_or_a_project(tmp_path: Path) -> None:
    table = written(tmp_path / "client.csv", "Deutsch;Englisch\nKiew;Kyiv\n")
    assert main(["init", str(tmp_path / "one"), "--glossary", str(table)]) == 0
    assert main(["init", str(tmp_path / "two"), "--glossary", str(tmp_path / "one")]) == 0
    assert held(tmp_path / "two" / "glossary.yaml") == [Entry(("Kiew",), "Kyiv")]


def test_what_is_left_out_is_told_and_the_project_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = written(tmp_path / "a.csv", "Deutsch;Englisch\nKiew;Kyiv\nMinsk;\nStraße;street\nStrasse;road\n")
    assert main(["init", str(tmp_path / "new"), "--glossary", str(table)]) == 1
    assert [entry.en for entry in held(tmp_path / "new" / "glossary.yaml")] == ["Kyiv", "street"]
    told = capsys.readouterr().err
    assert f"{table}:3: entry has no English term (first: 'Minsk')" in told
    assert f"{table}:5: 'Strasse': the English is 'street' there, 'road' here – left out" in told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no such file"),
        ("Deutsch;Englisch\n", "has no terms in it"),
        ("Deutsch;Englisch\nMinsk;\n", ":2: no entry can be taken along: entry has no English term (first: 'Minsk')"),
        ("\x00" * 50, "this is a binary file"),
    ],
)
def test_a_glossary_that_gives_nothing_makes_no_project(
    tmp_path: Path, content: str | None, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "g.csv" if content is None else written(tmp_path / "g.csv", content)
    assert main(["init", str(tmp_path / "deep" / "new"), "--glossary", str(file)]) == 2
    assert not (tmp_path / "deep").exists()
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1


def test_a_glossary_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = written(tmp_path / "p" / "glossary.yaml", "- {de: Kiew, en: Kyiv}\n")
    theirs = written(tmp_path / "theirs.yaml", THEIRS)
    assert main(["init", str(own.parent), "--glossary", str(theirs)]) == 2
    assert held(own) == [Entry(("Kiew",), "Kyiv")]
    assert not (own.parent / "sources").exists()
    assert "there is a glossary already – take the other one over with" in capsys.readouterr().err


def test_folders_that_were_made_are_taken_away_where_the_glossary_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "translations").write_text("a file in its place")
    theirs = written(tmp_path / "theirs.yaml", THEIRS)
    assert main(["init", str(tmp_path / "p"), "--glossary", str(theirs)]) == 2
    assert sorted(path.name for path in (tmp_path / "p").iterdir()) == ["translations"]
