"""`workbench glossary VERB`: one module a verb."""

from __future__ import annotations

import argparse

from workbench.cli.commands.glossary import add, candidates, check, export, import_, remove, schema
from workbench.cli.commands.glossary import list as list_
from workbench.cli.commands.verbs import run_verb as run
from workbench.cli.commands.verbs import with_verbs

__all__ = ["HELP", "NAME", "VERBS", "arguments", "run"]

NAME = "glossary"
HELP = "look after the glossary"
VERBS = (check, list_, add, remove, candidates, schema, import_, export)


def arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each verb."""
    with_verbs(parser, VERBS)
