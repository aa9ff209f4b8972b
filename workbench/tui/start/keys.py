"""Every key of the start screen, once."""

from __future__ import annotations

from workbench.tui.keys import Key

START = (
    Key("enter", "open", "Open", "open the document (so does a click on the line where you are)", footer=True),
    Key("p", "paste", "Paste", "paste an article: it becomes a document, and opens", footer=True),
    Key("slash,ctrl+f", "filter", "Filter", "show only documents with these letters; Esc shows all again", footer=True),
    Key("s", "order", "Sort", "by name, words, progress, findings, last opened (or click on a column)", footer=True),
    Key(
        "c",
        "chart",
        "Chart",
        "the document's words by state and match; again: those of all; again: away",
        footer=True,
    ),
    Key("question_mark,f1", "help", "Help", "this page", footer=True),
    Key("escape,q", "back", "Back", "back: out of the filter, to the desk", footer=True),
)
