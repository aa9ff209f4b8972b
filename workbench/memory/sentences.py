"""Sentences of a German and of an English paragraph, each with the blanks around it taken off."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from itertools import pairwise

from workbench.text.sentences import may_have_several, sentence_spans
from workbench.text.shortened import Shortened
from workbench.text.splitters import splitter

LONGEST_PROSE = 100_000
"""Characters. SoMaJo takes about a second for as many; a longer text stays whole."""

_ENDLESS_WORD = re.compile(r"\S{200,}")  # SoMaJo's time grows with the square of a word's length
_one_at_a_time = threading.Lock()


def german_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a German paragraph; together they are the paragraph but for white space."""
    return _cut(text, [span.start for span in sentence_spans(text)])


def english_sentences(text: str) -> tuple[str, ...]:
    """The sentences of an English paragraph; together they are the paragraph but for white space.

    By SoMaJo (Proisl and Uhrig 2016) with its rules for English. Never raises: what SoMaJo cannot take is one
    sentence.
    """
    if len(text) > LONGEST_PROSE or not may_have_several(text):
        return _cut(text, ())
    short = Shortened(_ENDLESS_WORD.sub(lambda word: "x" * len(word.group()), text))
    try:
        with _one_at_a_time:
            sentences = splitter("en_PTB").tokenize_text([short.text])
            starts = [short.at(sentence[0].character_offset[0]) for sentence in sentences if sentence]
    except Exception:  # a tokenizer's failed assertion must not cost the translator the export
        starts = []
    return _cut(text, starts)


def _cut(text: str, starts: Iterable[int]) -> tuple[str, ...]:
    edges = [0, *sorted(starts)[1:], len(text)]
    pieces = (text[start:end].strip() for start, end in pairwise(edges))
    return tuple(piece for piece in pieces if piece)
