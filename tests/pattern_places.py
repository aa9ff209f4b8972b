"""Every pattern that the program compiles when its modules are loaded, and how each is used there."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import workbench

_WAYS = {"match": "start", "fullmatch": "whole"}


@dataclass(frozen=True)
class Used:
    """A pattern, where it stands, and whether it is looked for `anywhere`, at the `start` or as the `whole`."""

    place: str
    pattern: str | bytes
    flags: int
    way: str


def patterns() -> list[Used]:
    """The patterns of all modules, each where it is used."""
    names = (one.name for one in pkgutil.walk_packages(workbench.__path__, "workbench."))
    return [
        used for name in names if not name.endswith("__main__") for used in _of_module(importlib.import_module(name))
    ]


def _of_module(module: ModuleType) -> Iterator[Used]:
    tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
    called = module.__name__.removeprefix("workbench.")
    for name, value in vars(module).items():
        if way := _way(tree, name):
            for number, found in enumerate(_inside(value)):
                flags = getattr(found, "_flags", getattr(found, "flags", 0))
                yield Used(f"{called}.{name}" + (f"[{number}]" if number else ""), found.pattern, flags, way)
    for call in ast.walk(tree):
        match call:
            case ast.Call(ast.Attribute(ast.Name("re"), method), [ast.Constant(str() | bytes() as pattern), *_]):
                if method not in {"compile", "escape"}:
                    yield Used(f"{called}: {pattern!r}", pattern, 0, _WAYS.get(method, "anywhere"))


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) or type(value).__name__ == "_Later":
        yield value  # type: ignore[misc]  # a lazy pattern is one to its users
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _inside(one)
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))


def _way(tree: ast.Module, name: str) -> str:
    """How the module uses what it calls `name`; nothing where it only makes it, or builds other patterns of it."""
    read, methods = 0, list[str]()
    for node in ast.walk(tree):
        match node:
            case ast.Name(found, ast.Load()) if found == name:
                read += 1
            case ast.Attribute(ast.Name(found), method) if found == name:
                methods.append(method)
    if read == methods.count("pattern"):
        return ""
    used = {_WAYS.get(method, "anywhere") for method in methods if method != "pattern"}
    handed_on = read > len(methods)
    return "anywhere" if handed_on or "anywhere" in used else min(used)
