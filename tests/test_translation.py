"""Working on a document: drafts, edits, accepting, skipping, notes; undo and redo; how far it is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.problem import WorkbenchError
from workbench.text import Document, Paragraph
from workbench.translation import Draft, Override, State, Translation, read_summary

SOURCE = Document(
    "grenze.txt",
    (
        Paragraph("Ruhe an der Grenze"),
        Paragraph("Foto: Archiv", "\n\n"),
        Paragraph("Am Montag kam niemand.", "\n\n"),
        Paragraph("Am Dienstag auch nicht.", "\n\n"),
    ),
)
CALM = Draft("Rest on the border", "p")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "translations"


@pytest.fixture
def translation(folder: Path) -> Translation:
    return Translation.open(SOURCE, folder)


def again(folder: Path) -> Translation:
    return Translation.open(SOURCE, folder)


def test_a_new_translation_has_every_paragraph_and_writes_nothing_yet(translation: Translation, folder: Path) -> None:
    assert [p.german for p in translation.paragraphs] == [p.text for p in SOURCE.paragraphs]
    assert {p.state for p in translation.paragraphs} == {State.NEW}
    assert translation.saved
    translation.save()
    assert not folder.exists()


def test_a_draft_goes_into_a_paragraph_nobody_touched(translation: Translation) -> None:
    assert translation.set_draft(0, CALM)
    assert (translation.paragraphs[0].english, translation.paragraphs[0].state) == (CALM.english, State.DRAFT)
    assert not translation.set_draft(0, CALM)
    better = Draft("Quiet on the border", "q")
    assert translation.set_draft(0, better)
    assert translation.paragraphs[0].english == "Quiet on the border"


def test_a_draft_never_touches_what_a_person_wrote_or_accepted(translation: Translation) -> None:
    translation.edit(0, "Calm at the border")
    assert translation.set_draft(0, CALM)
    assert translation.paragraphs[0].english == "Calm at the border"
    assert not translation.set_draft(0, Draft("Another", "q"))
    translation.back_to_draft(0)
    assert translation.paragraphs[0].english == CALM.english
    translation.accept(0)
    assert not translation.set_draft(0, Draft("Another", "q"))
    assert (translation.paragraphs[0].english, translation.paragraphs[0].state) == (
        CALM.english,
        State.REVIEWED,
    )


def test_accepted_english_is_in_both_files(translation: Translation, folder: Path) -> None:
    translation.edit(0, "Calm at the border")
    translation.accept(0)
    translation.skip(1)
    assert again(folder).record == translation.record
    assert (folder / "grenze.en.txt").read_text() == (
        "Calm at the border\n\n[not translated] Am Montag kam niemand.\n\n[not translated] Am Dienstag auch nicht.\n"
    )


def test_there_is_no_english_file_before_something_is_accepted(translation: Translation, folder: Path) -> None:
    translation.set_draft(0, CALM)
    translation.save()
    assert [path.name for path in folder.iterdir()] == ["grenze.yaml"]


def test_editing_an_accepted_paragraph_means_accepting_it_again(translation: Translation) -> None:
    translation.edit(0, "Calm")
    translation.accept(0)
    translation.edit(0, "Calm!")
    assert translation.paragraphs[0].state is State.TRANSLATED
    assert not translation.saved


def test_nothing_can_be_accepted_where_there_is_no_english(translation: Translation) -> None:
    translation.edit(0, "  ")
    with pytest.raises(WorkbenchError, match="paragraph 1 has no English to accept – write it, or skip"):
        translation.accept(0)


def test_an_emptied_paragraph_is_new_and_can_have_its_draft_back(translation: Translation) -> None:
    translation.set_draft(0, CALM)
    translation.edit(0, "")
    assert translation.paragraphs[0].state is State.NEW
    translation.back_to_draft(0)
    assert (translation.paragraphs[0].english, translation.paragraphs[0].state) == (CALM.english, State.DRAFT)


def test_what_is_typed_is_cleaned(translation: Translation) -> None:
    translation.edit(0, "Calm\x1b[31m at\u202e the border")
    assert translation.paragraphs[0].english == "Calm at the border"


def test_overrides_are_kept_and_a_new_reason_replaces_the_old_one(translation: Translation, folder: Path) -> None:
    translation.edit(0, "Calm")
    translation.accept(0, [Override("numbers", "2"), Override("term-missing", "CSTO", "a quotation")])
    translation.accept(0, [Override("numbers", "2", "spelt out")])
    overrides = (Override("numbers", "2", "spelt out"), Override("term-missing", "CSTO", "a quotation"))
    assert again(folder).paragraphs[0].overrides == overrides


def test_skip_takes_a_paragraph_out_and_in_again(translation: Translation) -> None:
    translation.set_draft(1, Draft("Photo", "p"))
    translation.edit(2, "Nobody came on Monday.")
    for index, state in ((0, State.NEW), (1, State.DRAFT), (2, State.TRANSLATED)):
        before = translation.paragraphs[index]
        translation.skip(index)
        assert translation.paragraphs[index].state is State.SKIPPED
        translation.skip(index)
        assert translation.paragraphs[index] == before
        assert before.state is state


def test_a_draft_that_comes_after_skipping_waits_there(translation: Translation) -> None:
    translation.skip(0)
    translation.set_draft(0, CALM)
    assert translation.paragraphs[0].state is State.SKIPPED
    translation.skip(0)
    assert (translation.paragraphs[0].english, translation.paragraphs[0].state) == (CALM.english, State.DRAFT)


def test_undo_works_across_accept_and_is_on_the_disk_too(translation: Translation, folder: Path) -> None:
    translation.set_draft(2, CALM)
    translation.save()
    drafted = translation.record
    translation.edit(2, "Nobody came.")
    translation.accept(2)
    translation.set_note(2, "really?")
    accepted = translation.record
    assert translation.undo() == (2, "note of paragraph 3 undone")
    assert translation.undo() == (2, "accept of paragraph 3 undone")
    assert again(folder).paragraphs[2].state is State.TRANSLATED
    assert "[not reviewed] Nobody came." in (folder / "grenze.en.txt").read_text()
    assert translation.undo() == (2, "edit of paragraph 3 undone")
    assert translation.undo() is None
    assert translation.record == again(folder).record == drafted
    assert [translation.redo() for _ in range(4)][2:] == [(2, "note of paragraph 3 done again"), None]
    assert translation.record == again(folder).record == accepted


def test_typing_is_one_step_to_undo_but_not_across_anything_else(translation: Translation) -> None:
    for text in ("C", "Ca", "Calm"):
        translation.edit(0, text, continuing=True)
    translation.accept(0)
    translation.edit(0, "Calm!", continuing=True)
    translation.undo()
    assert translation.paragraphs[0].english == "Calm"
    translation.undo()
    translation.edit(0, "Calm?", continuing=True)
    translation.undo()
    assert translation.paragraphs[0].english == "Calm"
    translation.undo()
    assert translation.paragraphs[0].english == ""


def test_a_change_after_undo_ends_what_can_be_redone(translation: Translation) -> None:
    translation.edit(0, "One")
    translation.undo()
    translation.edit(0, "Two")
    assert translation.redo() is None


def test_undo_gives_the_newest_draft_not_the_one_of_then(translation: Translation) -> None:
    translation.edit(0, "Typed before the draft came")
    translation.set_draft(0, CALM)
    translation.undo()
    assert (translation.paragraphs[0].english, translation.paragraphs[0].state) == (CALM.english, State.DRAFT)
    translation.redo()
    assert (translation.paragraphs[0].english, translation.paragraphs[0].draft) == (
        "Typed before the draft came",
        CALM,
    )


def test_the_revision_grows_with_each_change_and_only_then(translation: Translation) -> None:
    seen = [translation.revision]
    translation.set_draft(0, CALM)
    seen.append(translation.revision)
    translation.edit(0, "Calm")
    seen.append(translation.revision)
    translation.accept(0)
    seen.append(translation.revision)
    translation.undo()
    seen.append(translation.revision)
    assert seen == sorted(set(seen))
    translation.edit(0, "Calm")
    translation.set_note(0, "")
    translation.save()
    assert translation.revision == seen[-1]


CHANGES = st.tuples(st.integers(0, 3), st.sampled_from(["edit", "accept", "skip", "back", "note"]), st.text(max_size=3))


@settings(max_examples=25, deadline=None)
@given(st.lists(CHANGES, max_size=8))
def test_whatever_was_done_undo_goes_all_the_way_back_and_redo_all_the_way_on(
    changes: list[tuple[int, str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        translation = again(Path(name))
        translation.set_draft(3, CALM)
        start = translation.record
        for index, change, text in changes:
            with suppress(WorkbenchError):  # nothing to accept
                do(translation, index, change, text)
        end = translation.record
        while translation.undo():
            pass
        assert translation.record == start
        while translation.redo():
            pass
        translation.save()
        assert translation.record == end == again(Path(name)).record


def do(translation: Translation, index: int, change: str, text: str) -> None:
    if change == "edit":
        translation.edit(index, text, continuing=len(text) > 1)
    elif change == "accept":
        translation.accept(index)
    elif change == "skip":
        translation.skip(index)
    elif change == "back":
        translation.back_to_draft(index)
    else:
        translation.set_note(index, text)


def test_progress_leaves_skipped_paragraphs_out(translation: Translation, folder: Path) -> None:
    assert read_summary(Path(SOURCE.name), folder) is None
    translation.edit(0, "Calm")
    translation.accept(0)
    translation.skip(1)
    translation.set_draft(2, CALM)
    translation.save()
    progress = translation.progress
    assert (progress.reviewed, progress.total, progress.new, progress.draft, progress.skipped) == (
        1,
        3,
        1,
        1,
        1,
    )
    assert (progress.words_reviewed, progress.words) == (4, 12)
    assert read_summary(Path(SOURCE.name), folder) == progress
    translation.undo()
    assert read_summary(Path(SOURCE.name), folder) == translation.progress


def test_the_next_open_paragraph_is_found_going_round(translation: Translation) -> None:
    translation.skip(1)
    assert translation.next_open(0) == 2
    assert translation.next_open(3) == 0
    for index in (0, 2, 3):
        translation.edit(index, "Done")
        translation.accept(index)
    assert translation.next_open(0) is None


def test_when_the_source_has_changed_the_translation_follows_and_says_what_to_save(folder: Path) -> None:
    first = Translation.open(SOURCE, folder)
    first.edit(2, "Nobody came on Monday.")
    first.accept(2)
    changed = Document("grenze.txt", (SOURCE.paragraphs[3], Paragraph("Am Mittwoch kam niemand.", "\n\n")))
    second = Translation.open(changed, folder)
    assert second.paragraphs[1].english == "Nobody came on Monday."
    assert second.paragraphs[1].state is State.TRANSLATED
    assert second.paragraphs[1].old_german == "Am Montag kam niemand."
    assert not second.saved
    second.accept(1)
    assert second.paragraphs[1].old_german == ""
    assert Translation.open(changed, folder).saved


def test_read_only_shows_everything_and_changes_nothing(translation: Translation, folder: Path) -> None:
    translation.edit(0, "Calm")
    translation.accept(0)
    files = {path: path.read_bytes() for path in folder.iterdir()}
    other = Translation.open(SOURCE, folder, read_only_reason="another workbench is working on this project")
    assert other.record == translation.record
    changes: tuple[Callable[[], object], ...] = (
        lambda: other.edit(2, "x"),
        lambda: other.accept(0),
        lambda: other.skip(0),
        lambda: other.back_to_draft(0),
        lambda: other.set_note(0, "x"),
    )
    for change in changes:
        with pytest.raises(WorkbenchError, match="another workbench is working on this project"):
            change()
    assert other.set_draft(2, CALM)
    other.save()
    assert other.saved
    assert files == {path: path.read_bytes() for path in folder.iterdir()}


def test_two_sources_with_one_stem_have_a_record_each(folder: Path) -> None:
    text = Translation.open(SOURCE, folder)
    text.skip(0)
    markdown = Translation.open(Document("grenze.md", SOURCE.paragraphs), folder)
    markdown.edit(0, "Calm")
    markdown.accept(0)
    assert (text.path.name, markdown.path.name) == ("grenze.yaml", "grenze.md.yaml")
    assert markdown.english_path.name == "grenze.en.md"
    assert again(folder).paragraphs[0].state is State.SKIPPED
    assert Translation.open(Document("grenze.md", SOURCE.paragraphs), folder).record == markdown.record
