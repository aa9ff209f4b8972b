"""Every key of the screen for aligning, once."""

from __future__ import annotations

from workbench.tui.keys import Key

ALIGN = (
    Key("a,enter", "accept", "Accept", "the line is right: accept it, and go to the next one", footer=True),
    Key("A", "accept_sure", "Accept sure ones", "accept every pair that is not in doubt (?)"),
    Key("right_square_bracket,f8", "doubt(1)", "Next doubt", "the next line that is in doubt (?)", footer=True),
    Key("left_square_bracket,shift+f8", "doubt(-1)", "Previous doubt", "the one before"),
    Key("J,plus", "join", "Join", "make one line of this one and the next", footer=True),
    Key("s", "split", "Split", "the first sentence of each side stands by itself; of a pair, each side", footer=True),
    Key("g", "down('german')", "German down", "the line's last German sentence goes to the next line"),
    Key("G", "up('german')", "German up", "the first German sentence of the next line comes to this one"),
    Key("e", "down('english')", "English down", "the line's last English sentence goes to the next line"),
    Key("E", "up('english')", "English up", "the first English sentence of the next line comes to this one"),
    Key("c", "cross", "Cross", "two and two sentences: the first stands for the second (⇅ offers it); again: not"),
    Key("n", "anew", "Align anew", "align the lines after this one anew, up to the next that is accepted or dropped"),
    Key("x,delete", "drop", "Drop", "the line is no pair (–); again: it is one", footer=True),
    Key("u,ctrl+z", "undo", "Undo", "take back what was done last", footer=True),
    Key("r,ctrl+y", "redo", "Redo", "do again what was taken back"),
    Key("m", "memory", "Memory", "take the pairs into a translation memory", footer=True),
    Key("R", "record", "Record", "make it the record of the German article: its English, reviewed", footer=True),
    Key("w,ctrl+s", "write", "Write", "write the pairs into a file: .tmx, .tsv or .xlsx", footer=True),
    Key("question_mark,f1", "help", "Help", "this page", footer=True),
    Key("q,escape,ctrl+q", "leave", "Quit", "leave; what was kept nowhere is asked for before", footer=True),
)
