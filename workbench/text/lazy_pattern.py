"""Regular expressions that are compiled when they are first asked: a program that starts does not wait for them all."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands for a compiled pattern, and has its methods as its own from the first time that one is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        found = getattr(compiled, name)
        setattr(self, name, found)
        return found


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` makes it, which costs nothing before it is first used; after that, no more than one.

    For long alternations in what not every start needs: all patterns of this program together take a third of a second.
    It has the methods and `pattern` of a compiled one; the functions of `re` do not take it in its place. A mistake in
    it is told at its first use.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
