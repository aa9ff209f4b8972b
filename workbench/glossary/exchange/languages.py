"""Which words of a table are codes of languages."""

from __future__ import annotations

_CODES = """ar be bg bs ca cs cy da de el en eo es et eu fa fi fr ga he hi hr hu hy is it ja ka kk ko ky la lb lt lv
    mk mt nb nl no pl pt ro ru sk sl sq sr sv tg tk tr uk uz vi zh"""
CODES = frozenset(_CODES.split())
"""Two-letter codes that are taken for a language where nothing else says that a text is one."""
