"""The German–English dictionary that ships with the program (Ding): words looked up as a text has them.

It knows no draft and no screen: the engine asks it for words that a package does not know, the check of what a draft
lost for what may stand for a word. Nothing is read before the first question.
"""

from workbench.dictionary.at_once import english_words
from workbench.dictionary.line import Kind
from workbench.dictionary.look_up import Meaning, entries_with, look_up
from workbench.dictionary.names import is_name
from workbench.dictionary.offers import Offer, Offers, offers
from workbench.dictionary.opened import fault

__all__ = [
    "Kind",
    "Meaning",
    "Offer",
    "Offers",
    "english_words",
    "entries_with",
    "fault",
    "is_name",
    "look_up",
    "offers",
]
