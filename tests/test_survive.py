"""A short run of everything that `benchmarks/survive.py` tries, on the real program."""

from __future__ import annotations

import pytest

from benchmarks.survive import main
from harness.survive import Ground
from harness.survive.ground import contents, differences
from harness.survive.kinds import KINDS, Kind
from harness.survive.tries import attempt, chance_of, demand


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """One home for every try of a process, so that the dictionary is made once."""
    return Ground(tmp_path_factory.mktemp("ground"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_program_survives(kind: Kind, ground: Ground) -> None:
    made = list(kind.attempts(kind.short, 1, ground, 0))
    assert len(made) >= kind.short
    told = [f"--only {kind.name} --seed 1 --at {one.number}: {one.what}: {one.failed}" for one in made if one.failed]
    assert not told, "\n".join(told)


def test_a_try_that_breaks_is_a_failure_and_the_same_number_gives_the_same_try() -> None:
    assert attempt("links", 3, "x", lambda: None).failed == ""
    assert attempt("links", 3, "x", lambda: demand(False, "nothing")).failed == "nothing"
    assert "ZeroDivisionError" in attempt("links", 3, "x", lambda: demand(1 // 0, "")).failed
    assert chance_of("links", 1, 3).random() == chance_of("links", 1, 3).random()


def test_what_a_try_changes_outside_is_seen(ground: Ground) -> None:
    project = ground.project()
    before = contents(project)
    (project / "new.txt").symlink_to("nowhere")
    (project / "glossary.yaml").write_text("", encoding="utf-8")
    (project / "sources" / "zweiter.md").unlink()
    assert (
        differences(before, contents(project)) == "new.txt appeared, sources/zweiter.md is gone, glossary.yaml changed"
    )


def test_the_table_says_what_was_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "bursts", "--bursts", "0"]) == 0
    assert "| bursts | 0 | 0 |" in capsys.readouterr().out
