"""The project: a folder, found from whatever path the user gives, and the one object both faces hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from workbench.engine import Drafter, SentenceDraft
from workbench.engine.draft import Held
from workbench.glossary import Entry, TermHit
from workbench.problem import WorkbenchError
from workbench.project import Project, find_layout, make_project
from workbench.translation import State


def test_a_project_is_found_from_its_folder_its_sources_or_an_article(project_folder: Path) -> None:
    article = project_folder / "sources" / "gipfel.txt"
    for path in (project_folder, project_folder / "sources", article):
        layout, _ = find_layout(path)
        assert layout.root == project_folder
        assert layout.glossary == project_folder / "glossary.yaml"
    assert find_layout(article)[1] == "gipfel.txt"


def test_a_plain_folder_of_articles_is_its_own_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Gipfel begann.\n", encoding="utf-8")
    layout, _ = find_layout(tmp_path)
    assert layout.sources == layout.root == tmp_path


def test_a_folder_with_nothing_to_translate_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="workbench init"):
        find_layout(tmp_path)
    with pytest.raises(WorkbenchError, match="no such file"):
        find_layout(tmp_path / "nowhere")


def test_making_a_project_leaves_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_text("- {de: Kiew, en: Kyiv}\n", encoding="utf-8")
    make_project(tmp_path)
    assert (tmp_path / "glossary.yaml").read_text(encoding="utf-8") == "- {de: Kiew, en: Kyiv}\n"
    assert (tmp_path / "sources").is_dir()


@pytest.mark.feature("list of documents")
def test_documents_tell_how_far_they_are_and_why_one_cannot_be_opened(project_folder: Path) -> None:
    (project_folder / "sources" / "bild.txt").write_bytes(bytes(range(256)) * 20)
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(0, "Yerevan summit")
        translation.accept(0)
        bild, gipfel = project.documents()
    assert "bild.txt" in bild.problem
    assert (gipfel.reviewed, gipfel.total) == (1, 6)


def test_terms_say_whether_the_english_has_them(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(2, "Lukashenko travelled to Yerevan for the ODKB.")
        met = {row.hit.entry.en: bool(row.english) for row in project.termbase.rows(translation.paragraphs[2])}
    assert met == {"Lukashenko": True, "Yerevan": True, "CSTO": False}


def test_a_changed_entry_drafts_only_its_own_sentences_again(
    project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(project_folder) as project:
        records = project.open_document("gipfel.txt").paragraphs
        before = dict(project.drafting(records))
        drafted: list[str] = []
        real = Drafter.draft

        def watched(
            drafter: Drafter,
            tasks: Sequence[tuple[str, tuple[TermHit, ...]]],
            held: Sequence[Held] = (),
        ) -> list[SentenceDraft]:
            drafted.extend(sentence for sentence, _ in tasks)
            return real(drafter, tasks, held)

        monkeypatch.setattr(Drafter, "draft", watched)
        assert dict(project.drafting(records)) == before
        assert drafted == []
        project.termbase.add(Entry(("Donnerstag",), "Thursday"))
        list(project.drafting(records))
    assert drafted == ["Lukaschenko reiste am Donnerstag nach Eriwan."]


def test_drafting_leaves_a_persons_work_alone(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(0, "Mine")
        assert 0 not in dict(project.drafting(translation.paragraphs))
        for index, made in project.drafting(translation.paragraphs):
            translation.set_draft(index, made)
        assert translation.paragraphs[0].english == "Mine"
        assert translation.paragraphs[1].state is State.DRAFT


def test_the_english_that_stands_for_selected_german_is_proposed(project_folder: Path) -> None:
    from workbench.text import Span

    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(5, "In Kyiv, 35,000 people were counted.")
        record = translation.paragraphs[5]
        start = record.german.index("Menschen")
        assert "people" in project.propose_english(record, Span(start, start + len("Menschen")))


def test_settings_are_kept_and_damaged_ones_do_no_harm(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        project.set(theme="textual-light")
    with Project.open(project_folder) as project:
        assert project.settings.theme == "textual-light"
    (project_folder / ".workbench" / "settings.yaml").write_text("[" * 5_000, encoding="utf-8")
    with Project.open(project_folder) as project:
        assert project.settings.theme == ""


def test_a_package_that_is_gone_is_told_when_it_is_needed(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        project.set(package="translate-de_en-9.9-00000000")
        assert "missing" in project.engines.package_name
        with pytest.raises(WorkbenchError, match="model list"):
            list(project.drafting(project.open_document("gipfel.txt").paragraphs))
