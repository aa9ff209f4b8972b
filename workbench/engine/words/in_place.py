"""The dictionary's English in the place of words of a draft: which one stands best in the sentence says the package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.engine.alignment import word_links
from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Hypothesis, Likelihood
from workbench.engine.sentence.beginnings import begins_sentence
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.carried import carried
from workbench.engine.words.case import Case, looks
from workbench.engine.words.choices import Choices
from workbench.glossary import fit_article
from workbench.text import Span

Links = Sequence[tuple[Span, Span]]
"""Words that stand for each other: their places in the German and in the English."""

MOST = 4
"""So many Englishes of a word are tried, the commonest: in the forms and over the stretches that come into question."""
MOST_ATTEMPTS = 8
"""So often in all, but for the commonest English, which has all its attempts: what would come to more is left out."""
ROUNDS = 3
"""So many invented words of one draft are looked at, one after the other."""
_BESIDE_HYPHENS = re.compile(r"[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Attempt:
    """A German word's English put into a draft over a stretch of it: the whole text, and what was put there.

    `base`: the English in its basic form.
    """

    text: str
    word: WordOutcome
    stretch: Span
    base: str

    def place(self, case: Case) -> Span:
        """Where the English stands in the text that was made of this case's draft."""
        end = len(self.text) - (len(case.english) - self.stretch.end)
        return Span(end - len(self.word.english), end)

    def taken(self, case: Case, score: float) -> Case:
        """The case with this text for its draft; what was put in looks where what it replaced had looked."""
        looked = case.draft.attention
        attention = carried(looked, case.english, self.text) if looked else None
        return case.with_draft(Hypothesis(self.text, score, attention=attention), self.word)


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
    for at, (attempt, likely) in zip(tried, scored([(cases[at], attempts[at]) for at in tried], able), strict=True):
        cases[at] = attempt.taken(cases[at], likely.total / max(1, len(likely.values)))
    return cases


def _for_invented(case: Case, number: int, links: Links) -> Iterator[Attempt]:
    """The draft with each English of the German word that one of its invented words stands for."""
    word = case.invented[number]
    for german in dict.fromkeys(de for de, en in links if en.meets(word.span)):
        if not case.of_hits(german):
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
        for choice in englishes:
            for form in choice.instead_of(case.english[slice(*stretch)]):
                word = WordOutcome(case.german[slice(*german)], german, form, choice.way)
                yield put(case, word, stretch, choice.base)


def scored(asked: Sequence[tuple[Case, Sequence[Attempt]]], able: Abilities) -> list[tuple[Attempt, Likelihood]]:
    """Of each case's attempts that which the package finds likeliest as a sentence, and how likely it is.

    Only those with the `MOST` commonest Englishes are looked at: each costs nearly as much as a draft.
    """
    tried = [(at, case, attempt) for at, (case, attempts) in enumerate(asked) for attempt in _commonest(attempts, able)]
    found = likelihoods([(case.german, attempt.text) for _, case, attempt in tried], able)
    best: dict[int, tuple[Attempt, Likelihood]] = {}
    for (at, _, attempt), likelihood in zip(tried, found, strict=True):
        if at not in best or likelihood.total > best[at][1].total:
            best[at] = attempt, likelihood
    return [best[at] for at in range(len(asked))]


def likelihoods(pairs: Sequence[tuple[str, str]], able: Abilities) -> list[Likelihood]:
    """How likely the package finds each English (of each pair the second) for its German; nothing is asked of none."""
    if not pairs:
        return []
    return able.scores.likelihoods([german for german, _ in pairs], [plain_marks(english) for _, english in pairs])


def commonness(forms: Sequence[str], able: Abilities) -> float:
    """How common an English is: as its commonest form; a phrase as its rarest word, lest its length make it rare."""
    return max(min(able.weighs.commonness(form.split()), default=0.0) for form in forms)


def links_of(cases: Sequence[Case], able: Abilities) -> list[Links]:
    """Which words of each German and English stand for each other, with one pass over all that do not tell it."""
    return [
        word_links(case.german, case.english, looked) for case, looked in zip(cases, looks(cases, able), strict=True)
    ]


def _commonest(attempts: Sequence[Attempt], able: Abilities) -> list[Attempt]:
    by_base: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        by_base.setdefault(attempt.base, []).append(attempt)
    common = {base: commonness([one.word.english for one in some], able) for base, some in by_base.items()}
    found: list[Attempt] = []
    for base in sorted(common, key=lambda base: common[base], reverse=True)[:MOST]:
        if not found or len(found) + len(by_base[base]) <= MOST_ATTEMPTS:
            found += by_base[base]
    return found


def _stretches(case: Case, word: Span, german: Span, links: Links) -> tuple[Span, ...]:
    """What an English may take the place of: the word, what hyphens join to it, all that stands for the German."""
    text = case.english
    start, end = word
    while start and _BESIDE_HYPHENS.fullmatch(text[start - 1]):
        start -= 1
    joined = Span(start, _joined_end(text, end))
    run = run_of(case, german, links)
    return tuple(dict.fromkeys((word, joined, *((run,) if run and run.meets(word) else ()))))


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
    return None if whole.meets(*others) else whole


def is_small(word: str) -> bool:
    """Whether an English word holds the others together."""
    return word.lower() in ENGLISH_SMALL_WORDS


def put(case: Case, word: WordOutcome, stretch: Span, base: str) -> Attempt:
    """The draft with a word's English over a stretch; it has a capital where a sentence begins, a or an fits it."""
    before, after = case.english[: stretch.start], case.english[stretch.end :]
    begins = case.english[stretch.start].isupper() and begins_sentence(case.english, stretch.start)
    form = word.english[0].upper() + word.english[1:] if begins else word.english
    return Attempt(f"{fit_article(before, form)}{form}{after}", replace(word, english=form), stretch, base)
