"""OpenDocument texts keep to what holds of every format, and come back as they were, but for their words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.filter_contract import FilterContract, with_sources
from tests.odt_files import (
    PICTURE,
    flat_of,
    odt_of,
    parts_of,
    read,
    same_but_language,
    shape_of,
    shown,
    written,
)
from workbench.formats.odt import OdtFilter
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
