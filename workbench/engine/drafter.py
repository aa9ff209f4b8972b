"""Sentences in, drafts out: prepared, drafted in one batch, brought to the glossary, polished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from workbench.engine.alignment import word_links
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.argos.package import Package, embedded_package
from workbench.engine.draft import Asked, Held, Loss, SentenceDraft, TermOutcome, Way, WordOutcome, found_again
from workbench.engine.fingerprint import code_fingerprint
from workbench.engine.lent import with_lender
from workbench.engine.protocol import Attention, Engine, Hypothesis
from workbench.engine.sentence.capitals import Calmed, calmed
from workbench.engine.sentence.covering import NEXT_BEST, best_covering
from workbench.engine.sentence.defects import defects
from workbench.engine.sentence.losses import is_lost_in, losses
from workbench.engine.sentence.polish import polish
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.sentence.signs import with_signs
from workbench.engine.sentence.stand_ins import draft_with_stand_ins
from workbench.engine.sentence.tags import draft_without_tags
from workbench.engine.sentence.units import Unit, cut
from workbench.engine.shares import in_shares
from workbench.engine.terms.candidate import Climb, start
from workbench.engine.terms.in_place import fit_articles
from workbench.engine.terms.ladder import climb
from workbench.engine.terms.places import placed
from workbench.engine.words.case import Case
from workbench.engine.words.repair import put_right, put_right_again
from workbench.glossary import TermHit
from workbench.text import Span

# How many drafts are made of a sentence whose first one has something wrong with it.
_AGAIN_NUMBER = 4


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


class Drafter:
    """Drafts English for German sentences with one package. The model is loaded at the first draft, or by `load`.

    Any thread may ask.
    """

    def __init__(self, package: Package, engine: Engine | None = None, *, repairs: bool = True) -> None:
        """`engine`: what drafts instead of the package's own. The built-in package lends what either cannot do.

        `repairs`: whether drafts that have defects are made again, and words that the engine did not know put right
        (`workbench.engine.words`).
        """
        self.package = package
        own = ArgosEngine(package)
        self._built_in = own if package.embedded else ArgosEngine(embedded_package())
        self._able = with_lender(engine or own, self._built_in)
        self._engine = self._able.engine
        self._repairs = repairs

    @property
    def fingerprint(self) -> str:
        """Names all that a draft depends on but its text and terms: the program's code and the engine."""
        parts = [code_fingerprint(), self._engine.fingerprint, self._built_in.fingerprint]
        return "-".join(dict.fromkeys(parts if self._repairs else [*parts, "plain"]))

    def load(self) -> None:
        """Load the model now."""
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
        drafted = iter(self._robustly(prepared))
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
        except RuntimeError:
            return ()
        return word_links(german, plain, attention)

    def _robustly(self, prepared: Sequence[_Prepared]) -> list[_Drafted]:
        """All in one batch; where it fails, in halves, so that one sentence cannot lose the others."""
        try:
            return self._draft(prepared)
        except (RuntimeError, ValueError):
            if len(prepared) == 1:
                unit = prepared[0].unit
                ways: list[Way] = ["missing"] * len(unit.hits)
                return [_Drafted(unit.text, tuple(ways), float("-inf"))]
        middle = len(prepared) // 2
        return self._robustly(prepared[:middle]) + self._robustly(prepared[middle:])

    def _draft(self, prepared: Sequence[_Prepared]) -> list[_Drafted]:
        if not prepared:
            return []
        free = self._free([item.source for item in prepared])
        cases = [Case(item.source, item.calm.hits, draft) for item, draft in zip(prepared, free, strict=True)]
        if self._repairs:
            cases = put_right(cases, self._able)
        climbs = [start(case.german, case.hits, case.english, case.draft) for case in cases]
        climb([item for item in climbs if item.hits], self._able)
        if not self._repairs:
            return [_finish(*one, ()) for one in zip(prepared, climbs, cases, strict=True)]
        free = [case.draft for case in cases]
        cases = put_right_again(cases, climbs, self._able)
        return [_finish(*one) for one in zip(prepared, climbs, cases, self._lost(climbs, free), strict=True)]

    def _free(self, germans: Sequence[str]) -> list[Hypothesis]:
        """A draft of each without its terms: the best, or, with repairs, one that has less wrong with it."""
        if not self._repairs:
            return [drafts[0] for drafts in self._engine.translate(germans)]
        several = self._engine.translate(germans, NEXT_BEST)
        free = [best_covering(german, drafts) for german, drafts in zip(germans, several, strict=True)]
        self._again(germans, free)
        return free

    def _lost(self, climbs: Sequence[Climb], free: Sequence[Hypothesis]) -> list[tuple[Loss, ...]]:
        """What each draft lost. The ladder takes none that lost more than the free draft, so that one is looked at.

        Drafts of an engine that does not tell what it looked at are aligned, all in one pass.
        """
        other = [draft for draft in zip(climbs, free, strict=True) if draft[1].attention is None]
        aligned: Iterator[Attention] = iter(())
        with suppress(RuntimeError, ValueError):  # too long to be aligned: of these nothing is told
            texts, englishes = [item.source for item, _ in other], [draft.english for _, draft in other]
            aligned = iter(self._able.aligns.attention(texts, englishes))
        looked = [draft.attention or next(aligned, None) for draft in free]
        return [
            _still_lost(losses(item.source, draft.english, attention), item, draft) if attention else ()
            for item, draft, attention in zip(climbs, free, looked, strict=True)
        ]

    def _again(self, germans: Sequence[str], free: list[Hypothesis]) -> None:
        """Decode those once more that have defects; the draft with the fewest takes its place."""
        poor = [at for at, german in enumerate(germans) if defects(german, free[at].english)]
        several = self._engine.translate([germans[at] for at in poor], _AGAIN_NUMBER, varied=True)
        for at, drafts in zip(poor, several, strict=True):
            source = germans[at]
            candidates = [free[at], *drafts]
            wrong = [defects(source, candidate.english) for candidate in candidates]
            best = candidates[wrong.index(min(wrong))]
            says_something = any(letter.isalnum() for letter in best.english)
            free[at] = best if says_something else Hypothesis(source, free[at].score)


def _still_lost(lost: Sequence[Loss], outcome: Climb, draft: Hypothesis) -> tuple[Loss, ...]:
    """What a draft lost and has not got since: neither by a term that came in, nor by any other word."""
    met = [Span(hit.start, hit.end) for hit, place in zip(outcome.hits, outcome.best.places, strict=True) if place]
    left = tuple(loss for loss in lost if not loss.span.meets(*met))
    same = outcome.best.english == draft.english
    return left if same else tuple(loss for loss in left if is_lost_in(outcome.source, loss, outcome.best.english))


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
    english = item.calm.in_capitals(english)
    same_places = len(item.source) == len(item.unit.text)  # what had SS for ß is shorter
    words = tuple(_words(case, item.unit.text, english))
    return _Drafted(english, ways, score, words, lost if same_places else ())


def _words(case: Case, german: str, english: str) -> Iterator[WordOutcome]:
    """The words of a case that are in the finished English still, with offsets into the German as it is written."""
    for word in case.words:
        span = found_again(word.span, case.german, german)
        if span and word.english.casefold() in english.casefold():
            yield replace(word, german=german[slice(*span)], span=span)


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
    return SentenceDraft(sentence, english, terms, score, tuple(words), tuple(lost))
