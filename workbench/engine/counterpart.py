"""The English of a stretch of a German sentence, by word alignment."""

from __future__ import annotations

from workbench.engine.cache import DraftCache
from workbench.engine.codes.places import Places
from workbench.engine.draft import ParagraphDraft
from workbench.engine.drafter import Drafter
from workbench.text import Span


def counterpart(german: str, english: str, stretch: Span, drafter: Drafter, cache: DraftCache) -> Span | None:
    """Where the English of a stretch of the German stands; None where the alignment is in doubt.

    The two texts belong together, a sentence or a few. Alignments are kept in the `cache`. Opens the model.
    """
    whole = Span(0, len(english))
    draft = ParagraphDraft(german, english, drafter.package.id, ((Span(0, len(german)), whole),))
    place, sure = Places(german, draft, drafter, cache).of(stretch, whole)
    return place if sure and place.start < place.end else None
