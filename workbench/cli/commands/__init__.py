"""One module a command: NAME, HELP, `arguments(parser)` and `run(options) -> exit status`."""

from workbench.cli.commands import (
    adopt,
    check,
    completion,
    doctor,
    export,
    find,
    glossary,
    help,
    import_,
    init,
    merge,
    merge_file,
    model,
    restore,
    screen,
    stats,
    team,
    translate,
)

ALL = (
    screen,
    import_,
    translate,
    check,
    stats,
    find,
    export,
    merge,
    glossary,
    model,
    adopt,
    restore,
    init,
    team,
    doctor,
    help,
    completion,
    merge_file,
)

FOR_PROGRAMS = (merge_file,)
"""What other programs run, and the help does not list."""

__all__ = [
    "ALL",
    "FOR_PROGRAMS",
    "adopt",
    "check",
    "completion",
    "doctor",
    "export",
    "find",
    "glossary",
    "help",
    "import_",
    "init",
    "merge",
    "merge_file",
    "model",
    "restore",
    "screen",
    "stats",
    "team",
    "translate",
]
