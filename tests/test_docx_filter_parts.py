"""What of a Word document is read, what it is told to be, and how it is written."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.docx_material import docx, p, part, parts_of, r, read, shown, written
from tests.filter_contract import with_sources
from workbench.formats import filter_of, read_document
from workbench.formats.docx import DocxFilter
from workbench.problem import WorkbenchError
from workbench.text import Inline

BOLD = "<w:b/>"


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def field(instruction: str, result: str) -> str:
    marks = [run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")]
    return f"{marks[0]}{run(f'<w:instrText>{instruction}</w:instrText>')}{marks[1]}{result}{marks[2]}"


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


def test_hidden_text_stays_and_is_told() -> None:
    file = docx(p(r("Sichtbar."), r("Geheim.", "<w:vanish/>")))
    assert shown(file) == ["Sichtbar."]
    assert "hidden" in str(read(file).remarks[0]) and "Geheim." in part(written(file, "Visible."))


def test_only_the_language_is_another_where_nothing_was_changed() -> None:
    parts = {"settings": '<w:themeFontLang w:val="de-DE" w:eastAsia="ja-JP"/>'}
    file = docx(
        p(r("Ein Wort auf "), r("по-русски", '<w:lang w:val="ru-RU"/>'), r(" steht da.", '<w:lang w:val="de-AT"/>')),
        parts,
    )
    document = read(file)
    english = DocxFilter().write(document, with_sources(document))
    before, after = parts_of(file), parts_of(english)
    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml", "word/styles.xml", "word/settings.xml"
    }  # fmt: skip
    assert '<w:lang w:val="ru-RU"/>' in part(english) and "de-AT" not in part(english)
    assert 'w:val="en-GB" w:eastAsia="ja-JP"' in part(english, "settings")


def test_what_is_left_out_leaves_no_trace_but_what_others_need() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p(r('Zelle'))}</w:tc></w:tr></w:tbl>"
    file = docx(
        p(r("Weg."))
        + cell
        + p('<w:bookmarkStart w:id="1" w:name="z"/>', r("Auch."), '<w:bookmarkEnd w:id="1"/>')
        + p(r("Da."))
    )
    english = part(written(file, None, None, None, "Here."))
    assert "<w:body><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:bookmarkStart" in english
    assert english.count("<w:p>") == 1
    assert shown(written(file, None, None, None, None)) == []


@pytest.mark.parametrize(
    "target",
    [
        "",
        " ",
        "⟨1⟩",
        "⟨/1⟩ a",
        "⟨2/⟩⟨1⟩a⟨/1⟩",
        "⟨1⟩a⟨3⟩b⟨/1⟩c⟨/3⟩",
        "⟨3⟩⟨1⟩⟨/1⟩⟨/3⟩",
        "⟨9⟩x⟨/9⟩ ⟨8/⟩",
        "a\nb\tc",
        "⟨2/⟩⟨2/⟩",
        "⟨1/⟩",
        "⟨1⟩a⟨/1⟩⟨1⟩b⟨/1⟩",
        "\x00\x0b\ud800 a",
    ],
)
def test_no_target_breaks_a_file(target: str) -> None:
    link = f'<w:hyperlink r:id="rLink">{r("Link")}</w:hyperlink>'
    file = docx(p(r("Das "), r("fette", BOLD), run('<w:footnoteReference w:id="2"/>'), r(" Wort, "), link, r(" dazu.")))
    english = written(file, target)
    assert "".join(shown(english)).count("⟨") <= target.count("⟨")


def without(file: bytes, *names: str, **changed: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name not in names:
                new.writestr(name, changed.get(Path(name).stem, old.read(name)))
    return made.getvalue()


def test_what_stays_german_outside_of_paragraphs_is_told() -> None:
    ruby = run(f"<w:ruby><w:rt>{r('lesen')}</w:rt><w:rubyBase>{r('Grundwort')}</w:rubyBase></w:ruby>")
    formula = "<m:oMath><m:r><m:t>x wenn positiv</m:t></m:r></m:oMath>"
    plain_formula = "<m:oMath><m:r><m:t>sin x</m:t></m:r></m:oMath>"
    drawn = "<w:drawing><wp:inline><a:p><a:r><a:t>Wort im Bild</a:t></a:r></a:p></wp:inline></w:drawing>"
    twice = f"<mc:AlternateContent><mc:Choice Requires='w14'>{r('neu gesagt')}</mc:Choice></mc:AlternateContent>"
    emoji = run("<mc:AlternateContent><mc:Choice Requires='w16se'/><mc:Fallback><w:t>😀</w:t></mc:Fallback>"
                "</mc:AlternateContent>")  # fmt: skip
    choice = "<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText='Erste Wahl'/></w:dropDownList></w:sdtPr>"
    choice += f"<w:sdtContent>{r('Erste Wahl')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink r:id="rLink" w:tooltip="Zum Bericht">{r("Link")}</w:hyperlink>'
    cited = f"<w:sdtContent>{field('CITATION', r('(Müller)'))}</w:sdtContent>"
    cited = f"<w:sdt><w:sdtPr><w:citation/></w:sdtPr>{cited}</w:sdt>"
    only_field = p(field("DOCPROPERTY Amt", r("Amt für Statistik")))
    quiet = p(r("Seite "), field("REF z", r("3")), plain_formula, run(emoji))
    assert not read(docx(quiet)).remarks
    told = [
        str(one) for one in read(docx(p(ruby, formula, run(drawn), twice, choice, link, cited) + only_field)).remarks
    ]
    for what in ("1 word with its reading above it", "1 formula with words", "1 stretch of text in a drawing",
                 "1 passage in two versions", "1 choice or hint of a form", "1 tip that a link shows",
                 "what 2 fields (CITATION, DOCPROPERTY) show"):  # fmt: skip
        assert sum(what in one for one in told) == 1, what
    assert len(told) == 7


def test_the_title_in_the_files_properties_is_told(tmp_path: Path) -> None:
    import docx as python_docx

    document = python_docx.Document()
    document.add_paragraph("Die Lage ist ruhig.")
    document.core_properties.title, document.core_properties.keywords = "Bericht zur Lage", "Grenze"
    document.save(str(tmp_path / "a.docx"))
    told = str(read((tmp_path / "a.docx").read_bytes()).remarks[0])
    assert "the title and the keywords in the file's properties stay as they are: “Bericht zur Lage”" in told


def test_what_was_typed_into_a_form_is_text() -> None:
    typed = field("FORMTEXT", r("Minsk und Umgebung"))
    file = docx(p(r("Ort: "), typed, r(", Tag: "), field("FORMTEXT", r("     "))))
    assert shown(file) == ["Ort: ⟨1⟩Minsk und Umgebung⟨/1⟩, Tag:⟨2/⟩"]
    english = part(written(file, "Place: ⟨1⟩Minsk and around⟨/1⟩, day:⟨2/⟩"))
    assert "Minsk and around" in english and english.count("FORMTEXT") == 2 and english.count('"end"') == 2


def test_a_document_that_leaves_its_language_open_is_told_to_be_english() -> None:
    names = '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    file = docx(p(r("Die Lage.")), {"styles": names})
    wanted = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults><w:style'
    )
    assert wanted in part(written(file, "The situation."), "styles")
    special = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/><w:specVanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    ordered = part(written(docx(p(r("Die Lage.")), {"styles": special}), "The situation."), "styles")
    assert '<w:b/><w:lang w:val="en-GB"/><w:specVanish/>' in ordered


GOOD = docx(p(r("Text.")))
STRICT = part(GOOD).replace(
    "http://schemas.openxmlformats.org/wordprocessingml/2006", "http://purl.oclc.org/ooxml/wordprocessingml"
)


@pytest.mark.parametrize(
    "file, told",
    [
        (b"", "is no Word document"),
        (b"Nur Text", "is no Word document"),
        (b"{\\rtf1 Text}", "whatever its name says"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked by a password, or of the old binary format"),
        (GOOD[: len(GOOD) // 2], "is damaged"),
        (without(GOOD, "[Content_Types].xml"), "is a zip, and no Word document"),
        (without(GOOD, "word/document.xml"), "has no text in it, or is damaged"),
        (without(GOOD, document=b"<w:document"), "is damaged in word/document.xml"),
        (without(GOOD, document=b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "declares a document type or entities"),
        (without(GOOD, document=STRICT.encode()), "Strict Open XML Document"),
        (without(GOOD, document=b"<html/>"), "is no Word document"),
        (
            without(GOOD, document=b"<a>" + b"<b/>" * 5_000_000 + b"</a>"),
            "has more than 5,000,000 tags in word/document",
        ),
        (docx("<w:p/>" * 100_001), "has more than 100,000 paragraphs"),
        (docx(p(r("Text.")), main="template.main+xml"), "give it the suffix .dotx"),
        (
            docx("<w:sdt><w:sdtContent>" * 300 + "</w:sdtContent></w:sdt>" * 300),
            "nested more than 256 deep in word/document.xml",
        ),
    ],
)
def test_what_is_no_word_document_is_told_in_one_line(file: bytes, told: str) -> None:
    with pytest.raises(WorkbenchError) as caught:
        read(file)
    assert told in str(caught.value) and "\n" not in str(caught.value)


def test_a_document_is_written_alike_right_after_it_was_read_and_later() -> None:
    one, path = DocxFilter(), Path("a.docx")
    document = one.read(docx(p(r("Die "), r("neue", BOLD), r(" Lage."))), path)
    words = {document.ids[0]: Inline.parsed("The ⟨1⟩new⟨/1⟩ situation.")}
    first = one.write(document, words)
    assert one.write(document, words) == first
    one.read(GOOD, path)
    assert one.write(document, words) == first and "new" in part(first)


def test_a_damaged_picture_is_told_before_anything_is_written() -> None:
    stored = bytearray(without(GOOD))
    stored[stored.index(b"\x89PNG") + 1] ^= 1
    with pytest.raises(WorkbenchError) as caught:
        written(bytes(stored), "English.")
    assert "is damaged in word/media/image1.png" in str(caught.value)


def test_a_document_with_macros_keeps_them_byte_for_byte(tmp_path: Path) -> None:
    file = docx(p(r("Text.")))
    macros = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(macros, "w") as new:
        for name in old.namelist():
            kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
            plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            new.writestr(name, old.read(name).replace(plain, kind))
        new.writestr("word/vbaProject.bin", b"\x00macro")
    path = tmp_path / "a.docm"
    path.write_bytes(macros.getvalue())
    document = read_document(path)
    english = filter_of("a.docm").write(document, {document.ids[0]: Inline("English.")})
    assert parts_of(english)["word/vbaProject.bin"] == b"\x00macro"
    assert "English." in part(english)
