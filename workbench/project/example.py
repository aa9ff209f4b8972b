"""A small project to learn the keys on: an article of our own, English with slips for all but its end, a glossary."""

from __future__ import annotations

from pathlib import Path

from workbench.files import write_inside
from workbench.project.folder.layout import make_project
from workbench.project.project import Project

ARTICLE = "beispiel.txt"
_PARAGRAPHS = (
    ("Die Fähre fährt wieder", "The ferry is running again"),
    ("Seit Montag bringt sie Pendler über den Fluss.", "Since Monday, it takes commuters across the river."),
    ("Das Hafenamt in Kiew hatte sie stillgelegt.", "The port authority in Kiev had shut it down."),
    ("Leitung der Prüfung: Schiffsgutachter", "In charge of the inspection: a"),
    ("Fahrgäste am ersten Tag: 1.250", "Passengers on the first day:"),
    ("Eine zweite Fähre soll folgen.", "A second ferry is to follow."),
    ("Das Hafenamt in Brest hatte sie stillgelegt.", "The harbour office of Brest had closed it."),
    ("Dem Fährmann fiel ein Stein vom Herzen.", ""),
)
_GLOSSARY = """\
- de: Kiew
  en: Kyiv
  avoid: Kiev
- de: Schiffsgutachter
  en: marine surveyor
"""


def make_example(folder: Path) -> None:
    """Make the project in an empty folder. Raises WorkbenchError when that cannot be done."""
    layout = make_project(folder, _GLOSSARY.encode())
    text = "\n\n".join(german for german, _ in _PARAGRAPHS) + "\n"
    write_inside(layout.root, layout.sources / ARTICLE, text.encode())
    with Project.open(folder) as project:
        translation = project.open_document(ARTICLE)
        for index, (_, english) in enumerate(_PARAGRAPHS):
            if english:
                translation.edit(index, english)
        translation.save()
