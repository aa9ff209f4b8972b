"""What of a Word document is read, what it is told to be, and how it is written."""

from __future__ import annotations

import re

import pytest

from tests.docx_material import BOLD, docx, field, p, part, r, read, run, shown, written


def test_runs_that_look_alike_are_one_wherever_word_has_cut_them() -> None:
    pieces = (
        r("Der Mi", '<w:lang w:val="de-DE"/>'),
        '<w:proofErr w:type="spellStart"/>',
        r("nis", "<w:noProof/>"),
        r("ter", '<w:b w:val="0"/>'),
        '<w:bookmarkStart w:id="4" w:name="x"/><w:bookmarkEnd w:id="4"/>',
        r(" sagt ", BOLD),
        r("nichts", '<w:rStyle w:val="Fett"/>'),
        run("<w:lastRenderedPageBreak/>"),
        r(" Neues.", '<w:rStyle w:val="Absatz-Standardschriftart"/>'),
    )
    assert shown(docx(p(*pieces))) == ["Der Minister ⟨1⟩sagt nichts⟨/1⟩ Neues."]


def test_the_formatting_of_most_letters_is_no_code() -> None:
    assert shown(docx(p(r("Alles ist fett, nur "), r("das", BOLD)))) == ["Alles ist fett, nur ⟨1⟩das⟨/1⟩"]
    assert shown(docx(p(r("Alles ist fett, nur ", BOLD), r("das")))) == ["Alles ist fett, nur ⟨1⟩das⟨/1⟩"]
    heading = p(r("Ein Kapitel mit "), r("Betonung", BOLD), style="berschrift2")
    assert shown(docx(heading)) == ["Ein Kapitel mit Betonung"]  # its style is bold as well


@pytest.mark.parametrize(
    "look, role",
    [
        ("<w:b/>", "bold"),
        ("<w:i/>", "italic"),
        ("<w:dstrike/>", "strike"),
        ('<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>', "code"),
        ('<w:highlight w:val="yellow"/>', "other"),
        ('<w:vertAlign w:val="superscript"/>', "other"),
        ('<w:lang w:val="ru-RU"/>', "other"),
    ],
)
def test_what_a_pair_is(look: str, role: str) -> None:
    paragraph = read(docx(p(r("Ein Wort ist "), r("anders", look), r(" als alle.")))).paragraphs[0]
    assert paragraph.source.shown() == "Ein Wort ist ⟨1⟩anders⟨/1⟩ als alle."
    assert [one.role for one in paragraph.markup] == [role]


def test_formatting_within_formatting_is_a_pair_within_a_pair() -> None:
    file = docx(
        p(r("Das ist "), r("fett und ", BOLD), r("kursiv", BOLD + "<w:i/>"), r(" dazu", BOLD), r(" gesetzt worden."))
    )
    assert shown(file) == ["Das ist ⟨1⟩fett und ⟨2⟩kursiv⟨/2⟩ dazu⟨/1⟩ gesetzt worden."]
    moved = written(file, "⟨2⟩Italic⟨/2⟩ is here, and ⟨1⟩bold⟨/1⟩.")
    assert "<w:rPr><w:b/><w:i/></w:rPr><w:t>Italic</w:t>" in part(moved)


def test_links_lead_where_they_did() -> None:
    blue = r("der Bericht", '<w:rStyle w:val="Hyperlink"/>')
    link = f'<w:hyperlink r:id="rLink">{blue}</w:hyperlink>'
    by_field = field(' HYPERLINK "http://x.example/a" \\l "b"', r("diese Seite"))
    file = docx(p(r("Hier stehen "), link, r(" und "), by_field, r(".")))
    (paragraph,) = read(file).paragraphs
    assert paragraph.source.shown() == "Hier stehen ⟨1⟩der Bericht⟨/1⟩ und ⟨2⟩diese Seite⟨/2⟩."
    assert [one.address for one in paragraph.markup] == ["https://a.example/lage", "http://x.example/a#b"]
    english = part(written(file, "⟨2⟩This page⟨/2⟩ and ⟨1⟩the report⟨/1⟩."))
    assert english.index("HYPERLINK") < english.index("This page") < english.index('<w:hyperlink r:id="rLink">')
    assert '<w:rStyle w:val="Hyperlink"/></w:rPr><w:t>the report' in english


def test_fields_formulas_and_notes_are_codes_and_stay_what_they_are() -> None:
    page = field(" PAGE ", r("7"))
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    note = run('<w:footnoteReference w:id="2"/>')
    notes = f'<w:footnote w:id="2">{p(run("<w:footnoteRef/>"), r(" Die Quelle."))}</w:footnote>'
    file = docx(p(r("Seite "), page, r(" von "), formula, r(" Seiten"), note, r(".")), {"footnotes": notes})
    assert shown(file) == ["Seite ⟨1/⟩von ⟨2/⟩Seiten⟨3/⟩.", "Die Quelle."]
    english = written(file, "Page ⟨1/⟩of ⟨2/⟩pages⟨3/⟩.", "The source.")
    assert page in part(english) and formula in part(english) and note in part(english)
    assert "of </w:t>" in part(english) and "> of" in part(english)  # a field had blanks on both sides, and has them
    assert '<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> The source.' in part(english, "footnotes")


def test_tabs_and_breaks_part_words() -> None:
    file = docx(
        p(run("<w:tab/>"), r("Name:"), run("<w:tab/>"), r("Müller"), run("<w:br/>"), r("Minsk"), run("<w:br/>"))
    )
    assert shown(file) == ["Name:⟨1/⟩ Müller⟨2/⟩ Minsk"]
    english = part(written(file, "Name:⟨1/⟩ Miller⟨2/⟩ Minsk"))
    assert english.count("<w:tab/>") == english.count("<w:br/>") == 2
    assert "<w:t>Miller</w:t>" in english


def contents(*lines: str, kind: str = "TOC \\o") -> str:
    marks = [run(f'<w:fldChar w:fldCharType="{mark}"/>') for mark in ("begin", "separate", "end")]
    begin = f"{marks[0]}{run(f'<w:instrText>{kind}</w:instrText>')}{marks[1]}"
    return "".join(p(begin * (not number), line) for number, line in enumerate(lines)) + p(marks[2])


TAB = run("<w:tab/>")


def test_the_lines_of_a_table_of_contents_follow_their_headings() -> None:
    number = field("PAGEREF _Toc1 \\h", r("3"))
    toc = contents(
        f'<w:hyperlink w:anchor="_Toc1">{r("1")}{TAB}{r("Der ")}{r("Anfang")}{TAB}{number}</w:hyperlink>',
        r("2. Das Ende 4"),
        r("Minsk") + TAB + r("5"),
        r("Anhang") + TAB + r("6"),
    )
    figures = contents(r("Abbildung 1: Die Lage") + TAB + r("2"), kind='TOC \\c "Abbildung"')
    titles = "".join(p(r(text), style="Titel") for text in ("Der Anfang", "Das Ende", "Minsk", "Anhang"))
    cells = f"<w:tbl><w:tr><w:tc>{p(r('3'))}</w:tc><w:tc>{p(r('Minsk'))}</w:tc></w:tr></w:tbl>"
    caption = p(r("Abbildung "), field("SEQ Abbildung", r("1")), r(": Die Lage"), style="Beschriftung")
    file = docx(toc + figures + titles + cells + caption)
    assert shown(file) == ["Der Anfang", "Das Ende", "Minsk", "Anhang", "3", "Minsk", "Abbildung ⟨1/⟩: Die Lage"]
    assert not read(file).remarks
    english = part(written(file, "The beginning", "The end", "Minsk", None, None, None, "Figure ⟨1/⟩: The situation"))
    before = english[: english.index('w:val="Titel"')]
    texts = re.findall("<w:t[^>]*>([^<]+)<", before)
    assert texts == ["1", "The beginning", "3", "2. The end 4", "Minsk", "5", "Figure 1: The situation", "2"]
    assert before.count("</w:p>") == 6  # the line of the heading that was left out is gone


def test_a_line_that_repeats_nothing_stays_and_is_told() -> None:
    file = docx(contents(r("1 Anfang 3"), r("2 Ende 4")) + p(r("Der Text beginnt.")))
    assert shown(file) == ["Der Text beginnt."]
    assert "2 lines of a table of contents stay as they are" in str(read(file).remarks[0])
    assert "2 Ende 4" in part(written(file, "The text begins."))
    index = docx(contents(r("Lage 3"), kind="INDEX") + p(r("Der Text beginnt.")))
    assert "an index stays in German" in str(read(index).remarks[0])


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert shown(docx(p(run('<w:fldChar w:fldCharType="begin"/>'), r("Der Text.")) + p(r("Noch einer.")))) == [
        "Der Text.",
        "Noch einer.",
    ]


def test_roles_come_from_styles_by_name_id_and_outline() -> None:
    styles = ["Titel", "berschrift2", "Rubrik", "Kapitel", "Vorspann", "Beschriftung", "Zitat", "Punkte", ""]
    document = read(docx("".join(p(r(f"Absatz {number} steht hier."), style=s) for number, s in enumerate(styles))))
    assert [one.role for one in document.paragraphs] == [
        "headline", "headline", "headline", "headline", "teaser", "caption", "quotation", "item", "body",
    ]  # fmt: skip
    assert [one.block.level for one in document.paragraphs[:4]] == [1, 2, 2, 1]


def test_lists_and_nested_tables_have_their_places() -> None:
    item = p(r("Ein Punkt."), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    inner = f"<w:tbl><w:tr><w:tc>{p(r('innen'))}</w:tc></w:tr></w:tbl><w:p/>"
    table = f"<w:tbl><w:tr><w:tc>{p(r('a'))}{p(r('b'))}</w:tc><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    blocks = [(one.role, one.block) for one in read(docx(item + item + table)).paragraphs]
    assert [(block.kind, block.ordered, block.start, block.group) for _, block in blocks[:2]] == [
        ("item", True, 3, 1), ("item", True, 4, 1)
    ]  # fmt: skip
    assert [(role, block.group, block.row, block.column) for role, block in blocks[2:]] == [
        ("cell", 2, 0, 0), ("cell", 2, 0, 0), ("cell", 3, 0, 0)
    ]  # fmt: skip


def test_a_text_box_is_read_once_and_written_for_older_programs_too() -> None:
    box = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="1" name="Feld" descr="Ein Kasten"/>'
        f"<w:txbxContent>{p(r('Im Kasten.'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape alt="Ein Kasten"><w:txbxContent>{p(r("Im "), r("Kasten."))}</w:txbxContent></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    file = docx(p(r("Davor "), run(box), r(" und danach.")))
    assert shown(file) == ["Davor ⟨1/⟩und danach.", "Ein Kasten", "Im Kasten."]
    english = part(written(file, "Before ⟨1/⟩and after.", "A box", "In the box."))
    assert english.count("In the box.") == english.count('"A box"') == 2
    gone = written(file, "Without the code.", "A box", "In the box.")
    assert shown(gone) == ["Without the code.", "A box", "In the box."]


def test_pictures_keep_their_descriptions_in_english() -> None:
    picture = (
        '<w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="Der Präsident am Pult" title="foto.jpg"/>'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="" descr="Der Präsident am Pult"/></pic:nvPicPr></pic:pic>'
        "</wp:inline></w:drawing>"
    )
    file = docx(p(run(picture)))
    assert shown(file) == ["Der Präsident am Pult"]
    assert part(written(file, "The president at the lectern")).count('descr="The president at the lectern"') == 2


@pytest.mark.feature("Word and OpenDocument")
def test_headers_notes_and_comments_are_read_once_each() -> None:
    parts = {
        "header1": p(r("Kopfzeile der Seite")),
        "footer1": p(r("Fußzeile")),
        "endnotes": f'<w:endnote w:id="1">{p(r("Endnote."))}</w:endnote>',
        "comments": f'<w:comment w:id="0" w:author="A">{p(r("Bitte prüfen."))}</w:comment>',
    }
    file = docx(p(r("Text.")), parts)
    assert shown(file) == ["Text.", "Endnote.", "Kopfzeile der Seite", "Fußzeile", "Bitte prüfen."]
    assert all(one.fixed for one in read(file).paragraphs[1:])


def test_bookmarks_and_comments_stay_around_their_words() -> None:
    marks = ['<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>', run('<w:commentReference w:id="0"/>')]
    file = docx(p(r("Ein "), marks[0], r("fettes", BOLD), marks[1], marks[2], r(" Wort in einem Satz.")))
    assert shown(file) == ["Ein ⟨1⟩fettes⟨/1⟩ Wort in einem Satz."]
    english = part(written(file, "One sentence with a ⟨1⟩bold⟨/1⟩ word."))
    assert all(mark in english for mark in marks)
    assert english.index(marks[0]) < english.index("bold</w:t>") < english.index(marks[1]) < english.index(marks[2])
    backwards = part(written(file, "Nothing is bold."))
    assert backwards.index(marks[0]) < backwards.index(marks[1])


def test_a_bookmark_whose_words_changed_places_holds_nothing_wherever_its_ends_stand() -> None:
    start, end = '<w:bookmarkStart w:id="4" w:name="x"/>', '<w:bookmarkEnd w:id="4"/>'
    link = f'<w:hyperlink r:id="rLink">{r("der lange ")}{r("Link", BOLD)}{end}</w:hyperlink>'
    file = docx(p(r("Erst "), r("kursiv", "<w:i/>"), start, r(" und dann "), link, r(".")))
    assert shown(file) == ["Erst ⟨1⟩kursiv⟨/1⟩ und dann ⟨2⟩der lange ⟨3⟩Link⟨/3⟩⟨/2⟩."]
    english = part(written(file, "First ⟨2⟩the ⟨3⟩link⟨/3⟩⟨/2⟩ and then ⟨1⟩italics⟨/1⟩."))
    assert english.index(start) < english.index(end)


def test_content_controls_hold_their_words_and_are_not_filled_with_german_again() -> None:
    control = '<w:sdt><w:sdtPr><w:id w:val="5"/><w:dataBinding w:xpath="/a"/></w:sdtPr>'
    control += "<w:sdtContent>{}</w:sdtContent></w:sdt>"
    file = docx(p(control.format(r("Der Titel"))) + p(r("Stand: "), control.format(r("heute")), r(" in Minsk.")))
    assert shown(file) == ["Der Titel", "Stand: ⟨1⟩heute⟨/1⟩ in Minsk."]
    english = part(written(file, "The title", "As of ⟨1⟩today⟨/1⟩ in Minsk."))
    assert "<w:sdtContent><w:r><w:t>The title" in english and "<w:sdtContent><w:r><w:t>today" in english
    assert "dataBinding" not in english
    assert "filled from the document's properties" in str(read(file).remarks[0])
