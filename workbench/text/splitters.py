"""SoMaJo (Proisl and Uhrig 2016), which finds the ends of sentences, made once a language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from somajo import SoMaJo


@cache
def splitter(language: Literal["de_CMC", "en_PTB"]) -> SoMaJo:
    """SoMaJo with its rules for a language; the first call of all loads it (0.4 s). No two threads may use one at once.

    Its tokens know their places in English. It looks for pictures only in what has some: else it asks each sign of a
    text whether it is one, which took two fifths of its time.
    """
    from somajo import SoMaJo

    made = SoMaJo(language, split_sentences=True, character_offsets=language == "en_PTB")
    _look_for_pictures_where_there_are_some(made)
    return made


def _look_for_pictures_where_there_are_some(made: SoMaJo) -> None:
    import regex

    pictures = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Presentation}\uFE0F]")
    tokenizer: Any = getattr(made, "_tokenizer", None)
    split = getattr(tokenizer, "_split_emojis", None)
    if split is None:  # another version of SoMaJo: it does as it likes
        return

    def split_if_any(node: Any, *others: Any, **named: Any) -> None:
        if pictures.search(node.value.text):
            split(node, *others, **named)

    tokenizer._split_emojis = split_if_any
