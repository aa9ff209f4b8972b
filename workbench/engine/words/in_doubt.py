"""The dictionary's English where a word of the German was in doubt, if the package finds it good in the sentence.

A word is in doubt where the package was not sure of the English that stands for it, where that says another thing
(`other_sense`), where it is German or one part of a compound only (Schlangenmensch, snake), where it is that of a verb
without its prefix, or where no English word stands for it at all. In the last case the dictionary's English is given to
the package between its markers, in the others it takes the place of what is there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Hypothesis, Likelihood
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.words.case import Case
from workbench.engine.words.choices import Choice
from workbench.engine.words.doubt import KNOWN, VERY_RARE, Doubt, doubts, dropped, is_read_in_part
from workbench.engine.words.in_place import (
    Attempt,
    Links,
    attempts_for,
    by_themselves,
    has_stop,
    likelihoods,
    links_of,
    put,
    run_of,
    scored,
)
from workbench.engine.words.kept import without_loss
from workbench.engine.words.other_sense import says_another_thing
from workbench.engine.words.prefix_verbs import is_read_alone
from workbench.text import Span
from workbench.text.stands import stands_in
from workbench.text.words import unknown_words

_PARTICLE = re.compile(r" (?:away|back|down|in|off|on|out|over|through|up)\b")
# All looked at on every eighth of the lines 1 to 1500 of wmt16. Log-probabilities.
UNCERTAIN = -0.33
"""Mean over the pieces of a draft: below it words were dropped in every fourth sentence, above it hardly anywhere."""
SURE, SURE_OF_RARE = -1.5, -1.0
"""Of a piece: the package is sure of a word all of whose pieces are likelier; of a very rare one from the second on."""
SURE_OF_OTHER, MARGIN_OF_OTHER, REST_OF_OTHER = -0.5, 9.0, 2.0
"""The same of an English that says another thing than the German, by the dictionary; and how much less likely the
sentence may be without it, and the rest of it."""
MARGIN, REST, REST_OF_RARE = 6.0, 4.0, 1.5
"""How much less likely the package may find the sentence with the dictionary's English in it, and how much the rest of
it, without the words put in or taken out. For a very rare word, which it would never write, and in the place of what is
no English, the rest alone decides; in the place of German it may be as much less likely as anywhere."""
MARGIN_GIVEN = 3.0
"""The same for a sentence that was drafted anew with an English given."""
GIVEN, DROPPED = 2, 2
"""How many Englishes are given for a word that was dropped (the commonest), and for how many such words."""


@dataclass(frozen=True)
class _Doubtful:
    """Draft number `at`, its word links, the words in doubt of its German, and those for which it has nothing."""

    at: int
    links: Links
    unsure: Sequence[tuple[Doubt, Span]]
    dropped: Sequence[Doubt]


@dataclass(frozen=True)
class _Asked:
    """A word in doubt of draft number `at`, how likely that draft is, and what could stand there instead."""

    at: int
    now: Likelihood
    doubt: Doubt
    attempts: tuple[Attempt, ...]


def better_words(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """Each case with the dictionary's English for its words in doubt, where the package agrees; all in one batch."""
    found = list(cases)
    doubtful = _doubtful(cases, able)
    unsure = _unsure(cases, [one for one in doubtful if one.unsure], able)
    best = scored([(cases[one.at], one.attempts) for one in unsure], able)
    taken: dict[int, list[Attempt]] = {}
    for one, (attempt, likely, _) in zip(unsure, best, strict=True):
        if _is_good(one, attempt, likely, cases[one.at]):
            taken.setdefault(one.at, []).append(attempt)
    for at, attempts in taken.items():
        found[at] = _with_all(cases[at], attempts)
    for at, case in _given(cases, [one for one in doubtful if one.at not in taken], able).items():
        found[at] = case
    return found


def _unsure(cases: Sequence[Case], doubtful: Sequence[_Doubtful], able: Abilities) -> list[_Asked]:
    """The words of which the package was not sure, with attempts."""
    found: list[_Asked] = []
    now = likelihoods([(cases[one.at].german, cases[one.at].english) for one in doubtful], able)
    for one, likely in zip(doubtful, now, strict=True):
        for doubt, run in one.unsure:
            attempts = _attempts(cases[one.at], doubt, run, doubt.own(one.links), likely)
            found += [_Asked(one.at, likely, doubt, attempts)] if attempts else []
    return found


def _doubtful(cases: Sequence[Case], able: Abilities) -> list[_Doubtful]:
    """The sentences with words in doubt that something stands for, and the unlikely ones that dropped some."""
    by_word = [doubts(case, able.weighs) for case in cases]
    looked_at = [at for at, case in enumerate(cases) if by_word[at] or _is_unlikely(case, able)]
    links = links_of([cases[at] for at in looked_at], able)
    found: list[_Doubtful] = []
    for at, own in zip(looked_at, links, strict=True):
        gone = dropped(cases[at], own, able.weighs)[:DROPPED] if _is_unlikely(cases[at], able) else []
        found.append(_Doubtful(at, own, _with_runs(cases[at], by_word[at], own), gone))
    return [one for one in found if one.unsure or one.dropped]


def _is_unlikely(case: Case, able: Abilities) -> bool:
    """Whether a draft may have dropped words, and the engine takes markers, between which they are given."""
    return able.markers is not None and case.draft.score < UNCERTAIN


def _with_runs(case: Case, some: Sequence[Doubt], links: Links) -> list[tuple[Doubt, Span]]:
    """Words in doubt with what stands for them and could give way."""
    return [(doubt, run) for doubt in some if (run := _run(case, doubt, links))]


def _run(case: Case, doubt: Doubt, links: Links) -> Span | None:
    """What stands for a word in doubt, and could give way."""
    own = doubt.own(links)
    run = _with_left(run_of(case, doubt.german, own), case, doubt, own)
    if run is None or not (doubt.commonness < KNOWN or doubt.left or _is_read_alone(case, doubt, own)):
        return None
    return run


def _with_left(run: Span | None, case: Case, doubt: Doubt, links: Links) -> Span | None:
    """What stands for a word in doubt, with what was left of its German beside it: the Hallen bath, street laterne."""
    if run is None or doubt.left is None:
        return run or doubt.left
    both = Span(min(run.start, doubt.left.start), max(run.end, doubt.left.end))
    is_apart = has_stop(case.english, both) or both.meets(*(en for de, en in links if de != doubt.german))
    return doubt.left if is_apart else both


def _attempts(case: Case, doubt: Doubt, run: Span, links: Links, likely: Likelihood) -> tuple[Attempt, ...]:
    """The draft with each English of a word in doubt; none where the package was sure of what it wrote for it."""
    if not _is_unsure(case, doubt, run, links, likely):
        return ()
    stretches = [run]
    if doubt.verb and (particle := _PARTICLE.match(case.english, run.end)):  # or the preposition of what follows
        stretches.append(Span(run.start, particle.end()))
    return tuple(attempts_for(case, doubt.german, doubt.englishes, stretches))


def _is_unsure(case: Case, doubt: Doubt, run: Span, links: Links, likely: Likelihood) -> bool:
    if doubt.left or _is_read_alone(case, doubt, links):
        return True
    words = _english_for(doubt, links)
    pieces = zip(likely.spans, likely.values, strict=False)
    least = min((value for span, value in pieces if span.meets(*words)), default=0.0)
    if doubt.is_rare:
        if least <= (SURE_OF_RARE if doubt.commonness < VERY_RARE else SURE):
            return True
        if is_read_in_part(case.german[slice(*doubt.german)], [case.english[slice(*word)] for word in words]):
            return True
    return least <= SURE_OF_OTHER and _is_another(case, doubt, run)


def _is_another(case: Case, doubt: Doubt, stretch: Span) -> bool:
    """Whether what stands there for a word in doubt is one word that says another thing."""
    said = case.english[slice(*stretch)]
    german = doubt.verb.infinitive if doubt.verb else case.german[slice(*doubt.german)]
    return said.isalpha() and says_another_thing(german, said)


def _is_read_alone(case: Case, doubt: Doubt, links: Links) -> bool:
    """Whether a verb with a prefix was read without it."""
    english = [case.english[slice(*word)] for word in _english_for(doubt, links)]
    return doubt.verb is not None and is_read_alone(doubt.verb, english)


def _english_for(doubt: Doubt, links: Links) -> list[Span]:
    return [en for de, en in links if de == doubt.german]


def _is_good(asked: _Asked, attempt: Attempt, likely: Likelihood, case: Case) -> bool:
    """Whether the sentence is not much worse with another English, above all the rest of it."""
    rest = likely.without(attempt.place(case)) - asked.now.without(attempt.stretch)
    if asked.doubt.left and rest >= -REST:
        return True
    unlikely = asked.doubt.commonness < VERY_RARE or unknown_words(case.english[slice(*attempt.stretch)])
    if unlikely and attempt.word.way == "dictionary" and rest >= -REST_OF_RARE:
        return True
    if _is_another(case, asked.doubt, attempt.stretch):
        return rest >= -REST_OF_OTHER and likely.total - asked.now.total >= -MARGIN_OF_OTHER
    return rest >= -REST and likely.total - asked.now.total >= -MARGIN


def _with_all(case: Case, attempts: Sequence[Attempt]) -> Case:
    """The draft with all these Englishes in it that lose nothing, the last in the text first: the places hold.

    Of two for one place the first in the text gives way.
    """
    free = len(case.english)
    for attempt in sorted(attempts, key=lambda attempt: attempt.stretch, reverse=True):
        changed = put(case, attempt.word, attempt.stretch, attempt.base, attempt.pair).taken(case, case.draft.score)
        if attempt.stretch.end <= free and changed.keeps_all_of(case, but=(attempt.word.german,)):
            case, free = changed, attempt.stretch.start
    return case


def _given(cases: Sequence[Case], doubtful: Sequence[_Doubtful], able: Abilities) -> dict[int, Case]:
    """The drafts that the package makes of sentences with an English given between its markers, where they are good."""
    if not able.markers:
        return {}
    made = _drafted_with_words(cases, doubtful, able, able.markers)
    good = _likely(cases, [(at, case) for at, case in made if case.keeps_all_of(cases[at])], able)
    kept = without_loss([cases[at] for at, _ in good], [case for _, case in good], able)
    return {at: case for (at, _), case in zip(good, kept, strict=True) if case}


def _drafted_with_words(
    cases: Sequence[Case], doubtful: Sequence[_Doubtful], able: Abilities, markers: tuple[str, str]
) -> list[tuple[int, Case]]:
    """Sentences (by number) drafted with an English given for a word that was dropped, where the draft has it."""
    given = [(one.at, doubt, _givable(doubt)) for one in doubtful for doubt in one.dropped]
    alone = by_themselves([choice.pair for _, _, some in given for choice in some], able)
    tried = [(at, doubt, choice) for at, doubt, some in given for choice in _likeliest(some, alone)]
    texts = [_marked(cases[at].german, doubt.german, choice.forms[0], markers) for at, doubt, choice in tried]
    drafted = able.engine.translate(texts) if texts else []
    return [
        (at, cases[at].with_draft(_of_plain(draft), _outcome(cases[at], doubt, choice)))
        for (at, doubt, choice), (draft,) in zip(tried, drafted, strict=True)
        if stands_in(choice.forms[0], draft.english)
    ]


def _likely(cases: Sequence[Case], others: Sequence[tuple[int, Case]], able: Abilities) -> list[tuple[int, Case]]:
    """Of other drafts of some cases (by number) those that are not much less likely; of one case the likeliest last."""
    asked = list(dict.fromkeys(at for at, _ in others))
    both = [*(cases[at] for at in asked), *(case for _, case in others)]
    likely = likelihoods([(case.german, case.english) for case in both], able)
    now = {at: one.total for at, one in zip(asked, likely, strict=False)}
    found: list[tuple[float, int, Case]] = []
    for (at, case), one in zip(others, likely[len(asked) :], strict=True):
        if one.total - now[at] > -MARGIN_GIVEN:
            mean = one.total / max(1, len(one.values))
            found.append((one.total, at, replace(case, draft=replace(case.draft, score=mean))))
    return [(at, case) for _, at, case in sorted(found, key=lambda each: each[0])]


def _of_plain(draft: Hypothesis) -> Hypothesis:
    """A draft of a marked German for the German without its markers: what it looked at there are other places."""
    return replace(draft, attention=None, comparable=False, pieces=())


def _givable(doubt: Doubt) -> list[Choice]:
    return [choice for choice in doubt.englishes if choice.forms[0].lower() not in ENGLISH_SMALL_WORDS]


def _likeliest(some: Sequence[Choice], alone: Mapping[tuple[str, str], float]) -> list[Choice]:
    return sorted(some, key=lambda choice: alone[choice.pair], reverse=True)[:GIVEN]


def _outcome(case: Case, doubt: Doubt, choice: Choice) -> WordOutcome:
    return WordOutcome(case.german[slice(*doubt.german)], doubt.german, choice.forms[0], choice.way)


def _marked(german: str, word: Span, english: str, markers: tuple[str, str]) -> str:
    return f"{german[: word.start]}{markers[0]}{english}{markers[1]}{german[word.end :]}"
