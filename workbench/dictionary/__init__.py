"""The German–English dictionary that ships with the program (Ding): words looked up as a text has them.

It knows no draft and no screen: the engine asks it for words that a package does not know, the screen for what a
translator wants to know. Nothing is read before the first question.
"""

from workbench.dictionary.compounds import Parts, parts_of
from workbench.dictionary.english_forms import english_forms
from workbench.dictionary.line import Kind
from workbench.dictionary.look_up import Meaning, entries_with, look_up
from workbench.dictionary.opened import fault
from workbench.dictionary.prefixes import with_prefix

__all__ = ["Kind", "Meaning", "Parts", "english_forms", "entries_with", "fault", "look_up", "parts_of", "with_prefix"]
