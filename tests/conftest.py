"""What every test stands on: a home of its own, and a small project to work in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from workbench.glossary.finding.wordbook import keep, kept_at

ARTICLE = """\
Gipfel in Eriwan ohne Ergebnis

Von: Pawel Harbatschou

Lukaschenko reiste am Donnerstag nach Eriwan. Dort tagte die ODKB.

Foto: Agentur

Nach Angaben des AFU-Generalstabs blieb die Lage ruhig. Swjatlana Zichanouskaja sprach von „leeren Worten“.

In Kiew wurden 35.000 Menschen gezählt.
"""
GLOSSARY = """\
# Our own glossary
- de: [Lukaschenko, Alexander Lukaschenko]
  en: Lukashenko
  also: [Alexander Lukashenko]
  avoid: [Lukaschenko]
  kind: person
- de: ODKB
  en: CSTO
  kind: organisation
- de: AFU
  en: AFU
  also: [Armed Forces of Ukraine]
  kind: organisation
- de: Eriwan
  en: Yerevan
  kind: place
- de: Swjatlana Zichanouskaja
  en: Sviatlana Tsikhanouskaya
  kind: person
- de: Kiew
  en: Kyiv
  avoid: [Kiev]
  kind: place
"""


FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".local/run",
}


@pytest.fixture(scope="session")
def german_words(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The German dictionary as the program keeps it, written once for all tests and all of pytest's processes."""
    ours = tmp_path_factory.getbasetemp()
    words = (ours if worker_id == "master" else ours.parent) / kept_at().name
    with FileLock(f"{words}.lock"):
        if not words.exists():
            keep(words, DEFAULT_DICTIONARY_FACTORY.get_dictionary("de"))
    return words


@pytest.fixture(autouse=True)
def own_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, german_words: Path
) -> Iterator[Path]:
    """No test reads or writes the user's own folders, nor another test's; only the dictionary is there already."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for variable, folder in FOLDERS.items():
        (home / folder).mkdir(mode=0o700, parents=True)
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(home / "packages"))
    kept_at().parent.mkdir()
    kept_at().hardlink_to(german_words)
    yield home


@pytest.fixture
def project_folder(tmp_path: Path) -> Path:
    """A project with one article (six paragraphs) and a glossary."""
    root = tmp_path / "project"
    (root / "sources").mkdir(parents=True)
    (root / "sources" / "gipfel.txt").write_text(ARTICLE, encoding="utf-8")
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    return root
