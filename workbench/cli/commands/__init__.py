"""One module a command: NAME, HELP, `arguments(parser)` and `run(options) -> exit status`."""

from workbench.cli.commands import (
    adopt,
    check,
    completion,
    doctor,
    export,
    glossary,
    help,
    import_,
    init,
    merge,
    model,
    restore,
    screen,
    translate,
)

ALL = (
    screen,
    import_,
    translate,
    check,
    export,
    merge,
    glossary,
    model,
    adopt,
    restore,
    init,
    doctor,
    help,
    completion,
)

__all__ = [
    "ALL",
    "adopt",
    "check",
    "completion",
    "doctor",
    "export",
    "glossary",
    "help",
    "import_",
    "init",
    "merge",
    "model",
    "restore",
    "screen",
    "translate",
]
