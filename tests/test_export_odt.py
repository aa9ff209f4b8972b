"""OpenDocument texts: what an office program finds in them."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.test_export_formatting import article
from tests.test_export_hostile import HOSTILE, record_of
from workbench.checks import Finding
from workbench.export import Delivery, render
from workbench.glossary import Entry, Glossary
from workbench.text import clean
from workbench.text.house_style import HouseStyle
from workbench.translation import Draft, Override, ParagraphRecord, State, TranslationRecord

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
GLOSSARY = Glossary((Entry(de=("Kreml",), en="Kremlin", kind="place", note="the house, not the state"),))
RECORD = TranslationRecord(
    "gipfel.txt",
    (
        ParagraphRecord("Der Kreml schweigt", "The Kremlin is silent", State.REVIEWED),
        ParagraphRecord("Foto: Anna Berger", "", State.SKIPPED),
        ParagraphRecord(
            "Es  regnet.\nUnd\twie.",
            "It  rains.\nAnd\thow.",
            State.DRAFT,
            Draft("It rains.", "demo"),
            note="Ask the editor\nabout the weather",
            overrides=(Override("numbers", "35", "counted again"),),
        ),
    ),
)
FINDINGS = {2: (Finding("numbers", "error", 2, "35", "The German has 35, the English has not"),)}


def part(data: bytes, name: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def found(root: etree._Element, path: str) -> list[etree._Element]:
    nodes = root.xpath(path, namespaces=SPACES)
    assert isinstance(nodes, list)
    return [node for node in nodes if isinstance(node, etree._Element)]


def said(node: etree._Element) -> str:
    """The text of a part as a reader sees it, without comments in the margin."""
    parts = []
    for text in node.iter():
        tag = etree.QName(text).localname
        if any(etree.QName(above).localname == "annotation" for above in (text, *text.iterancestors())):
            parts.append((text.tail or "") if tag == "annotation" else "")
            continue
        count = int(text.get(f"{{{SPACES['text']}}}c", "1"))
        parts.append({"s": " " * count, "tab": "\t", "line-break": "\n"}.get(tag, "") + (text.text or ""))
        parts.append((text.tail or "") if text is not node and not len(text) else "")
    return "".join(parts)


def cells(data: bytes) -> list[list[etree._Element]]:
    """The cells of the bilingual table, its head first."""
    rows = found(part(data), "//table:table[@table:name='Text']//table:table-row")
    return [found(row, "table:table-cell") for row in rows]


@pytest.fixture(scope="module")
def bilingual() -> bytes:
    return render(Delivery(RECORD, GLOSSARY, FINDINGS), "odt", "bilingual")


def test_the_package_is_one_by_the_standard(bilingual: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(bilingual)) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        told = package.read("META-INF/manifest.xml").decode()
        assert all(f'full-path="{name}"' in told for name in ("/", "content.xml", "styles.xml", "meta.xml"))
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_table_has_a_row_a_paragraph_below_a_head_that_is_repeated(bilingual: bytes) -> None:
    head, *rows = cells(bilingual)
    assert [said(cell) for cell in head] == ["No.", "German", "English", "State, findings"]
    assert [said(row[0]) for row in rows] == ["1", "2", "3"]
    assert len(found(part(bilingual), "//table:table-header-rows/table:table-row")) == 1
    (row_style,) = found(part(bilingual), "//style:style[@style:name='Row']/style:table-row-properties")
    assert row_style.get(f"{{{SPACES['fo']}}}keep-together") == "always"


def test_blanks_tabs_and_line_breaks_are_kept(bilingual: bytes) -> None:
    assert said(cells(bilingual)[3][1]) == "Es  regnet.\nUnd\twie."
    assert said(cells(bilingual)[3][2]) == "It  rains.\nAnd\thow."


def test_the_columns_are_german_and_english_for_the_spelling_check(bilingual: bytes) -> None:
    german, english = (found(cells(bilingual)[1][column], "text:p")[0] for column in (1, 2))
    american = render(Delivery(RECORD, GLOSSARY, house=HouseStyle(spelling="american")), "odt", "bilingual")
    names = [node.get(f"{{{SPACES['text']}}}style-name") for node in (german, english)]
    for data, there in ((bilingual, "GB"), (american, "US")):
        languages = []
        for name in names:
            path = f"//style:style[@style:name='{name}']/style:text-properties"
            (properties,) = found(part(data, "styles.xml"), path)
            languages.append([properties.get(f"{{{SPACES['fo']}}}{what}") for what in ("language", "country")])
        assert languages == [["de", "DE"], ["en", there]]


def test_notes_are_comments_and_findings_stand_beside_the_state(bilingual: bytes) -> None:
    (note,) = found(part(bilingual), "//office:annotation")
    told = [" ".join(line.itertext()) for line in found(note, "text:p")]
    assert told == ["Ask the editor", "about the weather"]
    assert len(found(cells(bilingual)[3][2], "text:p/office:annotation")) == 1
    assert said(cells(bilingual)[3][3]) == (
        "draft, not reviewed! The German has 35, the English has notOn purpose: numbers, 35 (counted again)"
    )


def test_terms_are_underlined_and_listed_with_their_notes(bilingual: bytes) -> None:
    root = part(bilingual)
    underlined = [
        node.get(f"{{{SPACES['style']}}}name")
        for node in found(root, "//style:style[style:text-properties/@style:text-underline-style='dotted']")
    ]
    spans = [node for node in found(root, "//text:span") if node.get(f"{{{SPACES['text']}}}style-name") in underlined]
    assert [said(span) for span in spans] == ["Kreml", "Kremlin"]
    assert "1. Kreml: Kremlin – the house, not the state (1)" in [said(line) for line in found(root, "//text:p")]


def test_what_is_not_reviewed_can_be_left_out_and_that_is_told() -> None:
    from workbench.export import only_reviewed

    delivery = only_reviewed(Delivery(RECORD, GLOSSARY, FINDINGS))
    table = render(delivery, "odt", "bilingual")
    assert [said(row[0]) for row in cells(table)[1:]] == ["1", "2"]
    for what in ("english", "bilingual"):
        told = said(part(render(delivery, "odt", what)))
        assert "1 not reviewed and left out: 3." in told
        assert "rains" not in told


def test_english_has_headings_lists_tables_links_and_formatting() -> None:
    root = part(render(Delivery(article(), GLOSSARY), "odt", "english"))
    (heading,) = found(root, "//text:h")
    assert (said(heading), heading.get(f"{{{SPACES['text']}}}outline-level")) == ("Die Lage", "1")
    inner = found(root, "//text:list/text:list-item/text:list/text:list-item/text:p")
    assert [said(node) for node in inner] == ["Darunter fett"]
    outer = found(root, "//office:text/text:list[1]/text:list-item")
    assert [[said(node) for node in found(item, "text:p")] for item in outer] == [["Erstens"], ["Zweitens", "weiter"]]
    starts = [node.get(f"{{{SPACES['text']}}}start-value") for node in found(root, "//text:list-item")]
    assert [start for start in starts if start] == ["3", "1"]
    links = [(said(node), node.get(f"{{{SPACES['xlink']}}}href")) for node in found(root, "//text:a")]
    assert links == [("Zahlen", "https://a.example")]
    rows = found(root, "//table:table[@table:name='Table1']/table:table-row")
    assert [[said(cell) for cell in found(row, "table:table-cell")] for row in rows] == [
        ["Land", "Zahl"],
        ["Minsk", "Quelle"],
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_reads_back(text: str) -> None:
    row = cells(render(Delivery(record_of(text), GLOSSARY), "odt", "bilingual"))[1]
    assert [said(cell).split() for cell in row[1:3]] == [clean(text).split()] * 2
    english = part(render(Delivery(record_of(text), GLOSSARY), "odt", "english"))
    assert said(found(english, "//text:p")[0]).split() == clean(text).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_text_is_read_back(texts: list[str]) -> None:
    record = TranslationRecord(
        "a<b>&.txt", tuple(ParagraphRecord(text, text, State.REVIEWED, note=text) for text in texts)
    )
    rows = cells(render(Delivery(record, GLOSSARY), "odt", "bilingual"))[1:]
    for row, text in zip(rows, texts, strict=True):
        assert [said(cell).split() for cell in row[1:3]] == [clean(text).split()] * 2


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_lists_of_any_depth_and_order_give_a_whole_file(data: st.DataObject) -> None:
    document = article()
    kinds = [
        replace(
            p.block,
            kind="item",
            level=data.draw(st.integers(0, 12)),
            ordered=data.draw(st.booleans()),
            begins=data.draw(st.booleans()),
            group=data.draw(st.integers(0, 3)),
        )
        for p in document.paragraphs
    ]
    paragraphs = tuple(replace(p, block=block) for p, block in zip(document.paragraphs, kinds, strict=True))
    root = part(render(Delivery(replace(document, paragraphs=paragraphs), GLOSSARY), "odt", "english"))
    assert len(found(root, "//text:list-item//text:p")) >= len(paragraphs)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("what", ["english", "bilingual"])
def test_libreoffice_opens_it_and_reads_all_of_it(what: str, tmp_path: Path) -> None:
    source = tmp_path / f"{what}.odt"
    source.write_bytes(render(Delivery(RECORD, GLOSSARY, FINDINGS), "odt", what))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=240)
    text = source.with_suffix(".txt").read_text(encoding="utf-8-sig")
    for line in ("The Kremlin is silent", "It  rains.", "And\thow."):
        assert line in text
    assert ("Kreml: Kremlin – the house" in text) == (what == "bilingual")
