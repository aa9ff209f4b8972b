"""Two clones of one project, with git as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from workbench.project.team.setting_up import set_up
from workbench.translation import ParagraphRecord, State, TranslationRecord, dump_record, read_record

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")
"""Merging by git is tried with git alone; the merge itself is tried without it (test_merge_records.py)."""
GERMANS = tuple(f"Der {n}. Absatz des Artikels, den zwei Leute übersetzen." for n in range(1, 31))
RECORD = "translations/gipfel.yaml"


def git(folder: Path, *words: str, fine: tuple[int, ...] = (0,)) -> str:
    """Run git as a user does."""
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env=os.environ | {"GIT_EDITOR": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in fine, (words, done.stdout, done.stderr)
    return done.stdout


@dataclass(frozen=True, slots=True)
class Clone:
    """One translator's clone."""

    root: Path

    @property
    def record_file(self) -> Path:
        """The record of the article."""
        return self.root / RECORD

    @property
    def record(self) -> TranslationRecord:
        """The record as the program reads it."""
        return read_record(self.record_file)

    def git(self, *words: str, fine: tuple[int, ...] = (0,)) -> str:
        """Run git there."""
        return git(self.root, *words, fine=fine)

    def change(self, changes: dict[int, ParagraphRecord]) -> None:
        """Put paragraphs (from 0) into the record, and commit that."""
        row = [changes.get(at, now) for at, now in enumerate(self.record.paragraphs)]
        self.write(replace(self.record, paragraphs=tuple(row)))
        self.commit()

    def write(self, record: TranslationRecord) -> None:
        """Write the record."""
        self.record_file.parent.mkdir(exist_ok=True)
        self.record_file.write_bytes(dump_record(record))

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "-qm", "work")


def two_clones(folder: Path, *, drivers: bool = True) -> tuple[Clone, Clone]:
    """A project that two people have cloned from one bare repository, everything drafted."""
    git(folder, "init", "-q", "--bare", "-b", "main", "shared.git")
    clones = []
    for name in ("anna", "ben"):
        git(folder, "clone", "-q", "shared.git", name)
        clone = Clone(folder / name)
        for key, value in (("user.name", name), ("user.email", f"{name}@example.org"), ("pull.rebase", "false")):
            clone.git("config", key, value)
        if name == "anna":
            clone.git("checkout", "-q", "-b", "main")
            (clone.root / "sources").mkdir()
            (clone.root / "sources" / "gipfel.txt").write_text("\n\n".join(GERMANS) + "\n", encoding="utf-8")
            (clone.root / "glossary.yaml").write_text("# Ours\n- de: Kiew\n  en: Kyiv\n", encoding="utf-8")
            clone.write(TranslationRecord("gipfel.txt", tuple(map(drafted, GERMANS))))
        if drivers:
            set_up(clone.root)
        if name == "anna":
            clone.commit()
            clone.git("push", "-q", "origin", "main")
        clones.append(clone)
    return clones[0], clones[1]


def drafted(german: str) -> ParagraphRecord:
    """A paragraph that nobody has touched."""
    from workbench.translation import Draft

    draft = Draft(f"Draft of {german[4:6].strip()} paragraph.", "p")
    return ParagraphRecord(german, draft.english, State.DRAFT, draft)


def typed(now: ParagraphRecord, english: str, state: State = State.TRANSLATED, note: str = "") -> ParagraphRecord:
    """A paragraph that somebody has translated."""
    return replace(now, english=english, state=state, note=note)
