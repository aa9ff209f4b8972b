"""The dictionary's English in the place of words of a draft: which one stands best in the sentence says the package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.engine.alignment import word_links
from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Hypothesis, Likelihood
from workbench.engine.sentence.beginnings import begins_sentence
from workbench.engine.sentence.function_words import is_german_function_word
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.carried import carried
from workbench.engine.words.case import Case, looks
from workbench.engine.words.choices import Choices
from workbench.glossary import fit_article
from workbench.text import Span
from workbench.text.words import unknown_words

Links = Sequence[tuple[Span, Span]]
"""Words that stand for each other: their places in the German and in the English."""

MOST, WEIGHED = 2, 12
"""So many Englishes of a word are tried, the likeliest of so many: in the forms and over the stretches that come into
question. (Of 107 words of wmt16 with two as good as with four, and with 40 % less to score.)"""
MOST_ATTEMPTS = 8
"""So often in all, but for the likeliest English, which has all its attempts: what would come to more is left out."""
ALONE = 0.5
"""How much counts what the package says of a word by itself, beside what it says of the sentence."""
ROUNDS = 3
"""So many invented words of one draft are looked at, one after the other."""
_STOP = re.compile(r"[,;:–]")
_BESIDE_HYPHENS = re.compile(r"[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Attempt:
    """A German word's English put into a draft over a stretch of it: the whole text, and what was put there.

    `base`: the English in its basic form; `pair`: as in `Choice`.
    """

    text: str
    word: WordOutcome
    stretch: Span
    base: str
    pair: tuple[str, str]

    def place(self, case: Case) -> Span:
        """Where the English stands in the text that was made of this case's draft."""
        end = len(self.text) - (len(case.english) - self.stretch.end)
        return Span(end - len(self.word.english), end)

    def taken(self, case: Case, score: float) -> Case:
        """The case with this text for its draft; what was put in looks where what it replaced had looked."""
        looked = case.draft.attention
        attention = carried(looked, case.english, self.text) if looked else None
        return case.with_draft(Hypothesis(self.text, score, attention=attention), self.word)


class Scored(NamedTuple):
    """An attempt, how likely the package finds the sentence with it, and its English by itself."""

    attempt: Attempt
    likely: Likelihood
    alone: float

    @property
    def worth(self) -> float:
        """What two attempts for one word are compared by."""
        return self.likely.total + ALONE * self.alone


def in_place(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """Each case with the dictionary's English for its invented words, as far as it has any; all in one batch."""
    found, given_up = list(cases), [0] * len(cases)
    for _ in range(ROUNDS):
        waiting = [at for at, case in enumerate(found) if len(case.invented) > given_up[at]]
        if not waiting:
            break
        changed = _with_one_less([(found[at], given_up[at]) for at in waiting], able)
        for at, case in zip(waiting, changed, strict=True):
            if case.invents_less_than(found[at]):
                found[at] = case
            else:
                given_up[at] += 1
    return found


def _with_one_less(asked: Sequence[tuple[Case, int]], able: Abilities) -> list[Case]:
    """Each case with another English for the invented word of this number; itself where the dictionary has none."""
    cases = [case for case, _ in asked]
    links = links_of(cases, able)
    attempts = [list(_for_invented(*one, of)) for one, of in zip(asked, links, strict=True)]
    tried = [at for at, some in enumerate(attempts) if some]
    for at, (attempt, likely, _) in zip(tried, scored([(cases[at], attempts[at]) for at in tried], able), strict=True):
        cases[at] = attempt.taken(cases[at], likely.total / max(1, len(likely.values)))
    return cases


def _for_invented(case: Case, number: int, links: Links) -> Iterator[Attempt]:
    """The draft with each English of the German word that one of its invented words stands for."""
    word = case.invented[number]
    for german in dict.fromkeys(de for de, en in links if en.meets(word.span)):
        if not case.of_hits(german) and not is_german_function_word(case.german[slice(*german)]):
            yield from attempts_for(
                case,
                german,
                case.choices(german),
                _stretches(case, word.span, german, links),
            )


def attempts_for(case: Case, german: Span, englishes: Choices, stretches: Iterable[Span]) -> Iterator[Attempt]:
    """The draft with each of these Englishes for a German word over each of these stretches."""
    held = [place for place in case.places if place]
    for stretch in stretches:
        if stretch.meets(*held):
            continue
        for choice in englishes[:WEIGHED]:
            for form in choice.instead_of(case.english[slice(*stretch)], case.english[: stretch.start]):
                word = WordOutcome(case.german[slice(*german)], german, form, choice.way)
                yield put(case, word, stretch, choice.base, choice.pair)


def scored(asked: Sequence[tuple[Case, Sequence[Attempt]]], able: Abilities) -> list[Scored]:
    """Of each case's attempts that which the package finds likeliest, in the sentence and by itself.

    Only those with the `MOST` Englishes that it finds likeliest by themselves are looked at: each costs nearly as much
    as a draft.
    """
    alone = by_themselves([attempt.pair for _, attempts in asked for attempt in attempts], able)
    tried = [(at, case, attempt) for at, (case, attempts) in enumerate(asked) for attempt in _picked(attempts, alone)]
    found = likelihoods([(case.german, attempt.text) for _, case, attempt in tried], able)
    best: dict[int, Scored] = {}
    for (at, _, attempt), likelihood in zip(tried, found, strict=True):
        one = Scored(attempt, likelihood, alone[attempt.pair])
        if at not in best or one.worth > best[at].worth:
            best[at] = one
    return [best[at] for at in range(len(asked))]


def by_themselves(pairs: Sequence[tuple[str, str]], able: Abilities) -> dict[tuple[str, str], float]:
    """How likely the package finds each English (the second) for its German word, both without any sentence.

    Beside the likeliest one that is asked for with that German word, which has 0.
    """
    asked = list(dict.fromkeys(pairs))
    found = {pair: one.total for pair, one in zip(asked, likelihoods(asked, able), strict=True)}
    best: dict[str, float] = {}
    for (german, _), value in found.items():
        best[german] = max(value, best.get(german, value))
    return {pair: value - best[pair[0]] for pair, value in found.items()}


def likelihoods(pairs: Sequence[tuple[str, str]], able: Abilities) -> list[Likelihood]:
    """How likely the package finds each English (of each pair the second) for its German; nothing is asked of none."""
    if not pairs:
        return []
    return able.scores.likelihoods([german for german, _ in pairs], [plain_marks(english) for _, english in pairs])


def links_of(cases: Sequence[Case], able: Abilities) -> list[Links]:
    """Which words of each German and English stand for each other, with one pass over all that do not tell it."""
    return [
        word_links(case.german, case.english, looked) for case, looked in zip(cases, looks(cases, able), strict=True)
    ]


def _picked(attempts: Sequence[Attempt], alone: Mapping[tuple[str, str], float]) -> list[Attempt]:
    by_base: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        by_base.setdefault(attempt.base, []).append(attempt)
    order = sorted(by_base, key=lambda base: max(alone[one.pair] for one in by_base[base]), reverse=True)
    found: list[Attempt] = []
    for base in order[:MOST]:
        if not found or len(found) + len(by_base[base]) <= MOST_ATTEMPTS:
            found += by_base[base]
    return found


def _stretches(case: Case, word: Span, german: Span, links: Links) -> tuple[Span, ...]:
    """What an English may take the place of: the word, what hyphens join to it, all that stands for the German.

    Where the German is joined to another word itself (Ex-Mann), what is joined to the word in the English stays.
    """
    run = run_of(case, german, links)
    joined = () if _is_joined(case.german, german) else (_joined(case.english, word),)
    return tuple(dict.fromkeys((word, *joined, *((run,) if run and run.meets(word) else ()))))


def _is_joined(text: str, word: Span) -> bool:
    return "-" in (text[: word.start][-1:], text[word.end :][:1])


def _joined(text: str, word: Span) -> Span:
    start, end = word
    while start and _BESIDE_HYPHENS.fullmatch(text[start - 1]):
        start -= 1
    return Span(start, _joined_end(text, end))


def _joined_end(text: str, end: int) -> int:
    found = _BESIDE_HYPHENS.match(text, end)
    return end if found is None or found[0][:1] in "’'" else found.end()


def run_of(case: Case, german: Span, links: Links) -> Span | None:
    """The English words that stand for a German one and for nothing else, where they stand side by side.

    Small words at the ends (articles, auxiliaries) do not count.
    """
    others = {en for de, en in links if de != german}
    own = sorted({en for de, en in links if de == german} - others)
    words = [en for en in own if not is_small(case.english[slice(*en)])]
    if not words:
        return None
    whole = Span(words[0].start, words[-1].end)
    return None if whole.meets(*others) or has_stop(case.english, whole) else whole


def has_stop(text: str, stretch: Span) -> bool:
    """Whether a comma or the like stands in a stretch: what stands before and behind it is not one English."""
    return _STOP.search(text, *stretch) is not None


def is_small(word: str) -> bool:
    """Whether an English word holds the others together."""
    return word.lower() in ENGLISH_SMALL_WORDS


def put(case: Case, word: WordOutcome, stretch: Span, base: str, pair: tuple[str, str]) -> Attempt:
    """The draft with a word's English over a stretch; its capitals are as there, a or an fits it."""
    before, after = case.english[: stretch.start], case.english[stretch.end :]
    form = _with_capitals(word, case.english, stretch)
    return Attempt(f"{fit_article(before, form)}{form}{after}", replace(word, english=form), stretch, base, pair)


def _with_capitals(word: WordOutcome, english: str, stretch: Span) -> str:
    """An English with a capital where a sentence begins, and with several where English words had them, as in names.

    What was copied from the German has its capital from there.
    """
    form, there = word.english, english[slice(*stretch)]
    if there[:1].isupper() and begins_sentence(english, stretch.start):
        return form[0].upper() + form[1:]
    is_of_noun = word.german[:1].isupper() and there != word.german
    if is_of_noun and there.istitle() and not unknown_words(there.lower()):
        return " ".join(part if is_small(part) else part[0].upper() + part[1:] for part in form.split(" "))
    return form
