"""A glossary that a new project begins with: `workbench init DIR --glossary FILE`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.cli.commands.glossary.place import terms_file
from workbench.cli.commands.telling import say, tell
from workbench.problem import Problem, WorkbenchError
from workbench.text.counted import counted


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """The bytes of the new glossary, how many entries it has, how the file was read, and what had to be left out."""

    file: Path
    data: bytes
    entries: int
    notes: tuple[str, ...]
    left_out: tuple[Problem, ...]

    def tell(self, glossary: Path) -> None:
        """Say what was taken along into this glossary, and tell what was left out."""
        for problem in self.left_out:
            tell(problem)
        say(f"{glossary}: {counted(self.entries, 'entry', 'entries')} from {self.file}")
        for note in self.notes:
            say(f"  {note}")


def taken_along(path: Path, folder: Path) -> TakenAlong:
    """The glossary for a project in `folder`, of a file that `read_terms` reads or of another project's folder.

    Nothing is written. Raises WorkbenchError for a file that cannot be read, or that gives no entry.
    """
    from workbench.glossary.exchange import new_glossary, read_terms

    file = terms_file(path)
    come = read_terms(file)
    data, changes = new_glossary(folder / "glossary.yaml", come.entries)
    contrary = [
        Problem(file, f"'{left.incoming.de[0]}': {left.reason}", "left out; look which of the two is right",
                left.incoming.line or None)
        for left in changes.left
    ]  # fmt: skip
    left_out = (*come.problems, *contrary)
    if not changes.added:
        first = left_out[0] if left_out else Problem(file, "it has no terms yet", "")
        mend = "mend the file, or make the project without it"
        raise WorkbenchError(Problem(file, f"no entry can be taken along: {first.what}", mend, first.line))
    return TakenAlong(file, data, len(changes.added), come.notes, left_out)
