"""English for names that came into German from Cyrillic, Arabic, Persian or Hebrew, from the letters of the German."""

from workbench.glossary.romanisation.exonyms import Exonym, exonym
from workbench.glossary.romanisation.likelihood import is_from_cyrillic

__all__ = ["Exonym", "exonym", "is_from_cyrillic"]
