"""What the cells of a table say: a yes or no, an address, nothing at all, the language of a row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from workbench.formats.languages import language
from workbench.glossary.exchange.column_words import LANGUAGES
from workbench.glossary.exchange.languages import CODES

_YES = frozenset(("true", "wahr", "yes", "ja", "x", "1"))
_NO = frozenset(("false", "falsch", "no", "nein", "0", ""))
_NOTHING = frozenset(("n/a", "n.a.", "n. a.", "k.a.", "k. a.", "tbd", "tba", "todo", "???"))
_EXACT = frozenset(("exact", "genau", "sensitive", "casesensitive", "case sensitive", "case-sensitive"))
_PART = re.compile(r"[,;/|]")
_ADDRESS = re.compile(r"(?:[a-z][a-z+.-]*://|www\.)\S+|mailto:\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[\d.,:/ +-]+")


def says_yes(cell: str) -> bool:
    """Whether a cell is a yes."""
    return cell.strip().casefold() in _YES


def says_no(cell: str) -> bool:
    """Whether a cell is a no, or empty."""
    return cell.strip().casefold() in _NO


def is_flag(cell: str) -> bool:
    """Whether a cell is a yes or a no, or empty."""
    return says_yes(cell) or says_no(cell)


def says_exact(cell: str) -> bool:
    """Whether a cell about case, or one with several properties (`CaseSensitive;Exact`), asks for the exact case."""
    return any(part.strip().casefold() in _EXACT - {"exact", "genau"} for part in _PART.split(cell))


def says_exact_case(cell: str) -> bool:
    """Whether a cell of a column about case asks for the exact case."""
    return says_yes(cell) or cell.strip().casefold() in _EXACT


def is_address(text: str) -> bool:
    """Whether a text is an address of the web or of mail, and no term."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def is_nothing(text: str) -> bool:
    """Whether a text says that there is no term: `n/a`, `k. A.`, `TBD`."""
    return text.strip().casefold() in _NOTHING


@lru_cache(maxsize=1_000)
def spoken(cell: str) -> str:
    """The language that a cell names, as a code (`Deutsch (AT)`, `de-AT`, `ger` are `de`); "" for none."""
    words = _WORD.findall(cell.casefold())
    if words and words[0] in LANGUAGES:
        return LANGUAGES[words[0]]
    code = language(cell)
    return code if code in CODES else ""


def are_no_terms(cells: Iterable[str]) -> bool:
    """Whether none of the cells of a column can be a term: each is a number, a yes or no, an address, or empty."""
    return all(is_flag(cell) or is_address(cell) or _NUMBER.fullmatch(cell.strip()) for cell in cells)
