"""OpenDocument texts keep to what holds of every format, and come back as they were, but for their words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.filter_contract import FilterContract, with_sources
from tests.odt_files import PICTURE, flat_of, odt_of, parts_of, same_but_language, shape_of
from workbench.export.native import must_hold
from workbench.formats import Document, read_document
from workbench.formats.odt import OdtFilter
from workbench.formats.parts import cut, joined
from workbench.problem import WorkbenchError
from workbench.text import Code, Inline

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
        '{}<office:annotation><dc:creator>A</dc:creator><text:p>Stimmt das?</text:p></office:annotation>',
        '<text:bookmark-start text:name="stelle"/>{}<text:bookmark-end text:name="stelle"/>',
        '<text:user-index-mark-start text:id="u"/>{}<text:user-index-mark-end text:id="u"/>',
        '<text:bookmark text:name="_GoBack"/>{}',
        '{}<text:tab/>', '{}<text:line-break/>Ende', '{}<text:s/>x', '{}<text:s text:c="4"/>x',
        '{}<text:soft-page-break/> weiter', '{}<text:change text:change-id="c"/>',
        'Bild <text:sequence text:name="Illustration" text:formula="x">1</text:sequence>: {}',
        'am <text:date text:fixed="true">28. November</text:date> {}', "Seite <text:page-number>2</text:page-number>{}",
        '<draw:frame text:anchor-type="as-char"><draw:image xlink:href="Pictures/bild.png"/>'
        "<svg:desc>Das Haus</svg:desc></draw:frame>{}",
        '<draw:frame text:anchor-type="paragraph"><draw:text-box><text:p>Im Kasten</text:p></draw:text-box></draw:frame>{}',
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
    FILTER = OdtFilter()
    NAME = "a.fodt"
    EXAMPLES = 20

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return BODIES.map(flat_of)

    def same(self, file: bytes) -> object:
        return same_but_language(file)
