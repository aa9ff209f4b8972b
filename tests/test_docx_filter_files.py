"""The file around the paragraphs of a Word document: its language, what is told of it, and what is no such document."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.docx_material import BOLD, docx, field, p, part, parts_of, r, read, run, shown, written
from tests.filter_contract import with_sources
from workbench.formats import filter_of, read_document
from workbench.formats.docx import DocxFilter
from workbench.problem import WorkbenchError
from workbench.text import Inline


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
