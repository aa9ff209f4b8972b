"""Notes, page heads and comments of a document in the English of another format; its title, and its headline."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.docx_material import docx, p, part, r, read
from tests.epub_files import epub_of, page_of
from tests.odt_files import odt_of
from tests.test_command_line import workbench
from workbench.export import Delivery, render
from workbench.export.formats import comments_left_out
from workbench.export.passages import title_of
from workbench.formats import Document, filter_of
from workbench.glossary import Glossary
from workbench.translation import State, TranslationRecord, rematch

NOTE = '<w:r><w:{}Reference w:id="{}"/></w:r>'
FILE = docx(
    p(r("Lage"), style="berschrift2")
    + p(r("Ein Satz"), NOTE.format("footnote", 5), r(" und noch"), NOTE.format("endnote", 5), r(" einer."))
    + p(r("Schluss"), NOTE.format("footnote", 4), r(".")),
    {
        "footnotes": f'<w:footnote w:id="4">{p(r("Zweite."))}</w:footnote>'
        f'<w:footnote w:id="5">{p(r("Erste."))}{p(r("Dazu."))}</w:footnote>',
        "endnotes": f'<w:endnote w:id="5">{p(r("Am Ende."))}</w:endnote>',
        "comments": f'<w:comment w:id="7" w:author="A">{p(r("Stimmt das?"))}</w:comment>',
        "header1": p(r("Bericht")),
    },
)


def delivery(document: Document, name: str = "a.docx") -> Delivery:
    """What is handed over of a document whose German is taken for its English."""
    record = rematch(TranslationRecord(name, ()), document)
    done = tuple(one.with_target(one.source, State.REVIEWED) for one in record.paragraphs)
    return Delivery(replace(record, paragraphs=done), Glossary(()))


def text_document(text: str) -> Document:
    return filter_of("a.txt").read(text.encode(), Path("a.txt"))


def test_word_notes_are_told_by_their_number_in_the_text_not_by_that_in_the_file() -> None:
    blocks = {one.text: (one.block.apart, one.block.note) for one in read(FILE).paragraphs if one.block.apart}
    assert blocks == {
        "Zweite.": ("footnote", "2"), "Erste.": ("footnote", "1"), "Dazu.": ("footnote", ""),
        "Am Ende.": ("endnote", "i"), "Bericht": ("header", ""), "Stimmt das?": ("comment", ""),
    }  # fmt: skip
    assert [one.first for one in read(FILE).paragraphs[1].markup] == ["[^1]", "[^i]"]


def test_as_text_the_notes_stand_at_the_end_with_their_numbers_and_comments_are_left_out() -> None:
    assert render(delivery(read(FILE)), "txt", "english").decode() == (
        "Lage\n\nEin Satz[1] und noch[i] einer.\n\nSchluss[2].\n\nNotes\n\n[2] Zweite.\n\n[1] Erste.\n\nDazu.\n\n"
        "[i] Am Ende.\n\nPage headers and footers\n\nBericht\n"
    )


def test_as_markdown_and_html_they_do_as_well() -> None:
    made = render(delivery(read(FILE)), "md", "english").decode()
    assert "Ein Satz<sup>1</sup> und" in made and "## Notes\n\n<sup>2</sup> Zweite." in made
    page = render(delivery(read(FILE)), "html", "english").decode()
    assert "<h2>Notes</h2>\n<p><sup>2</sup> Zweite.</p>" in page and "<title>Lage</title>" in page
    assert page.index("<h2>Page headers and footers</h2>") < page.index("<p>Bericht</p>")
    assert "Stimmt das?" not in made + page


@pytest.mark.parametrize("to", ["docx", "odt"])
def test_in_a_document_made_anew_they_do_as_well(to: str) -> None:
    document = odt_of(
        '<text:p>Ein Satz<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Die Quelle</text:p></text:note-body></text:note> geht weiter."
        "<office:annotation><text:p>Stimmt das?</text:p></office:annotation></text:p><text:p>Noch einer.</text:p>"
    )
    source, name = (
        (read(FILE), "a.docx") if to == "odt" else (filter_of("a.odt").read(document, Path("a.odt")), "a.odt")
    )
    made = filter_of(f"a.{to}").read(render(delivery(source, name), to, "english"), Path(f"a.{to}"))
    texts = [one.text for one in made.paragraphs]
    assert "Notes" in texts and "Stimmt das?" not in texts
    assert texts.index("Notes") > max(at for at, text in enumerate(texts) if "Schluss" in text or text == "Noch einer.")


@pytest.mark.parametrize("to", ["txt", "html", "docx"])
def test_a_page_head_that_is_skipped_leaves_no_heading(to: str) -> None:
    head = f"<w:tbl><w:tr><w:tc>{p(r('Firma'))}</w:tc></w:tr></w:tbl>"
    name = "a.docx" if to != "docx" else "a.docm"
    made = delivery(read(docx(p(r("Text.")), {"header1": head})), name)
    body, cell = made.record.paragraphs
    record = replace(made.record, paragraphs=(body, replace(cell, state=State.SKIPPED)))
    data = render(replace(made, record=record), to, "english")
    assert "Page headers" not in (part(data) if to == "docx" else data.decode())


def test_comments_that_are_left_out_are_told_by_their_paragraphs() -> None:
    record = delivery(read(FILE)).record
    comment = len(record.paragraphs) - 1
    assert comments_left_out(record, "html", "english") == (comment,)
    assert comments_left_out(record, "docx", "english") == () == comments_left_out(record, "html", "bilingual")


def test_the_command_tells_that_comments_are_left_out(project_folder: Path) -> None:
    (project_folder / "sources/bericht.docx").write_bytes(FILE)
    for options in ([], ["-o", "-"]):
        done = workbench("export", "sources/bericht.docx", "--to", "md", *options, cwd=project_folder)
        assert done.returncode == 0
        assert "has none of the comments in the source (paragraph 9)" in " ".join(done.stderr.split())


@pytest.mark.parametrize("to", ["html", "md", "docx", "odt"])
def test_a_bilingual_document_says_what_a_paragraph_is(to: str) -> None:
    made = render(delivery(read(FILE)), to, "bilingual")
    said = part(made) if to == "docx" else odt_text(made) if to == "odt" else made.decode()
    assert all(f"In the file: {kind}" in said for kind in ("footnote 1", "endnote i", "comment", "header of the page"))


def odt_text(file: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(file)).read("content.xml").decode()


ARTICLE = (
    "Lukaschenko trifft Putin\n\nDie beiden sprachen am Montag in Minsk über Getreide.\n\nWeiteres folgt am Abend.\n"
)


def test_the_headline_of_a_plain_text_is_the_heading_and_the_title() -> None:
    of_text = delivery(text_document(ARTICLE), "a.txt")
    page = render(of_text, "html", "english").decode()
    assert "<h1>Lukaschenko trifft Putin</h1>" in page and "<title>Lukaschenko trifft Putin</title>" in page
    assert 'w:val="Heading1"' in part(render(of_text, "docx", "english"))
    assert render(of_text, "md", "english").decode().startswith("# Lukaschenko trifft Putin\n")
    assert render(of_text, "txt", "english").decode() == ARTICLE


@pytest.mark.parametrize("text", ["Brot\n\nMilch\n\nKäse\n", "Ein ganzer Satz beginnt hier.\n\nNoch einer.\n"])
def test_a_text_without_a_headline_has_the_files_name_for_its_title(text: str) -> None:
    of_text = delivery(text_document(text), "a.txt")
    assert title_of(of_text.record) == "a.txt"
    assert "<h1>" not in render(of_text, "html", "english").decode()


def test_open_document_and_books_tell_what_stands_apart() -> None:
    head = "<style:header><text:p>Kopf</text:p></style:header><style:footer><text:p>Fuß</text:p></style:footer>"
    body = (
        '<text:p>Ein Satz<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation>'
        "<text:note-body><text:p>Die Quelle</text:p><text:p>Dazu</text:p></text:note-body></text:note></text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>Im Kasten<office:annotation><text:p>Stimmt das?</text:p>"
        "</office:annotation></text:p></draw:text-box></draw:frame></text:p>"
    )
    found = filter_of("a.odt").read(odt_of(body, head), Path("a.odt"))
    assert {one.text: (one.block.apart, one.block.note) for one in found.paragraphs} == {
        "Ein Satz": ("", ""), "Die Quelle": ("endnote", "i"), "Dazu": ("endnote", ""), "Im Kasten": ("box", ""),
        "Stimmt das?": ("comment", ""), "Kopf": ("header", ""), "Fuß": ("footer", ""),
    }  # fmt: skip
    page = '<p>Ein Satz.</p><aside epub:type="footnote" id="n1"><p>Die Quelle.</p></aside>'
    book = filter_of("a.epub").read(epub_of([page_of(page)]), Path("a.epub"))
    assert {one.text: one.block.apart for one in book.paragraphs if one.text in ("Ein Satz.", "Die Quelle.")} == {
        "Ein Satz.": "",
        "Die Quelle.": "footnote",
    }
