"""What other programs are handed: XLIFF 2.1 and 1.2, TMX, PO, CSV and TSV; read by translate-toolkit, too."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.delivery_material import (
    HOSTILE,
    STATES,
    coded,
    crossed,
    delivery,
    record_of,
    records,
)
from workbench.export import Delivery, render
from workbench.export.units import units_of
from workbench.formats.markup import Markup, written
from workbench.text import clean
from workbench.translation import State, TranslationRecord

STRUCTURES = Path(__file__).parent / "data" / "structure"
CORE = {"x": "urn:oasis:names:tc:xliff:document:2.0", "l": "urn:oasis:names:tc:xliff:document:1.2"}
ALL = ("xliff", "xliff12", "po", "csv", "tsv", "tmx", "xlsx")
RECORDS = (STATES, coded(), crossed(), record_of(*HOSTILE), TranslationRecord("empty.txt", ()))

TMX_DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header EMPTY> <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)> <!ELEMENT tu (prop*, tuv+)> <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT tuv (seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED> <!ELEMENT seg (#PCDATA|bpt|ept|ph|it)*>
<!ELEMENT bpt (#PCDATA)> <!ATTLIST bpt i CDATA #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED>
<!ELEMENT ept (#PCDATA)> <!ATTLIST ept i CDATA #REQUIRED>
<!ELEMENT it (#PCDATA)> <!ATTLIST it pos (begin|end) #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED>
<!ELEMENT ph (#PCDATA)> <!ATTLIST ph x CDATA #IMPLIED type CDATA #IMPLIED>
"""
"""What TMX 1.4b allows of the elements that are written here."""


def made(record: TranslationRecord, to: str) -> bytes:
    return render(delivery(record), to, "bilingual")


def shown(record: TranslationRecord, *, skipped: bool = True) -> list[tuple[str, str]]:
    """German and English of the record as files have them that write codes into the texts."""
    return [(unit.source.shown(), unit.target.shown()) for unit in units_of(delivery(record), skipped=skipped)]


def plain(record: TranslationRecord) -> list[tuple[str, str]]:
    return [(unit.source.text, unit.target.text) for unit in units_of(delivery(record))]


# Whole files


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.source)
def test_xliff_is_as_the_standards_want_it(record: TranslationRecord) -> None:
    for to, structure in (("xliff", "xliff21.rng"), ("xliff12", "xliff12.rng")):
        schema = etree.RelaxNG(etree.parse(STRUCTURES / structure))
        root = etree.fromstring(made(record, to))
        assert schema.validate(root), schema.error_log


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.source)
def test_codes_in_xliff_have_ids_that_are_there_once_and_lead_somewhere(record: TranslationRecord) -> None:
    for unit in etree.fromstring(made(record, "xliff")).iterfind(".//x:unit", CORE):
        data = {one.get("id") for one in unit.iterfind(".//x:data", CORE)}
        for text in (*unit.iterfind(".//x:source", CORE), *unit.iterfind(".//x:target", CORE)):
            ids = [code.get("id") for code in text.iterdescendants() if code.get("id")]
            assert len(ids) == len(set(ids))
            assert {code.get("startRef") for code in text.iterdescendants("{*}ec") if code.get("startRef")} <= set(ids)
            for name in ("dataRef", "dataRefStart", "dataRefEnd"):
                assert {code.get(name) for code in text.iterdescendants() if code.get(name)} <= data


@pytest.mark.feature("memories for other programs")
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.source)
def test_tmx_is_as_the_standard_wants_it(record: TranslationRecord) -> None:
    root = etree.fromstring(made(record, "tmx"))
    dtd = etree.DTD(io.StringIO(TMX_DTD))
    assert dtd.validate(root), dtd.error_log
    for segment in root.iter("seg"):
        begun = [code.get("i") for code in segment.iter("bpt")]
        assert begun == [
            code.get("i") for code in sorted(segment.iter("ept"), key=lambda one: begun.index(one.get("i")))
        ]


@pytest.mark.parametrize("to", ALL)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=records())
def test_whatever_stands_in_a_record_its_file_is_read_back_with_every_word_and_code(
    to: str, record: TranslationRecord
) -> None:
    assert made(record, to) == made(record, to)  # `render` reads it back and counts


@pytest.mark.parametrize("to", ALL)
def test_hostile_texts_come_through_every_format(to: str) -> None:
    made(record_of(*HOSTILE, *HOSTILE), to)


# XLIFF, states and notes


def test_states_in_xliff_2_are_those_of_the_standard() -> None:
    segments = etree.fromstring(made(STATES, "xliff")).findall(".//x:segment", CORE)
    assert [(s.get("state"), s.get("subState"), s.find("x:target", CORE) is not None) for s in segments] == [
        ("reviewed", None, True),
        ("initial", "workbench:skipped", False),
        ("reviewed", None, True),
        ("initial", "workbench:draft", True),
        ("translated", None, True),
        ("initial", None, False),
    ]


def test_states_in_xliff_1_2_are_those_of_the_standard() -> None:
    units = etree.fromstring(made(STATES, "xliff12")).findall(".//l:trans-unit", CORE)
    targets = [unit.find("l:target", CORE) for unit in units]
    assert [(unit.get("approved"), unit.get("translate")) for unit in units] == [
        ("yes", None),
        (None, "no"),
        ("yes", None),
        ("no", None),
        ("no", None),
        ("no", None),
    ]
    assert [None if target is None else target.get("state") for target in targets] == [
        "signed-off",
        None,
        "signed-off",
        "needs-review-translation",
        "translated",
        None,
    ]
    assert [target.get("state-qualifier") for target in targets if target is not None].count("leveraged-mt") == 1


def test_what_is_not_reviewed_is_told_by_its_state_and_never_by_a_text() -> None:
    for to in ("xliff", "xliff12", "po", "csv", "tsv", "tmx"):
        assert b"[not " not in made(STATES, to)


def test_notes_findings_and_terms_stand_beside_their_paragraph() -> None:
    from workbench.checks import Finding

    findings = {0: (Finding("numbers", "warning", 0, "12", "12 is missing"),)}
    out = Delivery(STATES, delivery(STATES).glossary, findings)
    root = etree.fromstring(render(out, "xliff", "bilingual"))
    notes = [(n.get("category"), n.text) for n in root.iterfind(".//x:note", CORE)]
    assert ("workbench-note", "Note: Time checked") in notes
    assert ("workbench-finding", "12 is missing") in notes
    terms = root.findall(".//{urn:oasis:names:tc:xliff:glossary:2.0}term")
    assert [term.text for term in terms] == ["Kreml"]
    old = etree.fromstring(render(out, "xliff12", "bilingual"))
    assert [(n.get("from"), n.get("annotates"), n.text) for n in old.findall(".//l:note", CORE)][:2] == [
        ("workbench-finding", "target", "12 is missing"),
        ("workbench-term", "source", "Kreml = Kremlin"),
    ]


def test_an_id_is_the_paragraphs_and_so_equal_paragraphs_stay_apart() -> None:
    record = coded()
    ids = list(record.ids)
    assert [unit.get("id") for unit in etree.fromstring(made(record, "xliff")).iterfind(".//x:unit", CORE)] == ids
    old = etree.fromstring(made(record, "xliff12"))
    assert [unit.get("id") for unit in old.iterfind(".//l:trans-unit", CORE)] == ids
    assert len(set(ids)) == len(ids)


def test_codes_are_what_the_standard_has_for_them_with_what_they_are_in_the_source() -> None:
    root = etree.fromstring(made(coded(), "xliff"))
    unit = root.findall(".//x:unit", CORE)[1]
    data = {one.get("id"): one.text for one in unit.iterfind(".//x:data", CORE)}
    codes = [*unit.find(".//x:source", CORE)]
    assert [(c.get("type"), c.get("subType")) for c in codes] == [
        ("fmt", "xlf:b"),
        ("link", None),
        ("fmt", "workbench:code"),
        ("fmt", "workbench:strike"),
        ("other", "workbench:note"),
        ("fmt", "xlf:i"),
    ]
    assert (data[codes[0].get("dataRefStart")], data[codes[1].get("dataRefEnd")]) == (
        "**",
        '](https://a.example "Titel")',
    )


# Read by translate-toolkit


def toolkit(to: str) -> Callable[[bytes], Any]:
    from translate.storage.csvl10n import csvfile
    from translate.storage.pypo import pofile
    from translate.storage.tmx import tmxfile
    from translate.storage.xliff import xlifffile
    from translate.storage.xliff2 import Xliff2File

    stores = {"xliff": Xliff2File, "xliff12": xlifffile, "po": pofile, "csv": csvfile, "tmx": tmxfile}
    found: Callable[[bytes], Any] = stores[to].parsestring
    return found


def pairs(store: Any) -> list[tuple[str, str]]:
    return [(str(unit.source), str(unit.target or "")) for unit in store.units if not unit.isheader()]


@pytest.mark.parametrize("record", [STATES, coded(), crossed()], ids=["states", "coded", "crossed"])
def test_translate_toolkit_reads_the_same_units_and_texts(record: TranslationRecord) -> None:
    assert pairs(toolkit("csv")(made(record, "csv"))) == shown(record)
    assert pairs(toolkit("po")(made(record, "po"))) == shown(record, skipped=False)
    assert pairs(toolkit("xliff")(made(record, "xliff"))) == plain(record)


@pytest.mark.parametrize("record", [STATES, coded()], ids=["states", "coded"])
def test_translate_toolkit_reads_xliff_1_2(record: TranslationRecord) -> None:
    assert pairs(toolkit("xliff12")(made(record, "xliff12"))) == plain(record)


def test_translate_toolkit_reads_a_tmx_with_what_its_codes_are() -> None:
    record = coded()
    lines = {clean(written(p.source, p.markup)) for p in record.paragraphs}
    found = pairs(toolkit("tmx")(made(record, "tmx")))
    assert ("Die *Lage*", "Die *Lage*") in found
    assert {source for source, _ in found} <= {
        *lines,
        'Der **Kreml** nennt [Zahlen](https://a.example "Titel") und `code`, ~~fast~~ alle[^1].',
        "Dann *schweigt* er.",
    }
    assert len(found) == 5  # the two sentences apart, `Ja.` once


def test_translate_toolkit_sees_the_states() -> None:
    drafts = {"xliff": ["It rains."], "po": ["It rains.", "It is snowing."]}
    for to, fuzzy in drafts.items():
        store = toolkit(to)(made(STATES, to))
        assert [str(unit.target) for unit in store.units if unit.isfuzzy()] == fuzzy
    approved = [unit.target for unit in toolkit("xliff12")(made(STATES, "xliff12")).units if unit.isapproved()]
    assert approved == ["The Kremlin is silent", "The train came at 2.30pm. Nobody got off."]


# PO


def test_a_po_file_has_notes_state_terms_and_the_german_of_before() -> None:
    text = made(STATES, "po").decode()
    assert "# Time checked\n#. 3, body: reviewed\n#. On purpose: term-missing, Kremlin (named above)\n" in text
    assert '#, fuzzy\n#| msgid "Es taut."\n' in text
    assert "#. term Kreml = Kremlin\n" in text
    assert "Foto" not in text
    assert "Date" not in text


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.source)
def test_gettext_takes_the_po_file(record: TranslationRecord, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(made(record, "po"))
    try:
        done = subprocess.run(["msgfmt", "-o", "/dev/null", tmp_path / "a.po"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("gettext is not installed here")
    assert done.returncode == 0, done.stderr


# CSV and TSV


def test_a_csv_begins_with_a_byte_order_mark_and_ends_its_lines_as_rfc_4180_wants() -> None:
    data = made(STATES, "csv")
    assert data.startswith(b"\xef\xbb\xbfnumber,id,source,target,state,notes,findings\r\n")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") + 1  # a line break in a cell


def test_no_cell_of_a_csv_is_a_formula() -> None:
    import csv

    texts = ("=1+1", "+1", "-1", "@a", "\t=1", "'=1", "＝1")
    lines = list(csv.reader(io.StringIO(made(record_of(*texts), "csv").decode("utf-8-sig"), newline="")))
    cells = [cell for line in lines[1:] for cell in line]
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r＝" and cell]


def test_a_line_of_a_tsv_is_a_paragraph_whatever_stands_in_it() -> None:
    lines = made(record_of(*HOSTILE), "tsv").decode().split("\n")
    assert len(lines) == len(HOSTILE) + 2
    assert {line.count("\t") for line in lines[:-1]} == {6}
    assert "first line\\nsecond line\\n\\n  third line\\ttab" in lines[5]


def test_skipped_paragraphs_are_told_by_their_state_and_have_no_english() -> None:
    line = next(line for line in made(STATES, "tsv").decode().split("\n") if "Foto" in line)
    assert line.split("\t")[3:5] == ["", State.SKIPPED.value]


# TMX


def test_a_tmx_has_the_codes_that_lie_in_a_sentence() -> None:
    segments = [
        etree.tostring(seg, encoding="unicode", with_tail=False)
        for seg in etree.fromstring(made(coded(), "tmx")).iterfind(".//tuv[1]/seg")
    ]
    assert segments[2] == '<seg>Dann <bpt i="1" x="6" type="italic">*</bpt>schweigt<ept i="1">*</ept> er.</seg>'
    assert segments[1].endswith('alle<ph x="5" type="fnote">[^1]</ph>.</seg>')


def test_a_code_whose_markup_is_not_known_is_there_all_the_same() -> None:
    assert Markup("9", "other", "") not in crossed().paragraphs[1].markup
    assert 'x="9"' in made(crossed(), "tmx").decode()
