"""A folder that every screen of the program has something to show of, for tests that open them all."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ARTICLE, GLOSSARY
from workbench.project import Project

MORE = (
    "\nIm Hafen lag ein Bericht über Wladimir Kowalenko aus der Stadt am Fluss, den niemand gelesen hatte. Am Abend "
    "regnete es in der Stadt, und im Hafen lagen die Schiffe still, weil der Fluss zu hoch stand und der Hafenmeister "
    "nicht kam.\n"
)
ENGLISH = (
    "Yerevan summit ends without result",
    "By Pavel Harbachou",
    "Lukaschenko travelled there on Thursday.",
    "Photo: agency",
    "The AFU general staff said the situation remained calm. Tsikhanouskaya spoke of “empty words”.",
    "In Kiev, 35,000 people were counted.",
    "In the port lay a repport on Wladimir Kowalenko from the town on the river which nobody had read. In the evening "
    "it rained in the town, and in the port the ships lay still because the river was too high and the harbour master "
    "did not come.",
)
TABLE = "Nr;Text;Anmerkung\n1;Die Lage ist ernst.;Das ist neu.\n2;Es regnet in Minsk.;\n"


def folder_with_everything(root: Path) -> Path:
    (root / "sources").mkdir(parents=True)
    (root / "sources" / "gipfel.txt").write_text(ARTICLE + MORE, encoding="utf-8")
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    with Project.open(root) as project:
        translation = project.open_document("gipfel.txt")
        for index, english in enumerate(ENGLISH):
            translation.edit(index, english)
        translation.accept(6)
        translation.save()
    (root / "sources" / "namen.csv").write_text(TABLE, encoding="utf-8")
    return root
