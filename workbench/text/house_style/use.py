"""One place where a text does what a house style may say: which way it has, and how it would be the other way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from workbench.text.span import Span

Edits = tuple[tuple[Span, str], ...]
"""What is put where, in the order of the text."""


class Use(NamedTuple):
    """A place where a text follows one choice of a setting, or several.

    `text`: what stands there, for telling. `accepted`: the choices that it accords with, none where it accords with
    no style. `ways`: for other choices what has to be changed; a choice that is in neither cannot be put here surely.
    """

    setting: str
    span: Span
    text: str
    accepted: frozenset[str]
    ways: Mapping[str, Edits]


_SHORTENED = re.compile(
    r"(?<!\w)(?:Nos?|Mrs?|Ms|Drs?|St|Sen|Gen|Lt|Col|Gov|Rep|vs|pp?|ca|e\.g|i\.e|[A-Z]|[A-Z]\.[A-Z])\.$"
)
_NEAR = 12
"""Characters before a place that tell whether a sentence begins there."""


def whole(setting: str, span: Span, text: str, accepted: frozenset[str], forms: Mapping[str, str]) -> Use:
    """A use that is written anew as a whole: `forms` has for each choice what would stand there."""
    ways = {choice: ((span, form),) for choice, form in forms.items() if choice not in accepted}
    return Use(setting, span, text, accepted, ways)


def starts_sentence(text: str, at: int) -> bool:
    """Whether a sentence, or a quotation in one, may begin at a place."""
    before = text[max(0, at - _NEAR) : at].rstrip("“‘\"'([ \u00a0")
    if not before or before[-1] in "!?:…\n" or (before[-1] in '”’")' and before[-2:-1] in (".", "!", "?", "…")):
        return True
    return before[-1] == "." and not _SHORTENED.search(before)
