"""One module a command: NAME, HELP, `arguments(parser)` and `run(options) -> exit status`."""

from workbench.cli.commands import check, completion, doctor, export, glossary, help, init, model, screen, translate

ALL = (screen, translate, check, export, glossary, model, init, doctor, help, completion)

__all__ = ["ALL", "check", "completion", "doctor", "export", "glossary", "help", "init", "model", "screen", "translate"]
