"""A glossary drawn for a set of pairs by a rule: the names that occur in it, with the English of the references.

A name is what `workbench.checks.names` takes for one (a word of five letters or more with a capital in the English
that stands for one in the German) and no dictionary has as an ordinary word, in two pairs or more (`OFTEN`). Its
English is the spelling that most of these have; the others are allowed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from simplemma import is_known

from workbench.checks.names import names
from workbench.glossary import Entry, Glossary

OFTEN = 2


def drawn_glossary(pairs: Sequence[tuple[str, str]], often: int = OFTEN) -> Glossary:
    """The glossary of a set of pairs (German, English), of the names that stand in so many of them."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for german, english in pairs:
        found = {(name.german, name.spelling) for name in names(german, english, Glossary(())) if name.german}
        for german_name, spelling in found:
            if not is_known(spelling.lower(), "en") and not is_known(german_name.lower(), "de"):
                spellings[german_name][spelling] += 1
    entries = []
    for german_name, counted in sorted(spellings.items()):
        if counted.total() >= often:
            (first, _), *others = counted.most_common()
            entries.append(Entry(de=(german_name,), en=first, also=tuple(other for other, _ in others)))
    return Glossary(entries)
