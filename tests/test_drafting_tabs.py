"""What tabs part, as in the head of a page, is drafted each by itself."""

from __future__ import annotations

from pathlib import Path

from tests.docx_material import docx, p, r, read
from tests.odt_files import odt_of
from workbench.engine import Apart, DraftCache, Drafter, draft_paragraphs, embedded_package
from workbench.formats import Document, behind_tabs
from workbench.formats.odt import OdtFilter
from workbench.glossary import Entry, Glossary

IN_WORD = docx(p(r("Lage"), "<w:r><w:tab/></w:r>", r("Vertraulich"), "<w:r><w:br/></w:r>", r("März")))
IN_ODT = odt_of("<text:p>Lage<text:tab/>Vertraulich<text:line-break/>März</text:p>")


def test_tabs_are_known_from_line_breaks() -> None:
    documents: list[Document] = [read(IN_WORD), OdtFilter().read(IN_ODT, Path("a.odt"))]
    for document in documents:
        (one,) = document.paragraphs
        (place,) = behind_tabs(one.source, one.markup)
        assert one.text[:place].strip() == "Lage"


def _tab_in_first(index: int) -> Apart:
    return Apart(parted=() if index else (8,))


def test_what_is_behind_a_tab_is_drafted_alone_but_no_term_is_cut() -> None:
    drafter = Drafter(embedded_package())
    texts = ["Die Lage Vertraulich", "Vertraulich"]
    with DraftCache(None) as cache:
        whole, alone = dict(draft_paragraphs(texts, Glossary([]), drafter, cache, apart=_tab_in_first)).values()
        entry = Entry(de=("Lage Vertraulich",), en="Secret Place")
        kept = dict(draft_paragraphs(texts, Glossary([entry]), drafter, cache, apart=_tab_in_first))[0]
    assert [texts[0][slice(*german)] for german, _ in whole.pairs] == ["Die Lage", "Vertraulich"]
    assert whole.english.endswith(f" {alone.english}")
    assert len(kept.pairs) == 1
