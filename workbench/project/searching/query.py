"""What is looked for in the documents of a project, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from workbench.translation import State

if TYPE_CHECKING:
    from workbench.project.searching.changed import LastChange

How = Literal["plain", "word", "inflected", "regex"]
"""As letters; as whole words; as words in any of their forms; as a regular expression."""
Field = Literal["german", "english", "note", "finding"]
FIELDS: tuple[Field, ...] = get_args(Field)
MOST = 500
"""Characters that can be looked for."""
_APART = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    `text`: words, or a regular expression; empty finds every note and every finding, or, with `states`, every paragraph
    in these. `capitals`: they count. `states`, `documents`: only paragraphs in these states, only these documents;
    empty means all of them. `doubtful`: only drafts that nobody has touched, with words of which the package was
    unsure, the most doubtful first; empty text finds all of these (see `most_doubtful_first`, for what is found).
    `changed`: only paragraphs that were changed last by somebody, or in some time; empty text finds all of these.
    `any_order`: all words of the text, wherever each stands in the same text; not for a regular expression.
    """

    text: str
    how: How = "plain"
    capitals: bool = False
    fields: frozenset[Field] = frozenset({"german", "english"})
    states: frozenset[State] = frozenset()
    documents: tuple[str, ...] = ()
    doubtful: bool = False
    any_order: bool = False
    changed: LastChange | None = None

    @property
    def wanted_states(self) -> frozenset[State]:
        """The states in which paragraphs are looked through; empty: all."""
        return self.states or frozenset({State.DRAFT} if self.doubtful else ())

    @property
    def told(self) -> str:
        """What is looked for, in a few words for a line that tells."""
        if not self.text:
            return "words in doubt" if self.doubtful else "everything"
        return " + ".join(f"“{word}”" for word in words_apart(self.text)) if self.any_order else f"“{self.text}”"

    @property
    def not_found(self) -> str:
        """What is to be told where nothing was found."""
        if self.doubtful:
            what = f"{self.told} was found in none with words in doubt" if self.text else "there is no word in doubt"
            return f"{what}, of the drafts that nobody has touched"
        if self.changed:
            last = f"in what was last changed by or on: {self.changed.told}"
            return f"{self.told} was not found {last}" if self.text else f"nothing was found {last}"
        if self.text:
            return f"{self.told} was not found"
        names = [name for field, name in (("note", "note"), ("finding", "finding")) if field in self.fields]
        return f"there is no {' and no '.join(names) if names else 'such paragraph'}"


def words_apart(text: str) -> tuple[str, ...]:
    """The words of a text, each once; those between straight quotation marks stay together.

    >>> words_apart('Kiew "runder Tisch" Kiew')
    ('Kiew', 'runder Tisch')
    """
    words = (" ".join((quoted or word).split()) for quoted, word in _APART.findall(text))
    return tuple(dict.fromkeys(filter(None, words))) or (text,)
