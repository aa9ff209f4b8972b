"""What is promised beside OmegaT, in docs/omegat.md and in the README, and what tests hold of it."""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROMISED = ("✓", "partly")
MARKS = (*PROMISED, "being built", "no, next", "no")
"""What the workbench's column begins with. What is promised names its tests, nothing else does."""
_HEAD = re.compile(r"^\| *feature *\| *OmegaT *\| *the workbench *\| *test *\|$")
_README_HEAD = re.compile(r"^\| *\| *OmegaT *\| *the workbench *\|$")
_ANCHOR = re.compile(r'<a id="([\w-]+)"></a>')
_TEST = re.compile(r"`(tests/\w+\.py::\w+)`")
_LINK = re.compile(r"^\[([^]]+)\]\(docs/omegat\.md#([\w-]+)\)")
_COLLECTED = "WORKBENCH_COLLECTED_FEATURES"


@dataclass(frozen=True)
class Row:
    """A feature of docs/omegat.md: its name, what the README calls its place, its mark, the tests that it names."""

    name: str
    anchor: str
    mark: str
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Collected:
    """A test that pytest collects: the features that it is marked with, and whether it is run anywhere."""

    features: frozenset[str]
    runs: bool


def rows_of(page: str) -> list[Row]:
    """The rows of all tables of features on the page."""
    return [_row(cells) for cells in _cells_below(page, _HEAD)]


def faults(page: str, readme: str, tests: Mapping[str, Collected]) -> list[str]:
    """What is promised and not held, a line each."""
    rows = rows_of(page)
    return [*_of_rows(rows, tests), *_of_markers(rows, tests), *_of_the_readme(rows, readme)]


def _of_rows(rows: Iterable[Row], tests: Mapping[str, Collected]) -> Iterator[str]:
    seen: set[str] = set()
    for row in rows:
        if row.name in seen:
            yield f"“{row.name}” stands in two rows"
        seen.add(row.name)
        if not row.mark:
            yield f"“{row.name}”: the workbench’s column begins with none of {', '.join(MARKS)}"
        elif (row.mark in PROMISED) != bool(row.tests):
            yield f"“{row.name}”: {row.mark} and {len(row.tests)} tests"
        yield from _of_tests(row, tests)


def _of_tests(row: Row, tests: Mapping[str, Collected]) -> Iterator[str]:
    there = [tests[name] for name in row.tests if name in tests]
    yield from (f"“{row.name}”: pytest does not collect {name}" for name in row.tests if name not in tests)
    for name in row.tests:
        if name in tests and row.name not in tests[name].features:
            yield f"“{row.name}”: {name} is not marked with it"
    if there and not any(test.runs for test in there):
        yield f"“{row.name}”: its tests are run nowhere"


def _of_markers(rows: Iterable[Row], tests: Mapping[str, Collected]) -> Iterator[str]:
    promised = {row.name for row in rows if row.mark in PROMISED}
    for name, test in sorted(tests.items()):
        yield from (f"{name} is marked with “{one}”, which is no tick" for one in sorted(test.features - promised))


def _of_the_readme(rows: Iterable[Row], readme: str) -> Iterator[str]:
    marks = {row.anchor: row.mark for row in rows if row.anchor}
    told = list(_cells_below(readme, _README_HEAD))
    if not 0 < len(told) <= 25:
        yield f"the README has {len(told)} rows"
    for name, _, ours in told:
        link = _LINK.match(ours)
        if link is None:
            yield f"README, “{name}”: no link to its row in docs/omegat.md"
        elif marks.get(link[2]) != link[1]:
            yield f"README, “{name}”: {link[1]}, and docs/omegat.md#{link[2]} says {marks.get(link[2])}"


def _cells_below(text: str, head: re.Pattern[str]) -> Iterator[list[str]]:
    """The cells of the rows of the tables that begin with such a line."""
    lines = iter(text.splitlines())
    for line in lines:
        if head.match(line):
            next(lines)
            for row in lines:
                if not row.startswith("|"):
                    break
                yield [cell.strip() for cell in row.strip().strip("|").split("|")]


def _row(cells: list[str]) -> Row:
    feature, _, ours, tests = cells
    anchor = _ANCHOR.search(feature)
    mark = next((one for one in MARKS if re.match(rf"{re.escape(one)}(?!\w)", ours)), "")
    return Row(_ANCHOR.sub("", feature).strip(), anchor[1] if anchor else "", mark, tuple(_TEST.findall(tests)))


# What pytest collects


def collected(files: Iterable[Path]) -> dict[str, Collected]:
    """The tests of these files as pytest collects them, by `FILE::NAME`; those of one name for several parameters are
    one."""
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "--rootdir", ".", "-p", __name__, "-q"]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [*command, "-o", "addopts=--strict-markers", "-p", "no:cacheprovider", "--collect-only", *map(str, files)],
        cwd=ROOT, env=own | {_COLLECTED: "yes"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Collected] = {}
    for line in done.stdout.splitlines():
        if line.startswith(_COLLECTED):
            name, features, runs = json.loads(line.removeprefix(_COLLECTED))
            known = found.get(name, Collected(frozenset(), False))
            found[name] = Collected(known.features | frozenset(features), known.runs or runs)
    return found


def pytest_collection_finish(session: pytest.Session) -> None:
    """In the process that `collected` starts: print what was collected."""
    if _COLLECTED not in os.environ:
        return
    for item in session.items:
        features = [name for mark in item.iter_markers("feature") for name in mark.args]
        print(f"\n{_COLLECTED}{json.dumps([item.nodeid.partition('[')[0], features, _is_run(item)])}")


def _is_run(item: pytest.Item) -> bool:
    """Whether a test is run, and has to pass, on some machine."""
    if any(item.iter_markers("skip")) or any(not mark.args for mark in item.iter_markers("xfail")):
        return False
    function = getattr(item, "function", None)
    if function is None:
        return True
    (written,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    assert isinstance(written, ast.FunctionDef | ast.AsyncFunctionDef)
    calls = [*written.decorator_list, *(line.value for line in written.body if isinstance(line, ast.Expr))]
    return not any(_skips(call) for call in calls)


def _skips(call: ast.expr) -> bool:
    """Whether a decorator or a line of a test is a skip without a condition."""
    if not isinstance(call, ast.Call):
        return False
    name = ast.unparse(call.func)
    always = bool(call.args) and isinstance(call.args[0], ast.Constant) and call.args[0].value in (True, "True")
    return name == "pytest.skip" or (name == "pytest.mark.skipif" and always)
