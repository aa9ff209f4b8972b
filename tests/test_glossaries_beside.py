"""Glossaries in the folder `glossaries/`: in force as they are beside the project's own, which alone is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.desk import desk_on
from workbench.cli import main
from workbench.glossary import Entry
from workbench.glossary.exchange import write_terms
from workbench.problem import WorkbenchError
from workbench.project import Project, Session
from workbench.project.commands import AddEntry, ChangeEntry

GERMAN = "Der Landrat sprach in Kiew mit dem Deichgrafen über die Hallig."
HALLIG = Entry(("Hallig",), "tidal island")
DEICHGRAF = Entry(("Deichgraf",), "dyke reeve")


@pytest.fixture
def root(project_folder: Path) -> Path:
    """A project whose own glossary has Kiew, and an empty folder for glossaries of others."""
    (project_folder / "glossaries").mkdir()
    return project_folder


def found(root: Path) -> dict[str, str]:
    """What the glossaries in force have of a German text."""
    with Project.open(root) as project:
        return {hit.surface: hit.entry.en for hit in project.termbase.hits(GERMAN)}


@pytest.mark.feature("glossaries of other programs")
@pytest.mark.parametrize(
    "name", ["haus.yaml", "haus.tbx", "haus.csv", "haus.xlsx", "omegat.txt", "kunde/2019/haus.tsv"]
)
def test_each_file_there_is_in_force_as_it_is(root: Path, name: str) -> None:
    place = root / "glossaries" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith(".yaml"):
        place.write_text("- de: Hallig\n  en: tidal island\n- de: Deichgraf\n  en: dyke reeve\n", encoding="utf-8")
    elif name.endswith((".txt", ".tsv")):
        place.write_text("Hallig\ttidal island\nDeichgraf\tdyke reeve\n", encoding="utf-8")
    elif name.endswith(".csv"):
        place.write_text("de,en\nHallig,tidal island\nDeichgraf,dyke reeve\n", encoding="utf-8")
    else:
        place.write_bytes(write_terms((HALLIG, DEICHGRAF), "xlsx" if name.endswith("xlsx") else "tbx3").data)
    before = place.read_bytes()
    assert found(root) == {"Kiew": "Kyiv", "Deichgrafen": "dyke reeve", "Hallig": "tidal island"}
    with Project.open(root) as project:
        (hit,) = (hit for hit in project.termbase.hits(GERMAN) if hit.surface == "Hallig")
        assert hit.entry.note == f"from {name}"
        assert len(project.termbase.entries) == len(project.termbase.glossary.entries) - 2
    assert place.read_bytes() == before


@pytest.mark.feature("glossaries of other programs")
def test_the_projects_own_goes_before_and_of_two_others_the_first(root: Path) -> None:
    (root / "glossaries" / "a.tsv").write_text("Kiew\tKiev\nHallig\ttidal island\n", encoding="utf-8")
    (root / "glossaries" / "b.tsv").write_text("Hallig\thallig\nLandrat\tdistrict administrator\n", encoding="utf-8")
    assert found(root) == {"Landrat": "district administrator", "Kiew": "Kyiv", "Hallig": "tidal island"}


@pytest.mark.feature("a glossary that changes outside")
async def test_one_that_comes_changes_and_goes_is_seen_at_once(root: Path) -> None:
    own = (root / "glossary.yaml").read_bytes()
    async with desk_on(root, (140, 40)) as desk:
        await desk.settled()
        termbase = desk.app.session.termbase

        def said() -> set[str]:
            return {hit.entry.en for hit in termbase.hits(GERMAN)}

        file = root / "glossaries" / "kunde.tsv"
        file.write_text("Hallig\ttidal island\n", encoding="utf-8")
        await desk.until(lambda: "tidal island" in said())
        file.write_text("Hallig\tsalt-marsh island\n", encoding="utf-8")
        await desk.until(lambda: "salt-marsh island" in said())
        file.unlink()
        await desk.until(lambda: said() == {"Kyiv"})
    assert (root / "glossary.yaml").read_bytes() == own


def test_an_entry_of_anothers_cannot_be_changed_here_and_one_of_ones_own_takes_its_place(root: Path) -> None:
    file = root / "glossaries" / "kunde.tsv"
    file.write_text("Hallig\ttidal island\n", encoding="utf-8")
    before = file.read_bytes()
    with Session.open(root) as session:
        session.put_on_desk("gipfel.txt")
        (theirs,) = (hit.entry for hit in session.termbase.hits(GERMAN) if hit.surface == "Hallig")
        with pytest.raises(WorkbenchError, match=r"kunde\.tsv: “Hallig” stands in this glossary, which is only read"):
            session.do(ChangeEntry(theirs, Entry(("Hallig",), "hallig")))
        session.do(AddEntry(Entry(("Hallig",), "hallig")))
        assert {hit.entry.en for hit in session.termbase.hits(GERMAN)} == {"Kyiv", "hallig"}
    assert file.read_bytes() == before
    assert "en: hallig" in (root / "glossary.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leer.tbx", b""),
        ("kaputt.tbx", b"<martif><text>"),
        ("kaputt.xlsx", b"PK\3\4"),
        ("bild.tsv", bytes(range(256)) * 9),
        ("liste.yaml", b"\xff\xfe\xfd"),
    ],
)
def test_a_bad_file_is_told_and_the_others_are_in_force(
    root: Path, name: str, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "glossaries" / name).write_bytes(data)
    (root / "glossaries" / "z.tsv").write_text("Hallig\ttidal island\n", encoding="utf-8")
    assert found(root) == {"Kiew": "Kyiv", "Hallig": "tidal island"}
    with Project.open(root) as project:
        assert any(name in str(problem) for problem in project.termbase.problems)
    main(["doctor", str(root)])
    told = capsys.readouterr().out
    assert "of other glossaries: 1" in told
    assert name in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
@pytest.mark.parametrize("name", ["rohr.tsv", "rohr.yaml", "rohr.xlsx"])
def test_of_a_pipe_the_line_says_what_to_do_in_the_folder(root: Path, name: str) -> None:
    os.mkfifo(root / "glossaries" / name)
    with Project.open(root) as project:
        (problem,) = project.termbase.problems
    mend = "take it out of the folder, or put an ordinary file in its place"
    assert str(problem).endswith(f"{name}: is not an ordinary file but a pipe – {mend}")
