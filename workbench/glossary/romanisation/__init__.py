"""English for names that came into German from Cyrillic, Arabic, Persian or Hebrew, from the letters of the German."""

from workbench.glossary.romanisation.exonyms import Exonym, exonym
from workbench.glossary.romanisation.likelihood import is_from_cyrillic
from workbench.glossary.romanisation.romanise import Romanisation, romanise

__all__ = ["Exonym", "Romanisation", "exonym", "is_from_cyrillic", "romanise"]
