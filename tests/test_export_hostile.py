"""Whatever stands in a text, every exported file stays whole and says it as it is."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from translate.storage.tmx import tmxfile

from tests.word_reviewer import seen_in
from workbench.export import FORMATS, Delivery, render
from workbench.glossary import Entry, Glossary
from workbench.text import clean
from workbench.translation import ParagraphRecord, State, TranslationRecord

GLOSSARY = Glossary((Entry(de=("Kreml",), en="Krem<lin \"&'", also=("</mark>",)),))
HOSTILE = (
    "</td></tr></table><script>alert(1)</script>",
    "a | b || c \\| d",
    "`code` ``` *bold* _em_ [link](http://x) <b> &lt; &amp; ~~~ ~~x~~",
    "# no heading",
    "- no item",
    "1. no list",
    "1) no list",
    "+",
    "===",
    "---",
    "> no quote",
    "]]> <!-- --> <![CDATA[ <?xml ?> &unknown;",
    "\x00\x07\x1b[31mred\x1b]0;title\x07 \x85 \ufffe \ud800 end",
    "👩‍🚀 🇩🇪 ｗｉｄｅ e\u0301",
    "\u202eright to left\u202c שלום עולם مرحبا",
    "first line\nsecond line\n\n  third line\ttab",
    "Der Kreml und \"der Kreml\" & 'Kremls'",
    "=SUM(A1:A9)",
    "x" * 10_000,
    "Wort " * 2_000,
)


def record_of(*texts: str) -> TranslationRecord:
    return TranslationRecord(
        "a<b>|`&.txt",
        tuple(ParagraphRecord(text, text, State.REVIEWED, note=text) for text in texts),
    )


def shown(text: str) -> str:
    """A text as a reader sees it: cleaned, white space of any kind as one space."""
    return " ".join(clean(text).split())


class Cells(HTMLParser):
    """The text of the cells with a language, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.open = False
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag == "td":
            self.open = "lang" in dict(attrs)
            if self.open:
                self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[-1] += data


def html_cells(record: TranslationRecord) -> Cells:
    page = Cells()
    page.feed(render(Delivery(record, GLOSSARY), "html", "bilingual").decode())
    page.close()
    return page


MARKUP = {"html_block", "fence", "code_block", "table_open", "bullet_list_open", "ordered_list_open"}
PLAIN = {
    "text",
    "text_special",
    "softbreak",
    "hardbreak",
    "em_open",
    "em_close",
    "strong_open",
    "strong_close",
}


def markdown_paragraphs(data: bytes) -> list[str]:
    """What a Markdown reader shows: the text of each paragraph, white space as one space."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data.decode())
    assert not {token.type for token in tokens} & MARKUP
    texts = []
    for token in tokens:
        pieces = token.children or ()
        assert {piece.type for piece in pieces} <= PLAIN
        if token.type == "inline":
            said = "".join(" " if piece.type.endswith("break") else piece.content for piece in pieces)
            texts.append(" ".join(said.split()))
    return texts


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_reads_back_from_html(text: str) -> None:
    page = html_cells(record_of(text))
    assert [shown(cell) for cell in page.texts] == [shown(text)] * 2
    assert page.scripts == 0


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_reads_back_from_docx(text: str) -> None:
    document = Document(io.BytesIO(render(Delivery(record_of(text), GLOSSARY), "docx", "bilingual")))
    cells = document.tables[0].rows[1].cells
    assert [shown(seen_in(cell._tc)) for cell in cells[1:3]] == [shown(text)] * 2


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_reads_back_from_markdown(text: str) -> None:
    shown_texts = markdown_paragraphs(render(Delivery(record_of(text), GLOSSARY), "md", "bilingual"))
    told = " ".join(shown_texts)
    assert told.count(shown(text)) >= 3  # German, English, note
    english = markdown_paragraphs(render(Delivery(record_of(text), GLOSSARY), "md", "english"))
    assert " ".join(english) == shown(text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_reads_back_from_tmx(text: str) -> None:
    units = tmxfile.parsestring(render(Delivery(record_of(text), GLOSSARY), "tmx", "bilingual")).units
    if any(letter.isalpha() for letter in text):
        assert shown(" ".join(unit.source for unit in units)) != ""
        assert {unit.source for unit in units} == {unit.target for unit in units}
    else:
        assert units == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_text_gives_whole_files(texts: list[str]) -> None:
    record = record_of(*texts)
    assert [shown(cell) for cell in html_cells(record).texts] == [shown(text) for text in texts for _ in "de"]
    etree.fromstring(render(Delivery(record, GLOSSARY), "tmx", "bilingual"))
    for to in ("txt", "md", "html"):
        render(Delivery(record, GLOSSARY), to, "english").decode("utf-8")


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="#-+*=_`~<>[]()!|\\&;:.1a \n\tü", min_size=1, max_size=30))
def test_any_marks_of_markdown_are_shown_as_they_are(text: str) -> None:
    data = render(Delivery(record_of(text), GLOSSARY), "md", "english")
    assert " ".join(markdown_paragraphs(data)).split() == (shown(text) or "[not translated]").split()


@settings(max_examples=8, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_docx_that_reads_back(text: str) -> None:
    document = Document(io.BytesIO(render(Delivery(record_of(text), GLOSSARY), "docx", "bilingual")))
    assert shown(document.tables[0].rows[1].cells[1].text) == shown(text)


@pytest.mark.parametrize("to", [to for to in FORMATS if to != "pdf"])
def test_a_document_of_nothing_can_be_exported(to: str) -> None:
    for what in FORMATS[to].holds:
        render(Delivery(TranslationRecord("empty.txt", ()), GLOSSARY), to, what)
