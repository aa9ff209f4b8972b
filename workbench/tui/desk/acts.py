"""What is done at the desk, a module for each kind of work; each is loaded when it is first done."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.desk import deciding, findings, handing_over, reviewing, seeking, styling, terms
else:
    from importlib import import_module

    def __getattr__(name: str) -> object:
        return import_module(f"workbench.tui.desk.{name}")


__all__ = ["deciding", "findings", "handing_over", "reviewing", "seeking", "styling", "terms"]
