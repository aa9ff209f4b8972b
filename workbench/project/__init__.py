"""The project: a folder of German articles with its translations, glossary and settings, and a session on it.

Knows where things lie and brings the rooms together; never draws. Faces find here what they need of the rooms below.
"""

from typing import TYPE_CHECKING

from workbench.lazy_door import lazy_door
from workbench.translation import (
    Draft,
    ParagraphRecord,
    State,
    Translation,
    TranslationRecord,
    english_text,
    paragraph_lines,
    wants_original,
)

if TYPE_CHECKING:
    from workbench.project.events import Changed, Drafting
    from workbench.project.folder.inspection import obstacles
    from workbench.project.folder.layout import Layout, find_layout, layout_of, located, make_project, source_files
    from workbench.project.folder.orphans import Fit, Orphan, as_problem, offered
    from workbench.project.folder.restoring import Kept
    from workbench.project.folder.sources import Sources, find_sources
    from workbench.project.handing.delivered import Since, last_delivery
    from workbench.project.handing.deliveries import (
        Ordered,
        Orders,
        Outcome,
        handed_over,
        ordered,
        rendered,
        without_comments,
    )
    from workbench.project.handing.handing_over import must_not_be_own
    from workbench.project.origins import MemoryOrigin, WordOrigin, memory_origins, word_origins
    from workbench.project.project import DocumentSummary, Project
    from workbench.project.review.merging import Correction, Review, compare, comparing
    from workbench.project.review.returning import article_of_review, read_file, returned_files
    from workbench.project.session import Session
    from workbench.project.settings.choice import OWN, Choice, Wanted
    from workbench.project.settings.settings import Settings, begin_style, known_style
    from workbench.project.spelling import misspelt, suggestions
    from workbench.project.standing import OF_TERMS, Standing, told_as_one
    from workbench.project.termbase import Termbase, TermRow
    from workbench.project.terms.candidates import (
        document_candidates,
        english_for,
        english_for_words,
        next_unknown_name,
    )
    from workbench.project.terms.changes import Applied, Change
    from workbench.project.terms.fixes import Fix, NoFix, find_fix, fixable
    from workbench.project.terms.restyling import style_changes
    from workbench.project.words import is_about_a_word
else:
    __getattr__ = lazy_door(
        __name__,
        terms__candidates="document_candidates english_for english_for_words next_unknown_name",
        terms__changes="Applied Change",
        settings__choice="OWN Choice Wanted",
        handing__delivered="Since last_delivery",
        handing__deliveries="Ordered Orders Outcome handed_over ordered rendered without_comments",
        events="Changed Drafting",
        terms__fixes="Fix NoFix find_fix fixable",
        handing__handing_over="must_not_be_own",
        folder__inspection="obstacles",
        folder__layout="Layout find_layout layout_of located make_project source_files",
        review__merging="Correction Review compare comparing",
        folder__orphans="Fit Orphan as_problem offered",
        project="DocumentSummary Project",
        folder__restoring="Kept",
        terms__restyling="style_changes",
        review__returning="article_of_review read_file returned_files",
        session="Session",
        settings__settings="Settings begin_style known_style",
        folder__sources="Sources find_sources",
        spelling="misspelt suggestions",
        standing="OF_TERMS Standing told_as_one",
        termbase="Termbase TermRow",
        origins="MemoryOrigin WordOrigin memory_origins word_origins",
        words="is_about_a_word",
    )

__all__ = [
    "OF_TERMS",
    "OWN",
    "Applied",
    "Change",
    "Changed",
    "Choice",
    "Correction",
    "DocumentSummary",
    "Draft",
    "Drafting",
    "Fit",
    "Fix",
    "Kept",
    "Layout",
    "MemoryOrigin",
    "NoFix",
    "Ordered",
    "Orders",
    "Orphan",
    "Outcome",
    "ParagraphRecord",
    "Project",
    "Review",
    "Session",
    "Settings",
    "Since",
    "Sources",
    "Standing",
    "State",
    "TermRow",
    "Termbase",
    "Translation",
    "TranslationRecord",
    "Wanted",
    "WordOrigin",
    "article_of_review",
    "as_problem",
    "begin_style",
    "compare",
    "comparing",
    "document_candidates",
    "english_for",
    "english_for_words",
    "english_text",
    "find_fix",
    "find_layout",
    "find_sources",
    "fixable",
    "handed_over",
    "is_about_a_word",
    "known_style",
    "last_delivery",
    "layout_of",
    "located",
    "make_project",
    "memory_origins",
    "misspelt",
    "must_not_be_own",
    "next_unknown_name",
    "obstacles",
    "offered",
    "ordered",
    "paragraph_lines",
    "read_file",
    "rendered",
    "returned_files",
    "source_files",
    "style_changes",
    "suggestions",
    "told_as_one",
    "wants_original",
    "without_comments",
    "word_origins",
]
