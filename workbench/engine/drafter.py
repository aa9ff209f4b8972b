"""Sentences in, drafts out: prepared, drafted in one batch, brought to the glossary, polished."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass

from workbench.engine.alignment import word_links
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.argos.package import Package, embedded_package
from workbench.engine.document_names import DocumentNames
from workbench.engine.draft import Asked, Held, Loss, SentenceDraft, TermOutcome, Way, WordOutcome
from workbench.engine.fingerprint import code_fingerprint
from workbench.engine.free_drafts import free_drafts, next_best
from workbench.engine.halves import OF_ENGINES, OF_REPAIRS, in_halves
from workbench.engine.lent import with_lender
from workbench.engine.protocol import Abilities, Attention, Engine, Hypothesis
from workbench.engine.restoring.put_back import put_back
from workbench.engine.sentence.capitals import Calmed, calmed
from workbench.engine.sentence.losses import is_lost_in, losses
from workbench.engine.sentence.polish import polish
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.sentence.signs import with_signs
from workbench.engine.sentence.stand_ins import draft_with_stand_ins, with_stand_ins
from workbench.engine.sentence.tags import draft_without_tags
from workbench.engine.sentence.units import Unit, cut
from workbench.engine.shares import in_shares
from workbench.engine.terms.candidate import Climb, start
from workbench.engine.terms.in_place import fit_articles
from workbench.engine.terms.ladder import climb
from workbench.engine.terms.places import placed
from workbench.engine.word_lists import read_ahead
from workbench.engine.words.case import Case
from workbench.engine.words.repair import put_right, put_right_again
from workbench.glossary import TermHit
from workbench.text import Span
from workbench.text.stands import stands_in
from workbench.text.words import Dialect


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A unit as the package sees it, without capitals and with plain marks; the hits of `calm` are into `source`."""

    unit: Unit
    source: str
    calm: Calmed


@dataclass(frozen=True, slots=True)
class _Drafted:
    english: str
    ways: tuple[Way, ...]
    score: float
    words: tuple[WordOutcome, ...] = ()
    lost: tuple[Loss, ...] = ()
    of_dialect: bool = False


class Drafter:
    """Drafts English for German sentences with one package. The model is loaded at the first draft, or by `load`.

    Any thread may ask.
    """

    def __init__(
        self, package: Package, engine: Engine | None = None, *, repairs: bool = True, readings: bool = True
    ) -> None:
        """`engine`: what drafts instead of the package's own. The built-in package lends what either cannot do.

        `repairs`: whether more is done than to decode a sentence and bring its terms in: of the best drafts the one is
        taken that lost least, drafts with defects are made again, words that the engine did not know are put right
        (`workbench.engine.words`), and what a draft lost is told. A sentence on which a repair fails goes without it.
        `readings`: whether names that were read as words are among these.
        """
        self.package = package
        own = ArgosEngine(package)
        self._built_in = own if package.embedded else ArgosEngine(embedded_package())
        self._able = with_lender(engine or own, self._built_in)
        self._engine = self._able.engine
        self._repairs, self._readings = repairs, readings
        self.dialect: Dialect = "both"
        self._names = DocumentNames(())
        self._next_best = False

    def of_document(self, texts: Sequence[str], dialect: Dialect = "both") -> Drafter:
        """The same for the German texts of one document: what is a surname in one of them is in all.

        `dialect`: of the English that is wanted; what the dictionary gives for another one alone stays away.
        """
        other = copy(self)
        other._names, other.dialect = DocumentNames(texts), dialect
        return other

    def names_among(self, german: str) -> frozenset[str]:
        """The words of a sentence that are surnames of the document, as far as a draft depends on it."""
        with suppress(*OF_REPAIRS):  # drafts can do without the lists of names
            return self._names.among(german) if self._repairs else frozenset()
        return frozenset()

    @property
    def fingerprint(self) -> str:
        """Names all that a draft depends on but its text, terms and names, and the dialect: the program, the engine."""
        parts = [code_fingerprint(), self._engine.fingerprint, self._built_in.fingerprint]
        left_out = [] if self._repairs and self._readings else ["word by word" if self._repairs else "plain"]
        return "-".join(dict.fromkeys([*parts, *left_out]))

    @property
    def abilities(self) -> Abilities:
        """What the engine can do, with what the built-in package lends it."""
        return self._able

    def load(self) -> None:
        """Load the model now, and begin to read the word lists that repairs need."""
        if self._repairs:
            read_ahead()
        self._engine.load()

    def draft(self, sentences: Sequence[Asked], held: Sequence[Held] = ()) -> list[SentenceDraft]:
        """One draft for each sentence (German, its glossary hits), in order; `held`: for each what stays as it is.

        They are decoded in large shares, then those that lack a term once more; what is left to do with one share is
        done while another is decoded. What has nothing to translate (`1/6`, addresses, English) is copied; what stays
        as it is (addresses, code, another script) keeps its letters. A sentence on which the package fails comes back
        as it is.
        """
        held = held or [()] * len(sentences)
        return in_shares(self._draft_share, sentences, held)

    def _draft_share(self, sentences: Sequence[Asked], held: Sequence[Held]) -> list[SentenceDraft]:
        return draft_without_tags(sentences, held, self._draft_with_stand_ins, self.align)

    def _draft_with_stand_ins(self, sentences: Sequence[Asked], held: Sequence[Held]) -> list[SentenceDraft]:
        return draft_with_stand_ins(sentences, held, self._draft_plain)

    def _draft_plain(self, sentences: Sequence[Asked]) -> list[SentenceDraft]:
        cuts = [cut(*sentence, self._engine.size) for sentence in sentences]
        prepared = [_prepare(unit) for units in cuts for unit in units if unit.english is None]
        drafted = iter(in_halves(self._draft, prepared, _failed))
        drafts = []
        for sentence, units in zip(sentences, cuts, strict=True):
            pieces = [(unit, next(drafted) if unit.english is None else _copied(unit)) for unit in units]
            drafts.append(_join(*sentence, pieces))
        return drafts

    def align(self, source: str, english: str) -> tuple[tuple[Span, Span], ...]:
        """Pairs of words (span in the German, span in the English) that stand for each other.

        Give it a sentence, or a few: of a text that is too long for the package (some 500 pieces) it tells nothing.
        """
        if not source.strip() or not english.strip():
            return ()
        german, plain = plain_marks(source), plain_marks(english)
        try:
            (attention,) = self._able.aligns.attention([german], [plain])
        except OF_ENGINES:
            return ()
        return word_links(german, plain, attention)

    def likely(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How likely each English is for its German: mean log-probability a piece (0 is best).

        A pair on which the package fails, or that it cannot take, is as unlikely as can be (`-inf`).
        """
        texts = [(plain_marks(german), plain_marks(english)) for german, english in pairs]
        return in_halves(self._likely, texts, lambda _: float("-inf"))

    def _likely(self, texts: Sequence[tuple[str, str]]) -> list[float]:
        found = self._able.scores.likelihoods([german for german, _ in texts], [english for _, english in texts])
        return [one.total / max(1, len(one.values)) for one in found]

    def others(self, sentence: Asked, number: int) -> list[SentenceDraft]:
        """The engine's `number` best drafts of a sentence, best first, each with its terms and put right as drafts are.

        There may be fewer, and some may be alike then.
        """
        other = copy(self)
        other._next_best = True
        made = other._draft_share([sentence] * number, [()] * number)
        return [draft for draft in made if draft.score > float("-inf")]

    def put_right(self, sentence: Asked, englishes: Sequence[str]) -> list[str]:
        """Englishes of a sentence with its terms and put right as drafts are.

        They stay as they are where the sentence is drafted in several units, or something stands in for a part of it.
        """
        units = cut(*sentence, self._engine.size)
        if [(unit.text, unit.english) for unit in units] != [(sentence[0], None)] or with_stand_ins(*sentence).runs:
            return list(englishes)
        item = _prepare(units[0])
        both = [(item, Hypothesis(plain_marks(english), 0.0)) for english in englishes]
        return [one.english for one in in_halves(self._put_right, both, lambda one: _Drafted(one[1].english, (), 0.0))]

    def _put_right(self, both: Sequence[tuple[_Prepared, Hypothesis]]) -> list[_Drafted]:
        prepared = [item for item, _ in both]
        return self._finished(prepared, self._cases(prepared, [draft for _, draft in both]))

    def _draft(self, prepared: Sequence[_Prepared]) -> list[_Drafted]:
        sources = [item.source for item in prepared]
        if self._next_best:
            return self._finished(prepared, self._cases(prepared, next_best(sources, self._able)))
        cases = self._cases(prepared, free_drafts(sources, self._able, repairs=self._repairs))
        if self._repairs:
            cases = in_halves(self._put_back, cases, _as_it_is, OF_REPAIRS)
        return self._finished(prepared, cases)

    def _finished(self, prepared: Sequence[_Prepared], cases: Sequence[Case]) -> list[_Drafted]:
        """Drafts put right, with their terms, and with what each lost."""
        if self._repairs:
            cases = in_halves(self._right, cases, _as_it_is, OF_REPAIRS)
        climbs = in_halves(self._climbed, cases, _started, OF_REPAIRS)
        if not self._repairs:
            return [_finish(*one, ()) for one in zip(prepared, climbs, cases, strict=True)]
        free = [case.draft for case in cases]
        both = list(zip(cases, climbs, strict=True))
        cases = in_halves(self._right_again, both, lambda one: one[0], OF_REPAIRS)
        return [_finish(*one) for one in zip(prepared, climbs, cases, self._lost(climbs, free), strict=True)]

    def _cases(self, prepared: Sequence[_Prepared], free: Sequence[Hypothesis]) -> list[Case]:
        return [self._case(item, draft) for item, draft in zip(prepared, free, strict=True)]

    def _put_back(self, cases: Sequence[Case]) -> list[Case]:
        """The cases with what their drafts lost brought back, as far as that can be."""
        return put_back(cases, self._able)

    def _case(self, item: _Prepared, draft: Hypothesis) -> Case:
        names = self.names_among(item.source)
        return Case(item.source, item.calm.hits, draft, dialect=self.dialect, names=names)

    def _right(self, cases: Sequence[Case]) -> list[Case]:
        """The cases put right; where the German stands there (nothing was drafted, or it is a name), it stays."""
        said = [case for case in cases if case.english != case.german]
        right = iter(put_right(said, self._able, readings=self._readings))
        return [next(right) if case.english != case.german else case for case in cases]

    def _climbed(self, cases: Sequence[Case]) -> list[Climb]:
        climbs = [_started(case) for case in cases]
        climb([item for item, case in zip(climbs, cases, strict=True) if item.hits and _is_drafted(case)], self._able)
        return climbs

    def _right_again(self, both: Sequence[tuple[Case, Climb]]) -> list[Case]:
        return put_right_again([case for case, _ in both], [item for _, item in both], self._able)

    def _lost(self, climbs: Sequence[Climb], free: Sequence[Hypothesis]) -> list[tuple[Loss, ...]]:
        """What each draft lost of what the free draft lost; a word that went while terms came in is not told besides.
        (No draft that lost a whole clause is taken then.)

        Drafts of an engine that does not tell what it looked at are aligned, all in one pass; of one that is too long
        for that nothing is told.
        """
        texts = [(item.source, draft.english) for item, draft in zip(climbs, free, strict=True) if not draft.attention]
        aligned = iter(in_halves(self._looked, texts, lambda _: None))
        looked = [draft.attention or next(aligned) for draft in free]
        return in_halves(_all_lost, list(zip(climbs, free, looked, strict=True)), lambda _: (), OF_REPAIRS)

    def _looked(self, texts: Sequence[tuple[str, str]]) -> list[Attention]:
        """What the words of each English looked at in its German, which is prepared."""
        return self._able.aligns.attention([german for german, _ in texts], [plain_marks(said) for _, said in texts])


def _is_drafted(case: Case) -> bool:
    """Whether there is a draft, and not the German in the place of one."""
    return case.draft.score > float("-inf")


def _started(case: Case) -> Climb:
    return start(case.german, case.hits, case.english, case.draft)


def _as_it_is(case: Case) -> Case:
    return case


def _failed(item: _Prepared) -> _Drafted:
    """What there is of a unit on which the engine fails: the German."""
    ways: list[Way] = ["missing"] * len(item.unit.hits)
    return _Drafted(item.unit.text, tuple(ways), float("-inf"))


def _all_lost(drafted: Sequence[tuple[Climb, Hypothesis, Attention | None]]) -> list[tuple[Loss, ...]]:
    return [
        _still_lost(losses(item.source, draft.english, attention), item)
        if attention and draft.english != item.source
        else ()
        for item, draft, attention in drafted
    ]


def _still_lost(lost: Sequence[Loss], outcome: Climb) -> tuple[Loss, ...]:
    """What a draft lost and has not got since: neither by a term that came in, nor by any other word."""
    met = [Span(hit.start, hit.end) for hit, place in zip(outcome.hits, outcome.best.places, strict=True) if place]
    return tuple(loss for loss in lost if is_lost_in(outcome.source, loss, outcome.best.english, but=met))


def _prepare(unit: Unit) -> _Prepared:
    calm = calmed(unit.text, unit.hits)
    return _Prepared(unit, plain_marks(calm.text), calm)


def _finish(item: _Prepared, outcome: Climb, case: Case, lost: tuple[Loss, ...]) -> _Drafted:
    english = polish(item.unit.text, fit_articles(outcome.best.english, outcome.best.places))
    english = with_signs(item.unit.text, english)
    ways: tuple[Way, ...] = tuple(
        "missing" if place is None else way if way != "missing" else "free"
        for place, way in zip(placed(item.unit.text, item.unit.hits, english), outcome.best.ways, strict=True)
    )
    score = outcome.best.score if outcome.best is not outcome.free else case.draft.score
    english, offsets = item.calm.in_capitals(english), item.calm.offsets
    words = tuple(word.back_in(item.unit.text, offsets) for word in case.words if stands_in(word.english, english))
    gone = tuple(loss.back_by(offsets) for loss in lost)
    return _Drafted(english, ways, score, words, gone, bool(case.of_dialect))


def _copied(unit: Unit) -> _Drafted:
    english = unit.english or ""
    return _Drafted(
        english,
        tuple("missing" if place is None else "free" for place in placed(unit.text, unit.hits, english)),
        0.0,
    )


def _join(sentence: str, hits: tuple[TermHit, ...], pieces: Sequence[tuple[Unit, _Drafted]]) -> SentenceDraft:
    """The units' English with the German's white space before and between them, and all outcomes in order."""
    english, at = "", 0
    ways: dict[int, Way] = {}
    words: list[WordOutcome] = []
    lost: list[Loss] = []
    for unit, drafted in pieces:
        english += sentence[at : unit.span.start] + drafted.english
        at = unit.span.end
        words += [word.moved(unit.span.start) for word in drafted.words]
        for hit, way in zip(unit.hits, drafted.ways, strict=True):
            ways[hit.start + unit.span.start] = way
        lost += [loss.moved(unit.span.start) for loss in drafted.lost]
    english += sentence[at:]
    scores = [drafted.score for unit, drafted in pieces if unit.english is None]
    score = sum(scores) / len(scores) if scores else 0.0
    terms = tuple(TermOutcome(hit, ways.get(hit.start, "missing")) for hit in hits)
    of_dialect = any(drafted.of_dialect for _, drafted in pieces)
    return SentenceDraft(sentence, english, terms, score, tuple(words), tuple(lost), of_dialect)
