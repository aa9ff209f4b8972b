"""The model of one package: batches of pieces in, pieces, scores and attention out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

from workbench.engine.argos.package import Package
from workbench.engine.argos.tokens import Tokens

Pieces = Sequence[str]

BEAM = 4
# Two translators of one thread each make more sentences a second than one of two threads.
SETTINGS: dict[str, Any] = {"inter_threads": 2, "intra_threads": 1}
# Pieces in a batch: more make the two wait for each other, fewer leave the processor idle.
_LARGEST, _SMALLEST = 256, 48
# Pieces that an English may have besides twice those of its German: one that goes round and round ends there.
_SPARE = 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """One English for one German, in pieces. `score`: mean log-probability per piece, its end included.

    `attention`: how much each piece looked at each piece of the German (rows: its own pieces).
    """

    pieces: tuple[str, ...]
    score: float
    attention: Sequence[Sequence[float]] = ()


def batching(sources: Sequence[Pieces]) -> dict[str, Any]:
    """CTranslate2's options to share these sources out to its two translators."""
    half = sum(map(len, sources)) // SETTINGS["inter_threads"] + 1
    return {"max_batch_size": max(_SMALLEST, min(_LARGEST, half)), "batch_type": "tokens"}


class Decoder:
    """CTranslate2 for one package; the model is loaded at the first use, once. Any thread may ask."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._loading = Lock()
        self.german = self.english = Tokens(package.pieces)
        if package.target_pieces != package.pieces:
            self.english = Tokens(package.target_pieces)

    @cached_property
    def _translator(self) -> Any:
        from ctranslate2 import Translator

        return Translator(str(self._package.model), device="cpu", **SETTINGS)

    def load(self) -> None:
        """Load the model and the pieces now, so that the first draft need not."""
        self._loaded()
        for tokens in {self.german, self.english}:
            tokens.count("")

    def _loaded(self) -> Any:
        """CTranslate2's translator, which threads may share; two that ask first at once load one model."""
        with self._loading:
            return self._translator

    def text(self, pieces: Pieces) -> str:
        """The text of a finished English; markers that stayed in it are taken out."""
        text = self.english.decode(pieces)
        for marker in self._package.markers or ():
            text = text.replace(marker, "")
        return text

    def best(self, sources: Sequence[Pieces], **options: Any) -> list[Decoded]:
        """The best English for each source, by beam search. `options` go to CTranslate2."""
        return [hypotheses[0] for hypotheses in self.several(sources, 1, **options)]

    def several(self, sources: Sequence[Pieces], number: int, **options: Any) -> list[list[Decoded]]:
        """The `number` best for each source, best first."""
        if not sources:
            return []
        penalty = self._package.length_penalty
        results = self._loaded().translate_batch(
            [list(source) for source in sources],
            beam_size=max(BEAM, number),
            num_hypotheses=number,
            length_penalty=penalty,
            return_scores=True,
            return_attention=True,  # it costs a hundredth of the decoding; a pass of its own three quarters
            max_input_length=0,
            disable_unk=True,
            **batching(sources),
            **{"use_vmap": True, **options},  # the shortlist, where the package has one
        )
        return [
            [
                Decoded(tuple(pieces), score * (len(pieces) + 1) ** (penalty - 1), attention)
                for pieces, score, attention in zip(result.hypotheses, result.scores, result.attention, strict=True)
            ]
            for result in results
        ]

    def continued(self, sources: Sequence[Pieces], prefixes: Sequence[Pieces]) -> list[Decoded]:
        """The best English for each source that begins with the prefix given for it (and contains it)."""
        # With a shortlist CTranslate2 mixes up the pieces of a prefix that the shortlist lacks, or fails.
        return self.best(sources, target_prefix=[list(prefix) for prefix in prefixes], use_vmap=False)

    def alternatives(
        self, sources: Sequence[Pieces], prefixes: Sequence[Pieces], number: int, parts: int = 0
    ) -> list[list[Decoded]]:
        """For each source `number` Englishes that begin with its prefix and go on with other pieces, likeliest first.

        What follows such a piece is the likeliest at each step: a beam for each of them takes three times as long.
        `parts`: so many pieces are enough.
        """
        if not sources:
            return []
        most = parts + max(map(len, prefixes)) if parts else _SPARE + 2 * max(map(len, sources))
        results = self._loaded().translate_batch(
            [list(source) for source in sources],
            target_prefix=[list(prefix) for prefix in prefixes],
            beam_size=1,
            num_hypotheses=number,
            return_alternatives=True,
            return_scores=True,
            max_input_length=0,
            max_decoding_length=most,
            disable_unk=True,
            **batching(sources),
        )
        return [
            [
                Decoded(tuple(pieces), score / (len(pieces) + 1))
                for pieces, score in zip(result.hypotheses, result.scores, strict=True)
            ]
            for result in results
        ]

    def log_probabilities(self, sources: Sequence[Pieces], targets: Sequence[Pieces]) -> list[list[float]]:
        """How likely the model finds each piece of a finished English (the last: its end)."""
        if not sources:
            return []
        results = self._loaded().score_batch(
            [list(source) for source in sources],
            [list(target) for target in targets],
            max_input_length=0,
            **batching(sources),
        )
        return [list(result.log_probs) for result in results]

    def attention(self, sources: Sequence[Pieces], targets: Sequence[Pieces]) -> list[list[list[float]]]:
        """For each pair a matrix: how much each target piece looked at each source piece (rows: target)."""
        if not sources:
            return []
        results = self._loaded().translate_batch(
            [list(source) for source in sources],
            target_prefix=[list(target) for target in targets],
            beam_size=1,
            max_decoding_length=max(map(len, targets)),
            max_input_length=0,
            return_attention=True,
            **batching(sources),
        )
        return [
            [list(row) for row in result.attention[0][: len(target)]]
            for result, target in zip(results, targets, strict=True)
        ]
