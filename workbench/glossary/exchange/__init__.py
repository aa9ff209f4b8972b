"""Glossaries from and for other programs: TBX, OmegaT, DeepL, Google, spreadsheets; what an import would change.

`read_terms` and `write_terms` know files of other programs, `plan_import` compares what comes with what is there,
`decided` turns the plan and the translator's decisions into changes, `write_import` puts them into `glossary.yaml`;
`take_over` decides and writes in one step, under the glossary's lock.
"""

from workbench.glossary.exchange.deciding import Changes, Decision, decided
from workbench.glossary.exchange.formats import FORMATS, Format, format_for, format_named
from workbench.glossary.exchange.formulas import as_text
from workbench.glossary.exchange.plan import Addition, Conflict, ImportPlan, plan_import
from workbench.glossary.exchange.reading import ReadTerms, read_terms
from workbench.glossary.exchange.saving import new_glossary, take_over, write_import
from workbench.glossary.exchange.writing import write_terms
from workbench.glossary.exchange.written import Written

__all__ = [
    "FORMATS",
    "Addition",
    "Changes",
    "Conflict",
    "Decision",
    "Format",
    "ImportPlan",
    "ReadTerms",
    "Written",
    "as_text",
    "decided",
    "format_for",
    "format_named",
    "new_glossary",
    "plan_import",
    "read_terms",
    "take_over",
    "write_import",
    "write_terms",
]
