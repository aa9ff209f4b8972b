"""What stands in a project's way on the disk: links that nothing is written through, and what is no ordinary file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from workbench.files import OWN_FOLDERS, in_the_way
from workbench.problem import Problem
from workbench.project.folder.layout import Layout
from workbench.project.settings.settings import PROJECT_FILE
from workbench.project.words import WORDS_FILE

_MOST = 10_000


def obstacles(layout: Layout) -> tuple[Problem, ...]:
    """Every link that the program refuses to write through, and every pipe, device or folder in the place of a file of
    its own; what is no article among the articles is told by `find_sources`.

    Nothing is opened and nothing written; of a folder with very many files the first 10,000 are looked at.
    """
    return (*_of_glossary(layout), *_of_own_folders(layout))


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
