"""`workbench glossary schema`: the JSON Schema of glossary.yaml, for editors."""

from __future__ import annotations

import argparse

NAME = "schema"
HELP = "print the JSON Schema of glossary.yaml, for editors"


def arguments(_: argparse.ArgumentParser) -> None:
    """None."""


def run(_: argparse.Namespace) -> int:
    """Print the schema."""
    from workbench.glossary.file.schema import schema_text

    print(schema_text(), end="")
    return 0
