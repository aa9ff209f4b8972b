"""Whether a project lies in a git repository, and whether something is being merged there; nothing is run for it."""

from __future__ import annotations

from pathlib import Path

from workbench.files import read_start

_MERGING = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "AUTO_MERGE", "rebase-merge", "rebase-apply")
"""What git has in its folder while a merge is not done; AUTO_MERGE also where a stash was taken out."""
_LONGEST = 4_096


def git_folder(folder: Path) -> Path | None:
    """The folder in which git keeps what it knows of the repository around a folder; None where there is none."""
    for around in (folder, *folder.parents):
        place = around / ".git"
        if place.is_dir():
            return place
        if place.is_file():  # of a work tree beside others: `gitdir: PATH`
            said = (read_start(place, _LONGEST) or b"").decode(errors="replace")
            return around / said.removeprefix("gitdir:").strip() if said.startswith("gitdir:") else None
    return None


def is_merging(folder: Path) -> bool:
    """Whether git has something half done around a folder, so that files may be unmerged."""
    try:
        place = git_folder(folder)
        return place is not None and any((place / name).exists() for name in _MERGING)
    except OSError:
        return False
