"""What pairs are looked up by: the hash of a whole text."""

from __future__ import annotations

from hashlib import blake2b

from workbench.memory.words import tokens_of
from workbench.text import Inline


def exact_key(text: str) -> int:
    """A signed 64-bit hash of a German text, blanks and autocorrection aside: the same wherever and whenever it stands.

    Codes do not count. Texts that have the same key are alike to 100 %, but for their codes.
    """
    return hashed("\x1f".join(tokens_of(text)))


def content_key(source: Inline, target: Inline) -> int:
    """A signed 64-bit hash of a paragraph and its English, with the codes: what `Memory.contents` tells of it."""
    return hashed(f"{source.shown()}\x1e{target.shown()}")


def hashed(text: str) -> int:
    """A signed 64-bit hash of a text, the same in every process."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
