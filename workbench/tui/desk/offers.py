"""What the bar at the bottom of the desk offers: actions, with another label than the key's own where it needs one."""

from __future__ import annotations

BROWSING = (
    ("edit", ""),
    ("accept", ""),
    ("skip", ""),
    ("act('findings.go', 1)", ""),
    ("act('findings.fix')", ""),
    ("step_back(False)", ""),
    ("act('memory.put_next')", ""),
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
    ("act('memory.put_next')", ""),
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
