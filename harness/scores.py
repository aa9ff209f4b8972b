"""English beside a reference, in figures."""

from __future__ import annotations

from collections.abc import Sequence

PLAIN = str.maketrans("“”„‘’‚–—", "\"\"\"'''--")
"""Quotation marks and dashes made plain, so that BLEU and chrF do not count how they are written."""


def bleu_and_chrf(english: Sequence[str], reference: Sequence[str]) -> tuple[float, float]:
    """sacreBLEU's corpus BLEU and chrF, with its defaults; 0 to 100."""
    from sacrebleu import corpus_bleu, corpus_chrf

    return corpus_bleu(english, [reference]).score, corpus_chrf(english, [reference]).score


def sentence_chrf(english: str, reference: str) -> float:
    """sacreBLEU's chrF of one sentence."""
    from sacrebleu import sentence_chrf

    return float(sentence_chrf(english, [reference]).score)
