"""What the shell is offered on Tab where argparse and file names do not say it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

Offers = Callable[[str], Iterable[str]]


def offer(action: argparse.Action, offers: Offers) -> None:
    """Offer for an argument what `offers` answers to the word's beginning; it is called only when Tab is pressed."""

    def completer(prefix: str, **_: object) -> Iterable[str]:
        return offers(prefix)

    setattr(action, "completer", completer)  # noqa: B010 – the attribute is argcomplete's, argparse does not know it


def packages(_: str) -> Iterable[str]:
    """The ids of the translation packages that are there."""
    from workbench.project.packages import all_packages

    return [package.id for package in all_packages()]


def formats(prefix: str) -> Iterable[str]:
    """The formats that `export` writes; behind a comma those that have not been named."""
    from workbench.export import FORMATS

    named = prefix.split(",")[:-1]
    return [",".join((*named, name)) for name in FORMATS if name not in named]


def styles(_: str) -> Iterable[str]:
    """The style guides that a project can go by."""
    from workbench.text.house_style import PRESETS

    return list(PRESETS)


def memories(_: str) -> Iterable[str]:
    """The translation memories that have names."""
    from workbench.project.memories.places import named_memories

    return named_memories()


def folders(prefix: str) -> Iterable[str]:
    """The folders that begin as this word does."""
    from argcomplete.completers import DirectoriesCompleter

    return list(DirectoriesCompleter()(prefix))


def articles(_: str) -> Iterable[str]:
    """The articles of the project here, by their names from the sources folder on."""
    from workbench.problem import WorkbenchError
    from workbench.project import Project

    try:
        with Project.open(Path(), read_only=True) as project:
            return project.sources().names
    except WorkbenchError:
        return ()
