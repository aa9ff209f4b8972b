"""What is wrong, or may be wrong, with a translated paragraph or document. This room tells; it never mends.

One finding type, one function per check (see CHECKS). Docs: docs/checks.md.
"""

from workbench.checks.finding import Finding, Severity
from workbench.checks.mentions import where_first
from workbench.checks.table import CHECKS, Check, by_gravity, check_document, check_paragraph, check_whole

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Severity",
    "by_gravity",
    "check_document",
    "check_paragraph",
    "check_whole",
    "where_first",
]
