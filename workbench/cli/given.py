"""What a user gave as a file, a folder or a name on the command line, before anything is made of it."""

from __future__ import annotations

import argparse
from pathlib import Path


def given_name(text: str) -> str:
    """A name that is none if it is empty. Raises argparse.ArgumentTypeError."""
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty: give a name")
    return text


def given_path(text: str) -> Path:
    """The path of a text, which would be the folder here if it were empty. Raises argparse.ArgumentTypeError.

    >>> given_path("sources/a.txt").name
    'a.txt'
    """
    return Path(given_name(text))
