"""Answers from the glossary and the memories: terms, a new term, offers, putting one in, concordance."""

from __future__ import annotations

from workbench.cli.plain import spoken
from workbench.cli.plain.desk import PlainDesk
from workbench.glossary import Entry
from workbench.project.commands import AddEntry, TakeOffer
from workbench.text import clean_line


def terms(desk: PlainDesk, _: str) -> None:
    """Tell the glossary's terms in the paragraph."""
    told = tuple(spoken.terms(desk.session, desk.at))
    for line in told or ("The glossary has no term of this paragraph.",):
        desk.say(line)


def term(desk: PlainDesk, words: str) -> None:
    """`term GERMAN = ENGLISH` adds an entry; `term` alone tells the paragraph's."""
    if not words:
        terms(desk, "")
        return
    german, equals, english = (clean_line(part) for part in words.partition("="))
    if not (german and equals and english):
        desk.say("A new term is written: term GERMAN = ENGLISH")
        return
    desk.do(AddEntry(Entry((german,), english)))
    desk.say(f"saved: in the glossary, {german} is {english} in English")


def offers(desk: PlainDesk, _: str) -> None:
    """Tell what the memories offer for the paragraph's sentence at hand."""
    memories = desk.session.memories
    if not desk.session.paragraphs[desk.at].german.strip():
        desk.say("This paragraph has no German.")
        return
    desk.wait(lambda: memories.so_far(desk.at) is not None)
    desk.offered = memories.so_far(desk.at)
    if desk.offered is None:
        desk.say("The memory is still being asked: try it again.")
        return
    for line in spoken.offers(desk.offered):
        desk.say(line)


def put(desk: PlainDesk, words: str) -> None:
    """Put an offer in the place of its sentence's English."""
    from workbench.project.memories.offers import with_offer

    if desk.offered is None:
        offers(desk, "")
    here = desk.offered
    count = len(here.offers) if here else 0
    if here is None or not (words.isdecimal() and len(words) < 9 and 1 <= int(words) <= count):
        desk.say(f"put needs a number from 1 to {count}." if count else "There is nothing to put in.")
        return
    offer, record = here.offers[int(words) - 1], desk.session.paragraphs[desk.at]
    target = with_offer(record, here.sentence, offer.target)
    desk.do(TakeOffer(desk.at, target, f"offer {words}, {offer.match.percent} percent"))
    desk.saved(f"has offer {words}")
    desk.say(f"English: {spoken.said(desk.session.paragraphs[desk.at].target)}")


def concordance(desk: PlainDesk, words: str) -> None:
    """Tell where German words stand in the memories, in all their forms."""
    if not words:
        desk.say("memory needs German words.")
        return
    told = 0

    def tell(found: object) -> None:
        nonlocal told
        for one in found if isinstance(found, tuple) else ():
            told += 1
            if told <= 10:
                desk.say(f"{told}: {spoken.said(one.pair.source)} In English: {spoken.said(one.pair.target)}")

    asked = desk.session.memories.concordance(words, "de", tell)
    desk.wait(asked.done)
    desk.say(f"{told} in the memory." if told else "The memory has none.")
