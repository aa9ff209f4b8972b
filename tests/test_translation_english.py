"""The English version: the layout of the source, what is not reviewed marked, page furniture left out."""

from __future__ import annotations

from workbench.translation import Draft, ParagraphRecord, State, TranslationRecord, english_text

TITLE = ParagraphRecord("Titel", "Title", State.REVIEWED, before="# ")
FURNITURE = ParagraphRecord("Foto: Archiv", state=State.SKIPPED, before="\n\n")
FIRST = ParagraphRecord("Erstens.", "First.", State.REVIEWED, before="\n\n- ")
DRAFTED = ParagraphRecord("Zweitens.", "Second.", State.DRAFT, Draft("Second.", ""), before="\n- ")
EDITED = ParagraphRecord("Drittens.", "Third.", State.TRANSLATED, before="\n- ")
NEW = ParagraphRecord("Viertens.", before="\n\n")


def english(*paragraphs: ParagraphRecord, marked: bool = True) -> str:
    return english_text(TranslationRecord("a.md", paragraphs, "\n"), mark_unreviewed=marked)


def test_it_has_the_sources_layout_and_marks_what_is_not_reviewed() -> None:
    assert english(TITLE, FURNITURE, FIRST, DRAFTED, EDITED, NEW) == (
        "# Title\n\n- First.\n- [not reviewed] Second.\n- [not reviewed] Third.\n\n[not translated] Viertens.\n"
    )


def test_the_marks_can_be_left_out() -> None:
    assert english(TITLE, DRAFTED, NEW, marked=False) == "# Title\n- Second.\n\nViertens.\n"


def test_it_does_not_begin_with_the_blank_lines_after_a_skipped_first_paragraph() -> None:
    assert english(ParagraphRecord("Werbung", state=State.SKIPPED), FIRST) == "- First.\n"


def test_leaving_a_paragraph_out_never_joins_its_neighbours_more_closely() -> None:
    line = ParagraphRecord("Noch eine Zeile.", "One more line.", State.REVIEWED, before="\n")
    assert english(TITLE, FURNITURE, line) == "# Title\n\nOne more line.\n"


def test_a_document_of_furniture_only_is_an_empty_text() -> None:
    assert english(FURNITURE) == ""
