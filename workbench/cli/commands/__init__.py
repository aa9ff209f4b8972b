"""One module a command: NAME, HELP, `arguments(parser)` and `run(options) -> exit status`."""

from workbench.cli.commands import check, doctor, export, glossary, init, model, screen, translate

ALL = (screen, translate, check, export, glossary, model, init, doctor)

__all__ = ["ALL", "check", "doctor", "export", "glossary", "init", "model", "screen", "translate"]
