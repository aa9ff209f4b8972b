"""The best match put in by itself: less than 100 %, in the place of a draft, and marked till somebody looks at it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.memory import sentences_beside
from workbench.project.memories.filling import PACKAGE, where_from
from workbench.project.memories.offers import Offer, OffersHere, with_offer
from workbench.text import Inline
from workbench.translation import UNTOUCHED, Draft, ParagraphRecord


@dataclass(frozen=True, slots=True)
class ByItself:
    """A match that is to be put in: its paragraph's draft then, and what is told of it."""

    draft: Draft
    told: str


def match_by_itself(record: ParagraphRecord, here: OffersHere, least: int) -> ByItself | None:
    """What puts the best match for a sentence into its paragraph, where that is wanted from `least` percent on.

    None where a person has worked on the paragraph, where no match of less than 100 % is as good (what is 100 % fills,
    and of two that are equally good nobody knows which), and where nobody knows which English is the sentence's.
    """
    best = max(here.offers, key=lambda offer: offer.match.percent, default=None)
    if best is None or not least <= best.match.percent < 100 or not best.target.text.strip():
        return None
    if record.state not in UNTOUCHED or record.has_own_english or record.old_german:
        return None
    draft = _with_match(record, here, best)
    if draft is None or draft.target == record.target:
        return None
    return ByItself(draft, f"{best.match.percent} % match {where_from(best.match)}")


def _with_match(record: ParagraphRecord, here: OffersHere, best: Offer) -> Draft | None:
    """The draft with a match in the place of its English of the sentence."""
    span = here.sentence.span
    german = record.german[slice(*span)]
    told = german, str(best.match.percent), where_from(best.match)
    if len(german) == len(record.german.strip()):
        return Draft(best.target.text, PACKAGE, codes=best.target.codes, memory=(told,))
    draft = record.draft
    if draft is None or not _is_beside(record, here):
        return None
    target: Inline = with_offer(record, here.sentence, best.target)
    memory = {known: (known, percent, place) for known, percent, place in draft.memory} | {german: told}
    in_order = tuple(memory[known] for known in sorted(memory, key=record.german.find))
    lost = tuple((what, words) for what, words in draft.lost if words not in german)
    return replace(draft, english=target.text, codes=target.codes, memory=in_order, lost=lost)


def _is_beside(record: ParagraphRecord, here: OffersHere) -> bool:
    """Whether it is known which English stands for the sentence."""
    both = sentences_beside(record.german, record.english)
    place = next((there for german, there in both if german == here.sentence.span), None)
    return place is not None and place.start < place.end
