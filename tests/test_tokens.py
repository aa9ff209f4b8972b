"""Pieces of a package: signs that they do not know become plainer ones, and each piece knows its characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentencepiece import SentencePieceTrainer

from workbench.engine import embedded_package
from workbench.engine.argos.tokens import Tokens
from workbench.text import Span

TEXT = "Die Regierung - so der Minister - sagte: \"Das ist 3 x so viel wie im Jahr davor.\" Er fragte 'warum'."


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Tokens:
    """Pieces that were trained on plain signs alone, as OPUS-MT's are."""
    folder = tmp_path_factory.mktemp("pieces")
    (folder / "text").write_text(f"{TEXT}\n" * 20, encoding="utf-8")
    SentencePieceTrainer.train(
        input=str(folder / "text"), model_prefix=str(folder / "few"), vocab_size=60, hard_vocab_limit=False,
        minloglevel=2,
    )  # fmt: skip
    return Tokens(folder / "few.model")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Die Regierung – so der Minister –", "Die Regierung - so der Minister -"),
        ("„Das ist viel“", '"Das ist viel"'),
        ("»Das« ‚so‘", "\"Das\" 'so'"),
        ("3 × so viel", "3 x so viel"),
    ],
)
def test_a_sign_that_the_pieces_do_not_know_is_a_plainer_one(few: Tokens, text: str, plain: str) -> None:
    assert few.encode([text]) == few.encode([plain])
    (pieces,) = few.encode([text])
    assert few.decode(pieces) == plain


def test_each_word_keeps_its_characters(few: Tokens) -> None:
    text = "Die Regierung – so der Minister – sagte „viel“"
    (pieces,) = few.encode([text])
    spans = few.spans(text, pieces)
    for word in ("Regierung", "so", "Minister", "sagte", "viel"):
        start = text.index(word)
        inside = [span for span in spans if start <= span.start < start + len(word) and span.end > span.start]
        assert "".join(text[span.start : span.end] for span in inside) == word


def test_signs_that_the_pieces_know_stay_as_they_are() -> None:
    text = "Die Regierung – so der Minister – sagte: Das ist 3 × so viel"
    tokens = Tokens(embedded_package().pieces)
    (pieces,) = tokens.encode([text])
    assert tokens.decode(pieces) == text


@given(st.lists(st.text("abcdeßünzT–„“()0123.,’", min_size=1, max_size=9), min_size=1, max_size=12))
def test_every_piece_has_its_own_characters(words: list[str]) -> None:
    text, tokens = " ".join(words), Tokens(embedded_package().pieces)
    (pieces,) = tokens.encode([text])
    spans = tokens.spans(text, pieces)
    assert len(spans) == len(pieces)
    for piece, (start, end) in zip(pieces, spans, strict=True):
        if "".join(pieces) == "▁" + text.replace(" ", "▁"):
            assert text[start:end] == piece.replace("▁", "")
        assert 0 <= start <= end <= len(text)


def test_a_piece_that_is_a_space_alone_covers_nothing() -> None:
    assert Tokens(embedded_package().pieces).spans("ab c", ["▁", "ab", "▁", "c"]) == (
        Span(0, 0), Span(0, 2), Span(2, 2), Span(3, 4),
    )  # fmt: skip
