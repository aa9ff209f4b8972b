"""OpenDocument texts keep to what holds of every format, and come back as they were, but for their words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.filter_contract import FilterContract, with_sources
from tests.odt_files import PICTURE, XMLNS, flat_of, odt_of, parts_of, same_but_language, shape_of
from workbench.export.native import must_hold
from workbench.formats import Document, read_document
from workbench.formats.odt import OdtFilter
from workbench.formats.parts import cut, inserted, joined
from workbench.problem import WorkbenchError
from workbench.text import Inline

WORDS = st.sampled_from(
    [
        "Die Lage",
        "ist ruhig.",
        " und ",
        "a &amp; b",
        "Straße",
        "  zwei  ",
        "Ä",
        "e\u0301",
        "10\u00a0km",
        "\u05e9\u05dc",
        "\n",
        "Tür­griff",
    ]
)
MARKS = st.sampled_from(
    [
        '<text:span text:style-name="Fett">{}</text:span>',
        '<text:span text:style-name="FettRsid">{}</text:span>',
        '<text:span text:style-name="Kursiv">{}</text:span>',
        '<text:span text:style-name="Weg">{}</text:span>',
        '<text:span text:style-name="Nichts">{}</text:span>',
        '<text:span text:style-name="Russisch">{}</text:span>',
        '<text:a xlink:href="http://a.example/">{}</text:a>',
        "<text:ruby><text:ruby-base>{}</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>",
        '{}<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Die Quelle</text:p></text:note-body></text:note>",
        '<text:bookmark-start text:name="stelle"/>{}<text:bookmark-end text:name="stelle"/>',
        '<text:user-index-mark-start text:id="u"/>{}<text:user-index-mark-end text:id="u"/>',
        '<text:bookmark text:name="_GoBack"/>{}',
        '{}<text:tab/>', '{}<text:line-break/>Ende', '{}<text:s/>x', '{}<text:s text:c="4"/>x',
        '{}<text:soft-page-break/> weiter', '{}<text:change text:change-id="c"/>',
        'Bild <text:sequence text:name="Illustration" text:formula="x">1</text:sequence>: {}',
        'am <text:date text:fixed="true">28. November</text:date> {}', "Seite <text:page-number>2</text:page-number>{}",
        '<draw:frame text:anchor-type="as-char"><draw:image xlink:href="Pictures/bild.png"/>'
        "<svg:desc>Das Haus</svg:desc></draw:frame>{}",
    ]
)  # fmt: skip


@st.composite
def inlines(draw: st.DrawFn) -> str:
    """The inside of a paragraph: words, some marked, some marks in one another."""
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        text = draw(WORDS)
        for _ in range(draw(st.integers(0, 2))):
            text = draw(MARKS).replace("{}", text) + draw(st.sampled_from(["", " ", "und"]))
        parts.append(text)
    return "".join(parts)


BOX = (
    '<draw:frame text:anchor-type="paragraph"><draw:text-box><text:p>Im Kasten</text:p></draw:text-box></draw:frame>'
    "<office:annotation><dc:creator>A</dc:creator><text:p>Stimmt das?</text:p></office:annotation>"
)
P = inlines().map(lambda text: f"<text:p>{text}</text:p>")
BLOCKS = st.one_of(
    P, P,
    inlines().map(lambda text: f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{text}</text:h>'),
    inlines().map(lambda text: f'<text:p text:style-name="Illustration">{text}</text:p>'),
    P.map(lambda p: f'<text:list text:style-name="Zahlen"><text:list-item>{p}{p}<text:list><text:list-item>{p}'
          "</text:list-item></text:list></text:list-item></text:list>"),
    P.map(lambda p: "<table:table><table:table-header-rows><table:table-row><table:table-cell>"
          f'{p}</table:table-cell><table:table-cell table:number-columns-repeated="3">{p}</table:table-cell>'
          "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><table:table>"
          f"<table:table-row><table:table-cell>{p}</table:table-cell></table:table-row></table:table><text:p/>"
          "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"),
    P.map(lambda p: f"<text:section>{p}</text:section>"),
    inlines().map(lambda text: f"<text:p>{BOX}{text}</text:p>"),
    st.just("<text:p/>"),
)  # fmt: skip
BODIES = st.lists(BLOCKS, min_size=1, max_size=4).map("".join)
PAGES = P.map(lambda p: f"<style:header>{p}</style:header><style:footer><text:p/></style:footer>")


class TestOdt(FilterContract):
    FILTER = OdtFilter()
    NAME = "a.odt"
    EXAMPLES = 60

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.builds(odt_of, BODIES, PAGES)

    def same(self, file: bytes) -> object:
        return shape_of(file)


class TestFlat(FilterContract):
    FILTER = OdtFilter((".fodt",))
    NAME = "a.fodt"
    EXAMPLES = 20

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return BODIES.map(flat_of)

    def same(self, file: bytes) -> object:
        return same_but_language(file)


def read(body: str, pages: str = "") -> Document:
    return OdtFilter().read(odt_of(body, pages), Path("a.odt"))


def shown(document: Document) -> list[str]:
    return [paragraph.source.shown() for paragraph in document.paragraphs]


def written(document: Document, **changed: str) -> str:
    """The body after writing; `changed`: targets by the number of the paragraph (`p0`), None leaves it out."""
    target = with_sources(document)
    for name, text in changed.items():
        target[document.ids[int(name[1:])]] = Inline.parsed(text)
    return body_of(OdtFilter().write(document, target))


def body_of(file: bytes) -> str:
    content = parts_of(file)["content.xml"].decode()
    return content.partition("<office:text>")[2].partition("</office:text>")[0]


def without(document: Document, *numbers: int) -> str:
    target = {key: words for n, (key, words) in enumerate(with_sources(document).items()) if n not in numbers}
    return body_of(OdtFilter().write(document, target))


def test_what_a_style_changes_is_a_code_with_its_role_and_neighbours_that_look_alike_are_one() -> None:
    document = read(
        '<text:p>Die <text:span text:style-name="Fett">neue</text:span><text:span text:style-name="FettRsid"> Lage'
        '</text:span>, <text:span text:style-name="Erbt">fett</text:span> <text:span text:style-name="Nichts">nicht'
        '</text:span> <text:span text:style-name="Kursiv">schräg</text:span> <text:span text:style-name="Weg">weg'
        '</text:span> <text:span text:style-name="Russisch">Минск</text:span></text:p>'
    )
    paragraph = document.paragraphs[0]
    wanted = "Die ⟨1⟩neue Lage⟨/1⟩, ⟨2⟩fett⟨/2⟩ nicht ⟨3⟩schräg⟨/3⟩ ⟨4⟩weg⟨/4⟩ ⟨5⟩Минск⟨/5⟩"
    assert paragraph.source.shown() == wanted
    assert [one.role for one in paragraph.markup] == ["bold", "bold", "italic", "strike", "other"]


def test_bold_within_a_bold_heading_is_nothing_and_lean_is_something() -> None:
    document = read(
        '<text:h text:style-name="Heading_20_1" text:outline-level="2">Die <text:span text:style-name="Fett">Lage'
        "</text:span></text:h>"
    )
    assert shown(document) == ["Die Lage"]
    assert (document.paragraphs[0].role, document.paragraphs[0].block.level) == ("headline", 2)


def test_spaces_tabs_and_line_breaks_keep_words_apart() -> None:
    document = read(
        "<text:p>Ort:<text:tab/>Minsk<text:s/>und <text:s text:c='7'/>Datum<text:line-break/>heute</text:p>"
    )
    assert shown(document) == ["Ort: ⟨1/⟩Minsk und ⟨2/⟩Datum ⟨3/⟩heute"]
    told = written(document, p0="Place: ⟨1/⟩Minsk and ⟨2/⟩date ⟨3/⟩today")
    assert told == '<text:p>Place:<text:tab/>Minsk and <text:s text:c="7"/>date<text:line-break/>today</text:p>'


def test_a_tab_never_breaks_a_word_and_a_field_has_nothing_but_words_in_it() -> None:
    document = read(
        '<text:p>Am <text:date>3. Mai</text:date><text:tab/>in <text:span text:style-name="Fett">Minsk</text:span>'
        "</text:p>"
    )
    assert shown(document) == ["Am ⟨1⟩3. Mai⟨/1⟩ ⟨2/⟩in ⟨3⟩Minsk⟨/3⟩"]
    assert written(document, p0="On ⟨1⟩3 ⟨3⟩Ma⟨2/⟩y⟨/3⟩⟨/1⟩ in Minsk") == (
        '<text:p>On <text:date>3 May</text:date><text:span text:style-name="Fett"><text:tab/></text:span>in Minsk'
        "</text:p>"
    )


def test_what_stands_apart_at_the_end_stays_apart() -> None:
    list_of = '<text:drop-down text:name="a"><text:label text:value="Frau"/>Frau</text:drop-down>'
    document = read(f"<text:p>Anrede: {list_of}</text:p>")
    assert written(document, p0="Salutation:⟨1/⟩") == f"<text:p>Salutation: {list_of}</text:p>"
    assert written(document, p0="Salu⟨1/⟩tation") == f"<text:p>Salu{list_of}tation</text:p>"


@pytest.mark.feature("Word and OpenDocument")
def test_notes_comments_boxes_and_texts_of_pictures_are_paragraphs_after_the_one_they_stand_in() -> None:
    document = read(
        '<text:p><draw:frame text:anchor-type="paragraph"><draw:text-box><text:p>Im Kasten.</text:p></draw:text-box>'
        "<svg:title>Kasten</svg:title></draw:frame>Die Lage<text:note><text:note-citation>2</text:note-citation>"
        "<text:note-body><text:p>Die Quelle.</text:p></text:note-body></text:note> ist <office:annotation><dc:creator>A"
        "</dc:creator><text:p>Wirklich?</text:p></office:annotation>ruhig.</text:p>"
    )
    assert shown(document) == ["Die Lage⟨1/⟩ ist ruhig.", "Im Kasten.", "Kasten", "Die Quelle.", "Wirklich?"]
    assert document.paragraphs[0].markup[0].first == "[^2]"
    assert document.paragraphs[2].fixed
    again = OdtFilter().read(odt_of(written(document, p0="It is ⟨1/⟩ all calm.")), Path("a.odt"))
    assert again.paragraphs[0].text == "It is all calm."
    assert sorted(shown(again)[1:]) == sorted(shown(document)[1:])


def test_page_heads_come_last_and_their_numbers_stay_fields() -> None:
    document = read(
        "<text:p>Text.</text:p>",
        "<style:header><text:p>Bericht</text:p></style:header><style:footer><text:p>Seite <text:page-number>1"
        "</text:page-number> von <text:page-count>3</text:page-count></text:p></style:footer>",
    )
    assert shown(document) == ["Text.", "Bericht", "Seite ⟨1⟩1⟨/1⟩ von ⟨2⟩3⟨/2⟩"]
    target = {**with_sources(document), document.ids[2]: Inline.parsed("Page ⟨1⟩1⟨/1⟩ of ⟨2⟩3⟨/2⟩")}
    pages = parts_of(OdtFilter().write(document, target))["styles.xml"].decode()
    assert "<text:p>Page <text:page-number>1</text:page-number> of <text:page-count>3</text:page-count>" in pages


def test_lists_and_tables_tell_their_place() -> None:
    document = read(
        '<text:list text:style-name="Zahlen"><text:list-item><text:p>a</text:p><text:p>b</text:p><text:list>'
        "<text:list-item><text:p>c</text:p></text:list-item></text:list></text:list-item></text:list>"
        '<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>d</text:p>'
        "</table:table-cell><table:table-cell><text:p>e</text:p></table:table-cell></table:table-row></table:table>"
    )
    a, b, c, d, e = (paragraph.block for paragraph in document.paragraphs)
    assert (a.kind, a.level, a.ordered, a.start, a.begins, b.begins) == ("item", 1, True, 3, True, False)
    assert (c.level, c.ordered, c.group) == (2, False, a.group)
    assert (d.kind, d.row, d.column, e.column, d.group) == ("cell", 0, 0, 2, a.group + 1)


CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>gar nicht </text:p></text:deletion>'
    '</text:changed-region><text:changed-region text:id="b"><text:insertion/></text:changed-region>'
    "</text:tracked-changes>"
)


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    document = read(
        f'{CHANGES}<text:p>Das ist <text:change text:change-id="a"/>gut<text:change-start text:change-id="b"/> so'
        '<text:change-end text:change-id="b"/>.</text:p>'
    )
    assert shown(document) == ["Das ist gut so."]
    assert [str(one) for one in document.remarks] == [
        "a.odt: tracked changes are taken as accepted (1 insertion, 1 deletion) – reject in the source what is not"
        " meant to stay"
    ]
    assert written(document) == "<text:p>Das ist gut so.</text:p>"


def test_only_words_and_the_language_change_and_other_parts_stay_to_the_byte() -> None:
    macro = {"Basic/Standard/Modul.xml": b"<x/>", "settings.xml": b"<a  b='c'/>", "Object 1/content.xml": b"<y/>"}
    file = odt_of('<text:p>Die Lage in <text:span text:style-name="Russisch">Минск</text:span></text:p>', more=macro)
    document = OdtFilter().read(file, Path("a.odt"))
    made = OdtFilter().write(document, {document.ids[0]: Inline.parsed("The state of ⟨1⟩Минск⟨/1⟩")})
    before, after = parts_of(file), parts_of(made)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"content.xml", "styles.xml"}
    assert after["Pictures/bild.png"] == PICTURE
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        first = package.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert 'fo:language="ru"' in after["content.xml"].decode()
    both = after["content.xml"].decode() + after["styles.xml"].decode()
    assert 'fo:language="de"' not in both
    assert '<style:default-style style:family="paragraph"><style:text-properties fo:language="en"' in both
    assert any("macros" in str(remark) for remark in document.remarks)


def test_a_table_of_contents_follows_the_headings_and_what_does_not_is_told() -> None:
    entries = "".join(
        f'<text:p><text:a xlink:href="#x">{text}<text:tab/>{page}</text:a></text:p>'
        for text, page in (("1 Die Lage", 1), ("2 Verschollen", 3))
    )
    document = read(
        '<text:table-of-content><text:table-of-content-source text:outline-level="3"/><text:index-body>'
        f"<text:index-title><text:p>Inhalt</text:p></text:index-title>{entries}</text:index-body>"
        '</text:table-of-content><text:h text:outline-level="1">Die Lage</text:h><text:p>Sie ist ruhig.</text:p>'
    )
    assert shown(document) == ["Inhalt", "Die Lage", "Sie ist ruhig."]
    assert [str(remark) for remark in document.remarks] == [
        "a.odt: 1 line of an index stays in German – bring the index up to date in the English file"
        " (Tools, Update, Indexes and Tables)"
    ]
    assert '<text:a xlink:href="#x">1 The situation<text:tab/>1</text:a>' in written(document, p1="The situation")


def remarks_of(file: bytes) -> list[str]:
    return [
        str(one).removeprefix("a.odt: ").partition(" – ")[0] for one in OdtFilter().read(file, Path("a.odt")).remarks
    ]


def test_what_stays_german_is_told() -> None:
    meta = (
        f"<office:document-meta {XMLNS}><office:meta><dc:title>Der Bericht</dc:title><meta:keyword>Minsk</meta:keyword>"
        "<meta:generator>Programm</meta:generator></office:meta></office:document-meta>"
    )
    body = (
        '<text:p>Sehr <text:drop-down text:name="a"><text:label text:value="geehrte Frau"/>geehrter Herr'
        '</text:drop-down><text:conditional-text text:string-value-if-true="wahr">wahr</text:conditional-text>'
        '<text:alphabetical-index-mark text:string-value="Lage, ruhige"/><text:ruby><text:ruby-base>Minsk'
        "</text:ruby-base><text:ruby-text>Hauptstadt</text:ruby-text></text:ruby><draw:frame><draw:object "
        'xlink:href="./Object 1"/></draw:frame></text:p>'
    )
    table = b"<office:document-content><text:p>Umsatz</text:p></office:document-content>"
    assert remarks_of(odt_of(body, more={"meta.xml": meta.encode(), "Object 1/content.xml": table})) == [
        "the words in a chart or another embedded document stay in German",
        "what stands above words (ruby) stays in German",
        "the file's properties stay in German: title “Der Bericht”, keywords “Minsk”",
        "what a drop-down list offers (“geehrter Herr”) stays in German",
        "words that are shown under a condition (“wahr”) stay in German",
        "words that only an index shows (“Lage, ruhige”) stay in German",
    ]
    assert remarks_of(odt_of("<text:p>Die Lage</text:p>", more={"Object 1/content.xml": table})) == []


def test_english_in_fields_outlasts_that_the_program_fills_them_anew() -> None:
    document = read(
        '<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="Kunde A" '
        'text:name="k"/></text:user-field-decls><text:p><text:title>Der Bericht</text:title></text:p><text:p>'
        '<text:user-field-get text:name="k">Kunde A</text:user-field-get></text:p><text:p><text:subject>Minsk'
        "</text:subject></text:p>"
    )
    english = written(document, p0="⟨1⟩The report⟨/1⟩", p1="⟨1⟩Client A⟨/1⟩")
    assert '<text:title text:fixed="true">The report</text:title>' in english
    assert 'office:string-value="Client A"' in english
    assert "<text:subject>Minsk</text:subject>" in english
    assert "fixed" not in written(document)


def test_a_paragraph_that_is_left_out_goes_and_what_others_stand_in_stays() -> None:
    item = "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
    cell = "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>"
    picture = '<draw:frame text:anchor-type="as-char"><draw:image/><svg:desc>Das Haus</svg:desc></draw:frame>'
    document = read(f"{item}{cell.format('<text:p>b</text:p>')}<text:p>c{picture}</text:p><text:p>d</text:p>")
    assert shown(document) == ["a", "b", "c⟨1/⟩", "Das Haus", "d"]
    assert without(document, 0, 1, 2, 4) == f"{cell.format('<text:p/>')}<text:p>{picture}</text:p>"


def test_a_note_or_picture_whose_mark_the_english_has_lost_stands_at_the_end_of_its_paragraph() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body>"
    picture = '<draw:frame text:anchor-type="as-char"><draw:image xlink:href="Pictures/bild.png"/></draw:frame>'
    document = read(f"<text:p>Die{picture} Lage{note.format('Die Quelle')}</text:note> ist ruhig.</text:p>")
    target = {document.ids[0]: Inline("It is calm."), document.ids[1]: Inline("The source")}
    made = OdtFilter().write(document, target)
    assert body_of(made) == f"<text:p>It is calm.{picture}{note.format('The source')}</text:note></text:p>"
    must_hold(made, target, document, Path("a.odt"))


def test_a_note_that_is_left_out_goes_with_its_mark() -> None:
    document = read(
        "<text:p>Die Lage<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Die Quelle"
        "</text:p></text:note-body></text:note>.</text:p>"
    )
    target = {document.ids[0]: Inline("The situation.")}
    made = OdtFilter().write(document, target)
    assert body_of(made) == "<text:p>The situation.</text:p>"
    must_hold(made, target, document, Path("a.odt"))


def test_a_paragraph_in_two_two_in_one_and_one_of_ones_own() -> None:
    document = read(
        '<text:p text:style-name="Seite">Die Lage. <text:span text:style-name="Fett">Sie</text:span> ist ruhig.'
        "</text:p><text:list><text:list-item><text:p>eins</text:p></text:list-item><text:list-item><text:p>zwei "
        '<text:span text:style-name="Kursiv">drei</text:span></text:p></text:list-item></text:list>'
    )
    one, two, three = document.paragraphs
    shaped = Document("a.odt", (*cut(document, one, [10]), joined([two, three])), original=document.original)
    assert written(shaped) == (
        '<text:p text:style-name="Seite">Die Lage.</text:p><text:p text:style-name="Standard">'
        '<text:span text:style-name="Fett">Sie</text:span> ist ruhig.</text:p><text:list><text:list-item><text:p>eins'
        " zwei "
        '<text:span text:style-name="Kursiv">drei</text:span></text:p></text:list-item></text:list>'
    )
    shaped = Document("a.odt", (one, two, inserted(document, two), three), original=document.original)
    assert (
        "<text:list-item><text:p>eins</text:p></text:list-item><text:list-item><text:p>own</text:p></text:list-item>"
        in (written(shaped, p2="own"))
    )


LOCKED = b'<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><office:document-content/>'


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.odt", b"Nur Text", "is no OpenDocument text"),
        ("a.odt", odt_of("<text:p>x</text:p>")[:900], "is damaged"),
        ("a.odt", odt_of("", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "is a spreadsheet"),
        ("a.odt", odt_of("", mimetype=b"application/vnd.oasis.opendocument.text-master"), "is a master document"),
        ("a.odt", odt_of("", more={"META-INF/manifest.xml": LOCKED}), "is locked by a password"),
        ("a.odt", odt_of("", more={"content.xml": BOMB}), "entities in content.xml"),
        ("a.odt", odt_of("<text:p>"), "is damaged in content.xml"),
        ("a.odt", odt_of("<text:section>" * 300 + "</text:section>" * 300), "[Dd]eep|depth"),
        ("a.fodt", b"<html/>", "is no flat OpenDocument text"),
        ("a.fodt", flat_of("<text:p>"), "is damaged"),
    ],
)
def test_what_is_no_text_is_told_in_one_line(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(WorkbenchError, match=told) as error:
        read_document(tmp_path / name)
    assert "\n" not in str(error.value)
