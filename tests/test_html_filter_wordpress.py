"""WordPress exports: title, excerpt and text of a post; block comments, shortcodes and all other fields stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import strategies as st
from lxml import etree

from tests.filter_contract import FilterContract, with_sources
from workbench.export.native import must_hold
from workbench.formats import Document
from workbench.formats.html import WordPressFilter
from workbench.formats.parts import cut
from workbench.problem import WorkbenchError
from workbench.text import Inline

EXPORT = (Path(__file__).parent / "data" / "pages" / "dachgarten.xml").read_bytes()
POST = b"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><language>de</language><item><title>%s</title><content:encoded><![CDATA[%s]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_type><![CDATA[post]]></wp:post_type></item></channel></rss>
"""


def read(data: bytes) -> Document:
    return WordPressFilter().read(data, Path("post.xml"))


def post(title: str, text: str) -> bytes:
    return POST % (title.encode(), text.encode())


BLOCKS = st.lists(
    st.sampled_from(
        [
            "<!-- wp:paragraph -->\n<p>Das <strong>neue</strong> Dach</p>\n<!-- /wp:paragraph -->",
            '<!-- wp:heading {"level":3} -->\n<h3>Erde</h3>\n<!-- /wp:heading -->',
            "<!-- wp:list --><ul><!-- wp:list-item --><li>Eins</li><!-- /wp:list-item --></ul><!-- /wp:list -->",
            '<!-- wp:image {"id":5} --><figure><img src="a.jpg" alt="Bohnen"/></figure><!-- /wp:image -->',
            '<!-- wp:block {"ref":1} /-->',
            '[gallery ids="1,2"]',
            "Ein Absatz [sic] ohne Tags\nmit zwei Zeilen &amp; mehr",
            '[caption id="a"]<img src="a.jpg" /> Unterschrift[/caption]',
        ]
    ),
    min_size=1,
    max_size=4,
)


class TestWordPress(FilterContract):
    FILTER = WordPressFilter()
    NAME = "post.xml"
    EXAMPLES = 50

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return BLOCKS.map(lambda blocks: post("Erde &amp; Dach", "\n\n".join(blocks)))

    def same(self, file: bytes) -> object:
        return file.replace(b"<language>de<", b"<language>en-GB<")


def test_title_excerpt_and_text_are_read_by_roles() -> None:
    assert [(one.role, one.source.shown()) for one in read(EXPORT).paragraphs] == [
        ("headline", "Ein Garten & ein Dach"),
        ("teaser", "Ein Jahr auf dem Dach."),
        ("body", "Als wir im ⟨1⟩April⟨/1⟩ anfingen, stand auf dem Dach nur ein Stuhl."),
        ("caption", "Bohnen"),
        ("caption", "Die ersten Bohnen"),
        ("body", "Im Herbst ⟨1/⟩haben wir⟨2/⟩ alles [sic] abgedeckt."),
        ("headline", "Alt & klassisch"),
        ("body", "Der erste Absatz steht ohne Tags da.⟨1/⟩ Er hat zwei Zeilen."),
        ("caption", "Ein Foto"),
        ("caption", "Die Unterschrift"),
        ("body", "⟨1⟩Der zweite⟨/1⟩ Absatz."),
        ("headline", "Titel"),
        ("body", "Der dritte."),
    ]


@pytest.mark.feature("web pages")
def test_what_is_written_is_an_export_with_the_same_fields_blocks_and_shortcodes() -> None:
    document = read(EXPORT)
    target = {key: Inline("A < B ]]> ") + source for key, source in with_sources(document).items()}
    written = WordPressFilter().write(document, target)
    must_hold(written, target, document, Path("post.xml"))
    was, now = etree.fromstring(EXPORT), etree.fromstring(written)
    assert [one.tag for one in was.iter()] == [one.tag for one in now.iter()]
    for kept in ("<!-- wp:", "<!-- /wp:", "[gallery ids=", "[/tooltip]", "[caption id=", "<!--more-->"):
        assert written.decode().count(kept) == EXPORT.decode().count(kept)
    titles = [one.text for one in now.iter("title")]
    assert titles == [
        "Mein Blog",
        "A &lt; B ]]&gt; Ein Garten & ein Dach",
        "dach.jpg",
        "A &lt; B ]]&gt; Alt & klassisch",
    ]


def test_a_block_that_is_cut_or_left_out_is_so_with_its_comments() -> None:
    block = "<!-- wp:paragraph -->\n<p>Eins zwei</p>\n<!-- /wp:paragraph -->"
    document = read(post("T", f"{block}\n\n{block.replace('Eins', 'Drei')}"))
    title, first, second = document.paragraphs
    parts = Document("post.xml", (title, *cut(document, first, [5]), second), original=document.original)
    words = dict(zip(parts.ids, map(Inline, ("T", "One", "two")), strict=False))
    written = WordPressFilter().write(parts, words).decode()
    one = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->"
    assert f"[CDATA[{one.format('One')}\n\n{one.format('two')}\n\n]]" in written


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<?xml version='1.0'?><a>Die Lage</a>", "no WordPress export"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>', "declares a document type"),
        (EXPORT[:900], "is damaged"),
        (b"", "is empty"),
    ],
)
def test_other_xml_is_told_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(WorkbenchError, match=told) as error:
        read(data)
    assert "\n" not in str(error.value)
