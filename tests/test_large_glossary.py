"""A large glossary: the screen is there before it has been read, and nothing is decided without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import Desk
from workbench.project import Session, State
from workbench.project.commands import Accept, Edit
from workbench.project.termbase import LARGE
from workbench.tui import WorkbenchApp


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose glossary is larger than a screen waits for, and says what Kiew is called."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("Die Lage in Kiew ist ernst.\n\nEs regnet.\n", encoding="utf-8")
    names = "".join(f"- {{de: Firma Nummer {number}, en: Company No. {number}}}\n" for number in range(5_000))
    (tmp_path / "glossary.yaml").write_text(f"- {{de: Kiew, en: Kyiv}}\n{names}", encoding="utf-8")
    assert (tmp_path / "glossary.yaml").stat().st_size > LARGE
    return tmp_path


def test_until_it_is_read_no_term_is_shown_and_nothing_is_drafted(folder: Path) -> None:
    with Session.open(folder, at_leisure=True) as session:
        session.put_on_desk("a.txt")
        session.draft()
        assert not session.termbase.ready
        assert session.termbase.rows(session.paragraphs[0]) == ()
        assert session.findings_so_far(0) == ()
        session.do(Edit(0, "The situation in Kiev is grave."))
        assert not session.termbase.ready
        session.termbase.read()
        session.take_up_glossary()
        assert [row.hit.surface for row in session.termbase.rows(session.paragraphs[0])] == ["Kiew"]
        assert [finding.check for finding in session.findings_so_far(0)] == ["term-missing"]


def test_a_decision_waits_for_it(folder: Path) -> None:
    with Session.open(folder, at_leisure=True) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(0, "The situation in Kiev is grave."))
        assert [finding.check for finding in session.findings.broken_rules(0)] == ["term-missing"]
        session.do(Accept(0))
        assert session.paragraphs[0].state is State.REVIEWED


def test_a_small_one_is_read_at_once(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("Kiew.\n", encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("- {de: Kiew, en: Kyiv}\n", encoding="utf-8")
    with Session.open(tmp_path, at_leisure=True) as session:
        assert session.termbase.ready


async def test_the_screen_shows_its_terms_and_draws_on_them_when_it_has_been_read(folder: Path) -> None:
    with Session.open(folder, at_leisure=True) as session:
        app = WorkbenchApp(session)
        async with app.run_test(size=(100, 30)) as pilot:
            desk = Desk(app, pilot)
            assert "Die Lage in Kiew" in desk.shown()
            await desk.until(lambda: session.termbase.ready)
            await desk.settled()
            await desk.until(lambda: "Kiew → Kyiv" in desk.shown())
            assert "Kiew → Kyiv" in desk.shown()
            assert "reading the glossary" not in desk.shown()
            assert "Kyiv" in desk.english(1)
            assert desk.state(2) is State.DRAFT
