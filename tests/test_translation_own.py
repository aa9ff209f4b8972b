"""Records as the program wrote them are read quickly, and say exactly what a reader of YAML finds in them."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_translation_yaml import RECORD
from workbench.formats import filter_of
from workbench.problem import WorkbenchError
from workbench.text import Code, Inline, clean
from workbench.translation import Draft, Override, ParagraphRecord, State, TranslationRecord, dump_record
from workbench.translation.first_form import with_codes
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import cleaned, parse_record
from workbench.translation.yaml_own import read_own

ODD = st.sampled_from(
    ["", "no", "- de: a", "a\n\n- de: b", '"', "\\", "\u2028", "\x1b[1m", "e\u0301", "a\n  state: new"]
)
TEXTS = st.one_of(st.text(alphabet='aé日 \n"\\:-#\t|\u00a0\u200b\x85', max_size=12), ODD)
TERMS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=2).map(tuple)
UNSURE = st.lists(st.integers(1, 9999).map(str), max_size=2).map(tuple)
LOST = st.lists(st.tuples(st.sampled_from(["words", "verb"]), TEXTS), max_size=2).map(tuple)
DRAFTS = st.one_of(
    st.none(), st.builds(Draft, TEXTS, TEXTS, TERMS, unsure=UNSURE, words=TERMS, lost=LOST, memory=TERMS)
)
PARAGRAPHS = st.builds(
    ParagraphRecord,
    german=TEXTS,
    english=TEXTS,
    state=st.sampled_from(State),
    draft=DRAFTS,
    note=TEXTS,
    overrides=st.lists(st.builds(Override, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
    old_german=TEXTS,
)
MANY = st.lists(PARAGRAPHS, max_size=3).map(tuple)
NAMES = TEXTS.map(clean)
RECORDS = st.builds(TranslationRecord, source=NAMES, paragraphs=MANY, removed=st.one_of(st.just(()), MANY))


def read_as_yaml(data: bytes) -> TranslationRecord | None:
    """What the reader of YAML makes of a record's bytes; None where it refuses them."""
    try:
        return cleaned(parse_record(data, "a.yaml"))
    except WorkbenchError:
        return None


def test_a_record_is_read_as_it_was_written() -> None:
    assert read_own(dump_record(RECORD), Dump()) == RECORD
    gone = replace(RECORD, removed=RECORD.paragraphs[:2])
    assert read_own(dump_record(gone), Dump()) == gone


def test_everything_that_a_draft_says_is_read_by_both_readers_and_taken_over_from_the_first_form() -> None:
    full = Draft(
        "The CSTO was silent.",
        "p",
        terms=(("ODKB", "CSTO", "marker"),),
        codes=(Code(4, "1", "open"), Code(8, "1", "close")),
        unsure=("1",),
        words=(("schwieg", "was silent", "dictionary"),),
        lost=(("verb", "Die ODKB schwieg."),),
        memory=(("Die ODKB schwieg.", "100", "gipfel.txt ¶3"),),
    )
    assert all(getattr(full, field.name) != field.default for field in fields(Draft))
    german = Inline.parsed("Die ⟨1⟩ODKB⟨/1⟩ schwieg.")
    paragraph = ParagraphRecord(german.text, codes=german.codes, draft=full).with_target(full.target, State.DRAFT)
    record = TranslationRecord("a.md", (paragraph,))
    data = dump_record(record)
    assert read_own(data, Dump()) == parse_record(data, "a.yaml") == cleaned(record) == record
    first = replace(record, paragraphs=(replace(paragraph, draft=replace(full, english="", codes=())),), form=1)
    source = filter_of("a.md").read(b"Die **ODKB** schwieg.", Path("a.md"))
    (renewed,) = with_codes(first, source).paragraphs
    assert renewed.draft == replace(full, english="", codes=())


@settings(max_examples=200, deadline=None)
@given(RECORDS)
def test_both_readers_agree(record: TranslationRecord) -> None:
    data = dump_record(record)
    assert read_own(data, Dump()) in (None, read_as_yaml(data))


@settings(max_examples=200, deadline=None)
@given(RECORDS)
def test_what_the_program_keeps_is_read_quickly(record: TranslationRecord) -> None:
    """Whatever was read once, by whichever reader, is written so that it is read quickly from then on."""
    kept = read_as_yaml(dump_record(record))
    if kept is not None:
        assert read_own(dump_record(kept), Dump()) == kept


@settings(max_examples=200, deadline=None)
@given(RECORDS, st.data())
def test_a_file_that_was_edited_is_left_to_the_reader_of_yaml(record: TranslationRecord, data: st.DataObject) -> None:
    written = dump_record(record).decode()
    at = data.draw(st.integers(0, len(written)))
    until = data.draw(st.integers(at, min(at + 8, len(written))))
    edited = (
        written[:at] + data.draw(st.sampled_from(["", " ", "\n", "x", "- ", '"', ": "])) + written[until:]
    ).encode()
    assert read_own(edited, Dump()) in (None, read_as_yaml(edited))


@pytest.mark.parametrize(
    "old, new", [("state: reviewed", "state: done"), ("\n  en: |-", "\n  en:  |-"), ("# Kept", "# kept")]
)
def test_one_letter_is_enough(old: str, new: str) -> None:
    edited = dump_record(RECORD).replace(old.encode(), new.encode(), 1)
    assert read_own(edited, Dump()) is None


def test_what_was_read_is_not_written_anew() -> None:
    data, dump = dump_record(RECORD), Dump()
    record = read_own(data, dump)
    assert record is not None
    assert dump.of(record) == data
    accepted = replace(record, paragraphs=(*record.paragraphs[:-1], replace(record.paragraphs[-1], note="Which day?")))
    assert dump.of(accepted) == dump_record(accepted) != data
