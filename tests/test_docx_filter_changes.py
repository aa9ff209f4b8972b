"""Tracked changes in Word documents are taken as accepted; paragraphs are cut, joined and added."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.docx_material import docx, p, part, r, read, shown, written
from tests.filter_contract import with_sources
from workbench.formats import Document
from workbench.formats.docx import DocxFilter
from workbench.formats.parts import cut, inserted, joined, may_change
from workbench.text import Inline

INSERTED = '<w:ins w:id="1" w:author="A">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="A">{}</w:del>'
CELL = '<w:cellDel w:id="9"/>'
END = "<w:rPr><w:{} w:id='3' w:author='A'/></w:rPr>"


def gone(text: str) -> str:
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


def test_insertions_are_text_and_deletions_are_not() -> None:
    moved = f'<w:moveFromRangeStart w:id="5" w:name="m"/><w:moveFrom w:id="6">{r(" alt")}</w:moveFrom>'
    moved += '<w:moveFromRangeEnd w:id="5"/>'
    file = docx(
        p(
            r("Die "),
            INSERTED.format(r("neue ") + DELETED.format(gone("ganz "))),
            DELETED.format(gone("alte ")),
            r("Lage"),
            moved,
            r("."),
        )
        + p(f'<w:moveTo w:id="7">{r("Hierher.")}</w:moveTo>')
        + p(
            '<w:r><w:rPr><w:b/><w:rPrChange w:id="8"><w:rPr/></w:rPrChange></w:rPr><w:t>Fett.</w:t></w:r>',
            properties='<w:pPrChange w:id="9"><w:pPr/></w:pPrChange>',
        )
    )
    assert shown(file) == ["Die neue Lage.", "Hierher.", "Fett."]
    assert str(read(file).remarks[0]).startswith("a.docx: 6 tracked changes are taken as accepted")
    for english in (part(written(file)), part(written(file, "The situation."))):
        assert not any(name in english for name in ("w:ins", "w:del", "w:move", "Change"))


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    file = docx(
        p(r("Der erste "), properties=END.format("del"))
        + p(r("mit dem "), properties=END.format("moveFrom"))
        + p(r("dritten."), style="Zitat")
        + p(DELETED.format(gone("Ganz weg.")), properties=END.format("del"))
        + p(r("Neu."), properties=END.format("ins"))
    )
    assert shown(file) == ["⟨1⟩Der erste⟨/1⟩ mit dem dritten.", "Neu."] or shown(file) == [
        "Der erste mit dem dritten.",
        "Neu.",
    ]
    assert read(file).paragraphs[0].role == "quotation"
    assert part(written(file)).count("<w:p>") == 2


def test_deleted_rows_cells_and_notes_are_gone() -> None:
    def row(text: str, change: str = "", cell: str = "") -> str:
        about = f'<w:trPr><w:{change} w:id="1"/></w:trPr>' if change else ""
        return f"<w:tr>{about}<w:tc><w:tcPr>{cell}</w:tcPr>{p(r(text))}</w:tc><w:tc>{p(r('da'))}</w:tc></w:tr>"

    whole = f"<w:tbl>{row('weg', 'del')}</w:tbl>"
    table = f"<w:tbl>{row('eins')}{row('weg', 'del')}{row('neu', 'ins')}{row('weg', cell=CELL)}</w:tbl>"
    note = DELETED.format('<w:r><w:footnoteReference w:id="2"/></w:r>')
    notes = (
        f'<w:footnote w:id="2">{p(r("Alte Quelle."))}</w:footnote><w:footnote w:id="3">{p(r("Quelle."))}</w:footnote>'
    )
    text = p(r("Text"), note, '<w:r><w:footnoteReference w:id="3"/></w:r>')
    file = docx(whole + table + text, {"footnotes": notes})
    assert shown(file) == ["eins", "da", "neu", "da", "da", "Text⟨1/⟩", "Quelle."]
    assert "Alte Quelle" not in part(written(file), "footnotes")


CHANGED = st.lists(
    st.one_of(
        st.sampled_from([r("Text "), r("fett ", "<w:b/>")]),
        st.sampled_from([r("neu "), r("auch ", "<w:i/>")]).map(INSERTED.format),
        st.sampled_from([gone("weg "), gone("fort ")]).map(DELETED.format),
    ),
    max_size=4,
).map("".join)
PARAGRAPHS = st.lists(
    st.builds(
        lambda inside, end: p(inside, properties=END.format(end) if end else ""),
        CHANGED,
        st.sampled_from(["", "", "ins", "del"]),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_what_was_resolved_reads_the_same_again_and_has_no_changes_left(paragraphs: list[str]) -> None:
    file = docx("".join(paragraphs))
    document = read(file)
    again = DocxFilter().write(document, with_sources(document))
    assert shown(again) == shown(file)
    assert not read(again).remarks
    assert "weg" not in "".join(shown(file)) and "".join(shown(file)).count("neu") == "".join(paragraphs).count("neu")


def english(document: Document, *texts: str) -> str:
    words = dict(zip(document.ids, map(Inline.parsed, texts), strict=False))
    return part(DocxFilter().write(document, words))


NEW_PAGE = "<w:pageBreakBefore/>"
TEXT = p(r("Der erste "), r("fette", "<w:b/>"), r(" Satz. Der zweite Satz."), style="Zitat", properties=NEW_PAGE) + p(
    r("Das Ende ist "), r("kursiv", "<w:i/>"), r(" da.")
)


def test_a_paragraph_that_was_cut_is_two_of_its_kind() -> None:
    document = read(docx(TEXT))
    first, last = document.paragraphs
    document = replace(document, paragraphs=(*cut(document, first, [len("Der erste fette Satz. ")]), last))
    made = english(document, "The first ⟨1⟩bold⟨/1⟩ sentence.", "The second.", "The end.")
    assert made.count("<w:pageBreakBefore/>") == 1
    assert made.count('<w:pStyle w:val="Zitat"/>') == 2 and made.count("<w:p>") == 3
    assert made.index("bold") < made.index("The second.") < made.index("The end.")


def test_paragraphs_that_were_joined_are_one_with_the_codes_of_both() -> None:
    document = read(docx(TEXT))
    document = replace(document, paragraphs=(joined(document.paragraphs),))
    made = english(document, "⟨2⟩Italic⟨/2⟩ and ⟨1⟩bold⟨/1⟩.")
    assert made.count("<w:p>") == 1 and "<w:i/></w:rPr><w:t>Italic" in made and "<w:b/></w:rPr><w:t>bold" in made
    whole = joined(read(docx(TEXT)).paragraphs)
    parts = cut(document, whole, [whole.text.index("Das")])
    parts = [replace(parts[0], joints=()), replace(parts[1], joints=())]
    made = english(
        replace(document, paragraphs=(replace(parts[0], joints=whole.joints), parts[1])), "One.", "⟨2⟩Two⟨/2⟩."
    )
    assert made.count("<w:p>") == 2 and "<w:i/></w:rPr><w:t>Two" in made


def test_a_paragraph_that_was_added_looks_like_running_text_or_the_next_item() -> None:
    file = docx(
        p(r("Titel"), style="berschrift2")
        + p(r("Punkt."), style="Punkte")
        + p(r("Ein Absatz."), properties='<w:jc w:val="both"/>')
    )
    document = read(file)
    head, item, body = document.paragraphs
    more = (head, inserted(document, head), item, inserted(document, item), body, inserted(document, body))
    made = english(
        replace(document, paragraphs=more), "Title", "More text.", "Item.", "Another item.", "A paragraph.", "The last."
    )
    order = ["Title", "More text.", "Item.", "Another item.", "A paragraph.", "The last."]
    assert [made.index(f">{text}<") for text in order] == sorted(made.index(f">{text}<") for text in order)
    assert made.count('"both"') == 3 and made.count('"Punkte"') == 2 and made.count('"berschrift2"') == 1


def test_what_ends_a_section_or_stands_in_a_note_is_neither_cut_nor_joined() -> None:
    notes = {"footnotes": f'<w:footnote w:id="2">{p(r("Quelle."))}</w:footnote>'}
    document = read(docx(p(r("Ende des Abschnitts."), properties="<w:sectPr/>") + p(r("Weiter.")), notes))
    assert [bool(may_change(paragraph)) for paragraph in document.paragraphs] == [True, False, True]
    left_out = part(DocxFilter().write(document, {}))
    assert left_out.count("<w:sectPr/>") == 2


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_cutting_and_joining_anywhere_keeps_every_word_and_code(data: st.DataObject) -> None:
    document = read(docx(TEXT + TEXT))
    paragraphs = list(document.paragraphs)
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(paragraphs) - 2))
        paragraphs[at : at + 2] = [joined(paragraphs[at : at + 2])]
    at = data.draw(st.integers(0, len(paragraphs) - 1))
    blanks = [place for place, letter in enumerate(paragraphs[at].text) if letter == " "]
    places = sorted(data.draw(st.sets(st.sampled_from(blanks), max_size=2)))
    parts = cut(document, paragraphs[at], places)
    joints = paragraphs[at].joints
    begin = 0
    edges = [*places, len(paragraphs[at].text)]
    for number, end in enumerate(edges):
        parts[number] = replace(parts[number], joints=tuple(j for j in joints if begin <= j < end))
        begin = end
    paragraphs[at : at + 1] = parts
    document = replace(document, paragraphs=tuple(paragraphs))
    words = {
        key: Inline("So: ") + paragraph.source for key, paragraph in zip(document.ids, document.paragraphs, strict=True)
    }
    again = shown(DocxFilter().write(document, words))
    assert [Inline.parsed(one).text for one in again] == [target.text for target in words.values()]
    assert [one.count("⟨") for one in again] == [len(target.codes) for target in words.values()]
