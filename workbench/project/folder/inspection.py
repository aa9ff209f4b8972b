"""What stands in a project's way on the disk: links that nothing is written through, and what is no ordinary file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from workbench.files import OWN_FOLDERS, in_the_way
from workbench.formats import SOURCE_SUFFIXES
from workbench.problem import Problem
from workbench.project.folder.layout import Layout
from workbench.project.settings.settings import PROJECT_FILE
from workbench.project.words import WORDS_FILE

_MOST = 10_000


def obstacles(layout: Layout) -> tuple[Problem, ...]:
    """Every link that the program refuses to write through, and every pipe, device or folder in a file's place.

    Nothing is opened and nothing written; of a folder with very many files the first 10,000 are looked at.
    """
    return (*_of_glossary(layout), *_of_own_folders(layout), *_of_sources(layout))


def _of_glossary(layout: Layout) -> Iterator[Problem]:
    for path in (layout.glossary, layout.root / PROJECT_FILE, layout.root / WORDS_FILE):
        if path.is_symlink():
            if not path.exists():
                what = f"is a symbolic link to nothing ({path.readlink()})"
                yield Problem(path, what, "delete the link, or mend it")
            elif path == layout.glossary and not path.resolve().is_relative_to(layout.root):
                what = f"is a symbolic link to {path.resolve()}: it is read, and not written"
                yield Problem(path, what, "change that file itself, or put a copy of it in the link's place")
        elif found := in_the_way(layout.root, path):
            yield found


def _of_own_folders(layout: Layout) -> Iterator[Problem]:
    for name in OWN_FOLDERS:
        folder = layout.root / name
        if found := in_the_way(layout.root, folder, folder=True):
            yield found
        elif folder.is_dir():
            yield from _in_folder(layout.root, folder)


def _in_folder(root: Path, top: Path) -> Iterator[Problem]:
    looked_at = 0
    for folder, folders, files in os.walk(top):
        for name in sorted(files) + [name for name in folders if Path(folder, name).is_symlink()]:
            looked_at += 1
            if looked_at > _MOST:
                return
            if found := in_the_way(root, Path(folder, name)):
                yield found


def _of_sources(layout: Layout) -> Iterator[Problem]:
    try:
        found = sorted(layout.sources.iterdir())
    except OSError as error:
        yield Problem(layout.sources, f"cannot be read: {error.strerror}", "check the folder's permissions")
        return
    for path in found:
        if path.suffix.lower() in SOURCE_SUFFIXES and not path.name.startswith(".") and not path.is_file():
            try:
                kind = "a folder" if stat.S_ISDIR(path.stat().st_mode) else "no ordinary file"
            except OSError:
                kind = "a symbolic link to nothing"
            yield Problem(path, f"is {kind}, so it is no article here", "move it away, or mend it")
