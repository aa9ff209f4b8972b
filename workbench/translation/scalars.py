"""Writing one value in YAML so that a diff shows it as it is: block literals for text, one line for words.

PyYAML's own emitter wraps, escapes emoji (the C one) or takes half a millisecond a text (the Python one);
what is written here is read with PyYAML in every test.
"""

from __future__ import annotations

import re

from workbench.text.lazy_pattern import lazy_pattern

_NOT_PLAIN = lazy_pattern("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_WORD = lazy_pattern(r"[^\W\d_](?:[\w .()-]*[\w.()-])?")
_MEANS_SOMETHING = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def text(value: str, indent: int) -> str:
    """A block literal (`|-` and lines indented by `indent`), or quoted where a literal cannot hold the text.

    >>> text("one\\ntwo", 2)
    '|-\\n  one\\n  two'
    """
    if not value or not _plain(value) or value[0] in " \n" or value[-1] in " \n" or " \n" in value:
        return quoted(value)
    margin = " " * indent
    return "|-\n" + "\n".join(margin + line if line else "" for line in value.split("\n"))


def word(value: str) -> str:
    """A short value on one line, quoted unless it can be mistaken for nothing else.

    >>> word("CSTO"), word("1/6"), word("no")
    ('CSTO', '"1/6"', '"no"')
    """
    if _WORD.fullmatch(value) and _plain(value) and value.lower() not in _MEANS_SOMETHING:
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """The value in double quotes on one line; lone surrogates, which no file can hold, become U+FFFD."""
    return '"' + re.sub(r'["\\]|' + _NOT_PLAIN.pattern + "|\n", lambda hit: _escape(hit[0]), value) + '"'


def _plain(value: str) -> bool:
    return value.isprintable() or not _NOT_PLAIN.search(value)


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
