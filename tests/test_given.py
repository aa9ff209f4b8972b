"""Sentences whose English is known are not drafted: they stay as they are, and the others are drafted around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine import Apart, DraftCache, Drafter, SentenceDraft, draft_paragraphs, embedded_package
from workbench.engine.draft import Asked, Held
from workbench.engine.given import as_given, given_draft
from workbench.glossary import Entry, Glossary
from workbench.text import Span

GERMAN = "Das Haus ist groß. Die Frau liest ein Buch. Es regnet."
READS = Span(19, 43)
ENTRY = Entry(("Buch",), "volume")


class Counting(Drafter):
    """A drafter that notes which sentences it is asked for."""

    def __init__(self) -> None:
        super().__init__(embedded_package())
        self.asked: list[str] = []

    def draft(self, sentences: Sequence[Asked], held: Sequence[Held] = ()) -> list[SentenceDraft]:
        self.asked += [sentence for sentence, _ in sentences]
        return super().draft(sentences, held)


@pytest.fixture(scope="module")
def drafter() -> Counting:
    return Counting()


def test_only_the_others_are_drafted(drafter: Counting) -> None:
    drafter.asked.clear()
    apart = Apart(given={READS: "She’s reading."})
    with DraftCache(None) as cache:
        ((_, draft),) = draft_paragraphs([GERMAN], Glossary(()), drafter, cache, apart=lambda _: apart)
    assert drafter.asked == ["Das Haus ist groß.", "Es regnet."]
    assert [draft.english[slice(*place)] for german, place in draft.pairs if german == READS] == ["She’s reading."]
    assert len(draft.pairs) == 3


def test_where_all_is_known_nothing_is_asked(drafter: Counting) -> None:
    drafter.asked.clear()
    apart = Apart(given={Span(0, len(GERMAN)): "A house, a book, rain."}, parted=(10,))
    with DraftCache(None) as cache:
        ((_, draft),) = draft_paragraphs([GERMAN], Glossary(()), drafter, cache, apart=lambda _: apart)
    assert (draft.english, drafter.asked, len(draft.pairs)) == ("A house, a book, rain.", [], 1)


def _always(apart: Apart) -> Callable[[int], Apart]:
    return lambda _: apart


def test_it_does_not_come_from_what_is_kept_and_goes_nowhere(drafter: Counting) -> None:
    with DraftCache(None) as cache:
        for english in ("She’s reading.", "A woman reads.", None):
            apart = Apart(given={READS: english} if english else {})
            ((_, draft),) = draft_paragraphs([GERMAN], Glossary(()), drafter, cache, apart=_always(apart))
            assert (english or "book") in draft.english


def test_a_term_is_told_as_there_or_missing() -> None:
    hits = Glossary((ENTRY,)).find("Die Frau liest ein Buch.")
    for english, way in (("She reads a volume.", "free"), ("She reads.", "missing")):
        draft = given_draft("Die Frau liest ein Buch.", hits, english)
        assert [term.way for term in draft.terms] == [way]
        assert draft.english == english


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.data())
def test_what_lies_in_a_known_stretch_is_one(lengths: list[int], data: st.DataObject) -> None:
    edges = [0]
    for length in lengths:
        edges.append(edges[-1] + length)
    spans = [Span(edges[n], edges[n + 1]) for n in range(len(lengths))]
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, len(spans) - 1))
    known = Span(spans[first].start, spans[last].end)
    assert as_given(spans, {known: "x"}) == (*spans[:first], known, *spans[last + 1 :])
