"""Two documents that are aligned in tests, with everything there is: pairs, two for one, gaps."""

from __future__ import annotations

from pathlib import Path

from workbench.memory.aligning import Bead, Line, Table
from workbench.project.aligning.documents import read_both
from workbench.project.aligning.work import Work

GERMAN = """\
Fähre nach Hellesund bleibt im Dock

Die Fähre zwischen Norrvik und Hellesund fährt seit Dienstag nicht mehr. Taucher hatten einen Riss in der Ruderanlage \
entdeckt. Das Schiff wurde noch am Abend ins Dock geschleppt.

Rund 1.400 Menschen pendeln täglich über den Sund.

Das Gutachten von 2016 kostete 90.000 Kronen.

Die Gemeinde hat Busse bestellt. Der Bürgermeister verteidigte die Ausgaben von 2,3 Millionen Kronen.
"""
ENGLISH = """\
Hellesund ferry remains in dock

The ferry between Norrvik and Hellesund has not been running since Tuesday. Divers had discovered a crack in the \
rudder, and the ship was towed into dock the same evening.

Some 1,400 people commute across the sound every day.

The municipality has hired buses. They are green. The mayor defended the cost of 2.3 million kroner.
"""
FOUND = (
    Bead(0, 1, 0, 1, 0.9),
    Bead(1, 2, 1, 2, 0.9),
    Bead(2, 4, 2, 3, 0.9),
    Bead(4, 5, 3, 4, 0.9),
    Bead(5, 6, 4, 4, 0.0),
    Bead(6, 7, 4, 5, 0.9),
    Bead(7, 7, 5, 6, 0.0),
    Bead(7, 8, 6, 7, 0.3),
)
"""What is found in them, with one pair in doubt."""


def make(root: Path) -> None:
    """A project with the German article, and its English beside it."""
    (root / "sources").mkdir()
    (root / "glossary.yaml").write_text("# none yet\n", encoding="utf-8")
    (root / "sources" / "faehre.txt").write_text(GERMAN, encoding="utf-8")
    (root / "ferry.txt").write_text(ENGLISH, encoding="utf-8")


def made(root: Path) -> Work:
    """The two documents aligned, without asking anything that could find otherwise tomorrow."""
    make(root)
    german, english = read_both(root / "sources" / "faehre.txt", root / "ferry.txt")
    return Work(german, english, Table(german.sentences, english.sentences, tuple(map(Line, FOUND))))
