"""Which files come back as a reviewer’s: one of many rows, none that is damaged or a bomb; each ends in one line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review_material import handed_over, read
from workbench.export import Delivery, render
from workbench.export.returning import read_returned
from workbench.export.word_codes import read_back, stretches
from workbench.formats import CodeRole, Markup
from workbench.glossary import Glossary
from workbench.problem import WorkbenchError
from workbench.text import Code, Inline
from workbench.translation import ParagraphRecord, State, TranslationRecord

SENT = handed_over()


def repacked(change: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SENT)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change.get(name, source.read(name)))
    return made.getvalue()


def plain_document() -> bytes:
    document = Document()
    document.add_paragraph("A letter.")
    document.add_table(2, 4)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (SENT[: len(SENT) // 2], "is damaged"),
        (b"", "is no Word document"),
        (b"Dear all,", "is no Word document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 600, "locked by a password"),
        (plain_document(), "is no bilingual document"),
        (repacked({"word/document.xml": b"<w:document"}), "is damaged in word/document.xml"),
        (repacked({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares a document type"),
        (repacked({"word/document.xml": b"<a>" + b"<b>" * 300 + b"</b>" * 300 + b"</a>"}), ""),
        (repacked({"word/media/image1.png": b"0"}), None),
    ],
)
def test_bad_files_end_in_one_line(data: bytes, says: str | None) -> None:
    if says is None:
        assert len(read(data).segments) == 12
        return
    with pytest.raises(WorkbenchError) as raised:
        read(data)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "gipfel.de-en.docx" in str(raised.value)


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    bomb = repacked({"word/theme/theme1.xml": b"0" * 310_000_000})
    with pytest.raises(WorkbenchError, match="unpacks to more than"):
        read(bomb)


def test_a_format_that_nobody_reads_is_told() -> None:
    with pytest.raises(WorkbenchError, match="no format that can be taken back"):
        read_returned(b"", Path("a.pages"))


def test_a_document_of_many_rows_comes_back() -> None:
    many = TranslationRecord(
        "a.txt", tuple(ParagraphRecord(f"Satz {n}.", f"Line {n}.", State.REVIEWED) for n in range(400))
    )
    data = render(Delivery(many, Glossary(())), "docx", "bilingual")
    returned = read(data)
    assert [segment.target.text for segment in returned.segments] == [f"Line {n}." for n in range(400)]


ROLES: st.SearchStrategy[CodeRole] = st.sampled_from(
    ("bold", "italic", "strike", "code", "link", "note", "image", "break", "other")
)


@st.composite
def formatted(draw: st.DrawFn) -> tuple[Inline, tuple[Markup, ...]]:
    text = draw(st.text("ab \\⟨⟩1/ü", max_size=14))
    codes: list[Code] = []
    markup = []
    for number in map(str, range(1, draw(st.integers(1, 5)))):
        address = draw(st.sampled_from(["https://example.org/a", "https://example.org/b", "#there"]))
        markup.append(Markup(number, draw(ROLES), "", "", address))
        first, last = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        if draw(st.booleans()):
            codes.append(Code(first, number, "alone"))
        else:
            codes += [Code(first, number, "open"), Code(last, number, "close")]
    return Inline(text, tuple(sorted(codes, key=lambda code: code.at))), tuple(markup)


@settings(max_examples=200, deadline=None)
@given(formatted())
def test_whatever_codes_a_text_has_its_cell_has_them_all(made: tuple[Inline, tuple[Markup, ...]]) -> None:
    inline, markup = made
    assert read_back(stretches(inline, markup), markup, inline) == (inline, 0)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_to_the_file_makes_reading_fail_otherwise_than_in_one_line(data: st.DataObject) -> None:
    at_byte = data.draw(st.integers(0, len(SENT) - 1))
    damaged = SENT[:at_byte] + data.draw(st.binary(max_size=6)) + SENT[at_byte + data.draw(st.integers(0, 40)) :]
    try:
        read(damaged)
    except WorkbenchError as error:
        assert "\n" not in str(error)
