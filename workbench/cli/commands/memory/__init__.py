"""`workbench memory VERB`: one module a verb."""

from __future__ import annotations

import argparse

from workbench.cli.commands.memory import clear, export, import_, info, search
from workbench.cli.commands.verbs import run_verb as run
from workbench.cli.commands.verbs import with_verbs

__all__ = ["HELP", "NAME", "VERBS", "arguments", "run"]

NAME = "memory"
HELP = "translation memories: take them in, write them, look into them"
VERBS = (import_, export, info, search, clear)


def arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each verb."""
    with_verbs(parser, VERBS)
