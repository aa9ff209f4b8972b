"""`workbench export`: several files, several formats, only what is reviewed, into a folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.test_command_line import one_clear_line, workbench
from tests.test_completion import BASH, on_tab
from tests.test_export_pdf import ended
from workbench.project import Project


@pytest.fixture
def begun(project_folder: Path) -> Path:
    """A project with a text whose first paragraph is reviewed, and a Markdown article in a subfolder."""
    notes = project_folder / "sources" / "2025"
    notes.mkdir()
    (notes / "lage.md").write_text("# Die Lage\n\nDer **Kreml** schweigt.\n", encoding="utf-8")
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(0, "Summit in Yerevan without result")
        translation.accept(0)
        translation.save()
    return project_folder


def made(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.feature("files in the format they came in")
def test_several_files_go_out_in_the_formats_they_came_in(begun: Path) -> None:
    done = workbench("export", "sources/gipfel.txt", "sources/2025/lage.md", cwd=begun)
    assert done.returncode == 0, done.stderr
    assert made(begun / "exports") == ["2025/lage.en.md", "gipfel.en.txt"]
    assert [Path(line).name for line in done.stdout.splitlines()] == ["gipfel.en.txt", "lage.en.md"]
    assert (begun / "exports/2025/lage.en.md").read_text().startswith("# [not translated] Die Lage")


def test_several_formats_at_once_each_with_what_is_usual_for_it(begun: Path) -> None:
    done = workbench("export", "sources/gipfel.txt", "--to", "txt, html,docx", cwd=begun)
    assert done.returncode == 0, done.stderr
    assert made(begun / "exports") == ["gipfel.de-en.docx", "gipfel.de-en.html", "gipfel.en.txt"]


def test_both_languages_without_a_format_are_a_page(begun: Path) -> None:
    assert workbench("export", "sources/gipfel.txt", "--what", "bilingual", cwd=begun).returncode == 0
    assert made(begun / "exports") == ["gipfel.de-en.html"]


@pytest.mark.feature("files in the format they came in")
def test_only_what_is_reviewed(begun: Path) -> None:
    done = workbench("export", "sources/gipfel.txt", "--only", "reviewed", "--to", "txt,html,tmx", cwd=begun)
    assert done.returncode == 0, done.stderr
    assert "5 of 6 paragraphs are not reviewed and left out: 2–6" in done.stderr
    assert (begun / "exports/gipfel.en.txt").read_text() == "Summit in Yerevan without result\n"
    page = (begun / "exports/gipfel.de-en.html").read_text()
    assert "6 paragraphs, 1 reviewed. 5 not reviewed and left out: 2–6." in page
    assert page.count("<tr id=") == 1


def test_what_becomes_of_the_rest_is_told_for_each_kind(begun: Path) -> None:
    done = workbench("export", "sources/gipfel.txt", "--to", "html,tmx", cwd=begun)
    assert "not reviewed and marked so (tmx leaves them out): 2–6" in done.stderr
    assert "not reviewed and left out" in workbench("export", "sources/gipfel.txt", "--to", "tmx", cwd=begun).stderr


def test_findings_can_stay_at_home(begun: Path) -> None:
    record = begun / "translations" / "gipfel.yaml"
    workbench("translate", "sources/gipfel.txt", cwd=begun)
    record.write_text(record.read_text(encoding="utf-8").replace("Kyiv", "Kiev"), encoding="utf-8")
    page = begun / "exports" / "gipfel.de-en.html"
    for options, shown in ([], True), (["--no-findings"], False):
        assert workbench("export", "sources/gipfel.txt", "--to", "html", *options, cwd=begun).returncode == 0
        assert ('class="finding"' in page.read_text()) == shown


def test_into_a_folder_they_lie_as_in_exports(begun: Path, tmp_path: Path) -> None:
    client = tmp_path / "client"
    command = ("export", "sources/gipfel.txt", "sources/2025/lage.md", "--to", "docx,odt", "-o", client)
    assert workbench(*command, cwd=begun).returncode == 0
    there = ["2025/lage.de-en.docx", "2025/lage.de-en.odt", "gipfel.de-en.docx", "gipfel.de-en.odt"]
    assert made(client) == there
    assert not (begun / "exports").exists()

    again = workbench(*command, cwd=begun)
    assert again.returncode == 2
    assert again.stderr.count("is there already") == 4
    assert again.stderr.splitlines()[-1] == "workbench: none of 4 was written"
    assert workbench(*command, "--replace", cwd=begun).returncode == 0


@pytest.mark.parametrize("name", [".", "new/"])
def test_one_document_goes_into_a_folder_that_is_there_or_named_as_one(begun: Path, name: str) -> None:
    (begun / "place").mkdir()
    place = name.replace("new", str(begun / "place" / "new"))
    done = workbench("export", "sources/gipfel.txt", "--to", "html", "-o", place, cwd=begun / "place" / "..")
    assert done.returncode == 0, done.stderr
    assert Path(begun, done.stdout.strip()).name == "gipfel.de-en.html"


def test_one_that_fails_does_not_stop_the_others_and_the_count_is_told(begun: Path) -> None:
    (begun / "exports" / "gipfel.de-en.html").mkdir(parents=True)
    command = ("export", "sources/none.txt", "sources/gipfel.txt", "sources/2025/lage.md", "--to", "html,md")
    done = workbench(*command, "--what", "bilingual", cwd=begun)
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 3
    errors = [line for line in done.stderr.splitlines() if "not reviewed" not in line]
    assert "none.txt" in errors[0]
    assert "gipfel.de-en.html: cannot be written: it is a folder" in errors[1]
    assert errors[2:] == ["workbench: 3 of 6 were written"]
    assert "Traceback" not in done.stderr


def test_a_format_that_cannot_hold_it_stops_all_formats_of_a_file(begun: Path) -> None:
    told = workbench("export", "sources/gipfel.txt", "--to", "docx,tmx", "--what", "english", cwd=begun)
    assert told.returncode == 2
    assert "tmx cannot hold “english”" in told.stderr
    assert not (begun / "exports").exists()


def test_a_folder_is_no_article_and_a_files_name_no_place_for_several(begun: Path) -> None:
    assert "sources: this is a folder – name the articles in it" in one_clear_line(
        workbench("export", "sources", cwd=begun)
    )
    command = ("export", "sources/gipfel.txt", "--to", "html,md", "-o", "both.html")
    assert "both.html: is the name of one file" in one_clear_line(workbench(*command, cwd=begun))
    assert not (begun / "both.html").exists()


def test_standard_output_takes_one_document(begun: Path) -> None:
    assert "one document" in one_clear_line(
        workbench("export", "sources/gipfel.txt", "--to", "txt,md", "-o", "-", cwd=begun)
    )
    done = workbench("export", "sources/gipfel.txt", "-o", "-", "--only", "reviewed", cwd=begun)
    assert done.stdout == "Summit in Yerevan without result\n"


def test_no_program_for_a_pdf_is_told_and_the_others_are_written(begun: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = workbench("export", "sources/gipfel.txt", "--to", "pdf,html", cwd=begun, PATH=str(tmp_path / "empty"))
    assert done.returncode == 2
    assert "a PDF needs LibreOffice or WeasyPrint, and neither is there – install one of them" in done.stderr
    assert made(begun / "exports") == ["gipfel.de-en.html"]


def test_a_document_that_somebody_has_open_is_replaced_and_they_keep_what_they_read(begun: Path) -> None:
    workbench("export", "sources/gipfel.txt", "--to", "odt", cwd=begun)
    with (begun / "exports" / "gipfel.de-en.odt").open("rb") as open_elsewhere:
        before = open_elsewhere.read(100)
        done = workbench("export", "sources/gipfel.txt", "--to", "odt", "--only", "reviewed", cwd=begun)
        assert done.returncode == 0, done.stderr
        open_elsewhere.seek(0)
        assert open_elsewhere.read(100) == before
    assert made(begun / "exports") == ["gipfel.de-en.odt"]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_command_that_is_stopped_leaves_no_program_and_no_folder(
    begun: Path, tmp_path: Path, how: signal.Signals
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "temporary").mkdir()
    (tmp_path / "bin" / "soffice").write_text(f"#!/bin/sh\necho $$ > {tmp_path}/self\n/bin/sleep 600\n")
    (tmp_path / "bin" / "soffice").chmod(0o755)
    surroundings = os.environ | {"PATH": str(tmp_path / "bin"), "TMPDIR": str(tmp_path / "temporary")}
    command = [sys.executable, "-m", "workbench", "export", "sources/gipfel.txt", "--to", "pdf"]
    with subprocess.Popen(command, cwd=begun, env=surroundings, stderr=subprocess.PIPE, text=True) as process:
        while not (tmp_path / "self").exists() or not (tmp_path / "self").read_text().strip():
            time.sleep(0.05)
        process.send_signal(how)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, told.splitlines()[-1]) == (130, "workbench: stopped")
    assert ended((tmp_path / "self").read_text().strip())
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("how", ["TERM", "HUP", "INT"])
def test_one_that_is_stopped_while_it_starts_a_program_leaves_none(begun: Path, tmp_path: Path, how: str) -> None:
    """The program stops the command before anything else: then the command has hardly begun to wait for it."""
    (tmp_path / "bin").mkdir()
    script = f"#!/bin/sh\nkill -s {how} $PPID\necho $$ > {tmp_path}/self\nexec /bin/sleep 600\n"
    (tmp_path / "bin" / "soffice").write_text(script)
    (tmp_path / "bin" / "soffice").chmod(0o755)
    surroundings = os.environ | {"PATH": str(tmp_path / "bin")}
    command = [sys.executable, "-m", "workbench", "export", "sources/gipfel.txt", "--to", "pdf"]
    done = subprocess.run(command, cwd=begun, env=surroundings, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (130, "workbench: stopped")
    left = (tmp_path / "self").read_text().strip() if (tmp_path / "self").exists() else ""
    assert not left or ended(left)


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to(begun: Path, tmp_path: Path) -> None:
    (tmp_path / "client").mkdir(mode=0o500)
    done = workbench("export", "sources/gipfel.txt", "--to", "html,odt", "-o", tmp_path / "client", cwd=begun)
    assert done.returncode == 2
    assert done.stderr.count("no permission to write it") == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_is_told_and_nothing_half_written_is_left(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file system itself says it: every write of a document goes to a device that is always full."""
    from workbench.project import Choice, Wanted, handed_over, ordered

    really = os.open

    def full(path: str, flags: int, *rest: int, **more: int) -> int:
        made = really(path, flags, *rest, **more)
        if flags & os.O_CREAT and flags & os.O_EXCL:
            os.close(made)
            return really("/dev/full", os.O_WRONLY)
        return made

    with Project.open(begun) as project:
        orders = ordered(
            project, project.open_document("gipfel.txt"), Choice((Wanted("bilingual", "odt"), Wanted("english")))
        )
        monkeypatch.setattr(os, "open", full)
        outcomes = list(handed_over(orders))
        monkeypatch.undo()
    assert ["the disk is full" in str(outcome.problem) for outcome in outcomes] == [True, True]
    assert made(begun / "exports") == []


@pytest.mark.skipif(BASH is None, reason="bash is not on this machine")
def test_on_tab_more_formats_are_offered_behind_a_comma(begun: Path) -> None:
    assert on_tab("workbench export sources/gipfel.txt --to docx,od", begun) == ["docx,odt"]
    assert "html,html" not in on_tab("workbench export sources/gipfel.txt --to html,", begun)
    assert on_tab("workbench export sources/gipfel.txt --only ", begun) == ["reviewed", "changed"]
