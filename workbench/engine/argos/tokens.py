"""Text to SentencePiece pieces and back: no underscore is lost, every piece knows its characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from workbench.text import Span

_SPACE = "▁"  # how SentencePiece writes a space
_PLAIN = {
    **dict.fromkeys("–—―−‐‑", "-"),
    **dict.fromkeys("„“”‟»«″", '"'),
    **dict.fromkeys("‚‘’‛›‹′", "'"),
    **dict.fromkeys("•●▪", "-"),
    "·": ".",
    "×": "x",
}
"""What stands for a sign that a model's pieces do not know. An English comes here as it is printed, with its quotation
marks; a German has gone through `engine.sentence.prepare`, which leaves dashes and the like."""


class Tokens:
    """The pieces of one language, or of both. The model file is read at the first use."""

    def __init__(self, model: Path) -> None:
        self._model = model

    @cached_property
    def _processor(self) -> Any:
        from sentencepiece import SentencePieceProcessor

        return SentencePieceProcessor(model_file=str(self._model))

    @cached_property
    def _plain(self) -> dict[int, str]:
        """The plain signs in the place of those that these pieces do not know (some models' texts had few)."""
        unknown = self._processor.unk_id()
        return {ord(sign): plain for sign, plain in _PLAIN.items() if unknown in self._processor.encode(sign)}

    def encode(self, texts: Sequence[str]) -> list[list[str]]:
        """The pieces of each text; a sign that these do not know is a plainer one in them."""
        plain = [text.translate(self._plain) for text in texts] if self._plain else texts
        # One by one: for a list SentencePiece starts threads, which take longer than the list.
        return [list(self._processor.encode(text, out_type=str)) for text in plain]

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of a sequence of pieces."""
        return str(self._processor.decode(list(pieces)))

    def count(self, text: str) -> int:
        """How many pieces a text makes."""
        return len(self._processor.encode(text))

    def commonness(self, text: str) -> float:
        """The log-probability of a text by its pieces alone, as SentencePiece learnt them."""
        return float(sum(self._processor.GetScore(piece) for piece in self._processor.encode(text)))

    def spans(self, text: str, pieces: Sequence[str]) -> tuple[Span, ...]:
        """The characters of `text` that each of its pieces covers, in order.

        The pieces of a text may be written in another form than the text (NFKC: “…” is “...”): such a piece
        gets the character it stands at. A piece that is only a space covers nothing.
        """
        return _as_written(text, pieces) or tuple(_walk(text, pieces))


def _as_written(text: str, pieces: Sequence[str]) -> tuple[Span, ...]:
    """The spans where the pieces have the text letter by letter, as nearly always; else none."""
    if "".join(pieces) != _SPACE + text.replace(" ", _SPACE):
        return ()
    spans: list[Span] = []
    at = -1  # the first piece begins with a space that the text has not
    for piece in pieces:
        start = at + piece.startswith(_SPACE)
        at += len(piece)
        spans.append(Span(start, at) if start < at else Span(max(0, at - 1), max(0, at - 1)))
    return tuple(spans)


def _walk(text: str, pieces: Sequence[str]) -> Iterator[Span]:
    at = 0
    for piece in pieces:
        letters = piece.replace(_SPACE, "")
        if not letters:
            yield Span(at, at)
            continue
        start = _skip_spaces(text, at)
        if text.startswith(letters, start):
            at = start + len(letters)
        else:
            start = _find_near(text, letters, start)
            at = start + (len(letters) if text.startswith(letters, start) else 0)
        yield Span(start, max(at, min(start + 1, len(text))))


def _find_near(text: str, letters: str, start: int) -> int:
    """Where the letters stand within the next characters; `start` where they were rewritten."""
    found = text.find(letters, start, start + len(letters) + 4)
    return start if found < 0 else found


def _skip_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
