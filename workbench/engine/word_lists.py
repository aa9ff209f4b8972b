"""The lists of words and names that drafts are looked at with, read while the model is loaded."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from threading import Thread

from workbench.dictionary import is_name, look_up
from workbench.engine.halves import OF_REPAIRS
from workbench.glossary.finding.lexicon import lemma
from workbench.text import Span
from workbench.text.words import read


@cache
def read_ahead() -> Thread:
    """Read them on a thread of its own, once; who asks for one before it is read waits as ever."""
    thread = Thread(target=_read, name="word-lists", daemon=True)
    thread.start()
    return thread


def _read() -> None:
    with suppress(*OF_REPAIRS):  # what is missing is told where it is asked for
        read()
        lemma("Häuser")
        look_up("Häuser")
        is_name("Frau Schmidt kam.", Span(5, 12))
