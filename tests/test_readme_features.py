"""The tables of what there is beside OmegaT: behind every tick stands a test, and no test says more than the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.feature_table import ROOT, Collected, collected, faults, rows_of

PAGE = (ROOT / "docs" / "omegat.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
HEAD = "| feature | OmegaT | the workbench | test |\n|---|---|---|---|\n"
README_HEAD = "| | OmegaT | the workbench |\n|---|---|---|\n"
TEST = "tests/test_a.py::test_a"
GOOD = f'{HEAD}| <a id="notes"></a>notes | yes | ✓ **n** | `{TEST}` |\n| scripts | yes | no: made for translators | |\n'
SHORT = f"{README_HEAD}| notes | yes | [✓](docs/omegat.md#notes) |\n"
THERE = {TEST: Collected(frozenset({"notes"}), runs=True)}


def test_every_tick_has_a_test_that_is_run_and_is_marked_with_it() -> None:
    files = [path for path in sorted((ROOT / "tests").glob("test_*.py")) if "mark.feature(" in path.read_text("utf-8")]
    assert len(rows_of(PAGE)) > 80
    assert faults(PAGE, README, collected(files)) == []


def test_a_page_as_it_should_be_has_no_faults() -> None:
    assert faults(GOOD, SHORT, THERE) == []


@pytest.mark.parametrize(
    ("page", "tests", "fault"),
    [
        (GOOD, {}, f"“notes”: pytest does not collect {TEST}"),
        (GOOD, {TEST: Collected(frozenset(), True)}, f"“notes”: {TEST} is not marked with it"),
        (GOOD, {TEST: Collected(frozenset({"notes"}), False)}, "“notes”: its tests are run nowhere"),
        (GOOD.replace(f"`{TEST}`", ""), {}, "“notes”: ✓ and 0 tests"),
        (GOOD.replace("made for translators | |", f"| `{TEST}` |"), THERE, "“scripts”: no and 1 tests"),
        (GOOD.replace("✓ **n**", "**n**"), {}, "“notes”: the workbench’s column begins with none of ✓"),
        (GOOD + "| notes | yes | no | |\n", THERE, "“notes” stands in two rows"),
        (GOOD.replace("✓ **n**", "nothing yet"), {}, "“notes”: the workbench’s column begins with none of ✓"),
        (GOOD, THERE | {"tests/test_b.py::b": Collected(frozenset({"bold"}), True)}, "is marked with “bold”, which"),
        (GOOD, {TEST: Collected(frozenset({"notes", "scripts"}), True)}, "is marked with “scripts”, which is no tick"),
    ],
)
def test_what_is_promised_and_not_held_is_told(page: str, tests: dict[str, Collected], fault: str) -> None:
    assert any(fault in one for one in faults(page, SHORT, tests))


@pytest.mark.parametrize(
    ("readme", "fault"),
    [
        (SHORT.replace("[✓](docs/omegat.md#notes)", "✓"), "README, “notes”: no link to its row"),
        (SHORT.replace("✓", "no"), "README, “notes”: no, and docs/omegat.md#notes says ✓"),
        (SHORT.replace("#notes", "#scripts"), "README, “notes”: ✓, and docs/omegat.md#scripts says None"),
        ("# Workbench\n", "the README has 0 rows"),
        (README_HEAD + "| notes | yes | [✓](docs/omegat.md#notes) |\n" * 26, "the README has 26 rows"),
    ],
)
def test_the_readme_promises_no_more_than_the_page(readme: str, fault: str) -> None:
    assert any(fault in one for one in faults(GOOD, readme, THERE))


TESTS = """
import os
import pytest

pytestmark = pytest.mark.feature("all of them")

@pytest.mark.feature("notes")
@pytest.mark.parametrize("n", [1, pytest.param(2, marks=pytest.mark.skip)])
def test_runs(n): pass

@pytest.mark.skipif(not os.environ.get("NO_SUCH_THING"), reason="is there on some machine")
def test_runs_elsewhere(): pass

def test_runs_if_it_can():
    if not os.environ.get("NO_SUCH_THING"):
        pytest.skip("is there on some machine")

@pytest.mark.skip
async def test_never(): pass

@pytest.mark.skipif(True, reason="never")
def test_never_either(): pass

def test_never_for_its_first_line():
    pytest.skip("not yet")

@pytest.mark.xfail
def test_that_need_not_pass(): assert False
"""


def test_it_is_told_of_each_test_whether_it_is_run_anywhere(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(TESTS, encoding="utf-8")
    found = {name.partition("::")[2]: test for name, test in collected([tmp_path / "test_some.py"]).items()}
    assert found["test_runs"] == Collected(frozenset({"all of them", "notes"}), runs=True)
    assert {name for name, test in found.items() if test.runs} == {
        "test_runs",
        "test_runs_elsewhere",
        "test_runs_if_it_can",
    }
    assert len(found) == 7
