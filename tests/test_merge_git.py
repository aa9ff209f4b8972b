"""Two clones, twenty edits of which ten meet: merged, rebased, picked, with the driver and without, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.team_material import Clone, needs_git, two_clones, typed
from workbench.project import Project
from workbench.translation import ParagraphRecord, State

pytestmark = needs_git

ALONE_A, ALONE_B, MEET = range(5), range(5, 10), range(10, 20)


def english(who: str, at: int) -> str:
    return f"{who} wrote paragraph {at + 1}."


def edits(clone: Clone, who: str) -> dict[int, ParagraphRecord]:
    """Ten edits of one translator, in paragraphs all over the article: five are theirs alone, ten both have."""
    row = clone.record.paragraphs
    places = (*(ALONE_A if who == "Anna" else ALONE_B), *MEET)
    states = (State.REVIEWED, State.TRANSLATED)
    made = {
        at: typed(row[at], english(who, at), states[at % 2], f"{who} asks: {at}?" if at % 3 else "") for at in places
    }
    if who == "Ben":  # a note on what the other translates: lines beside the other's, in one paragraph
        made |= {at: typed(row[at], row[at].english, row[at].state, f"Ben notes {at}") for at in ALONE_A}
    return made


def nothing_is_lost(clone: Clone) -> None:
    """Every English and every note of both is in the record, and what met is told in words."""
    with Project.open(clone.root, read_only=True) as project:
        translation = project.open_document("gipfel.txt")
        findings = project.document_findings(translation)
    row = translation.paragraphs
    assert [row[at].english for at in ALONE_A] == [english("Anna", at) for at in ALONE_A]
    assert all(f"Ben notes {at}" in row[at].note.splitlines() for at in ALONE_A)
    assert [row[at].english for at in ALONE_B] == [english("Ben", at) for at in ALONE_B]
    told = {one.paragraph: one.message for one in findings if one.check == "review"}
    assert set(told) == set(MEET)
    for at in MEET:
        both = {english("Anna", at), english("Ben", at)}
        (theirs,) = both - {row[at].english}
        assert told[at] == f"the other translator has other English: “{theirs}”"
        assert row[at].state is State.TRANSLATED
        asked = {f"Anna asks: {at}?", f"Ben asks: {at}?"} if at % 3 else set()
        assert asked <= set(row[at].note.splitlines())


def saved(clone: Clone) -> str:
    """Open the article as a translator does, and save it; what is told when it opens."""
    with Project.open(clone.root) as project:
        translation = project.open_document("gipfel.txt")
        translation.save()
        return " ".join(map(str, translation.remarks))


def pulled(tmp_path: Path, *how: str, drivers: bool = True, config: tuple[str, str] | None = None) -> tuple[Clone, str]:
    """Anna pushes; Ben, who has worked as well, gets that; his clone, and what git says."""
    anna, ben = two_clones(tmp_path, drivers=drivers)
    if config:
        ben.git("config", *config)
    anna.change(edits(anna, "Anna"))
    ben.change(edits(ben, "Ben"))
    anna.git("push", "-q", "origin", "main")
    ben.git("fetch", "-q")
    return ben, ben.git(*how, fine=(0, 1))


WAYS = (("merge", "origin/main"), ("rebase", "origin/main"), ("cherry-pick", "origin/main"))


@pytest.mark.parametrize("how", WAYS, ids=lambda how: how[0])
def test_with_the_driver_git_merges_without_a_conflict(tmp_path: Path, how: tuple[str, ...]) -> None:
    ben, _ = pulled(tmp_path, *how)
    assert ben.git("status", "--porcelain") == ""
    assert b"<<<<<<<" not in ben.record_file.read_bytes()
    nothing_is_lost(ben)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
@pytest.mark.parametrize("how", WAYS, ids=lambda how: how[0])
def test_without_the_driver_what_git_left_is_merged_when_the_article_is_opened(
    tmp_path: Path, how: tuple[str, ...], style: str
) -> None:
    ben, _ = pulled(tmp_path, *how, drivers=False, config=("merge.conflictStyle", style))
    left = ben.record_file.read_bytes()
    assert b"<<<<<<<" in left
    nothing_is_lost(ben)  # also for `workbench check`, which writes nothing
    assert ben.record_file.read_bytes() == left
    assert "was merged with the other translator's work: 10 paragraphs to decide (])" in saved(ben)
    assert b"<<<<<<<" not in ben.record_file.read_bytes()
    nothing_is_lost(ben)
    kept = [path.read_bytes() for path in (ben.root / ".workbench" / "generations").rglob("*.yaml")]
    assert left in kept
    assert saved(ben) == ""


def test_without_git_the_marks_in_the_file_are_enough(tmp_path: Path) -> None:
    ben, _ = pulled(tmp_path, "merge", "origin/main", drivers=False, config=("merge.conflictStyle", "diff3"))
    (ben.root / ".git").rename(tmp_path / "away")
    nothing_is_lost(ben)


@pytest.mark.parametrize("how", WAYS, ids=lambda how: how[0])
def test_a_driver_that_is_gone_loses_nothing(tmp_path: Path, how: tuple[str, ...]) -> None:
    gone = ("merge.workbench-record.driver", "/no/such/python -m workbench merge-file record %O %A %B %P")
    ben, _ = pulled(tmp_path, *how, config=gone)
    nothing_is_lost(ben)
    assert "10 paragraphs to decide" in saved(ben)
    nothing_is_lost(ben)
    with Project.open(ben.root) as project:  # what is decided now stays, though git has not been told yet
        translation = project.open_document("gipfel.txt")
        translation.edit(10, "Decided.")
        translation.accept(10)
    with Project.open(ben.root) as project:
        assert project.open_document("gipfel.txt").paragraphs[10].english == "Decided."


@pytest.mark.feature("two who translated the same")
def test_both_clones_come_to_the_same(tmp_path: Path) -> None:
    ben, _ = pulled(tmp_path, "merge", "origin/main")
    anna = Clone(tmp_path / "anna")
    anna.git("fetch", "-q", str(ben.root), "main")
    anna.git("merge", "-q", "FETCH_HEAD")
    assert anna.record == ben.record


def test_records_of_an_earlier_form_are_merged_by_their_lines(tmp_path: Path) -> None:
    blocks = [f"- de: Absatz {n}\n  state: new\n" for n in range(9)]
    for name, at in (("base", None), ("ours", 0), ("theirs", 8)):
        made = [block.replace("new", "skipped") if n == at else block for n, block in enumerate(blocks)]
        (tmp_path / name).write_text("source: a.txt\nparagraphs:\n" + "".join(made))
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "merge-file", "record", "base", "ours", "theirs", "translations/a.yaml"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "ours").read_text().count("skipped") == 2


def test_a_record_that_cannot_be_read_is_left_to_git_and_told(tmp_path: Path) -> None:
    for name, text in (("base", "source: a.txt\nparagraphs:\n- de: Eins\n"), ("ours", "kaputt\n"), ("theirs", "[\n")):
        (tmp_path / name).write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "merge-file", "record", "base", "ours", "theirs", "translations/a.yaml"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(
        "workbench: translations/a.yaml: is merged line by line: a version of it cannot be read"
    )
    assert "<<<<<<< here\nkaputt\n" in (tmp_path / "ours").read_text()
