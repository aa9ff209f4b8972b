"""`workbench check`: over the whole project or what a hook names, as text, JSON and SARIF, with its exit statuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.checks import CHECKS
from workbench.cli import main
from workbench.project import Project
from workbench.translation import Override

GLOSSARY = """\
- {de: Kreml, en: Kremlin, avoid: [Kreml], kind: place}
- {de: Minsk, en: Minsk, kind: place}
"""
ARTICLE = "Der Kreml schweigt.\n\nMinsk ist ruhig.\n\nKommt er?\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two articles: a.txt has an error, a warning and an overridden error; b.txt has nothing."""
    root = tmp_path / "minsk"
    (root / "sources").mkdir(parents=True)
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (root / "sources" / name).write_text(ARTICLE, encoding="utf-8")
    translate(root, "a.txt", "The Kreml is silent.", "All is calm.", "He is coming.")
    with Project.open(root) as project:
        project.open_document("a.txt").set_override(1, Override("term-missing", "Minsk", "named in the headline"))
    translate(root, "b.txt", "The Kremlin is silent.", "Minsk is calm.", "Is he coming?")
    monkeypatch.chdir(root)
    return root


def translate(root: Path, name: str, *english: str) -> None:
    with Project.open(root) as project:
        translation = project.open_document(name)
        for index, text in enumerate(english):
            translation.edit(index, text)
        translation.save()


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    main(["check", "--format", "json", *arguments])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


# Which documents


@pytest.mark.feature("all findings in a list")
def test_without_a_name_every_document_is_checked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("sources/a.txt: paragraph 1: error: “Kremlin” is missing for “Kreml”")
    assert any("paragraph 2: info:" in line and "let stand: named in the headline" in line for line in lines)
    assert lines[-1].endswith("in 2 documents")


@pytest.mark.parametrize(
    "named",
    [
        ["sources/a.txt"],
        ["translations/a.yaml"],
        ["translations/a.yaml", "sources/a.txt"],
        ["glossary.yaml"],
        ["."],
        ["sources"],
        ["sources/b.txt", "glossary.yaml", "translations/a.yaml"],
    ],
)
def test_a_hook_may_name_articles_records_and_the_glossary(
    root: Path, capsys: pytest.CaptureFixture[str], named: list[str]
) -> None:
    found = rows(capsys, *named)
    assert [row["check"] for row in found if row["severity"] == "error"] == ["term-missing", "term-forbidden"]
    assert {row["file"] for row in found} == {"sources/a.txt"}


def test_the_english_version_means_its_document(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        translation.accept(0)
        translation.save()
    assert {row["record"] for row in rows(capsys, "translations/a.en.txt")} == {"translations/a.yaml"}


def test_documents_of_several_projects_are_checked_with_their_own_glossaries(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.txt").write_text("Der Kreml schweigt.\n", encoding="utf-8")
    translate(other, "c.txt", "Moscow is silent.")
    assert {Path(row["file"]).name for row in rows(capsys, str(other / "c.txt"), "sources/a.txt")} == {"a.txt"}


# Exit statuses


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["sources/a.txt"], 1),
        (["sources/b.txt"], 0),
        (["sources/a.txt", "--fail-on", "never"], 0),
        (["sources/b.txt", "--fail-on", "warning"], 0),
        (["sources/nowhere.txt"], 2),
        (["sources/nowhere.txt", "--fail-on", "never"], 2),
    ],
)
def test_the_exit_status_says_how_grave_it_is(root: Path, arguments: list[str], status: int) -> None:
    assert main(["check", *arguments]) == status


def test_a_warning_fails_only_where_it_is_asked_to(root: Path) -> None:
    translate(root, "b.txt", "The Kremlin is silent.", "Minsk is calm.", "He is coming.")
    assert main(["check", "sources/b.txt"]) == 0
    assert main(["check", "sources/b.txt", "--fail-on", "warning"]) == 1


def test_an_unreadable_record_is_told_after_the_others_were_checked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "translations" / "b.yaml").write_text("source: b.txt\nparagraphs: [\n", encoding="utf-8")
    assert main(["check"]) == 2
    told = capsys.readouterr()
    assert "sources/a.txt: paragraph 1: error" in told.out
    assert told.err.startswith("workbench: translations/b.yaml:3: is not YAML")
    assert [row["check"] for row in rows(capsys)][-1] == "unreadable"


def test_a_bad_line_of_the_glossary_is_an_error_in_every_format(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "glossary.yaml").write_text(GLOSSARY + "- de: Brest\n", encoding="utf-8")
    assert main(["check", "sources/b.txt"]) == 1
    assert capsys.readouterr().out.startswith("glossary.yaml:3: error: entry has no 'en'")
    (row,) = rows(capsys, "sources/b.txt")
    assert (row["check"], row["file"], row["line"]) == ("glossary", "glossary.yaml", 3)
    (result,) = sarif(capsys, "sources/b.txt")["results"]
    assert place(result) == ("glossary.yaml", 3)


def test_what_a_terminal_would_obey_is_not_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translate(root, "a.txt", "The Kreml \x1b[31mis\x1b]0;x\x07 silent.", "Minsk.", "Is he?")
    (root / "sources" / "evil\x1b[31m.txt").write_text(ARTICLE, encoding="utf-8")
    main(["check"])
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err


# SARIF


def sarif(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """The one run of the log, which must have the shape that SARIF 2.1.0 asks for."""
    main(["check", "--format", "sarif", *arguments])
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
    found: dict[str, Any] = run
    return found


def place(result: dict[str, Any]) -> tuple[str, int]:
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    return physical["artifactLocation"]["uri"], physical["region"]["startLine"]


@pytest.mark.feature("all findings in a list")
def test_sarif_has_a_rule_for_every_check_and_a_result_at_the_paragraphs_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = sarif(capsys)
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert {check.name for check in CHECKS} < set(rules)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules.values())
    lines = (root / "translations" / "a.yaml").read_text(encoding="utf-8").splitlines()
    for result in run["results"]:
        uri, line = place(result)
        assert uri == "translations/a.yaml"
        assert lines[line - 1].startswith("- de:")
        (related,) = result["relatedLocations"]
        assert related["physicalLocation"]["artifactLocation"]["uri"] == "sources/a.txt"
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}


def test_an_overridden_finding_is_suppressed_with_its_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (result,) = [result for result in sarif(capsys)["results"] if result["suppressions"]]
    assert (result["ruleId"], result["level"]) == ("term-missing", "note")
    assert result["suppressions"][0]["justification"] == "named in the headline"


def test_fingerprints_stay_when_paragraphs_move_and_are_all_different(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fingerprints() -> dict[str, tuple[str, int]]:
        return {r["partialFingerprints"]["finding/v1"]: place(r) for r in sarif(capsys, "sources/a.txt")["results"]}

    before = fingerprints()
    paragraphs = ARTICLE.strip().split("\n\n")
    (root / "sources" / "a.txt").write_text("\n\n".join(reversed(paragraphs)) + "\n", encoding="utf-8")
    with Project.open(root) as project:
        project.open_document("a.txt").save()
    after = fingerprints()
    assert len(before) > 3
    assert before.keys() == after.keys()
    assert before != after


def test_sarif_says_what_could_not_be_checked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "translations" / "b.yaml").write_bytes(b"\xff\xfe\x00")
    (invocation,) = sarif(capsys)["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert place(notification) == ("translations/b.yaml", 1)
