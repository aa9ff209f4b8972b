"""E-books keep to what holds of every format, and come back as they were, but for their words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.epub_files import PICTURE, epub_of, nav_of, ncx_of, page_of, parts_of, repacked, shape_of
from tests.filter_contract import FilterContract, with_sources
from workbench.formats import Document, read_document
from workbench.formats.epub import EpubFilter
from workbench.formats.parts import cut, inserted
from workbench.problem import WorkbenchError
from workbench.text import Inline

WORDS = st.sampled_from(
    ["Die Lage", "ist ruhig.", " und ", "a &amp; b", "  zwei  ", "10\u00a0km", "\u05e9\u05dc", "\n"]
)
MARKS = st.sampled_from(
    [
        "<b>{}</b>", "<em>{}</em>", "<del>{}</del>", "<code>{}</code>", "<span>{}</span>", '<span class="k">{}</span>',
        '<span lang="ru">{}</span>', '<a href="http://a.example/">{}</a>', '<a id="ort"></a>{}', "{}<br/>Ende",
        '{}<sup><a href="#n1">1</a></sup>', '{}<a epub:type="noteref" href="#n2">*</a>', "<!-- nichts -->{}",
        'auf <img src="bild.png" alt="Das Haus"/> {}', "{}<sub>2</sub>", "<ruby>{}<rt>x</rt></ruby>",
    ]
)  # fmt: skip


@st.composite
def inlines(draw: st.DrawFn) -> str:
    """The inside of a paragraph: words, some marked, some marks in one another."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        text = draw(WORDS)
        for _ in range(draw(st.integers(0, 2))):
            text = draw(MARKS).replace("{}", text) + draw(st.sampled_from(["", " ", "und"]))
        parts.append(text)
    return "".join(parts)


CSS = b".n, .m { font-size: 11pt } .f { font-weight: bold; font-size: 11pt } span.k { font-style: italic }"
SPANS = st.lists(
    st.builds('<span class="{}">{}</span>'.format, st.sampled_from("nmfk"), inlines()), min_size=1, max_size=4
).map("".join)
BLOCKS = st.one_of(
    SPANS.map(lambda spans: f"<p>{spans}</p>"),
    inlines().map(lambda text: f'<p class="a">{text}</p>'),
    inlines().map(lambda text: f"<h2>{text}</h2>"),
    inlines().map(
        lambda text: f'<ol start="3"><li>{text}<ul><li>{text}</li></ul>{text}</li><li><p>{text}</p></li></ol>'
    ),
    inlines().map(lambda text: f"<table><tr><th>{text}</th><td colspan='2'>{text}<p>{text}</p></td></tr></table>"),
    inlines().map(lambda text: f"<blockquote><p>{text}</p></blockquote>"),
    inlines().map(lambda text: f"<figure><img src='bild.png' alt='Ein Bild'/><figcaption>{text}</figcaption></figure>"),
    inlines().map(lambda text: f"<div>{text}<p>x</p>{text}<hr/>{text}</div>"),
    st.sampled_from(["<hr/>", "<p></p>", "<pre>a\n b</pre>", "lose Worte", "<svg><title>Die Karte</title></svg>"]),
)
BODIES = st.lists(BLOCKS, min_size=1, max_size=4).map("".join)


class TestEpub(FilterContract):
    FILTER = EpubFilter()
    NAME = "a.epub"
    EXAMPLES = 60

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.lists(BODIES.map(page_of), min_size=1, max_size=2).map(
            lambda pages: epub_of(pages, nav=nav_of("Die Lage", "x"), ncx=ncx_of("Die Lage"))
        )

    def same(self, file: bytes) -> object:
        return shape_of(file)


def read(*bodies: str, nav: str = "", ncx: str = "") -> Document:
    file = epub_of([page_of(body) for body in bodies], nav=nav, ncx=ncx, more={"OEBPS/a.css": CSS})
    return EpubFilter().read(file, Path("a.epub"))


def shown(document: Document) -> list[str]:
    return [paragraph.source.shown() for paragraph in document.paragraphs]


def body_of(file: bytes, page: str = "OEBPS/p0.xhtml") -> str:
    return parts_of(file)[page].decode().partition("<body>")[2].partition("</body>")[0]


def written(document: Document, *left_out: int, **changed: str) -> bytes:
    """The file after writing; `changed`: targets by the number of the paragraph (`p0`)."""
    target = {key: words for n, (key, words) in enumerate(with_sources(document).items()) if n not in left_out}
    for name, text in changed.items():
        target[document.ids[int(name[1:])]] = Inline.parsed(text)
    return EpubFilter().write(document, target)


@pytest.mark.feature("e-books")
def test_a_book_is_its_title_its_pages_in_reading_order_and_its_contents() -> None:
    pages = [page_of("<h1>Eins</h1><p>Die <b>Lage</b>.</p>"), page_of("<h1>Zwei</h1>")]
    document = EpubFilter().read(epub_of(pages, nav=nav_of("Eins", "Zwei")), Path("a.epub"))
    assert shown(document) == ["Das Buch", "Eins", "Die ⟨1⟩Lage⟨/1⟩.", "Zwei", "Inhalt", "Eins", "Zwei"]
    assert [one.role for one in document.paragraphs[:4]] == ["headline", "headline", "body", "headline"]
    assert document.paragraphs[2].markup[0].role == "bold"


def test_the_contents_of_an_old_book_are_text_where_there_are_no_newer_ones() -> None:
    assert shown(read("<h1>Eins</h1>", ncx=ncx_of("Eins"))) == ["Das Buch", "Eins", "Eins"]


def test_titles_that_repeat_others_follow_them_and_what_does_not_is_told() -> None:
    document = read("<h1>Eins</h1>", nav=nav_of("Eins"), ncx=ncx_of("Eins", "Verschollen"))
    assert [str(one) for one in document.remarks] == [
        "a.epub: “Verschollen” in the contents for old readers (NCX) stays in German"
        " – make these contents anew from the English book"
    ]
    parts = parts_of(written(document, p0="The Book", p1="One", p3="One"))
    assert b"<text>The Book</text>" in parts["OEBPS/toc.ncx"]
    assert b"<text>One</text>" in parts["OEBPS/toc.ncx"]
    assert b"<title>One</title>" in parts["OEBPS/p0.xhtml"]


def test_words_beside_blocks_links_marks_of_notes_and_pictures() -> None:
    document = read(
        '<div>Vorab <img src="a.png" alt="Karte"/> mehr<p>Die Lage<sup><a href="#n">3</a></sup> in <a href="x.html">'
        "Minsk</a>.</p>danach</div>"
    )
    assert shown(document)[1:] == ["Vorab ⟨1/⟩mehr", "Karte", "Die Lage⟨1/⟩ in ⟨2⟩Minsk⟨/2⟩.", "danach"]
    assert [one.role for one in document.paragraphs[3].markup] == ["note", "link"]
    assert body_of(written(document, p1="First ⟨1/⟩more", p2="Map", p4="then")) == (
        '<div>First <img src="a.png" alt="Map"/> more<p>Die Lage<sup><a href="#n">3</a></sup> in <a href="x.html">Minsk'
        "</a>.</p>then</div>"
    )


def test_lists_tables_quotations_and_captions_tell_what_they_are() -> None:
    document = read(
        "<ol start='4'><li>a<ul><li>b</li></ul></li></ol><table><tr><th>c</th><td>d</td></tr></table>"
        "<blockquote><p>e</p></blockquote><figure><figcaption>f</figcaption></figure>"
    )
    a, b, c, d, e, f = document.paragraphs[1:]
    assert (a.block.level, a.block.ordered, a.block.start, b.block.level, b.block.ordered) == (1, True, 4, 2, False)
    assert ((c.block.row, c.block.column), (d.block.row, d.block.column)) == ((0, 0), (0, 1))
    assert [one.role for one in (a, b, c, d, e, f)] == ["item", "item", "cell", "cell", "quotation", "caption"]
    assert e.block.kind == "quotation"


def test_what_all_of_a_paragraph_is_set_in_is_no_code_and_stays() -> None:
    document = read(
        '<p><span class="n">Die </span><span class="f">neue</span><span class="f"> Lage</span><span class="m"> ist'
        '</span><a href="x.html"><span class="k">da</span></a></p><p>So ist <span class="f">das</span></p>'
    )
    assert shown(document)[1:] == ["Die ⟨1⟩neue Lage⟨/1⟩ ist⟨2⟩da⟨/2⟩", "So ist ⟨1⟩das⟨/1⟩"]
    assert [one.role for one in document.paragraphs[1].markup] == ["bold", "link"]
    assert body_of(written(document, p1="The ⟨1⟩news⟨/1⟩ is ⟨2⟩here⟨/2⟩", p2="⟨1⟩That⟨/1⟩")) == (
        '<p><span class="n">The <span class="f">news</span> is <a href="x.html"><span class="k">here</span></a></span>'
        '</p><p><span class="f">That</span><span class=""/></p>'
    )


def test_named_characters_of_a_page_are_characters() -> None:
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
    file = epub_of([page_of("<p>10&nbsp;km nach S&uuml;den &ndash; weit</p>", doctype=doctype)])
    document = EpubFilter().read(file, Path("a.epub"))
    assert shown(document)[1:] == ["10 km nach Süden – weit"]
    assert b"10&nbsp;km" in parts_of(EpubFilter().write(document, with_sources(document)))["OEBPS/p0.xhtml"]


def test_only_words_and_the_language_change_and_other_parts_stay_to_the_byte() -> None:
    file = epub_of([page_of('<p>Die <span lang="ru">ОДКБ</span></p>'), page_of("<p/>")], more={"OEBPS/a.css": b"p {}"})
    document = EpubFilter().read(file, Path("a.epub"))
    made = EpubFilter().write(document, {key: Inline("The words") for key in document.ids})
    before, after = parts_of(file), parts_of(made)
    assert list(before) == list(after)
    assert after["OEBPS/bild.png"] == PICTURE
    assert after["OEBPS/a.css"] == b"p {}"
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        first = package.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert b"<dc:language>en-GB</dc:language>" in after["OEBPS/content.opf"]
    assert b'lang="en-GB" xml:lang="en-GB"' in after["OEBPS/p1.xhtml"]
    assert b'lang="ru"' in parts_of(written(document))["OEBPS/p0.xhtml"]


def test_a_third_language_of_the_book_stays_and_one_that_was_wrong_does_not() -> None:
    both = epub_of([page_of("<p>x</p>")], language="<dc:language>de-DE</dc:language><dc:language>ru</dc:language>")
    wrong = epub_of([page_of("<p>x</p>")], language="<dc:language>fr</dc:language>")
    made = [written(EpubFilter().read(file, Path("a.epub"))) for file in (both, wrong)]
    told = [parts_of(file)["OEBPS/content.opf"].decode() for file in made]
    assert "<dc:language>en-GB</dc:language><dc:language>ru</dc:language>" in told[0]
    assert "<dc:language>en-GB</dc:language>" in told[1]


def test_what_is_left_out_goes_and_pictures_and_places_stay() -> None:
    document = read('<p>a</p><p>b<img src="x.png"/></p><p id="ort">c</p><ul><li>d</li></ul><p>e</p>')
    assert body_of(written(document, 1, 2, 3, 4)) == '<p><img src="x.png"/></p><p id="ort"/><p>e</p>'


def test_a_paragraph_in_two_and_one_of_ones_own() -> None:
    document = read('<p class="k" id="ort">Die Lage. Sie ist <b>ruhig</b>.</p>')
    title, one = document.paragraphs
    parts = (title, *cut(document, one, [10]), inserted(document, one))
    shaped = Document("a.epub", parts, original=document.original)
    assert body_of(written(shaped, p3="Own.")) == (
        '<p class="k" id="ort">Die Lage.</p><p class="k">Sie ist <b>ruhig</b>.</p><p class="k">Own.</p>'
    )


def test_what_stays_german_is_told() -> None:
    body = (
        '<p>Die <a href="http://a.example/" title="Zur Quelle">Lage</a></p><svg xmlns="http://www.w3.org/2000/svg">'
        "<text>Minsk</text></svg><pre>Das ist ein Beispiel, das auf Deutsch geschrieben wurde.</pre>"
    )
    extra = {"OEBPS/mehr.xhtml": page_of("<p>Noch mehr</p>").encode()}
    made = epub_of(
        [page_of(body)], more=extra, language="<dc:language>de</dc:language><dc:subject>Politik</dc:subject>"
    )
    opf = parts_of(made)["OEBPS/content.opf"]
    more = b'<item id="x" href="mehr.xhtml" media-type="application/xhtml+xml"/></manifest>'
    made = repacked(made, {"OEBPS/content.opf": opf.replace(b"</manifest>", more)})
    told = [
        str(one).removeprefix("a.epub: ").partition(" – ")[0] for one in EpubFilter().read(made, Path("a.epub")).remarks
    ]
    assert told == [
        "1 preformatted passage stays in German",
        "what is not a page in its reading order stays in German: OEBPS/mehr.xhtml",
        "what the book says of itself stays in German: subjects",
        "the words in a drawing (SVG) stay in German",
        "what is shown beside a link or word (“Zur Quelle”) stays in German",
    ]


def test_pages_that_are_called_html_are_pages_and_a_picture_has_two_texts() -> None:
    file = epub_of([page_of('<p>Die <img src="a.png" alt="Das Haus" title="Haus am See"/></p>')])
    opf = parts_of(file)["OEBPS/content.opf"].replace(b"application/xhtml+xml", b"text/html")
    document = EpubFilter().read(repacked(file, {"OEBPS/content.opf": opf}), Path("a.epub"))
    assert shown(document)[1:] == ["Die⟨1/⟩", "Das Haus", "Haus am See"]
    made = body_of(written(document, p1="The⟨1/⟩", p2="The house", p3="House by the lake"))
    assert made == '<p>The <img src="a.png" alt="The house" title="House by the lake"/></p>'
    assert body_of(written(document, p1="Gone")).startswith('<p>Gone<img src="a.png"')


def lock_of(algorithm: str) -> dict[str, bytes]:
    space = 'xmlns="http://www.w3.org/2001/04/xmlenc#"'
    method = f'<EncryptionMethod Algorithm="{algorithm}"/>'
    data = f"<encryption><EncryptedData {space}>{method}</EncryptedData></encryption>"
    return {"META-INF/encryption.xml": data.encode()}


PAGE = page_of("<p>Die Lage</p>")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Nur Text", "is no e-book"),
        (epub_of([PAGE])[:600], "is damaged"),
        (epub_of([PAGE], more=lock_of("http://www.w3.org/2001/04/xmlenc#aes256-cbc")), "is locked"),
        (epub_of([PAGE], more={"META-INF/container.xml": b"<container/>"}), "has no package document"),
        (epub_of([]), "has no pages of text"),
        (epub_of(["<html><p></html>"]), "is damaged in OEBPS/p0.xhtml"),
        (epub_of([page_of("x", doctype='<!DOCTYPE html [<!ENTITY b "bb">]>')]), "entities in OEBPS/p0.xhtml"),
        (epub_of([page_of("<div>" * 260 + "</div>" * 260)]), "[Dd]eep|depth"),
    ],
)
def test_what_is_no_open_book_is_told_in_one_line(data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.epub").write_bytes(data)
    with pytest.raises(WorkbenchError, match=told) as error:
        read_document(tmp_path / "a.epub")
    assert "\n" not in str(error.value)


def test_a_book_with_obfuscated_fonts_is_open() -> None:
    file = epub_of([PAGE], more=lock_of("http://www.idpf.org/2008/embedding"))
    assert shown(EpubFilter().read(file, Path("a.epub"))) == ["Das Buch", "Die Lage"]
