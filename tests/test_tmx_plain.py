"""TMX without codes (level 1), for programs that know none: of one document, and of a memory."""

from __future__ import annotations

from contextlib import chdir, closing
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree
from translate.storage.tmx import tmxfile

from tests.delivery_material import HOSTILE, coded, crossed, delivery, record_of, records
from tests.test_export_programs import TMX_DTD
from workbench.cli import main
from workbench.export import fate_of_unreviewed, file_name, render
from workbench.export.memory_tmx import memory_as_tmx
from workbench.export.tmx import pairs_of as units_with_codes
from workbench.memory import Memory, Pair
from workbench.memory.exchange import Report, pairs_in
from workbench.text import Code, Inline
from workbench.translation import ParagraphRecord, State, TranslationRecord

PLAIN = (Inline("Die neue Lage."), Inline("The new situation."))
BOLD = (
    Inline("Die neue Lage.", (Code(4, "1", "open"), Code(8, "1", "close"))),
    Inline("The new situation.", (Code(4, "1", "open"), Code(7, "1", "close"))),
)


def texts(data: bytes) -> list[tuple[str, ...]]:
    """The segments of a TMX, unit by unit; there is nothing but text in them."""
    root = etree.fromstring(data)
    assert etree.DTD(StringIO(TMX_DTD)).validate(root)
    assert not [segment for segment in root.iter("seg") if len(segment)]
    return [tuple(segment.text or "" for segment in unit.iter("seg")) for unit in root.iter("tu")]


@pytest.mark.feature("memories for other programs")
@pytest.mark.parametrize("record", [coded(), crossed(), record_of(*HOSTILE)], ids=lambda record: record.source)
def test_a_document_goes_out_as_texts_alone(record: TranslationRecord) -> None:
    wanted = dict.fromkeys((one.source.text, one.target.text) for one in units_with_codes(record))
    assert texts(render(delivery(record), "tmx1", "bilingual")) == list(wanted)


@given(record=records())
def test_whatever_stands_in_it_nothing_of_the_text_is_lost(record: TranslationRecord) -> None:
    texts(render(delivery(record), "tmx1", "bilingual"))  # `render` reads it back and counts


def test_pairs_that_only_codes_tell_apart_are_one() -> None:
    paragraphs = tuple(
        ParagraphRecord(de.text, en.text, State.REVIEWED, codes=de.codes, english_codes=en.codes)
        for de, en in (BOLD, PLAIN)
    )
    record = TranslationRecord("a.txt", paragraphs)
    assert len(units_with_codes(record)) == 2
    assert texts(render(delivery(record), "tmx1", "bilingual")) == [("Die neue Lage.", "The new situation.")]


def test_translate_toolkit_takes_codes_for_text_and_here_there_are_none() -> None:
    with_codes, without = (
        {(unit.source, unit.target) for unit in tmxfile.parsestring(render(delivery(coded()), to, "bilingual")).units}
        for to in ("tmx", "tmx1")
    )
    assert ("Die *Lage*", "Die *Lage*") in with_codes
    assert ("Die Lage", "Die Lage") in without


def test_its_file_stands_beside_the_one_with_codes() -> None:
    assert file_name("gipfel", "tmx1", "bilingual") == "gipfel.de-en.level1.tmx"
    assert file_name("gipfel", "tmx", "bilingual") == "gipfel.de-en.tmx"
    assert fate_of_unreviewed(["tmx1"]) == "left out"


@pytest.mark.feature("memories for other programs")
@pytest.mark.parametrize("name", ["alles.tmx", "alles.tsv"])
def test_a_memory_goes_out_as_texts_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    source = tmp_path / "lage.tmx"
    source.write_bytes(b"".join(memory_as_tmx([Pair(*BOLD, before="", document="a.txt", place=2)])))
    with chdir(tmp_path):
        assert main(["memory", "import", "lage.tmx"]) == 0
        assert main(["memory", "export", "lage", name]) == 0
        assert main(["memory", "export", "lage", f"ohne-{name}", "--without-codes"]) == 0
    assert f"ohne-{name}: 1 pair" in capsys.readouterr().out
    (whole,), (plain,) = (pairs_in(path, Report(path)) for path in (tmp_path / name, tmp_path / f"ohne-{name}"))
    assert (whole.source, whole.target) == BOLD
    assert (plain.source, plain.target) == PLAIN
    assert (plain.before, plain.document, plain.place) == (whole.before, whole.document, whole.place)
    if name.endswith(".tmx"):
        assert texts((tmp_path / f"ohne-{name}").read_bytes()) == [tuple(one.text for one in PLAIN)]


def test_a_german_sentence_with_codes_finds_a_pair_that_has_none(tmp_path: Path) -> None:
    record = TranslationRecord("a.txt", (ParagraphRecord(PLAIN[0].text, PLAIN[1].text, State.REVIEWED),))
    path = tmp_path / "ohne.tmx"
    path.write_bytes(render(delivery(record), "tmx1", "bilingual"))
    with closing(Memory.open(None)) as memory:
        memory.add(pairs_in(path, Report(path)))
        (found,) = memory.fuzzy(BOLD[0], least=95)
    assert 95 <= found.percent < 100
    assert found.pair.target == PLAIN[1]
