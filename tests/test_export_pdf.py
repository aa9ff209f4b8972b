"""PDF: made by LibreOffice or WeasyPrint, whichever is there; nothing of it is left behind, whatever happens."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Timer

import pytest
from pypdf import PdfReader

from tests.test_export_odt import FINDINGS, GLOSSARY, RECORD
from workbench.export import Delivery, pdf, render
from workbench.problem import WorkbenchError

DELIVERY = Delivery(RECORD, GLOSSARY, FINDINGS)
Program = Callable[..., None]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Only the programs that a test puts there are on the path, and temporary folders lie where it can look."""
    folder, temporary = tmp_path / "bin", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(sys, "executable", str(folder / "python"))

    def put(name: str, script: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)

    return put


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path) -> object:
    yield
    left = list((tmp_path / "temporary").rglob("*")) if (tmp_path / "temporary").exists() else []
    assert left == []


def told(delivery: Delivery = DELIVERY) -> str:
    with pytest.raises(WorkbenchError) as raised:
        render(delivery, "pdf", "english")
    assert "\n" not in str(raised.value)
    return str(raised.value)


def is_running(process: str) -> bool:
    """Whether a program runs; one that has ended and was not yet fetched does not."""
    stat = Path("/proc", process, "stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def ended(process: str) -> bool:
    """Whether a program ends, waited for as long as a busy machine may take."""
    end = time.monotonic() + 60
    while is_running(process) and time.monotonic() < end:
        time.sleep(0.05)
    return not is_running(process)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_makes_it_with_notes_findings_and_terms_on_paper() -> None:
    pages = PdfReader(io.BytesIO(render(DELIVERY, "pdf", "bilingual"))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for said in ("The Kremlin is silent", "Note: Ask the editor", "The German has 35", "the house, not the state"):
        assert said in text
    width, height = pages[0].mediabox[2:]
    assert width > height
    english = PdfReader(io.BytesIO(render(DELIVERY, "pdf", "english"))).pages[0]
    assert "[not reviewed] It rains." in " ".join(english.extract_text().split())
    assert english.mediabox[2] < english.mediabox[3]


def test_without_a_program_one_line_says_what_to_install(programs: Program) -> None:
    assert "LibreOffice or WeasyPrint" in told()
    assert "choose html" in told()


def test_weasyprint_does_it_from_the_page_where_there_is_no_libreoffice(programs: Program, tmp_path: Path) -> None:
    programs("weasyprint", f'printf "%%PDF-1.7 " > "$2"; /bin/cat "$1" >> "$2"; echo "$1" > {tmp_path}/called')
    data = render(DELIVERY, "pdf", "bilingual")
    assert data.startswith(b"%PDF-1.7 <!doctype html>")
    assert (tmp_path / "called").read_text().strip().endswith("document.html")


@pytest.mark.parametrize(
    "script", ["exit 0", "exit 77", "echo no >&2; exit 1", 'echo "not one" > "${10}/document.pdf"']
)
def test_a_program_that_makes_none_is_told(programs: Program, script: str) -> None:
    programs("soffice", script)
    assert "LibreOffice made no PDF – see that there is room" in told()


def test_a_program_that_cannot_be_started_is_told(programs: Program, tmp_path: Path) -> None:
    (tmp_path / "bin" / "soffice").write_bytes(b"\x7fELF")
    (tmp_path / "bin" / "soffice").chmod(0o755)
    assert "LibreOffice cannot be started" in told()


def test_one_that_hangs_is_ended_with_all_that_it_began(
    programs: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0.5)
    programs("soffice", f"/bin/sleep 600 & echo $! > {tmp_path}/child; echo $$ > {tmp_path}/self; wait")
    assert "took more than" in told()
    assert all(ended((tmp_path / name).read_text().strip()) for name in ("child", "self"))


def test_one_that_nobody_waits_for_any_more_is_ended(programs: Program, tmp_path: Path) -> None:
    programs("soffice", f"echo $$ > {tmp_path}/self; /bin/sleep 600")
    stopped = Event()
    timer = Timer(0.3, stopped.set)
    timer.start()
    began = time.monotonic()
    assert "given up" in told(replace(DELIVERY, wanted=lambda: not stopped.is_set()))
    assert time.monotonic() - began < 30
    assert ended((tmp_path / "self").read_text().strip())


def test_ctrl_c_ends_it(programs: Program, tmp_path: Path) -> None:
    programs("soffice", f"echo $$ > {tmp_path}/self; /bin/sleep 600")

    def interrupt() -> bool:
        if (tmp_path / "self").exists():
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        render(replace(DELIVERY, wanted=interrupt), "pdf", "english")
    assert ended((tmp_path / "self").read_text().strip())


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_no_place_to_work_is_told(programs: Program, tmp_path: Path) -> None:
    programs("soffice", "exit 0")
    (tmp_path / "temporary").chmod(0o500)
    assert "no place to work" in told()
