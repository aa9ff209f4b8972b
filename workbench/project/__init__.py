"""The project: a folder of German articles with its translations, glossary and settings.

Knows where things lie and brings the rooms together; never draws.
"""

from workbench.project.layout import Layout, find_layout, make_project, source_files
from workbench.project.project import DocumentSummary, Project
from workbench.project.settings import Settings
from workbench.project.termbase import Termbase, TermRow

__all__ = [
    "DocumentSummary",
    "Layout",
    "Project",
    "Settings",
    "TermRow",
    "Termbase",
    "find_layout",
    "make_project",
    "source_files",
]
