"""A bilingual file as a source: its English, states, notes and locks come in, and go back as the file has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exported import exported
from tests.test_command_line import one_clear_line, workbench
from workbench.checks import check_paragraph
from workbench.glossary import Glossary
from workbench.problem import WorkbenchError
from workbench.project import Project, Session, State, commands
from workbench.text import Inline
from workbench.translation import Draft, Translation

from .desk import desk_on

JOB = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.html" source-language="de-DE" target-language="en-GB" datatype="html"><body>
<trans-unit id="1"><source>Das <g id="1">neue Gesetz</g> gilt im Land.</source><note>Bitte kurz</note></trans-unit>
<trans-unit id="2"><source>Die Lage ist ruhig.</source><target>The situation is calm.</target></trans-unit>
<trans-unit id="3" translate="no"><source>Nicht für das Deutsche Haus</source></trans-unit>
<trans-unit id="4"><source>Er reiste nach Minsk.</source><target state="final">He went to Minsk.</target></trans-unit>
</body></file></xliff>
"""
PO = """\
msgid ""
msgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"

#, c-format
msgid "Die Datei %s wurde gelöscht."
msgstr ""
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    (project / "sources").mkdir(parents=True)
    (project / "sources" / "job.xlf").write_text(JOB, encoding="utf-8")
    (project / "sources" / "app.po").write_text(PO, encoding="utf-8")
    (project / "glossary.yaml").write_text("", encoding="utf-8")
    return project


def test_a_new_record_takes_up_what_the_file_has(folder: Path) -> None:
    with Project.open(folder) as project:
        paragraphs = project.open_document("job.xlf").paragraphs
    assert [(one.english, one.state, one.note) for one in paragraphs] == [
        ("", State.NEW, "Bitte kurz"),
        ("The situation is calm.", State.TRANSLATED, ""),
        ("", State.SKIPPED, ""),
        ("He went to Minsk.", State.REVIEWED, ""),
    ]


def test_what_a_translator_changed_stays_when_the_record_is_opened_again(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.edit(1, "All is calm.")
        translation.edit(3, "")
        translation.set_note(0, "")
        translation.save()
        again = project.open_document("job.xlf").paragraphs
    assert (again[1].english, again[1].state) == ("All is calm.", State.TRANSLATED)
    assert (again[3].english, again[3].state) == ("", State.NEW)
    assert again[0].note == ""


def test_english_that_comes_into_the_file_later_is_taken_up_where_nobody_has_begun(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.edit(1, "All is calm.")
        translation.save()
    later = JOB.replace("</source><note>", "</source><target>The new law.</target><note>")
    later = later.replace("The situation is calm.", "The situation is quiet.")
    (folder / "sources" / "job.xlf").write_text(later, encoding="utf-8")
    with Project.open(folder) as project:
        paragraphs = project.open_document("job.xlf").paragraphs
    assert [one.english for one in paragraphs[:2]] == ["The new law.", "All is calm."]


def given(*targets: str) -> str:
    """The job with this English in its second segment, and in its fourth where there are two."""
    second, fourth = (*targets, "He went to Minsk.")[:2]
    return JOB.replace("The situation is calm.", second).replace("He went to Minsk.", fourth)


def opened_with(folder: Path, job: str) -> Translation:
    (folder / "sources" / "job.xlf").write_text(job, encoding="utf-8")
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.set_note(2, f"{translation.paragraphs[2].note}.")  # what was taken up is on the disk
        return translation


def test_english_that_comes_into_the_file_later_is_taken_up_over_a_draft_and_what_nobody_touched(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.set_draft(0, Draft("The new law applies.", "de-en"))
        translation.save()
    later = given("The situation is quiet.", "He travelled to Minsk.")
    later = later.replace("</source><note>", "</source><target>The new law is in force.</target><note>")
    for _ in range(2):
        now = opened_with(folder, later).paragraphs
        assert [(one.english, one.state) for one in (now[0], now[1], now[3])] == [
            ("The new law is in force.", State.TRANSLATED),
            ("The situation is quiet.", State.TRANSLATED),
            ("He travelled to Minsk.", State.REVIEWED),
        ]
    assert now[0].draft is not None


def test_english_that_comes_into_the_file_later_is_a_finding_where_somebody_decided_otherwise(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.edit(1, "All is calm.")
        translation.accept(1)
        translation.edit(3, "He travelled to Minsk.")
        translation.save()
    for _ in range(2):
        translation = opened_with(folder, given("The situation is quiet.", "He journeyed to Minsk."))
        one, two = (translation.paragraphs[index] for index in (1, 3))
        assert (one.english, one.state, one.note) == (
            "All is calm.",
            State.TRANSLATED,
            "The file has: The situation is quiet.",
        )
        assert (two.english, two.note) == ("He travelled to Minsk.", "The file has: He journeyed to Minsk.")
    found = [one for one in check_paragraph(1, one, Glossary(())) if one.check == "review"]
    assert [(each.message, each.wanted) for each in found] == [
        ("the file has other English: “The situation is quiet.”", "The situation is quiet.")
    ]
    with Project.open(folder) as project:
        project.open_document("job.xlf").accept(1)
    again = opened_with(folder, given("The situation is quiet.", "He journeyed to Minsk."))
    assert (again.paragraphs[1].english, again.paragraphs[1].state) == ("All is calm.", State.REVIEWED)
    newest = opened_with(folder, given("The situation is unclear.")).paragraphs[1]
    assert newest.note == "The file has: The situation is unclear."


def test_what_was_handed_over_and_came_back_as_it_was_changes_nothing(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.set_draft(0, Draft("The ⟨1⟩new law⟨/1⟩ applies.", "de-en"))
        translation.edit(1, "All is calm.")
        translation.accept(1)
        was = translation.paragraphs
        out = exported(project, translation, "xlf", "english").read_text(encoding="utf-8")
    now = opened_with(folder, out).paragraphs
    assert [(one.english, one.state) for one in now] == [(one.english, one.state) for one in was]


def test_a_note_that_comes_into_the_file_later_is_put_to_those_there_are(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.set_note(0, "Bitte kurz\nOne line?")
        translation.edit(0, "The new law.")
        translation.save()
    later = JOB.replace("<note>", "<note>Höchstens 20 Zeichen</note><note>")
    now = opened_with(folder, later).paragraphs[0]
    assert now.note == "Höchstens 20 Zeichen\nBitte kurz\nOne line?"
    assert now.english == "The new law."
    assert opened_with(folder, JOB.replace("Bitte kurz", "Egal")).paragraphs[0].note == "Egal\nOne line?"


def test_a_note_on_a_locked_segment_is_kept(folder: Path) -> None:
    with Project.open(folder) as project:
        project.open_document("job.xlf").set_note(2, "Ask why")
    with Project.open(folder) as project:
        assert project.open_document("job.xlf").paragraphs[2].note == "Ask why"


def test_a_segment_that_was_locked_meanwhile_is_as_in_the_file_and_the_work_on_it_is_kept(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.edit(1, "All is calm.")
        translation.save()
    locked = JOB.replace('id="2"', 'id="2" translate="no"')
    (folder / "sources" / "job.xlf").write_text(locked, encoding="utf-8")
    for _ in range(2):
        with Project.open(folder) as project:
            translation = project.open_document("job.xlf")
            now = translation.paragraphs[1]
            assert (now.english, now.state) == ("The situation is calm.", State.REVIEWED)
            assert [one.english for one in translation.record.removed] == ["All is calm."]
            translation.set_note(0, "saved")
            translation.save()


def test_a_locked_segment_cannot_be_changed_by_accident(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("job.xlf")
        for command in (commands.Edit(2, Inline("No")), commands.Skip(2), commands.BackToDraft(2)):
            with pytest.raises(WorkbenchError, match="paragraph 3 cannot be changed: the file says that it is not"):
                session.do(command)
        session.do(commands.WriteNote(2, "Ask why"))
        assert session.paragraphs[2].note == "Ask why"
        with pytest.raises(WorkbenchError, match="a segment of a bilingual file stays as it is"):
            session.do(commands.Split(1, 4))


@pytest.mark.feature("locked segments")
async def test_the_screen_says_so_and_takes_no_keys_for_it(folder: Path) -> None:
    locked = JOB.replace('id="4"', 'id="4" translate="no"')
    (folder / "sources" / "job.xlf").write_text(locked, encoding="utf-8")
    async with desk_on(folder) as desk:
        desk.app.session.put_on_desk("job.xlf", at=0)
        await desk.settled()
        for number, english in ((3, ""), (4, "He went to Minsk.")):
            await desk.go_to(number)
            await desk.burst("enter")
            assert "This one cannot be changed: the file says that it is not to be translated." in desk.status
            await desk.burst("Y", "escape")
            await desk.settled()
            assert desk.english(number) == english


async def test_the_screen_hands_the_file_over_in_its_own_format(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.settled()
        await desk.burst("a")
        await desk.burst("x")
        assert "[x] .po       as the source, with the English and its states in it" in desk.shown()
        await desk.burst("enter")
        await desk.settled()
    made = (folder / "exports" / "app.de-en.po").read_text(encoding="utf-8")
    assert made.startswith(PO.removesuffix('msgstr ""\n'))
    assert "%s" in made.rpartition("msgstr")[2]


@pytest.mark.feature("job files: XLIFF, SDLXLIFF, PO")
def test_the_command_line_drafts_and_hands_over_in_the_same_format_with_states_and_without_marks(folder: Path) -> None:
    drafted = workbench("translate", "sources/job.xlf", cwd=folder)
    assert drafted.returncode == 0, drafted.stderr
    done = workbench("export", "sources/job.xlf", "--to", "xlf", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "2 of 4 paragraphs are not reviewed and marked so: 1, 2" in done.stderr
    made = (folder / "exports" / "job.de-en.xlf").read_text(encoding="utf-8")
    before, after = JOB.split("<note>", 1)
    assert made.startswith(before)
    assert made.endswith(after)
    target = made.removeprefix(before).removesuffix(f"<note>{after}")
    assert target.startswith('<target state="needs-review-translation">')
    assert target.count('<g id="1">') == target.count("</g>") == 1
    assert "[not" not in made


def test_reviewed_english_goes_out_as_final(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.accept(1)
        made = exported(project, translation, "xlf", "english").read_text(encoding="utf-8")
    assert '<trans-unit id="2" approved="yes"><source>Die Lage ist ruhig.</source><target state="final">' in made
    assert "<source>Nicht für das Deutsche Haus</source></trans-unit>" in made


@pytest.mark.feature("notes")
def test_what_was_noted_goes_into_the_file_and_only_once(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.set_note(0, "Bitte kurz\nWhich law?\nThe file has: Old English.")
        translation.set_note(2, "Ask why")
        for name, note in (("xlf", "Which law?"), ("po", "Where?")):
            other = translation if name == "xlf" else project.open_document("app.po")
            other.set_note(0, f"{other.paragraphs[0].note}\n{note}".strip())
            made = exported(project, other, name, "english").read_text(encoding="utf-8")
            assert made.count(note) == 1
            (folder / "sources" / other.record.source).write_text(made, encoding="utf-8")
        made = (folder / "sources" / "job.xlf").read_text(encoding="utf-8")
        assert '<note from="translator">Which law?</note><note>Bitte kurz</note>' not in made
        assert '<note>Bitte kurz</note><note from="translator">Which law?</note></trans-unit>' in made
        assert '<source>Nicht für das Deutsche Haus</source><note from="translator">Ask why</note>' in made
        assert "Old English" not in made
        again = exported(project, project.open_document("job.xlf"), "xlf", "english").read_text(encoding="utf-8")
    assert again == made


def test_codes_that_no_file_can_have_do_not_keep_it_from_going_out(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("job.xlf")
        translation.edit(0, Inline.parsed("⟨/1⟩The ⟨2⟩new⟨/2⟩ law⟨1⟩ is\nin ⟨3/⟩force."))
        made = exported(project, translation, "xlf", "bilingual").read_text(encoding="utf-8")
    assert '<target state="translated">The new law is in force.</target>' in made


def test_a_file_in_other_languages_is_one_clear_line(folder: Path) -> None:
    (folder / "sources" / "job.xlf").write_text(
        JOB.replace("de-DE", "en-US").replace("en-GB", "de-DE"), encoding="utf-8"
    )
    line = one_clear_line(workbench("translate", "sources/job.xlf", cwd=folder))
    assert (
        "job.xlf: is for translation from en-US into de-DE – give a file that is from German (de) into English" in line
    )


def test_german_that_is_none_is_one_clear_line(folder: Path) -> None:
    english = "The situation in the country has been calm since Monday, and nobody knows how long this will last. " * 3
    (folder / "sources" / "app.po").write_text(f'msgid "{english}"\nmsgstr ""\n', encoding="utf-8")
    assert "it looks English" in one_clear_line(workbench("translate", "sources/app.po", cwd=folder))
