"""Commands that have verbs of their own (`workbench glossary VERB`): one module a verb, as for the commands."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Protocol


class Verb(Protocol):
    """A module with what a command has: NAME, HELP, `arguments` and `run`."""

    NAME: str
    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """What may stand behind the verb."""

    def run(self, options: argparse.Namespace) -> int:
        """Carry it out; its exit status."""


def with_verbs(parser: argparse.ArgumentParser, verbs: Iterable[Verb]) -> None:
    """One sub-command for each verb."""
    subs = parser.add_subparsers(required=True, metavar="VERB", dest="verb")
    for verb in verbs:
        sub = subs.add_parser(verb.NAME, help=verb.HELP, description=verb.HELP)
        verb.arguments(sub)
        sub.set_defaults(run_verb=verb.run)


def run_verb(options: argparse.Namespace) -> int:
    """Run the verb that was named; its exit status."""
    status: int = options.run_verb(options)
    return status
