"""A small project for tests of the session: two articles alike, a name that is written out where it comes first."""

from __future__ import annotations

from pathlib import Path

CSTO = "Collective Security Treaty Organization (CSTO)"
GLOSSARY = f"""\
# Ours
- {{de: ODKB, en: CSTO, first: {CSTO}, kind: organisation}}
- de: Kiew   # the capital
  en: Kyiv
"""
ARTICLE = """\
Die ODKB tagte am Donnerstag in Minsk, wie die Agentur meldete.

Am Freitag kam niemand in die Stadt, um zu reden.

Die ODKB will am Samstag wieder in Kiew tagen, hieß es.
"""


def make(root: Path) -> None:
    (root / "sources").mkdir()
    for name in ("a.txt", "b.txt"):
        (root / "sources" / name).write_text(ARTICLE, encoding="utf-8")
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
