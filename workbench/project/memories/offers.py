"""What the memories offer for a sentence, and putting an offer in its place in the paragraph's English."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.glossary import Glossary
from workbench.memory import Match, Stretch, sentences_beside
from workbench.project.memories.filling import fitted
from workbench.project.memories.known import InContext, in_context
from workbench.project.memories.opened import Memories
from workbench.project.memories.put_right import put_right
from workbench.text import Inline, Span
from workbench.text.differences import Part, word_diff
from workbench.text.house_style import HouseStyle
from workbench.translation import ParagraphRecord

if TYPE_CHECKING:  # the engine is loaded when something is repaired
    from workbench.project.memories.repairing import Repair


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be put in by one key.

    `target`: the English that goes in. `diff`: the words of the match's German that are gone or have come, where it is
    another. `put_right`: (was, is) of numbers, dates and names. `repair`: the same as the package repaired it, once it
    has.
    """

    match: Match
    target: Inline
    diff: tuple[Part, ...] = ()
    put_right: tuple[tuple[str, str], ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class OffersHere:
    """The offers for one sentence: the `number`th (from 1) of the `of` sentences of its paragraph; at most five.

    `stretches`: runs of words where no offer is, each with where its English stands, as far as that is known.
    `refined`: whether it has been looked for by now what of this can be repaired, and where that English stands.
    """

    sentence: InContext
    number: int
    of: int
    offers: tuple[Offer, ...]
    stretches: tuple[tuple[Stretch, Span | None], ...] = ()
    refined: bool = False


def offers_for(
    sentence: InContext, memories: Memories, glossary: Glossary, style: HouseStyle
) -> Generator[None, None, tuple[Offer, ...]]:
    """The five best, in steps for the look-up lane; `glossary` and `style` are those in force."""
    matches = yield from memories.fuzzy(sentence.text, sentence.before, sentence.after)
    return tuple(_offer(match, sentence, glossary, style) for match in matches)


def _offer(match: Match, sentence: InContext, glossary: Glossary, style: HouseStyle) -> Offer:
    target = fitted(match, sentence.text) or _without_strange(match.pair.target, sentence.text)
    known, text = match.pair.source.text, sentence.text.text
    if match.percent >= 100:
        return Offer(match, target)
    target, changed = put_right(text, known, target, glossary, style)
    return Offer(match, target, word_diff(known, text), changed)


def _without_strange(target: Inline, text: Inline) -> Inline:
    """English without the codes that this German has not."""
    ids = {code.id for code in text.codes}
    return Inline(target.text, tuple(code for code in target.codes if code.id in ids))


def sentence_at(
    records: Sequence[ParagraphRecord], index: int, german: int | None
) -> tuple[InContext, int, int] | None:
    """The sentence at a place of a paragraph's German, its number (from 1) and how many there are.

    Without a place it is the first that was not filled from a memory. None where the paragraph has no German.
    """
    whole, *several = in_context(records, index) or (None,)
    if whole is None:
        return None
    all_of_them = several or [whole]
    draft = records[index].draft
    filled = {known for known, *_ in draft.memory} if draft else set[str]()
    if german is None:
        at = next((n for n, one in enumerate(all_of_them) if one.text.text not in filled), 0)
    else:
        at = next((n for n, one in enumerate(all_of_them) if german <= one.span.end), len(all_of_them) - 1)
    return all_of_them[at], at + 1, len(all_of_them)


def with_offer(record: ParagraphRecord, sentence: InContext, target: Inline) -> Inline:
    """The paragraph's English with an offer in the place of this sentence's English.

    It is all of the English where there is only one sentence, and where the two texts do not align and nobody has
    written anything; else, where they do not align, it goes to the end.
    """
    if len(record.german[slice(*sentence.span)]) == len(record.german.strip()) or not record.english.strip():
        return target
    both = sentences_beside(record.german, record.english)
    place = next((there for here, there in both if here == sentence.span), None)
    if place is not None and place.start < place.end:
        return (record.target[: place.start] + target + record.target[place.end :]).mended()
    if not record.has_own_english:
        return target
    blank = Inline("" if record.english[-1:].isspace() else " ")
    return (record.target + blank + target).mended()
