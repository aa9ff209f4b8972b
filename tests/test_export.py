"""Handing a translation over: what each format holds, and what it says of unreviewed paragraphs."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import PurePosixPath

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from tests.delivery_material import GLOSSARY, STATES
from workbench.export import (
    FORMATS,
    WHATS,
    Delivery,
    fate_of_unreviewed,
    file_name,
    numbers,
    only_reviewed,
    own_format,
    render,
    unreviewed,
    usual_what,
)
from workbench.problem import WorkbenchError
from workbench.translation import ParagraphRecord, State, TranslationRecord

EVERY = [(to, what) for to, one in FORMATS.items() if to != "pdf" for what in one.holds if what != "queries"]
"""A PDF is made by another program: tests/test_export_pdf.py."""
LEFT_OUT_TOLD = {(to, what) for to in ("html", "docx", "odt") for what in WHATS} | {("md", "bilingual")}
TEXT_IN = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/worksheets/sheet1.xml"}
FOR_PROGRAMS = ("xlsx", "csv", "tsv", "xliff", "xliff12", "po", "tmx", "tmx1")
"""Formats that tell by a state what is not reviewed: tests/test_export_programs.py."""


def text_of(to: str, data: bytes) -> str:
    """All words of an exported file, as a reader sees them."""
    if to in TEXT_IN:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in (TEXT_IN[to], "word/comments.xml") if name in archive.namelist()]
            return " ".join(text for name in names for text in etree.fromstring(archive.read(name)).itertext())
    if to in ("tmx", "tmx1"):
        return " ".join(etree.fromstring(data).itertext())
    return data.decode("utf-8")


@pytest.mark.parametrize(("to", "what"), EVERY)
def test_two_exports_of_a_record_are_the_same_bytes(to: str, what: str) -> None:
    assert render(Delivery(STATES, GLOSSARY), to, what) == render(Delivery(STATES, GLOSSARY), to, what)


@pytest.mark.feature("documents with both languages")
@pytest.mark.parametrize(("to", "what"), EVERY)
def test_every_format_holds_the_reviewed_english(to: str, what: str) -> None:
    text = text_of(to, render(Delivery(STATES, GLOSSARY), to, what))
    assert "Kremlin" in text
    assert "Nobody got off." in text


def test_unreviewed_paragraphs_are_told_before_anything_goes_out() -> None:
    assert unreviewed(STATES) == (3, 4, 5)
    assert unreviewed(TranslationRecord("a.txt", STATES.paragraphs[:3])) == ()


def test_of_many_paragraphs_only_the_first_numbers_are_told() -> None:
    assert numbers((1, 3, 4, 5, 6)) == "2, 4–7"
    told = numbers(range(0, 20_000, 2))
    assert told.startswith("1, 3, 5, ")
    assert told.endswith("39 and 9,980 more")


@pytest.mark.parametrize(("to", "what"), [pair for pair in EVERY if pair[0] not in FOR_PROGRAMS])
def test_every_document_marks_what_is_not_reviewed(to: str, what: str) -> None:
    text = text_of(to, render(Delivery(STATES, GLOSSARY), to, what))
    if what == "english":
        assert len(re.findall(r"\[not\s*reviewed\\?\]|\\\[not reviewed\\\]", text)) == 2
        assert re.search(r"\[not translated\\?\]", text)
    else:
        assert "Not reviewed: 4–6." in text
        assert "draft, not reviewed" in text
        assert "translated, not reviewed" in text
        assert "not translated" in text


@pytest.mark.parametrize(("to", "what"), [pair for pair in EVERY if pair[0] not in FOR_PROGRAMS])
def test_skipped_paragraphs_stand_only_in_documents_with_both_languages_and_are_labelled(to: str, what: str) -> None:
    text = text_of(to, render(Delivery(STATES, GLOSSARY), to, what))
    shown = what == "bilingual"
    assert ("Foto: Anna Berger" in text) == shown
    assert ("skipped" in text) >= shown


@pytest.mark.parametrize(("to", "what"), EVERY)
def test_what_is_not_reviewed_can_be_left_out_of_every_format(to: str, what: str) -> None:
    text = text_of(to, render(only_reviewed(Delivery(STATES, GLOSSARY)), to, what))
    assert "Nobody got off." in text
    for left_out in ("Es regnet", "It rains", "snowing", "Es taut", "Morgen mehr", "[not"):
        assert left_out not in text
    if (to, what) in LEFT_OUT_TOLD:
        assert "6 paragraphs, 2 reviewed, 1 skipped. 3 not reviewed and left out: 4–6." in text


@pytest.mark.parametrize("to", ["html", "docx", "odt", "md"])
def test_a_bilingual_document_shows_notes_overrides_and_the_old_german(to: str) -> None:
    text = text_of(to, render(Delivery(STATES, GLOSSARY), to, "bilingual"))
    assert "Time checked" in text
    assert "On purpose: term-missing, Kremlin (named above)" in text
    assert "The German was: Es taut." in text


def test_english_text_keeps_the_layout_of_the_source() -> None:
    text = render(Delivery(STATES, GLOSSARY), "txt", "english").decode()
    assert text.startswith(
        "The Kremlin is silent\n\nThe train came at 2.30pm. Nobody got off.\n\n[not reviewed] It rains."
    )


def test_english_markdown_of_a_text_file_has_a_blank_line_between_paragraphs() -> None:
    record = TranslationRecord(
        "a.txt",
        (
            ParagraphRecord("Eins.", "1. One.", State.REVIEWED),
            ParagraphRecord("Zwei.", "Two * three.", State.REVIEWED),
        ),
    )
    data = render(Delivery(record, GLOSSARY), "md", "english").decode()
    assert MarkdownIt().render(data) == "<p>1. One.</p>\n<p>Two * three.</p>\n"


# HTML


class Outline(HTMLParser):
    """The tags of a page with their attributes, and the text in each table cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[tuple[str | None, str]] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "td":
            self.cells.append((dict(attrs).get("lang"), ""))
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "td" and self._cell is not None:
            self.cells[-1] = (self.cells[-1][0], "".join(self._cell))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)


def outline(record: TranslationRecord) -> Outline:
    page = Outline()
    page.feed(render(Delivery(record, GLOSSARY), "html", "bilingual").decode())
    page.close()
    return page


def test_a_bilingual_page_has_a_row_a_paragraph_with_both_languages_named() -> None:
    cells = outline(STATES).cells
    assert [text for lang, text in cells if lang == "de"] == [p.german for p in STATES.paragraphs]
    assert [text for lang, text in cells if lang == "en"] == [p.english for p in STATES.paragraphs]


def test_glossary_terms_are_marked_in_both_columns_with_their_counterpart() -> None:
    titles = [attributes["title"] for tag, attributes in outline(STATES).tags if tag == "mark"]
    assert titles == ["Kremlin", "Kreml"]


def test_a_page_fetches_nothing_runs_nothing_and_can_be_read_by_a_screen_reader() -> None:
    tags = outline(STATES).tags
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object"}
    assert ("html", {"lang": "en"}) in tags
    assert [attributes.get("scope") for tag, attributes in tags if tag == "th"] == ["col"] * 4 + ["row"] * 6
    assert "caption" in {tag for tag, _ in tags}


# TMX


def test_a_tmx_holds_the_sentences_of_reviewed_paragraphs_and_nothing_else() -> None:
    from translate.storage.tmx import tmxfile

    store = tmxfile.parsestring(render(Delivery(STATES, GLOSSARY), "tmx", "bilingual"))
    assert [(unit.source, unit.target) for unit in store.units] == [
        ("Der Kreml schweigt", "The Kremlin is silent"),
        ("Der Zug kam um 14.30 Uhr.", "The train came at 2.30pm."),
        ("Niemand stieg aus.", "Nobody got off."),
    ]


def test_a_tmx_is_valid_by_the_standard() -> None:
    root = etree.fromstring(render(Delivery(STATES, GLOSSARY), "tmx", "bilingual"))
    dtd = etree.DTD(
        io.StringIO(
            """<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
            <!ELEMENT header EMPTY> <!ATTLIST header creationtool CDATA #REQUIRED
              creationtoolversion CDATA #REQUIRED
              segtype (block|paragraph|sentence|phrase) #REQUIRED
              o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
              srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
            <!ELEMENT body (tu*)> <!ELEMENT tu (prop*, tuv+)> <!ELEMENT prop (#PCDATA)>
            <!ATTLIST prop type CDATA #REQUIRED> <!ELEMENT tuv (seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
            <!ELEMENT seg (#PCDATA)>"""
        )
    )
    assert dtd.validate(root), dtd.error_log
    assert root.find("header").get("srclang") == "de"
    assert {tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in root.iter("tuv")} == {"de", "en"}


def test_a_tmx_of_a_document_with_nothing_reviewed_is_empty_and_can_be_read() -> None:
    from translate.storage.tmx import tmxfile

    record = TranslationRecord("a.txt", (ParagraphRecord("Es regnet.", "It rains.", State.DRAFT),))
    assert tmxfile.parsestring(render(Delivery(record, GLOSSARY), "tmx", "bilingual")).units == []


# Asking for it


@pytest.mark.parametrize(
    ("to", "what", "told"),
    [
        ("wps", "english", "txt, md, html, docx, odt, pdf"),
        ("txt", "bilingual", "md, html, docx, odt, pdf, xlsx"),
        ("tmx", "english", "txt, md, html, docx, odt, pdf"),
        ("html", "both", "english, bilingual"),
    ],
)
def test_what_cannot_be_exported_is_refused_with_what_can(to: str, what: str, told: str) -> None:
    with pytest.raises(WorkbenchError, match=told):
        render(Delivery(STATES, GLOSSARY), to, what)
    with pytest.raises(WorkbenchError, match=told):
        file_name("gipfel", to, what)


def test_file_names_tell_the_languages_and_stay_in_their_folder() -> None:
    assert file_name("gipfel", "txt", "english") == "gipfel.en.txt"
    assert file_name("gipfel", "html", "bilingual") == "gipfel.de-en.html"
    assert file_name("ausland/gipfel", "docx", "english") == "ausland/gipfel.en.docx"
    for name in ("../../etc/x\x1b[2J", "...", "/etc/passwd", "a\\..\\b", " ", "a/./b"):
        path = PurePosixPath(file_name(name, "md", "english"))
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert path.name.endswith(".en.md")
        assert path.name.isprintable()
    assert len({file_name(name, "md", "english") for name in ("a", "a.", "a ", ".a", "a\x07", "a_", "a\\")}) == 7


# Which formats there are


def test_each_format_has_a_name_of_its_own_and_a_file_of_its_own_and_says_what_it_is_for() -> None:
    for what in WHATS:
        names = [file_name("gipfel", to, what) for to, one in FORMATS.items() if what in one.holds]
        assert len(set(names)) == len(names)
    assert all(one.about and one.holds for one in FORMATS.values())
    assert FORMATS["md"].usual == FORMATS["txt"].usual == "english"
    assert FORMATS["html"].usual == FORMATS["tmx"].usual == "bilingual"


def test_the_sources_own_format_is_one_for_english_only() -> None:
    assert own_format("ausland/gipfel.md").name == "md"
    assert own_format("gipfel.TXT").name == "txt"
    assert own_format("akte.pdf").name == "txt", "nobody gets a PDF back with other words in it"
    assert usual_what("md", "gipfel.md") == "english"
    assert usual_what("html", "gipfel.md") == usual_what("wps", "gipfel.md") == "bilingual"


def test_whether_a_sources_own_format_is_text_is_told_by_what_its_files_are() -> None:
    for name in ("a.docx", "a.docm", "a.dotx", "a.dotm", "a.odt", "a.ott", "a.epub", "a.xlsx"):
        assert not own_format(name).is_text, name
    for name in ("a.txt", "a.md", "a.html", "a.xml", "a.fodt", "a.srt", "a.vtt", "a.xlf", "a.sdlxliff", "a.po"):
        assert own_format(name).is_text, name


def test_what_becomes_of_the_unreviewed_is_told_in_a_few_words() -> None:
    assert fate_of_unreviewed(["html", "md"]) == "marked so"
    assert fate_of_unreviewed(["html", "tmx"]) == "marked so (tmx leaves them out)"
    assert fate_of_unreviewed(["tmx"]) == fate_of_unreviewed(["html"], only_reviewed=True) == "left out"
