"""What every test stands on: a home of its own, and a small project to work in."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of some hundred processes compiles everything anew
sys.dont_write_bytecode = False
settings.register_profile(  # how long an example takes says how busy the machine is, and nothing of the program
    "untimed",
    settings(),
    deadline=None,
    suppress_health_check={*settings().suppress_health_check, HealthCheck.too_slow},
)
settings.load_profile("untimed")


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Whole files as parameters are told by their argument's name, with a number where there are several."""
    return argname if isinstance(val, str | bytes) and len(val) > 100 else None


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


def pytest_xdist_auto_num_workers() -> int:
    """Two processes a core: more than half of the time a test waits, for the disk or for a screen to be drawn."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def no_screen_is_kept() -> Iterator[None]:
    """What a screen has taken out of the garbage collector is given back: hundreds of them were four gigabytes."""
    yield
    gc.unfreeze()


FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".local/run",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No test reads or writes the user's own folders, nor another test's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for variable, folder in FOLDERS.items():
        (home / folder).mkdir(mode=0o700, parents=True)
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(home / "packages"))
    told_off = home / FOLDERS["XDG_STATE_HOME"] / "workbench" / "better-drafts"
    told_off.parent.mkdir()
    told_off.write_text("off\n")  # the one line that it is about is told in its own tests
    yield home


@pytest.fixture
def project_folder(tmp_path: Path) -> Path:
    """A project with one article (six paragraphs) and a glossary."""
    root = tmp_path / "project"
    (root / "sources").mkdir(parents=True)
    (root / "sources" / "gipfel.txt").write_text(ARTICLE, encoding="utf-8")
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    return root
