"""Project files go through the doors of `workbench.files`: a place that opens or writes one by itself is found here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

WORKBENCH = Path(__file__).parents[1] / "workbench"
OPENING = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "write_atomically", "mkdir", "unlink"}

NO_PROJECT_FILES = {
    "files": "the doors themselves",
    "dictionary": "comes with the program",
    "engine/argos/archive.py": "packages, checked member by member",
    "engine/argos/download.py": "packages",
    "engine/argos/install.py": "packages",
    "engine/argos/known.py": "the user's own folder: what was downloaded",
    "engine/argos/marian_package.py": "packages",
    "engine/argos/metadata.py": "packages",
    "engine/argos/package.py": "packages",
    "engine/argos/staging.py": "packages",
    "engine/argos/vocabulary.py": "packages",
    "engine/fingerprint.py": "the program itself",
    "formats/html/texts.py": "tags that are opened in a text",
    "formats/large_container.py": "parts of a container that was opened through a door",
    "glossary/candidates/word_lists.py": "comes with the program",
    "glossary/exchange/reading.py": "a file that the user names; looked at before it is opened",
    "glossary/file/lock.py": "the glossary's lock and its note, which looks for links and never waits itself",
    "glossary/file/schema.py": "comes with the program",
    "glossary/finding": "comes with the program or its libraries",
    "glossary/romanisation": "comes with the program",
    "cli/commands/help.py": "the documentation that comes with the program",
    "cli/commands/offline.py": "a temporary folder of its own",
    "cli/main.py": "standard output",
    "cli/commands/glossary/export.py": "a file that the user names",
    "cli/commands/stats/written.py": "a file that the user names",
    "export/pdf.py": "a temporary folder of its own, where another program makes a PDF",
    "memory/file.py": "the user's own folder",
    "offline": "a temporary folder of its own, and what the kernel tells of its processes",
    "project/aligning/pairs.py": "a memory in the user's own folder; a file that the user names",
    "project/better_drafts.py": "the user's own folder: what is not to be told again",
    "project/intake/fetching.py": "a page of the web that the user names",
    "project/handing/handing_over.py": "a file that the user names",
    "project/folder/layout.py": "folders of a new project",
    "project/memories": "the user's own folder; files to import and export the user names",
    "project/team/driver.py": "a temporary file that git names",
    "translation/store.py": "the user's own folder, where the project's cannot be written",
    "text/words": "comes with the program",
    "tui": "opens screens and documents, no files",
}
"""Where files are opened that are no project's, and why that is right."""


def openings(path: Path) -> Iterator[str]:
    """The calls that open, write or delete a file (`Project.open` and the like are methods of ours)."""
    ours = {"Project", "Session", "Translation", "project", "session", "translation"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            of = node.func.value if isinstance(node.func, ast.Attribute) else None
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in OPENING and not (isinstance(of, ast.Name) and of.id in ours):
                yield f"{path.relative_to(WORKBENCH)}:{node.lineno}: {name}"


def test_no_project_file_is_opened_or_written_but_through_a_door() -> None:
    found = [line for path in sorted(WORKBENCH.rglob("*.py")) for line in openings(path)]
    strays = [line for line in found if not line.startswith(tuple(NO_PROJECT_FILES))]
    assert strays == []
    assert all(any(line.startswith(place) for line in found) for place in NO_PROJECT_FILES)
