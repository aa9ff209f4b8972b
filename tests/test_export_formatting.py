"""What a Markdown source is in the documents that are handed over: headings, lists, tables, bold, links."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree, html
from markdown_it import MarkdownIt

from workbench.export import Delivery, render
from workbench.formats import Block, filter_of
from workbench.glossary import Entry, Glossary
from workbench.translation import ParagraphRecord, State, TranslationRecord, rematch

GLOSSARY = Glossary((Entry(de=("Kreml",), en="Kremlin", kind="place"),))
ARTICLE = """\
# Die *Lage*

Der **Kreml** nennt [Zahlen](https://a.example "Titel") und `code`, ~~fast~~ alle[^1].

- Erstens
  - Darunter **fett**
- Zweitens

  weiter
3. Drittens
4. Viertens

Dazwischen.

1. Von vorn

> Ein Zitat

| Land | **Zahl** |
|---|---|
| Minsk | [Quelle](javascript:alert(1)) |

[^1]: Die Fußnote
"""


def article() -> TranslationRecord:
    """The article with its own German accepted as English: the formatting is what is looked at."""
    document = filter_of("a.md").read(ARTICLE.encode(), Path("a.md"))
    record = rematch(TranslationRecord("a.md", ()), document)
    done = tuple(p.with_target(p.source, State.REVIEWED) for p in record.paragraphs)
    return replace(record, paragraphs=done)


@pytest.fixture(scope="module")
def word() -> Any:
    return Document(io.BytesIO(render(Delivery(article(), GLOSSARY), "docx", "english")))


def test_word_has_its_own_styles_for_headings_lists_and_quotations(word: Any) -> None:
    styles = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs}
    assert styles["Die Lage"] == "Heading 1"
    assert styles["Erstens"] == styles["Zweitens"] == "List Bullet"
    assert styles["Darunter fett"] == "List Bullet 2"
    assert styles["weiter"] == "List Continue"
    assert styles["Drittens"] == styles["Von vorn"] == "List Number"
    assert styles["Ein Zitat"] == "Quote"


def test_word_has_bold_italic_code_struck_out_and_footnote_marks(word: Any) -> None:
    runs = {run.text: run for paragraph in word.paragraphs for run in paragraph.runs}
    assert runs["Lage"].italic
    assert runs["Kreml"].bold and not runs["Der "].bold
    assert runs["code"].font.name == "Courier New"
    assert runs["fast"].font.strike
    assert runs["1"].font.superscript


def test_word_links_lead_where_the_source_does_and_nowhere_dangerous(word: Any) -> None:
    links = [(link.text, link.address) for paragraph in word.paragraphs for link in paragraph.hyperlinks]
    assert links == [("Zahlen", "https://a.example")]
    cell = word.tables[0].cell(1, 1).paragraphs[0]
    assert (cell.text, cell.hyperlinks) == ("Quelle", [])


def test_word_counts_each_list_from_its_own_beginning(word: Any) -> None:
    numbering = word.part.numbering_part.numbering_definitions._numbering
    numbered = [p for p in word.paragraphs if p.style.name == "List Number"]
    lists = [p._p.pPr.numPr.numId.val for p in numbered]
    assert lists[0] == lists[1] != lists[2]
    starts = {num.numId: num.xpath("w:lvlOverride/w:startOverride/@w:val") for num in numbering.num_lst}
    assert (starts[lists[0]], starts[lists[2]]) == (["3"], ["1"])


def test_word_has_the_table(word: Any) -> None:
    (table,) = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Land", "Zahl"], ["Minsk", "Quelle"]]


def test_html_has_all_of_it() -> None:
    page = render(Delivery(article(), GLOSSARY), "html", "english").decode()
    for part in (
        "<h1>Die <em>Lage</em></h1>",
        '<a href="https://a.example">Zahlen</a>',
        "<code>code</code>, <s>fast</s> alle<sup>1</sup>.",
        "<ul>\n<li>\n<p>Erstens</p>\n<ul>\n<li>\n<p>Darunter <strong>fett</strong></p>\n</li></ul>\n</li>\n<li>",
        '<ol start="3">',
        "<blockquote><p>Ein Zitat</p></blockquote>",
        "<tr><th>Land</th><th><strong>Zahl</strong></th></tr>",
    ):
        assert part in page
    assert "javascript" not in page


def test_bilingual_documents_show_formatting_and_terms_in_both_languages() -> None:
    page = render(Delivery(article(), GLOSSARY), "html", "bilingual").decode()
    assert '<td lang="de">Der <strong><mark title="Kremlin">Kreml</mark></strong> nennt' in page
    table = Document(io.BytesIO(render(Delivery(article(), GLOSSARY), "docx", "bilingual"))).tables[0]
    german = table.rows[2].cells[1].paragraphs[0]
    assert [run.text for run in german.runs if run.bold] == ["Kreml"]


def test_a_cell_that_is_left_out_leaves_the_table_as_it_is() -> None:
    record = article()
    paragraphs = tuple(replace(p, state=State.SKIPPED) if p.german == "Minsk" else p for p in record.paragraphs)
    document = Document(
        io.BytesIO(render(Delivery(replace(record, paragraphs=paragraphs), GLOSSARY), "docx", "english"))
    )
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["", "Quelle"]


def letter(*paragraphs: tuple[str, Block]) -> TranslationRecord:
    """A letter of another program: what stands in a note comes where the note's mark is, in the middle of a table."""
    done = (ParagraphRecord(text, text, State.REVIEWED, block=block) for text, block in paragraphs)
    return TranslationRecord("brief.odt", tuple(done))


def cell(row: int, column: int, group: int = 1) -> Block:
    return Block("cell", group=group, row=row, column=column)


def item(level: int, *, begins: bool = True) -> Block:
    return Block("item", level=level, ordered=True, group=1, begins=begins)


NOTE = Block()
TABLE = letter(
    ("Region", cell(0, 0)),
    ("Zahl", cell(0, 1)),
    ("Eine Fußnote", NOTE),
    ("Brest", cell(1, 0)),
    ("Innen", cell(0, 0, group=2)),
    ("Gomel", cell(2, 0)),
    ("Zwölf", cell(2, 1)),
)
LISTS = letter(
    ("Eins", item(1)),
    ("Innen a", item(2)),
    ("Eine Fußnote", NOTE),
    ("Innen b", item(2)),
    ("Zwei", item(1)),
    ("Neu innen", item(2)),
    ("und weiter", item(2, begins=False)),
    ("Drei", item(1)),
)


def english(record: TranslationRecord, to: str) -> bytes:
    return render(Delivery(record, GLOSSARY), to, "english")


def body_of(data: bytes) -> Any:
    """What an OpenDocument text has in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("content.xml"))


def test_a_table_is_whole_whatever_stands_between_its_cells() -> None:
    outer = [["Region", "Zahl"], ["Brest", ""], ["Gomel", "Zwölf"]]
    tables = Document(io.BytesIO(english(TABLE, "docx"))).tables
    assert [[[c.text for c in row.cells] for row in table.rows] for table in tables] == [outer, [["Innen"]]]
    page = html.document_fromstring(english(TABLE, "html").decode())
    assert [[[c.text_content() for c in row] for row in table.iter("tr")] for table in page.iter("table")] == [
        outer,
        [["Innen"]],
    ]
    spaces = {"table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0"}
    found = body_of(english(TABLE, "odt")).findall(".//table:table", spaces)
    assert [len(table.findall("table:table-row", spaces)) for table in found] == [3, 1]
    assert english(TABLE, "md").decode().count("| --- |") == 2
    assert english(TABLE, "txt").decode().split("\n\n")[2] == "Eine Fußnote"


def test_a_list_counts_on_behind_what_stands_in_it_and_anew_within_each_item() -> None:
    page = html.document_fromstring(english(LISTS, "html").decode())
    numbers, texts = [], []
    for one in page.iter("ol"):
        number = int(one.get("start", "1")) - 1
        for entry in one:
            number = int(entry.get("value", number + 1))
            if entry.get("class") != "outer":
                numbers.append(number)
                texts.append(entry.findtext("p"))
    told = dict(zip(texts, numbers, strict=True))
    assert told == {"Eins": 1, "Innen a": 1, "Innen b": 2, "Zwei": 2, "Neu innen": 1, "Drei": 3}
    word = Document(io.BytesIO(english(LISTS, "docx")))
    lists = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name.startswith("List Number")]
    one, inner, again, two, anew, three = lists
    assert one == two == three and inner == again != anew
    assert "    1.  Neu innen" in english(LISTS, "md").decode()


def test_an_item_within_one_that_is_left_out_is_an_item_and_no_code() -> None:
    first, *others = LISTS.paragraphs
    record = replace(LISTS, paragraphs=(replace(first, state=State.SKIPPED), *others))
    shown = MarkdownIt().render(english(record, "md").decode())
    assert "<code>" not in shown and shown.startswith("<ol>")
