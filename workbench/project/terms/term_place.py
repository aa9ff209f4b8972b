"""Where in a paragraph's English a missing term belongs: in the sentence that has its German."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.engine import Drafter, put_where_it_belongs
from workbench.glossary import Glossary, TermHit, judge
from workbench.memory import sentences_beside


def with_term(drafter: Drafter, glossary: Glossary, german: str, english: str, hit: TermHit) -> Iterator[str]:
    """A paragraph's English with a missing term put in, in every way there is, the likeliest first.

    See `workbench.engine.put_where_it_belongs`, which is asked for the sentence of the hit.
    """
    for source, target in sentences_beside(german, english):
        if not (source.start <= hit.start < source.end and target.start < target.end):
            continue
        text, sentence = german[slice(*source)], english[slice(*target)]
        inside = replace(hit, start=hit.start - source.start, end=hit.end - source.start)
        others = dict.fromkeys(other.entry for other in glossary.find(text) if other.entry != hit.entry)
        held = [place for entry in others for place in judge(entry, sentence).there]
        for changed in put_where_it_belongs(drafter, text, sentence, inside, held):
            if changed != sentence:
                yield english[: target.start] + changed + english[target.end :]
