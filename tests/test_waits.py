"""No test hangs on how busy the machine is: none waits a fixed while for what it then asks, and none is timed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
ALLOWED = {
    "test_better_drafts.read": "a line is kept for as long as it takes to read it",
    "test_desk_completing.test_esc_hides_it_for_this_paragraph_and_then_leaves": "unseen is not taken",
    "test_desk_completing.test_the_package_goes_on_where_the_draft_has_nothing": "the same",
    "test_glossary_lock.test_it_goes_on_when_the_other_is_done": "nothing happens in that while, on any machine",
    "loopback.silent": "it is the page that is late",
    "loopback.drop_by_drop": "it is the page that is slow",
    "test_install.test_a_kill_at_any_moment_leaves_the_old_package_or_the_new_one": "a kill is right at every moment",
    "test_typed_ahead_lists.busy": "it is what keeps a screen busy",
}
"""Where time itself is what the test is about."""


def waits(tree: ast.AST, within: str = "", *, polled: bool = False) -> Iterator[str]:
    """The functions that wait a while of fixed length outside a loop that asks for something."""
    match tree:
        case ast.FunctionDef(name) | ast.AsyncFunctionDef(name):
            within, polled = name, False
        case ast.While():
            polled = True
        case ast.For():
            polled = polled or any(isinstance(one, ast.Return | ast.Break) for one in ast.walk(tree))
        case ast.Call(ast.Attribute(_, "pause" | "sleep" | "rest") | ast.Name("sleep"), [given, *_]) if not polled:
            if within and not (isinstance(given, ast.Constant) and given.value in (0, 0.0)):
                yield within
        case ast.Call(ast.Attribute(ast.Name("terminal" | "opened"), "read"), [_, *_]) if not polled:
            yield within
    for part in ast.iter_child_nodes(tree):
        yield from waits(part, within, polled=polled)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("await desk.pilot.pause(0.5)", ["one"]),
        ("await sleep(0.2)", ["one"]),
        ("terminal.read(2.0)", ["one"]),
        ("await desk.pilot.pause()", []),
        ("while not there():\n        time.sleep(0.02)", []),
        ("for _ in range(3):\n        time.sleep(0.2)", ["one"]),
        ("for _ in range(300):\n        if there():\n            return\n        time.sleep(0.2)", []),
        ("file.read(100)", []),
        ("terminal.rest()", []),
    ],
)
def test_a_fixed_while_is_found(line: str, found: list[str]) -> None:
    assert list(waits(ast.parse(f"async def one():\n    {line}\n"))) == found


def test_no_test_waits_a_fixed_while() -> None:
    found = {
        f"{path.stem}.{name}"
        for path in sorted(HERE.glob("*.py"))
        for name in waits(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert sorted(found - set(ALLOWED)) == []
    assert sorted(set(ALLOWED) - found) == []


def test_no_example_is_timed() -> None:
    """Also where a test has settings of its own, which take the place of the profile's."""
    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check
    for path in sorted(HERE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.keyword("suppress_health_check", given):
                    said = ast.unparse(given)
                    assert "too_slow" in said or said == "list(HealthCheck)", path.name
                case ast.keyword("deadline", given):
                    assert ast.unparse(given) == "None", path.name
