"""What the program asks of packages while it drafts: how often, about how many sentences, and what for.

Counted are the questions to every package that is opened, the built-in one that lends its alignment included, in
whatever thread they are asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

from workbench.engine.argos.engine import ArgosEngine

_ASKED = {
    "translate": "decoded",
    "continued": "decoded",
    "without": "decoded",
    "likelihoods": "scored",
    "attention": "aligned",
}


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """Count while it is entered: `calls that decoded`, `sentences decoded`, and so for `scored` and `aligned`."""
    counts, adding = Counter[str](), Lock()

    def counting(ask: Callable[..., Any], what: str) -> Callable[..., Any]:
        def asked(engine: ArgosEngine, texts: Sequence[str], *others: Any, **named: Any) -> Any:
            if texts:
                with adding:
                    counts.update({f"calls that {what}": 1, f"sentences {what}": len(texts)})
            return ask(engine, texts, *others, **named)

        return asked

    before = {name: getattr(ArgosEngine, name) for name in _ASKED}
    try:
        for name, ask in before.items():
            setattr(ArgosEngine, name, counting(ask, _ASKED[name]))
        yield counts
    finally:
        for name, ask in before.items():
            setattr(ArgosEngine, name, ask)
