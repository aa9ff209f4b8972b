"""The door of a room whose parts are loaded when they are first asked for: nobody waits for what they do not use."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module


def lazy_door(room: str, **offers: str) -> Callable[[str], object]:
    """A room's `__getattr__` (PEP 562): for each module of the room, dots as `__`, the names that it offers there.

    The room imports the same names under TYPE_CHECKING, for who reads and checks it; `tests/test_doors_of_rooms.py`
    holds the two together.
    """
    places = {name: module.replace("__", ".") for module, names in offers.items() for name in names.split()}

    def offered(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        found = getattr(import_module(f"{room}.{places[name]}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return offered
