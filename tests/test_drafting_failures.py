"""What fails on one sentence costs no other its draft, and what may be left undone costs none the one it has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.only_translates import OnlyTranslates, without_last_clause
from workbench.dictionary import look_up, opened
from workbench.dictionary.blocks import pack
from workbench.engine import Drafter, SentenceDraft, embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.lent import tells, with_lender
from workbench.engine.protocol import Attention, Hypothesis
from workbench.engine.sentence.covering import least_wrong
from workbench.glossary import Entry, Glossary
from workbench.problem import WorkbenchError
from workbench.text import Span

INVENTING = "Die Kreuzotter verschwand im Heidekraut."
RARE = "Auf dem Dachboden standen zwei alte Stickmaschinen."
TERM = "Die Schornsteinfeger besuchten den Staatsrat."
PLAIN = "Der Minister reiste am Montag nach Minsk."
SENTENCES = (PLAIN, INVENTING, RARE, TERM)
GLOSSARY = Glossary([Entry(("Schornsteinfeger",), "flue cleaner"), Entry(("Staatsrat",), "State Council")])


class Fails:
    """The package's engine, with one ability that raises where a word is in the German."""

    def __init__(self, ability: str, word: str, error: Exception) -> None:
        self._inner = ArgosEngine(embedded_package())
        self._ability, self._word, self._error = ability, word, error
        self.fingerprint, self.markers = "fails", self._inner.markers
        self.load, self.size = self._inner.load, self._inner.size
        self.commonness = self._inner.commonness

    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        self._look("varied" if varied else "translate", texts)
        return self._inner.translate(texts, number, varied=varied)

    def continued(self, texts: Sequence[str], prefixes: Sequence[str]) -> list[Hypothesis]:
        self._look("continued", texts)
        return self._inner.continued(texts, prefixes)

    def without(self, texts: Sequence[str], unwanted: Sequence[Sequence[tuple[Hypothesis, Span]]]) -> list[Hypothesis]:
        self._look("without", texts)
        return self._inner.without(texts, unwanted)

    def likelihoods(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Any]:
        self._look("likelihoods", texts)
        return list(self._inner.likelihoods(texts, englishes))

    def attention(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Attention]:
        self._look("attention", texts)
        return self._inner.attention(texts, englishes)

    def _look(self, ability: str, texts: Sequence[str]) -> None:
        if ability == self._ability and any(self._word in text for text in texts):
            raise self._error


def drafted(drafter: Drafter) -> list[SentenceDraft]:
    return drafter.draft([(sentence, tuple(GLOSSARY.find(sentence))) for sentence in SENTENCES])


@pytest.fixture(scope="module")
def whole() -> list[SentenceDraft]:
    return drafted(Drafter(embedded_package()))


@pytest.mark.parametrize("error", [RuntimeError("no memory"), ValueError("too long"), IndexError("no such block")])
@pytest.mark.parametrize(
    ("ability", "word", "at"),
    [("likelihoods", "Kreuzotter", 1), ("likelihoods", "Stickmaschinen", 2), ("without", "Kreuzotter", 1)],
)
def test_a_repair_that_fails_costs_no_draft(
    ability: str, word: str, at: int, error: Exception, whole: list[SentenceDraft]
) -> None:
    drafts = drafted(Drafter(embedded_package(), Fails(ability, word, error)))
    assert drafts[at].english != drafts[at].source and drafts[at].score > float("-inf")
    others = [number for number in range(len(SENTENCES)) if number != at]
    assert [drafts[number].english for number in others] == [whole[number].english for number in others]
    assert [drafts[number].words for number in others] == [whole[number].words for number in others]


def test_terms_that_cannot_be_brought_in_cost_no_draft(whole: list[SentenceDraft]) -> None:
    failing = Fails("likelihoods", "Staatsrat", RuntimeError("no memory"))
    drafts = drafted(Drafter(embedded_package(), failing))
    assert drafts[3].english != TERM and drafts[3].score > float("-inf")
    assert [draft.english for draft in drafts[:3]] == [draft.english for draft in whole[:3]]


def test_a_sentence_that_cannot_be_drafted_comes_back_as_it_is(whole: list[SentenceDraft]) -> None:
    drafts = drafted(Drafter(embedded_package(), Fails("translate", "Stickmaschinen", RuntimeError("no memory"))))
    assert drafts[2].english == RARE and drafts[2].score == float("-inf")
    assert [draft.english for draft in (drafts[0], drafts[1], drafts[3])] == [
        draft.english for draft in (whole[0], whole[1], whole[3])
    ]


CLAUSES = (
    "Der Minister sprach gestern über die Brücke, und die Feuerwehr löschte den Brand in der Lagerhalle.",
    "Die Bäckerin öffnete am Morgen ihren Laden, und die Kinder kauften Brötchen für den Ausflug.",
)


class TooLong(ArgosEngine):
    """A lender that cannot align one of the sentences."""

    def attention(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Attention]:
        if any("Bäckerin" in text for text in texts):
            raise RuntimeError("too long")
        return super().attention(texts, englishes)


def test_one_sentence_too_long_to_be_aligned_hides_no_loss_of_another() -> None:
    drafter = Drafter(embedded_package(), OnlyTranslates(without_last_clause))
    drafter._able = with_lender(OnlyTranslates(without_last_clause), TooLong(embedded_package()))
    drafts = drafter.draft([(german, ()) for german in CLAUSES])
    assert [len(draft.lost) for draft in drafts] == [1, 0]
    assert "Feuerwehr" in CLAUSES[0][slice(*drafts[0].lost[0].span)]


def test_what_an_engine_says_it_looked_at_is_believed_only_of_one_that_aligns() -> None:
    """One that cannot align may have filled it in anyhow."""

    boasts = OnlyTranslates(without_last_clause, attention=Attention((), (), ()))
    able = with_lender(boasts, ArgosEngine(embedded_package()))
    assert not tells(able)
    assert able.engine.translate([PLAIN])[0][0].attention is None
    [draft] = Drafter(embedded_package(), boasts).draft([(CLAUSES[0], ())])
    assert ["Feuerwehr" in CLAUSES[0][slice(*loss.span)] for loss in draft.lost] == [True]


@pytest.mark.parametrize("repairs", [True, False])
def test_where_nothing_is_drafted_the_german_stands(repairs: bool) -> None:
    for german in (PLAIN, RARE):
        [draft] = Drafter(embedded_package(), OnlyTranslates(lambda english: "..."), repairs=repairs).draft(
            [(german, ())]
        )
        assert draft.english == german and not draft.words and not draft.lost


def test_where_nothing_is_drafted_no_term_is_put_into_the_german() -> None:
    """And it is tried again: what has no score is not kept."""
    [draft] = Drafter(embedded_package(), OnlyTranslates(lambda english: "...")).draft(
        [(TERM, tuple(GLOSSARY.find(TERM)))]
    )
    assert draft.english == TERM and draft.score == float("-inf")
    assert [term.way for term in draft.terms] == ["missing", "missing"]


def test_a_draft_made_anew_is_taken_only_if_less_is_wrong_with_it() -> None:
    german = "Der Minister reiste am Montag nach Minsk."
    again = Hypothesis("The minister travelled to Minsk on Monday on Monday.", -0.2)
    worse = Hypothesis("The minister travlished on the mondaylike trainery.", -0.1)
    better = Hypothesis("The minister travelled to Minsk on Monday.", -0.5)
    assert least_wrong(german, [again, worse]) is again
    assert least_wrong(german, [again, worse, better]) is better


def test_files_of_two_editions_of_the_dictionary_end_no_document(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The index names blocks that the other file has not."""
    (tmp_path / "entries").write_bytes(pack([[("Aal {m}", "eel")]]))
    monkeypatch.setattr(opened, "ENTRIES", tmp_path / "entries")
    assert look_up("Zimmerpflanze") == ()
    german = "Auf dem Fensterbrett stand eine Zimmerlinde."
    [draft] = Drafter(embedded_package()).draft([(german, ())])
    assert draft.english != german and draft.score > float("-inf")
    with pytest.raises(WorkbenchError, match="does not belong to its index"):
        opened.lines_with("zimmerpflanze")
