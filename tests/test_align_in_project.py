"""Aligning in a project: its package, glossary, memories and settings are heeded; codes come along to the export."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import chdir, closing
from pathlib import Path

import pytest

from tests.align_material import make
from tests.docx_material import docx, p, r
from workbench.cli import main
from workbench.memory import Memory, Pair
from workbench.project import Project
from workbench.project.aligning.pairs import pairs_of
from workbench.project.aligning.surroundings import Surroundings
from workbench.project.aligning.work import align
from workbench.project.memories.places import named_memory, with_folder
from workbench.text import Inline

DE, EN = "sources/faehre.txt", "ferry.txt"
BOLD = "<w:b/>"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    make(tmp_path)
    with chdir(tmp_path):
        yield tmp_path


def remembered(name: str, *pairs: Pair) -> None:
    with closing(Memory.open(with_folder(named_memory(name)), name=name)) as memory:
        memory.add(pairs)


def pairs_in(name: str) -> dict[str, Pair]:
    with closing(Memory.open(named_memory(name), read_only=True)) as memory:
        return {pair.source.text: pair for pair in memory.pairs()}


@pytest.mark.feature("aligning old translations")
def test_the_projects_package_is_asked_and_one_that_is_gone_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "project.yaml").write_text("package: gone-1.0\n", encoding="utf-8")
    assert main(["align", DE, EN, "-o", "-"]) == 1
    assert "gone-1.0" in capsys.readouterr().err
    assert main(["align", DE, EN, "-o", "-", "--no-package"]) == 1
    assert "gone-1.0" not in capsys.readouterr().err


def test_outside_of_a_project_nothing_of_it_is_heeded(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (folder / "project.yaml").write_text("package: gone-1.0\n", encoding="utf-8")
    shutil.copy(folder / DE, elsewhere / "faehre.txt")
    with closing(Surroundings.of(elsewhere / "faehre.txt", elsewhere)) as none:
        assert none.judge() is not None
        assert none.told() == ()
    with closing(Surroundings.of(elsewhere / "faehre.txt", folder)) as here:  # typed in the project
        assert here.judge() is None


@pytest.mark.feature("aligning old translations")
def test_what_the_glossary_and_the_memories_know_is_heeded_with_what_is_taken_off(folder: Path) -> None:
    remembered("old", Pair(Inline("Es regnet."), Inline("It rains.")))
    glossary = "- {de: Quastel, en: spindle, variants: [shaft]}\n"
    (folder / "glossary.yaml").write_text(glossary, encoding="utf-8")
    (folder / "project.yaml").write_text("memories:\n  old: 10\n", encoding="utf-8")
    with closing(Surroundings.of(folder / DE, folder)) as around:
        known = around.known()
        assert known.english("Es regnet.") == {"It rains.": -1.0}
        assert [english for _, english in known.terms("Die Quastel bricht.")] == [("spindle",)]


def test_a_glossary_that_cannot_be_read_is_told_and_nothing_stops(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "glossary.yaml").write_text("- {de: [\n", encoding="utf-8")
    assert main(["align", DE, EN, "-o", "-", "--no-package"]) == 1
    told = capsys.readouterr()
    assert "glossary.yaml" in told.err
    assert "1,400 people" in told.out


@pytest.mark.parametrize(
    ("english", "style", "tag"),
    [("The color is gray.", "british", "en-US"), ("The sea.", "british", "en-GB"), ("The sea.", "american", "en-US")],
)
def test_pairs_have_the_english_that_the_document_is_spelt_in_or_else_the_house_styles(
    folder: Path, english: str, style: str, tag: str
) -> None:
    (folder / "sources" / "meer.txt").write_text("Die Farbe ist grau. Das Meer ist da.\n", encoding="utf-8")
    (folder / "sea.txt").write_text(f"{english} The sea is there.\n", encoding="utf-8")
    (folder / "project.yaml").write_text(f"style:\n  spelling: {style}\n", encoding="utf-8")
    main(["align", "sources/meer.txt", "sea.txt", "--into", "sea", "--no-package"])
    assert {pair.english for pair in pairs_in("sea").values()} == {tag}


# Codes


def both(folder: Path) -> None:
    """The German and its English in Word, each with bold words of its own in several sentences."""
    german = docx(
        p(r("Die Fähre fährt nicht mehr. Rund "), r("1.400 Menschen", BOLD), r(" pendeln täglich."))
        + p(
            r("Das Dorf hat "),
            r("drei", "<w:i/>"),
            r(" Busse bestellt. Die "),
            r("Reederei", BOLD),
            r(" schweigt bis heute."),
        )
    )
    english = docx(
        p(r("The ferry has stopped running. Some "), r("1,400 people", BOLD), r(" commute every day. "))
        + p(r("The village has hired "), r("three", "<w:i/>"), r(" buses."))
        + p(
            r("The "),
            r("shipping company", BOLD),
            r(" has been "),
            r("silent", "<w:i/>"),
            r(" to this day."),
        )
    )
    (folder / "sources" / "bus.docx").write_bytes(german)
    (folder / "bus.docx").write_bytes(english)


@pytest.mark.feature("aligning old translations")
def test_pairs_come_into_a_memory_with_the_codes_that_both_have(folder: Path) -> None:
    both(folder)
    main(["align", "sources/bus.docx", "bus.docx", "--into", "bus", "--no-package"])
    shown = {pair.source.shown(): pair.target.shown() for pair in pairs_in("bus").values()}
    assert shown == {
        "Die Fähre fährt nicht mehr.": "The ferry has stopped running.",
        "Rund ⟨1⟩1.400 Menschen⟨/1⟩ pendeln täglich.": "Some ⟨1⟩1,400 people⟨/1⟩ commute every day.",
        "Das Dorf hat ⟨1⟩drei⟨/1⟩ Busse bestellt.": "The village has hired ⟨1⟩three⟨/1⟩ buses.",
        "Die ⟨2⟩Reederei⟨/2⟩ schweigt bis heute.": "The ⟨2⟩shipping company⟨/2⟩ has been silent to this day.",
    }


def test_of_two_that_are_alike_the_one_around_the_same_words_is_meant(folder: Path) -> None:
    (folder / "sources" / "a.md").write_text("**Minsk** liegt vor **Brest**.\n", encoding="utf-8")
    (folder / "a.md").write_text("Before **Brest** lies **Minsk**.\n", encoding="utf-8")
    work = align(folder / "sources" / "a.md", folder / "a.md", None)
    assert [pair.target.shown() for pair in pairs_of(work)] == ["Before ⟨2⟩Brest⟨/2⟩ lies ⟨1⟩Minsk⟨/1⟩."]


def test_sentences_that_were_crossed_stand_in_the_record_as_they_did_in_the_english(folder: Path) -> None:
    from workbench.project.aligning.record import english_of_paragraphs

    german, english = "Taucher fanden einen Riss. Das Dorf hat Busse.", "The village has buses. Divers found a crack."
    (folder / "sources" / "a.txt").write_text(german, encoding="utf-8")
    (folder / "a.txt").write_text(english, encoding="utf-8")
    work = align(folder / "sources" / "a.txt", folder / "a.txt", None)
    assert [line.may_cross for line in work.table.lines] == [True]
    work.do(lambda table: table.crossed(0), 0)
    assert [(one.source.text, one.target.text) for one in pairs_of(work)] == [
        ("Taucher fanden einen Riss.", "Divers found a crack."),
        ("Das Dorf hat Busse.", "The village has buses."),
    ]
    found, left = english_of_paragraphs(work)
    assert (found[0].target.text, left) == (english, ())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_bold_and_italics_of_old_work_are_in_the_word_file_that_libreoffice_opens(folder: Path) -> None:
    both(folder)
    assert main(["align", "sources/bus.docx", "bus.docx", "--record", "--no-package"]) in (0, 1)
    with Project.open(folder, read_only=True) as project:
        shown = [one.target.shown() for one in project.open_document("bus.docx").paragraphs]
    assert shown[1] == (
        "The village has hired ⟨1⟩three⟨/1⟩ buses. The ⟨2⟩shipping company⟨/2⟩ has been silent to this day."
    )
    assert main(["export", "sources/bus.docx", "-o", "out.docx"]) == 0
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder / "office"), "out.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    page = (folder / "office" / "out.fodt").read_text(encoding="utf-8")
    for words in ("1,400 people", "three", "shipping company"):
        assert f">{words}</text:span>" in page
    assert ">silent<" not in page
