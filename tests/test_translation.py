"""Working on a document: drafts, edits, accepting, skipping, notes; how far it is. (Undo: test_session.py.)"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats import Document, Paragraph
from workbench.problem import WorkbenchError
from workbench.translation import Draft, Override, ParagraphRecord, State, Translation, decisions, read_summary

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
    assert not (folder / "grenze.en.txt").exists()
    translation.save()
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


def test_every_decision_says_what_it_did_and_can_be_taken_back(translation: Translation, folder: Path) -> None:
    translation.set_draft(2, CALM)
    drafted = translation.record
    typed = translation.edit(2, "Nobody came.")
    accepted = translation.accept(2)
    assert [(step.index, step.before.state, step.after.state) for step in (*typed, *accepted)] == [
        (2, State.DRAFT, State.TRANSLATED),
        (2, State.TRANSLATED, State.REVIEWED),
    ]
    translation.restore({step.index: step.before for step in typed})
    assert translation.record == again(folder).record == drafted
    translation.restore({step.index: step.after for step in accepted})
    assert again(folder).paragraphs[2].state is State.REVIEWED


def test_what_changes_nothing_has_no_steps(translation: Translation) -> None:
    translation.edit(0, "Calm")
    assert translation.edit(0, "Calm") == ()
    assert translation.set_note(0, "") == ()


def test_taking_back_keeps_the_newest_draft_not_the_one_of_then(translation: Translation) -> None:
    typed = translation.edit(0, "Typed before the draft came")
    translation.set_draft(0, CALM)
    translation.restore({step.index: step.before for step in typed})
    assert (translation.paragraphs[0].english, translation.paragraphs[0].state) == (CALM.english, State.DRAFT)
    translation.restore({step.index: step.after for step in typed})
    paragraph = translation.paragraphs[0]
    assert (paragraph.english, paragraph.draft) == ("Typed before the draft came", CALM)


def test_progress_leaves_skipped_paragraphs_out(translation: Translation, folder: Path) -> None:
    assert read_summary(folder / "grenze.yaml") is None
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
    assert progress.words == 12
    assert read_summary(folder / "grenze.yaml") == progress


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
    second.save()
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


# Taking back an act that brought a draft


FOUND = Draft("It had been translated before.", "memory")
"""A draft that an act brought: of a paragraph that follows another."""


@pytest.mark.parametrize("earlier", [None, CALM])
def test_a_draft_that_an_act_brought_is_taken_back_with_it(translation: Translation, earlier: Draft | None) -> None:
    if earlier:
        translation.set_draft(2, earlier)
    before = translation.paragraphs[2]
    (step,) = translation.correct({2: decisions.drafted(before, FOUND)})
    translation.restore({2: step.before}, {2: step.after})
    assert translation.paragraphs[2] == before
    translation.restore({2: step.after}, {2: step.before})
    assert translation.paragraphs[2] == step.after


def test_a_draft_that_was_made_since_stays_when_the_act_is_taken_back(translation: Translation) -> None:
    translation.set_draft(2, CALM)
    (step,) = translation.correct({2: decisions.drafted(translation.paragraphs[2], FOUND)})
    newest = Draft("Made with another glossary.", "p")
    translation.set_draft(2, newest)
    translation.restore({2: step.before}, {2: step.after})
    assert (translation.paragraphs[2].draft, translation.paragraphs[2].english) == (newest, newest.english)
    translation.restore({2: step.after}, {2: step.before})
    assert translation.paragraphs[2].draft == newest


DRAFTS = st.sampled_from([None, CALM, FOUND, Draft("A third.", "p")])


@given(wanted=DRAFTS, left=DRAFTS, now=DRAFTS)
def test_of_two_drafts_the_one_that_nobody_took_back_is_there(
    wanted: Draft | None, left: Draft | None, now: Draft | None
) -> None:
    was, after, here = (_with_draft(draft) for draft in (wanted, left, now))
    made = decisions.restored(was, after, here)
    assert made == (was if now in (None, wanted, left) else here)


def _with_draft(draft: Draft | None) -> ParagraphRecord:
    new = ParagraphRecord("Niemand kam.")
    return decisions.drafted(new, draft) if draft else new
