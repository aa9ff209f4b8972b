"""A whole document in its house style at once: what would change, one undo for all of it, and the key for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk import desk_on
from tests.test_settings import said
from workbench.checks import check_document, check_paragraph
from workbench.glossary import Entry, Glossary
from workbench.project import Change, Fix, Project, Session, find_fix, style_changes
from workbench.project.commands import Accept, Edit, Redo, Skip, Undo
from workbench.text.house_style import NO_STYLE, PRESETS, HouseStyle
from workbench.translation import Override, ParagraphRecord, State, TranslationRecord

NONE = Glossary(())
GUARDIAN = PRESETS["guardian"].style
GERMAN = "Die Farbe. Er kam am 9. April 2022 nach Kiew.\n\nEs gab 5 Proteste.\n\nNichts davon.\n"


def paragraph(english: str, german: str = "Etwas.", state: State = State.TRANSLATED) -> ParagraphRecord:
    return ParagraphRecord(german, english, state)


def shown(change: Change) -> list[tuple[str, str]]:
    """What goes out of a sentence, and what comes."""
    cut = (change.before[slice(*span)] for span in change.cut)
    return list(zip(cut, (change.after[slice(*span)] for span in change.put), strict=True))


def test_what_would_change_is_shown_sentence_by_sentence() -> None:
    records = (
        paragraph("The color. He came to Kiev on April 9, 2022.", "Die Farbe. Er kam am 9. April 2022 nach Kiew."),
        paragraph("Nothing of it."),
        paragraph("He says ‘no’.", "Er sagt „nein“.", State.REVIEWED),
        paragraph("A center.", state=State.SKIPPED),
    )
    colour, date, marks = style_changes("a.txt", records, NONE, GUARDIAN)
    assert (colour.german, colour.before, colour.after) == ("Die Farbe.", "The color.", "The colour.")
    assert shown(date) == [("Kiev", "Kyiv"), ("April 9, 2022", "9 April 2022")]
    assert (marks.paragraph, marks.state, marks.after) == (2, State.REVIEWED, "He says “no”.")


def test_terms_and_what_was_let_stand_stay() -> None:
    glossary = Glossary((Entry(("Zentrum",), "Center"),))
    record = paragraph("The Center in Kiev has the color of Odessa.", "Das Zentrum in Kiew hat die Farbe von Odessa.")
    record = replace(record, overrides=(Override("style", "Kiev", "as in the contract"),))
    (change,) = style_changes("a.txt", (record,), glossary, GUARDIAN)
    assert change.after == "The Center in Kiev has the colour of Odesa."


def test_where_no_style_is_set_it_is_made_as_most_of_the_document_has_it() -> None:
    records = tuple(map(paragraph, ("The colour.", "A theatre, 12%.", "The center.", "The color of 12 percent.")))
    assert [change.after for change in style_changes("a.txt", records, NONE, NO_STYLE)] == [
        "The centre.",
        "The colour of 12%.",
    ]
    assert style_changes("a.txt", records[:2], NONE, NO_STYLE) == ()


SAID = "The color colour of 12% 12 percent on April 9, 2022 9 May at 2:30 p.m. in Kiev. Kyiv . ‘no’ “yes” 5 protests"
WORDS = SAID.split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
STYLES = st.sampled_from([NO_STYLE, *(preset.style for preset in PRESETS.values())])


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), STYLES)
def test_after_it_nothing_is_told_that_could_be_put_right(texts: list[str], house: HouseStyle) -> None:
    records = [paragraph(text) for text in texts]
    for change in reversed(style_changes("a.txt", tuple(records), NONE, house)):
        before, end = change.english, change.start + len(change.before)
        assert before[change.start : end] == change.before
        english = records[change.paragraph].english
        english = english[: change.start] + change.after + english[end:]
        records[change.paragraph] = paragraph(english)
    found = check_document(TranslationRecord("a.txt", tuple(records)), NONE, house)
    assert [f for f in found if f.check == "style" and f.wanted] == []


def project_in(root: Path, style: str = "guardian") -> Path:
    said(root / "sources" / "a.txt", GERMAN)
    said(root / "project.yaml", f"style: {style}\n")
    return root


def test_it_is_one_act_that_keeps_what_was_reviewed(tmp_path: Path) -> None:
    with Session.open(project_in(tmp_path / "p")) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(0, "The color. He came to Kiev on April 9, 2022."))
        session.do(Accept(0))
        session.do(Edit(1, "There were 5 protests."))
        session.do(Edit(2, "A center."))
        session.do(Skip(2))
        found = style_changes("a.txt", session.paragraphs, session.termbase.glossary, session.project.settings.style)
        *_, done = session.rewording(found, "house style")
        assert (done.sentences, done.left) == (3, ())
        assert [p.english for p in session.paragraphs[:2]] == [
            "The colour. He came to Kyiv on 9 April 2022.",
            "There were five protests.",
        ]
        assert [p.state for p in session.paragraphs] == [State.REVIEWED, State.TRANSLATED, State.SKIPPED]
        assert session.do(Undo()).told == "undone: house style in 3 places"
        assert session.paragraphs[0].english == "The color. He came to Kiev on April 9, 2022."
        assert session.paragraphs[1].english == "There were 5 protests."
        session.do(Redo())
        assert session.paragraphs[1].english == "There were five protests."


# One place is not told twice


def test_a_date_left_as_in_german_is_told_once_and_put_right_in_the_style(tmp_path: Path) -> None:
    record = paragraph("He came on 09.09.2022 to see it.", "Am 09.09.2022 kam er, um es zu sehen.")
    wanted = {"guardian": "9 September 2022", "american": "September 9, 2022,", "ap": "Sept. 9, 2022,"}
    for name, date in wanted.items():
        (finding,) = check_paragraph(0, record, NONE, PRESETS[name].style)
        assert (finding.check, finding.about, finding.wanted) == ("numbers", "09.09.2022", date)
    (finding,) = check_document(TranslationRecord("a.txt", (record, paragraph("On 3 May."))), NONE)[:1]
    assert finding.check == "numbers" and finding.wanted == "9 September 2022"
    with Project.open(project_in(tmp_path / "p", "ap")) as project:
        (finding,) = check_paragraph(0, record, NONE, project.settings.style)
        fix = find_fix(project, TranslationRecord("a.txt", (record,)), 0, finding)
        assert isinstance(fix, Fix) and fix.english == "He came on Sept. 9, 2022, to see it."


def test_a_number_left_as_in_german_is_put_right_in_the_style_too() -> None:
    record = paragraph("There are 35.000 people.", "Es sind 35.000 Leute.")
    (finding,) = check_paragraph(0, record, NONE, PRESETS["eu"].style)
    assert (finding.check, finding.wanted) == ("numbers", "35\u00a0000")


def test_a_place_left_in_german_is_told_once_and_in_the_form_of_the_style(tmp_path: Path) -> None:
    record = TranslationRecord("a.txt", (paragraph("They travelled to Charkiw.", "Sie reisten nach Charkiw."),))
    with Project.open(project_in(tmp_path / "p")) as project:
        words = project.words.vocabulary
        for style, told in (
            (NO_STYLE, [("untranslated", "Kharkiv")]),
            (HouseStyle(places="Kyiv"), [("style", "Kharkiv")]),
            (HouseStyle(places="Kiev"), [("style", "Kharkov")]),
        ):
            assert [(f.check, f.wanted) for f in check_document(record, NONE, style, words)] == told


# On the screen


async def test_one_key_shows_all_of_it_and_one_more_puts_it_right(tmp_path: Path) -> None:
    with Session.open(project_in(tmp_path / "p")) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(0, "The color. He came to Kiev."))
        session.do(Accept(0))
        session.do(Edit(1, "There were 5 protests."))
        session.save()
    async with desk_on(tmp_path / "p") as desk:
        await desk.press("F")
        await desk.settled()
        assert "3 sentences would change, 3 ticked (2 reviewed, 1 translated, not reviewed)" in desk.shown()
        assert "He came to [-Kiev-]{+Kyiv+}." in desk.shown()
        await desk.burst("space", "enter")
        await desk.settled()
        assert desk.english(1) == "The color. He came to Kyiv." and desk.state(1) is State.REVIEWED
        assert desk.english(2) == "There were five protests." and desk.state(2) is State.TRANSLATED
        assert "Saved: house style in 2 places. u undoes." in desk.status
        await desk.burst("u")
        assert desk.english(1) == "The color. He came to Kiev." and desk.english(2) == "There were 5 protests."


async def test_what_is_typed_goes_with_it_and_nothing_to_do_is_said(tmp_path: Path) -> None:
    async with desk_on(project_in(tmp_path / "p")) as desk:
        await desk.go_to(3)
        await desk.burst("enter", "ctrl+a", "delete", *"A center.", "shift+f5")
        await desk.settled()
        assert "{+centre+}" in desk.shown()
        await desk.burst("escape")
        assert desk.english(3) == "A center."
        await desk.burst("F")
        await desk.settled()
        await desk.burst("enter")
        await desk.settled()
        assert desk.english(3) == "A centre."
        await desk.burst("F")
        await desk.settled()
        assert "Everything is in the house style (guardian)." in desk.status


async def test_another_style_in_the_file_is_taken_up_while_the_program_is_open(tmp_path: Path) -> None:
    root = project_in(tmp_path / "p")
    async with desk_on(root) as desk:
        assert "9 April 2022" in desk.english(1)
        said(root / "project.yaml", "style: american\n")
        desk.screen.look_at_files()
        await desk.until(lambda: "It is american now." in desk.status)
        await desk.settled()
        assert "April 9, 2022" in desk.english(1)
        said(root / "project.yaml", "style: amercan\n")
        desk.screen.look_at_files()
        told = "`style` cannot be `amercan`"
        await desk.until(lambda: any(told in one.message for one in desk.app._notifications))


async def test_the_help_page_names_it(tmp_path: Path) -> None:
    async with desk_on(project_in(tmp_path / "p"), size=(110, 50)) as desk:
        await desk.press("question_mark")
        assert "Guardian and Observer style guide. guardian (spelling: british," in desk.shown()
