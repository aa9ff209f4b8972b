"""The file around the paragraphs of an ODT: what stays German, what is left out of it, and what is no such file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.odt_files import (
    XMLNS,
    body_of,
    flat_of,
    odt_of,
    read,
    shown,
    without,
    written,
)
from workbench.export.native import must_hold
from workbench.formats import Document, read_document
from workbench.formats.odt import OdtFilter
from workbench.formats.parts import cut, inserted, joined
from workbench.problem import WorkbenchError
from workbench.text import Inline


def remarks_of(file: bytes) -> list[str]:
    return [
        str(one).removeprefix("a.odt: ").partition(" – ")[0] for one in OdtFilter().read(file, Path("a.odt")).remarks
    ]


def test_what_stays_german_is_told() -> None:
    meta = (
        f"<office:document-meta {XMLNS}><office:meta><dc:title>Der Bericht</dc:title><meta:keyword>Minsk</meta:keyword>"
        "<meta:generator>Programm</meta:generator></office:meta></office:document-meta>"
    )
    body = (
        '<text:p>Sehr <text:drop-down text:name="a"><text:label text:value="geehrte Frau"/>geehrter Herr'
        '</text:drop-down><text:conditional-text text:string-value-if-true="wahr">wahr</text:conditional-text>'
        '<text:alphabetical-index-mark text:string-value="Lage, ruhige"/><text:ruby><text:ruby-base>Minsk'
        "</text:ruby-base><text:ruby-text>Hauptstadt</text:ruby-text></text:ruby><draw:frame><draw:object "
        'xlink:href="./Object 1"/></draw:frame></text:p>'
    )
    table = b"<office:document-content><text:p>Umsatz</text:p></office:document-content>"
    assert remarks_of(odt_of(body, more={"meta.xml": meta.encode(), "Object 1/content.xml": table})) == [
        "the words in a chart or another embedded document stay in German",
        "what stands above words (ruby) stays in German",
        "the file's properties stay in German: title “Der Bericht”, keywords “Minsk”",
        "what a drop-down list offers (“geehrter Herr”) stays in German",
        "words that are shown under a condition (“wahr”) stay in German",
        "words that only an index shows (“Lage, ruhige”) stay in German",
    ]
    assert remarks_of(odt_of("<text:p>Die Lage</text:p>", more={"Object 1/content.xml": table})) == []


def test_english_in_fields_outlasts_that_the_program_fills_them_anew() -> None:
    document = read(
        '<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="Kunde A" '
        'text:name="k"/></text:user-field-decls><text:p><text:title>Der Bericht</text:title></text:p><text:p>'
        '<text:user-field-get text:name="k">Kunde A</text:user-field-get></text:p><text:p><text:subject>Minsk'
        "</text:subject></text:p>"
    )
    english = written(document, p0="⟨1⟩The report⟨/1⟩", p1="⟨1⟩Client A⟨/1⟩")
    assert '<text:title text:fixed="true">The report</text:title>' in english
    assert 'office:string-value="Client A"' in english
    assert "<text:subject>Minsk</text:subject>" in english
    assert "fixed" not in written(document)


def test_a_paragraph_that_is_left_out_goes_and_what_others_stand_in_stays() -> None:
    item = "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
    cell = "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>"
    picture = '<draw:frame text:anchor-type="as-char"><draw:image/><svg:desc>Das Haus</svg:desc></draw:frame>'
    document = read(f"{item}{cell.format('<text:p>b</text:p>')}<text:p>c{picture}</text:p><text:p>d</text:p>")
    assert shown(document) == ["a", "b", "c⟨1/⟩", "Das Haus", "d"]
    assert without(document, 0, 1, 2, 4) == f"{cell.format('<text:p/>')}<text:p>{picture}</text:p>"


def test_a_note_or_picture_whose_mark_the_english_has_lost_stands_at_the_end_of_its_paragraph() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body>"
    picture = '<draw:frame text:anchor-type="as-char"><draw:image xlink:href="Pictures/bild.png"/></draw:frame>'
    document = read(f"<text:p>Die{picture} Lage{note.format('Die Quelle')}</text:note> ist ruhig.</text:p>")
    target = {document.ids[0]: Inline("It is calm."), document.ids[1]: Inline("The source")}
    made = OdtFilter().write(document, target)
    assert body_of(made) == f"<text:p>It is calm.{picture}{note.format('The source')}</text:note></text:p>"
    must_hold(made, target, document, Path("a.odt"))


def test_a_note_that_is_left_out_goes_with_its_mark() -> None:
    document = read(
        "<text:p>Die Lage<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Die Quelle"
        "</text:p></text:note-body></text:note>.</text:p>"
    )
    target = {document.ids[0]: Inline("The situation.")}
    made = OdtFilter().write(document, target)
    assert body_of(made) == "<text:p>The situation.</text:p>"
    must_hold(made, target, document, Path("a.odt"))


def test_a_paragraph_in_two_two_in_one_and_one_of_ones_own() -> None:
    document = read(
        '<text:p text:style-name="Seite">Die Lage. <text:span text:style-name="Fett">Sie</text:span> ist ruhig.'
        "</text:p><text:list><text:list-item><text:p>eins</text:p></text:list-item><text:list-item><text:p>zwei "
        '<text:span text:style-name="Kursiv">drei</text:span></text:p></text:list-item></text:list>'
    )
    one, two, three = document.paragraphs
    shaped = Document("a.odt", (*cut(document, one, [10]), joined([two, three])), original=document.original)
    assert written(shaped) == (
        '<text:p text:style-name="Seite">Die Lage.</text:p><text:p text:style-name="Standard">'
        '<text:span text:style-name="Fett">Sie</text:span> ist ruhig.</text:p><text:list><text:list-item><text:p>eins'
        " zwei "
        '<text:span text:style-name="Kursiv">drei</text:span></text:p></text:list-item></text:list>'
    )
    shaped = Document("a.odt", (one, two, inserted(document, two), three), original=document.original)
    assert (
        "<text:list-item><text:p>eins</text:p></text:list-item><text:list-item><text:p>own</text:p></text:list-item>"
        in (written(shaped, p2="own"))
    )


LOCKED = b'<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><office:document-content/>'


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.odt", b"Nur Text", "is no OpenDocument text"),
        ("a.odt", odt_of("<text:p>x</text:p>")[:900], "is damaged"),
        ("a.odt", odt_of("", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "is a spreadsheet"),
        ("a.odt", odt_of("", mimetype=b"application/vnd.oasis.opendocument.text-master"), "is a master document"),
        ("a.odt", odt_of("", more={"META-INF/manifest.xml": LOCKED}), "is locked by a password"),
        ("a.odt", odt_of("", more={"content.xml": BOMB}), "entities in content.xml"),
        ("a.odt", odt_of("<text:p>"), "is damaged in content.xml"),
        ("a.odt", odt_of("<text:section>" * 300 + "</text:section>" * 300), "[Dd]eep|depth"),
        ("a.fodt", b"<html/>", "is no flat OpenDocument text"),
        ("a.fodt", flat_of("<text:p>"), "is damaged"),
    ],
)
def test_what_is_no_text_is_told_in_one_line(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(WorkbenchError, match=told) as error:
        read_document(tmp_path / name)
    assert "\n" not in str(error.value)
