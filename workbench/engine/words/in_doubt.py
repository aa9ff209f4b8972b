"""The dictionary's English where a word of the German was in doubt, if the package finds it good in the sentence.

A word is in doubt where the package was not sure of the English that stands for it, where that English is one part of a
compound only (Schlangenmensch, snake), or where no English word stands for it at all. In the first two cases the
dictionary's English takes the place of what is there; in the third it is given to the package between its markers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Hypothesis, Likelihood
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.words.case import Case
from workbench.engine.words.doubt import VERY_RARE, Doubt, dropped, is_read_in_part, rare
from workbench.engine.words.in_place import Attempt, Links, attempts_for, is_small, links_of, put, run_of, scored
from workbench.text import Span
from workbench.text.words import unknown_words

_PARTICLE = re.compile(r" (?:away|back|down|in|off|on|out|over|through|up)\b")
# All looked at on every eighth of the lines 1 to 1500 of wmt16. Log-probabilities.
UNCERTAIN = -0.33
"""Mean over the pieces of a draft: below it words were dropped in every fourth sentence, above it hardly anywhere."""
SURE, SURE_OF_RARE = -1.5, -1.0
"""Of a piece: the package is sure of a word all of whose pieces are likelier; of a very rare one from the second on."""
MARGIN, REST, REST_OF_RARE = 6.0, 4.0, 1.5
"""How much less likely the package may find the sentence with the dictionary's English in it, and how much the rest of
it, without the words put in or taken out. For a very rare word, which it would never write, and in the place of what is
no English, the rest alone decides."""
MARGIN_GIVEN = 3.0
"""The same for a sentence that was drafted anew with an English given."""
TRIED = 4
"""How many Englishes are tried for a word in doubt: the commonest."""
GIVEN, DROPPED = 2, 2
"""How many Englishes are given for a word that was dropped (the commonest), and for how many such words."""


@dataclass(frozen=True)
class _Asked:
    """A word in doubt of draft number `at`, how likely that draft is, and what could stand there instead."""

    at: int
    now: Likelihood
    doubt: Doubt
    attempts: tuple[Attempt, ...] = ()


@dataclass(frozen=True)
class _Doubtful:
    """Draft number `at`, its word links, the rare words of its German, and those for which it has nothing."""

    at: int
    links: Links
    rare: Sequence[Doubt]
    dropped: Sequence[Doubt]


def better_words(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """Each case with the dictionary's English for its words in doubt, where the package agrees; all in one batch."""
    found = list(cases)
    unsure, missing = _in_doubt(cases, able)
    best = scored([(cases[one.at], one.attempts) for one in unsure], able, TRIED)
    taken: dict[int, list[Attempt]] = {}
    for one, (attempt, likely) in zip(unsure, best, strict=True):
        if _is_good(one, attempt, likely, cases[one.at]):
            taken.setdefault(one.at, []).append(attempt)
    for at, attempts in taken.items():
        found[at] = _with_all(cases[at], attempts)
    for at, case in _given(cases, [one for one in missing if one.at not in taken], able).items():
        found[at] = case
    return found


def _in_doubt(cases: Sequence[Case], able: Abilities) -> tuple[list[_Asked], list[_Asked]]:
    """The words of which the package was not sure, with attempts; and those for which it wrote nothing."""
    unsure: list[_Asked] = []
    missing: list[_Asked] = []
    doubtful = _doubtful(cases, able)
    for one, likely in zip(doubtful, _likelihoods([cases[one.at] for one in doubtful], able), strict=True):
        for doubt in one.rare:
            attempts = _attempts(cases[one.at], doubt, doubt.own(one.links), likely)
            unsure += [_Asked(one.at, likely, doubt, attempts)] if attempts else []
        missing += [_Asked(one.at, likely, doubt) for doubt in one.dropped]
    return unsure, missing


def _doubtful(cases: Sequence[Case], able: Abilities) -> list[_Doubtful]:
    """The sentences with rare words, and the unlikely ones that dropped some."""
    by_rarity = [rare(case, able.weighs) for case in cases]
    uncertain = [able.markers is not None and case.draft.score < UNCERTAIN for case in cases]
    looked_at = [at for at, (some, unlikely) in enumerate(zip(by_rarity, uncertain, strict=True)) if some or unlikely]
    found = [
        _Doubtful(at, links, by_rarity[at], dropped(cases[at], links, able.weighs)[:DROPPED])
        for at, links in zip(looked_at, links_of([cases[at] for at in looked_at], able), strict=True)
    ]
    return [one for one in found if one.rare or one.dropped]


def _attempts(case: Case, doubt: Doubt, links: Links, likely: Likelihood) -> tuple[Attempt, ...]:
    """The draft with each English of a word in doubt; none where the package was sure of what it wrote for it."""
    words = [en for de, en in links if de == doubt.german]
    run = run_of(case, doubt.german, links)
    if run is None or not _is_unsure(case, doubt, words, likely):
        return ()
    if doubt.prefix and (particle := _PARTICLE.match(case.english, run.end)):
        run = Span(run.start, particle.end())
    return tuple(attempts_for(case, doubt.german, doubt.englishes, [run]))


def _is_unsure(case: Case, doubt: Doubt, words: Sequence[Span], likely: Likelihood) -> bool:
    sure = SURE_OF_RARE if doubt.commonness < VERY_RARE else SURE
    pieces = zip(likely.spans, likely.values, strict=False)
    if min((value for span, value in pieces if span.meets(*words)), default=0.0) <= sure:
        return True
    return is_read_in_part(case.german[slice(*doubt.german)], [case.english[slice(*word)] for word in words])


def _is_good(asked: _Asked, attempt: Attempt, likely: Likelihood, case: Case) -> bool:
    """Whether the sentence is not much worse with another English, above all the rest of it."""
    rest = likely.without(attempt.place(case)) - asked.now.without(attempt.stretch)
    unlikely = asked.doubt.commonness < VERY_RARE or unknown_words(case.english[slice(*attempt.stretch)])
    if unlikely and attempt.word.way == "dictionary" and rest >= -REST_OF_RARE:
        return True
    return rest >= -REST and likely.total - asked.now.total >= -MARGIN


def _likelihoods(cases: Sequence[Case], able: Abilities) -> list[Likelihood]:
    return able.scores.likelihoods([case.german for case in cases], [plain_marks(case.english) for case in cases])


def _with_all(case: Case, attempts: Sequence[Attempt]) -> Case:
    """The draft with all these Englishes in it that lose nothing, the last in the text first: the places hold."""
    for attempt in sorted(attempts, key=lambda attempt: attempt.stretch, reverse=True):
        changed = put(case, attempt.word, attempt.stretch).taken(case, case.draft.score)
        if changed.keeps_all_of(case):
            case = changed
    return case


def _given(cases: Sequence[Case], asked: Sequence[_Asked], able: Abilities) -> dict[int, Case]:
    """The drafts that the package makes of sentences with an English given between its markers, where they are good."""
    if not able.markers:
        return {}
    tried = [(one, english) for one in asked for english in _commonest(one.doubt, able)]
    texts = [_marked(cases[one.at].german, one.doubt.german, english, able.markers) for one, english in tried]
    made = [
        cases[one.at].with_draft(_of_plain(draft), _outcome(cases[one.at], one.doubt, english))
        for (one, english), (draft,) in zip(tried, able.engine.translate(texts), strict=True)
    ]
    found: dict[int, tuple[float, Case]] = {}
    for (one, english), case, likely in zip(tried, made, _likelihoods(made, able), strict=True):
        gain = likely.total - one.now.total
        least = found[one.at][0] if one.at in found else -MARGIN_GIVEN
        if gain > least and english in case.english and case.keeps_all_of(cases[one.at]):
            found[one.at] = gain, case
    return {at: case for at, (_, case) in found.items()}


def _of_plain(draft: Hypothesis) -> Hypothesis:
    """A draft of a marked German for the German without its markers: what it looked at there are other places."""
    return replace(draft, attention=None, comparable=False, pieces=())


def _commonest(doubt: Doubt, able: Abilities) -> list[str]:
    englishes = [english for english in doubt.englishes if not is_small(english)]
    common = able.weighs.commonness(englishes)
    return [englishes[at] for at in sorted(range(len(englishes)), key=lambda at: -common[at])[:GIVEN]]


def _outcome(case: Case, doubt: Doubt, english: str) -> WordOutcome:
    return WordOutcome(case.german[slice(*doubt.german)], doubt.german, english, doubt.englishes[english])


def _marked(german: str, word: Span, english: str, markers: tuple[str, str]) -> str:
    return f"{german[: word.start]}{markers[0]}{english}{markers[1]}{german[word.end :]}"
