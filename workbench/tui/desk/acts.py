"""What is done at the desk, a module for each kind of work; each is loaded when it is first done, or by `load`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.desk import (
        completing,
        copying,
        deciding,
        dictionary,
        doubting,
        findings,
        going,
        handing_over,
        history,
        learning,
        lighting,
        memory,
        narrowing,
        origins,
        reviewing,
        searching,
        seeking,
        spelling,
        styling,
        terms,
        visiting,
        writing,
    )
else:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"workbench.tui.desk.{name}")


__all__ = [
    "completing",
    "copying",
    "deciding",
    "dictionary",
    "doubting",
    "findings",
    "going",
    "handing_over",
    "history",
    "learning",
    "lighting",
    "load",
    "memory",
    "narrowing",
    "origins",
    "reviewing",
    "searching",
    "seeking",
    "spelling",
    "styling",
    "terms",
    "visiting",
    "writing",
]


def load() -> None:
    """Load them all, in any thread, so that no key waits for the first time that it is pressed."""
    for name in set(__all__) - {"load"}:
        import_module(f"workbench.tui.desk.{name}")
