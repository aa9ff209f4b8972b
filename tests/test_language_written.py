"""The English that a project's style asks for is what its documents are marked with, in every format that says so."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.epub_files import epub_of, page_of
from tests.epub_files import parts_of as parts_of_epub
from tests.odt_files import flat_of, odt_of
from tests.odt_files import parts_of as parts_of_odt
from workbench.export import Delivery, docx, queries
from workbench.export.native import english
from workbench.formats import filter_of
from workbench.glossary import Glossary
from workbench.text import Inline
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.translation import ParagraphRecord, State, TranslationRecord, rematch


def _word() -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph("Guten Tag")
    document.core_properties.language = "de-DE"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _joined(parts: dict[str, bytes]) -> bytes:
    return b"".join(parts.values())


XLIFF = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de"><file id="f"><unit id="u">'
    "<segment><source>Guten Tag</source></segment></unit></file></xliff>"
)
WORDPRESS = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    "<language>de-DE</language><item><wp:post_type>post</wp:post_type><content:encoded><![CDATA[<p>Guten Tag</p>]]>"
    "</content:encoded></item></channel></rss>"
)
PAGE = '<html lang="de"><meta property="og:locale" content="de_DE"><p>Guten Tag</p></html>'
PO = 'msgid ""\nmsgstr "Language: \\n"\n\nmsgid "Guten Tag"\nmsgstr ""\n'
VTT = "WEBVTT\nKind: captions\nLanguage: de\n\n00:01.000 --> 00:02.000\nGuten Tag\n"


@pytest.mark.parametrize(
    ("name", "data", "unpacked", "said"),
    [
        ("a.docx", _word(), parts_of_odt, ["<dc:language>{}</dc:language>"]),
        ("a.odt", odt_of("<text:p>Guten Tag</text:p>"), parts_of_odt, ['fo:language="en" fo:country="{country}"']),
        ("a.fodt", flat_of("<text:p>Guten Tag</text:p>"), None, ['fo:language="en" fo:country="{country}"']),
        ("a.epub", epub_of([page_of("<p>Guten Tag</p>")]), parts_of_epub, ['xml:lang="{}"', "<dc:language>{}</"]),
        ("a.html", PAGE.encode(), None, ['<html lang="{}">', 'content="{locale}"']),
        ("a.xml", WORDPRESS.encode(), None, ["<language>{}</language>"]),
        ("a.xlf", XLIFF.encode(), None, ['trgLang="{}"']),
        ("a.po", PO.encode(), None, ["Language: {locale}"]),
        ("a.vtt", VTT.encode(), None, ["Language: {}\n"]),
    ],
    ids=["docx", "odt", "fodt", "epub", "html", "wordpress", "xliff", "po", "vtt"],
)
@pytest.mark.parametrize(
    ("house", "language"),
    [
        (NO_STYLE, "en-GB"),
        (HouseStyle("ours", spelling="british"), "en-GB"),
        (HouseStyle("ours", spelling="oxford"), "en-GB"),
        (HouseStyle("ours", spelling="american"), "en-US"),
    ],
)
def test_a_file_says_which_english_it_is_in(
    name: str,
    data: bytes,
    unpacked: Callable[[bytes], dict[str, bytes]] | None,
    said: list[str],
    house: HouseStyle,
    language: str,
) -> None:
    record = rematch(TranslationRecord(name, ()), filter_of(name).read(data, Path(name)))
    reviewed = tuple(p.with_target(Inline("Good day", p.codes), State.REVIEWED) for p in record.paragraphs)
    record = replace(record, paragraphs=reviewed)
    made = english(Delivery(record, Glossary(()), house=house))
    text = (_joined(unpacked(made)) if unpacked else made).decode("utf-8", "replace")
    for one in said:
        assert one.format(language, country=language[3:], locale=language.replace("-", "_")) in text


def test_so_do_the_documents_that_are_made_anew() -> None:
    record = TranslationRecord("a.txt", (ParagraphRecord("Guten Tag", "Good day", State.REVIEWED),))
    american = Delivery(record, Glossary(()), house=HouseStyle("ours", spelling="american"))
    for made in (docx.english(american), docx.bilingual(american), queries.docx(american)):
        parts = parts_of_odt(made)
        assert b"<dc:language>en-US</dc:language>" in parts["docProps/core.xml"]
        assert b'w:lang w:val="en-US"' in parts["word/styles.xml"]
        assert b"en-GB" not in parts["word/document.xml"] + parts["word/styles.xml"]
