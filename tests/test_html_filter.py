"""Web pages keep to what holds of every format (`filter_contract`): written with its own words, a page is the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.filter_contract import FilterContract, moved, with_sources
from workbench.export.native import must_hold
from workbench.formats import Document, Target
from workbench.formats.html import HtmlFilter
from workbench.formats.parts import cut, inserted, joined, may_change
from workbench.text import Code, Inline

WORDS = st.sampled_from(
    ["Die Lage", "ist &uuml;berall", "ruhig.", "5 &lt; 7", "A &amp; B", "„Ja“", "[sic]", "1&nbsp;000", "<", "&", "Öl"]
)
INLINE = st.sampled_from(
    [
        "Das <b>neue</b> Gesetz",
        'die <a href="http://a.example/?x=1&copy=2">Lage</a> dort',
        "erste<br>zweite",
        'ein <img src="a.jpg" alt="Haus am See"> hier',
        "<em>kursiv <strong>und fett</em> mehr</strong>",
        "Wort<i>teil</i>e",
        'Punkt<sup><a href="#fn1">1</a></sup>',
        "<!-- weg -->davor <!-- Werbung --> danach",
        '<span lang="de">Satz</span> da',
        '<span class="ort">Minsk</span> heute',
        "mit <code>code</code> davor",
        "<svg><path d='M0'/></svg> Zeichen",
        "</b>Ende",
        'Marke <span translate="no">Nordstern</span> und <a id="x"></a>Anker',
        "<a href=#>nur <b>ein</a> Ende</b>",
        "Do&shy;nau<wbr>dampf",
        "<q>Zitat</q> hier",
        '<span class="zeile">erste<br>zweite</span> dann',
        "<script>var a = '<p>x</p>';</script>Text <b>da</b>",
    ]
)
TEXT = st.lists(st.one_of(WORDS, INLINE), min_size=1, max_size=3).map(" ".join)
BLOCK = st.one_of(
    TEXT.map(lambda text: f"<p>{text}</p>"),
    TEXT.map(lambda text: f"<p class=a>{text}"),
    TEXT.map(lambda text: f"<h2 id='k'><span>{text}</span></h2>"),
    TEXT.map(lambda text: f"<ul><li>{text}<li><p>{text}</p><p>{text}</p></ul>"),
    TEXT.map(lambda text: f"<div>{text}<div>{text}</div>{text}</div>"),
    TEXT.map(lambda text: f"<table><tr><th>{text}<td>{text}</table>"),
    TEXT.map(lambda text: f"<blockquote><p>{text}</p>{text}</blockquote>"),
    TEXT.map(
        lambda text: f'<figure><img src=b.jpg alt="Das &quot;Haus&quot;"><figcaption>{text}</figcaption></figure>'
    ),
    TEXT.map(lambda text: f"{text}<br><br>{text}"),
    TEXT.map(lambda text: f"<b><p>{text}</b></p>"),
    TEXT.map(lambda text: f"<b><i><div>{text}</div>{text}<p>{text}</p></i></b>"),
    TEXT.map(lambda text: f'<a href="x.html"><h3>{text}</h3><p>{text}</p></a>'),
    TEXT.map(lambda text: f"<h1><span class='k'>{text}</span> <span class='t'>{text}</span></h1>"),
    st.sampled_from(["<hr>", "<pre>for x in y:</pre>", "<!-- x -->", "</div></p>", "<style>p{}</style>", "<iframe/>"]),
)
PAGE = st.sampled_from(
    [
        "{}",
        "<html><body>{}</body></html>",
        '<!DOCTYPE html>\n<html lang="de"><head><meta charset=utf-8><title>Lage &amp; mehr | Blatt</title>'
        '<meta name="description" content=\'Die "Lage" heute\'></head>\n<body dir="rtl">{}</body></html>',
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" ""><html xml:lang="de">{}</html>',
    ]
)


def pages() -> st.SearchStrategy[bytes]:
    body = st.lists(BLOCK, min_size=1, max_size=5).map("\n".join)
    return st.tuples(PAGE, body).map(lambda made: made[0].replace("{}", made[1]).encode())


def without_languages(page: bytes) -> bytes:
    return re.sub(rb""" (?:xml:)?lang=(?:"[^"]*"|'[^']*')""", b"", page)


class TestHtml(FilterContract):
    FILTER = HtmlFilter()
    NAME = "seite.html"

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return pages()

    def same(self, file: bytes) -> object:
        return without_languages(file)

    def read_again(self, file: bytes, document: Document, target: Target) -> Document:
        """As it is done before a page is handed over: what is left of it need not be an article."""
        return self.FILTER.read_back(file, Path(self.NAME), document, target)


def read(page: str | bytes, name: str = "seite.html") -> Document:
    return HtmlFilter().read(page.encode() if isinstance(page, str) else page, Path(name))


@st.composite
def english(draw: st.DrawFn, source: Inline) -> Inline:
    """Words for a paragraph with its codes moved, crossed, half lost, given twice, and some that it never had."""
    text = draw(st.text("ab <&>\n\"'é“", min_size=1, max_size=20))
    codes = [code for code in source.codes if draw(st.integers(0, 4))]
    codes += [Code(0, "77", "open"), Code(0, "78", "alone")][: draw(st.integers(0, 2))]
    places = [Code(draw(st.integers(0, len(text))), code.id, code.kind) for code in codes]
    return Inline(f"Word {text} end", tuple(sorted((Code(c.at + 5, c.id, c.kind) for c in places), key=lambda c: c.at)))


def test_half_of_a_pair_that_stands_alone_is_no_tag_without_an_end() -> None:
    document = read('<article><h1>Die Lage</h1><p>Marke <span translate="no">Nord</span>.</p></article>')
    target = dict(zip(document.ids, (Inline("All"), Inline("Mark", (Code(0, "1", "alone"),))), strict=True))
    assert HtmlFilter().write(document, target).decode() == "<article><h1>All</h1><p>Mark</p></article>"


@settings(deadline=None, max_examples=100)
@given(pages(), st.data())
def test_whatever_is_written_the_page_has_all_of_it_and_nothing_else_has_changed(
    page: bytes, data: st.DataObject
) -> None:
    document = read(page)
    target = {
        key: data.draw(english(source)) for key, source in with_sources(document).items() if data.draw(st.booleans())
    }
    written = HtmlFilter().write(document, target)
    must_hold(written, target, document, Path("seite.html"))


AROUND = (
    "<b>{}</b>",
    "<a href=x>{}</a>",
    "<b><i>{}</i></b>",
    "<span class=k>{}</span>",
    "<b>davor {}</b>",
    "<b>{} da</b>",
)
INSIDE = (
    "<p>Eins</p><p>Zwei</p>",
    "<h3>Eins</h3><p>Zwei",
    "<ul><li>Eins<li>Zwei</ul>",
    "<div>Eins</div>Zwei<div>Drei</div>",
    "<p><a href=y>Eins</a> da</p><p>Zwei</p>",
    "<blockquote><p>Eins</p>Zwei</blockquote>",
)


@pytest.mark.parametrize("inside", INSIDE)
@pytest.mark.parametrize("around", AROUND)
def test_any_paragraphs_within_a_link_or_bold_can_be_left_out(around: str, inside: str) -> None:
    document = read(around.format(inside))
    sources = with_sources(document)
    for number in range(1, 2 ** len(sources)):
        target = {key: words for place, (key, words) in enumerate(sources.items()) if number >> place & 1}
        target = {key: Inline(f"Word {words.text}", moved(words.codes)) for key, words in target.items()}
        must_hold(HtmlFilter().write(document, target), target, document, Path("seite.html"))


@pytest.mark.parametrize("end", [0, 4])
@pytest.mark.parametrize(
    "page",
    [
        "<p>Eins<br>zwei</p>",
        "<p><span class=k>Eins<br>zwei</span></p>",
        "<p><b><i>Eins<br>zwei</i></b></p>",
        "<h2><span class=a>Eins<br>zwei</span> <span class=b>drei</span></h2>",
    ],
)
def test_english_may_begin_or_end_with_a_line_break(page: str, end: int) -> None:
    document = read(page)
    places = {"open": 0, "alone": end, "close": 4}
    target = {
        key: Inline("Word", tuple(Code(places[code.kind], code.id, code.kind) for code in source.codes))
        for key, source in with_sources(document).items()
    }
    must_hold(HtmlFilter().write(document, target), target, document, Path("seite.html"))


@settings(deadline=None, max_examples=60)
@given(pages(), st.data())
def test_paragraphs_may_be_cut_joined_and_added(page: bytes, data: st.DataObject) -> None:
    document = read(page)
    paragraphs = []
    for one in document.paragraphs:
        free = not may_change(one)
        act = data.draw(st.sampled_from(["", "cut", "insert", "join"])) if free else ""
        if act == "cut" and " " in one.text:
            paragraphs += cut(document, one, [one.text.index(" ")])
        elif act == "join" and paragraphs and not may_change(paragraphs[-1]) and not paragraphs[-1].part:
            paragraphs[-1] = joined([paragraphs[-1], one])
        else:
            paragraphs.append(one)
        if act == "insert":
            paragraphs.append(inserted(document, one))
    changed = Document(document.name, tuple(paragraphs), document.tail, original=document.original)
    target = {
        key: Inline(f"Word {one.text} more", tuple(Code(code.at + 5, code.id, code.kind) for code in one.codes))
        for key, one in zip(changed.ids, changed.paragraphs, strict=True)
    }
    must_hold(HtmlFilter().write(changed, target), target, changed, Path("seite.html"))
