"""What is wrong, or may be wrong, with a translated paragraph or document. This room tells; it never mends.

One finding type, one function per check (see CHECKS). Docs: docs/checks.md.
"""

from typing import TYPE_CHECKING

from workbench.lazy_door import lazy_door

if TYPE_CHECKING:
    from workbench.checks.finding import Finding, Severity
    from workbench.checks.mentions import where_first
    from workbench.checks.overridden import by_gravity
    from workbench.checks.table import CHECKS, Check, check_paragraph
    from workbench.checks.whole import WholeDocument, check_document, check_whole
else:
    __getattr__ = lazy_door(
        __name__,
        finding="Finding Severity",
        mentions="where_first",
        overridden="by_gravity",
        table="CHECKS Check check_paragraph",
        whole="WholeDocument check_document check_whole",
    )

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Severity",
    "WholeDocument",
    "by_gravity",
    "check_document",
    "check_paragraph",
    "check_whole",
    "where_first",
]
