"""Every key of the search screen, once."""

from __future__ import annotations

from workbench.tui.keys import Key

SEARCH = (
    Key(
        "f2",
        "how",
        "How",
        "as letters, whole words, in any form, as a pattern (a regular expression), all words in any order",
        footer=True,
    ),
    Key("f3", "where", "Where", "in German and English, in one of them, in notes, in findings", footer=True),
    Key(
        "f4", "state", "State", "in paragraphs in any state, in those that are not reviewed, in one state", footer=True
    ),
    Key("f5", "capitals", "Capitals", "upper and lower case are the same, or not", footer=True),
    Key("f7", "order", "Doubtful", "only drafts with words in doubt, the most doubtful first; or all as they stand"),
    Key(
        "f8",
        "ask('changed')",
        "Changed",
        "only what was changed last by somebody, or in some time, as far as that is known",
    ),
    Key("f9", "ask('outside')", "Outside", "in a file or folder outside of the project; or in the project again"),
    Key(
        "slash,ctrl+f",
        "words",
        "Words",
        "back to the words; Enter there searches, Tab or ↓ goes to the list",
        footer=True,
    ),
    Key("R,f6", "replace", "Replace", "other words for what was found in English; all is shown before", footer=True),
    Key("question_mark,f1", "help", "Help", "this page", footer=True),
    Key("escape,q", "back", "Back", "back to the desk, where F3 goes on through the list", footer=True),
)
