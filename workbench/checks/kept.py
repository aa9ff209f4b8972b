"""Results that are asked for again at every key, kept as long as the glossary they were made with."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

from workbench.glossary import Glossary

MOST = 20_000
"""Results kept of one function and one glossary; then it begins anew."""

Given = ParamSpec("Given")
Result = TypeVar("Result")


def kept_with_glossary(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """A function of hashable arguments, the last of them a glossary, that computes nothing twice.

    A glossary that is no longer in force is not held by it. Arguments are given by position.
    """
    kept: WeakKeyDictionary[Glossary, dict[tuple[object, ...], Result]] = WeakKeyDictionary()

    @wraps(function)
    def asked(*arguments: Given.args, **named: Given.kwargs) -> Result:
        results = kept.setdefault(cast(Glossary, arguments[-1]), {})
        key = arguments[:-1]
        if key in results:
            return results[key]
        if len(results) >= MOST:
            results = kept[cast(Glossary, arguments[-1])] = {}
        return results.setdefault(key, function(*arguments, **named))

    return asked
