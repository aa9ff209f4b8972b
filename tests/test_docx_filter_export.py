"""A Word document handed over: in its own format, counted word for word and code for code, and in others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.docx_material import docx, p, part, r, read, shown
from workbench.export import Delivery, render
from workbench.glossary import Glossary
from workbench.text import Code, Inline
from workbench.translation import State, TranslationRecord, rematch

LINK = f'<w:hyperlink r:id="rLink">{r("ein Verweis")}{r(" kursiv", "<w:i/>")}</w:hyperlink>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
LINE = p(r("Das "), r("fette", "<w:b/>"), r(" Wort"), NOTE, r(" und "), LINK, "<w:r><w:tab/></w:r>", r("dahinter."))
NOTES = {"footnotes": f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", r(" Quelle."))}</w:footnote>'}
CELLS = f"<w:tbl><w:tr><w:tc>{p(r('erste Zeile'))}{p(r('zweite Zeile'))}</w:tc></w:tr></w:tbl>"


def delivery(file: bytes, *english: Inline) -> Delivery:
    """A record of a file with this English reviewed, and the German as English after it."""
    document = read(file)
    record = rematch(TranslationRecord("a.docx", ()), document)
    done = [paragraph.with_target(paragraph.source, State.REVIEWED) for paragraph in record.paragraphs]
    for number, words in enumerate(english):
        done[number] = record.paragraphs[number].with_target(words, State.REVIEWED)
    return Delivery(replace(record, paragraphs=tuple(done)), Glossary(()))


@pytest.mark.parametrize("to", ["docx", "html", "txt", "md"])
def test_all_paragraphs_of_a_cell_are_handed_over_in_every_format(to: str) -> None:
    made = render(delivery(docx(CELLS), Inline("first line"), Inline("second line")), to, "english")
    text = part(made) if to == "docx" else made.decode()
    assert "first line" in text and "second line" in text


@pytest.mark.feature("Word and OpenDocument")
def test_the_english_is_the_source_with_other_words() -> None:
    file = docx(LINE, NOTES)
    assert shown(file)[0] == "Das ⟨1⟩fette⟨/1⟩ Wort⟨2/⟩ und ⟨3⟩ein Verweis ⟨4⟩kursiv⟨/4⟩⟨/3⟩⟨5/⟩ dahinter."
    words = Inline.parsed("A ⟨3⟩link ⟨4⟩in italics⟨/4⟩⟨/3⟩⟨2/⟩ and⟨5/⟩ the ⟨1⟩bold⟨/1⟩ word.")
    made = render(delivery(file, words), "docx", "english")
    assert shown(made)[0] == "A ⟨1⟩link ⟨2⟩in italics⟨/2⟩⟨/1⟩⟨3/⟩ and⟨4/⟩ the ⟨5⟩bold⟨/5⟩ word."


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_wherever_the_codes_go_all_of_them_are_handed_over(data: st.DataObject) -> None:
    """Around everything, around nothing, next to another, one in the other: `render` counts them (`must_hold`)."""
    file = docx(LINE + p(r("kurz "), r("lang und fett", "<w:b/>")), NOTES)
    targets = []
    for paragraph in read(file).paragraphs[:2]:
        words = data.draw(st.lists(st.sampled_from(["a", "b,", "c.", "d"]), min_size=1, max_size=4))
        codes: list[Code] = []
        for code in paragraph.codes:
            if code.kind == "close":
                continue
            place = data.draw(st.integers(0, len(codes)))
            pair = [Code(0, code.id, code.kind), *([Code(0, code.id, "close")] if code.kind == "open" else [])]
            codes[place:place] = pair
        targets.append(_laid(words, codes, data))
    made = render(delivery(file, *targets), "docx", "english")
    for target, paragraph in zip(targets, read(made).paragraphs, strict=False):
        assert len(paragraph.codes) == len(target.codes)


def _laid(words: list[str], codes: list[Code], data: st.DataObject) -> Inline:
    """The codes in this order, at any places between the words."""
    text = " ".join(words)
    places = sorted(
        data.draw(st.lists(st.sampled_from([0, *_blanks(text), len(text)]), min_size=len(codes), max_size=len(codes)))
    )
    return Inline(text, tuple(replace(code, at=at) for code, at in zip(codes, places, strict=True)))


def _blanks(text: str) -> list[int]:
    return [at for place, letter in enumerate(text) if letter == " " for at in (place, place + 1)]
