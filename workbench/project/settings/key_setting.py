"""The setting `keys`: other keys for what can be done at the desk, or a ready-made set of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from workbench.files.yaml_tree import Fields, Text
from workbench.problem import Problem
from workbench.text import clean_line

LIKE = "like"
KEY_SETS = ("vi",)
BELOW = "write below it a line for each action, `accept: a Ctrl+S`, and `like: vi` for a set; or `keys: vi`"
_KEY = "keys."
_LONGEST = 200


def key_lines(lines: Fields, path: Path, tell: Callable[[Problem], None]) -> dict[str, str]:
    """The lines below `keys:`, each as `keys.ACTION`; what is wrong is told and left out.

    Which actions there are, and which keys, only the screen knows: it tells what it does not know.
    """
    said: dict[str, str] = {}
    for key, value in zip(lines.items[::2], lines.items[1::2], strict=True):
        name = clean_line(key.value).casefold() if isinstance(key, Text) else ""
        typed = clean_line(value.value) if isinstance(value, Text) else ""
        if not name or not typed or len(typed) > _LONGEST:
            tell(Problem(path, f"`{name[:40]}` of `keys` must be keys on one line", BELOW, key.line))
        elif name == LIKE and typed not in KEY_SETS:
            tell(Problem(path, f"`like` of `keys` cannot be `{typed[:40]}`", f"use {', '.join(KEY_SETS)}", key.line))
        elif f"{_KEY}{name}" in said:
            tell(Problem(path, f"`{name[:40]}` of `keys` is set twice", "keep one of them", key.line))
        else:
            said[f"{_KEY}{name}"] = typed
    return said


def keys_said(said: Mapping[str, str]) -> dict[str, str]:
    """The lines of settings that were read, by their actions; `like` names a set."""
    like = {LIKE: said["keys"]} if said.get("keys") else {}
    return {**like, **{name.removeprefix(_KEY): typed for name, typed in said.items() if name.startswith(_KEY)}}
