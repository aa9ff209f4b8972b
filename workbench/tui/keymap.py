"""The keys in force: those of `keys.py`, with what the user's settings have in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from textual.keys import Keys, _character_to_key

from workbench.problem import Problem
from workbench.tui.keys import DESK, MOVES, OTHER_OFFERS, PANEL, SYMBOLS, Key, id_of, name_of

VI: Mapping[str, str] = {
    "up": "↑ k h",
    "down": "↓ j l",
    "page up": "PgUp Ctrl+B",
    "page down": "PgDn Space Ctrl+F",
    "first": "Home g",
    "last": "End G",
    "edit": "Enter i e",
    "find": "/",
    "next found": "n F3",
    "previous found": "N Shift+F3",
    "undo": "u Ctrl+Z",
    "redo": "r Ctrl+Y Ctrl+R",
    "commands": ": Ctrl+P",
}
"""As in vi: `g` goes to the first paragraph, so `gg` does."""
SETS: Mapping[str, Mapping[str, str]] = {"vi": VI}
_ALL = (*DESK, *OTHER_OFFERS, *MOVES, *PANEL)
_BY_ID = {id_of(key): key for key in _ALL}
_MOVES = {id_of(key): key.keys.split(",")[0] for key in MOVES}
_NAMED = {key.value for key in Keys if re.fullmatch(r"[a-z][a-z0-9]*", key.value)}
_OTHER_NAMES = {sign: name for name, sign in SYMBOLS.items() if len(sign) > 1 or sign in "↑↓←→"} | {
    "Esc": "escape",
    "Return": "enter",
    "PageUp": "pageup",
    "PageDown": "pagedown",
}
_SHORT = {name.casefold(): key for name, key in _OTHER_NAMES.items()}


@dataclass(frozen=True)
class KeyMap:
    """`changed`: the keys of actions, by their ids, that have others than usual (Textual's names, with commas; empty
    where another action took the last one). `problems`: what was wrong, a line each; the rest is in force.
    """

    changed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def of(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        """These keys as they are in force; what has none is left in, with none."""
        return tuple(replace(key, keys=self.changed.get(id_of(key), key.keys)) for key in keys)

    def elsewhere(self, pressed: str, active: Iterable[tuple[str, str]]) -> str:
        """The key that does on a screen other than the desk what the user pressed a key of their own for.

        `active`: the keys that mean something there, each with its label. What that screen has for itself stays, but
        for its moves.

        >>> vi = key_map({"like": "vi"}, "")
        >>> vi.elsewhere("G", [("end", "Last"), ("g", "German down")]), vi.elsewhere("g", [("g", "German down")])
        ('end', 'g')
        """
        action = self._action_of.get(pressed)
        there = {key: _id(label) for key, label in active}
        if action is None or there.get(pressed, "first") not in _MOVES:
            return pressed
        return next((key for key, label in there.items() if label == action), _MOVES.get(action, pressed))

    def beside(self, own: Iterable[Key]) -> tuple[Key, ...]:
        """The moves with all their keys on a screen that has these keys for itself, as its help page tells them."""
        taken = {name for key in own for name in key.keys.split(",")}
        users = zip(MOVES, self.of(MOVES), strict=True)
        names = ((usual, dict.fromkeys((*now.keys.split(","), *usual.keys.split(",")))) for usual, now in users)
        return tuple(replace(key, keys=",".join(name for name in both if name not in taken)) for key, both in names)

    @cached_property
    def _action_of(self) -> dict[str, str]:
        return {key: action for action, keys in self.changed.items() for key in keys.split(",")}


USUAL = KeyMap()


def key_map(wanted: Mapping[str, str], where: Path | str) -> KeyMap:
    """The keys that the setting `keys` asks for: `like` a set, then actions by their names, keys as help spells them.

    `where`: the file that is named when something is wrong.
    """
    problems: list[Problem] = []
    asked: dict[str, str] = {}
    taken: dict[str, str] = {}
    for name, typed in wanted.items():
        if name == "like":
            continue
        try:
            action, keys = _line(name, typed, taken)
        except ValueError as error:
            problems.append(Problem(where, f"`keys`: {error}", "write it as ? shows keys and names: accept: a Ctrl+S"))
        else:
            taken |= dict.fromkeys(keys, action)
            asked[action] = ",".join(keys)
    for name, typed in SETS.get(wanted.get("like", ""), {}).items():
        action = _id(name)
        if action not in asked:
            keys = [key for one in typed.split() if (key := textual_name(one)) not in taken]
            taken |= dict.fromkeys(keys, action)
            asked[action] = ",".join(keys)
    return KeyMap(_without_taken(asked, taken, where, problems), tuple(problems))


def _line(name: str, typed: str, taken: Mapping[str, str]) -> tuple[str, list[str]]:
    """An action and its keys. Raises ValueError, saying why, where that cannot be."""
    action = _id(name)
    if action not in _BY_ID:
        raise ValueError(f"no action is called `{name[:40]}`")
    keys = [textual_name(one) for one in typed.split()]
    for key in keys:
        if key in taken:
            raise ValueError(f"{name_of(key)} is for `{_BY_ID[taken[key]].label}` and for `{_BY_ID[action].label}`")
    return action, keys


def _id(name: str) -> str:
    return re.sub(r"[\s_]+", "-", re.sub("[’']", "", name.strip().casefold()))


def _without_taken(
    asked: Mapping[str, str], taken: Mapping[str, str], where: Path | str, problems: list[Problem]
) -> dict[str, str]:
    """What was asked for, and the other actions that lose a key to it; one that is left without any is told."""
    changed = dict(asked)
    for action, key in _BY_ID.items():
        left = [name for name in key.keys.split(",") if name not in taken]
        if action not in asked and len(left) < len(key.keys.split(",")):
            changed[action] = ",".join(left)
            if not left:
                what = f"`keys`: `{key.label}` has no key any more"
                problems.append(Problem(where, what, "give it one, or find it in the palette (Ctrl+P)"))
    return changed


def textual_name(typed: str) -> str:
    """A key as help spells it (`Ctrl+S`, `PgUp`, `]`, `G`) in Textual's name. Raises ValueError where there is none.

    >>> textual_name("Ctrl+S"), textual_name("]"), textual_name("PgUp"), textual_name("G")
    ('ctrl+s', 'right_square_bracket', 'pageup', 'G')
    """
    if len(typed) == 1:
        return _SHORT.get(typed) or _named(typed)
    *modifiers, last = re.split(r"\+(?=.)", typed)
    held = [one.casefold() for one in modifiers]
    if not set(held) <= {"ctrl", "shift", "alt"}:
        raise ValueError(f"`{typed[:20]}` is no key that a terminal sends")
    if len(last) == 1:
        if "alt" in held:
            raise ValueError(f"a terminal cannot tell `{typed[:20]}` from Esc and {last}")
        name = _named(last.casefold()) if held else _named(last)
    else:
        name = _SHORT.get(last.casefold(), last.casefold())
        if name not in _NAMED:
            raise ValueError(f"`{typed[:20]}` is no key that a terminal sends")
    return "+".join((*held, name))


def _named(character: str) -> str:
    if not character.isprintable() or character.isspace():
        raise ValueError("that is no key")
    return _character_to_key(character)
