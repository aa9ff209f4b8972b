"""One module a command: NAME, HELP, `arguments(parser)` and `run(options) -> exit status`."""

from workbench.cli.commands import (
    adopt,
    check,
    completion,
    doctor,
    export,
    glossary,
    help,
    init,
    merge,
    model,
    restore,
    screen,
    translate,
)

ALL = (screen, translate, check, export, merge, glossary, model, adopt, restore, init, doctor, help, completion)

__all__ = [
    "ALL",
    "adopt",
    "check",
    "completion",
    "doctor",
    "export",
    "glossary",
    "help",
    "init",
    "merge",
    "model",
    "restore",
    "screen",
    "translate",
]
