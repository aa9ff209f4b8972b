"""The English version: the layout of the source, what is not reviewed marked, page furniture left out."""

from __future__ import annotations

from pathlib import Path

from workbench.formats import filter_of
from workbench.text import Code, Inline
from workbench.text.inline import Kind
from workbench.translation import Draft, ParagraphRecord, State, TranslationRecord, english_text, rematch

ARTICLE = "# Titel\n\nFoto: Archiv\n\n- Erstens.\n- Zweitens.\n- Drittens.\n\nViertens.\n"
WORK = (
    ParagraphRecord("Titel", "Title", State.REVIEWED),
    ParagraphRecord("Foto: Archiv", state=State.SKIPPED),
    ParagraphRecord("Erstens.", "First.", State.REVIEWED),
    ParagraphRecord("Zweitens.", "Second.", State.DRAFT, Draft("Second.", "")),
    ParagraphRecord("Drittens.", "Third.", State.TRANSLATED),
)


def matched(article: str, *work: ParagraphRecord) -> TranslationRecord:
    document = filter_of("a.md").read(article.encode(), Path("a.md"))
    return rematch(TranslationRecord("a.md", work), document)


def english(article: str, *work: ParagraphRecord, marked: bool = True) -> str:
    return english_text(matched(article, *work), mark_unreviewed=marked)


def test_it_has_the_sources_layout_and_marks_what_is_not_reviewed() -> None:
    assert english(ARTICLE, *WORK) == (
        "# Title\n\n- First.\n- [not reviewed] Second.\n- [not reviewed] Third.\n\n[not translated] Viertens.\n"
    )


def test_the_marks_can_be_left_out() -> None:
    assert english(ARTICLE, *WORK, marked=False) == "# Title\n\n- First.\n- Second.\n- Third.\n\nViertens.\n"


def test_it_does_not_begin_with_the_blank_lines_after_a_skipped_first_paragraph() -> None:
    skipped = ParagraphRecord("Werbung", state=State.SKIPPED)
    assert english("Werbung\n\n- Erstens.\n", skipped, WORK[2]) == "- First.\n"


def test_leaving_a_paragraph_out_never_joins_its_neighbours_more_closely() -> None:
    line = ParagraphRecord("Noch eine Zeile.", "One more line.", State.REVIEWED)
    record = TranslationRecord("a.txt", (WORK[0], WORK[1], line))
    document = filter_of("a.txt").read(b"Titel\n\nFoto: Archiv\nNoch eine Zeile.\n", Path("a.txt"))
    assert english_text(rematch(record, document)) == "Title\n\nOne more line.\n"


def test_a_document_of_furniture_only_is_an_empty_text() -> None:
    assert english("Foto: Archiv\n", WORK[1]) == ""


def test_what_stands_between_paragraphs_stays_when_one_is_left_out() -> None:
    article = "# Titel\n\nFoto: Archiv\n\n![](karte.png)\n\n***\n\n- Erstens.\n"
    assert english(article, *WORK[:3]) == "# Title\n\n![](karte.png)\n\n***\n\n- First.\n"


def test_a_cell_that_is_left_out_keeps_its_place() -> None:
    article = "| Titel | Erstens. |\n|---|---|\n| Foto: Archiv | Drittens. |\n"
    assert english(article, *WORK) == "| Title | First. |\n|---|---|\n|  | [not reviewed] Third. |\n"


def test_bold_links_and_images_are_written_as_the_file_has_them() -> None:
    article = 'Das **neue** [Gesetz](https://a.example "Titel") mit `code` ![Bild](b.jpg).\n'
    codes: list[tuple[int, str, Kind]] = [(4, "1", "open"), (7, "1", "close"), (8, "2", "open"), (11, "2", "close")]
    text = "The new law with code Picture."
    work = matched(article).paragraphs[0]
    target = Inline(text, tuple(Code(at, number, kind) for at, number, kind in codes))
    done = work.with_target(target, State.REVIEWED)
    assert english(article, done) == 'The **new** [law](https://a.example "Titel") with code Picture.\n'


def test_marks_that_the_english_has_of_its_own_stay_what_they_are() -> None:
    done = ParagraphRecord("Fünf mal drei", "5 * 3 * 2, *a* and [sic] snake_case <b> &amp; # 1", State.REVIEWED)
    written = english("Fünf mal drei\n", done)
    again = filter_of("a.md").read(written.encode(), Path("a.md"))
    assert [p.text for p in again.paragraphs] == [done.english]
    numbered = ParagraphRecord("Fünf mal drei", "1. May", State.REVIEWED)
    assert english("Fünf mal drei\n", numbered) == "1\\. May\n"


def test_a_front_matters_title_is_text_and_stays_quoted() -> None:
    article = '---\ntitle: "Lage"\ntags: [a]\n---\n\nErstens.\n'
    title = ParagraphRecord("Lage", 'The "situation"', State.REVIEWED)
    assert english(article, title, WORK[2]) == '---\ntitle: "The \\"situation\\""\ntags: [a]\n---\n\nFirst.\n'
