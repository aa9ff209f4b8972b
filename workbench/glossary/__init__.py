"""The glossary: entries, the file they are kept in, finding terms in German, judging English.

It never opens a model, and it knows no document but the text it is given.
"""

from workbench.glossary.edit import add_entry
from workbench.glossary.english import Verdict, judge
from workbench.glossary.entry import KINDS, Entry, Kind, TermHit
from workbench.glossary.matcher import Glossary
from workbench.glossary.yaml_file import GlossaryFile, read_glossary

__all__ = [
    "KINDS",
    "Entry",
    "Glossary",
    "GlossaryFile",
    "Kind",
    "TermHit",
    "Verdict",
    "add_entry",
    "judge",
    "read_glossary",
]
