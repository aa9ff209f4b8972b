"""`workbench help`, and what is promised of the files that the documentation consists of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from harness.terminal import Terminal
from workbench.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))


def test_every_topic_is_listed_with_its_title(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    listed = capsys.readouterr().out
    for page in PAGES:
        title = page.read_text(encoding="utf-8").splitlines()[0]
        assert title.startswith("# ")
        assert re.search(rf"^{page.stem} +{re.escape(title[2:])}$", listed, re.MULTILINE), page


@pytest.mark.parametrize("topic", [page.stem for page in PAGES])
def test_every_topic_is_plain_text_where_there_is_no_terminal(topic: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", topic]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert all(len(line) <= 100 for line in shown.splitlines())


def test_a_topic_on_a_terminal_goes_through_the_pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "sed s/Keys/PAGED/")
    terminal = Terminal("help", "keys", cwd=tmp_path, lines=400)
    try:
        terminal.wait_for("PAGED and signs")
        terminal.wait_for("hand over")
    finally:
        terminal.kill()


def test_a_topic_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    for topic, words in {"glosary": "did you mean glossary?", "qqq": "the topics are", "translate": "--help"}.items():
        assert main(["help", topic]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert words in said.err


def test_the_wheel_has_the_package_and_the_documentation() -> None:
    files = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    assert {f"workbench/docs/{page.name}" for page in PAGES} <= files
    assert {file.relative_to(ROOT).as_posix() for file in (ROOT / "workbench").rglob("*.py")} <= files
    assert any(file.startswith("workbench/engine/packages/") and file.endswith("model.bin") for file in files)
    assert "workbench/tui/workbench.tcss" in files
    dictionary = ("entries.blocks", "words.index", "english.index", "COPYRIGHT", "README.md")
    assert {f"workbench/dictionary/data/{name}" for name in dictionary} <= files
    assert {Path(file).parts[0] for file in files} == {"workbench"}


def test_every_benchmark_is_told_of() -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    programs = [path.stem for path in (ROOT / "benchmarks").glob("*.py") if "\ndef main(" in path.read_text("utf-8")]
    assert len(programs) > 20
    assert [name for name in sorted(programs) if not re.search(rf"benchmarks[./]{name}\b", told)] == []


def test_what_is_not_needed_is_said_alike_in_both_places() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    overridden = {line.split(";")[0].strip() for line in project["tool"]["uv"]["override-dependencies"]}
    lines = (ROOT / "not-needed.txt").read_text(encoding="utf-8").splitlines()
    assert {line for line in lines if not line.startswith("#")} == overridden
    install = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    assert "printf '" + "".join(rf"{line}\n" for line in lines if not line.startswith("#")) + "'" in install


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES], ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_the_picture_is_small_enough_for_a_page() -> None:
    picture = (ROOT / "docs" / "screen.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000
