"""Names and terms that somebody put right in a draft, told by word alignment: from a draft and what it was made.

What a German name or term has in the draft is compared with what it has in the accepted English. Rather too few are
told than too many: other words for the same in running prose, inflections and what was left away are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.glossary import Kind
from workbench.glossary.candidates.names import Mention, names_in
from workbench.glossary.candidates.proper import base_form, noun_base
from workbench.glossary.candidates.words import Word, words_of
from workbench.memory import sentences_beside
from workbench.project.learning.english import Beside, Stood, is_other_name, is_other_term, kept_words, with_shared
from workbench.project.learning.german_terms import is_term
from workbench.text import Span

Links = Sequence[tuple[Span, Span]]
Align = Callable[[str, str], Links]
"""Which words of a German text and of its English stand for each other (`Drafter.align`)."""

LONGEST = 600
"""Characters of a German sentence that are aligned."""
_ADJECTIVE = re.compile(r"sche[nrms]?$")
_KEPT = 0.5
"""Where less of a sentence was kept than so much it was written anew: then terms in it tell nothing."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A German name or term (base form as far as it is known), the draft's English, and the English in its place.

    `at`: where it stands in the German, in characters.
    """

    german: str
    drafted: str
    accepted: str
    kind: Kind
    at: Span

    @property
    def rule(self) -> tuple[str, str, str]:
        """What makes two corrections the same."""
        return self.german, self.drafted, self.accepted


def corrections(
    german: str,
    drafted: str,
    accepted: str,
    align: Align,
    among: Collection[str] | None = None,
    but: Collection[str] = (),
) -> tuple[Corrected, ...]:
    """The names and terms of a paragraph that were put right, in the order of the German; each once.

    `among`: only these (see `terms_changed`). `but`: German sentences whose English was no draft.

    `align` is asked for the sentences that were changed, twice each (some 50 ms); for none where none was.
    """
    found: dict[tuple[str, str, str], Corrected] = {}
    for at, german_sentence, draft_sentence, own_sentence in _changed_sentences(german, drafted, accepted, but):
        for one in _in_sentence(german_sentence, draft_sentence, own_sentence, align, among):
            place = Span(one.at.start + at, one.at.end + at)
            found.setdefault(one.rule, Corrected(*one.rule, one.kind, place))
    return tuple(found.values())


def terms_changed(german: str, drafted: str, accepted: str, but: Collection[str] = ()) -> frozenset[str]:
    """The German names and terms in the sentences of a paragraph that were changed: what `corrections` looks at."""
    return frozenset(
        known
        for _, sentence, _, _ in _changed_sentences(german, drafted, accepted, but)
        for term in _terms_of(sentence)
        for known in term.known_by
    )


def _changed_sentences(
    german: str, drafted: str, accepted: str, but: Collection[str]
) -> Iterator[tuple[int, str, str, str]]:
    """Where a German sentence begins, itself, its draft and its accepted English, where that is another."""
    if drafted.strip() == accepted.strip() or not all(map(str.strip, (drafted, accepted))):
        return
    before, after = (dict(sentences_beside(german, english)) for english in (drafted, accepted))
    if before.keys() != after.keys():
        if len(german) <= LONGEST and not but:
            yield 0, german, drafted, accepted
        return
    for place, cut in before.items():
        sentence, was, now = german[slice(*place)], drafted[slice(*cut)], accepted[slice(*after[place])]
        if was != now and all(map(str.strip, (was, now))) and len(sentence) <= LONGEST and sentence not in but:
            yield place.start, sentence, was, now


def _in_sentence(
    german: str, drafted: str, accepted: str, align: Align, among: Collection[str] | None
) -> Iterator[Corrected]:
    terms = [term for term in _terms_of(german) if among is None or not term.known_by.isdisjoint(among)]
    if not terms:
        return
    kept, kept_now = kept_words(drafted, accepted)
    before = Beside(german, drafted, align(german, drafted), kept)
    after = Beside(german, accepted, align(german, accepted), kept_now)
    is_edited = _is_edited(drafted, accepted)
    for term in terms:
        was, now = before.stood(term.at), after.stood(term.at)
        if was is not None and now is not None and _is_put_right(term, was, now, is_edited):
            yield _told(term, *((was, now) if term.is_name else with_shared(was, now)))


def _is_put_right(term: _Term, was: Stood, now: Stood, is_edited: bool) -> bool:
    if not term.is_name:
        return is_edited and is_other_term(term.german, was, now)
    if not term.is_sure and was.text != term.german:
        return False
    return is_other_name(term.german, was, now, person=term.kind == "person")


@dataclass(frozen=True, slots=True)
class _Term:
    german: str
    base: str
    kind: Kind
    at: Span
    is_name: bool
    is_sure: bool = True

    @property
    def known_by(self) -> frozenset[str]:
        """Its basic form; of a name its last word, too."""
        return frozenset((self.base, self.base.rpartition(" ")[2]))


def _terms_of(german: str) -> Iterator[_Term]:
    """The names of a German sentence, and the nouns that may be terms; none inside another."""
    words = words_of(german, ())
    taken = []
    for name in names_in(words):
        term = _name(name, words)
        if term is not None:
            taken.append(term.at)
            yield term
    for word in words:
        at = Span(word.start, word.end)
        if is_term(word.text) and not at.meets(*taken):
            yield _Term(word.text, _base(word.text), "term", at, is_name=False)


def _base(word: str) -> str:
    """A noun's basic form in the spelling of today: the dictionary has the Ausschuß of a compound."""
    base = noun_base(word)
    return base.replace("ß", "ss") if "ß" in base and "ß" not in word else base


def _name(name: Mention, words: Sequence[Word]) -> _Term | None:
    """A name as a term; None where it is a part of a compound (Wagner-Gruppe), or a noun of the language."""
    is_letters, is_alone = name.text.isupper(), " " not in name.text
    if _is_in_compound(name, words) or (is_alone and not is_letters and is_term(name.text)):
        return None
    if with_noun := _with_noun(name, words):
        return with_noun
    at, kind = Span(name.start, name.end), name.kind or "term"
    if kind == "organisation" and not is_alone and not name.given:
        return _Term(name.text, base_form(name.text.split(), name.before), kind, at, is_name=False)
    return _Term(name.text, name.genitive or name.text, kind, at, not is_letters, name.sure)


def _with_noun(name: Mention, words: Sequence[Word]) -> _Term | None:
    """An adjective that is taken for a name, with its noun: Asowschen Meer."""
    following = next((word for word in words if word.start == name.end + 1), None)
    if following is None or not following.capital or not _ADJECTIVE.search(name.text):
        return None
    text = f"{name.text} {following.text}"
    return _Term(text, text, "place", Span(name.start, following.end), is_name=False)


def _is_in_compound(name: Mention, words: Sequence[Word]) -> bool:
    return any(word.start <= name.start < word.end and name.end < word.end for word in words)


def _is_edited(drafted: str, accepted: str) -> bool:
    """Whether a sentence is still the draft's, in other words here and there."""
    return SequenceMatcher(None, drafted.split(), accepted.split(), autojunk=False).ratio() >= _KEPT


def _told(term: _Term, was: Stood, now: Stood) -> Corrected:
    german, before, after = term.german, was.text, now.text
    words = german.split(), before.split(), after.split()
    if term.kind == "person" and len({len(some) for some in words}) == 1:
        same = next((n for n, (one, other) in enumerate(zip(words[1], words[2], strict=True)) if one != other), 0)
        german, before, after = (" ".join(some[same:]) for some in words)
    if german == term.german and not _is_same_form(term, after):
        german = term.base
    return Corrected(german, before, after, term.kind, term.at)


def _is_same_form(term: _Term, english: str) -> bool:
    """Whether an s at the end is the name's own (Jens), not a genitive's; of a term: whether it is a plural."""
    if term.is_name:
        return term.german[-1:] == english[-1:] == "s"
    return not term.german.isupper() and english[-1:] == "s" and not english.endswith("ss")
