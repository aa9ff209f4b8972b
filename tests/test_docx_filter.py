"""Word documents keep to what holds of every format (`filter_contract`)."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.docx_material import docx, p, parts_of, r
from tests.filter_contract import FilterContract
from workbench.formats.docx import DocxFilter

WORDS = st.lists(
    st.sampled_from(["Die Lage", "ist", " ruhig.", "5 &lt; 7 ", "E-Mail", " „so“", "  "]), min_size=1, max_size=3
)
LOOKS = st.sampled_from(
    [
        "",
        "",
        "",
        "<w:b/>",
        "<w:i/>",
        "<w:b/><w:i/>",
        '<w:rStyle w:val="Fett"/>',
        '<w:b w:val="0"/>',
        "<w:strike/>",
        "<w:vanish/>",
        '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>',
        '<w:lang w:val="de-AT"/>',
        "<w:noProof/>",
        '<w:lang w:val="ru-RU"/>',
        '<w:color w:val="FF0000"/><w:sz w:val="40"/>',
        '<w:u w:val="single"/>',
        '<w:rStyle w:val="Name"/>',
    ]
)
RUN = st.builds(lambda words, look: r("".join(words), look), WORDS, LOOKS)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ALONE = st.sampled_from(
    [
        "<w:r><w:tab/></w:r>",
        '<w:r><w:br/><w:t xml:space="preserve"> danach </w:t></w:r>',
        "<w:r><w:noBreakHyphen/></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
        '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="Bild"/></wp:inline></w:drawing></w:r>',
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>',
        FIELD.format('XE "Lage"', ""),
        FIELD.format("REF Kapitel", r("Kapitel 2", "<w:i/>")),
        '<w:bookmarkStart w:id="1" w:name="a"/>',
        '<w:bookmarkEnd w:id="1"/>',
        '<w:proofErr w:type="spellStart"/>',
        '<w:commentRangeStart w:id="1"/>',
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        "<w:r><w:lastRenderedPageBreak/></w:r>",
        '<w:r><w:br w:type="page"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
)
INSIDE = st.lists(st.one_of(RUN, RUN, ALONE), min_size=1, max_size=5).map("".join)
AROUND = st.sampled_from(
    [
        '<w:hyperlink r:id="rLink">{}</w:hyperlink>',
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        "<w:smartTag>{}</w:smartTag>",
        '<w:dir w:val="rtl">{}</w:dir>',
        FIELD.format('HYPERLINK "http://a.example"', "{}"),
        '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
        "<w:fldSimple w:instr='HYPERLINK \"http://a.example\"'>{}</w:fldSimple>",
    ]
)
WRAPPED = st.builds(lambda around, inside: around.format(inside), AROUND, INSIDE)
LINE = st.lists(st.one_of(INSIDE, INSIDE, WRAPPED), min_size=1, max_size=4)
PARAGRAPH = st.builds(
    lambda inside, style, about: p(*inside, style=style, properties=about),
    LINE,
    st.sampled_from(["", "", "berschrift2", "Titel", "Zitat", "Punkte"]),
    st.sampled_from(["", '<w:jc w:val="center"/>']),
)
BOX = (
    '<w:p><w:r><w:t>Daneben</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
    '<wp:docPr id="3" name="Feld" descr="Ein Kasten"/><w:txbxContent>{0}</w:txbxContent></wp:anchor></w:drawing>'
    '</mc:Choice><mc:Fallback><w:pict><v:shape alt="Ein Kasten"><v:textbox><w:txbxContent>{0}</w:txbxContent>'
    "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
TABLE = "<w:tbl><w:tblPr/><w:tr><w:tc>{0}</w:tc><w:tc>{1}</w:tc></w:tr></w:tbl>"
BLOCK = st.one_of(
    PARAGRAPH,
    PARAGRAPH,
    PARAGRAPH.map(BOX.format),
    st.builds(TABLE.format, PARAGRAPH, PARAGRAPH),
    st.builds(lambda one: TABLE.format(one, TABLE.format(one, one) + "<w:p/>"), PARAGRAPH),
    PARAGRAPH.map(lambda one: f"<w:sdt><w:sdtPr/><w:sdtContent>{one}</w:sdtContent></w:sdt>"),
)
NOTE = '<w:footnote w:id="2">{}</w:footnote>'


class TestDocx(FilterContract):
    FILTER = DocxFilter()
    NAME = "a.docx"
    EXAMPLES = 60

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.builds(
            lambda blocks, note, head: docx("".join(blocks), {"footnotes": NOTE.format(note), "header1": head}),
            st.lists(BLOCK, min_size=1, max_size=3),
            PARAGRAPH,
            PARAGRAPH,
        )

    def same(self, file: bytes) -> object:
        return {
            name: part.replace(b'"en-GB"', b'"de-DE"').replace(b'"de-AT"', b'"de-DE"')
            for name, part in parts_of(file).items()
        }
