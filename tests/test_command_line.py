"""The command line, as a shell sees it: output, one-line errors, exit statuses. A real process each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def workbench(*arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workbench", *map(str, arguments)],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def one_clear_line(done: subprocess.CompletedProcess[str]) -> str:
    """The error of a command that could not be carried out: one line on standard error, exit status 2."""
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("workbench: ")
    return done.stderr


def test_help_loads_no_model_and_no_screen(tmp_path: Path) -> None:
    code = (
        "import sys; from workbench.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "slow = {'ctranslate2', 'argostranslate', 'somajo', 'textual', 'docx', 'translate', 'simplemma', 'numpy'}\n"
        "print('slow:', sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "slow: []" in done.stdout
    for command in ("translate", "check", "export", "glossary", "model", "init", "doctor"):
        assert command in done.stdout


@pytest.mark.feature("without its window")
def test_translate_check_export(project_folder: Path) -> None:
    drafted = workbench("translate", "sources/gipfel.txt", cwd=project_folder)
    assert drafted.returncode == 0, drafted.stderr
    assert drafted.stdout.strip().endswith("translations/gipfel.yaml")
    assert "6/6 paragraphs drafted" in drafted.stderr

    record = project_folder / "translations" / "gipfel.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("Kyiv", "Kiev"), encoding="utf-8")
    checked = workbench("check", "--format", "json", cwd=project_folder)
    assert checked.returncode == 1
    assert "term-forbidden" in {finding["check"] for finding in json.loads(checked.stdout)}
    text = workbench("check", cwd=project_folder)
    assert "sources/gipfel.txt: paragraph 6: error:" in text.stdout

    exported = workbench("export", "sources/gipfel.txt", "--to", "html", cwd=project_folder)
    assert exported.returncode == 0, exported.stderr
    assert "not reviewed" in exported.stderr
    assert Path(exported.stdout.strip()).read_text(encoding="utf-8").startswith("<!doctype html>")


def test_translate_to_standard_output_writes_nothing(project_folder: Path) -> None:
    done = workbench("translate", "--print", "sources/gipfel.txt", cwd=project_folder)
    assert done.returncode == 0, done.stderr
    assert "Yerevan" in done.stdout
    assert not (project_folder / "translations").exists()


def test_nothing_is_handed_over_into_the_projects_own_files(project_folder: Path) -> None:
    for own in ("sources/gipfel.txt", "sources/new.txt", "glossary.yaml", "translations/gipfel.yaml"):
        before = {path: path.read_bytes() for path in project_folder.rglob("*.*") if path.is_file()}
        done = workbench("export", "sources/gipfel.txt", "--to", "txt", "-o", own, cwd=project_folder)
        assert done.returncode == 2
        assert "own files" in done.stderr
        assert all(path.read_bytes() == data for path, data in before.items() if ".workbench" not in path.parts)


def test_a_bad_article_does_not_stop_the_others(project_folder: Path) -> None:
    (project_folder / "sources" / "leer.txt").write_text("\n", encoding="utf-8")
    done = workbench("translate", "sources/leer.txt", "sources/gipfel.txt", cwd=project_folder)
    assert done.returncode == 2
    assert "leer.txt" in done.stderr
    assert (project_folder / "translations" / "gipfel.yaml").exists()


def test_problems_of_the_glossary_are_told_wherever_it_is_used(project_folder: Path) -> None:
    with (project_folder / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("- de: Minsk\n  eng: Minsk\n")
    assert "glossary.yaml:24" in workbench("translate", "--print", "sources/gipfel.txt", cwd=project_folder).stderr


def test_checking_what_is_not_translated_says_so(project_folder: Path) -> None:
    assert "not translated yet" in workbench("check", cwd=project_folder).stderr


def test_a_full_disk_behind_standard_output(project_folder: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "workbench", "model", "info"]
        done = subprocess.run(command, cwd=project_folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "standard output" in done.stderr


def test_every_bad_article_is_one_clear_line(project_folder: Path) -> None:
    sources = project_folder / "sources"
    (sources / "leer.txt").write_text(" \n\n", encoding="utf-8")
    (sources / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (sources / "gross.txt").write_bytes(b"Der Gipfel in Eriwan begann. " * 1_800_000)
    english = "The summit began on Thursday, and nobody expected that it would end with a common statement. "
    (sources / "english.txt").write_text(english * 10, encoding="utf-8")
    for name, words in {
        "fehlt.txt": "no such file",
        "leer.txt": "no text",
        "bild.txt": "text",
        "gross.txt": "MB",
        "english.txt": "German",
    }.items():
        assert words in one_clear_line(workbench("translate", f"sources/{name}", cwd=project_folder)), name
    assert "folder" in one_clear_line(workbench("translate", "sources", cwd=project_folder))


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may read everything")
def test_an_article_that_may_not_be_read(project_folder: Path) -> None:
    (project_folder / "sources" / "gipfel.txt").chmod(0)
    assert "permission" in one_clear_line(workbench("translate", "sources/gipfel.txt", cwd=project_folder))


def test_a_folder_without_articles(tmp_path: Path) -> None:
    assert "workbench init" in one_clear_line(workbench("check", cwd=tmp_path))


def test_wrong_words_on_the_command_line(tmp_path: Path) -> None:
    assert "--help" in one_clear_line(workbench("export", cwd=tmp_path))
    assert "--help" in one_clear_line(workbench("--colour", cwd=tmp_path))


def test_a_format_there_is_not(project_folder: Path) -> None:
    assert "docx" in one_clear_line(workbench("export", "sources/gipfel.txt", "--to", "wps", cwd=project_folder))


def test_the_screen_needs_a_terminal(project_folder: Path) -> None:
    assert "terminal" in one_clear_line(workbench(cwd=project_folder))


def test_glossary_check_tells_file_and_line(project_folder: Path) -> None:
    assert workbench("glossary", "check", cwd=project_folder).returncode == 0
    with (project_folder / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("- de: Minsk\n  eng: Minsk\n")
    done = workbench("glossary", "check", cwd=project_folder)
    assert done.returncode == 1
    assert "glossary.yaml:24" in done.stdout
    assert "6 entries in force" in done.stdout


@pytest.mark.feature("projects")
def test_init_makes_a_project_that_works(tmp_path: Path) -> None:
    assert workbench("init", "neu", cwd=tmp_path).returncode == 0
    (tmp_path / "neu" / "sources" / "a.txt").write_text("Der Gipfel in Eriwan begann.\n", encoding="utf-8")
    assert workbench("translate", "neu/sources/a.txt", cwd=tmp_path).returncode == 0
    assert workbench("glossary", "check", "neu", cwd=tmp_path).returncode == 0


def test_a_plain_folder_of_articles_is_a_project_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Gipfel in Eriwan begann.\n", encoding="utf-8")
    assert workbench("translate", "a.txt", cwd=tmp_path).returncode == 0
    assert (tmp_path / "translations" / "a.yaml").exists()


def test_model_list_and_info(tmp_path: Path) -> None:
    listed = workbench("model", "list", cwd=tmp_path)
    assert "embedded" in listed.stdout
    assert "BLEU" in workbench("model", "info", cwd=tmp_path).stdout


def test_model_install_without_a_network_changes_nothing(tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9/index.json"
    done = workbench("model", "install", "de_en", cwd=tmp_path, ARGOS_PACKAGE_INDEX=nowhere)
    one_clear_line(done)


def test_using_a_package_that_is_not_there(project_folder: Path) -> None:
    assert "model list" in one_clear_line(workbench("model", "use", "nobody", cwd=project_folder))


def test_doctor(project_folder: Path) -> None:
    done = workbench("doctor", cwd=project_folder)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("ok  ") == 9
    assert "BAD" not in done.stdout


def test_a_broken_record_is_told_and_left_alone(project_folder: Path) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    record.parent.mkdir()
    record.write_text("source: gipfel.txt\nparagraphs: [\n", encoding="utf-8")
    assert "gipfel.yaml" in one_clear_line(workbench("translate", "sources/gipfel.txt", cwd=project_folder))
    assert record.read_text(encoding="utf-8") == "source: gipfel.txt\nparagraphs: [\n"
