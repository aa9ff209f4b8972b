"""First mentions: an entry with `first` is written out where a document first names it, and short after that.

The rule, as the press has it:

- The first mention is in the first paragraph of running text that names the entry; a headline, a line of a list
  or a caption is none. Which paragraphs a document has, and which of them count, other modules say.
- There the first mention has the `first` form (`the Collective Security Treaty Organization (CSTO)`, `President
  Vladimir Putin`); everywhere else the entry is short (`the CSTO`, `Putin`).
- A quotation is left as it is where there is another mention to write out.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.glossary.english.mentioned import Mention, find_mentions
from workbench.glossary.english.put_mention import shortened, written_out
from workbench.glossary.entry import Entry


def opening(found: Sequence[Mention]) -> Mention | None:
    """Of a paragraph's mentions the one to be written out, if the paragraph is the first that names the entry."""
    free = [mention for mention in found if not mention.fixed]
    return next((mention for mention in free if mention.full or not mention.quoted), free[0] if free else None)


def spare(found: Sequence[Mention], *, first: bool) -> tuple[Mention, ...]:
    """Of a paragraph's mentions those that are written out where the short form would do.

    `first`: the paragraph is the first that names the entry.
    """
    kept = opening(found) if first else None
    return tuple(mention for mention in found if mention.written_out and mention is not kept and not mention.quoted)


def with_mentions(english: str, entry: Entry, *, first: bool) -> str:
    """A paragraph's English with the entry written out once if the paragraph is the `first`, else short throughout.

    Possessive, article and capital follow. Nothing outside these places changes.

    >>> putin = Entry(("Wladimir Putin", "Putin"), "Putin", kind="person", first="Vladimir Putin")
    >>> with_mentions("President Putin left. Putin’s aides stayed.", putin, first=True)
    'President Vladimir Putin left. Putin’s aides stayed.'
    >>> with_mentions("Vladimir Putin’s aides stayed.", putin, first=False)
    'Putin’s aides stayed.'
    """
    found = find_mentions(entry, english)
    out = {id(mention) for mention in spare(found, first=first)}
    kept = opening(found) if first else None
    for mention in reversed(found):
        if mention is kept:
            english, _ = written_out(english, entry, mention)
        elif id(mention) in out:
            english, _ = shortened(english, entry, mention)
    return english
