"""`workbench --plain`: an article is translated line by line, from a script and on a terminal; nothing is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from harness.terminal import Terminal
from workbench.cli.plain.spoken import meant, said
from workbench.cli.plain.words import ANSWERS, BY_WORD
from workbench.project import ParagraphRecord, Project, State
from workbench.text import Code, Inline

ARTICLE = """\
# Der Hafen wird größer

Die Stadt baut ihren Hafen aus.

Der **neue Kai** soll 240 Meter lang werden.

Die Stadt baut ihren Hafen aus.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "hafen.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("- {de: Kai, en: quay, avoid: [wharf]}\n", encoding="utf-8")
    return tmp_path


def script(folder: Path, *lines: str, option: str = "--plain") -> str:
    """What is said when these lines come from a pipe."""
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *([option] if option else [])],
        cwd=folder,
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    return done.stdout


def record(folder: Path) -> tuple[ParagraphRecord, ...]:
    with Project.open(folder, read_only=True) as project:
        return project.open_document("hafen.md").paragraphs


@pytest.mark.feature("work line by line, for a screen reader")
def test_an_article_is_translated_and_handed_over_by_a_script(folder: Path) -> None:
    said = script(
        folder,
        "edit The harbour is growing",
        "accept",
        "accept",
        "edit The ‹1›new wharf‹/1› will be 240 metres long.",
        "fix",
        "accept",
        "accept",
        "export html",
        "quit",
    )
    lines = said.splitlines()
    assert lines[0] == "hafen.md: 4 paragraphs, 4 to be accepted."
    for line in (
        "Paragraph 1 of 4, headline, a draft.",
        "German: Der ‹1›neue Kai‹/1› soll 240 Meter lang werden.",
        "saved: paragraph 1 of 4 has your English",
        "saved: paragraph 1 of 4 accepted",
        "Finding 1, error: “quay” is missing for “Kai”; “wharf” should be “quay”",
        "English: The ‹1›new quay‹/1› will be 240 metres long.",
        "Terms: 1, of which the English has 1; terms tells them",
        "Every paragraph is done: export hands the translation over.",
        "Everything is saved.",
    ):
        assert line in lines, said
    first, _, third, last = record(folder)
    assert first.english == "The harbour is growing"
    assert third.target.shown() == "The ⟨1⟩new quay⟨/1⟩ will be 240 metres long."
    assert last.state is State.REVIEWED
    assert (folder / "exports" / "hafen.de-en.html").exists()


def test_what_is_wrong_is_said_in_one_line_and_the_next_answer_counts(folder: Path) -> None:
    said = script(
        folder, "gibberish 1", "go 99", "go x", "put 7", "find", "term Hafen", "stand 1", "export dvi", "open 9"
    )
    answers = said.splitlines()[-10:]
    assert [line.split()[0] for line in answers] == [
        *("gibberish", "go", "go", "The", "There", "find", "A", "No", "export", "open", "Everything")[-10:]
    ]
    assert [one.state for one in record(folder)] == [State.DRAFT] * 4


def test_a_rule_that_is_broken_wants_a_reason(folder: Path) -> None:
    said = script(folder, "go 3", "edit The new wharf.", "accept", "", "accept", "the harbour's own word")
    assert "not accepted" in said
    assert "saved: paragraph 3 of 4 accepted" in said
    assert record(folder)[2].overrides[0].reason == "the harbour's own word"


def test_offers_terms_notes_and_undo(folder: Path) -> None:
    told = script(
        folder,
        *("go 2", "edit The town is enlarging its port.", "accept", "go 4", "undo", "redo"),
        *("offers", "term Hafen = port", "note ask Wilma", "memory Hafen", "find Kai", "skip", "status"),
    )
    for line in (
        "saved: undone: accept",
        "saved: done again: accept",
        "saved: in the glossary, Hafen is port in English",
    ):
        assert line in told
    assert "has your note" in told and "left out" in told
    assert "Paragraph 3 of 4" in told  # where “Kai” is


def test_every_answer_is_in_the_help_and_no_word_means_two(folder: Path) -> None:
    told = script(folder, "help")
    assert len(BY_WORD) == sum(len(answer.words) for answer in ANSWERS)
    assert all(f"\n{answer.words[0]}" in told for answer in ANSWERS)


def test_the_setting_does_what_the_option_does(folder: Path) -> None:
    (folder / ".workbench").mkdir()
    (folder / ".workbench" / "settings.yaml").write_text("plain: on\n", encoding="utf-8")
    assert "Everything is saved." in script(folder, "quit", option="")


def test_a_terminal_that_cannot_be_drawn_on_gets_lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "Everything is saved." in script(folder, "quit", option="")


def test_a_code_that_the_paragraph_has_not_is_text() -> None:
    german = ParagraphRecord("neu", codes=(Code(0, "1", "open"), Code(3, "1", "close")))
    assert meant("‹1›new‹/1›", german) == Inline("new", german.codes)
    assert meant("‹2›new", german) == "‹2›new"
    assert said(Inline("a\nb")) == "a‹line›b"
    assert meant("a‹line›b", german) == "a\nb"


def test_on_a_terminal_the_english_stands_in_the_line_and_what_is_typed_ahead_counts(folder: Path) -> None:
    terminal = Terminal("--plain", cwd=folder)
    try:
        terminal.wait_for("English: The")
        terminal.press("edit\r now\raccept\r")  # typed ahead: behind the English that stands there
        terminal.wait_for("paragraph 1 of 4 accepted")
        terminal.wait_for("Paragraph 2 of 4")
        terminal.rest()
        terminal.press("\x03")
        terminal.wait_for("nothing is lost")
        terminal.press("\x04")
        terminal.wait_for("Everything is saved")
        assert terminal.wait_for_end() == 0
    finally:
        terminal.kill()
    first = record(folder)[0]
    assert first.english.endswith(" now") and first.state is State.REVIEWED


@pytest.mark.parametrize("end", ["Ctrl+C", "SIGTERM"])
def test_english_that_is_half_typed_when_it_is_stopped_is_kept(folder: Path, end: str) -> None:
    terminal = Terminal("--plain", cwd=folder)
    try:
        terminal.wait_for("English: The")
        terminal.press("edit\r")
        terminal.wait_for("> edit")
        terminal.rest()
        terminal.press(" half a sentence")
        terminal.wait_for("half a sentence")
        if end == "Ctrl+C":
            terminal.press("\x03")
            terminal.wait_for("has your English")
            terminal.rest()
            terminal.press("\x04")
        else:
            terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 0
    finally:
        terminal.kill()
    assert record(folder)[0].english.endswith("half a sentence")


def test_what_was_said_to_be_saved_is_there_when_the_terminal_is_closed(folder: Path) -> None:
    terminal = Terminal("--plain", cwd=folder)
    try:
        terminal.wait_for("English: The")
        terminal.press("edit The harbour is growing\r")
        terminal.wait_for("has your English")
        terminal.press("edit\r")
        terminal.rest()
        terminal.hang_up()
        terminal.process.wait(60)
    finally:
        terminal.kill()
    assert record(folder)[0].english == "The harbour is growing"
