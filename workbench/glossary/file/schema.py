"""The JSON Schema of `glossary.yaml`, with which an editor completes keys and marks mistakes."""

from __future__ import annotations

from importlib.resources import files


def schema_text() -> str:
    """The schema (JSON Schema, draft 2020-12), as it is shipped with the program."""
    return files("workbench.glossary.file").joinpath("glossary.schema.json").read_text(encoding="utf-8")
