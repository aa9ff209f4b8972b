"""The examples that docstrings give come out as they say."""

import doctest
import importlib
from pathlib import Path

import pytest

import workbench

ROOT = Path(workbench.__file__).parents[1]
FILES = [file for file in sorted((ROOT / "workbench").rglob("*.py")) if ">>> " in file.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in FILES])
def test_examples_are_right(name: str) -> None:
    module = importlib.import_module(name)
    results = doctest.testmod(module, report=False)
    assert not results.failed, f"{results.failed} of {results.attempted} examples of {name}"
