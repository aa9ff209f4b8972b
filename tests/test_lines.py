"""A text that stands in places of its own, parted by tabs or line breaks, is drafted place by place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from tests.filter_contract import TARGETS
from workbench.engine import DraftCache, Drafter, draft_paragraphs, embedded_package
from workbench.formats import Markup, places_of_own
from workbench.glossary import Entry, Glossary
from workbench.text import Inline


def parts(shown: str, first: str = "<br>") -> list[str]:
    inline = Inline.parsed(shown)
    markup = [Markup(str(number), "break", first) for number in range(1, 9)]
    return [inline.text[a:b].strip() for a, b in pairwise((0, *places_of_own(inline, markup), len(inline.text)))]


def test_a_tab_parts_what_stands_in_a_page_head() -> None:
    assert parts("Lage an der Grenze⟨1/⟩ Vertraulich⟨2/⟩ März", "tab") == ["Lage an der Grenze", "Vertraulich", "März"]
    assert parts("Seite⟨1/⟩ drei", "tab") == ["Seite", "drei"]


def test_the_lines_of_an_address_and_of_a_signature_are_parts() -> None:
    assert parts("Frau ⟨1/⟩Erika Lindner ⟨2/⟩Am Markt 1 ⟨3/⟩10117 Berlin") == [
        "Frau",
        "Erika Lindner",
        "Am Markt 1",
        "10117 Berlin",
    ]
    assert parts("Viele Grüße ⟨1/⟩⟨2/⟩⟨3/⟩Anna Berg ⟨4/⟩Vorsitzende") == ["Viele Grüße", "Anna Berg", "Vorsitzende"]


@pytest.mark.parametrize(
    "shown",
    [
        "Minsk verschärft ⟨1/⟩Regeln",
        "Ein Dorf ⟨1/⟩wartet ⟨2/⟩auf Regen",
        "Was wir von der ⟨1/⟩Lage wissen und ⟨2/⟩Menschen sagen",
        f"Er ging ⟨1/⟩Am Abend {'weiter ' * 9}⟨2/⟩Dann kam er",
    ],
)
def test_a_sentence_that_was_broken_for_its_looks_stays_one(shown: str) -> None:
    assert len(parts(shown)) == 1


@given(TARGETS)
def test_places_stand_in_the_text_in_their_order(inline: Inline) -> None:
    found = places_of_own(inline, [Markup("1", "break", "tab"), Markup("2", "break", "<br>")])
    assert list(found) == sorted(set(found))


def test_each_part_is_drafted_alone_but_no_term_is_cut() -> None:
    drafter = Drafter(embedded_package())
    texts = ["Die Lage Vertraulich", "Vertraulich"]
    with DraftCache(None) as cache:
        whole, alone = dict(draft_paragraphs(texts, Glossary([]), drafter, cache, parted=[[8], []])).values()
        entry = Entry(de=("Lage Vertraulich",), en="Secret Place")
        kept = dict(draft_paragraphs(texts, Glossary([entry]), drafter, cache, parted=[[8], []]))[0]
    assert [texts[0][slice(*german)] for german, _ in whole.pairs] == ["Die Lage", "Vertraulich"]
    assert whole.english.endswith(f" {alone.english}")
    assert len(kept.pairs) == 1
