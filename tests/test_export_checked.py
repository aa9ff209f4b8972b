"""The check before a file goes out: whatever a writer might lose is found, and then there is no file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from tests.delivery_material import coded, delivery
from workbench.export import FORMATS, render
from workbench.export.checked import must_hold
from workbench.export.units import units_of
from workbench.formats.markup import Markup
from workbench.problem import WorkbenchError
from workbench.text import Code
from workbench.translation import ParagraphRecord, State, TranslationRecord

CHECKED = [(to, what) for to, one in FORMATS.items() if to != "pdf" for what in one.holds if what != "queries"]


def with_another_english(record: TranslationRecord, english: str) -> TranslationRecord:
    """The record with other English in its last paragraph."""
    *first, last = record.paragraphs
    return replace(record, paragraphs=(*first, replace(last, english=english, english_codes=(), state=State.REVIEWED)))


@pytest.mark.parametrize(("to", "what"), CHECKED)
def test_a_sentence_that_was_lost_is_found_in_every_format(to: str, what: str) -> None:
    whole = with_another_english(coded(), "The footnote. It has a second sentence.")
    short = with_another_english(coded(), "The footnote.")
    data = render(delivery(short), to, what)
    must_hold(data, delivery(short), to, what)
    with pytest.raises(WorkbenchError, match="nothing was written"):
        must_hold(data, delivery(whole), to, what)


@pytest.mark.parametrize(("to", "what"), CHECKED)
def test_a_paragraph_that_was_lost_is_found_in_every_format(to: str, what: str) -> None:
    record = coded()
    fewer = replace(record, paragraphs=record.paragraphs[:-1], document=None)
    data = render(delivery(fewer), to, what)
    with pytest.raises(WorkbenchError, match="nothing was written"):
        must_hold(data, delivery(replace(record, document=None)), to, what)


@pytest.mark.parametrize("to", ["xliff", "xliff12", "tmx", "po", "csv", "tsv", "xlsx"])
def test_a_code_that_was_lost_is_found(to: str) -> None:
    record = coded()
    bare = replace(record.paragraphs[1], english_codes=())
    data = render(
        delivery(replace(record, paragraphs=(record.paragraphs[0], bare, *record.paragraphs[2:]))), to, "bilingual"
    )
    with pytest.raises(WorkbenchError, match="codes"):
        must_hold(data, delivery(record), to, "bilingual")


@pytest.mark.parametrize("to", ["xliff", "xliff12", "tmx", "po", "csv", "tsv", "xlsx"])
def test_a_code_at_the_end_before_a_blank_is_not_lost(to: str) -> None:
    record = TranslationRecord(
        "a.md",
        (
            ParagraphRecord(
                "Ja.",
                "Yes. ",
                State.REVIEWED,
                codes=(Code(3, "1", "alone"),),
                english_codes=(Code(4, "1", "alone"),),
                markup=(Markup("1", "note", "[^1]"),),
            ),
        ),
    )
    assert units_of(delivery(record))[0].target.shown() == "Yes.⟨1/⟩"
    render(delivery(record), to, "bilingual")


def test_a_damaged_file_is_found() -> None:
    made = render(delivery(coded()), "xlsx", "bilingual")
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as package, zipfile.ZipFile(broken, "w") as file:
        for name in package.namelist():
            file.writestr(name, package.read(name).replace(b"Kreml", b"Krem"))
    with pytest.raises(WorkbenchError, match="has other German"):
        must_hold(broken.getvalue(), delivery(coded()), "xlsx", "bilingual")
