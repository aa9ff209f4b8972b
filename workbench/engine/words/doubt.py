"""Words of the German that the package may not have known: rare ones, those that it copied, verbs with a prefix, and
words for which it wrote nothing.

A word is in no doubt where an English that the dictionary has for it stands in the draft, nor in a fixed phrase (im
Stich lassen), where it means something else. Whether another English does
better there says the package, sentence by sentence (`in_doubt.better_words`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.dictionary.compounds import parts_of
from workbench.dictionary.idioms import idioms_in
from workbench.dictionary.names import is_surely_noun
from workbench.dictionary.phrases import is_in_phrase
from workbench.engine.alignment import word_spans
from workbench.engine.protocol import Weighs
from workbench.engine.sentence.content_words import is_left_out
from workbench.engine.sentence.function_words import is_german_function_word
from workbench.engine.sentence.wordlists import (
    ENGLISH_SMALL_WORDS,
    GERMAN,
    GERMAN_BEFORE_NOUNS,
    GERMAN_IN_HEADLINES,
    GERMAN_PREPOSITIONS,
)
from workbench.engine.words.case import Case
from workbench.engine.words.choices import Choices, forms_of
from workbench.engine.words.copied import copied
from workbench.engine.words.in_place import Links
from workbench.engine.words.prefix_verbs import PARTICLES, PrefixVerb, prefix_verb, whole_forms
from workbench.glossary.finding.lexicon import is_verb, lemma
from workbench.text import Span

KNOWN, RARE, VERY_RARE = -17.0, -20.0, -33.0
"""Log-probability of a German word by itself, below which the package may have taken it for another one, has met it
seldom, or hardly ever."""
_SHORTEST = 4
_LIKE_ENOUGH = 3
"""So many letters at the end of a word may be others: investigate, investigation."""
_JOINED = re.compile(r"-(?=\w)")
_QUOTED = re.compile(r"[\"„“”‚‘»«›‹]")
_CAPITAL_BEHIND = re.compile(r" ([^\W\d_a-zäöüß]\w*)")
_ADJECTIVE = re.compile(r"[a-zäöüß]+(?:e|en|er|es|em)")
_LACKING = {"angehörig": "relative"}
"""Englishes that are right and that the dictionary has not, by how the German words begin."""


@dataclass(frozen=True)
class Doubt:
    """A German word that the package may not have known, and what the dictionary has for it.

    `commonness`: the log-probability of the word by itself. `verb`: where it is one with a prefix. `left`: where it
    stands in the draft as it is, or a part of it.
    """

    german: Span
    englishes: Choices
    commonness: float
    verb: PrefixVerb | None = None
    left: Span | None = None

    @property
    def is_rare(self) -> bool:
        """Whether the package has met the word seldom."""
        return self.commonness < RARE

    def own(self, links: Links) -> Links:
        """Which words stand for each other, those for a prefix that stands apart taken for the verb's."""
        prefix = self.verb.prefix if self.verb else None
        return [(self.german if german == prefix else german, english) for german, english in links]


def doubts(case: Case, weighs: Weighs) -> list[Doubt]:
    """The words of a sentence that are not common, copied, or verbs with a prefix, none of whose Englishes is there.

    No names, nothing that a term covers.
    """
    content, verbs = _content_and_verbs(case)
    left = copied(case, content)
    common = weighs.commonness(
        [verbs[word].infinitive if word in verbs else case.german[slice(*word)] for word in content]
    )
    asked = [
        (word, value)
        for word, value in zip(content, common, strict=True)
        if value < KNOWN or word in verbs or word in left
    ]
    return [
        replace(doubt, verb=verbs.get(doubt.german), left=left.get(doubt.german))
        for doubt in _in_doubt(case, asked, left.values(), verbs)
    ]


def dropped(case: Case, links: Links, weighs: Weighs) -> list[Doubt]:
    """The words of a sentence that no English word stands for, the rarest first; none of whose English is there.

    No verbs: these have many Englishes, and go with others. `links`: which words of the German and of its draft stand
    for each other.
    """
    linked = {german for german, _ in links}
    alone = [word for word in _content(case) if word not in linked and not _is_verb(case.german[slice(*word)])]
    common = weighs.commonness([case.german[slice(*word)] for word in alone])
    return sorted(_in_doubt(case, list(zip(alone, common, strict=True))), key=lambda doubt: doubt.commonness)


def is_read_in_part(german: str, english: Sequence[str]) -> bool:
    """Whether English words stand for one part of a German compound, and none for the other.

    >>> is_read_in_part("Schlangenmenschen", ["snakes"]), is_read_in_part("Schlangenmenschen", ["snake", "people"])
    (True, False)
    """
    said = [word.lower() for word in english]
    for parts in parts_of(german):
        first, second = (
            any(_is_said(meaning.english, said) for meaning in meanings)
            for meanings in (parts.first_meanings, parts.second_meanings)
        )
        if first or second:
            return not (first and second)
    return False


def _content_and_verbs(case: Case) -> tuple[list[Span], dict[Span, PrefixVerb]]:
    """The content words, and which of them are verbs with a prefix; these may be short (gab … auf)."""
    words = _content(case, _SHORTEST - 1)
    verbs = {word: verb for word in words if (verb := prefix_verb(case.german, word))}
    return [word for word in words if word in verbs or word.end - word.start >= _SHORTEST], verbs


def _content(case: Case, shortest: int = _SHORTEST) -> list[Span]:
    return [word for word in word_spans(case.german) if _is_content(case.german[slice(*word)], shortest)]


def _is_content(word: str, shortest: int) -> bool:
    low = word.lower()
    small = low in GERMAN or low in GERMAN_IN_HEADLINES or is_german_function_word(word)
    return len(word) >= shortest and word.isalpha() and not small and not word.isupper()


def _is_verb(word: str) -> bool:
    """Whether a word is the form of a verb: none that goes on behind the infinitive does (modern, modernen)."""
    base = lemma(word)
    return word[0].islower() and is_verb(base) and (word == base or not word.startswith(base))


def _in_doubt(
    case: Case, words: Sequence[tuple[Span, float]], left: Collection[Span] = (), verbs: Collection[Span] = ()
) -> Iterator[Doubt]:
    """Of these words those of whose Englishes the draft has none; what was `left` there of the German is none.

    `verbs`: those that are verbs with a prefix.
    """
    said = [
        match[0].lower() for match in re.finditer(r"[^\W\d_]+", case.english) if not Span(*match.span()).meets(*left)
    ]
    for word, commonness in words:
        if _is_settled(word, case):
            continue
        englishes = case.choices(word)
        is_there = (
            any(_says_verb(english, said) for english in whole_forms(englishes))
            if word in verbs
            else any(
                _is_said(english, said) for english in (*forms_of(englishes), *_lacking(case.german[slice(*word)]))
            )
        )
        if englishes and not is_there and not is_in_phrase(case.german, word):
            yield Doubt(word, englishes, commonness)


def _lacking(german: str) -> list[str]:
    return [english for begun, english in _LACKING.items() if german.lower().startswith(begun)]


def _is_settled(word: Span, case: Case) -> bool:
    """Whether a term covers a word, it belongs to an idiom, or it is a name."""
    is_of_idiom = any(word in idiom.spans for idiom in idioms_in(case.german))
    return case.of_hits(word) or is_of_idiom or _is_name(word, case)


def _is_name(word: Span, case: Case) -> bool:
    """Whether a noun may be a name: it stands in the draft as it is, and as no noun does, or with a neighbour.

    Alone in quotation marks it is the name of something (die „Glocke“).

    A noun has an article or adjective before it, or is a plural with no preposition, or one that is no name anywhere
    (`is_surely_noun`); the next word with a capital (Deutsche Bank) is not copied with it. Before a hyphen (der
    Schreiner-Vorschlag) the article is the next word's. (What is a name by itself, or by what stands beside it, the
    dictionary knows: `workbench.dictionary.is_name`.)
    """
    text = case.german[slice(*word)]
    if text[0].islower() or re.search(rf"\b{re.escape(text)}\b", case.english) is None:
        return False
    if _QUOTED.match(case.german, word.end) and _QUOTED.match(case.german, max(0, word.start - 1)):
        return True
    before = case.german[: word.start].rsplit(maxsplit=2)[-2:]
    beside = before[-1] if before else ""
    return _is_copied_with_neighbour(word, beside, case) or _stands_as_a_name(word, beside, len(before) > 1, case)


def _is_copied_with_neighbour(word: Span, beside: str, case: Case) -> bool:
    """Whether the word before it, or behind it, has a capital and is copied with it."""
    text = case.german[slice(*word)]
    pairs = [f"{beside} {text}"] if beside[:1].isupper() else []
    pairs += [f"{text} {after[1]}"] if (after := _CAPITAL_BEHIND.match(case.german, word.end)) else []
    return any(pair in case.english for pair in pairs)


def _stands_as_a_name(word: Span, beside: str, has_more_before: bool, case: Case) -> bool:
    """Whether a noun with this word `beside` it, before it, stands as no noun does."""
    text = case.german[slice(*word)]
    is_bare = lemma(text) in ("", text, text.removesuffix("s")) or lemma(text)[0].islower()
    if _JOINED.match(case.german, word.end):
        return is_bare and not is_surely_noun(text)
    if beside.lower() in GERMAN_BEFORE_NOUNS or (has_more_before and _is_adjective(beside)):
        return False
    return (beside.lower() in GERMAN_PREPOSITIONS or is_bare) and not is_surely_noun(text, beside)


def _is_adjective(word: str) -> bool:
    """Whether a small word has the ending of an adjective, and is no other word or verb with such an ending."""
    return bool(_ADJECTIVE.fullmatch(word)) and not is_left_out(word) and not is_verb(lemma(word))


def _is_said(english: str, said: Collection[str]) -> bool:
    """Whether each content word of an English stands in a text, or one that begins like it."""
    content = [word for word in english.lower().removeprefix("to ").split() if word not in ENGLISH_SMALL_WORDS]
    beginnings = [word[: max(_SHORTEST, len(word) - _LIKE_ENOUGH)] for word in content]
    return bool(content) and all(any(other.startswith(begun) for other in said) for begun in beginnings)


def _says_verb(english: str, said: Collection[str]) -> bool:
    """The same for the English of a verb with a prefix: its particles (give up) stand in the text, too."""
    particles = PARTICLES.intersection(english.lower().split())
    return particles.issubset(said) and (_is_said(english, said) or english.lower() in said)
