"""Answers for the right word: the dictionary, other English of a sentence, what a misspelt word may be."""

from __future__ import annotations

from functools import partial

from workbench.cli.plain import spoken
from workbench.cli.plain.desk import PlainDesk
from workbench.project.commands import KnowWord, PutRight, TakeOffer
from workbench.text import Inline, sentence_spans

_MOST = 9
"""Englishes that are told of a word."""


def dictionary(desk: PlainDesk, words: str) -> None:
    """Tell what the dictionary has for German words, in whatever form they stand."""
    from workbench.project.dictionary import ask_about

    if not words:
        desk.say("dictionary needs a German word.")
        return
    asked = ask_about(desk.session, words)
    told = tuple(spoken.readings(desk.result(asked), _MOST))
    for line in told or (f"The dictionary has nothing for {words}.",):
        desk.say(line)


def other(desk: PlainDesk, words: str) -> None:
    """`other`, `other 2`: tell other English of a sentence, numbered; `other 2 1`: put the first in."""
    from workbench.project.completing.alternatives import whole_sentences
    from workbench.project.completing.at_desk import known_of
    from workbench.project.memories.offers import sentence_at, with_offer

    session, record = desk.session, desk.session.paragraphs[desk.at]
    count = len(sentence_spans(record.german))
    sentence, chosen = _numbers(words)
    if not record.german or not 1 <= sentence <= count:
        desk.say(
            f"other needs a sentence from 1 to {count}, and the number of one to put in." if count else "No German."
        )
        return
    found = sentence_at(session.paragraphs, desk.at, sentence_spans(record.german)[sentence - 1].start)
    assert found is not None
    known = known_of(record.german, record.draft.english if record.draft else "", session.termbase.hits(record.german))
    look = partial(whole_sentences, known, found[0].span, session.project.drafter, session.project.settings.style)
    asked = session.lanes.model.submit(look, name="alternatives", urgent=True)
    ways: tuple[str, ...] = desk.result(asked)
    if not 1 <= chosen <= len(ways):
        for number, way in enumerate(ways, 1):
            desk.say(f"Sentence {sentence}, {number}: {way}")
        desk.say(f"other {sentence} 1 puts the first in." if ways else "The package knows no other English for it.")
        return
    target = record.target.carried(with_offer(record, found[0], Inline(ways[chosen - 1])).text)
    desk.do(TakeOffer(desk.at, target, "another English of the sentence"))
    desk.saved("has another English of the sentence")
    desk.say(f"English: {spoken.said(session.paragraphs[desk.at].target)}")


def _numbers(words: str) -> tuple[int, int]:
    """A sentence (1 where none is told) and the number of an English (0 where none is); -1 for what is no number."""
    one, _, two = words.partition(" ")
    sentence, chosen = ((int(each) if each.isdecimal() and len(each) < 9 else -1) for each in (one or "1", two or "0"))
    return sentence, chosen


def spelling(desk: PlainDesk, words: str) -> None:
    """Tell what the first misspelt word may be; `spelling 1` puts that in, `spelling right` keeps the word."""
    from workbench.project import misspelt, suggestions

    session, record = desk.session, desk.session.paragraphs[desk.at]
    found = next(iter(misspelt(session, desk.at)), None)
    if found is None:
        desk.say("No word here that is not known.")
        return
    if words == "right":
        desk.must_write()
        done = desk.do(KnowWord(found.word))
        desk.say(f"saved: {done.told}")
        return
    asked = session.lanes.look_up.submit(partial(suggestions, session.project, record, found.word), name="spelling")
    ways = [each.word for each in desk.result(asked)]
    if words.isdecimal() and len(words) < 9 and 1 <= int(words) <= len(ways):
        word = ways[int(words) - 1]
        text = record.english[: found.span.start] + word + record.english[found.span.end :]
        desk.do(PutRight(desk.at, text, f"“{found.word}” is “{word}” now."))
        desk.saved(f"has {word} for {found.word}")
        return
    desk.say(f"{found.word} is no English word that is known. {'It may be:' if ways else 'Nothing is like it.'}")
    for number, word in enumerate(ways, 1):
        desk.say(f"{number}: {word}")
    desk.say("spelling NUMBER puts one in; spelling right: it is right, and known from now on.")
