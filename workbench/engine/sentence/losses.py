"""What of a German sentence has no English in its draft: words at which no English word looks, a verb that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.engine.draft import Loss
from workbench.engine.protocol import Attention
from workbench.engine.sentence.content_words import Word, words_with_kinds
from workbench.engine.sentence.english_verbs import may_have_a_verb
from workbench.engine.sentence.german_verbs import finite_verb
from workbench.engine.sentence.stands_for import EnglishWords
from workbench.engine.sentence.wordlists import GERMAN_BEFORE_NOUNS
from workbench.text import Span

LOOKED = 0.25
"""The least that the words of an English look, together, at a German word for which they have something."""
SURELY = 0.16
"""The same for a verb or an adjective that is alone: these melt into other words more often than nouns."""
BESIDE = 0.7
"""… and at a noun with the word before it: a package looks at `die` for the police of `die Polizei`."""
_VERB = 3
"""A sentence without a verb has lost as much as this many words, besides those that it lost."""

_ARTICLES = frozenset(("a", "an", "the"))
"""They look at their noun even where that is lost."""
_ENGLISH_WORD = re.compile(r"\w+(?:['’]\w+)*")


def losses(german: str, english: str, attention: Attention) -> tuple[Loss, ...]:
    """What an English draft of a German sentence lost, in the order of the German. `attention`: of this draft.

    A sentence whose English has no verb is told once, by the German verb, whatever else it lost.
    """
    verb = _lost_verb(german, english)
    return (verb,) if verb else losses_of_words(german, english, attention)


def words_lost(german: str, english: str, attention: Attention | None) -> int:
    """How many words of a German sentence its English draft lost, a verb that it lacks as several; 0 without attention.

    So of two drafts the one can be taken that lost less, also where both have no verb.
    """
    if attention is None:
        return 0
    lost = losses_of_words(german, english, attention)
    number = sum(len(german[slice(*loss.span)].split()) for loss in lost)
    return number + _VERB if _lost_verb(german, english) else number


def _lost_verb(german: str, english: str) -> Loss | None:
    verb = finite_verb(words_with_kinds(german))
    return Loss("verb", verb) if verb and not may_have_a_verb(english) else None


def losses_of_words(german: str, english: str, attention: Attention) -> tuple[Loss, ...]:
    """What an English draft lost word by word, also where it has no verb; `losses` tells that first."""
    words = words_with_kinds(german)
    return lost_words(words, _looked([word.span for word in words], english, attention), english)


def unseen(words: Sequence[Span], english: str, attention: Attention) -> int:
    """At how many of these words of the German hardly any word of the English looked, whatever may stand for them."""
    return sum(looked < LOOKED for looked in _looked(words, english, attention))


def _looked(german: Sequence[Span], english: str, attention: Attention) -> list[float]:
    """How much the words of an English looked, together, at each of these of the German, in its order."""
    places = [Span(*match.span()) for match in _ENGLISH_WORD.finditer(english) if match[0].lower() not in _ARTICLES]
    weights = attention.weights(german, places)
    return list(map(sum, zip(*weights, strict=True))) if weights else [0.0] * len(german)


def is_lost_in(german: str, loss: Loss, english: str, but: Sequence[Span] = ()) -> bool:
    """Whether what one draft of a sentence lost is lost in another English of it, too.

    `but`: stretches of the German for which that has something in any case (a term, an address).
    """
    if loss.kind == "verb":
        return not may_have_a_verb(english)
    said = EnglishWords(english)
    words = [
        word
        for word in words_with_kinds(german)
        if word.kind and word.span.meets(loss.span) and not word.span.meets(*but)
    ]
    return any(not said.may_say(word.text) for word in words)


def lost_words(words: Sequence[Word], looked: Sequence[float], english: str) -> tuple[Loss, ...]:
    """The stretches of a German sentence that its English lost. `looked`: how much the English looked at each word.

    A stretch is told where one of its words is a noun, a figure, a verb or an adjective for which nothing in the
    English may stand, whatever it looked at.
    """
    said = EnglishWords(english)
    return tuple(
        Loss("words", _span(run, words, looked)) for run in _runs(words, looked) if _is_told(run, words, looked, said)
    )


def _runs(words: Sequence[Word], looked: Sequence[float]) -> Iterator[list[int]]:
    """The content words at which nobody looked, in stretches; others than content words may stand between them."""
    run: list[int] = []
    for at, word in enumerate(words):
        gone = word.kind != "" and _is_gone(at, words, looked)
        if run and (word.apart or (word.kind and not gone)):
            yield run
            run = []
        if gone:
            run.append(at)
    if run:
        yield run


def _is_gone(at: int, words: Sequence[Word], looked: Sequence[float]) -> bool:
    if looked[at] >= LOOKED:
        return False
    before = words[at - 1] if at and not words[at].apart else None
    if before is None or not (before.text.lower() in GERMAN_BEFORE_NOUNS or before.text[0].isupper()):
        return True
    return looked[at] + looked[at - 1] < BESIDE


def _is_told(run: Sequence[int], words: Sequence[Word], looked: Sequence[float], said: EnglishWords) -> bool:
    alone = len(run) == 1
    return any(
        not (alone and words[at].kind in ("verb", "other") and looked[at] >= SURELY)
        and not said.may_say(words[at].text)
        for at in run
    )


def _span(run: Sequence[int], words: Sequence[Word], looked: Sequence[float]) -> Span:
    """The stretch with the small words before it that are lost, too: `im Frühjahr`."""
    first = run[0]
    while first and not words[first].apart and words[first - 1].kind == "" and looked[first - 1] < LOOKED:
        first -= 1
    return Span(words[first].span.start, words[run[-1]].span.end)
