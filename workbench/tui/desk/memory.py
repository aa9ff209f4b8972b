"""At the desk: what the translation memories offer – putting it in, the next one, another sentence, concordance."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from workbench.project import State
from workbench.project.commands import TakeOffer
from workbench.project.events import MatchPutIn
from workbench.project.memories.filling import where_from
from workbench.project.memories.offers import Offer, OffersHere, with_offer
from workbench.text import Inline, sentence_spans
from workbench.tui.desk.workplace import PutIn, Workplace

if TYPE_CHECKING:
    from workbench.tui.memory.concordance import Language


def be_here(desk: Workplace) -> OffersHere | None:
    """Say where the user is; what the memories offer there, None while they are being asked."""
    return desk.session.be_at(desk.index, _place(desk))


def here(desk: Workplace) -> OffersHere | None:
    """What the memories offer for the sentence the user is at; None while they are being asked."""
    return desk.session.memories.so_far(desk.index, _place(desk))


def _place(desk: Workplace) -> int | None:
    """Where in the German the user is: at the cursor in it, else at the sentence that was chosen by key."""
    sheet = desk.sheet
    if sheet.opened is not None and sheet.german.has_focus:
        return sheet.german.selected_span.start
    document, index, place = desk.at_memory.sentence
    return place if (document, index) == (desk.session.document, desk.index) else None


def sentence(desk: Workplace, by: int) -> None:
    """Go to the next (1) or previous (-1) sentence of the paragraph, so far as the memories are concerned."""
    spans = sentence_spans(desk.session.paragraphs[desk.index].german)
    found = here(desk)
    if found is None or len(spans) < 2:
        desk.status.tell("The paragraph has one sentence." if len(spans) < 2 else ASKED)
        return
    at = (found.number - 1 + by) % len(spans)
    desk.at_memory.sentence = (desk.session.document, desk.index, spans[at].start)
    desk.at_memory.last = None  # what was put in before stays: the keys are for this sentence now
    desk.status.tell(f"Sentence {at + 1} of {len(spans)}.")
    desk.look_at_memory()


ASKED = "The memory is still being asked: a moment."


def put(desk: Workplace, number: int) -> None:
    """Put in an offer (from 1) in the place of the sentence's English; of a stretch its English at the cursor.

    Asked for again, it is the offer as the package repaired it, and then as it was.
    """
    if not _may_write(desk):
        return
    found, last = here(desk), _last(desk)
    if found is None:
        desk.status.tell(ASKED)
    elif last is not None and last.number == number and last.of(found):
        _put_again(desk, found, last)
    elif number <= len(found.offers):
        _put_in(desk, found, number, desk.session.paragraphs[desk.index].target)
    elif number <= len(found.stretches) and not found.offers:
        _put_stretch(desk, found, number)
    else:
        few = len(found.offers) or len(found.stretches)
        desk.status.tell(
            f"The memory has no offer {number} here." if few else "The memory has nothing for this sentence."
        )


def _put_again(desk: Workplace, found: OffersHere, last: PutIn) -> None:
    """Put the offer that was put in last in as the package repaired it, or again as it was."""
    if found.offers[last.number - 1].repair:
        _put_in(desk, found, last.number, last.stood, repaired=not last.repaired, continuing=True)
    else:
        so_far = "" if found.refined else "; nothing of it is repaired so far"
        desk.status.tell(f"Offer {last.number} is in already{so_far}.")


def _put_stretch(desk: Workplace, found: OffersHere, number: int) -> None:
    """Put the English of a stretch in at the cursor; all of its sentence where nobody knows which words that is."""
    stretch, english = found.stretches[number - 1]
    target = stretch.pair.target.text
    if desk.sheet.opened is None:
        desk.sheet.open(desk.index)
    desk.sheet.put_in(target if english is None else target[slice(*english)])


def put_next(desk: Workplace) -> None:
    """Put in the best offer; pressed again, that repaired, the next one, and in the end what stood there."""
    if not _may_write(desk):
        return
    last = _last(desk)
    if last is None:
        put(desk, 1)
        return
    now = here(desk)
    found = now if now is not None and last.of(now) else last.found
    if found.offers[last.number - 1].repair and not last.repaired:
        _put_in(desk, found, last.number, last.stood, repaired=True, continuing=True)
    elif last.number < len(found.offers):
        _put_in(desk, found, last.number + 1, last.stood, continuing=True)
    else:
        command = TakeOffer(desk.index, last.stood, "what stood there is back", continuing=True)
        desk.at_memory.last = None
        _do(desk, command, len(last.stood.text))


UNSEEN = 0.7
"""Seconds in which nobody has seen yet that a match has taken the place of the draft that was being read."""


def tell_put_in(desk: Workplace, event: MatchPutIn) -> None:
    """A match was put in by itself: say so, and that it has just come where it is `late`."""
    desk.at_memory.unseen = (event.document, event.index, monotonic() + UNSEEN) if event.late else None
    desk.status.tell(f"{event.told} put in: compare it with the German. u takes it out.")


def is_unseen(desk: Workplace) -> bool:
    """Whether a match has come at this moment into the paragraph that the user is at, who cannot mean it; told then."""
    document, index, until = desk.at_memory.unseen or ("", -1, 0.0)
    if (document, index) != (desk.session.document, desk.index) or monotonic() > until:
        return False
    desk.status.tell("A match has just taken the place of the draft: compare it with the German, then accept.")
    return True


def _last(desk: Workplace) -> PutIn | None:
    """The offer that was put in last, if it stands here as it was put in."""
    last, target = desk.at_memory.last, desk.session.paragraphs[desk.index].target
    stands = last and (last.document, last.index, last.left) == (desk.session.document, desk.index, target)
    return last if stands else None


def number_put_in(desk: Workplace) -> int:
    """The number (from 1) of the offer that was put in last and stands here; 1 where none does."""
    last = _last(desk)
    return last.number if last is not None else 1


def _put_in(
    desk: Workplace, found: OffersHere, number: int, stood: Inline, *, repaired: bool = False, continuing: bool = False
) -> None:
    """Put an offer in. `stood`: the English before it, and before other offers that it takes the place of."""
    offer, session, index = found.offers[number - 1], desk.session, desk.index
    english = offer.repair.target if repaired and offer.repair else offer.target
    record = session.paragraphs[index]
    if continuing:
        record = record.with_target(stood, record.state)
    target = with_offer(record, found.sentence, english)
    of = f"offer {number} of {len(found.offers)}: " if len(found.offers) > 1 else ""
    end = target.text.find(english.text) + len(english.text)
    if _do(desk, TakeOffer(index, target, of + _told(offer, repaired), continuing=continuing), end):
        left = session.paragraphs[index].target
        desk.at_memory.last = PutIn(session.document, index, found, number, repaired, stood, left)


def _told(offer: Offer, repaired: bool) -> str:
    put_right = "".join(f", {was} → {now}" for was, now in offer.put_right)
    how = " repaired" if repaired else ""
    return f"{offer.match.percent} %{how} {where_from(offer.match)}{put_right}"


def _do(desk: Workplace, command: TakeOffer, end: int) -> bool:
    if not desk.do(command):
        return False
    if desk.sheet.opened == command.index:
        desk.sheet.open(command.index, offset=end)
    desk.session.paragraph_left()
    desk.status.tell(f"Saved: {command.told}. u undoes.")
    return True


def _may_write(desk: Workplace) -> bool:
    if not desk.writable():
        return False
    desk.take_typed()
    if desk.session.paragraphs[desk.index].state is State.SKIPPED:
        desk.status.tell("This paragraph is skipped: s takes it up again.")
        return False
    if locked := desk.session.translation.locked(desk.index):
        desk.status.tell(f"This one cannot be changed: {locked}.", bad=True)
        return False
    return True


async def concordance(desk: Workplace) -> None:
    """Show where the selected words, or the word at the cursor, stand in the memories; put in what is chosen there."""
    from workbench.tui.memory.concordance import ConcordanceScreen

    desk.save()
    words, language = _asked_for(desk)
    chosen = await desk.ask(ConcordanceScreen(desk.session, words, language))
    if not chosen:
        return
    if not isinstance(chosen, str):
        desk.at_memory.went = (desk.session.document, desk.index), chosen
        desk.go_to(*chosen, "Here the place is from · Z back")
        return
    if not _may_write(desk):
        return
    if desk.sheet.opened is None:
        desk.sheet.open(desk.index)
    desk.sheet.put_in(chosen)


def _asked_for(desk: Workplace) -> tuple[str, Language]:
    """The words that are selected, or the one at the cursor, and their language; outside of a cell there are none."""
    sheet = desk.sheet
    if sheet.opened is None:
        return "", "de"
    cell = sheet.cell
    words = cell.selected_words or word_at(cell.inline.text, cell.selected_span.start)
    return " ".join(words.split()), "de" if cell is sheet.german else "en"


def word_at(text: str, at: int) -> str:
    """The word that a place of a text is in, or at the end of; empty where there is none.

    >>> word_at("Die Lage ist ernst.", 6), word_at("Die Lage.", 8), word_at("a – b", 2)
    ('Lage', 'Lage', '')
    """
    start = end = at
    while start > 0 and _of_word(text[start - 1]):
        start -= 1
    while end < len(text) and _of_word(text[end]):
        end += 1
    return text[start:end].strip("-’'")


def _of_word(character: str) -> bool:
    return character.isalnum() or character in "-’'"
