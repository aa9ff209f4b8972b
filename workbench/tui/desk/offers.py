"""What the bar at the bottom of the desk offers: actions, with another label than the key's own where it needs one."""

from __future__ import annotations

BROWSING = (
    ("edit", ""),
    ("accept", ""),
    ("skip", ""),
    ("finding(1)", ""),
    ("fix", ""),
    ("step_back(False)", ""),
    ("term", ""),
    ("glossary", ""),
    ("find", ""),
    ("note", ""),
    ("export", ""),
    ("app.open", ""),
    ("candidates", ""),
    ("let_stand", ""),
    ("app.help", ""),
)
"""What the bar at the bottom offers outside of a paragraph, the most important first, Help last."""
WRITING = (
    ("screen.accept", "Accept, next"),
    ("done", ""),
    ("put_term", ""),
    ("jump", ""),
    ("skip", ""),
    ("tab", "German/English"),
    ("fix", ""),
    ("finding(1)", ""),
    ("term", ""),
    ("glossary", ""),
    ("find", ""),
    ("app.help", ""),
)
"""What it offers while a paragraph is being edited."""
