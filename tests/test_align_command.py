"""`workbench align DE EN`: old work into a memory, a record, a file; and what is wrong with files, in one line each."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.align_material import ENGLISH, GERMAN, make
from tests.docx_material import docx, p, r
from workbench.cli import main
from workbench.memory import Memory, Pair
from workbench.project import Project, Session, State
from workbench.project.aligning.record import english_of_paragraphs
from workbench.project.aligning.surroundings import Surroundings
from workbench.project.aligning.work import align
from workbench.project.commands import Accept, Edit, Join, TakeAligned, Undo
from workbench.project.memories.places import named_memories, named_memory, own_memory
from workbench.project.settings.settings import read_settings


class Done(NamedTuple):
    """What came of a command."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with the German article, and its English beside."""
    make(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], folder: Path) -> Run:
    def command(*words: object) -> Done:
        with chdir(folder):
            status = main(["align", *map(str, words)])
        return Done(status, *capsys.readouterr())

    return command


DE, EN = "sources/faehre.txt", "ferry.txt"


def pairs_in(name: str) -> list[Pair]:
    memory = Memory.open(named_memory(name), read_only=True)
    try:
        return list(memory.pairs())
    finally:
        memory.close()


def test_the_pairs_are_printed_line_by_line(run: Run) -> None:
    done = run(DE, EN, "-o", "-")
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert rows[0][:2] == ["de", "en"]
    assert [
        "Rund 1.400 Menschen pendeln täglich über den Sund.",
        "Some 1,400 people commute across the sound every day.",
    ] in [row[:2] for row in rows]
    assert {row[6] for row in rows[1:]} == {"aligned"}
    assert all("Gutachten" not in row[0] for row in rows)
    assert done.status == 1
    assert "2 lines to be looked at" in done.err


@pytest.mark.feature("aligning old translations")
def test_pairs_come_into_a_memory_as_aligned_with_their_neighbours_and_only_once(run: Run, folder: Path) -> None:
    done = run(DE, EN, "--into", "old work", "--penalty", "5")
    assert "6 pairs, 6 of them new in the memory old work" in done.out
    pairs = {pair.source.text: pair for pair in pairs_in("old work")}
    buses = pairs["Die Gemeinde hat Busse bestellt."]
    assert (buses.target.text, buses.trust) == ("The municipality has hired buses.", "aligned")
    assert (buses.before, buses.place) == ("Das Gutachten von 2016 kostete 90.000 Kronen.", 4)
    assert [(one.name, one.penalty) for one in read_settings(folder).settings.memories] == [("old work", 5)]
    assert "6 pairs, 0 of them new" in run(DE, EN, "--into", "old work").out


@pytest.mark.feature("aligning old translations")
def test_the_record_of_the_german_article_gets_the_english_and_what_has_none_stays_open(run: Run, folder: Path) -> None:
    done = run(DE, EN, "--record")
    assert "faehre.txt: 4 paragraphs reviewed, 0 to look at, 1 without English" in done.out
    with Project.open(folder, read_only=True) as project:
        records = project.open_document("faehre.txt").paragraphs
    reviewed = State.REVIEWED
    assert [one.state for one in records] == [reviewed, reviewed, reviewed, State.NEW, reviewed]
    assert records[4].english.startswith("The municipality has hired buses. They are green. The mayor")
    assert own_memory(folder).exists()


def test_what_is_there_already_is_not_touched(run: Run, folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("faehre.txt")
        session.do(Edit(0, "No ferry to Hellesund"))
        session.do(Accept(0))
        session.translation.save()
    done = run(DE, EN, "--record")
    assert "1 had English and stay" in done.out
    with Project.open(folder, read_only=True) as project:
        assert project.open_document("faehre.txt").paragraphs[0].english == "No ferry to Hellesund"
    again = run(DE, EN, "--record")
    assert again.status == 2
    assert "has English of a person's in every paragraph" in again.err


def test_taking_it_as_a_record_is_one_act(folder: Path) -> None:
    english, left = english_of_paragraphs(align(folder / DE, folder / EN, None))
    assert (sorted(english), left) == ([0, 1, 2, 4], ())
    with Session.open(folder) as session:
        session.put_on_desk("faehre.txt")
        before = session.paragraphs
        session.do(TakeAligned(english))
        assert session.paragraphs[4].state is State.REVIEWED
        session.do(Undo())
        assert session.paragraphs == before


def test_a_package_decides_what_words_leave_open(folder: Path) -> None:
    """The built-in package itself; what it says makes less to look at, never more pairs than there are."""
    judge = Surroundings().judge()
    assert judge is not None
    good, bad = judge([("Es regnet.", "It is raining."), ("Es regnet.", "The mayor has three children.")])
    assert good > -2 > bad
    work = align(folder / DE, folder / EN, judge)
    assert work.pairs == 6


@pytest.mark.feature("aligning old translations")
def test_word_and_a_page_are_aligned_as_texts_are(run: Run, folder: Path) -> None:
    (folder / "sources" / "faehre.docx").write_bytes(docx("".join(p(r(one.strip())) for one in GERMAN.split("\n\n"))))
    page = "".join(f"<p>{one}</p>" for one in ENGLISH.split("\n\n"))
    (folder / "ferry.html").write_text(f"<html><body><article>{page}</article></body></html>", encoding="utf-8")
    done = run("sources/faehre.docx", "ferry.html", "--record", "-o", "pairs.tmx")
    assert "faehre.docx: " in done.out
    assert "pairs.tmx: 6 pairs" in done.out
    assert "1,400 people commute" in (folder / "pairs.tmx").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_written_over_only_if_said(run: Run, folder: Path) -> None:
    run(DE, EN, "-o", "pairs.tsv")
    was = (folder / "pairs.tsv").read_bytes()
    assert "is there already" in run(DE, EN, "-o", "pairs.tsv").err
    assert (folder / "pairs.tsv").read_bytes() == was
    assert run(DE, EN, "-o", "pairs.tsv", "--replace").status == 1
    assert "own files" in run(DE, EN, "-o", "glossary.yaml.tsv/../sources/faehre.tsv").err
    assert "of no format" in run(DE, EN, "-o", "pairs.doc").err


# What is wrong


def one_line(done: Done, words: str) -> None:
    assert done.status == 2
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert words in done.err


def test_the_same_file_twice(run: Run) -> None:
    one_line(run(DE, DE, "--into", "x"), "is the German file itself")


def test_a_file_without_text(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_text("\n\n", encoding="utf-8")
    one_line(run(DE, "empty.txt", "--into", "x"), "the file has no text in it – give a file with an English text")
    one_line(run("empty.txt", EN, "--into", "x"), "the file has no text in it – give a file with a German text")


def test_languages_the_other_way_round(run: Run) -> None:
    one_line(run(EN, EN, "--into", "x"), "is the German file itself")
    one_line(run(EN, DE, "--into", "x"), "the text is not German, it looks English")


def test_german_where_english_is_due(run: Run, folder: Path) -> None:
    (folder / "other.txt").write_text(GERMAN.replace("Dienstag", "Montag"), encoding="utf-8")
    one_line(run(DE, "other.txt", "--into", "x"), "the text is not English, it looks German")
    assert named_memories() == ()


def test_a_document_that_is_many_times_as_long(run: Run, folder: Path) -> None:
    (folder / "long.txt").write_text(ENGLISH * 10, encoding="utf-8")
    one_line(run(DE, "long.txt", "--into", "x"), "they are no translation of each other")


def test_two_documents_that_have_nothing_to_do_with_each_other(run: Run, folder: Path) -> None:
    other = "Bees live on the roof of the old foundry. Their honey is sold at the market.\n\nChildren like to visit. "
    (folder / "bees.txt").write_text(other * 4, encoding="utf-8")
    one_line(run(DE, "bees.txt", "--into", "x"), "hardly a sentence of it belongs to faehre.txt")


def test_a_file_that_cannot_be_read(run: Run, folder: Path) -> None:
    one_line(run(DE, "gone.txt", "--into", "x"), "there is no such file")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    one_line(run(DE, "picture.png", "--into", "x"), "cannot read .png files")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no zip")
    one_line(run(DE, "broken.docx", "--into", "x"), "broken.docx: ")


def test_a_record_needs_a_project(run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "faehre.txt"
    elsewhere.write_text(GERMAN, encoding="utf-8")
    one_line(run(elsewhere, EN, "--record"), "is no article of a project")
    assert list(elsewhere.parent.iterdir()) == [elsewhere]


def test_a_memory_that_is_to_be_asked_needs_a_project(
    run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    de, en = folder / DE, folder / EN
    with chdir(tmp_path_factory.mktemp("none")):
        status = main(["align", str(de), str(en), "--into", "x", "--penalty", "5"])
    assert status == 2
    assert named_memories() == ()


def test_a_record_whose_paragraphs_were_joined(run: Run, folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("faehre.txt")
        session.do(Join(1))
        session.translation.save()
    one_line(run(DE, EN, "--record"), "were cut, joined or added to in the record")


def test_options_that_make_no_sense(run: Run) -> None:
    one_line(run(DE, EN, "--penalty", "5", "--record"), "says nothing without --into")
    one_line(run(DE, EN, "--into", "a", "--penalty", "90"), "cannot be 90")
    one_line(run(DE, EN, "--into", "../a"), "cannot be the name of a memory")


def test_the_screen_needs_a_terminal(run: Run) -> None:
    assert not sys.stdout.isatty()
    one_line(run(DE, EN), "the screen needs a terminal")


def test_bold_and_links_come_along_where_both_have_the_same(run: Run, folder: Path) -> None:
    german = "Rund **1.400 Menschen** pendeln täglich.\n\nDie [Gemeinde](https://a.example/) hat Busse bestellt.\n"
    english = "Some **1,400 people** commute every day.\n\nThe municipality has hired **buses**.\n"
    (folder / "sources" / "bus.md").write_text(german, encoding="utf-8")
    (folder / "bus.md").write_text(english, encoding="utf-8")
    run("sources/bus.md", "bus.md", "--record")
    with Project.open(folder, read_only=True) as project:
        first, second = project.open_document("bus.md").paragraphs
    assert first.target.shown() == "Some ⟨1⟩1,400 people⟨/1⟩ commute every day."
    assert second.target.shown() == "The municipality has hired buses."
