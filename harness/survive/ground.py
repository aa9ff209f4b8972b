"""Where the tries are made: a home of their own, fresh projects, and what stands in a folder."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

PARAGRAPHS = 6
ARTICLE = "lage.txt"
OTHER = "zweiter.md"
FIRST_WORDS = "Absatz 1"
"""What the screen shows of the article when it is there."""
GERMAN = tuple(f"Absatz {n}: In Eriwan blieb die Lage am Tag {n} ruhig." for n in range(1, PARAGRAPHS + 1))
ENGLISH = tuple(f"Paragraph {n}: Yerevan was quiet on day {n}." for n in range(1, PARAGRAPHS + 1))
TEXT = "\n\n".join(GERMAN) + "\n"
RECORD = f"source: {ARTICLE}\nparagraphs:\n" + "".join(
    f"\n- de: |-\n    {german}\n  en: |-\n    {english}\n  state: {'translated' if n else 'reviewed'}\n"
    for n, (german, english) in enumerate(zip(GERMAN, ENGLISH, strict=True))
)
GLOSSARY = """\
# Kept by hand
- de: [Lukaschenko, Alexander Lukaschenko]
  en: Lukashenko
  avoid: [Lukaschenko]
  kind: person
- de: Eriwan
  en: Yerevan
  kind: place
"""
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Ground:
    """A folder in which everything of a run happens. What was made once in it (the dictionary) serves every try."""

    folder: Path

    @property
    def home(self) -> Path:
        """The home of every process that is started here."""
        return self.folder / "home"

    @property
    def temporary(self) -> Path:
        """Where the processes put what is temporary, and perhaps what they saved from a disk that failed."""
        return self.folder / "tmp"

    def environment(self) -> dict[str, str]:
        """This process's environment, with a home of the ground's own."""
        own = {name: str(self.home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        own |= {"XDG_STATE_HOME": str(self.home), "ARGOS_PACKAGES_DIR": str(self.home / "packages")}
        for folder in (self.home, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)
        return {**os.environ, **own, "TMPDIR": str(self.temporary)}

    def new_folder(self) -> Path:
        """An empty folder for one try."""
        folder = self.folder / f"try-{os.getpid()}-{next(_numbers)}"
        folder.mkdir(parents=True)
        return folder

    def project(self, parent: Path | None = None) -> Path:
        """A fresh project: two articles, the first one translated with its first paragraph reviewed, a glossary."""
        project = (parent or self.new_folder()) / "project"
        for folder in ("sources", "translations"):
            (project / folder).mkdir(parents=True)
        (project / "sources" / ARTICLE).write_text(TEXT, encoding="utf-8")
        (project / "sources" / OTHER).write_text("# Zweiter Artikel\n\nEs regnete in Eriwan.\n", encoding="utf-8")
        (project / "translations" / "lage.yaml").write_text(RECORD, encoding="utf-8")
        (project / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
        return project


def contents(folder: Path) -> dict[str, str]:
    """Everything in a folder, links unfollowed: what each thing is, and a hash of what is in it."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            found[name] = "folder" if path.is_dir() else "special"
    return found


def differences(before: dict[str, str], after: dict[str, str]) -> str:
    """What appeared, went or changed, in a few words; empty when nothing did."""
    told = [f"{name} appeared" for name in after if name not in before]
    told += [f"{name} is gone" for name in before if name not in after]
    told += [f"{name} changed" for name in before if name in after and before[name] != after[name]]
    return ", ".join(told)


def holds(folder: Path, words: str) -> bool:
    """Whether these words stand in some file below a folder."""
    sought = words.encode()
    return any(sought in path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def litter(folder: Path) -> list[str]:
    """The temporary files that writing processes left below a folder."""
    return [str(path.relative_to(folder)) for path in folder.rglob(".workbench-*.tmp")]
