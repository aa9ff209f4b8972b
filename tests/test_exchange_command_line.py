"""`workbench glossary import` and `export`, as a shell and as a translator at a terminal see them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from harness.terminal import Terminal
from workbench.glossary import read_glossary
from workbench.glossary.exchange import FORMATS, read_terms

OURS = """\
# Ours
- de: Kiew
  en: Kyiv
  avoid: [Kiev]
  kind: place
- {de: Straße, en: street, note: ours}
"""
THEIRS = "Kiew,Kiev\nStrasse,road\nMinsk,Minsk\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a glossary, and a client's list beside it."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "glossary.yaml").write_text(OURS, encoding="utf-8")
    (tmp_path / "client.csv").write_text(THEIRS, encoding="utf-8")
    return tmp_path


def glossary(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workbench", "glossary", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def ended(terminal: Terminal) -> int:
    """The exit status of the program in a terminal, which is then closed."""
    status = terminal.process.wait(timeout=60)
    terminal.kill()
    return status


PLAN = """\
client.csv: 3 entries
  parted by commas
  the columns have no names: the first is taken as German, the second as English
1 new
  Minsk → Minsk (term)
0 already there
2 in conflict
  glossary.yaml:2: Kiew → Kyiv (place; not Kiev)
  client.csv:1: Kiew → Kiev (term)
      'Kiev' is forbidden there, and the English here
  glossary.yaml:6: Straße → street (term)
  client.csv:2: Strasse → road (term)
      the English is 'street' there, 'road' here
"""


@pytest.mark.feature("glossaries of other programs")
def test_a_dry_run_shows_the_plan_and_writes_nothing(folder: Path) -> None:
    done = glossary("import", "client.csv", "--dry-run", cwd=folder)
    assert done.stdout == PLAN + "nothing is written (--dry-run)\n"
    assert done.returncode == 1
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == OURS


def test_without_a_terminal_nothing_is_written_unless_it_is_said(folder: Path) -> None:
    done = glossary("import", "client.csv", cwd=folder)
    assert done.stdout == PLAN
    assert "there is no terminal to ask at – say --yes, or what to do with conflicts" in refused(done)
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == OURS


def test_yes_writes_what_is_new_and_leaves_conflicts(folder: Path) -> None:
    done = glossary("import", "client.csv", "--yes", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.endswith(
        "glossary.yaml: 1 entry added, 0 entries changed\n2 in conflict are left as they are in the glossary\n"
    )
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == OURS + "- de: Minsk\n  en: Minsk\n"


@pytest.mark.parametrize(
    ("decision", "english", "status", "last"),
    [
        ("keep", ["Kyiv", "street", "Minsk"], 0, "2 in conflict are left as they are in the glossary"),
        ("replace", ["Kiev", "road", "Minsk"], 0, "glossary.yaml: 1 entry added, 2 entries changed"),
        ("also", ["Kyiv", "street", "Minsk"], 1, "1 in conflict could not be settled so: mend by hand"),
    ],
)
def test_one_decision_for_all_conflicts(
    folder: Path, decision: str, english: list[str], status: int, last: str
) -> None:
    done = glossary("import", "client.csv", "--conflicts", decision, cwd=folder)
    assert [entry.en for entry in read_glossary(folder / "glossary.yaml").glossary.entries] == english
    assert done.returncode == status
    assert done.stdout.splitlines()[-1] == last


def test_asked_at_a_terminal(folder: Path) -> None:
    terminal = Terminal("glossary", "import", "client.csv", cwd=folder, columns=140, lines=60)
    terminal.wait_for("1 of 2: keep yours, replace it, or allow the English that comes?")
    terminal.press("\r")
    terminal.wait_for("2 of 2: keep yours")
    terminal.press("a\r")
    terminal.wait_for("Add 1 entry and change 1 entry in glossary.yaml? [y/N]")
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == OURS
    terminal.press("y\r")
    terminal.wait_for("glossary.yaml: 1 entry added, 1 entry changed")
    terminal.wait_for("1 in conflict is left as it is in the glossary")
    assert ended(terminal) == 1
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == (
        OURS.replace("note: ours}", "also: road, note: ours}") + "- de: Minsk\n  en: Minsk\n"
    )


def test_no_is_no(folder: Path) -> None:
    terminal = Terminal("glossary", "import", "client.csv", "--conflicts", "replace", cwd=folder, columns=140, lines=60)
    terminal.wait_for("Add 1 entry and change 2 entries in glossary.yaml? [y/N]")
    terminal.press("\r")
    terminal.wait_for("nothing is written")
    assert ended(terminal) == 1
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == OURS


def test_what_agrees_is_counted_and_what_knows_more_is_added(folder: Path) -> None:
    (folder / "more.csv").write_text(
        "Deutsch;Englisch;Auch;Notiz\nKiew;Kyiv;Kyiv city;\nStraße;street;;theirs\n", encoding="utf-8"
    )
    done = glossary("import", "more.csv", "--yes", cwd=folder)
    assert "1 there, with something to add\n  glossary.yaml:2: Kiew → Kyiv (place; not Kiev)\n" in done.stdout
    assert "      + also 'Kyiv city'\n" in done.stdout
    assert (
        "1 there with another note (yours stays, unless you say --conflicts replace)\n"
        "  glossary.yaml:6: the note is 'ours' there, 'theirs' here\n"
    ) in done.stdout
    assert done.returncode == 0
    again = glossary("import", "more.csv", "--yes", cwd=folder)
    assert again.stdout.endswith("there is nothing to write\n")


def test_problems_of_the_file_are_told_on_standard_error(folder: Path) -> None:
    (folder / "bad.csv").write_text("Riga,Riga\nalone\n", encoding="utf-8")
    done = glossary("import", "bad.csv", "--yes", cwd=folder)
    assert done.returncode == 1
    assert done.stderr == (
        "workbench: bad.csv:2: row has one column only (first: 'alone') – left out; write German and English in two\n"
    )


@pytest.mark.parametrize("format", FORMATS)
def test_out_and_into_an_empty_project(folder: Path, format: str) -> None:
    suffix = {"xlsx": ".xlsx", "tbx3": ".tbx", "tbx2": ".tbx", "omegat": ".utf8"}.get(format, ".csv")
    out = glossary("export", f"out{suffix}", "--format", format, cwd=folder)
    assert out.returncode == 0, out.stderr
    assert out.stdout == f"out{suffix}: 2 entries as {FORMATS[format].says}\n"
    (folder / "empty").mkdir()
    done = glossary("import", f"out{suffix}", "--glossary", "empty", "--yes", cwd=folder)
    assert done.returncode == 0, done.stderr
    ours, theirs = (
        [(entry.de, entry.en) for entry in read_glossary(path / "glossary.yaml").glossary.entries]
        for path in (folder, folder / "empty")
    )
    assert theirs == ours


def test_what_a_format_cannot_hold_is_one_line(folder: Path) -> None:
    done = glossary("export", "out.csv", cwd=folder)
    assert done.stderr == (
        "workbench: out.csv: deepl cannot hold the forbidden English (avoid) of 1 entry, the kind of 1 entry, "
        "the note of 1 entry\n"
    )


def test_standard_output_is_the_file_and_nothing_else(folder: Path) -> None:
    done = glossary("export", "-", "--format", "omegat", cwd=folder)
    (folder / "out.txt").write_text(done.stdout, encoding="utf-8")
    read = [replace(entry, line=0) for entry in read_terms(folder / "out.txt").entries]
    assert read == [replace(e, line=0) for e in read_glossary(folder / "glossary.yaml").glossary.entries]


def test_export_writes_over_nothing_by_mistake(folder: Path) -> None:
    (folder / "article.txt").write_text("Ein Artikel.", encoding="utf-8")
    assert "is there already – choose another name, or say --replace" in refused(
        glossary("export", "article.txt", cwd=folder)
    )
    assert (folder / "article.txt").read_text(encoding="utf-8") == "Ein Artikel."
    assert glossary("export", "article.txt", "--replace", cwd=folder).returncode == 0
    for own in ("glossary.yaml", "sources/new.txt"):
        done = glossary("export", own, "--format", "omegat", "--replace", cwd=folder)
        assert re.search(r"is the glossary itself|is one of the project's own files, or among them", refused(done))
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == OURS


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "out.pdf"), "out.pdf: its suffix tells no format – name one: --format tbx3, tbx2, omegat"),
        (("export", "-"), "standard output has no suffix to tell the format – name one: --format"),
        (("export", "-", "--format", "xlsx"), "-: xlsx is no text – name a file"),
        (("export", "out.csv", "--format", "pdf"), "there is no format 'pdf' – choose one of"),
        (("export", "no/out.csv"), "no/out.csv: cannot be written: its folder does not exist"),
        (("export", "out.csv", "--glossary", "empty"), "there is no such folder or glossary"),
        (("import", "none.csv"), "none.csv: there is no such file – look at its name"),
        (("import", "client.csv", "--glossary", "none"), "none: there is no such folder or glossary"),
    ],
)
def test_one_clear_line(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    assert told in refused(glossary(*arguments, cwd=folder))


def test_a_glossary_that_cannot_be_read_is_not_compared_with(folder: Path) -> None:
    (folder / "glossary.yaml").write_bytes(OURS.encode("utf-16"))
    assert "glossary.yaml:1: is not UTF-8 text" in refused(glossary("import", "client.csv", "--dry-run", cwd=folder))


def test_an_empty_glossary_is_not_exported(folder: Path) -> None:
    (folder / "glossary.yaml").write_text("# nothing\n", encoding="utf-8")
    assert "there are no entries to export" in refused(glossary("export", "out.tbx", cwd=folder))
    assert not (folder / "out.tbx").exists()


def test_help_of_import_loads_nothing_slow(tmp_path: Path) -> None:
    code = (
        "import sys; from workbench.cli import main\n"
        "try: main(['glossary', 'import', '--help'])\nexcept SystemExit: pass\n"
        "print('slow:', sorted({'lxml', 'openpyxl', 'translate', 'textual', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True, env=os.environ
    )
    assert "slow: []" in done.stdout
