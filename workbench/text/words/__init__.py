"""English words: two Hunspell dictionaries, what counts as a word of a text, what a misspelt one may have been."""

from workbench.text.words.dictionary import Dialect, is_ready, read
from workbench.text.words.english import Unknown, unknown_words
from workbench.text.words.meant import meant
from workbench.text.words.suggested import Suggestion, suggested
from workbench.text.words.vocabulary import Vocabulary

__all__ = ["Dialect", "Suggestion", "Unknown", "Vocabulary", "is_ready", "meant", "read", "suggested", "unknown_words"]
