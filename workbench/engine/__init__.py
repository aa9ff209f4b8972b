"""The engine room: Argos packages, CTranslate2, drafting, alignment, how a term gets into a draft.

It never knows a source file, a project or a screen. Nothing here loads a model or opens a package
before it is asked to.
"""

from workbench.engine.argos.folder import might_have_packages
from workbench.engine.argos.install import OPUS_ADDRESS, install_file, install_official, install_opus, try_package
from workbench.engine.argos.package import (
    Package,
    broken_packages,
    embedded_package,
    find_package,
    installed_packages,
    open_package,
)
from workbench.engine.cache import DraftCache
from workbench.engine.codes.coded import Coded, coded
from workbench.engine.draft import ParagraphDraft, SentenceDraft, TermOutcome, Way, WordOutcome, WordWay
from workbench.engine.drafter import Drafter
from workbench.engine.given import Apart
from workbench.engine.in_style import in_style
from workbench.engine.into_sentence import put_where_it_belongs
from workbench.engine.paragraphs import draft_paragraphs
from workbench.engine.terms.in_place import put_form
from workbench.engine.terms.places import placed

__all__ = [
    "OPUS_ADDRESS",
    "Apart",
    "Coded",
    "DraftCache",
    "Drafter",
    "Package",
    "ParagraphDraft",
    "SentenceDraft",
    "TermOutcome",
    "Way",
    "WordOutcome",
    "WordWay",
    "broken_packages",
    "coded",
    "draft_paragraphs",
    "embedded_package",
    "find_package",
    "in_style",
    "install_file",
    "install_official",
    "install_opus",
    "installed_packages",
    "might_have_packages",
    "open_package",
    "placed",
    "put_form",
    "put_where_it_belongs",
    "try_package",
]
