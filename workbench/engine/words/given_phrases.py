"""Idioms of which a draft has neither the meaning nor the words (she let her friends): their English given in markers.

The English stands in the place of the idiom's verb, and the idiom's other words are left out: `Sie wollte ihre Freunde
nicht ⟦abandon⟧`. Only Englishes that are one stretch can be given so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.dictionary.english_forms import verb_form
from workbench.dictionary.german_forms import verb_forms
from workbench.dictionary.idioms import Idiom
from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities
from workbench.engine.words.case import Case
from workbench.engine.words.kept import without_loss
from workbench.engine.words.misread_phrases import free_idioms
from workbench.text import Span
from workbench.text.stands import stands_in

_MOST = 2
"""So many Englishes of an idiom are given, the first of the list."""


def with_given_phrases(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """Each case with the English of the first idiom that its draft says in no way, where the package takes it."""
    found = list(cases)
    good = _good(cases, able, able.markers) if able.markers else []
    kept = without_loss([cases[at] for at, _ in good], [other for _, other in good], able)
    for (at, _), taken in reversed(list(zip(good, kept, strict=True))):
        found[at] = taken or found[at]
    return found


def _good(cases: Sequence[Case], able: Abilities, markers: tuple[str, str]) -> list[tuple[int, Case]]:
    """Cases, by number, drafted with an idiom's English given that came out, and with nothing else wrong."""
    tried = [
        (at, word, _marked(case, idiom, word.english, markers))
        for at, case in enumerate(cases)
        for idiom in free_idioms(case)[:1]
        for word in _words(case, idiom)
    ]
    drafts = able.engine.translate([text for _, _, text in tried]) if tried else []
    made = [
        (at, word, cases[at].with_draft(replace(draft, attention=None, comparable=False, pieces=()), word))
        for (at, word, _), (draft, *_) in zip(tried, drafts, strict=True)
    ]
    return [
        (at, other)
        for at, word, other in made
        if stands_in(word.english, other.english) and other.keeps_all_of(cases[at])
    ]


def _words(case: Case, idiom: Idiom) -> Iterator[WordOutcome]:
    """The Englishes of an idiom that can be given, in the form that the German verb has."""
    german = case.german[slice(*idiom.verb)]
    own = idiom.infinitive.removeprefix(case.german[slice(*idiom.prefix)]) if idiom.prefix else idiom.infinitive
    place = Span(idiom.words[0].start, idiom.words[-1].end)
    bases = [
        english.removeprefix("to ") for english in idiom.englishes if "…" not in english and "one’s" not in english
    ]
    for base in [base for base in bases if "your" not in base][:_MOST]:
        for form in verb_form(base, verb_forms(german, own)[0])[:1]:
            yield WordOutcome(case.german[slice(*place)], place, form, "phrase")


def _marked(case: Case, idiom: Idiom, english: str, markers: tuple[str, str]) -> str:
    """The German with the English for the idiom's verb, and without its other words."""
    text = case.german
    for span in reversed(idiom.spans):
        put = f"{markers[0]}{english}{markers[1]}" if span == idiom.verb else ""
        start = span.start if put or not text[: span.start].endswith(" ") else span.start - 1
        text = f"{text[:start]}{put}{text[span.end :]}"
    return text.strip()
