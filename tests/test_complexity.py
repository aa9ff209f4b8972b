"""No function has more ways through it than a reader can hold: radon's cyclomatic complexity is at most 12."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from radon.complexity import cc_visit

ROOT = Path(__file__).parent.parent
FOLDERS = ("workbench", "harness", "benchmarks", "training", "tests", "docs")
MOST = 12


def over(path: Path) -> Iterator[str]:
    """The functions and methods of a file that have too many ways through them, with their number."""
    # An assertion of a test is what it shows, and no way through it.
    assertions_count = path.relative_to(ROOT).parts[0] != "tests"
    for block in cc_visit(path.read_text(encoding="utf-8"), no_assert=not assertions_count):
        if block.letter != "C" and block.complexity > MOST:
            yield f"{path.relative_to(ROOT)}:{block.lineno} {block.fullname}: {block.complexity}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_function_has_at_most_twelve_ways_through_it(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files
    assert [line for path in files for line in over(path)] == []
