"""Finding by a regular expression, within a time: a pattern that a user types may take for ever.

The patterns are those of the module `regex` (https://github.com/mrabarnett/mrab-regex), which are Python's own and
some more. It ends a search after a time, which `re` cannot; while it searches, other threads go on.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from time import thread_time
from typing import Any

from workbench.problem import Problem, WorkbenchError
from workbench.project.searching.query import Field
from workbench.text import Span

ONE_TEXT, ALL_TEXTS = 0.2, 5.0
"""Seconds (of the processor) that a pattern may take in one text, and in all texts together in which it takes long."""
LONG = 0.01
"""Seconds in one text that are not counted together."""
MOST_REPEATS = 1_000
"""How often a pattern may repeat something by figures, and by figures around it: compiling it has no time limit."""
_REPEAT = re.compile(r"\{(\d*)(?:,(\d*))?\}")


class TookTooLongError(Exception):
    """A pattern was stopped in a text. `for_good`: it has had all its time, and no other text is looked through."""

    def __init__(self, for_good: bool) -> None:
        super().__init__("this pattern takes too long")
        self.for_good = for_good


class Pattern:
    """A regular expression. ^ and $ are the ends of lines. Raises WorkbenchError where it is none.

    `one_text`, `all_texts`: seconds that it may take.
    """

    def __init__(
        self, pattern: str, *, capitals: bool, one_text: float = ONE_TEXT, all_texts: float = ALL_TEXTS
    ) -> None:
        self.pattern = pattern
        self.compiled = _compiled(pattern, capitals)
        self._one_text, self._left = one_text, all_texts

    def places(self, text: str, field: Field) -> tuple[Span, ...]:
        """Where it matches something. Raises TookTooLongError."""
        return tuple(Span(*found.span()) for found in self.matches(text))

    def matches(self, text: str) -> list[Any]:
        """Its matches, without empty ones, as `regex` has them. Raises TookTooLongError."""
        if self._left <= 0:
            raise TookTooLongError(for_good=True)
        begun = thread_time()
        try:
            found = self.compiled.finditer(text, timeout=self._one_text)
            return [match for match in found if match.end() > match.start()]
        except TimeoutError:
            raise TookTooLongError(for_good=False) from None
        finally:
            self._left -= max(0.0, thread_time() - begun - LONG)


def _compiled(pattern: str, capitals: bool) -> Any:
    import regex

    if max(_repeats(pattern), default=1) > MOST_REPEATS:
        raise _fault(
            pattern,
            "this pattern repeats something too often",
            "use fewer or smaller figures in braces, or fewer brackets",
        )
    flags = regex.MULTILINE | (0 if capitals else regex.IGNORECASE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a later edition will read otherwise
        try:
            return regex.compile(pattern, flags)
        except regex.error as error:
            where = f" (character {error.pos + 1})" if isinstance(error.pos, int) else ""
            raise _fault(pattern, f"this is no pattern: {error.msg}{where}", _mend(error.msg)) from None
        except (ValueError, OverflowError, RecursionError, MemoryError, KeyError, TypeError, IndexError):
            raise _fault(pattern, "this is no pattern that can be looked for", "make it simpler") from None


def _mend(why: str) -> str:
    return "write \\ before a sign that is meant as it is, as in \\(" if "(" in why or ")" in why else "change it"


def _fault(pattern: str, what: str, mend: str) -> WorkbenchError:
    return WorkbenchError(Problem(pattern if len(pattern) <= 60 else f"{pattern[:60]}…", what, mend))


def _repeats(pattern: str) -> Iterator[int]:
    """How often each part of a pattern is repeated at most by figures in braces, with the groups that it stands in.

    A group that is repeated by a sign counts twice: compiling takes twice as long with each one around another.
    """
    inside, repeated, at = [1], 1, 0
    closed = False
    while at < len(pattern):
        sign, braces = pattern[at], _REPEAT.match(pattern, at)
        times = _times(braces) if braces else 2 if closed and sign in "+*?" else 1
        if times > 1:
            repeated *= times
            inside[-1] = max(inside[-1], repeated)
            yield repeated
        elif sign == "(":
            inside.append(1)
        elif sign == ")" and len(inside) > 1:
            repeated = inside.pop()
            inside[-1] = max(inside[-1], repeated)
        else:
            repeated = 1
        closed = sign == ")"
        at += len(braces[0]) if braces else 2 if sign == "\\" else 1


def _times(braces: re.Match[str]) -> int:
    """How often something before `{3}`, `{1,3}` or `{2,}` is repeated by these figures; once by `{}` and `{,}`."""
    return max([1, *(int(figure) for figure in braces.group(1, 2) if figure)])
