"""The translation memory: pairs of sentences of what was translated, and finding those that are like a text.

Never opens a model; knows no document and no screen.
"""

from typing import TYPE_CHECKING

from workbench.lazy_door import lazy_door

if TYPE_CHECKING:
    from workbench.memory.alignment import sentence_pairs
    from workbench.memory.beside import sentences_beside
    from workbench.memory.coded import coded_pairs
    from workbench.memory.file import set_aside
    from workbench.memory.found import Found, Stretch
    from workbench.memory.info import Info, project_of
    from workbench.memory.keys import content_key, exact_key
    from workbench.memory.match import BANDS, MOST_TAKEN_OFF, Match, Penalty, band, of_trust
    from workbench.memory.memory import Memory
    from workbench.memory.pair import TRUSTS, Pair, Trust
    from workbench.memory.similarity import SAME, Likeness, Query
else:
    __getattr__ = lazy_door(
        __name__,
        alignment="sentence_pairs",
        beside="sentences_beside",
        coded="coded_pairs",
        file="set_aside",
        found="Found Stretch",
        info="Info project_of",
        keys="content_key exact_key",
        match="BANDS MOST_TAKEN_OFF Match Penalty band of_trust",
        memory="Memory",
        pair="TRUSTS Pair Trust",
        similarity="SAME Likeness Query",
    )

__all__ = [
    "BANDS",
    "MOST_TAKEN_OFF",
    "SAME",
    "TRUSTS",
    "Found",
    "Info",
    "Likeness",
    "Match",
    "Memory",
    "Pair",
    "Penalty",
    "Query",
    "Stretch",
    "Trust",
    "band",
    "coded_pairs",
    "content_key",
    "exact_key",
    "of_trust",
    "project_of",
    "sentence_pairs",
    "sentences_beside",
    "set_aside",
]
