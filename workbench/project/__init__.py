"""The project: a folder of German articles with its translations, glossary and settings.

Knows where things lie and brings the rooms together; never draws.
"""

from workbench.project.candidates import document_candidates, english_for
from workbench.project.fixes import Fix, NoFix, find_fix, fixable
from workbench.project.layout import Layout, find_layout, make_project, source_files
from workbench.project.project import DocumentSummary, Project
from workbench.project.settings import Settings
from workbench.project.termbase import Termbase, TermRow

__all__ = [
    "DocumentSummary",
    "Fix",
    "Layout",
    "NoFix",
    "Project",
    "Settings",
    "TermRow",
    "Termbase",
    "document_candidates",
    "english_for",
    "find_fix",
    "find_layout",
    "fixable",
    "make_project",
    "source_files",
]
