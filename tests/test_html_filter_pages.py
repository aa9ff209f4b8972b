"""Pages and letters in HTML: what their tags are to a translator, how they are written again, what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.filter_contract import with_sources
from workbench.export.native import must_hold
from workbench.formats import Document, read_document
from workbench.formats.html import HtmlFilter
from workbench.problem import WorkbenchError
from workbench.text import Code, Inline


def read(page: str | bytes, name: str = "seite.html") -> Document:
    return HtmlFilter().read(page.encode() if isinstance(page, str) else page, Path(name))


def shown(page: str) -> list[str]:
    return [one.source.shown() for one in read(page).paragraphs]


def written(document: Document, *words: str | Inline | None) -> str:
    """The page with these words in its paragraphs, in their order; None leaves one out."""
    texts = [Inline.parsed(one) if isinstance(one, str) else one for one in words]
    target = {key: one for key, one in zip(document.ids, texts, strict=False) if one is not None}
    return HtmlFilter().write(document, target).decode()


@pytest.mark.feature("web pages")
@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<p>Das <b>neue</b> Gesetz", ["Das ⟨1⟩neue⟨/1⟩ Gesetz"]),
        ("<p>eins<p>zwei</p>drei", ["eins", "zwei", "drei"]),
        ("<ul><li>eins<li>zwei<ul><li>drei</ul></ul>", ["eins", "zwei", "drei"]),
        ("<table><tr><td>eins<td>zwei<tr><td>drei</table>", ["eins", "zwei", "drei"]),
        ("<b><p>eins</b> zwei</p>", ["eins⟨1/⟩ zwei"]),
        ("<a href=x><h3>eins</h3><p>zwei</p></a>", ["eins", "zwei"]),
        ("<p>eins<br>zwei<br><br>drei", ["eins⟨1/⟩ zwei", "drei"]),
        ("<p><span style='x'><font>alles</font></span></p>", ["alles"]),
        ("<p>Der <span>Satz</span> <span lang=de>hier</span></p>", ["Der Satz hier"]),
        ("<p>Bau<wbr>stelle und Do&shy;nau</p>", ["Baustelle und Donau"]),
        ("<p>Punkt<sup><a href='#fn1'>[1]</a></sup>. Ende", ["Punkt⟨1/⟩. Ende"]),
        ("<p>2<sup>3</sup> sind acht", ["2⟨1⟩3⟨/1⟩ sind acht"]),
        ("<p>a &lt; b &amp;amp; c &#8222;d&ldquo; &nbsp;e</p>", ["a < b &amp; c „d“ e"]),
        ("<p>Boote<small class=c>Bild: Agentur</small></p>", ["Boote⟨1⟩ Bild: Agentur⟨/1⟩"]),
        ("<p>Wort<b>teil</b>e", ["Wort⟨1⟩teil⟨/1⟩e"]),
        ("<p>Text<script>document.write('<p>nein</p>')</script> hier", ["Text⟨1/⟩ hier"]),
        ("<p>vor<svg><title>nein</title></svg>her <math><mi>x</mi></math>", ["vor⟨1/⟩her"]),
        ("<p>eins<iframe src=x>nein</iframe>zwei<noscript><p>nein</p></noscript>", ["eins", "zwei"]),
        ("<pre>x = 1</pre><p>ja</p><p translate=no>nein</p><p class='a notranslate'>nein</p>", ["ja"]),
        ("<p>Die <span translate=no>Nordstern</span> sinkt", ["Die ⟨1⟩Nordstern⟨/1⟩ sinkt"]),
        ("<form><input><label>nein</label></form><p>ja</p>", ["ja"]),
        ("<form><main><p>ja</p></main><input></form>", ["ja"]),
        ("<p hidden>nein</p><p style='display: none'>nein</p><p>ja", ["ja"]),
        ("<p>Ein <!-- Kommentar --> Satz<!-- Ende --></p>", ["Ein ⟨1/⟩Satz"]),
        ('<p title="a>b">ja</p><p a=\'x">y\'>auch', ["ja", "auch"]),
        ("<p>5 < 7 und <3 und a<b</p>", ["5 < 7 und <3 und a"]),
        ("<textarea><p>nein</p></textarea><title>nein</title>ja", ["ja", "nein"]),
    ],
)
def test_a_page_is_read_as_browsers_show_it(page: str, texts: list[str]) -> None:
    assert shown(page) == texts


def test_codes_know_what_they_are_and_where_they_lead() -> None:
    page = '<p><a href="/a?b=1&amp;c=2">L</a> <i>k</i> <s>w</s> <code>c</code> <img src=x.png> <q>z</q><br>E'
    assert [(one.role, one.address) for one in read(page).paragraphs[0].markup] == [
        ("link", "/a?b=1&c=2"),
        ("italic", ""),
        ("strike", ""),
        ("code", ""),
        ("image", "x.png"),
        ("other", ""),
        ("break", ""),
    ]


def test_lists_tables_and_quotations_have_their_place() -> None:
    page = "<ol start=3><li>a<li><p>b</p><p>c</p></ol><table><tr><th>d<th>e<tr><td>f</table><blockquote>g</blockquote>"
    blocks = [one.block for one in read(page).paragraphs]
    assert [(b.kind, b.level, b.ordered, b.begins, b.start) for b in blocks[:3]] == [
        ("item", 1, True, True, 3),
        ("item", 1, True, True, 3),
        ("item", 1, True, False, 3),
    ]
    assert [(b.kind, b.row, b.column) for b in blocks[3:6]] == [("cell", 0, 0), ("cell", 0, 1), ("cell", 1, 0)]
    assert blocks[0].group != blocks[3].group
    assert blocks[6].kind == "quotation"


def test_a_table_that_only_lays_out_a_letter_is_none() -> None:
    page = "<table><tr><td><h1>Brief</h1><p>Liebe Freunde, wie geht es euch heute?</p></td></tr></table>"
    assert [one.block.kind for one in read(page).paragraphs] == ["heading", "paragraph"]


def test_only_what_is_translated_changes() -> None:
    page = (
        "<!doctype HTML>\n<HTML LANG='de' dir=ltr><!-- x --><META CHARSET=utf-8><link hreflang=de href=/>"
        "<P CLASS=a  id=b>Das &laquo;Haus&raquo;<BR/>am&nbsp;See\n<p lang=de-AT>Gut &amp; sch&ouml;n<p lang=fr>Oui</p>"
    )
    document = read(page)
    english = page.replace("LANG='de'", "LANG='en-GB'").replace("lang=de-AT", 'lang="en-GB"')
    assert written(document, *[one.source for one in document.paragraphs]) == english
    assert written(document, "The “house”⟨1/⟩ by the lake", "Good & <fine>", "Oui") == (
        "<!doctype HTML>\n<HTML LANG='en-GB' dir=ltr><!-- x --><META CHARSET=utf-8><link hreflang=de href=/>"
        '<P CLASS=a  id=b>The “house”<BR/>by the lake\n<p lang="en-GB">Good &amp; &lt;fine&gt;<p lang=fr>Oui</p>'
    )


def test_a_page_without_a_language_gets_one() -> None:
    assert written(read("<html><p>Ja</p></html>"), "Yes") == '<html lang="en-GB"><p>Yes</p></html>'


def test_alternative_texts_are_paragraphs_and_stand_in_their_tag_again() -> None:
    document = read("<p>Ein <img src=a.jpg alt=Hof title='Der \"alte\" Hof'> hier<p><img alt='IMG_12.jpg'>")
    assert [(one.role, one.text) for one in document.paragraphs] == [
        ("body", "Ein hier"),
        ("caption", "Hof"),
        ("caption", 'Der "alte" Hof'),
    ]
    assert written(document, "Here ⟨1/⟩a", "Yard", "The \"old\" 'yard' & more") == (
        "<p>Here <img src=a.jpg alt=\"Yard\" title='The \"old\" &#39;yard&#39; &amp; more'> a<p><img alt='IMG_12.jpg'>"
    )


def test_an_image_that_its_words_have_lost_stays_in_the_page() -> None:
    document = read("<p>Ein <img src=a.jpg alt=Hof> hier<p>Mehr <img src=b.jpg> da")
    assert written(document, "Here", "Yard") == '<p>Here<img src=a.jpg alt="Yard"> <p><img src=b.jpg>'


def test_crossed_and_unknown_codes_make_no_broken_page() -> None:
    document = read("<p><b>eins</b> <i>zwei</i> drei</p>")
    crossed = Inline(
        "one two three",
        (
            Code(0, "1", "open"),
            Code(2, "2", "open"),
            Code(5, "1", "close"),
            Code(9, "2", "close"),
            Code(10, "9", "alone"),
            Code(11, "8", "open"),
        ),
    )
    assert written(document, crossed) == "<p><b>on<i>e t</i></b>wo three</p>"
    assert written(document, "one\ntwo") == "<p>one<br>two</p>"


def test_what_is_left_out_goes_with_its_element_and_a_cell_stays() -> None:
    page = "<h1>A</h1>\n<p>B</p>\n<ul><li>C</li><li>D</li></ul><table><tr><td>E</td></tr></table><div>F<p>G</p>H</div>"
    kept = written(read(page), "a", None, "c", None, None, "f", None, "h")
    assert kept == "<h1>a</h1>\n\n<ul><li>c</li></ul><table><tr><td></td></tr></table><div>f<p></p>h</div>"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"])
def test_a_page_is_written_in_the_encoding_that_it_has(charset: str) -> None:
    page = f"<meta http-equiv='Content-Type' content='text/html; charset={charset}'><p>Größe</p><p>Über</p>"
    codec = "cp1252" if charset == "iso-8859-1" else charset
    document = HtmlFilter().read(page.encode(codec), Path("a.html"))
    target = {document.ids[0]: Inline("Größe in Łódź – €"), document.ids[1]: document.paragraphs[1].source}
    made = HtmlFilter().write(document, target)
    assert "Über".encode(codec) in made
    assert ("Łódź".encode() in made) == (charset == "utf-8")
    assert (b"&#321;" in made) == (charset != "utf-8")
    assert HtmlFilter().read(made, Path("a.html")).paragraphs[0].text == "Größe in Łódź – €"


def test_what_a_page_says_wrongly_of_its_encoding_is_told_and_new_words_are_safe_from_it() -> None:
    for page, told in (
        ("<meta charset=iso-8859-1><p>Größe</p>".encode(), "is in UTF-8"),
        ("<meta charset=utf-8><p>Größe für</p>".encode("cp1252"), "read as Windows-1252"),
    ):
        document = HtmlFilter().read(page, Path("a.html"))
        assert told in str(document.remarks[0])
        assert (
            HtmlFilter()
            .write(document, {document.ids[0]: Inline("Café “x”")})
            .endswith(b"<p>Caf&#233; &#8220;x&#8221;</p>")
        )
        assert HtmlFilter().write(document, with_sources(document)) == page


def test_bytes_that_no_encoding_has_stay_what_they_are() -> None:
    page = b"<meta charset=windows-1252><p>Gr\xf6\xdfe</p><p>\x81 und mehr</p>"
    document = HtmlFilter().read(page, Path("a.html"))
    made = HtmlFilter().write(document, with_sources(document) | {document.ids[0]: Inline("Size")})
    assert made == b"<meta charset=windows-1252><p>Size</p><p>\x81 und mehr</p>"


def test_xhtml_keeps_its_own_way() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?>\n<html xml:lang="de"><p/><p>Eins<br />zwei<span/></p></html>'
    document = read(page, "a.xhtml")
    assert [one.source.shown() for one in document.paragraphs] == ["Eins⟨1/⟩ zwei"]
    assert written(document, "One\ntwo⟨1/⟩").endswith(
        '<html xml:lang="en-GB"><p/><p>One<br />two<br /><span/></p></html>'
    )


def test_german_in_code_is_told() -> None:
    remarks = read("<p>Text</p>\n<pre>Die Lage an der Grenze ist nicht mehr ruhig.</pre>").remarks
    assert [(one.line, "stays in German" in str(one)) for one in remarks] == [(2, True)]


@pytest.mark.parametrize(
    ("name", "page", "told"),
    [
        ("a.html", b"<div>" * 100_000 + b"<p>Ja", "nested more than 500 deep"),
        ("a.html", b"<p>" + b"<i>" * 100_000 + b"Ja", "nested more than 500 deep"),
        ("a.html", b"<p>Ja\0</p>", "bytes of value 0"),
        ("a.html", b"\0" * 100, "bytes of value 0"),
        ("a.html", "<p>Größe für alle</p>".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("a.html", b"%PDF-1.7", "a PDF file"),
        ("a.html", b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "saved as one file"),
        ("a.mhtml", b"From: <Saved by Blink>\r\n", "import"),
        ("a.html", b"<html><head></head><body></body></html>", "no text in it"),
        ("a.html", b"", "no text in it"),
        ("a.html", b"<p>Ja</p>" * 100_002, "too many paragraphs"),
        ("a.html", b"<p>Ja, gut.</p>" * 3_400_000, "too large"),
    ],
    ids=range(12),
)
def test_what_cannot_be_read_is_told_in_one_line(name: str, page: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(page)
    with pytest.raises(WorkbenchError, match=told) as error:
        read_document(path)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("sign", ["<", "<!", "<!--", "</b>", "<a ", "<a b=\"c' ", "<script>", "&amp", "</", "<p"])
def test_a_page_full_of_what_is_no_tag_is_read_without_delay(sign: str) -> None:
    assert read("<p>Die Lage ist gut.</p>" + sign * 30_000).paragraphs[0].text == "Die Lage ist gut."


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    assert shown('<p>Die Lage</p><p>ist <a href="http://a.exa') == ["Die Lage", "ist"]


def test_the_title_of_a_link_goes_with_it_and_that_is_no_loss() -> None:
    document = read(
        "<p>Ein <a href=x title='Mehr dazu'>Satz</a></p><p>Noch <a href=y title='http://a.example/b'>einer</a>"
    )
    for first, second in ((None, "More"), ("A sentence", None)):
        words = {document.ids[1]: Inline("More on it")}
        words |= {key: Inline(one) for key, one in zip(document.ids[::2], (first, second), strict=True) if one}
        must_hold(HtmlFilter().write(document, words), words, document, Path("seite.html"))


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("<div>A <a href=x><h3>B</h3><p>C</p></a> D</div>", "<div>E <a href=x><h3></h3><p></p></a> E</div>"),
        ("<p>A\n<a href=x><h3>B</h3><p>C</p></a>D", "<p>E\n<a href=x><h3></h3><p></p></a>E"),
        ("<div>A <b><p>B</p></b> C</div>", "<div>E <b><p></p></b> E</div>"),
        ("<p>A</p><\n<p>B</p>C", "<p>E</p><\n<p></p>E"),
        ("<div><a href=x><h3>B</h3></a><p>A</p></div>", "<div><a href=x></a><p>E</p></div>"),
    ],
)
def test_all_that_stands_in_a_link_or_in_bold_can_be_left_out_beside_loose_text(page: str, kept: str) -> None:
    document = read(page)
    stay = [one.text in "AD" or (one.text == "C" and "<p>C" not in page) for one in document.paragraphs]
    words = {key: Inline("E") for key, stays in zip(document.ids, stay, strict=True) if stays}
    made = HtmlFilter().write(document, words)
    assert made.decode() == kept
    must_hold(made, words, document, Path("seite.html"))
