"""An Argos package as an engine: text in and out, by CTranslate2 and SentencePiece."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from workbench.engine.argos.decoder import SETTINGS, Decoded, Decoder
from workbench.engine.argos.package import Package
from workbench.engine.protocol import Attention, Hypothesis, Likelihood
from workbench.text import Span

# What keeps a draft from saying words again.
_VARIED: dict[str, Any] = {"no_repeat_ngram_size": 3, "repetition_penalty": 1.2}


class ArgosEngine:
    """Drafts with one package; continues, tells alternatives, scores, aligns, weighs, avoids; marks if it can do so."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._decoder = Decoder(package)

    @property
    def fingerprint(self) -> str:
        """The package's weights."""
        return self.package.id

    @property
    def markers(self) -> tuple[str, str] | None:
        """What stands around a required English in the German; None where the package knows no markers."""
        return self.package.markers

    def load(self) -> None:
        """Load the model and the pieces now, so that the first draft need not."""
        self._decoder.load()

    def size(self, text: str) -> int:
        """How many pieces a German text has."""
        return self._decoder.german.count(text)

    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        """The `number` best for each text, best first, by beam search."""
        sources = self._german(texts)
        options = _VARIED if varied else {}
        several = self._decoder.several(sources, number, **options)
        spans = [self._decoder.german.spans(text, source) for text, source in zip(texts, sources, strict=True)]
        found = [
            [self._hypothesis(draft, german) for draft in drafts] for drafts, german in zip(several, spans, strict=True)
        ]
        return found if varied else [[self._compared(draft) for draft in drafts] for drafts in found]

    def continued(self, texts: Sequence[str], prefixes: Sequence[str]) -> list[Hypothesis]:
        """The best English for each text that begins with its prefix (and contains it)."""
        drafts = self._decoder.continued(self._german(texts), self._decoder.english.encode(prefixes))
        return [self._hypothesis(draft) for draft in drafts]

    def alternatives(
        self, texts: Sequence[str], prefixes: Sequence[str], number: int, parts: int = 0
    ) -> list[list[Hypothesis]]:
        """For each text `number` Englishes that begin with its prefix, each with another piece after it."""
        begun = self._decoder.english.encode(prefixes)
        found = self._decoder.alternatives(self._german(texts), begun, number, parts)
        return [[self._hypothesis(one) for one in some] for some in found]

    def without(self, texts: Sequence[str], unwanted: Sequence[Sequence[tuple[Hypothesis, Span]]]) -> list[Hypothesis]:
        """The best for each text without the pieces of its unwanted words, in the order in which a draft had them.

        CTranslate2 keeps all sentences of a batch from the same pieces: each text is drafted alone, so that its draft
        does not depend on what stands beside it.
        """
        with ThreadPoolExecutor(SETTINGS["inter_threads"], "without-words") as pool:
            return list(pool.map(self._without, texts, unwanted))

    def _without(self, text: str, unwanted: Sequence[tuple[Hypothesis, Span]]) -> Hypothesis:
        runs = {run for draft, word in unwanted if (run := self._run(draft, word))}
        # The shortlist would hide what comes in their place.
        options = {"suppress_sequences": [list(run) for run in sorted(runs)], "use_vmap": False} if runs else {}
        (draft,) = self._decoder.best(self._german([text]), **options)
        return self._hypothesis(draft)

    def likelihoods(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Likelihood]:
        """How likely the package finds each piece of a finished English."""
        targets = self._decoder.english.encode(englishes)
        found = self._decoder.log_probabilities(self._german(texts), targets)
        return [
            Likelihood(self._decoder.english.spans(english, pieces), tuple(values))
            for english, pieces, values in zip(englishes, targets, found, strict=True)
        ]

    def attention(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Attention]:
        """What each piece of each English looked at in its German, with one forced pass over all."""
        sources, targets = self._german(texts), self._decoder.english.encode(englishes)
        looked = self._decoder.attention(sources, targets)
        return [
            Attention(
                self._decoder.german.spans(text, source),
                self._decoder.english.spans(english, target),
                tuple(map(tuple, rows)),
            )
            for text, english, source, target, rows in zip(texts, englishes, sources, targets, looked, strict=True)
        ]

    def commonness(self, words: Sequence[str]) -> list[float]:
        """How likely the pieces of each word are by themselves, by the pieces for English."""
        return [self._decoder.english.commonness(word) for word in words]

    def _german(self, texts: Sequence[str]) -> list[list[str]]:
        return self._decoder.german.encode(texts)

    def _run(self, draft: Hypothesis, word: Span) -> tuple[str, ...]:
        """The pieces of a draft in which a word stands."""
        spans = self._decoder.english.spans(draft.english, draft.pieces)
        return tuple(piece for piece, span in zip(draft.pieces, spans, strict=True) if span.meets(word))

    def _compared(self, draft: Hypothesis) -> Hypothesis:
        (usual,) = self._decoder.english.encode([draft.english])
        return replace(draft, comparable=tuple(usual) == draft.pieces)

    def _hypothesis(self, draft: Decoded, german: tuple[Span, ...] = ()) -> Hypothesis:
        english = self._decoder.text(draft.pieces)
        attention = None
        if german:
            rows = tuple(map(tuple, draft.attention))
            attention = Attention(german, self._decoder.english.spans(english, draft.pieces), rows)
        return Hypothesis(english, draft.score, draft.pieces, attention)
