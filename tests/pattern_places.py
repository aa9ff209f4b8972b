"""Every pattern that the program compiles when its modules are loaded, and how each is used there."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections import Counter, defaultdict
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
    source = Path(module.__file__ or "").read_text(encoding="utf-8")
    held = {name: found for name, value in vars(module).items() if (found := list(_inside(value)))}
    if held or "re." in source:
        nodes = list(ast.walk(ast.parse(source)))
        called = module.__name__.removeprefix("workbench.")
        yield from _by_name(called, held, nodes)
        yield from _in_place(called, nodes)


def _by_name(called: str, held: dict[str, list[re.Pattern[str]]], nodes: list[ast.AST]) -> Iterator[Used]:
    read, methods = _uses(nodes)
    for name, several in held.items():
        if way := _way(read[name], methods[name]):
            for number, found in enumerate(several):
                flags = getattr(found, "_flags", getattr(found, "flags", 0))
                yield Used(f"{called}.{name}" + (f"[{number}]" if number else ""), found.pattern, flags, way)


def _in_place(called: str, nodes: list[ast.AST]) -> Iterator[Used]:
    for call in nodes:
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


def _uses(nodes: list[ast.AST]) -> tuple[Counter[str], defaultdict[str, list[str]]]:
    """How often each name is read, and which of its methods and the like."""
    read, methods = Counter[str](), defaultdict[str, list[str]](list)
    for node in nodes:
        match node:
            case ast.Name(found, ast.Load()):
                read[found] += 1
            case ast.Attribute(ast.Name(found), method):
                methods[found].append(method)
    return read, methods


def _way(read: int, methods: list[str]) -> str:
    """How a module uses what it reads so often; nothing where it only builds other patterns of it."""
    if read == methods.count("pattern"):
        return ""
    used = {_WAYS.get(method, "anywhere") for method in methods if method != "pattern"}
    handed_on = read > len(methods)
    return "anywhere" if handed_on or "anywhere" in used else min(used)
