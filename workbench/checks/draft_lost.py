"""The check `draft-lost`: what the draft may have left out, until its sentence has more English or is accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from workbench.checks.beside import beside, english_of
from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.translation import ParagraphRecord, State

_WORD = re.compile(r"\w+")
_SHORT = 60


def draft_lost(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Words of the German at which no word of the draft looked, and sentences whose draft has no verb.

    Once a sentence. It is about the draft: gone when what came into the English of the sentence may stand for what was
    lost, or is as much; when a verb may be in it; and when the paragraph is accepted.
    """
    draft = record.draft
    if draft is None or not draft.lost or record.state is State.REVIEWED or record.old_german:
        return
    for places in _by_sentence(record):
        english = english_of(places[0][1], record.german, record.english)
        left = places if record.english == draft.english else _still_lost(record, places, english)
        if left:
            words = [record.german[slice(*span)] for _, span in left]
            yield Finding("draft-lost", "warning", index, _short(words[0]), _message(left, words), left[0][1], english)


def read_ahead() -> None:
    """Have at hand what the check asks once the English is another than the draft: half a second, which no key should
    wait for."""
    from workbench.engine.sentence.content_words import words_with_kinds
    from workbench.engine.sentence.english_verbs import may_have_a_verb
    from workbench.engine.sentence.stands_for import EnglishWords

    words_with_kinds("Sie stellte den Antrag.")
    EnglishWords("The application").may_say("Antrag")
    may_have_a_verb("The application.")


def _by_sentence(record: ParagraphRecord) -> list[list[tuple[str, Span]]]:
    """What was lost and where, sentence by sentence; nothing that is not in the German any more."""
    draft, german = record.draft, record.german
    lost = draft.lost if draft else ()
    found = sorted({(Span(at, at + len(said)), what) for what, said in lost if said and (at := german.find(said)) >= 0})
    sentences: dict[int, list[tuple[str, Span]]] = {}
    ends = [pair.german.end for pair in beside(german, record.english)]
    for span, what in found:
        sentences.setdefault(sum(end <= span.start for end in ends), []).append((what, span))
    return list(sentences.values())


def _still_lost(record: ParagraphRecord, places: list[tuple[str, Span]], english: Span) -> list[tuple[str, Span]]:
    """What of a sentence has not been put into its English, which is at `english` now."""
    from workbench.engine.sentence.english_verbs import may_have_a_verb

    now, drafted = record.english[slice(*english)], record.draft.english if record.draft else ""
    before = drafted[slice(*english_of(places[0][1], record.german, drafted))]
    unsaid = _unsaid(record.german, [place for what, place in places if what == "words"], before, now)
    has_verb = may_have_a_verb(now)
    return [(what, place) for what, place in places if (not has_verb if what == "verb" else place in unsaid)]


def _unsaid(german: str, places: list[Span], before: str, now: str) -> set[Span]:
    """The stretches for which nothing came into an English.

    For one something came in if words that are new may say each of its content words, or if others came in, beside
    those that went out, as many as are left.
    """
    from workbench.engine.sentence.content_words import words_with_kinds
    from workbench.engine.sentence.stands_for import EnglishWords

    came, went = _content(now) - _content(before), _content(before) - _content(now)
    said, others = EnglishWords(" ".join(came)), came.total() - went.total()
    left: dict[Span, int] = {}
    for place in places:
        content = [word for word in words_with_kinds(german) if word.kind and word.span.meets(place)]
        left[place] = sum(not said.may_say(word.text) for word in content)
        others -= len(content) - left[place]
    unsaid = set()
    for place, number in left.items():
        others -= number
        if number and others < 0:
            unsaid.add(place)
    return unsaid


def _content(english: str) -> Counter[str]:
    """The words of an English, but those that only hold the others together."""
    from workbench.engine.sentence.function_words import is_english_function_word
    from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS

    words = _WORD.findall(english.lower())
    return Counter(word for word in words if word not in ENGLISH_SMALL_WORDS and not is_english_function_word(word))


def _message(places: list[tuple[str, Span]], words: list[str]) -> str:
    if places[0][0] == "verb":
        return f"the draft of this sentence seems to have no verb (“{_short(words[0])}”)"
    named = ", ".join(f"“{_short(said)}”" for said in words)
    return f"the draft may have left out {named}"


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"
