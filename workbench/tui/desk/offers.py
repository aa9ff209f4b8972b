"""What the bar at the bottom of the desk offers: actions, with another label than the key's own where it needs one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.text.counted import counted

if TYPE_CHECKING:  # the memories are loaded after the first screen
    from workbench.project.memories.offers import OffersHere

BEST_OFFER = "act('memory.put_next')"
BROWSING = (
    ("edit", ""),
    ("accept", ""),
    ("skip", ""),
    ("act('findings.go', 1)", ""),
    ("act('findings.fix')", ""),
    ("step_back(False)", ""),
    (BEST_OFFER, ""),
    ("act('terms.add_selected')", ""),
    ("act('terms.look_into_glossary')", ""),
    ("act('memory.concordance')", ""),
    ("act('seeking.ask')", ""),
    ("note", ""),
    ("act('handing_over.ask')", ""),
    ("app.open", ""),
    ("act('terms.go_through_candidates')", ""),
    ("act('findings.let_stand')", ""),
    ("app.help", ""),
)
"""What the bar at the bottom offers outside of a paragraph, the most important first, Help last."""
WRITING = (
    ("screen.accept", "Accept, next"),
    ("done", ""),
    ("act('terms.put_term')", ""),
    (BEST_OFFER, ""),
    ("jump", ""),
    ("act('memory.concordance')", ""),
    ("skip", ""),
    ("tab", "German/English"),
    ("act('findings.fix')", ""),
    ("act('findings.go', 1)", ""),
    ("act('terms.add_selected')", ""),
    ("act('terms.look_into_glossary')", ""),
    ("act('seeking.ask')", ""),
    ("app.help", ""),
)
"""What it offers while a paragraph is being edited."""


def left_out(here: OffersHere | None) -> frozenset[str]:
    """What the bar does not offer: the best offer where the memories have none."""
    return frozenset() if here is not None and (here.offers or here.stretches) else frozenset({BEST_OFFER})


def offered(here: OffersHere | None) -> str:
    """What the memories have, in a word or two, for where there is no panel: the best match, else stretches."""
    if here is None or not (here.offers or here.stretches):
        return ""
    if not here.offers:
        return counted(len(here.stretches), "stretch", "stretches")
    return f"match {max(offer.match.percent for offer in here.offers)} %"
