"""Verbs whose prefix stands apart (`rückt … ab`): where the prefix is, and the verb as it is looked up."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.dictionary.prefixes import SEPARABLE, with_prefix
from workbench.engine.alignment import word_spans
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class PrefixVerb:
    """The infinitive of a verb with its prefix, and where the prefix stands in the sentence."""

    infinitive: str
    prefix: Span


def prefix_verb(german: str, word: Span) -> PrefixVerb | None:
    """The verb at `word` if its prefix stands at the end of its clause.

    >>> prefix_verb("Er rückt von seiner Forderung ab.", Span(3, 8))
    PrefixVerb(infinitive='abrücken', prefix=Span(start=30, end=32))
    """
    if not german[word.start].islower():
        return None
    apart = [span for span in word_spans(german) if span.start > word.end and german[slice(*span)] in SEPARABLE]
    infinitive = with_prefix(german, word) if apart else ""
    places = [span for span in apart if infinitive.startswith(german[slice(*span)])]
    return PrefixVerb(infinitive, places[-1]) if places else None
