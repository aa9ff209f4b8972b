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
    model,
    restore,
    screen,
    translate,
)

ALL = (screen, translate, check, export, glossary, model, adopt, restore, init, doctor, help, completion)

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
    "model",
    "restore",
    "screen",
    "translate",
]
