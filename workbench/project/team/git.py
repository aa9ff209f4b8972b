"""Asking git: only what it knows of files, never a hook, a filter, a pager or a network."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line
from workbench.translation import LARGEST

_WAIT = 10.0
"""Seconds."""
_QUIET = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


@dataclass(frozen=True, slots=True)
class Git:
    """The git of the repository around a folder."""

    folder: Path

    def asked(self, *words: str, fine: Sequence[int] = (0,)) -> bytes:
        """What git answers. Raises WorkbenchError where there is no git, or it ends with another status than these."""
        program = shutil.which("git")
        if program is None:
            raise WorkbenchError(Problem("git", "is not installed", "install it (git-scm.com)"))
        try:
            done = subprocess.run(
                [program, *_QUIET, "-C", str(self.folder), *words],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_WAIT,
                check=False,
            )
        except (OSError, subprocess.SubprocessError) as error:
            what = f"git {words[0]} did not answer ({clean_line(str(error))[:100]})"
            raise WorkbenchError(Problem(self.folder, what, "try it by hand")) from error
        if done.returncode not in fine:
            said = clean_line(done.stderr.decode(errors="replace"))[:200] or f"status {done.returncode}"
            raise WorkbenchError(Problem(self.folder, f"git {words[0]}: {said}", "mend that, then try again"))
        return done.stdout

    def stages(self, path: Path) -> Mapping[int, str]:
        """The blobs of a file that is unmerged, by stage: 1 as both had it, 2 ours, 3 theirs. Empty where it is not."""
        found = self.asked("ls-files", "-u", "-z", "--", str(path)).split(b"\0")
        entries = (entry.partition(b"\t")[0].split() for entry in found if entry)
        return {int(stage): blob.decode() for _, blob, stage in entries}

    def blob(self, name: str) -> bytes:
        """What a blob holds, as git keeps it. Raises WorkbenchError where it is larger than a record may be."""
        if int(self.asked("cat-file", "-s", name)) > LARGEST:
            raise WorkbenchError(Problem(self.folder, f"git's {name[:12]} is too large", "merge it by hand"))
        return self.asked("cat-file", "blob", name)


def _environment() -> dict[str, str]:
    """Without what another git, which runs us, has told: it would be asked for another repository."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _ENVIRONMENT
