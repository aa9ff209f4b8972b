"""Results that are asked for again at every key, kept as long as the glossary they were made with."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

from workbench.glossary import Glossary

Given = ParamSpec("Given")
Result = TypeVar("Result")


def kept_with_glossary(most: int = 20_000) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """For a function of hashable arguments, the last of them a glossary: it computes nothing twice.

    `most`: how many results are kept; then it begins anew. What depends on the English is asked for again only
    until the next letter is typed: few of these are enough, and many take memory. A glossary that is no longer in
    force is not held by it. Arguments are given by position.
    """
    return lambda function: _kept(function, most)


def _kept(function: Callable[Given, Result], most: int) -> Callable[Given, Result]:
    kept: WeakKeyDictionary[Glossary, dict[tuple[object, ...], Result]] = WeakKeyDictionary()

    @wraps(function)
    def asked(*arguments: Given.args, **named: Given.kwargs) -> Result:
        glossary = cast(Glossary, arguments[-1])  # who is kept takes it last, which no type can say
        results = kept.setdefault(glossary, {})
        key = arguments[:-1]
        if key in results:
            return results[key]
        if len(results) >= most:
            results = kept[glossary] = {}
        return results.setdefault(key, function(*arguments, **named))

    return asked
