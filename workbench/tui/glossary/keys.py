"""Every key of the glossary screen, once."""

from __future__ import annotations

from workbench.tui.keys import Key

GLOSSARY = (
    Key("e", "edit", "Edit", "edit the entry (Enter in the list does it too)", footer=True),
    Key("a,insert", "add", "Add", "add an entry", footer=True),
    Key(
        "x,delete", "remove", "Delete", "delete the entry, after a question that says how often it is used", footer=True
    ),
    Key("u", "uses", "Uses", "go into the list of uses, and back; Enter there goes to the place", footer=True),
    Key("tab,shift+tab", "uses", "Uses", "the same"),
    Key("slash,ctrl+f", "filter", "Filter", "show only entries with these words; Esc shows all again", footer=True),
    Key("s", "order", "Sort", "by place in the file, German, English, kind, uses (or click on a column)", footer=True),
    Key("p", "problems", "Problems", "what is wrong with the file, with line numbers", footer=True),
    Key("question_mark,f1", "help", "Help", "this page", footer=True),
    Key("escape,q", "back", "Back", "back: out of the uses, out of the filter, to the desk", footer=True),
)
