"""`workbench glossary VERB`: one module a verb, as for the commands: NAME, HELP, `arguments` and `run`."""

from __future__ import annotations

import argparse

from workbench.cli.commands.glossary import add, candidates, check, export, import_, remove, schema
from workbench.cli.commands.glossary import list as list_

NAME = "glossary"
HELP = "look after the glossary"
VERBS = (check, list_, add, remove, candidates, schema, import_, export)


def arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each verb."""
    subs = parser.add_subparsers(required=True, metavar="VERB", dest="verb")
    for verb in VERBS:
        sub = subs.add_parser(verb.NAME, help=verb.HELP, description=verb.HELP)
        verb.arguments(sub)
        sub.set_defaults(run_verb=verb.run)


def run(options: argparse.Namespace) -> int:
    """Run one verb; its exit status."""
    status: int = options.run_verb(options)
    return status
