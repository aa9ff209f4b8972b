"""How much of the machine's drafts was kept: chrF and TER of the reviewed English against them, by sacrebleu.

chrF: Maja Popović, “chrF: character n-gram F-score for automatic MT evaluation”, WMT 2015. TER: Matthew Snover et al.,
“A Study of Translation Edit Rate with Targeted Human Annotation”, AMTA 2006; with what the translator made of the draft
as the reference it is HTER.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.translation import ParagraphRecord, State

MOST = 20_000
"""Paragraphs that are scored of one package: TER looks for words that were moved, which takes its time."""


@dataclass(frozen=True, slots=True)
class KeptDrafts:
    """What became of one package's drafts.

    `paragraphs`: reviewed ones that began from a draft; `untouched`: those whose English is the draft's. `chrf`: 0 to
    100, 100 is all kept; `ter`: words that were put, cut, changed or moved, per 100 words of the English. `scored`: how
    many paragraphs these two are of. `chrf_signature`, `ter_signature`: sacrebleu's, by which others make the same.
    """

    package: str
    paragraphs: int
    untouched: int
    scored: int
    chrf: float
    ter: float
    chrf_signature: str
    ter_signature: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """A reviewed paragraph's draft, the package that made it, and its English."""

    package: str
    draft: str
    english: str


def drafted(paragraphs: Iterable[ParagraphRecord]) -> tuple[Drafted, ...]:
    """The reviewed paragraphs that began from a draft."""
    return tuple(
        Drafted(one.draft.package, one.draft.english, one.english)
        for one in paragraphs
        if one.state is State.REVIEWED and one.draft and one.draft.english.strip()
    )


def kept(pairs: Sequence[Drafted]) -> tuple[KeptDrafts, ...]:
    """What was kept of each package's drafts, by the packages' names."""
    packages = sorted({pair.package for pair in pairs})
    return tuple(_kept(package, [pair for pair in pairs if pair.package == package]) for package in packages)


def _kept(package: str, pairs: Sequence[Drafted]) -> KeptDrafts:
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    scored = pairs[:MOST]
    drafts, english = [pair.draft for pair in scored], [[pair.english for pair in scored]]
    chrf, ter = CHRF(), TER()
    return KeptDrafts(
        package,
        len(pairs),
        sum(pair.draft == pair.english for pair in pairs),
        len(scored),
        chrf.corpus_score(drafts, english).score,
        ter.corpus_score(drafts, english).score,
        f"chrF2|{chrf.get_signature()}",
        f"TER|{ter.get_signature()}",
    )
