"""The figures of a small project, counted by hand: states, repetitions, match bands, lines, what was kept of drafts."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.memory import Match, Pair
from workbench.project import Project, State
from workbench.project.figures.counts import Count, sentences
from workbench.project.figures.figures import Figures, figures
from workbench.project.figures.kept_drafts import Drafted, kept
from workbench.project.figures.tables import one_table, tables
from workbench.project.figures.words import RULES
from workbench.project.memories.only_asked import only_asked
from workbench.project.memories.opened import Memories
from workbench.project.records import Records
from workbench.text import Inline
from workbench.translation import Draft

FIRST = """\
Der Bus kam um acht Uhr. Niemand stieg ein.

Niemand stieg ein.

Der Fahrer wartete lange auf die alte Frau aus dem Dorf.

Foto: privat
"""
SECOND = """\
Der Bus kam um acht Uhr.

Der Bus kam um neun Uhr.

Der Fahrer wartete lange auf die junge Frau aus dem Dorf.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "sources" / "b.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("", encoding="utf-8")
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.set_draft(0, Draft("The bus came at eight. Nobody got on.", "package"))
        translation.edit(0, "The bus came at eight o'clock. No one got on.")
        translation.accept(0)
        translation.set_draft(2, Draft("The driver waited a long time for the old woman from the village.", "package"))
        translation.accept(2)
        translation.skip(3)
        translation.save()
    return project


def counted(project: Project, *, bands: bool = True, rule: str = "workbench", line: int = 55) -> Figures:
    records = Records(project, None)
    steps = figures(records, records.names, RULES[rule], memories_of(project) if bands else None, line)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Figures = end.value
            return found


def memories_of(project: Project) -> Memories:
    job = only_asked(project.layout, lambda: project.settings)
    while True:
        try:
            next(job)
        except StopIteration as end:
            found: Memories = end.value
            return found


def test_by_state(project: Project) -> None:
    first, second = counted(project).documents
    assert first.by_state[State.REVIEWED] == Count(3, 2, 20, 43 + 56, 35 + 46)
    assert first.by_state[State.NEW] == Count(1, 1, 3, 18, 16)
    assert first.by_state[State.SKIPPED] == Count(1, 1, 2, 12, 11)
    assert first.german == Count(4, 3, 23, 117, 97), "what is left out is in no sum"
    assert second.german.words == 6 + 6 + 11


@pytest.mark.feature("repetitions and match bands")
def test_what_stood_before_is_a_repetition_in_its_file_or_from_another(project: Project) -> None:
    first, second = counted(project, bands=False).documents
    assert first.bands["repetition here"].words == 3
    assert first.bands["translated"].words == 20
    assert second.bands["repetition elsewhere"].words == 6
    assert second.bands["none"].segments == 2


@pytest.mark.feature("repetitions and match bands")
def test_what_is_like_reviewed_sentences_is_in_their_band(project: Project) -> None:
    _, second = counted(project).documents
    assert second.bands["75-84"].words == 6, "one word in six is another"
    assert second.bands["85-94"].words == 11, "one in eleven"
    assert second.bands["none"] == Count()


def test_bands_and_states_come_to_the_same(project: Project) -> None:
    for rule in RULES:
        found = counted(project, rule=rule)
        for one in (*found.documents, found.total):
            assert sum(one.bands.values(), Count()) == one.german


@pytest.mark.feature("standard lines of the trade")
def test_standard_lines_are_of_the_english_that_goes_out(project: Project) -> None:
    found = counted(project)
    characters = len("The bus came at eight o'clock. No one got on.") + len(
        "The driver waited a long time for the old woman from the village."
    )
    assert found.documents[0].lines == characters / 55
    assert (found.documents[1].lines, found.lines) == (0, 2)
    assert counted(project, line=characters).lines == 1, "what fills its lines is not rounded up"


def test_omegats_characters_are_those_of_its_segments() -> None:
    paragraph = Inline("Er kam.  Sie ging.")
    assert [one.count.characters for one in sentences(paragraph, RULES["omegat"])] == [7, 9]
    assert [one.count.characters for one in sentences(paragraph, RULES["workbench"])] == [9, 9]


def test_who_knows_what_was_translated_is_asked_with_the_neighbours(project: Project) -> None:
    asked: list[tuple[str, str | None, str | None]] = []

    class Listed:
        def best(self, text: Inline, before: str | None = None, after: str | None = None) -> Match | None:
            asked.append((text.text, before, after))
            return Match(Pair(text, Inline("")), 101)

        def exact(self, text: Inline, before: str | None = None, after: str | None = None) -> tuple[Match, ...]:
            return ()

    records = Records(project, None)
    for _ in figures(records, ("b.txt",), RULES["workbench"], Listed()):
        pass
    assert asked[1] == ("Der Bus kam um neun Uhr.", "Der Bus kam um acht Uhr.", asked[2][0])
    assert (asked[0][1], asked[2][2]) == ("", "")


def test_a_document_that_cannot_be_read_is_left_out_and_told(project: Project) -> None:
    (project.layout.translations / "a.yaml").write_text("paragraphs: [\n", encoding="utf-8")
    records = Records(project, None)
    list(figures(records, records.names, RULES["workbench"]))
    assert [problem.where for problem in records.problems] == [project.layout.translations / "a.yaml"]
    assert [one.name for one in counted(project).documents] == ["b.txt"]


@pytest.mark.feature("what was kept of the drafts")
def test_what_was_kept_of_the_drafts(project: Project) -> None:
    (found,) = counted(project).total.kept
    assert (found.package, found.paragraphs, found.untouched) == ("package", 2, 1)
    assert 70 < found.chrf < 100
    assert found.ter == pytest.approx(100 * 4 / 23), "eight, o'clock, No and one, in 23 words"
    assert found.chrf_signature.startswith("chrF2|nrefs:1|")


def test_the_scores_are_those_of_sacrebleus_own_command(tmp_path: Path) -> None:
    pairs = [
        Drafted("p", f"The {n} old men went home late on Monday.", f"On Monday {n} old men went home.")
        for n in range(9)
    ]
    (found,) = kept(pairs)
    (tmp_path / "drafts").write_text("".join(f"{pair.draft}\n" for pair in pairs), encoding="utf-8")
    (tmp_path / "english").write_text("".join(f"{pair.english}\n" for pair in pairs), encoding="utf-8")
    for metric, score in (("chrf", found.chrf), ("ter", found.ter)):
        command = [sys.executable, "-m", "sacrebleu", "english", "-i", "drafts", "-m", metric, "-b", "-w", "6"]
        told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120)
        assert float(told.stdout) == pytest.approx(score, abs=1e-5)


def test_drafts_are_told_by_package() -> None:
    both = [Drafted("b", "One.", "One."), Drafted("a", "Two.", "Three.")]
    assert [(one.package, one.untouched) for one in kept(both)] == [("a", 0), ("b", 1)]
    assert kept([]) == ()


def test_a_reviewed_paragraph_whose_german_changed_is_no_match(project: Project) -> None:
    records = Records(project, None)
    paragraph = replace(records.paragraphs("a.txt")[2], old_german="Anders.")
    assert paragraph.state is State.REVIEWED
    (project.layout.sources / "a.txt").write_text(FIRST.replace("lange auf", "länger auf"), encoding="utf-8")
    _, second = counted(project).documents
    assert second.bands["none"].words == 11


def test_the_tables_have_every_figure(project: Project) -> None:
    found = counted(project)
    assert {table.name for table in tables(found)} == {"Documents", "States", "Match bands", "Drafts", "Time"}
    for table in (one_table(found), *tables(found)):
        assert {len(row) for row in table.rows} == {len(table.head)}
    (lines,) = [row for row in one_table(found).rows if row[:2] == ("all documents", "English")]
    assert lines[8] == 2
