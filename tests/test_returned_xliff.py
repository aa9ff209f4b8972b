"""XLIFF that comes back: from translate-toolkit, from a reviewer with an editor, from tools that cut and annotate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.delivery_material import STATES, coded, delivery, records
from workbench.export import render
from workbench.export.returned import Returned
from workbench.export.returned_xliff import read_returned_xliff
from workbench.problem import WorkbenchError
from workbench.text import Inline
from workbench.translation import TranslationRecord

HERE = Path("gipfel.de-en.xlf")
BOTH = ("xliff", "xliff12")
NEW, OLD = "urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:1.2"


def made(record: TranslationRecord, to: str) -> bytes:
    return render(delivery(record), to, "bilingual")


def back(data: bytes) -> Returned:
    return read_returned_xliff(data, HERE)


def edited(record: TranslationRecord, to: str, edit: Callable[[Any], None]) -> Returned:
    """The file of a record as it comes back from somebody who changes its tree by `edit`."""
    root = etree.fromstring(made(record, to))
    edit(root)
    return back(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


@pytest.mark.parametrize("to", BOTH)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=records())
def test_what_nobody_changed_comes_back_as_it_was(to: str, record: TranslationRecord) -> None:
    data = made(record, to)
    if not record.paragraphs:
        return
    found = back(data)
    assert all(segment.target == segment.exported and not segment.comments for segment in found.segments)
    assert found.remarks == ()


@pytest.mark.parametrize("to", BOTH)
def test_ids_states_german_and_the_name_of_the_article(to: str) -> None:
    found = back(made(STATES, to))
    told = [p for p in range(6) if p != 1]  # what is skipped is not to be translated, and is no segment
    assert [segment.id for segment in found.segments] == [STATES.ids[place] for place in told]
    assert [segment.reviewed for segment in found.segments] == [None] * 5  # nobody has marked anything
    assert [segment.source for segment in found.segments] == [STATES.paragraphs[place].german for place in told]
    assert found.document == "gipfel.txt"


@pytest.mark.feature("a reviewer's file comes back")
@pytest.mark.parametrize("to", BOTH)
def test_what_translate_toolkit_changed_is_found(to: str) -> None:
    from translate.storage.xliff import xlifffile
    from translate.storage.xliff2 import Xliff2File

    store = {"xliff": Xliff2File, "xliff12": xlifffile}[to].parsestring(made(STATES, to))
    for unit in store.units:
        if unit.source == "Es regnet.":
            unit.target = "It pours."
            unit.addnote("Wetter?", origin="translator")
        if unit.source == "Es schneit.":
            unit.markapproved()
        if unit.source == "Morgen mehr.":
            unit.target = "More tomorrow."
    first, second, rain, snow, more = back(bytes(store)).segments
    assert (rain.target, rain.exported) == (Inline("It pours."), Inline("It rains."))
    assert (snow.reviewed, snow.target == snow.exported) == (True, True)
    assert (more.target, more.exported) == (Inline("More tomorrow."), Inline(""))
    for segment in (first, second):
        assert (segment.target == segment.exported, segment.comments) == (True, ())


def test_a_note_that_was_added_comes_in_from_xliff_1_2() -> None:
    def edit(root: Any) -> None:
        unit = root.find(f".//{{{OLD}}}trans-unit")
        etree.SubElement(unit, f"{{{OLD}}}note", {"from": "Anna"}).text = " Too stiff? "

    assert edited(STATES, "xliff12", edit).segments[0].comments == ("Anna: Too stiff?",)


def test_notes_that_were_added_or_written_in_come_in_from_xliff_2() -> None:
    def edit(root: Any) -> None:
        notes = root.find(f".//{{{NEW}}}notes")
        etree.SubElement(notes, f"{{{NEW}}}note", {"category": "comment"}).text = "Really?"
        notes[0].text = "Note: Time checked twice"

    assert edited(STATES, "xliff", edit).segments[1].comments == ("Note: Time checked twice", "Really?")


def test_a_comment_on_words_comes_in_and_the_words_stay() -> None:
    def edit(root: Any) -> None:
        target = root.find(f".//{{{NEW}}}target")
        target.text = "The "
        mark = etree.SubElement(target, f"{{{NEW}}}mrk", {"id": "m1", "type": "comment", "value": "or: Moscow"})
        mark.text, mark.tail = "Kremlin", " is silent"

    first = edited(STATES, "xliff", edit).segments[0]
    assert (first.target, first.comments) == (Inline("The Kremlin is silent"), ("or: Moscow",))


def test_a_unit_that_was_cut_into_sentences_is_one_paragraph_again() -> None:
    def cut(root: Any) -> None:
        segment = root.find(f".//{{{NEW}}}segment")
        unit = segment.getparent()
        for source, target, order in (("Der Kreml ", "is silent", "2"), ("schweigt", "The Kremlin ", "1")):
            new = etree.SubElement(unit, f"{{{NEW}}}segment", {"state": "final"})
            etree.SubElement(new, f"{{{NEW}}}source").text = source
            etree.SubElement(new, f"{{{NEW}}}target", {"order": order}).text = target
        unit.remove(segment)

    first = edited(STATES, "xliff", cut).segments[0]
    assert (first.source, first.target, first.reviewed) == ("Der Kreml schweigt", Inline("The Kremlin is silent"), None)

    def mark(root: Any) -> None:
        target = root.find(f".//{{{OLD}}}target")
        target.text = None
        for number, text in enumerate(("The Kremlin", " is silent")):
            etree.SubElement(target, f"{{{OLD}}}mrk", {"mtype": "seg", "mid": str(number)}).text = text

    assert edited(STATES, "xliff12", mark).segments[0].target == Inline("The Kremlin is silent")


@pytest.mark.parametrize(
    ("row", "approved", "state", "reviewed"),
    [
        (3, "no", "final", True),
        (3, "yes", "needs-review-translation", True),
        (4, "no", "translated", None),
        (0, "no", "signed-off", False),
        (0, "yes", "needs-translation", False),
        (0, "yes", "signed-off", None),
    ],
)
def test_whether_a_program_sets_approved_or_the_state_what_was_changed_counts(
    row: int, approved: str, state: str, reviewed: bool | None
) -> None:
    def edit(root: Any) -> None:
        unit = root.findall(f".//{{{OLD}}}trans-unit")[row]
        unit.set("approved", approved)
        unit.find(f"{{{OLD}}}target").set("state", state)

    found = {segment.id: segment for segment in edited(STATES, "xliff12", edit).segments}
    assert found[STATES.ids[row]].reviewed is reviewed


@pytest.mark.parametrize(
    ("row", "state", "reviewed"), [(3, "final", True), (0, "translated", False), (0, "final", None)]
)
def test_in_xliff_2_a_state_that_was_chosen_is_a_mark(row: int, state: str, reviewed: bool | None) -> None:
    def edit(root: Any) -> None:
        root.findall(f".//{{{NEW}}}segment")[row].set("state", state)

    found = {segment.id: segment for segment in edited(STATES, "xliff", edit).segments}
    assert found[STATES.ids[row]].reviewed is reviewed


@pytest.mark.parametrize("to", BOTH)
def test_codes_that_were_moved_are_read_where_they_are(to: str) -> None:
    tag = {"xliff": f"{{{NEW}}}pc", "xliff12": f"{{{OLD}}}g"}[to]
    name = {"xliff": f"{{{NEW}}}target", "xliff12": f"{{{OLD}}}target"}[to]

    def edit(root: Any) -> None:
        target = root.find(f".//{name}")
        target.clear()
        pair = etree.SubElement(target, tag, {"id": "1"})
        pair.text, pair.tail = "Die", " Lage"

    assert edited(coded(), to, edit).segments[0].target.shown() == "⟨1⟩Die⟨/1⟩ Lage"


def test_codes_of_another_tool_are_left_out_and_told() -> None:
    def edit(root: Any) -> None:
        target = root.find(f".//{{{NEW}}}target")
        etree.SubElement(target, f"{{{NEW}}}ph", {"id": "tab1"}).tail = "!"

    found = edited(STATES, "xliff", edit)
    assert found.segments[0].target == Inline("The Kremlin is silent!")
    assert "codes that are not the document's, in the English of unit 1" in found.remarks[0].what


def test_the_native_codes_of_other_files_are_no_text() -> None:
    data = f"""<xliff version="1.2" xmlns="{OLD}"><file original="a.html" source-language="de" datatype="html">
    <body><trans-unit id="17"><source>Ein <bpt id="1" rid="1">&lt;b&gt;</bpt>Haus<ept id="2" rid="1">&lt;/b&gt;</ept>
    </source><target>A <bpt id="1" rid="1">&lt;b&gt;</bpt>house<ept id="2" rid="1">&lt;/b&gt;</ept><ph id="3">{{x}}</ph>
    </target></trans-unit></body></file></xliff>"""
    (segment,) = back(data.encode()).segments
    assert segment.target.shown() == "A ⟨1⟩house⟨/1⟩⟨3/⟩"
    assert (segment.exported, segment.reviewed, segment.source) == (None, None, "Ein Haus")


def test_an_id_that_is_there_twice_is_told() -> None:
    def edit(root: Any) -> None:
        units = root.findall(f".//{{{OLD}}}trans-unit")
        units[2].set("id", units[0].get("id"))

    assert "1 id stands there twice" in edited(STATES, "xliff12", edit).remarks[0].what


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"<xliff version='2.1'>", "is damaged"),
        (b"<html/>", "is no XLIFF"),
        (b"<xliff version='3.0'/>", "is no XLIFF"),
        (b"<xliff version='1.2'/>", "has no units in it"),
        (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><xliff version='1.2'>&b;</xliff>", "entities"),
        (b"<xliff version='2.1'>" + b"<g>" * 400 + b"</g>" * 400 + b"</xliff>", "nested more than|is damaged"),
    ],
)
def test_other_files_are_one_clear_line(data: bytes, told: str) -> None:
    with pytest.raises(WorkbenchError, match=told):
        back(data)


def test_utf_16_is_read() -> None:
    data = made(STATES, "xliff").decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    assert back(data).segments == back(made(STATES, "xliff")).segments
