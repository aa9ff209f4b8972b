"""The page with both languages: terms, notes and findings are there without a script, on a screen and on paper."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.delivery_material import GLOSSARY as PLAIN
from tests.test_export import outline
from workbench.checks import Finding
from workbench.export import Delivery, only_reviewed, render
from workbench.glossary import Entry, Glossary
from workbench.translation import ParagraphRecord, State, TranslationRecord

GLOSSARY = Glossary(
    (
        Entry(de=("Kreml",), en="Kremlin", note="the house,\nnot <the> state", kind="place"),
        Entry(de=("ODKB",), en="CSTO", first="Collective Security Treaty Organization (CSTO)"),
    )
)
RECORD = TranslationRecord(
    "gipfel.txt",
    (
        ParagraphRecord("Die ODKB traf den Kreml, sagt der Kreml.", "The CSTO met the Kremlin.", State.REVIEWED),
        ParagraphRecord("Es regnet über dem Kreml.", "It rains on the Kremlin.", State.TRANSLATED),
    ),
)
FINDINGS = {1: (Finding("numbers", "error", 1, "35", "The German has 35 & more"), Finding("x", "info", 1, "", "Hint"))}


@pytest.fixture(scope="module")
def page() -> str:
    return render(Delivery(RECORD, GLOSSARY, FINDINGS), "html", "bilingual").decode()


def test_a_term_tells_its_counterpart_and_its_note_when_pointed_at(page: str) -> None:
    assert '<mark title="Kremlin – the house, not &lt;the&gt; state" data-number="2">Kreml</mark>, sagt' in page
    assert '<mark title="CSTO">ODKB</mark>' in page


def test_a_term_with_a_note_has_its_number_once_a_cell(page: str) -> None:
    assert re.findall(r'data-number="(\d)">(\w+)<', page) == [("2", "Kreml"), ("2", "Kremlin")] * 2


def test_the_terms_are_listed_below_the_text_for_paper(page: str) -> None:
    listed = page.partition('<section class="terms">')[2]
    assert (
        '<li><b lang="de">ODKB</b>: <b>Collective Security Treaty Organization (CSTO), then CSTO</b>'
        ' <span class="places">(1)</span></li>' in listed
    )
    assert "<b>Kremlin</b> – the house, not &lt;the&gt; state" in listed
    assert "(1, 2)" in listed
    assert "terms" not in render(Delivery(RECORD, Glossary(())), "html", "bilingual").decode().partition("<body")[2]


def test_findings_stand_beside_the_state_in_words_and_signs_not_in_colours_alone(page: str) -> None:
    assert '<b>translated, not reviewed</b><p class="finding">! The German has 35 &amp; more</p></td>' in page
    assert "Hint" not in page
    assert (
        'class="finding"' not in render(Delivery(RECORD, GLOSSARY), "html", "bilingual").decode().partition("<body")[2]
    )


def test_each_kind_has_its_sheet_of_paper_with_numbered_pages(page: str) -> None:
    assert "size: A4 landscape" in page
    assert "counter(pages)" in page
    english = render(Delivery(RECORD, GLOSSARY), "html", "english").decode()
    assert "size: A4 portrait" in english
    for said in ("display: table-header-group", "break-inside: avoid"):
        assert said in page


def test_what_is_left_out_is_told_and_nowhere_in_the_page() -> None:
    delivery = only_reviewed(Delivery(RECORD, GLOSSARY, FINDINGS))
    for what in ("english", "bilingual"):
        page = render(delivery, "html", what).decode()
        assert "2 paragraphs, 1 reviewed. 1 not reviewed and left out: 2." in page
        assert "rain" not in page
        assert "regnet" not in page


def test_a_document_that_is_all_reviewed_has_nothing_to_leave_out() -> None:
    done = replace(RECORD, paragraphs=RECORD.paragraphs[:1])
    plain, chosen = Delivery(done, PLAIN), only_reviewed(Delivery(done, PLAIN))
    for to, what in (("html", "bilingual"), ("md", "english"), ("odt", "english"), ("tmx", "bilingual")):
        assert render(plain, to, what) == render(chosen, to, what)


def test_the_text_of_the_cells_is_the_text_of_the_record() -> None:
    texts = [text for lang, text in outline(RECORD).cells if lang]
    assert texts == [text for p in RECORD.paragraphs for text in (p.german, p.english)]
