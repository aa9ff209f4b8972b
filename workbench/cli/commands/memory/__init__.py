"""`workbench memory VERB`: one module a verb, as for the commands: NAME, HELP, `arguments` and `run`."""

from __future__ import annotations

import argparse

from workbench.cli.commands.memory import clear, export, import_, info, search

NAME = "memory"
HELP = "translation memories: take them in, write them, look into them"
VERBS = (import_, export, info, search, clear)


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
