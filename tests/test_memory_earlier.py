"""What was translated of an article and stands in it no more is in the memory all the same (orphan segments)."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.cli import main
from workbench.project import Project, Session, State, memory_origins
from workbench.project.commands import Accept, Edit

from .desk import desk_on
from .memory_material import Known, known, made_anew, make, settled

GONE = "Der Bote brachte am Abend einen Brief. Niemand las ihn."
OURS = "In the evening the messenger brought a letter. Nobody read it."
ARTICLE = f"Der Rat tagt heute.\n\n{GONE}\n\nEs schneit seit Tagen.\n"
SHORTER = ARTICLE.replace(f"{GONE}\n\n", "")
OTHER = "Es bleibt kalt.\n\nNiemand las ihn.\n\nDer Bote brachte am Abend einen Brief mit.\n"
KEPT = {
    ("a.txt, earlier", -1, "Der Bote brachte am Abend einen Brief.", "In the evening the messenger brought a letter."),
    ("a.txt, earlier", -1, "Niemand las ihn.", "Nobody read it."),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in whose first article a paragraph was reviewed that its writer has taken out since."""
    root = make(tmp_path / "news", {"a.txt": ARTICLE, "b.txt": OTHER})
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(1, OURS))
        session.do(Accept(1))
        session.save()
    (root / "sources" / "a.txt").write_text(SHORTER, encoding="utf-8")
    return root


def what(found: Known) -> set[tuple[str, int, str, str]]:
    return {one[:4] for one in found}


def opened(root: Path, name: str) -> Known:
    """What the memory knows when a document has been opened and everything has been done."""
    with Session.open(root) as session:
        session.put_on_desk(name)
        session.draft()
        settled(session)
        return known(session.project.memories.own)


@pytest.mark.parametrize("name", ["a.txt", "b.txt"])
def test_it_is_kept_without_a_place_whatever_is_opened(root: Path, name: str) -> None:
    assert what(opened(root, name)) == what(made_anew(root)) == KEPT


def test_of_its_sentences_those_within_know_their_neighbours(root: Path) -> None:
    around = {one[2]: one[4:] for one in opened(root, "b.txt")}
    first, second = (one[2] for one in sorted(KEPT))
    assert around == {first: (None, second), second: (first, None)}


@pytest.mark.feature("what no file has any more")
async def test_it_fills_and_is_offered_and_says_where_it_is_from(root: Path) -> None:
    assert main(["translate", str(root / "sources" / "b.txt")]) == 0
    with Project.open(root) as project:
        filled = project.open_document("b.txt").paragraphs[1]
    assert (filled.state, filled.english) == (State.DRAFT, "Nobody read it.")
    assert [origin.told for origin in memory_origins(filled)] == ["100 % a.txt, earlier"]
    async with desk_on(root / "sources" / "b.txt", (150, 40)) as desk:
        await desk.go_to(3)
        await desk.settled()
        assert "87 %" in desk.shown()
        assert "a.txt, earlier" in desk.shown()


def test_when_the_paragraph_is_back_it_stands_in_its_place_again(root: Path) -> None:
    opened(root, "a.txt")
    (root / "sources" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    there = what(opened(root, "b.txt"))
    assert {one[:2] for one in there} == {("a.txt", 1)}
    assert len(there) == 2


def test_it_is_there_as_long_as_the_record_is(root: Path) -> None:
    opened(root, "a.txt")
    (root / "sources" / "a.txt").unlink()
    assert {one[0] for one in what(opened(root, "b.txt"))} <= {"translations/a.yaml", "translations/a.yaml, earlier"}
    (root / "translations" / "a.yaml").unlink()
    assert opened(root, "b.txt") == set()


def test_another_english_of_what_is_gone_is_not_told_as_a_place(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("b.txt")
        session.draft()
        settled(session)
        session.do(Edit(1, "No one did."))
        assert session.do(Accept(1)).told == "paragraph 2 accepted"


async def test_it_is_kept_when_the_article_is_changed_under_the_desk(root: Path) -> None:
    (root / "sources" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    async with desk_on(root / "sources" / "a.txt") as desk:
        assert desk.english(2) == OURS
        (root / "sources" / "a.txt").write_text(SHORTER, encoding="utf-8")
        await desk.screen.look_at_files().wait()
        await desk.settled()
        assert what(known(desk.app.session.project.memories.own)) == KEPT
